package dev.leadkit.assign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What holds for every team, strategy and sequence of leads. */
class AssignmentProperties {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /** What was decided of many leads, one after the other, as the desk does it. */
    private static List<AssignmentDecision> run(Assignment team, List<Lead> leads) {
        List<AssignmentDecision> decisions = new ArrayList<>();
        Map<String, Long> open = new HashMap<>();
        Rotation rotation = Rotation.START;
        for (int i = 0; i < leads.size(); i++) {
            String previous = i % 3 == 0 ? "m" + i % 7 : null;
            AssignmentDecision decision = team.decide(leads.get(i), previous, rotation, open);
            rotation = Rotation.parse(decision.next().toJson(team));
            if (decision.chosen() != null) {
                open.merge(decision.chosen(), 1L, Long::sum);
            }
            decisions.add(decision);
        }
        return decisions;
    }

    private static Lead lead(int number, Set<String> tags) {
        return Lead.builder(new LeadId(new UUID(0, number)), TenantId.of("acme"), LeadSource.WIDGET, NOW)
                .stage("five-stage", 1, "new", false, NOW)
                .tags(tags)
                .build();
    }

    private static List<Lead> plain(int leads) {
        List<Lead> plain = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            plain.add(lead(i, Set.of()));
        }
        return plain;
    }

    private static Map<String, Long> counts(List<AssignmentDecision> decisions) {
        Map<String, Long> counts = new HashMap<>();
        decisions.forEach(decision -> counts.merge(String.valueOf(decision.chosen()), 1L, Long::sum));
        return counts;
    }

    @Property(tries = 100)
    void round_robin_among_constant_members_is_fair_within_one(
            @ForAll @IntRange(min = 1, max = 40) int members, @ForAll @IntRange(min = 0, max = 120) int leads) {
        Member[] team = new Member[members];
        for (int i = 0; i < members; i++) {
            team[i] = Member.of("m" + i);
        }

        Map<String, Long> counts = counts(run(Assignment.of("t", Strategy.roundRobin(), team), plain(leads)));

        for (Member member : team) {
            assertThat(counts.getOrDefault(member.user(), 0L))
                    .isBetween((long) leads / members, (leads + members - 1L) / members);
        }
    }

    @Property(tries = 200)
    void weights_are_exact_in_each_round_and_never_off_by_a_lead_within_it(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 30) Integer> weights) {
        Member[] team = new Member[weights.size()];
        for (int i = 0; i < team.length; i++) {
            team[i] = Member.of("m" + i).withWeight(weights.get(i));
        }
        int round = weights.stream().mapToInt(Integer::intValue).sum();

        List<AssignmentDecision> decisions = run(Assignment.of("t", Strategy.weighted(), team), plain(3 * round));

        for (int from = 0; from < decisions.size(); from += round) {
            Map<String, Long> counts = counts(decisions.subList(from, from + round));
            for (Member member : team) {
                assertThat(counts).containsEntry(member.user(), (long) member.weight());
            }
        }
        Map<String, Long> soFar = new HashMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            String chosen = String.valueOf(decisions.get(i).chosen());
            double due = (i + 1.0) * team[Integer.parseInt(chosen.substring(1))].weight() / round;
            assertThat(soFar.merge(chosen, 1L, Long::sum) - due)
                    .as("ahead of what is due")
                    .isLessThan(1 + 1e-6);
        }
    }

    @Property(tries = 300)
    void nobody_gets_what_he_can_not_take_and_nobody_is_left_out_who_could(
            @ForAll("teams") Assignment team, @ForAll("leads") List<Lead> leads) {
        Map<String, Long> open = new HashMap<>();
        for (AssignmentDecision decision : run(team, leads)) {
            Lead lead = leads.get((int) decision.lead().value().getLeastSignificantBits());
            List<String> able = team.members().stream()
                    .filter(member -> canTake(team, member, lead, open))
                    .map(Member::user)
                    .toList();
            assertThat(decision.candidates()).hasSameSizeAs(team.members());
            if (decision.chosen() == null) {
                assertThat(able).isEmpty();
            } else {
                assertThat(able).contains(decision.chosen());
                open.merge(decision.chosen(), 1L, Long::sum);
            }
        }
        for (Member member : team.members()) {
            if (member.capacity() != null) {
                assertThat(open.getOrDefault(member.user(), 0L)).isLessThanOrEqualTo(member.capacity());
            }
        }
    }

    /** The rule once more, in other words. */
    private static boolean canTake(Assignment team, Member member, Lead lead, Map<String, Long> open) {
        boolean skilled = team.strategy().needs().stream()
                .allMatch(need -> !need.isOf(lead) || member.skills().contains(need.skill()));
        boolean hasRoom = member.capacity() == null || open.getOrDefault(member.user(), 0L) < member.capacity();
        return skilled && hasRoom && !member.away();
    }

    @Property(tries = 200)
    void a_replay_decides_the_same(@ForAll("teams") Assignment team, @ForAll("leads") List<Lead> leads) {
        assertThat(run(Assignment.parse(team.toJson()), leads)).isEqualTo(run(team, leads));
    }

    @Property(tries = 300)
    void a_document_comes_back_as_it_was_written(@ForAll("teams") Assignment team) {
        assertThat(Assignment.parse(team.toJson())).isEqualTo(team);
    }

    /** However contenders come and go, credits stay bounded, so that nobody waits for ever or gets a heap. */
    @Property(tries = 200)
    void whoever_contends_credit_stays_within_the_number_of_members(
            @ForAll @IntRange(min = 1, max = 8) int members, @ForAll long seed) {
        var random = new Random(seed);
        Rotation rotation = Rotation.START;
        for (int i = 0; i < 500; i++) {
            List<Member> contenders = new ArrayList<>();
            for (int m = 0; m < members; m++) {
                if (random.nextBoolean()) {
                    contenders.add(Member.of("m" + m).withWeight(1 + random.nextInt(5)));
                }
            }
            if (!contenders.isEmpty()) {
                rotation = rotation.take(contenders, Member::weight).next();
            }
        }

        assertThat(rotation.credits().values()).allMatch(credit -> Math.abs(credit) <= members * Rotation.LEAD);
    }

    /** Whatever is written: problems, each with a code and a mend, or an assignment; nothing else is thrown. */
    @Property(tries = 1000)
    void any_text_gives_problems_or_an_assignment(@ForAll("texts") String text) {
        try {
            assertThat(Assignment.parse(text).toJson()).isNotBlank();
        } catch (InvalidDefinitionException invalid) {
            assertThat(invalid.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.code()).isNotBlank();
                assertThat(problem.mend()).isNotBlank();
            });
        }
    }

    /** Valid documents with a piece replaced, and anything at all. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "\"\"",
                "null",
                "0",
                "-1",
                "1e400",
                "1e99999999999",
                "[]",
                "{}",
                "[1]",
                "\"\\u0000\"",
                "true",
                "\"x\"",
                "{\"user\":\"m0\"}",
                "[{\"skill\":\"x\",\"tag\":\"y\",\"source\":\"z\"}]",
                "");
        Arbitrary<String> broken = Combinators.combine(
                        teams(), pieces, Arbitraries.integers().between(0, 1_000))
                .as((team, piece, place) -> {
                    String[] values = team.toJson().split("(?<=:)");
                    int at = 1 + place % (values.length - 1);
                    values[at] =
                            values[at].replaceFirst("^(\"[^\"]*\"|[0-9]+|true|\\[|\\{)", piece.replace("\\", "\\\\"));
                    return String.join("", values);
                });
        return Arbitraries.oneOf(broken, Arbitraries.strings(), pieces);
    }

    @Provide
    Arbitrary<Assignment> teams() {
        return Combinators.combine(
                        Arbitraries.of(Order.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.longs())
                .as(AssignmentProperties::team);
    }

    private static Assignment team(Order order, boolean sticky, int size, long seed) {
        var random = new Random(seed);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Member member = Member.of("m" + i)
                    .withWeight(1 + random.nextInt(6))
                    .withAway(random.nextInt(6) == 0)
                    .withSkills(random.nextBoolean() || i == 0 ? new String[] {"de", "vip"} : new String[0]);
            @Nullable Integer capacity = order == Order.CAPACITY || random.nextBoolean() ? random.nextInt(9) + 1 : null;
            members.add(capacity == null ? member : member.withCapacity(capacity));
        }
        List<Need> needs =
                random.nextBoolean() ? List.of(Need.forTag("german", "de"), Need.forTag("v", "vip")) : List.of();
        return new Assignment("team", 1 + random.nextInt(9), new Strategy(order, sticky, needs), members);
    }

    @Provide
    Arbitrary<List<Lead>> leads() {
        return Arbitraries.of(Set.<String>of(), Set.of("german"), Set.of("v"), Set.of("german", "v", "x"))
                .list()
                .ofMaxSize(40)
                .map(tags -> {
                    List<Lead> leads = new ArrayList<>();
                    tags.forEach(its -> leads.add(lead(leads.size(), its)));
                    return leads;
                });
    }
}
