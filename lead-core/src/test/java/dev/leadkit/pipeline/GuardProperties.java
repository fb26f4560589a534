package dev.leadkit.pipeline;

import static dev.leadkit.pipeline.Leads.ANN;
import static dev.leadkit.pipeline.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class GuardProperties {
    private static final int HOURS = 3;

    @Property(tries = 500)
    void all_any_and_not_are_what_logic_says(@ForAll("guards") Guard guard, @ForAll("attempts") Attempt attempt) {
        assertThat(guard.refusalsOf(attempt).isEmpty()).isEqualTo(holds(guard, attempt));
        assertThat(guard.refusalsOf(attempt))
                .allSatisfy(refusal -> assertThat(refusal.text()).isNotBlank());
        assertThat(guard.label()).isNotBlank();
    }

    private static boolean holds(Guard guard, Attempt attempt) {
        if (guard instanceof Guard.All all) {
            return all.parts().stream().allMatch(part -> holds(part, attempt));
        } else if (guard instanceof Guard.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, attempt));
        } else if (guard instanceof Guard.Not not) {
            return !holds(not.part(), attempt);
        }
        return guard.refusalsOf(attempt).isEmpty();
    }

    @Property(tries = 500)
    void what_is_called_a_contradiction_lets_nobody_through(
            @ForAll("guardsThatMayContradict") List<Guard> guards, @ForAll("attempts") Attempt attempt) {
        var problems = new Problems();
        new GuardCheck(problems).contradictions("", List.of(), guards);
        Assume.that(!problems.isEmpty());

        assertThat(guards)
                .anySatisfy(guard -> assertThat(guard.refusalsOf(attempt)).isNotEmpty());
    }

    @Property(tries = 300)
    void any_guards_make_a_pipeline_or_problems(@ForAll @Size(max = 3) List<@From("guards") Guard> guards) {
        PipelineBuilder builder = Pipeline.named("p")
                .open("new", "New")
                .won("won", "Won")
                .allow("new", "won", guards.toArray(Guard[]::new));
        try {
            assertThat(builder.build().toDot()).contains("s0 -> s1");
        } catch (InvalidDefinitionException contradicting) {
            assertThat(contradicting.problems())
                    .allMatch(problem -> problem.code().equals("contradiction"));
        }
    }

    private static Arbitrary<Guard> leaves() {
        Arbitrary<Set<String>> tags = Arbitraries.of("a", "b", "c").set().ofMaxSize(2);
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 4).map(tenth -> Guard.scoreAtLeast(tenth * 10)),
                Arbitraries.of("assignee", "lostReason", "amount").map(Guard::has),
                Combinators.combine(Arbitraries.of("0", "5"), Arbitraries.of("EUR", "USD"))
                        .as((amount, currency) -> Guard.amountAtLeast(Money.of(amount, currency))),
                Combinators.combine(tags, tags, tags)
                        .filter((any, all, none) -> any.size() + all.size() + none.size() > 0)
                        .as(Guard.Tagged::new),
                Arbitraries.of("api", "widget").set().ofMinSize(1).map(Guard.From::new),
                Arbitraries.integers().between(1, HOURS).map(hours -> Guard.inStageFor(Duration.ofHours(hours))),
                Arbitraries.of(Actor.Kind.USER, Actor.Kind.BOT).map(Guard::by));
    }

    @Provide
    Arbitrary<Guard> guards() {
        return Arbitraries.recursive(GuardProperties::leaves, GuardProperties::compound, 0, 3);
    }

    private static Arbitrary<Guard> compound(Arbitrary<Guard> parts) {
        Arbitrary<List<Guard>> some = parts.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(some.map(Guard.All::new), some.map(Guard.Any::new), parts.map(Guard::not));
    }

    /** Half of the lists ask for something and its opposite as well: of the others few contradict themselves. */
    @Provide
    Arbitrary<List<Guard>> guardsThatMayContradict() {
        Arbitrary<List<Guard>> some = guardsWithoutChoice().list().ofMaxSize(4);
        return Arbitraries.oneOf(
                some,
                Combinators.combine(some, leaves())
                        .as((guards, asked) -> Stream.concat(guards.stream(), Stream.of(asked, Guard.not(asked)))
                                .toList()));
    }

    /** An alternative that never holds is a problem, too, although the others let leads through. */
    @Provide
    Arbitrary<Guard> guardsWithoutChoice() {
        return Arbitraries.oneOf(
                leaves(),
                leaves().map(Guard::not),
                leaves().list().ofMinSize(1).ofMaxSize(2).map(Guard.All::new));
    }

    @Provide
    Arbitrary<Attempt> attempts() {
        Arbitrary<Lead> leads = Combinators.combine(
                        Arbitraries.integers().between(0, 50).injectNull(0.2),
                        Arbitraries.of("a", "b", "c").set(),
                        Arbitraries.of("EUR", "USD").injectNull(0.3),
                        Arbitraries.of("4", "5"),
                        Arbitraries.of("ann").injectNull(0.5),
                        Arbitraries.of("api", "widget"))
                .as((score, tags, currency, amount, assignee, source) -> Leads.in("new")
                        .score(score == null ? null : Leads.score(score))
                        .tags(tags)
                        .expectedAmount(currency == null ? null : Leads.amount(amount, currency))
                        .assignee(assignee)
                        .source(LeadSource.of(source))
                        .build());
        return Combinators.combine(
                        leads,
                        Arbitraries.integers().between(0, HOURS),
                        Arbitraries.of(ANN, Actor.bot("b"), Actor.bot("b").onBehalfOf("ann"), Actor.system()))
                .as((lead, hours, actor) -> new Attempt(lead, "won", actor, NOW.plus(Duration.ofHours(hours))));
    }
}
