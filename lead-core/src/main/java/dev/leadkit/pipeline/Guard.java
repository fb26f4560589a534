package dev.leadkit.pipeline;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a transition asks for. Data, like the pipeline itself; two are equal when they ask for the same.
 *
 * <p>A factory throws an {@link InvalidInputException} for a value that no lead can have.
 */
public sealed interface Guard {

    /** Whether nothing stands against the move. */
    boolean holds(Attempt attempt);

    /** The reasons against the move where the condition does not hold; whoever asks has found that out. */
    List<Refusal> reasons(Attempt attempt);

    /** The reasons against the move; empty when the condition holds. */
    default List<Refusal> refusalsOf(Attempt attempt) {
        return holds(attempt) ? List.of() : reasons(attempt);
    }

    /** The condition in a few words, for diagrams and messages. */
    String label();

    static Guard scoreAtLeast(int least) {
        return new ScoreAtLeast(least);
    }

    /** @param field a name of {@link LeadField} */
    static Guard has(String field) {
        return new Has(field);
    }

    /** @param least zero to ask for an amount of that currency, however small */
    static Guard amountAtLeast(Money least) {
        return new AmountAtLeast(least);
    }

    static Guard taggedAny(String... tags) {
        return new Tagged(Set.copyOf(Arrays.asList(tags)), Set.of(), Set.of());
    }

    static Guard taggedAll(String... tags) {
        return new Tagged(Set.of(), Set.copyOf(Arrays.asList(tags)), Set.of());
    }

    static Guard taggedNone(String... tags) {
        return new Tagged(Set.of(), Set.of(), Set.copyOf(Arrays.asList(tags)));
    }

    /** @param sources keys of {@link LeadSource} */
    static Guard from(String... sources) {
        return new From(Set.copyOf(Arrays.asList(sources)));
    }

    /** @param purpose as a {@link Consent} has it */
    static Guard consentTo(String purpose) {
        return new ConsentTo(purpose);
    }

    static Guard inStageFor(Duration least) {
        return new InStageFor(least);
    }

    /** Who may move; {@link Actor.Kind#USER} is also who acts for a person. */
    static Guard by(Actor.Kind... kinds) {
        return new By(Set.copyOf(Arrays.asList(kinds)));
    }

    /** @param name under which definitions would ask for it */
    static Guard host(String name, HostGuard check) {
        return new Host(name, check);
    }

    static Guard all(Guard... parts) {
        return new All(List.of(parts));
    }

    static Guard any(Guard... parts) {
        return new Any(List.of(parts));
    }

    static Guard not(Guard part) {
        return new Not(part);
    }

    /** The score is at least so high; a lead without a score is refused. */
    record ScoreAtLeast(int least) implements Guard {
        private static final String SCORE = "score";

        public ScoreAtLeast {
            if (least < 0 || least > 100) {
                throw new InvalidInputException("score.atLeast", "0 to 100", String.valueOf(least));
            }
        }

        @Override
        public boolean holds(Attempt attempt) {
            var score = attempt.lead().score();
            return score != null && score.value() >= least;
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            var score = attempt.lead().score();
            Refusal asked = Refusal.lazy("score-too-low", null, "the score must be at least %d", least);
            return List.of(
                    score == null
                            ? asked.butFound(SCORE, ", there is none")
                            : asked.butFound(SCORE, ", it is %d", score.value()));
        }

        @Override
        public String label() {
            return "score ≥ " + least;
        }
    }

    /** The lead has a value in the field. */
    record Has(String field) implements Guard {
        @Override
        public boolean holds(Attempt attempt) {
            return RequiredField.isPresent(attempt.lead(), field);
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            return List.of(RequiredField.refusal(field));
        }

        @Override
        public String label() {
            return "has " + field;
        }
    }

