package dev.leadkit.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who gets a lead, and why. */
class AssignmentTest {
    private static final Lead LEAD = aLead().build();

    private static Lead.Builder aLead() {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        return Lead.builder(new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.WIDGET, now)
                .stage("five-stage", 1, "new", false, now);
    }

    /** Who gets so many equal leads, one after the other. */
    private static List<String> chosen(Assignment assignment, int leads) {
        List<String> chosen = new ArrayList<>();
        Rotation rotation = Rotation.START;
        for (int i = 0; i < leads; i++) {
            AssignmentDecision decision = assignment.decide(LEAD, null, rotation, Map.of());
            chosen.add(decision.chosen());
            rotation = decision.next();
        }
        return chosen;
    }

    private static List<String> codes(AssignmentDecision decision, String user) {
        return decision.candidates().stream()
                .filter(candidate -> candidate.user().equals(user))
                .flatMap(candidate -> candidate.reasons().stream())
                .map(Reason::code)
                .toList();
    }

    @Test
    void round_robin_gives_one_to_each_in_the_order_of_the_members() {
        Assignment team = Assignment.of(
                "t",
                Strategy.roundRobin(),
                Member.of("cy").withWeight(5), // which counts in another order
                Member.of("ann"),
                Member.of("ben"));

        assertThat(chosen(team, 7)).containsExactly("cy", "ann", "ben", "cy", "ann", "ben", "cy");
    }

    @Test
    void weights_are_kept_within_a_round_and_spread_over_it_as_nginx_does() {
        Assignment team =
                Assignment.of("t", Strategy.weighted(), Member.of("a").withWeight(5), Member.of("b"), Member.of("c"));

        assertThat(chosen(team, 14))
                .as("the example of nginx's commit, twice")
                .containsExactly("a", "a", "b", "a", "c", "a", "a", "a", "a", "b", "a", "c", "a", "a");
    }

    @Test
    void by_capacity_whoever_can_take_the_most_more_comes_first_and_equals_in_turn() {
        Assignment team = Assignment.of(
                "t",
                Strategy.byCapacity(),
                Member.of("ann").withCapacity(2),
                Member.of("ben").withCapacity(4),
                Member.of("cy").withCapacity(6));
        List<String> chosen = new ArrayList<>();
        Rotation rotation = Rotation.START;
        Map<String, Long> open = new HashMap<>(Map.of("cy", 1L));
        for (int i = 0; i < 6; i++) {
            AssignmentDecision decision = team.decide(LEAD, null, rotation, open);
            chosen.add(decision.chosen());
            rotation = decision.next();
            open.merge(decision.chosen(), 1L, Long::sum);
        }

        assertThat(chosen).containsExactly("cy", "ben", "cy", "cy", "ben", "ann");
    }

    @Test
    void every_candidate_is_listed_with_each_reason() {
        Assignment team = Assignment.of(
                "t",
                Strategy.roundRobin().needing(Need.forTag("de", "german")),
                Member.of("ann").withSkills("german"),
                Member.of("ben").withCapacity(3).withAway(true),
                Member.of("cy").withSkills("german").withCapacity(2),
                Member.of("dee").withSkills("german"));

        AssignmentDecision decision =
                team.decide(aLead().tags(Set.of("de")).build(), null, Rotation.START, Map.of("ben", 4L, "cy", 2L));

        assertThat(decision.chosen()).isEqualTo("ann");
        assertThat(decision.why()).isEqualTo(Reason.of("round-robin", "is next in turn"));
        assertThat(decision.candidates())
                .containsExactly(
                        new Candidate("ann", List.of(Reason.of("chosen", "is next in turn"))),
                        new Candidate(
                                "ben",
                                List.of(
                                        Reason.of("away", "is away"),
                                        Reason.of("at-capacity", "has 4 open leads and takes at most 3"),
                                        Reason.of("lacks-skill", "lacks german"))),
                        new Candidate("cy", List.of(Reason.of("at-capacity", "has 2 open leads and takes at most 2"))),
                        new Candidate("dee", List.of(Reason.of("not-next", "could take it, and another comes first"))));
    }

