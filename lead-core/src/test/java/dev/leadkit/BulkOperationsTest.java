package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkEdits;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkOutcome.Applied;
import dev.leadkit.bulk.BulkOutcome.Erased;
import dev.leadkit.bulk.BulkOutcome.NotFound;
import dev.leadkit.bulk.BulkOutcome.Unmatched;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.Operation;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationNotFoundException;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.operation.Portion;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnsupportedCapabilityException;
import dev.leadkit.undo.KeptChange;
import dev.leadkit.undo.UndoOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Rows B14 and E9: a bulk is kept track of, by ids and by filter, and goes on after a crash without doing anything twice. */
class BulkOperationsTest {
    private static final TenantId ACME = TenantId.of("acme");

    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder().store(store).clock(clock).build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final List<Portion<BulkOutcome>> told = new ArrayList<>();

    /** The desk's, with portions of three leads. */
    private BulkEdits bulk() {
        Actor ann = Actor.user("ann");
        return new DeskBulk(kit.wiring(), ACME, ann, new DeskWork(kit.wiring(), ACME, ann), 3);
    }

    private List<LeadId> leads(int count) {
        List<LeadId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofSeconds(1));
            ids.add(desk.create(NewLead.named("Lead " + i).tag("fair")).id());
        }
        return ids;
    }

    private Map<LeadId, BulkOutcome> outcomes() {
        Map<LeadId, BulkOutcome> all = new LinkedHashMap<>();
        told.forEach(portion -> all.putAll(portion.outcomes()));
        return all;
    }

    private void failAtCommit(int number) {
        for (int i = 1; i < number; i++) {
            store.beforeTheNextCommit(() -> {});
        }
        store.beforeTheNextCommit(() -> {
            throw new StoreException("the machine went down", null);
        });
    }

    private OperationId onlyOperation() {
        List<Operation> operations =
                desk.operations().list(PageRequest.first(10)).items();
        assertThat(operations).hasSize(1);
        return operations.get(0).id();
    }

    private long notes(LeadId id) {
        return desk.timeline(id, PageRequest.first(500)).items().stream()
                .filter(activity -> activity.change() instanceof Change.Noted)
                .count();
    }

    @Test
    void a_bulk_by_filter_goes_through_all_that_pass_it_and_tells_how_far_it_is() {
        List<LeadId> ids = leads(7);
        Lead other = desk.create(NewLead.named("Other"));

        OperationReport report = bulk().run(
                        BulkAction.transition("lost", "no budget"),
                        BulkTarget.matching(LeadFilter.all().taggedAny("fair")),
                        told::add);

        assertThat(report.counts()).isEqualTo(Map.of("applied", 7L));
        assertThat(told).extracting(Portion::done).containsExactly(3L, 6L, 7L);
        assertThat(told).allMatch(portion -> portion.total() == 7 && report.operation() != null);
        assertThat(outcomes().keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids).allMatch(id -> "no budget".equals(desk.get(id).lostReason()));
        assertThat(desk.get(other.id()).stage()).isEqualTo("new");
    }

    @Test
    void what_a_lead_s_timeline_tells_of_a_bulk_names_the_operation() {
        LeadId id = leads(1).get(0);

        OperationId operation = desk.bulk().tag(List.of(id), "vip").operation();

        Activity last = desk.timeline(id, PageRequest.first(50)).items().stream()
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(last.change()).isEqualTo(new Change.Tagged("vip"));
        assertThat(last.cause()).isEqualTo(new Cause(Cause.OPERATION, String.valueOf(operation)));
    }

    @Test
    void who_began_what_and_when_is_kept_with_the_leads_until_it_is_forgotten() {
        List<LeadId> ids = leads(7);
        OperationId id = Objects.requireNonNull(
                bulk().run(BulkAction.tag("vip"), BulkTarget.of(ids)).operation());

        Operation kept = desk.operations().get(id);

        assertThat(kept.type()).isEqualTo(Operation.BULK);
        assertThat(kept.actor()).isEqualTo(Actor.user("ann"));
        assertThat(kept.at()).isEqualTo(clock.instant());
        assertThat(kept.progress().counts()).isEqualTo(Map.of("applied", 7L));
        assertThat(kept.progress().finished()).isTrue();
        assertThat(desk.operations().leads(id, 1)).isEqualTo(ids.subList(3, 6));
        desk.operations().forget(id);
        assertThat(desk.operations().find(id)).isEmpty();
        assertThatThrownBy(() -> desk.operations().leads(id, 1)).isInstanceOf(OperationNotFoundException.class);
        assertThat(kit.tenant("globex").as(Actor.user("eve")).operations().find(id))
                .isEmpty();
    }

    @Test
    void what_somebody_searched_for_is_not_kept_once_all_is_done() {
        leads(7);
        LeadFilter search = LeadFilter.all().matching("lead");

        OperationId id = Objects.requireNonNull(
                bulk().run(BulkAction.tag("vip"), BulkTarget.matching(search)).operation());

        assertThat(desk.operations().get(id).request()).isEqualTo("{\"action\":{\"type\":\"tag\",\"tag\":\"vip\"}}");
    }

    @Test
    void after_a_crash_at_any_commit_it_goes_on_and_notes_each_lead_once() {
        for (int commit = 2; commit <= 13; commit++) { // a record a portion, seven leads, one at the end
            store.forget();
            List<LeadId> ids = leads(7);
            failAtCommit(commit);
            BulkTarget target = BulkTarget.matching(LeadFilter.all().taggedAny("fair"));
            if (commit > 11) {
                bulk().run(BulkAction.note("met at the fair"), target);
                store.forgetMeddlers();
            } else {
                assertThatThrownBy(() -> bulk().run(BulkAction.note("met at the fair"), target))
                        .isInstanceOf(StoreException.class);
            }
            told.clear();

            OperationReport report = bulk().resume(onlyOperation(), told::add);

            assertThat(report.counts()).as("crash at %d", commit).isEqualTo(Map.of("applied", 7L));
            assertThat(ids).as("crash at %d", commit).allMatch(id -> notes(id) == 1);
            assertThat(desk.operations().get(onlyOperation()).progress().finished())
                    .isTrue();
            assertThat(outcomes())
                    .allSatisfy((id, outcome) -> assertThat(outcome).isEqualTo(new Applied(desk.get(id))));
        }
    }

    @Test
    void after_a_crash_in_a_bulk_by_ids_the_moves_made_are_told_as_made() {
        for (int commit = 4; commit <= 13; commit++) { // three portions are kept first
            store.forget();
            List<LeadId> ids = leads(7);
            failAtCommit(commit);
            assertThatThrownBy(() -> bulk().run(BulkAction.transition("lost", "price"), BulkTarget.of(ids)))
                    .as("crash at %d", commit)
                    .isInstanceOf(StoreException.class);
            told.clear();

            OperationReport report = bulk().resume(onlyOperation(), told::add);

            assertThat(report.counts()).as("crash at %d", commit).isEqualTo(Map.of("applied", 7L));
            assertThat(ids).allSatisfy(id -> {
                assertThat(desk.get(id).version()).isEqualTo(2);
                assertThat(desk.get(id).lostReason()).isEqualTo("price");
            });
        }
    }

    @Test
    void a_bulk_that_ended_before_all_its_ids_were_kept_did_nothing_and_says_so() {
        List<LeadId> ids = leads(7);
        failAtCommit(2);
        assertThatThrownBy(() -> bulk().run(BulkAction.tag("vip"), BulkTarget.of(ids)))
                .isInstanceOf(StoreException.class);

        assertThatThrownBy(() -> bulk().resume(onlyOperation())).isInstanceOf(OperationNotFoundException.class);

        assertThat(ids).allMatch(id -> desk.get(id).version() == 1);
        desk.operations().forget(onlyOperation());
        assertThat(desk.operations().list(PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void what_the_listener_throws_ends_the_work_after_its_portion() {
        List<LeadId> ids = leads(7);
        var full = new IllegalStateException("disk full");

        assertThatThrownBy(() -> bulk().run(BulkAction.note("x"), BulkTarget.of(ids), portion -> {
                    throw full;
                }))
                .isSameAs(full);
        assertThat(ids).filteredOn(id -> notes(id) == 1).hasSize(3);

        bulk().resume(onlyOperation());
        assertThat(ids).allMatch(id -> notes(id) == 1);
    }

    @Test
    void one_that_came_to_its_end_stays_as_it_is() {
        List<LeadId> ids = leads(7);
        OperationId several = Objects.requireNonNull(
                bulk().run(BulkAction.note("x"), BulkTarget.of(ids)).operation());
        OperationId single = Objects.requireNonNull(bulk().run(BulkAction.note("x"), BulkTarget.of(ids.subList(0, 2)))
                .operation());

        assertThat(bulk().resume(several).counts()).isEqualTo(Map.of("applied", 7L));
        assertThat(bulk().resume(single).counts()).isEqualTo(Map.of("applied", 2L));

        assertThat(notes(ids.get(0))).isEqualTo(2);
        assertThat(notes(ids.get(6))).isEqualTo(1);
    }

    @Test
    void of_two_who_go_on_with_the_same_one_is_told_and_nothing_is_done_twice() {
        List<LeadId> ids = leads(7);
        failAtCommit(5);
        assertThatThrownBy(() -> bulk().run(BulkAction.note("x"), BulkTarget.of(ids)))
                .isInstanceOf(StoreException.class);
        OperationId id = onlyOperation();
        for (int i = 0; i < 3; i++) {
            store.beforeTheNextCommit(() -> {});
        }
        store.beforeTheNextCommit(() -> bulk().resume(id));

        assertThatThrownBy(() -> bulk().resume(id)).isInstanceOf(StaleDocumentException.class);

        assertThat(ids).allMatch(lead -> notes(lead) == 1);
    }

    @Test
    void a_lead_that_no_longer_passes_the_filter_is_left_to_who_was_faster() {
        List<LeadId> ids = leads(2);
        store.beforeTheNextCommit(() -> desk.assign(ids.get(0), "cy"));

        OperationReport report = bulk().run(
                        BulkAction.assign("bob"),
                        BulkTarget.matching(LeadFilter.all().assignedToNobody()),
                        told::add);

        assertThat(report.counts()).isEqualTo(Map.of("applied", 1L, "unmatched", 1L));
        assertThat(desk.get(ids.get(0)).assignee()).isEqualTo("cy");
        assertThat(outcomes()).containsEntry(ids.get(0), new Unmatched(desk.get(ids.get(0))));
    }

    @Test
    void values_that_many_can_share_are_set_on_each() {
        List<LeadId> ids = leads(2);

        bulk().run(BulkAction.edit().company("Acme").expecting(Money.of("5", "EUR")), BulkTarget.of(ids));

        assertThat(ids).allSatisfy(id -> {
            assertThat(desk.get(id).contact().company()).extracting("value").isEqualTo("Acme");
            assertThat(desk.get(id).expectedAmount()).extracting("value").isEqualTo(Money.of("5", "EUR"));
        });
    }

    @Test
    void erasing_takes_each_lead_once_and_a_crash_does_not_change_what_is_told() {
        List<LeadId> ids = leads(3);
        LeadId unknown = new LeadId(new UUID(0, 1));
        List<LeadId> asked = List.of(ids.get(0), unknown, ids.get(1));
        BulkAction erase = BulkAction.erase(new Cause(Cause.SUBJECT_REQUEST, "ticket-1"));
        Map<String, Long> would = bulk().dryRun(erase, BulkTarget.of(asked)).counts();

        OperationReport report = bulk().run(erase, BulkTarget.of(asked), told::add);

        assertThat(report.counts())
                .isEqualTo(Map.of("erased", 2L, "not-found", 1L))
                .isEqualTo(would);
        assertThat(outcomes()).containsEntry(ids.get(0), new Erased()).containsEntry(unknown, new NotFound());
        assertThat(desk.find(ids.get(0))).isEmpty();
        assertThat(desk.find(ids.get(2))).isPresent();
        assertThat(bulk().resume(Objects.requireNonNull(report.operation())).counts())
                .isEqualTo(report.counts());
    }

    @Test
    void a_dry_run_writes_nothing_and_needs_no_record() {
        leads(4);
        int before = store.commits();

        OperationReport report =
                bulk().dryRun(BulkAction.transition("lost"), BulkTarget.matching(LeadFilter.all()), told::add);

        assertThat(store.commits()).isEqualTo(before);
        assertThat(report.counts()).isEqualTo(Map.of("applied", 4L));
        assertThat(report.operation()).isNull();
        assertThat(told).hasSize(2).allMatch(portion -> portion.operation() == null);
    }

    @Test
    void over_a_store_without_documents_it_is_done_all_the_same_but_not_kept() {
        List<LeadId> ids = leads(4);
        store.declaring(Capabilities.NONE);

        OperationReport report = bulk().run(BulkAction.tag("vip"), BulkTarget.of(ids), told::add);

        assertThat(report.counts()).isEqualTo(Map.of("applied", 4L));
        assertThat(report.operation()).isNull();
        assertThatThrownBy(desk::operations).isInstanceOf(UnsupportedCapabilityException.class);
        assertThatThrownBy(() -> bulk().run(BulkAction.erase(new Cause("x", "y")), BulkTarget.of(ids)))
                .isInstanceOf(UnsupportedCapabilityException.class);
    }

    @Test
    void nobody_is_asked_for_when_nobody_passes() {
        OperationReport report = desk.bulk().run(BulkAction.tag("vip"), BulkTarget.matching(LeadFilter.all()));

        assertThat(report.total()).isZero();
        assertThat(report.operation()).isNull();
    }

    @Test
    void what_can_t_be_kept_is_refused_before_anything_is_read() {
        BulkTarget target = BulkTarget.matching(LeadFilter.all().inStage("a\u0007"));

        assertThatThrownBy(() -> desk.bulk().run(BulkAction.tag("vip"), target))
                .isInstanceOf(InvalidInputException.class);
    }

    /** Two places in the second stage, and one way there. */
    private LeadDesk crowded() {
        return LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(Pipeline.named("five-stage")
                        .open("new", "New")
                        .stage(Stage.of("offer", "Offer", StageCategory.OPEN)
                                .withWipLimit(WipLimit.of(2).asHard()))
                        .won("won", "Won")
                        .allow("new", "offer")
                        .allow("offer", "won")
                        .build())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    @Test
    void into_a_stage_with_a_hard_limit_only_so_many_are_moved_as_the_dry_run_said() {
        List<LeadId> ids = leads(4);
        BulkTarget target = BulkTarget.of(ids);
        BulkAction offer = BulkAction.transition("offer");
        LeadDesk crowded = crowded();
        Map<LeadId, BulkOutcome> would = new LinkedHashMap<>();
        crowded.bulk().dryRun(offer, target, portion -> would.putAll(portion.outcomes()));

        OperationReport report = crowded.bulk().run(offer, target, told::add);

        assertThat(outcomes().values())
                .extracting(BulkOutcome::code)
                .containsExactly("applied", "applied", "refused", "refused");
        assertThat(outcomes()).isEqualTo(would);
        assertThat(crowded.bulk()
                        .resume(Objects.requireNonNull(report.operation()))
                        .counts())
                .isEqualTo(report.counts());
        assertThat(desk.get(ids.get(0)).version()).isEqualTo(2);
    }

    @Test
    void back_into_a_stage_with_a_hard_limit_only_so_many_go_as_it_has_places() {
        List<LeadId> ids = leads(3);
        LeadDesk crowded = crowded();
        crowded.bulk().transition(ids.subList(0, 2), "offer");
        OperationId won = Objects.requireNonNull(
                crowded.bulk().transition(ids.subList(0, 2), "won").operation());
        crowded.transition(ids.get(2), "offer");
        Map<LeadId, UndoOutcome> outcomes = new LinkedHashMap<>();

        crowded.undo(won, portion -> outcomes.putAll(portion.outcomes()));

        assertThat(outcomes.get(ids.get(0))).isInstanceOf(UndoOutcome.Restored.class);
        assertThat(outcomes.get(ids.get(1)))
                .asInstanceOf(InstanceOfAssertFactories.type(UndoOutcome.Refused.class))
                .satisfies(refused -> assertThat(refused.kept())
                        .extracting(KeptChange::field, KeptChange::code)
                        .containsExactly(tuple("stage", WipLimit.CODE)));
        assertThat(desk.get(ids.get(0)).stage()).isEqualTo("offer");
        assertThat(desk.get(ids.get(1)).stage()).isEqualTo("won");
    }
}
