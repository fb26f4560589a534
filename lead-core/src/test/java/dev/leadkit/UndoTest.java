package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.identity.MergePreview;
import dev.leadkit.insight.LeadHistory;
import dev.leadkit.insight.StageVisit;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.StageMap;
import dev.leadkit.operation.Operation;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationNotFoundException;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import dev.leadkit.undo.KeptChange;
import dev.leadkit.undo.UndoOutcome;
import dev.leadkit.undo.UndoOutcome.Erased;
import dev.leadkit.undo.UndoOutcome.Merged;
import dev.leadkit.undo.UndoOutcome.NothingToUndo;
import dev.leadkit.undo.UndoOutcome.Partly;
import dev.leadkit.undo.UndoOutcome.Refused;
import dev.leadkit.undo.UndoOutcome.Restored;
import dev.leadkit.undo.UndoResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row B14: undo of an edit, a move, a creation, a merge and a bulk; what stays is told with its reason. */
class UndoTest {
    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder().store(store).clock(clock).build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private Lead lead = desk.create(NewLead.named("Al"));

    @BeforeEach
    void time_goes_on() {
        clock.advance(Duration.ofHours(1));
    }

    private List<Activity> timeline(LeadId id) {
        return desk.timeline(id, PageRequest.first(500)).items();
    }

    private ChangesetId last(LeadId id) {
        List<Activity> timeline = timeline(id);
        return timeline.get(timeline.size() - 1).changeset();
    }

    private UndoOutcome undoLast() {
        return desk.undo(last(lead.id())).outcome(lead.id());
    }

    private static List<String> kept(UndoOutcome outcome) {
        List<KeptChange> kept = outcome instanceof Partly partly
                ? partly.kept()
                : outcome instanceof Refused refused ? refused.kept() : List.of();
        return kept.stream().map(each -> each.field() + " " + each.code()).toList();
    }

    @Test
    void a_move_goes_back_to_when_the_lead_entered_its_stage_and_leaves_a_trace() {
        desk.transition(lead.id(), "contacted");
        ChangesetId move = last(lead.id());

        UndoResult result = desk.undo(move);

        Lead back = desk.get(lead.id());
        assertThat(result.outcomes()).containsExactly(Map.entry(lead.id(), new Restored(back)));
        assertThat(back.stage()).isEqualTo("new");
        assertThat(back.stageEnteredAt()).isEqualTo(lead.stageEnteredAt());
        assertThat(back.version()).isEqualTo(3);
        assertThat(back.lastActivityAt()).isEqualTo(clock.instant());
        Activity told = timeline(lead.id()).get(timeline(lead.id()).size() - 1);
        assertThat(told.change()).isInstanceOf(Change.StageChanged.class);
        assertThat(told.cause()).isEqualTo(new Cause(Cause.UNDO, move.toString()));
        assertThat(told.changeset()).isEqualTo(result.changeset());
    }