    @Test
    void skills_must_cover_all_that_a_lead_needs() {
        Assignment team = Assignment.of(
                "t",
                Strategy.roundRobin()
                        .needing(Need.forTag("de", "german"))
                        .needing(Need.forSource("whatsapp", "chat"))
                        .needing(Need.forCondition("big", lead -> lead.tags().size() > 1, "enterprise")),
                Member.of("ann").withSkills("german"),
                Member.of("ben").withSkills("german", "chat"),
                Member.of("cy").withSkills("german", "chat", "enterprise"));
        Lead german = aLead().tags(Set.of("de")).build();
        Lead chat = aLead().tags(Set.of("de")).source(LeadSource.WHATSAPP).build();
        Lead big = aLead().tags(Set.of("de", "vip")).source(LeadSource.WHATSAPP).build();

        assertThat(team.decide(german, null, Rotation.START, Map.of()).chosen()).isEqualTo("ann");
        assertThat(team.decide(chat, null, Rotation.START, Map.of()).chosen()).isEqualTo("ben");
        AssignmentDecision decision = team.decide(big, null, Rotation.START, Map.of());
        assertThat(decision.chosen()).isEqualTo("cy");
        assertThat(decision.candidates().get(0).reasons())
                .containsExactly(Reason.of("lacks-skill", "lacks chat, enterprise"));
    }

    @Test
    void when_nobody_can_the_candidates_say_why_and_no_turn_is_taken() {
        Assignment team = Assignment.of(
                "t",
                Strategy.roundRobin(),
                Member.of("ann").withAway(true),
                Member.of("ben").withCapacity(1));
        Rotation before = new Rotation(Map.of("ann", 5L, "ben", -5L));

        AssignmentDecision decision = team.decide(LEAD, null, before, Map.of("ben", 1L));

        assertThat(decision.chosen()).isNull();
        assertThat(decision.why().code()).isEqualTo("nobody-can");
        assertThat(codes(decision, "ann")).containsExactly("away");
        assertThat(codes(decision, "ben")).containsExactly("at-capacity");
        assertThat(decision.next()).isEqualTo(before);
        assertThat(team.hasRoom(Map.of("ben", 1L))).isFalse();
        assertThat(team.hasRoom(Map.of("ben", 0L))).isTrue();
    }

    @Test
    void a_sticky_strategy_gives_a_visitor_back_to_whom_he_knows_and_takes_no_turn() {
        Assignment team =
                Assignment.of("t", Strategy.roundRobin().stickyToPrevious(), Member.of("ann"), Member.of("ben"));

        AssignmentDecision back = team.decide(LEAD, "ben", Rotation.START, Map.of());

        assertThat(back.chosen()).isEqualTo("ben");
        assertThat(back.why().code()).isEqualTo("previous");
        assertThat(codes(back, "ann")).containsExactly("not-next");
        assertThat(back.next()).isEqualTo(Rotation.START);
    }

    @Test
    void whoever_he_knows_but_can_not_take_the_lead_or_left_is_passed_over() {
        Assignment team = Assignment.of(
                "t",
                Strategy.roundRobin().stickyToPrevious(),
                Member.of("ann"),
                Member.of("ben").withAway(true));

        AssignmentDecision away = team.decide(LEAD, "ben", Rotation.START, Map.of());

        assertThat(away.chosen()).isEqualTo("ann");
        assertThat(away.why().code()).isEqualTo("round-robin");
        assertThat(codes(away, "ben")).containsExactly("away");
        assertThat(team.decide(LEAD, "zoe", Rotation.START, Map.of()).chosen()).isEqualTo("ann");
    }

    @Test
    void one_who_is_not_sticky_does_not_ask_whom_the_visitor_knows() {
        Assignment team = Assignment.of("t", Strategy.roundRobin(), Member.of("ann"), Member.of("ben"));

        assertThat(team.decide(LEAD, "ben", Rotation.START, Map.of()).chosen()).isEqualTo("ann");
    }

