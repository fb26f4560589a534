package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportResult;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.LineOutcome.Unchanged;
import dev.leadkit.csv.MatchKey;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.operation.Operation;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import dev.leadkit.undo.KeptChange;
import dev.leadkit.undo.UndoOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows B14 and E10: an import is one operation, and is taken back as one. */
class ImportUndoTest {
    private static final ImportSettings BY_EMAIL =
            ImportSettings.builder().matchBy(MatchKey.EMAIL).build();

    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder().store(store).clock(clock).build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final Map<LeadId, UndoOutcome> told = new LinkedHashMap<>();

    private ImportResult imported(String... lines) {
        ImportPlan plan = desk.imports().plan(CsvSource.ofText(String.join("\n", lines)), BY_EMAIL, line -> {});
        ImportResult result = desk.imports().run(plan, line -> {});
        clock.advance(Duration.ofHours(1));
        return result;
    }

    private OperationId operation(ImportResult result) {
        return Objects.requireNonNull(result.operation());
    }

    private OperationReport undo(OperationId operation) {
        told.clear();
        return desk.undo(operation, portion -> told.putAll(portion.outcomes()));
    }

    private Lead jane() {
        return desk.create(NewLead.named("Jane").email("jane@x.org").tag("fair"));
    }

    private Lead byName(String name) {
        return desk.list(LeadQuery.of(LeadFilter.all())).items().stream()
                .filter(lead -> lead.contact().name() != null
                        && lead.contact().name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long listed() {
        return desk.list(LeadQuery.of(LeadFilter.all()).limit(500)).items().size();
    }

    @Test
    void an_import_is_an_operation_that_tells_what_it_did() {
        Lead jane = jane();

        ImportResult result = imported("email,name,company", "jane@x.org,Jane,Acme", "bo@x.org,Bo,", ",No key,");

        Operation operation = desk.operations().get(operation(result));
        assertThat(operation.type()).isEqualTo(Operation.IMPORT);
        assertThat(operation.id()).hasToString(result.id());
        assertThat(operation.progress().finished()).isTrue();
        assertThat(operation.progress().begun()).isEqualTo(2);
        assertThat(operation.progress().counts()).isEqualTo(Map.of("created", 1L, "updated", 1L));
        assertThat(desk.operations().leads(operation.id(), 0))
                .containsExactly(jane.id(), byName("Bo").id());
    }

    @Test
    void undone_it_withdraws_whom_it_made_and_gives_the_others_back_what_they_had() {
        Lead jane = jane();
        OperationId operation = operation(
                imported("email,name,company,tags,stage", "jane@x.org,Jane Roe,Acme,vip,contacted", "bo@x.org,Bo,,,"));
        LeadId bo = byName("Bo").id();

        OperationReport report = undo(operation);

        Lead back = desk.get(jane.id());
        assertThat(report.counts()).isEqualTo(Map.of("restored", 2L));
        assertThat(back.contact()).isEqualTo(jane.contact());
        assertThat(back.tags()).isEqualTo(jane.tags());
        assertThat(back.stage()).isEqualTo("new");
        assertThat(back.stageEnteredAt()).isEqualTo(jane.stageEnteredAt());
        assertThat(desk.get(bo).withdrawn()).isTrue();
        assertThat(listed()).isEqualTo(1);
        assertThat(undo(operation).counts()).isEqualTo(Map.of("nothing-to-undo", 2L));
    }

    @Test
    void what_somebody_did_since_stays_and_is_told() {
        Lead jane = jane();
        OperationId operation = operation(
                imported("email,name,company", "jane@x.org,Jane Roe,Acme", "bo@x.org,Bo,Acme", "cy@x.org,Cy,Acme"));
        LeadId bo = byName("Bo").id();
        LeadId cy = byName("Cy").id();
        desk.update(jane.id(), LeadUpdate.begin().name("Janet Roe"));
        desk.note(bo, "called");

        OperationReport report = undo(operation);

        assertThat(report.counts()).isEqualTo(Map.of("partly", 1L, "refused", 1L, "restored", 1L));
        assertThat(told.get(jane.id()))
                .isInstanceOfSatisfying(
                        UndoOutcome.Partly.class,
                        partly -> assertThat(partly.kept())
                                .extracting(KeptChange::field, KeptChange::code)
                                .containsExactly(
                                        org.assertj.core.api.Assertions.tuple("name", KeptChange.CHANGED_SINCE)));
        assertThat(told.get(bo)).isInstanceOf(UndoOutcome.Refused.class);
        assertThat(desk.get(jane.id()).contact().company()).isNull();
        assertThat(desk.get(bo).withdrawn()).isFalse();
        assertThat(desk.get(cy).withdrawn()).isTrue();
    }

    @Test
    void the_undo_is_undone_and_one_line_is_undone_by_itself() {
        OperationId operation = operation(imported("email,name", "bo@x.org,Bo", "cy@x.org,Cy"));
        List<Lead> leads = desk.list(LeadQuery.of(LeadFilter.all())).items();
        OperationId undo = Objects.requireNonNull(undo(operation).operation());
        assertThat(listed()).isZero();

        undo(undo);
        assertThat(listed()).isEqualTo(2);

        Activity created =
                desk.timeline(leads.get(0).id(), PageRequest.first(1)).items().get(0);
        desk.undo(created.changeset());
        assertThat(listed()).isEqualTo(1);
    }

    @Test
    void an_import_that_ended_too_early_is_undone_as_far_as_it_came() {
        String[] lines = IntStream.range(-1, 1200)
                .mapToObj(i -> i < 0 ? "email,name" : "lead%d@x.org,Lead %d".formatted(i, i))
                .toArray(String[]::new);
        for (int i = 0; i < 501 + 7; i++) { // 500 leads and their record, then a record and some
            store.beforeTheNextCommit(() -> {});
        }
        store.beforeTheNextCommit(() -> {
            throw new StoreException("the machine went down", null);
        });
        assertThatThrownBy(() -> imported(lines)).isInstanceOf(StoreException.class);
        Operation operation =
                desk.operations().list(PageRequest.first(5)).items().get(0);
        assertThat(operation.progress().finished()).isFalse();
        assertThat(operation.progress().total()).isEqualTo(1200);
        assertThat(operation.progress().begun()).isEqualTo(1000);

        OperationReport report = undo(operation.id());

        assertThat(report.counts()).isEqualTo(Map.of("restored", 506L, "erased", 494L));
        assertThat(listed()).isZero();
        assertThatThrownBy(() -> desk.bulk().resume(operation.id()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expected one of type bulk, found import");
    }

    @Test
    void large_tables_keep_their_leads_by_portions() {
        int size = 1300;
        String[] lines = IntStream.range(-1, size)
                .mapToObj(i -> i < 0 ? "email,name" : "lead%d@x.org,Lead %d".formatted(i, i))
                .toArray(String[]::new);
        OperationId operation = operation(imported(lines));

        List<LeadId> kept = new ArrayList<>();
        for (int i = 0; i <= desk.operations().get(operation).progress().portion(); i++) {
            kept.addAll(desk.operations().leads(operation, i));
        }
        assertThat(kept).hasSize(size).doesNotHaveDuplicates();
        assertThat(undo(operation).count("restored")).isEqualTo(size);
        desk.operations().forget(operation);
        assertThat(desk.operations().find(operation)).isEmpty();
    }

    @Test
    void where_nothing_was_written_or_is_kept_there_is_no_operation() {
        String[] table = {"email,name", "bo@x.org,Bo"};
        imported(table);
        List<Object> again = new ArrayList<>();

        ImportPlan plan = desk.imports().plan(CsvSource.ofText(String.join("\n", table)), BY_EMAIL, again::add);
        assertThat(desk.imports().run(plan, line -> {}).operation()).isNull();
        assertThat(again).allMatch(Unchanged.class::isInstance);

        store.declaring(Capabilities.NONE);
        assertThat(imported("email,name", "cy@x.org,Cy").operation()).isNull();
        assertThat(desk.list(LeadQuery.of(LeadFilter.all())).items().stream()
                        .map(lead ->
                                Objects.requireNonNull(lead.contact().name()).value())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Bo", "Cy");
    }
}