    /** The expected amount is of the currency, and at least so much. */
    record AmountAtLeast(Money least) implements Guard {
        @Override
        public boolean holds(Attempt attempt) {
            var amount = attempt.lead().expectedAmount();
            return amount != null
                    && amount.value().currency().equals(least.currency())
                    && amount.value().amount().compareTo(least.amount()) >= 0;
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            var amount = attempt.lead().expectedAmount();
            if (amount == null) {
                return List.of(RequiredField.refusal(LeadField.AMOUNT));
            }
            Money found = amount.value();
            Refusal asked = found.currency().equals(least.currency())
                    ? Refusal.lazy("amount-too-low", LeadField.AMOUNT, "the amount must be at least %s", least)
                    : Refusal.lazy("other-currency", LeadField.AMOUNT, "the amount must be in %s", least.currency());
            return List.of(asked.butFound(LeadField.AMOUNT, ", it is %s", found));
        }

        @Override
        public String label() {
            return least.amount().signum() == 0 ? "amount in " + least.currency() : "amount ≥ " + least;
        }
    }

    /**
     * By the lead's tags; an empty set asks for nothing.
     *
     * @param any at least one of these
     * @param all each of these
     * @param none none of these
     */
    record Tagged(Set<String> any, Set<String> all, Set<String> none) implements Guard {
        public Tagged {
            requireSome("tags", any.size() + all.size() + none.size());
            any = tags(any);
            all = tags(all);
            none = tags(none);
        }

        private static Set<String> tags(Set<String> tags) {
            return sorted(tags.stream().map(tag -> Input.name("tag", tag)).toList());
        }

        @Override
        public boolean holds(Attempt attempt) {
            Set<String> found = attempt.lead().tags();
            return hasAny(found) && found.containsAll(all) && Collections.disjoint(none, found);
        }

        private boolean hasAny(Set<String> found) {
            return any.isEmpty() || !Collections.disjoint(any, found);
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            Set<String> found = attempt.lead().tags();
            List<Refusal> refusals = List.of();
            if (!hasAny(found)) {
                refusals = refusal("not-tagged", LeadField.TAGS, "it must be tagged %s", joined(any, " or "));
            }
            for (String tag : all) {
                if (!found.contains(tag)) {
                    refusals = Refusal.joined(
                            refusals, refusal("not-tagged", LeadField.TAGS, "it must be tagged %s", tag));
                }
            }
            for (String tag : none) {
                if (found.contains(tag)) {
                    refusals = Refusal.joined(
                            refusals, refusal("unwanted-tag", LeadField.TAGS, "it must not be tagged %s", tag));
                }
            }
            return refusals;
        }

        @Override
        public String label() {
            List<String> parts = new ArrayList<>();
            if (!any.isEmpty()) {
                parts.add("tagged " + joined(any, " or "));
            }
            if (!all.isEmpty()) {
                parts.add("tagged " + joined(all, " and "));
            }
            if (!none.isEmpty()) {
                parts.add("not tagged " + joined(none, " or "));
            }
            return String.join(", ", parts);
        }
    }

    /** The lead came from one of the sources. */
    record From(Set<String> sources) implements Guard {
        public From {
            requireSome("source", sources.size());
            sources =
                    sorted(sources.stream().map(key -> LeadSource.of(key).key()).toList());
        }

        @Override
        public boolean holds(Attempt attempt) {
            return sources.contains(attempt.lead().source().key());
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            String found = attempt.lead().source().key();
            return refusal("other-source", null, "it must come from %s, it is from %s", joined(sources, " or "), found);
        }

        @Override
        public String label() {
            return "from " + joined(sources, " or ");
        }
    }

    /** The person agreed to a purpose and has not taken it back. */
    record ConsentTo(String purpose) implements Guard {
        public ConsentTo {
            purpose = Consent.to(purpose).purpose();
        }

        @Override
        public boolean holds(Attempt attempt) {
            return attempt.lead().consentsTo(purpose);
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            return attempt.lead().consent(purpose).isEmpty()
                    ? refusal("no-consent", null, "consent to %s was not given", purpose)
                    : refusal("consent-withdrawn", null, "consent to %s was refused or taken back", purpose);
        }

        @Override
        public String label() {
            return "consent to " + purpose;
        }
    }

    /** The lead is in its stage at least so long. */
    record InStageFor(Duration least) implements Guard {
        public InStageFor {
            if (least.isNegative() || least.isZero()) {
                throw new InvalidInputException("timeInStage.atLeast", "longer than zero", least.toString());
            }
        }

        @Override
        public boolean holds(Attempt attempt) {
            return time(attempt).compareTo(least) >= 0;
        }