    @Test
    void a_lead_that_is_not_to_be_assigned_stays_with_whom_it_is() {
        Assignment team = Assignment.of("t", Strategy.roundRobin(), Member.of("ann"));
        Instant at = LEAD.createdAt();

        assertThat(List.of(
                        aLead().assignee("zoe").build(),
                        aLead().stage("five-stage", 1, "lost", true, at).build(),
                        aLead().withdrawn(true).build(),
                        aLead().mergedInto(new LeadId(new UUID(0, 2))).build()))
                .extracting(lead -> team.decide(lead, null, Rotation.START, Map.of()))
                .extracting(
                        AssignmentDecision::chosen, decision -> decision.why().code(), AssignmentDecision::candidates)
                .containsExactly(
                        tuple(null, "already-assigned", List.of()),
                        tuple(null, "closed", List.of()),
                        tuple(null, "withdrawn", List.of()),
                        tuple(null, "merged", List.of()));
    }

    @Test
    void who_was_away_comes_back_to_his_turn_and_not_to_a_heap() {
        Assignment team = Assignment.of("t", Strategy.roundRobin(), Member.of("ann"), Member.of("ben"));
        Assignment alone = team.withAway("ann", true);
        Rotation rotation = Rotation.START;
        for (int i = 0; i < 100; i++) {
            rotation = alone.decide(LEAD, null, rotation, Map.of()).next();
        }
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            AssignmentDecision decision = alone.withAway("ann", false).decide(LEAD, null, rotation, Map.of());
            rotation = decision.next();
            chosen.add(decision.chosen());
        }

        assertThat(chosen).containsExactly("ann", "ben", "ann", "ben");
        assertThat(alone.version()).isEqualTo(2);
        assertThatThrownBy(() -> team.withAway("zoe", true)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void who_leaves_takes_no_more_than_a_turn_along_even_if_he_had_nearly_all_the_weight() {
        Assignment before = Assignment.of(
                "t", Strategy.weighted(), Member.of("big").withWeight(1_000), Member.of("ann"), Member.of("ben"));
        Rotation rotation = Rotation.START;
        for (int i = 0; i < 501; i++) { // until ann just had her one turn and ben is about to have his
            rotation = before.decide(LEAD, null, rotation, Map.of()).next();
        }
        Assignment after = Assignment.of("t", Strategy.weighted(), Member.of("ann"), Member.of("ben"));
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            AssignmentDecision decision = after.decide(LEAD, null, rotation, Map.of());
            rotation = decision.next();
            chosen.add(decision.chosen());
        }

        assertThat(chosen).containsExactly("ben", "ann", "ben", "ann", "ben", "ann");
        assertThat(rotation.credits()).doesNotContainKey("big");
    }

    @Test
    void values_out_of_range_are_refused() {
        assertThatThrownBy(() -> Member.of(" ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Member.of("a").withWeight(0)).hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> Member.of("a").withCapacity(0)).hasMessageContaining("1 to 1000000");
        assertThatThrownBy(() -> Member.of("a").withSkills("\n")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Need.forTag(" ", "x")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Assignment.of("t", Strategy.roundRobin()))
                .isInstanceOf(InvalidDefinitionException.class);
        assertThatThrownBy(() -> Rotation.parse("{}")).isInstanceOf(InvalidDefinitionException.class);
    }

    @Test
    void a_rotation_comes_back_from_its_text() {
        Assignment team = Assignment.of("t", Strategy.roundRobin(), Member.of("ann"), Member.of("ben"), Member.of("c"));
        Rotation rotation = team.decide(LEAD, null, Rotation.START, Map.of()).next();

        assertThat(rotation.credits())
                .isEqualTo(Map.of("ann", -666_666_666_666L, "ben", 333_333_333_333L, "c", 333_333_333_333L));
        assertThat(Rotation.parse(rotation.toJson(team))).isEqualTo(rotation);
        assertThat(new Rotation(Map.of("ann", Long.MAX_VALUE)).credits()).containsEntry("ann", Rotation.MOST);
    }
}
