package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.assign.Assignment;
import dev.leadkit.assign.AssignmentDecision;
import dev.leadkit.assign.AssignmentResult;
import dev.leadkit.assign.Assignments;
import dev.leadkit.assign.DrainResult;
import dev.leadkit.assign.Member;
import dev.leadkit.assign.Need;
import dev.leadkit.assign.Strategy;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.UnsupportedCapabilityException;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LeadDeskAssignmentsTest {
    private static final DocumentKey ROTATION = new DocumentKey("rotation", "five-stage");
    private static final Assignment THREE =
            Assignment.of("inbound", Strategy.roundRobin(), Member.of("ann"), Member.of("ben"), Member.of("cy"));

    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder()
            .store(store)
            .clock(clock)
            .condition("big-deal", lead -> lead.expectedAmount() != null)
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("lead"));
    private final Assignments assignments = desk.assignments();

    private LeadId aLead() {
        clock.advance(Duration.ofSeconds(1));
        return desk.create(NewLead.unknown()).id();
    }

    private List<LeadId> leads(int number) {
        List<LeadId> leads = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            leads.add(aLead());
        }
        return leads;
    }

    /** How many leads each has. */
    private Map<String, Integer> shares() {
        Map<String, Integer> shares = new HashMap<>();
        LeadQuery query = LeadQuery.all().limit(500);
        while (true) {
            var page = desk.list(query);
            page.items().forEach(lead -> shares.merge(String.valueOf(lead.assignee()), 1, Integer::sum));
            if (page.next() == null) {
                return shares;
            }
            query = query.after(page.next());
        }
    }

    private long rotationVersion() {
        return store.capabilities()
                .requireDocuments()
                .find(kit.tenant("acme").id(), ROTATION)
                .orElseThrow()
                .version();
    }

    @Test
    void leads_go_round_and_the_timeline_says_by_which_assignment() {
        // docs/assignment.md shows these lines.
        Assignment inbound = Assignment.of(
                "inbound",
                Strategy.weighted().stickyToPrevious().needing(Need.forTag("de", "german")),
                Member.of("ann").withWeight(2).withCapacity(20).withSkills("german"),
                Member.of("ben").withCapacity(10));
        desk.assignments().publish(inbound);
        LeadId lead = desk.create(NewLead.named("Jane").tag("de")).id();

        AssignmentDecision decision = desk.assignments().assign(lead);

        assertThat(decision.chosen()).isEqualTo("ann");
        assertThat(desk.get(lead).assignee()).isEqualTo("ann");
        assertThat(desk.get(lead).pinned()).contains(LeadField.ASSIGNEE);
        List<Activity> timeline = desk.timeline(lead, PageRequest.first(50)).items();
        Activity last = timeline.get(timeline.size() - 1);
        assertThat(last.change()).isEqualTo(new Change.Assigned(null, "ann"));
        assertThat(last.cause()).isEqualTo(new Cause(Cause.ASSIGNMENT, "inbound@1"));
        assertThat(last.actor()).isEqualTo(Actor.user("lead"));
    }

    @Test
    void a_lead_that_somebody_has_keeps_him_and_nothing_is_written() {
        assignments.publish(THREE);
        LeadId lead = aLead();
        assignments.assign(lead);
        int commits = store.commits();

        AssignmentDecision again = assignments.assign(lead);

        assertThat(again.chosen()).isNull();
        assertThat(again.why().code()).isEqualTo("already-assigned");
        assertThat(desk.get(lead).assignee()).isEqualTo("ann");
        assertThat(store.commits()).isEqualTo(commits);
    }

    @Test
    void a_thousand_at_once_are_spread_with_one_writing_of_the_rotation_a_portion() {
        assignments.publish(THREE);
        List<LeadId> leads = leads(1_000);
        int commits = store.commits();

        AssignmentResult result = assignments.assignAll(leads);

        assertThat(result.assigned()).isEqualTo(1_000);
        assertThat(result.decisions().keySet()).containsExactlyElementsOf(leads);
        assertThat(shares()).isEqualTo(Map.of("ann", 334, "ben", 333, "cy", 333));
        assertThat(store.commits() - commits).isEqualTo(2);
        assertThat(rotationVersion()).isEqualTo(2);
    }

    @Test
    void at_once_is_as_one_by_one() {
        assignments.publish(THREE);
        LeadDesk other = kit.tenant("globex").as(Actor.user("lead"));
        other.assignments().publish(THREE);
        List<LeadId> ours = leads(7);
        AssignmentResult atOnce = assignments.assignAll(ours);
        for (LeadId lead : ours) {
            LeadId theirs = other.create(NewLead.unknown()).id();

            AssignmentDecision alone = other.assignments().assign(theirs);

            assertThat(alone.chosen()).isEqualTo(atOnce.decisions().get(lead).chosen());
            assertThat(alone.next()).isEqualTo(atOnce.decisions().get(lead).next());
        }
    }

    @Test
    void of_many_each_is_told_by_itself() {
        assignments.publish(THREE);
        LeadId free = aLead();
        LeadId closed = aLead();
        desk.transition(closed, "lost");
        LeadId foreign = kit.tenant("globex")
                .as(Actor.user("eve"))
                .create(NewLead.unknown())
                .id();
        LeadId unknown = new LeadId(new UUID(0, 7));

        AssignmentResult result = assignments.assignAll(List.of(closed, foreign, free, unknown, free));

        assertThat(result.decisions().values())
                .extracting(decision -> decision.why().code())
                .containsExactly("closed", "not-found", "round-robin", "not-found");
        assertThatThrownBy(() -> assignments.assign(unknown)).isInstanceOf(LeadNotFoundException.class);
        assertThatThrownBy(() -> assignments.explain(foreign)).isInstanceOf(LeadNotFoundException.class);
    }

    @Test
    void an_explanation_is_the_decision_and_writes_nothing() {
        assignments.publish(THREE);
        LeadId lead = aLead();
        int commits = store.commits();

        AssignmentDecision dry = assignments.explain(lead);

        assertThat(store.commits()).isEqualTo(commits);
        assertThat(desk.get(lead).assignee()).isNull();
        assertThat(assignments.assign(lead)).isEqualTo(dry);
    }

    @Test
    void whoever_was_faster_is_reckoned_with() {
        assignments.publish(THREE);
        LeadId ours = aLead();
        LeadId theirs = aLead();
        store.beforeTheNextCommit(() -> assignments.assign(theirs));

        assignments.assign(ours);

        assertThat(desk.get(theirs).assignee()).isEqualTo("ann");
        assertThat(desk.get(ours).assignee()).isEqualTo("ben");
    }

    @Test
    void whoever_assigns_after_the_count_does_not_make_it_one_too_many() {
        assignments.publish(
                Assignment.of("t", Strategy.roundRobin(), Member.of("ann").withCapacity(1)));
        LeadId ours = aLead();
        LeadId theirs = aLead();
        store.afterTheNextBoard(() -> assignments.assign(theirs));

        AssignmentDecision decision = assignments.assign(ours);

        assertThat(decision.why().code()).isEqualTo("nobody-can");
        assertThat(desk.get(theirs).assignee()).isEqualTo("ann");
    }

    @Test
    void a_lead_that_somebody_assigns_meanwhile_stays_with_whom_he_chose() {
        assignments.publish(THREE);
        List<LeadId> leads = leads(3);
        store.beforeTheNextCommit(() -> desk.assign(leads.get(1), "zoe"));

        AssignmentResult result = assignments.assignAll(leads);

        assertThat(result.decisions().values())
                .extracting(AssignmentDecision::chosen)
                .containsExactly("ann", null, "ben");
        assertThat(desk.get(leads.get(1)).assignee()).isEqualTo("zoe");
    }

    @Test
    void capacity_counts_open_leads_however_they_came_to_somebody() {
        assignments.publish(
                Assignment.of("t", Strategy.roundRobin(), Member.of("ann").withCapacity(2)));
        LeadId byHand = aLead();
        desk.assign(byHand, "ann");
        List<LeadId> leads = leads(3);

        assertThat(assignments.assignAll(leads).assigned()).isEqualTo(1);
        assertThat(assignments.explain(leads.get(1)).candidates().get(0).reasons())
                .extracting(reason -> reason.code() + ": " + reason.text())
                .containsExactly("at-capacity: has 2 open leads and takes at most 2");

        desk.transition(byHand, "lost");
        assertThat(assignments.assign(leads.get(1)).chosen()).isEqualTo("ann");
        assertThat(assignments.assign(leads.get(2)).why().code()).isEqualTo("nobody-can");
    }

    @Test
    void one_who_was_given_too_much_by_hand_gets_nothing_until_he_has_room() {
        assignments.publish(Assignment.of(
                "t",
                Strategy.byCapacity(),
                Member.of("ann").withCapacity(2),
                Member.of("ben").withCapacity(1)));
        leads(3).forEach(lead -> desk.assign(lead, "ann"));
        List<LeadId> more = leads(2);

        AssignmentResult result = assignments.assignAll(more);

        assertThat(result.decisions().values())
                .extracting(AssignmentDecision::chosen)
                .containsExactly("ben", null);
    }

    @Test
    void the_backlog_drains_oldest_first_until_all_are_full_and_then_stays() {
        List<LeadId> backlog = leads(7);
        assignments.publish(Assignment.of(
                "t",
                Strategy.roundRobin(),
                Member.of("ann").withCapacity(3),
                Member.of("ben").withCapacity(2)));

        DrainResult first = assignments.drain(2);
        DrainResult rest = assignments.drain(100);
        DrainResult again = assignments.drain(100);

        assertThat(first.assigned())
                .extracting(AssignmentDecision::lead)
                .containsExactlyElementsOf(backlog.subList(0, 2));
        assertThat(first.full()).isFalse();
        assertThat(rest.assigned())
                .extracting(AssignmentDecision::lead)
                .containsExactlyElementsOf(backlog.subList(2, 5));
        assertThat(rest.full()).isTrue();
        assertThat(again).isEqualTo(new DrainResult(List.of(), 0, true));
        assertThat(shares()).isEqualTo(Map.of("ann", 3, "ben", 2, "null", 2));

        desk.transition(backlog.get(0), "lost");
        assertThat(assignments.drain(100).assigned())
                .extracting(AssignmentDecision::lead)
                .containsExactly(backlog.get(5));
    }

    @Test
    void a_lead_that_nobody_can_take_does_not_keep_younger_ones_waiting() {
        List<LeadId> german = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            german.add(aLead());
            desk.tag(german.get(i), "de");
        }
        LeadId young = aLead();
        assignments.publish(Assignment.of(
                "t",
                Strategy.roundRobin().needing(Need.forTag("de", "german")),
                Member.of("ann").withSkills("german").withAway(true),
                Member.of("ben")));

        DrainResult drained = assignments.drain(1);

        assertThat(drained.assigned()).extracting(AssignmentDecision::lead).containsExactly(young);
        assertThat(drained.passedOver()).isEqualTo(60);
        assertThat(drained.full()).isFalse();
        assertThat(assignments.drain(1)).isEqualTo(new DrainResult(List.of(), 60, false));
        assertThatThrownBy(() -> assignments.drain(0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void more_than_a_page_of_backlog_is_drained_in_one_go() {
        leads(1_203);
        assignments.publish(THREE);

        DrainResult drained = assignments.drain(Integer.MAX_VALUE);

        assertThat(drained.assigned()).hasSize(1_203);
        assertThat(shares()).isEqualTo(Map.of("ann", 401, "ben", 401, "cy", 401));
        assertThat(desk.list(LeadQuery.of(LeadFilter.all().assignedToNobody())).items())
                .isEmpty();
    }

    @Test
    void a_visitor_who_comes_back_meets_whom_he_knows() {
        assignments.publish(
                Assignment.of("t", Strategy.roundRobin().stickyToPrevious(), Member.of("ann"), Member.of("ben")));
        Lead first = desk.get(aLead());
        desk.assign(first.id(), "ben");
        desk.transition(first.id(), "lost");
        Lead second = desk.get(aLead());
        var unit = kit.wiring().changeset(second.tenant(), Actor.system());
        unit.update(second, second.toBuilder().previous(first.id()).build(), clock.instant(), null);
        store.commit(unit.build());

        AssignmentDecision decision = assignments.assign(second.id());

        assertThat(decision.chosen()).isEqualTo("ben");
        assertThat(decision.why().code()).isEqualTo("previous");
        assertThat(assignments.assign(aLead()).chosen()).as("no turn was taken").isEqualTo("ann");
    }

    @Test
    void without_a_team_nobody_gets_anything() {
        LeadId lead = aLead();

        assertThat(assignments.assignment()).isEmpty();
        assertThat(assignments.assign(lead).why().code()).isEqualTo("no-assignment");
        assertThat(assignments.drain(10)).isEqualTo(new DrainResult(List.of(), 0, true));
    }

    @Test
    void a_team_is_replaced_by_a_later_version_only() {
        assignments.publish(THREE);
        assignments.publish(THREE); // as it is
        Assignment next = THREE.withAway("ann", true);
        Assignment rival = THREE.withAway("ben", true);
        store.beforeTheNextCommit(() -> assignments.publish(rival));

        assertThatThrownBy(() -> assignments.publish(next))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("assignment.version: expected 3 or more, found 2");
        assertThat(assignments.assignment()).contains(rival);
        assertThat(kit.tenant("globex").as(Actor.system()).assignments().assignment())
                .isEmpty();
    }

    @Test
    void the_rotation_goes_on_when_the_team_changes() {
        assignments.publish(THREE);
        assertThat(assignments.assign(aLead()).chosen()).isEqualTo("ann");
        assignments.publish(THREE.withAway("ben", true));

        assertThat(assignments.assign(aLead()).chosen()).isEqualTo("cy");
    }

    @Test
    void a_condition_of_the_host_is_known_by_its_name() {
        Need big = Need.forCondition("big-deal", lead -> false, "enterprise");
        Assignment team = Assignment.of(
                "t",
                Strategy.roundRobin().needing(big),
                Member.of("ann"),
                Member.of("ben").withSkills("enterprise"));
        assignments.publish(team);
        LeadId lead = aLead();
        desk.update(lead, LeadUpdate.begin().expecting(Money.of("9000", "EUR")));

        assertThat(assignments.assign(lead).chosen())
                .as("by the kit's condition")
                .isEqualTo("ben");
        Need unknown = Need.forCondition("small-deal", its -> true, "enterprise");
        assertThatThrownBy(() -> assignments.publish(
                        new Assignment("t", 2, Strategy.roundRobin().needing(unknown), team.members())))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("/strategy/needs/0/condition: unknown-condition");
        assertThatThrownBy(() -> LeadKit.builder().condition("a", its -> true).condition("a", its -> true))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_store_without_documents_is_told_at_once() {
        MeddledStore plain = new MeddledStore().declaring(Capabilities.NONE);
        LeadDesk its = LeadKit.builder().store(plain).build().tenant("acme").as(Actor.user("ann"));

        assertThatThrownBy(its::assignments).isInstanceOf(UnsupportedCapabilityException.class);
    }

    /** Eight at once, one by one and in bulk: turns are fair within one, and no capacity is exceeded. */
    @Test
    void eight_threads_share_out_as_one_would() throws Exception {
        LeadKit quiet = LeadKit.builder().store(new InMemoryLeadStore()).build();
        LeadDesk shared = quiet.tenant("acme").as(Actor.system());
        shared.assignments()
                .publish(Assignment.of(
                        "t",
                        Strategy.roundRobin(),
                        Member.of("ann"),
                        Member.of("ben"),
                        Member.of("cy"),
                        Member.of("dee")));
        LeadDesk limited = quiet.tenant("globex").as(Actor.system());
        limited.assignments()
                .publish(Assignment.of(
                        "t",
                        Strategy.byCapacity(),
                        Member.of("ann").withCapacity(17),
                        Member.of("ben").withCapacity(40)));
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            work.add(() -> {
                for (int i = 0; i < 25; i++) {
                    List<LeadId> some = new ArrayList<>();
                    for (int n = 0; n < 1 + i % 3; n++) {
                        some.add(shared.create(NewLead.unknown()).id());
                    }
                    assertThat(shared.assignments().assignAll(some).assigned()).isEqualTo(some.size());
                    limited.create(NewLead.unknown());
                    limited.assignments().drain(2);
                }
                return null;
            });
        }
        run(work);

        Map<String, Integer> shares = new HashMap<>();
        for (String user : List.of("ann", "ben", "cy", "dee")) {
            shares.put(user, (int) countOf(shared, user));
        }
        assertThat(shares.values()).as(shares.toString()).allMatch(share -> share == 98 || share == 99);
        assertThat(shares.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(8 * 49);
        assertThat(countOf(limited, "ann")).isEqualTo(17);
        assertThat(countOf(limited, "ben")).isEqualTo(40);
    }

    private static long countOf(LeadDesk desk, String user) {
        return desk.board(BoardQuery.of(LeadFilter.all().assignedTo(user))).columns().stream()
                .mapToLong(Board.Column::count)
                .sum();
    }

    private static void run(List<Callable<Void>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