    @Test
    void a_move_that_was_undone_tells_how_long_it_was_and_is_no_visit() {
        clock.advance(Duration.ofHours(9));
        desk.transition(lead.id(), "contacted");
        clock.advance(Duration.ofHours(5));
        desk.transition(lead.id(), "lost", "oops");
        ChangesetId move = last(lead.id());
        clock.advance(Duration.ofHours(2));
        desk.undo(move);
        ChangesetId undo = last(lead.id());
        clock.advance(Duration.ofHours(3));

        assertThat(timeline(lead.id()))
                .extracting(Activity::change)
                .contains(new Change.StageChanged("lost", "contacted", null, Duration.ofHours(2)));
        LeadHistory history = desk.insights().history(lead.id()).orElseThrow();
        assertThat(history.timeIn("lost")).isEmpty();
        assertThat(history.timeIn("contacted")).get().satisfies(time -> {
            assertThat(time.visits()).isEqualTo(1);
            assertThat(time.latest()).isEqualTo(Duration.ofHours(10));
            assertThat(time.enteredAt()).isEqualTo(desk.get(lead.id()).stageEnteredAt());
        });

        desk.undo(undo);
        LeadHistory again = desk.insights().history(lead.id()).orElseThrow();
        assertThat(again.timeIn("contacted").orElseThrow().cumulative()).isEqualTo(Duration.ofHours(5));
        assertThat(again.timeIn("lost").orElseThrow().latest()).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void a_lead_whose_move_to_another_pipeline_was_undone_has_its_visits_there_again() {
        desk.pipelines().publish(desk.pipelines().plan(Pipeline.parse(service()), StageMap.NONE));
        desk.transition(lead.id(), "contacted");
        desk.moveTo(lead.id(), "service", "new");
        clock.advance(Duration.ofHours(1));
        desk.undo(last(lead.id()));

        LeadHistory history = desk.insights().history(lead.id()).orElseThrow();
        assertThat(history.pipeline()).isEqualTo("five-stage");
        assertThat(history.visits()).extracting(StageVisit::stage).containsExactly("new", "contacted");
    }

    private static String service() {
        return Pipeline.fiveStage().toJson().replace("five-stage", "service");
    }

    @Test
    void a_lost_lead_opens_again_without_its_reason_though_nothing_leads_back() {
        desk.transition(lead.id(), "lost", "price");
        assertThat(desk.preview(lead.id(), "new").isAllowed()).isFalse();

        undoLast();

        assertThat(desk.get(lead.id()).closed()).isFalse();
        assertThat(desk.get(lead.id()).lostReason()).isNull();
        assertThat(desk.get(lead.id()).pinned()).doesNotContain(LeadField.STAGE);
    }

    @Test
    void what_somebody_did_since_to_something_else_stays() {
        desk.assign(lead.id(), "bob");
        ChangesetId assigned = last(lead.id());
        desk.tag(lead.id(), "vip");
        desk.note(lead.id(), "called");

        UndoOutcome outcome = desk.undo(assigned).outcome(lead.id());

        assertThat(outcome).isInstanceOf(Restored.class);
        assertThat(desk.get(lead.id()).assignee()).isNull();
        assertThat(desk.get(lead.id()).tags()).containsExactly("vip");
    }

    @Test
    void where_somebody_did_something_to_the_same_that_stays_and_is_told() {
        desk.update(lead.id(), LeadUpdate.begin().name("Alice").company("Acme"));
        ChangesetId update = last(lead.id());
        desk.update(lead.id(), LeadUpdate.begin().name("Alice Liddell"));

        UndoOutcome outcome = desk.undo(update).outcome(lead.id());

        assertThat(outcome).isInstanceOf(Partly.class);
        assertThat(kept(outcome)).containsExactly("name changed-since");
        Lead now = desk.get(lead.id());
        assertThat(now.contact().company()).isNull();
        assertThat(now.contact().name()).extracting("value").isEqualTo("Alice Liddell");
        assertThat(now.pinned()).contains(LeadField.NAME).doesNotContain(LeadField.COMPANY);
    }

    @Test
    void the_same_value_set_once_more_on_purpose_stays() {
        desk.assign(lead.id(), "bob");
        ChangesetId first = last(lead.id());
        desk.assign(lead.id(), "cy");
        desk.assign(lead.id(), "bob");

        UndoOutcome outcome = desk.undo(first).outcome(lead.id());

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(kept(outcome)).containsExactly("assignee changed-since");
        assertThat(desk.get(lead.id()).assignee()).isEqualTo("bob");
    }

    @Test
    void once_what_came_later_is_undone_itself_it_stands_in_nobody_s_way() {
        desk.assign(lead.id(), "bob");
        ChangesetId first = last(lead.id());
        desk.assign(lead.id(), "cy");
        undoLast();

        assertThat(desk.undo(first).outcome(lead.id())).isInstanceOf(Restored.class);
        assertThat(desk.get(lead.id()).assignee()).isNull();
    }

    @Test
    void undone_twice_nothing_happens_and_the_undo_undone_does_it_again() {
        desk.tag(lead.id(), "vip");
        ChangesetId tagged = last(lead.id());
        ChangesetId undo = Objects.requireNonNull(desk.undo(tagged).changeset());

        UndoResult twice = desk.undo(tagged);
        assertThat(twice.changeset()).isNull();
        assertThat(twice.outcome(lead.id())).isEqualTo(new NothingToUndo(desk.get(lead.id())));

        ChangesetId redo = Objects.requireNonNull(desk.undo(undo).changeset());
        assertThat(desk.get(lead.id()).tags()).containsExactly("vip");
        assertThat(desk.undo(undo).outcome(lead.id())).isInstanceOf(NothingToUndo.class);

        desk.undo(tagged);
        assertThat(desk.get(lead.id()).tags()).isEmpty();
        assertThat(desk.undo(redo).outcome(lead.id())).isInstanceOf(NothingToUndo.class);
    }

    @Test
    void a_note_stays_in_the_timeline_and_that_is_told() {
        desk.note(lead.id(), "called");

        assertThat(kept(undoLast())).containsExactly("notes append-only");
        assertThat(desk.get(lead.id()).version()).isEqualTo(2);
    }

    @Test
    void a_legal_hold_is_neither_lifted_nor_set_by_an_undo() {
        desk.retention().hold(lead.id(), "case-4711", "evidence");
        assertThat(kept(undoLast())).containsExactly("hold legal-hold", "notes append-only");
        assertThat(desk.get(lead.id()).holds()).containsExactly("case-4711");

        desk.retention().lift(lead.id(), "case-4711", "settled");
        assertThat(kept(undoLast())).containsExactly("hold legal-hold", "notes append-only");
        assertThat(desk.get(lead.id()).holds()).isEmpty();
    }

    @Test
    void a_creation_is_undone_past_a_legal_hold_that_stays() {
        desk.retention().hold(lead.id(), "case-4711", "evidence");
        ChangesetId creation = timeline(lead.id()).get(0).changeset();

        desk.undo(creation);
        desk.undo(last(lead.id()));

        assertThat(desk.get(lead.id()).holds()).containsExactly("case-4711");
    }

    @Test
    void an_address_that_was_put_first_goes_and_the_others_have_their_order_again() {
        lead = desk.create(NewLead.named("Bo").email("a@x.org").email("b@x.org"));
        time_goes_on();
        desk.update(lead.id(), LeadUpdate.begin().email("b@x.org"));
        ChangesetId moved = last(lead.id());
        desk.update(lead.id(), LeadUpdate.begin().email("c@x.org"));

        desk.undo(moved);

        Lead now = desk.get(lead.id());
        assertThat(now.contact().emails()).extracting("value").containsExactly("c@x.org", "a@x.org", "b@x.org");
        assertThat(now.contact().emails().get(2))
                .isEqualTo(lead.contact().emails().get(1));
        assertThat(now.pinned()).contains(LeadField.EMAIL);
    }

    @Test
    void an_order_that_alone_was_changed_is_as_before_too() {
        lead = desk.create(NewLead.named("Bo").email("a@x.org").email("b@x.org"));
        desk.update(lead.id(), LeadUpdate.begin().email("b@x.org")); // at the same instant

        assertThat(undoLast()).isInstanceOf(Restored.class);

        assertThat(desk.get(lead.id()).contact()).isEqualTo(lead.contact());
    }

    @Test
    void an_address_that_came_goes_with_the_identity_that_it_made() {
        desk.update(lead.id(), LeadUpdate.begin().email("a@x.org"));
        assertThat(desk.get(lead.id()).identities()).hasSize(1);

        undoLast();

        assertThat(desk.get(lead.id()).identities()).isEmpty();
    }

    @Test
    void a_lead_that_was_created_by_mistake_is_withdrawn_and_comes_back_with_the_redo() {
        ChangesetId created = last(lead.id());

        UndoResult undo = desk.undo(created);

        assertThat(undo.outcome(lead.id())).isInstanceOf(Restored.class);
        assertThat(desk.list(LeadQuery.all()).items()).isEmpty();
        assertThat(desk.get(lead.id()).withdrawn()).isTrue();
        assertThat(desk.undo(created).outcome(lead.id())).isInstanceOf(NothingToUndo.class);
        desk.undo(Objects.requireNonNull(undo.changeset()));
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
    }

    @Test
    void a_lead_that_somebody_worked_on_since_is_not_taken_away() {
        ChangesetId created = last(lead.id());
        desk.assign(lead.id(), "bob");
        desk.note(lead.id(), "called");

        UndoOutcome outcome = desk.undo(created).outcome(lead.id());

        assertThat(kept(outcome)).containsExactly("assignee changed-since", "notes changed-since");
        assertThat(desk.get(lead.id()).withdrawn()).isFalse();
    }

    @Test
    void there_is_no_way_back_into_a_stage_that_is_gone() {
        desk.transition(lead.id(), "contacted");
        desk.transition(lead.id(), "qualified");
        LeadDesk later = LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(Pipeline.named("five-stage")
                        .open("new", "New")
                        .open("qualified", "Qualified")
                        .won("converted", "Converted")
                        .lost("lost", "Lost")
                        .allow("new", "qualified")
                        .allow("qualified", "converted")
                        .allowFromAnyOpenStage("lost")
                        .build())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));