        private static Duration time(Attempt attempt) {
            return Duration.between(attempt.lead().stageEnteredAt(), attempt.at());
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            return refusal("too-soon", null, "it must be in its stage for %s, it is for %s", least, time(attempt));
        }

        @Override
        public String label() {
            return "in stage ≥ " + least;
        }
    }

    /** Who moves it is of one of the kinds; {@code USER} is also who acts for a person. */
    record By(Set<Actor.Kind> kinds) implements Guard {
        public By {
            requireSome("actor", kinds.size());
            kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        }

        @Override
        public boolean holds(Attempt attempt) {
            Actor actor = attempt.actor();
            return kinds.contains(actor.kind()) || kinds.contains(Actor.Kind.USER) && actor.isPerson();
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            String found = key(attempt.actor().kind());
            return refusal("other-actor", null, "only %s may do this, not %s", names(" or "), found);
        }

        private String names(String between) {
            return kinds.stream().map(By::key).collect(Collectors.joining(between));
        }

        /** The name in JSON. */
        static String key(Actor.Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        static List<String> keys() {
            return Arrays.stream(Actor.Kind.values()).map(By::key).toList();
        }

        static Actor.Kind ofKey(String key) {
            return Actor.Kind.valueOf(key.toUpperCase(Locale.ROOT));
        }

        @Override
        public String label() {
            return "by " + names(" or ");
        }
    }

    /** A condition of the host's own. Equal to another of the same name. */
    record Host(String name, HostGuard check) implements Guard {
        public Host {
            Input.id("guard", name);
        }

        @Override
        public boolean holds(Attempt attempt) {
            return attempt.ask(this).isEmpty();
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            return attempt.ask(this);
        }

        @Override
        public String label() {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Host its && name.equals(its.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** Holds when each part does. All are asked, so that each guard of the host runs, whatever the others say. */
    record All(List<Guard> parts) implements Guard {
        public All {
            requireSome("all", parts.size());
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Attempt attempt) {
            boolean holds = true;
            for (Guard part : parts) {
                holds &= part.holds(attempt);
            }
            return holds;
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            List<Refusal> refusals = List.of();
            for (Guard part : parts) {
                refusals = Refusal.joined(refusals, part.refusalsOf(attempt));
            }
            return refusals;
        }

        @Override
        public String label() {
            return labels(parts, " and ");
        }
    }

    /** Holds when at least one part does. All are asked, so that each guard of the host runs, whatever the others say. */
    record Any(List<Guard> parts) implements Guard {
        public Any {
            requireSome("any", parts.size());
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Attempt attempt) {
            boolean holds = false;
            for (Guard part : parts) {
                holds |= part.holds(attempt);
            }
            return holds;
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            return List.of(Refusal.noneOf(
                    parts.stream().map(part -> part.refusalsOf(attempt)).toList()));
        }

        @Override
        public String label() {
            return labels(parts, " or ");
        }
    }

    /** Holds when the part does not; not when a guard of the host in it failed, since then nobody knows. */
    record Not(Guard part) implements Guard {
        @Override
        public boolean holds(Attempt attempt) {
            return !part.holds(attempt)
                    && Refusal.failuresIn(part.reasons(attempt)).isEmpty();
        }

        @Override
        public List<Refusal> reasons(Attempt attempt) {
            return part.holds(attempt)
                    ? refusal("must-not-hold", null, "this must not hold: %s", part.label())
                    : Refusal.failuresIn(part.reasons(attempt));
        }

        @Override
        public String label() {
            return "not (" + part.label() + ")";
        }
    }

    private static List<Refusal> refusal(String code, @Nullable String field, String pattern, Object... arguments) {
        return List.of(Refusal.lazy(code, field, pattern, arguments));
    }

    private static String labels(List<Guard> parts, String between) {
        return parts.stream().map(Guard::label).collect(Collectors.joining(between, "(", ")"));
    }

    private static String joined(Collection<String> words, String between) {
        return String.join(between, words);
    }

    private static Set<String> sorted(Collection<String> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    private static void requireSome(String what, int count) {
        if (count == 0) {
            throw new InvalidInputException("guard." + what, "at least one", "none");
        }
    }
}