        UndoOutcome outcome = later.undo(last(lead.id())).outcome(lead.id());

        assertThat(kept(outcome)).containsExactly("stage unknown-stage");
        assertThat(desk.get(lead.id()).stage()).isEqualTo("qualified");
    }

    @Test
    void a_lead_does_not_open_again_beside_the_visitor_s_new_one() {
        lead = desk.create(NewLead.named("Al").externalId("crm-1"));
        desk.transition(lead.id(), "lost");
        desk.create(NewLead.named("Al").externalId("crm-1"));

        assertThat(kept(undoLast())).containsExactly("lead identity-taken");
        assertThat(desk.get(lead.id()).closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {Cause.MESSAGE, Cause.KNOWN_CHANNEL_USER, Cause.CLOSED_LATELY})
    void what_follows_from_a_message_is_not_undone(String code) {
        TenantId acme = TenantId.of("acme");
        ChangesetBuilder unit = kit.wiring().changeset(acme, Actor.rule("r"));
        Instant now = clock.instant();
        unit.update(lead, lead.toBuilder().tags(Set.of("hot")).build(), now, new Cause(code, "m-1"));
        store.commit(unit.build());

        assertThat(kept(undoLast())).containsExactly("lead of-a-conversation");
        assertThat(desk.get(lead.id()).tags()).containsExactly("hot");
    }

    @Test
    void a_merge_is_taken_apart_and_its_undo_merges_again() {
        Lead other = desk.create(NewLead.named("Al").company("Acme"));
        MergePreview preview = desk.merges().preview(lead.id(), other.id());
        desk.merges().apply(preview);
        ChangesetId merge = last(other.id());

        UndoResult undo = desk.undo(merge);

        assertThat(undo.outcomes().values()).allMatch(Restored.class::isInstance);
        assertThat(desk.get(other.id()).mergedInto()).isNull();
        assertThat(desk.get(lead.id()).contact().company()).isNull();
        assertThat(desk.undo(merge).outcomes().values()).allMatch(NothingToUndo.class::isInstance);

        UndoResult redo = desk.undo(Objects.requireNonNull(undo.changeset()));
        assertThat(redo.outcomes()).hasSize(2);
        assertThat(desk.get(other.id()).mergedInto()).isEqualTo(lead.id());
        assertThat(desk.undo(merge).outcomes().values()).allMatch(Restored.class::isInstance);
        assertThat(desk.get(other.id()).mergedInto()).isNull();
    }

    @Test
    void the_undo_of_a_merge_that_was_taken_apart_chooses_again_what_was_chosen() {
        Lead other = desk.create(NewLead.named("Bo").assignee("bob").company("Acme"));
        desk.update(lead.id(), LeadUpdate.begin().company("Globex"));
        desk.assign(lead.id(), "ann");
        Map<String, LeadId> chosen = Map.of("name", other.id(), "assignee", other.id());
        Lead merged = desk.merges().apply(desk.merges().preview(lead.id(), other.id(), chosen));
        UndoResult undo = desk.undo(last(other.id()));
        assertThat(desk.get(lead.id()).displayName()).isEqualTo("Al");

        desk.undo(Objects.requireNonNull(undo.changeset()));

        Lead again = desk.get(lead.id());
        assertThat(again.contact()).isEqualTo(merged.contact());
        assertThat(again.assignee()).isEqualTo("bob");
        assertThat(again.pinned()).isEqualTo(merged.pinned());
    }

    @Test
    void the_undo_of_a_merge_that_was_taken_apart_chooses_the_survivors_own_again() {
        LeadDesk host = kit.tenant("acme").as(Actor.system());
        Lead one = host.create(NewLead.named("First"));
        Lead two = desk.create(NewLead.named("Second"));
        desk.merges().apply(desk.merges().preview(one.id(), two.id(), Map.of("name", one.id())));
        UndoResult undo = desk.undo(last(two.id()));

        desk.undo(Objects.requireNonNull(undo.changeset()));

        assertThat(desk.get(one.id()).displayName()).isEqualTo("First");
    }

    @Test
    void what_was_done_to_a_lead_that_is_merged_away_is_not_undone_there() {
        desk.tag(lead.id(), "vip");
        ChangesetId tagged = last(lead.id());
        Lead other = desk.create(NewLead.named("Al"));
        desk.merges().apply(desk.merges().preview(other.id(), lead.id()));

        assertThat(desk.undo(tagged).outcome(lead.id())).isEqualTo(new Merged(other.id()));
    }

    @Test
    void of_a_changeset_that_nobody_made_here_nothing_comes() {
        LeadDesk other = kit.tenant("globex").as(Actor.user("eve"));

        assertThat(desk.undo(new ChangesetId(new UUID(0, 1))).outcomes()).isEmpty();
        assertThat(other.undo(last(lead.id())).outcomes()).isEmpty();
        assertThatThrownBy(() -> other.undo(new OperationId(new UUID(0, 1))))
                .isInstanceOf(OperationNotFoundException.class);
    }

    @Test
    void who_is_faster_is_seen_by_the_undo() {
        desk.assign(lead.id(), "bob");
        store.beforeTheNextCommit(() -> desk.assign(lead.id(), "cy"));

        UndoOutcome outcome = undoLast();

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(desk.get(lead.id()).assignee()).isEqualTo("cy");
    }

    @Test
    void a_bulk_is_undone_for_each_of_its_leads_with_an_outcome_of_its_own() {
        Lead untouched = desk.create(NewLead.named("Bo"));
        Lead movedOn = desk.create(NewLead.named("Cy"));
        Lead erased = desk.create(NewLead.named("Di"));
        Lead refused = desk.create(NewLead.named("Ed"));
        desk.transition(refused.id(), "lost");
        List<LeadId> ids = List.of(untouched.id(), movedOn.id(), erased.id(), refused.id());
        OperationId bulk = Objects.requireNonNull(desk.bulk()
                .run(BulkAction.transition("contacted"), BulkTarget.of(ids))
                .operation());
        desk.transition(movedOn.id(), "qualified");
        desk.personalData().erase(Set.of(erased.id()), new Cause(Cause.SUBJECT_REQUEST, "t-1"));
        Map<LeadId, UndoOutcome> outcomes = new LinkedHashMap<>();

        OperationReport report = desk.undo(bulk, portion -> outcomes.putAll(portion.outcomes()));

        assertThat(report.counts())
                .isEqualTo(Map.of("restored", 1L, "refused", 1L, "erased", 1L, "nothing-to-undo", 1L));
        assertThat(outcomes.keySet()).containsExactlyElementsOf(ids);
        assertThat(outcomes)
                .containsEntry(untouched.id(), new Restored(desk.get(untouched.id())))
                .containsEntry(erased.id(), new Erased())
                .containsEntry(refused.id(), new NothingToUndo(desk.get(refused.id())));
        assertThat(kept(Objects.requireNonNull(outcomes.get(movedOn.id())))).containsExactly("stage changed-since");
        Operation kept = desk.operations().get(Objects.requireNonNull(report.operation()));
        assertThat(kept.type()).isEqualTo(Operation.UNDO);
        assertThat(kept.request()).isEqualTo(bulk.toString());
        assertThat(desk.operations().leads(kept.id(), 0)).isEqualTo(ids);
    }

    @Test
    void an_undo_that_the_storage_ended_is_simply_asked_for_again() {
        List<LeadId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(desk.create(NewLead.named("Lead " + i)).id());
        }
        OperationId bulk = Objects.requireNonNull(desk.bulk().tag(ids, "vip").operation());
        for (int i = 0; i < 3; i++) {
            store.beforeTheNextCommit(() -> {});
        }
        store.beforeTheNextCommit(() -> {
            throw new StoreException("the machine went down", null);
        });
        assertThatThrownBy(() -> desk.undo(bulk)).isInstanceOf(StoreException.class);

        OperationReport report = desk.undo(bulk);

        assertThat(report.counts()).isEqualTo(Map.of("nothing-to-undo", 2L, "restored", 3L));
        assertThat(ids).allMatch(id -> desk.get(id).tags().isEmpty());
    }

    @Test
    void what_stays_is_told_without_its_value() {
        desk.update(lead.id(), LeadUpdate.begin().email("jane@x.org"));
        ChangesetId update = last(lead.id());
        time_goes_on();
        desk.update(lead.id(), LeadUpdate.begin().email("jane@x.org"));

        UndoOutcome outcome = desk.undo(update).outcome(lead.id());

        assertThat(kept(outcome)).containsExactly("email changed-since");
        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::kept)
                .asString()
                .doesNotContain("jane");
    }
}
