package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.HiddenField;
import dev.leadkit.csv.CsvField;
import dev.leadkit.csv.CsvFormat;
import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ImportCounts;
import dev.leadkit.csv.ImportListener;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportResult;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.LineError;
import dev.leadkit.csv.LineOutcome;
import dev.leadkit.csv.LineOutcome.Conflicted;
import dev.leadkit.csv.LineOutcome.Created;
import dev.leadkit.csv.LineOutcome.Refused;
import dev.leadkit.csv.LineOutcome.Unchanged;
import dev.leadkit.csv.LineOutcome.Updated;
import dev.leadkit.csv.MatchKey;
import dev.leadkit.csv.NumberForm;
import dev.leadkit.csv.OnMatch;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Change.FieldChanged;
import dev.leadkit.lead.Change.StageChanged;
import dev.leadkit.lead.Change.Tagged;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.LostReason;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.plan.Plan;
import dev.leadkit.plan.Quota;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadDeskImportTest {
    private static final ImportSettings BY_EMAIL =
            ImportSettings.builder().matchBy(MatchKey.EMAIL).build();

    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder().store(store).clock(clock).build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final List<LineOutcome> planned = new ArrayList<>();
    private final List<LineOutcome> done = new ArrayList<>();

    private static CsvSource table(String... lines) {
        return CsvSource.ofText(String.join("\n", lines));
    }

    private ImportPlan plan(ImportSettings settings, String... lines) {
        planned.clear();
        return desk.imports().plan(table(lines), settings, planned::add);
    }

    private ImportResult run(ImportPlan plan) {
        done.clear();
        return desk.imports().run(plan, done::add);
    }

    private ImportCounts imported(ImportSettings settings, String... lines) {
        return run(plan(settings, lines)).counts();
    }

    private Lead byEmail(String email) {
        return desk.findByIdentity(Identity.claimed(IdentityKind.EMAIL, email)).orElseThrow();
    }

    private List<Lead> leads() {
        return desk.list(LeadQuery.all()).items();
    }

    private List<String> errors() {
        return planned.stream()
                .filter(Refused.class::isInstance)
                .flatMap(outcome -> ((Refused) outcome).errors().stream().map(error -> outcome.line() + " " + error))
                .toList();
    }

    private static void assertRefused(LineOutcome line, String code) {
        assertThat(line)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(LineError::code)
                                .containsExactly(code));
    }

    private static ImportCounts counts(long created, long updated, long unchanged, long refused, long conflicted) {
        return new ImportCounts(created, updated, unchanged, refused, conflicted);
    }

    @Test
    void plans_without_writing_and_then_does_what_was_planned() {
        Lead known = desk.create(NewLead.named("Jane").email("jane@acme.example"));
        ImportSettings settings = ImportSettings.builder()
                .matchBy(MatchKey.EMAIL)
                .currency("EUR")
                .source(LeadSource.of("fair"))
                .build();

        ImportPlan plan = plan(
                settings,
                "Full Name;E-Mail;Phone;Company;Deal Value;Status;Tags;Owner;Shoe size",
                "Jane Doe;JANE@acme.example;;Acme;1200.50;Contacted;vip;;38",
                "Bo;bo@acme.example;+47 22 33 44 55;Bø AS;;;new; ;",
                "Cy;cy@acme.example;;;;elsewhere;;;");

        assertThat(store.commits()).isEqualTo(1);
        assertThat(plan.counts()).isEqualTo(counts(1, 1, 0, 1, 0));
        assertThat(plan.columns().ignored()).containsExactly("Shoe size");
        assertThat(planned.get(0))
                .isEqualTo(new Updated(
                        2,
                        known.id(),
                        List.of(
                                new FieldChanged("name", "Jane", "Jane Doe"),
                                new FieldChanged("company", null, "Acme"),
                                new FieldChanged("amount", null, "1200.5 EUR"),
                                new Tagged("vip"),
                                new StageChanged("new", "contacted", null, Duration.ZERO))));
        assertThat(errors())
                .containsExactly("4 Status: invalid-value: expected one of new, contacted, qualified, converted, lost,"
                        + " found another text; correct the cell or leave it empty");

        ImportResult result = run(plan);

        assertThat(result.counts()).isEqualTo(plan.counts());
        assertThat(done.get(0)).isEqualTo(planned.get(0));
        assertThat(done.get(2)).isEqualTo(planned.get(2));
        Lead made = desk.get(((Created) done.get(1)).lead());
        assertThat(((Created) done.get(1)).changes()).isEqualTo(((Created) planned.get(1)).changes());
        assertThat(made.contact().name().value()).isEqualTo("Bo");
        assertThat(made.contact().phones())
                .extracting(phone -> phone.value().value())
                .containsExactly("4722334455");
        assertThat(made.source()).isEqualTo(LeadSource.of("fair"));
        assertThat(made.tags()).containsExactly("new");
        assertThat(desk.get(known.id()).stage()).isEqualTo("contacted");
        assertThat(desk.timeline(known.id(), PageRequest.first(100)).items())
                .filteredOn(activity -> activity.version() == 2)
                .extracting(Activity::cause, Activity::actor)
                .containsOnly(tuple(new Cause(Cause.IMPORT, result.id()), Actor.user("ann")));
    }

    @Test
    void the_same_table_again_changes_nothing() {
        String[] table = {
            "email,phone,name,note,tags,amount,currency,stage,lost reason,created,external id",
            "a@x.example; a2@x.example,1234 567; 99,Ann,called twice,vip; eu,10,USD,lost,price,2026-01-01,A-1",
            "b@x.example,,Bo,,,,,qualified,,,",
            "c@x.example,,,,,,,,,,"
        };

        assertThat(imported(BY_EMAIL, table)).isEqualTo(counts(3, 0, 0, 0, 0));
        assertThat(((Created) done.get(0)).fields())
                .containsExactly("amount", "email", "externalId", "lostReason", "name", "notes", "phone", "tags");
        List<Lead> before = leads();
        clock.advance(Duration.ofDays(1));

        assertThat(imported(BY_EMAIL, table)).isEqualTo(counts(0, 0, 3, 0, 0));
        assertThat(leads()).isEqualTo(before);
    }

    @Test
    void nobody_is_doubled_by_an_address_that_differs_in_case_or_blanks() {
        imported(BY_EMAIL, "email,name", "jane@acme.example,Jane", " JANE@ACME.example ,Janet");

        assertThat(leads()).hasSize(1);
        assertThat(errors())
                .containsExactly(
                        "3 email: duplicate-key: expected one line about a lead, found the same lead in line 2;"
                                + " put both into one line");
    }

    @Test
    void finds_duplicates_within_a_table_by_all_that_a_line_makes_known() {
        imported(
                ImportSettings.builder()
                        .matchBy(MatchKey.EXTERNAL_ID, MatchKey.EMAIL)
                        .build(),
                "external id,email,email 2",
                "1,a@x.example,b@x.example",
                ",b@x.example,",
                "2,a@x.example,",
                "1,c@x.example,");

        assertThat(planned)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Created", "Refused", "Created", "Refused");
        assertThat(done).hasSameSizeAs(planned).noneMatch(Conflicted.class::isInstance);
        assertThat(errors()).allMatch(error -> error.contains("found the same lead in line 2"));
    }

    @Test
    void two_lines_about_one_lead_by_different_keys_are_told() {
        Lead known = desk.create(
                NewLead.named("Jane").email("a@x.example").email("b@x.example").externalId("7"));

        imported(BY_EMAIL, "email,name", "a@x.example,Ann", "b@x.example,Bea");

        assertThat(planned.get(1)).isInstanceOf(Refused.class);
        assertThat(desk.get(known.id()).contact().name().value()).isEqualTo("Ann");
    }

    @Test
    void says_all_that_is_wrong_with_a_line_with_column_and_mend() {
        ImportSettings settings =
                ImportSettings.builder().matchBy(MatchKey.EMAIL).currency("EUR").build();

        plan(
                settings,
                "Name,Mail,Phone,Value,Currency,Stage,Created on,Tags",
                "x,not an address,no digits,1.200.50,,nowhere,31.01.2026,%s".formatted("t".repeat(1100)),
                "x,a@x.example,,5,Euro,,2099-01-01,",
                "x,b@x.example,,-5,,,,",
                "x,c@x.example,,12.34567,,,,",
                "x,d@x.example,,,,,,,one more",
                "x,,1,,,,,",
                "\"x\"y,e@x.example",
                "x,f@x.example,,1 000,,,2026-02-30,");

        assertThat(errors().stream().map(error -> error.replaceAll("; (correct the cell or leave it empty)$", "")))
                .containsExactly(
                        "2 Mail: invalid-value: expected an address such as jane@acme.example, found a text of 14 characters",
                        "2 Phone: invalid-value: expected a number with at least one digit, found no digit",
                        "2 Tags: invalid-value: expected at most 1024 bytes in UTF-8, found 1100 bytes",
                        "2 Value: invalid-value: expected an amount such as 1200.50, found a text of 8 characters",
                        "2 Stage: invalid-value: expected one of new, contacted, qualified, converted, lost, found another text",
                        "2 Created on: invalid-value: expected a time such as 2026-01-31T09:30:00Z, 2026-01-31 09:30 or"
                                + " 2026-01-31, found a text of 10 characters",
                        "3 Value: invalid-value: expected an ISO 4217 code such as EUR, found a text of 4 characters",
                        "3 Created on: invalid-value: expected a time that is past, found one to come",
                        "4 Value: invalid-value: expected an amount such as 1200.50, found a text of 2 characters",
                        "5 Value: invalid-value: expected 0 or more, below 10^15, with at most four decimals, found 12.34567",
                        "6 more-cells-than-columns: expected at most 8 cells, as the header has, found 9;"
                                + " put quotes around a cell that holds a separator",
                        "7 no-key: expected a value for email, by which leads are matched, found none;"
                                + " fill it in, or match by something that each line has",
                        "8 text-after-quote: expected the cell's end after its closing quote; a quote within is written"
                                + " twice, found another character at line 8, character 4; mend the line",
                        "9 Value: invalid-value: expected an amount such as 1200.50, found a text of 5 characters",
                        "9 Created on: invalid-value: expected a time such as 2026-01-31T09:30:00Z, 2026-01-31 09:30 or"
                                + " 2026-01-31, found a text of 10 characters");
    }

    @Test
    void reads_amounts_in_the_form_that_is_declared() {
        ImportSettings.Builder settings =
                ImportSettings.builder().matchBy(MatchKey.EMAIL).currency("EUR");

        imported(
                settings.numbers(NumberForm.DECIMAL_COMMA).build(),
                "email;amount",
                "a@x.example;1.200,50",
                "b@x.example;USD 7");
        imported(settings.numbers(NumberForm.DECIMAL_POINT).build(), "email;amount", "c@x.example;1'200.50 chf");

        assertThat(byEmail("a@x.example").expectedAmount().value()).isEqualTo(Money.of("1200.5", "EUR"));
        assertThat(byEmail("b@x.example").expectedAmount().value()).isEqualTo(Money.of("7", "USD"));
        assertThat(byEmail("c@x.example").expectedAmount().value()).isEqualTo(Money.of("1200.5", "CHF"));
    }

    @Test
    void fills_gaps_or_leaves_alone_when_asked() {
        Lead known = desk.create(NewLead.named("Jane").email("a@x.example").tag("old"));
        String[] table = {"email,email 2,name,company,stage,tags", "a@x.example,b@x.example,Janet,Acme,contacted,new"};

        imported(ImportSettings.builder().onMatch(OnMatch.SKIP).build(), table);
        assertThat(desk.get(known.id())).isEqualTo(known);
        assertThat(done).containsExactly(new Unchanged(2, known.id()));

        imported(ImportSettings.builder().onMatch(OnMatch.FILL_GAPS).build(), table);
        Lead filled = desk.get(known.id());
        assertThat(filled.contact().name().value()).isEqualTo("Jane");
        assertThat(filled.contact().company().value()).isEqualTo("Acme");
        assertThat(filled.contact().emails()).extracting(Attributed::value).containsExactly("a@x.example");
        assertThat(filled.stage()).isEqualTo("new");
        assertThat(filled.tags()).containsExactly("new", "old");

        imported(BY_EMAIL, table);
        Lead updated = desk.get(known.id());
        assertThat(updated.contact().name().value()).isEqualTo("Janet");
        assertThat(updated.contact().emails())
                .extracting(Attributed::value)
                .containsExactly("b@x.example", "a@x.example");
        assertThat(updated.stage()).isEqualTo("contacted");
    }

    @Test
    void an_empty_cell_takes_nothing_away() {
        Lead known = desk.create(NewLead.named("Jane").email("a@x.example").company("Acme"));

        imported(BY_EMAIL, "email,name,company", "a@x.example,  ,");

        assertThat(desk.get(known.id())).isEqualTo(known);
    }

    @Test
    void every_stage_is_the_pipelines_decision() {
        LeadDesk strict = LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(Pipeline.sixStage())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        strict.create(NewLead.named("Old").email("old@x.example"));
        List<LineOutcome> outcomes = new ArrayList<>();

        ImportPlan plan = strict.imports()
                .plan(
                        table(
                                "email,stage,assignee",
                                "a@x.example,contacted,bob",
                                "b@x.example,Contacted,",
                                "old@x.example,contacted,bob",
                                "c@x.example,lost,",
                                "old2@x.example,,"),
                        BY_EMAIL,
                        outcomes::add);
        strict.imports().run(plan, line -> {});

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Created", "Refused", "Refused", "Created", "Created");
        assertThat(((Refused) outcomes.get(1)).errors())
                .extracting(LineError::column, LineError::code, LineError::mend)
                .containsExactly(tuple("stage", "missing-field", "give a value for \"assignee\" in the same line"));
        assertThat(((Refused) outcomes.get(2)).errors())
                .extracting(LineError::code)
                .containsExactly("not-declared");
        assertThat(strict.list(LeadQuery.all()).items().stream().map(Lead::stage))
                .containsExactlyInAnyOrder("new", "contacted", "lost", "new");
    }

    @Test
    void a_reason_for_a_loss_needs_a_loss() {
        imported(
                BY_EMAIL,
                "email,stage,lost reason",
                "a@x.example,lost,price",
                "b@x.example,converted,price",
                "c@x.example,,price");
        imported(BY_EMAIL, "email,stage,lost reason", "a@x.example,lost,timing");

        assertThat(byEmail("a@x.example").lostReason()).isEqualTo("timing");
        assertThat(leads()).hasSize(1);
    }

    @Test
    void what_was_created_long_ago_is_as_old_as_it_is() {
        imported(
                ImportSettings.builder().zone(ZoneId.of("Europe/Oslo")).build(),
                "email,created",
                "a@x.example,2026-01-31T09:30:00Z",
                "b@x.example,2026-01-31",
                "c@x.example,2026-01-31 09:30",
                "d@x.example,2026-01-31T09:30:00.123456+02:00");

        assertThat(byEmail("a@x.example").createdAt()).isEqualTo(Instant.parse("2026-01-31T09:30:00Z"));
        assertThat(byEmail("a@x.example").stageEnteredAt()).isEqualTo(Instant.parse("2026-01-31T09:30:00Z"));
        assertThat(byEmail("b@x.example").createdAt()).isEqualTo(Instant.parse("2026-01-30T23:00:00Z"));
        assertThat(byEmail("c@x.example").createdAt()).isEqualTo(Instant.parse("2026-01-31T08:30:00Z"));
        assertThat(byEmail("d@x.example").createdAt()).isEqualTo(Instant.parse("2026-01-31T07:30:00.123456Z"));
    }

    @Test
    void notes_come_once_and_names_in_two_columns_are_one() {
        String[] table = {"email,First name,Surname,Notes,Comment", "a@x.example,Jane,Doe,\"two\nlines\",other"};
        imported(BY_EMAIL, table);
        imported(BY_EMAIL, table);
        imported(BY_EMAIL, "email,note", "a@x.example,third", "b@x.example,");

        Lead lead = byEmail("a@x.example");
        assertThat(lead.displayName()).isEqualTo("Jane Doe");
        assertThat(desk.timeline(lead.id(), PageRequest.first(100)).items().stream()
                        .map(Activity::change))
                .filteredOn(Change.Noted.class::isInstance)
                .extracting(change -> ((Change.Noted) change).text())
                .containsExactly("two\nlines", "other", "third");
    }

    @Test
    void matches_by_leadkits_own_id_but_makes_none_with_it() {
        Lead known = desk.create(NewLead.named("Jane"));

        imported(
                ImportSettings.builder().matchBy(MatchKey.LEAD_ID).build(),
                "leadId,name",
                known.id() + ",Janet",
                "01a20878-6574-7f3b-84ff-a952c9d9ced9,Bo");

        assertThat(desk.get(known.id()).displayName()).isEqualTo("Janet");
        assertThat(errors())
                .containsExactly("3 leadId: unknown-lead: expected the id of a lead of this tenant, found another id;"
                        + " match by something else to make new leads");
    }

    @Test
    void a_merged_lead_is_not_written_behind_its_survivor() {
        Lead survivor = desk.create(NewLead.named("Jane"));
        Lead merged = desk.create(NewLead.named("J."));
        desk.merges().apply(desk.merges().preview(survivor.id(), merged.id()));

        plan(ImportSettings.builder().matchBy(MatchKey.LEAD_ID).build(), "leadId,name", merged.id() + ",Bo");

        assertThat(errors())
                .containsExactly("2 merged: expected a lead that stands by itself, found one that was merged; use lead "
                        + survivor.id());
    }

    @Test
    void a_number_that_is_in_no_plan_matches_nobody() {
        plan(ImportSettings.builder().matchBy(MatchKey.PHONE).build(), "phone", "12 34");

        assertThat(errors())
                .hasSize(1)
                .allMatch(error -> error.startsWith("2 phone: unmatchable-phone: ")
                        && error.endsWith(
                                "; give the kit a normalizer that knows numbering plans, such as LibPhoneNormalizer"));
    }

    @Test
    void an_external_id_stays_with_the_open_lead_that_has_it() {
        Lead holder = desk.create(NewLead.named("Jane").externalId("7"));

        ImportCounts counts =
                imported(BY_EMAIL, "email,external id", "a@x.example,7", "b@x.example,8", "c@x.example,8");

        assertThat(counts).isEqualTo(counts(1, 0, 0, 2, 0));
        assertThat(errors())
                .containsExactly(
                        "2 external id: external-id-taken: expected an external id of no other open lead, found that of"
                                + " lead " + holder.id() + "; match by external id, or correct the cell",
                        "4 external id: duplicate-key: expected one line about a lead, found the same lead in line 3;"
                                + " put both into one line");
    }

    @Test
    void without_a_key_each_line_makes_a_lead() {
        ImportSettings none = ImportSettings.builder().matchBy().build();

        assertThat(imported(none, "email", "a@x.example", "a@x.example")).isEqualTo(counts(2, 0, 0, 0, 0));
        assertThat(imported(none, "email", "a@x.example")).isEqualTo(counts(1, 0, 0, 0, 0));
    }

    @Test
    void what_somebody_changed_since_the_plan_is_done_only_if_it_comes_to_the_same() {
        Lead a = desk.create(NewLead.named("A").email("a@x.example"));
        Lead b = desk.create(NewLead.named("B").email("b@x.example"));
        ImportPlan plan = plan(BY_EMAIL, "email,name", "a@x.example,Ann", "b@x.example,Bea", "c@x.example,Cy");
        desk.tag(a.id(), "vip");
        desk.update(b.id(), LeadUpdate.begin().name("Bob"));
        desk.create(NewLead.named("Cyril").email("c@x.example"));

        assertThat(run(plan).counts()).isEqualTo(counts(0, 1, 0, 0, 2));
        assertThat(desk.get(a.id()).displayName()).isEqualTo("Ann");
        assertThat(desk.get(b.id()).displayName()).isEqualTo("Bob");
        assertThat(done.get(1)).isEqualTo(new Conflicted(3));
    }

    @Test
    void what_somebody_changes_while_it_is_written_is_decided_again() {
        Lead a = desk.create(NewLead.named("A").email("a@x.example"));
        Lead b = desk.create(NewLead.named("B").email("b@x.example"));
        ImportPlan plan = plan(BY_EMAIL, "email,name", "a@x.example,Ann", "b@x.example,Bea", "c@x.example,Cy");
        store.beforeTheNextCommit(() -> {
            desk.tag(a.id(), "vip");
            desk.update(b.id(), LeadUpdate.begin().name("Bob"));
        });

        assertThat(run(plan).counts()).isEqualTo(counts(1, 1, 0, 0, 1));
        assertThat(desk.get(a.id()).displayName()).isEqualTo("Ann");
        assertThat(desk.get(a.id()).tags()).containsExactly("vip");
        assertThat(desk.get(b.id()).displayName()).isEqualTo("Bob");
    }

    @Test
    void a_line_that_the_policy_has_come_to_forbid_is_refused_alone() {
        var locked = new Locked(new HashSet<>());
        LeadDesk guarded = LeadKit.builder()
                .store(store)
                .clock(clock)
                .access(locked)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        Lead a = guarded.create(NewLead.named("A").email("a@x.example"));
        ImportPlan plan = guarded.imports()
                .plan(table("email,name", "a@x.example,Ann", "b@x.example,Bea"), BY_EMAIL, planned::add);
        store.beforeTheNextCommit(() -> {
            guarded.tag(a.id(), "vip");
            locked.leads().add(a.id());
        });

        ImportResult result = guarded.imports().run(plan, done::add);

        assertThat(result.counts()).isEqualTo(counts(1, 0, 0, 1, 0));
        assertRefused(done.get(0), "not-permitted");
        assertThat(guarded.get(a.id()).displayName()).isEqualTo("A");
    }

    /** Leads that nobody may edit. */
    private record Locked(Set<LeadId> leads) implements AccessPolicy {
        @Override
        public LeadFilter visible(TenantId tenant, Actor actor) {
            return LeadFilter.all();
        }

        @Override
        public Set<HiddenField> hidden(TenantId tenant, Actor actor) {
            return Set.of();
        }

        @Override
        public boolean permits(TenantId tenant, Actor actor, AccessRequest request) {
            return request.lead() == null || !leads.contains(request.lead().id());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_line_for_which_the_plan_has_no_room_any_more_is_refused_alone(boolean hard) {
        Stage first = Stage.of("new", "New", StageCategory.OPEN);
        Pipeline pipeline = Pipeline.named("p")
                .stage(hard ? first.withWipLimit(WipLimit.of(9).asHard()) : first)
                .won("won", "Won")
                .lost("lost", "Lost")
                .startingAt("new")
                .allow("new", "won")
                .allow("new", "lost")
                .allow("lost", "new")
                .build();
        LeadDesk limited = LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(pipeline)
                .entitlements(
                        tenant -> Plan.named("free").limit(Quota.OPEN_LEADS, 1).build())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        Lead a = limited.create(NewLead.named("A").email("a@x.example"));
        limited.transition(a.id(), "lost");
        ImportPlan plan = limited.imports()
                .plan(table("email,stage", "a@x.example,new", "b@x.example,lost"), BY_EMAIL, planned::add);
        assertThat(plan.counts()).isEqualTo(counts(1, 1, 0, 0, 0));
        store.beforeTheNextCommit(() -> {
            limited.create(NewLead.named("Other"));
            if (!hard) {
                limited.tag(a.id(), "vip");
            }
        });

        ImportResult result = limited.imports().run(plan, done::add);

        assertThat(result.counts()).isEqualTo(counts(1, 0, 0, 1, 0));
        assertRefused(done.get(0), "quota-exceeded");
        assertThat(limited.get(a.id()).stage()).isEqualTo("lost");
    }

    @Test
    void of_lines_that_are_written_together_those_are_refused_for_which_somebody_else_left_no_room() {
        LeadDesk limited = LeadKit.builder()
                .store(store)
                .clock(clock)
                .entitlements(
                        tenant -> Plan.named("free").limit(Quota.OPEN_LEADS, 2).build())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        ImportPlan plan = limited.imports()
                .plan(table("email,name", "a@x.example,Ann", "b@x.example,Bea"), BY_EMAIL, planned::add);
        store.afterTheNextBoard(() -> desk.create(NewLead.named("Other")));

        ImportResult result = limited.imports().run(plan, done::add);

        assertThat(result.counts()).isEqualTo(counts(1, 0, 0, 1, 0));
        assertRefused(done.get(1), "quota-exceeded");
        assertThat(leads()).hasSize(2);
        assertThat(limited.undo(java.util.Objects.requireNonNull(result.operation()))
                        .counts())
                .isEqualTo(Map.of("restored", 1L, "erased", 1L));
    }

    @Test
    void a_table_that_has_become_another_one_is_not_imported() {
        var lines = new ArrayList<>(List.of("email,name", "a@x.example,Ann", "b@x.example,Bea"));
        CsvSource changing = () -> table(lines.toArray(String[]::new)).open();
        ImportPlan plan = desk.imports().plan(changing, BY_EMAIL, planned::add);
        lines.set(1, "a@x.example,Eve");
        lines.add("c@x.example,Cy");

        assertThat(run(plan).counts()).isEqualTo(counts(1, 0, 0, 0, 2));
        assertThat(leads()).extracting(Lead::displayName).containsExactly("Bea");
    }

    @Test
    void a_machine_keeps_no_lead_from_going_stale_unless_it_moves_it() {
        Lead known = desk.create(NewLead.named("Jane").email("a@x.example"));
        LeadDesk machine = kit.tenant("acme").as(Actor.importer("nightly"));
        clock.advance(Duration.ofDays(1));

        machine.imports()
                .run(machine.imports().plan(table("email,name", "a@x.example,Ann"), BY_EMAIL, line -> {}), line -> {});
        assertThat(desk.get(known.id()).displayName()).isEqualTo("Ann");
        assertThat(desk.get(known.id()).lastActivityAt()).isEqualTo(known.lastActivityAt());

        imported(BY_EMAIL, "email,name", "a@x.example,Bea");
        assertThat(desk.get(known.id()).lastActivityAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_hard_limit_and_a_list_of_reasons_hold_for_imports_too() {
        Pipeline pipeline = Pipeline.named("p")
                .stage(Stage.of("new", "New", StageCategory.OPEN))
                .stage(Stage.of("busy", "Busy", StageCategory.OPEN)
                        .withWipLimit(WipLimit.of(1).asHard()))
                .stage(Stage.of("lost", "Lost", StageCategory.LOST)
                        .withLostReasons(LostReason.of("price"), LostReason.of("time")))
                .startingAt("new")
                .won("won", "Won")
                .free()
                .build();
        LeadDesk limited = LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(pipeline)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        String[] table = {
            "email,stage,lost reason",
            "a@x.example,busy,",
            "b@x.example,lost,price",
            "c@x.example,lost,mood",
            "d@x.example,busy,"
        };

        limited.imports().run(limited.imports().plan(table(table), BY_EMAIL, planned::add), line -> {});
        limited.imports().plan(table("email,lost reason", "b@x.example,mood"), BY_EMAIL, planned::add);

        assertThat(errors())
                .extracting(error -> error.substring(0, error.indexOf(": expected")))
                .containsExactly(
                        "4 lost reason: unknown-lost-reason",
                        "5 stage: wip-limit",
                        "2 lost reason: unknown-lost-reason");
    }

    @Test
    void an_import_fills_a_stage_with_a_hard_limit_and_not_beyond_whoever_else_comes_in() {
        Pipeline pipeline = Pipeline.named("p")
                .open("new", "New")
                .stage(Stage.of("busy", "Busy", StageCategory.OPEN)
                        .withWipLimit(WipLimit.of(3).asHard().perAssignee(1)))
                .won("won", "Won")
                .lost("lost", "Lost")
                .free()
                .build();
        LeadDesk limited = LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(pipeline)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        Lead there = limited.create(NewLead.named("There").email("t@x.example"));
        limited.transition(there.id(), "busy");
        CsvSource table = table(
                "email,stage,assignee",
                "t@x.example,won,",
                "a@x.example,busy,ann",
                "b@x.example,busy,ann",
                "c@x.example,busy,bob",
                "d@x.example,busy,",
                "e@x.example,busy,");
        ImportPlan plan = limited.imports().plan(table, BY_EMAIL, planned::add);
        assertThat(plan.counts()).isEqualTo(counts(3, 1, 0, 2, 0));

        Lead other = limited.create(NewLead.named("Other"));
        store.beforeTheNextCommit(() -> {}); // the record
        store.beforeTheNextCommit(() -> {}); // who leaves
        store.beforeTheNextCommit(() -> limited.transition(other.id(), "busy"));
        ImportResult result = limited.imports().run(plan, done::add);

        assertThat(result.counts()).isEqualTo(counts(2, 1, 0, 2, 1));
        assertThat(done.get(4)).isEqualTo(new Conflicted(6));
        assertThat(limited.list(LeadQuery.of(LeadFilter.all().inStage("busy"))).items())
                .hasSize(3);
        assertThat(limited.undo(java.util.Objects.requireNonNull(result.operation()))
                        .counts())
                .isEqualTo(Map.of("restored", 2L, "refused", 1L, "erased", 1L)); // for who left there is no room now
    }

    @Test
    void a_plan_is_of_its_tenant() {
        ImportPlan plan = plan(BY_EMAIL, "email", "a@x.example");

        assertThatThrownBy(() ->
                        kit.tenant("globex").as(Actor.user("eve")).imports().run(plan, line -> {}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("plan: expected one of this tenant, found another tenant's");
    }

    @Test
    void columns_are_mapped_as_said_or_passed_over() {
        ImportSettings settings = ImportSettings.builder()
                .map("Ansprechpartner", CsvField.NAME)
                .map("Kontakt", CsvField.EMAIL)
                .ignore("Company")
                .build();

        ImportPlan plan = plan(settings, "Ansprechpartner,Kontakt,Company", "Jörg,j@x.example,Acme");
        run(plan);

        assertThat(byEmail("j@x.example").displayName()).isEqualTo("Jörg");
        assertThat(byEmail("j@x.example").contact().company()).isNull();
        assertThat(plan.columns().ignored()).containsExactly("Company");
    }

    /** As csv.md has it. */
    @Test
    void imports_a_file_in_three_statements(@TempDir Path folder) throws Exception {
        Path path = Files.writeString(folder.resolve("leads.csv"), "Ansprechpartner;E-Mail\nJörg;j@x.example\n");

        ImportSettings settings = ImportSettings.builder()
                .matchBy(MatchKey.EXTERNAL_ID, MatchKey.EMAIL)
                .onMatch(OnMatch.FILL_GAPS)
                .map("Ansprechpartner", CsvField.NAME)
                .region("DE")
                .currency("EUR")
                .build();
        ImportPlan plan = desk.imports().plan(CsvSource.of(path), settings, line -> planned.add(line));
        ImportResult result = desk.imports().run(plan, line -> done.add(line));

        assertThat(result.counts()).isEqualTo(counts(1, 0, 0, 0, 0));
        assertThat(byEmail("j@x.example").displayName()).isEqualTo("Jörg");
    }

    @Test
    void refuses_a_header_that_is_not_clear_without_repeating_it() {
        Map<String, String> refused = Map.of(
                "", "table: expected a line of headers, found an empty table",
                "jane@acme.example,Jane\n",
                        "columns: expected a header that names at least one field, or a mapping of its columns, found none known",
                "name,tel\n", "columns: expected a column for \"email\", by which leads are matched, found none",
                "email,company,x,Organisation\n",
                        "columns: expected one column for \"company\"; map or ignore the others, found columns 2 and 4",
                "\"email",
                        "table: expected a quote that ends the cell, found the end of the table at line 1, character 1");

        refused.forEach((table, message) -> assertThatThrownBy(
                        () -> desk.imports().plan(CsvSource.ofText(table), BY_EMAIL, line -> {}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message));
        assertThatThrownBy(() -> plan(ImportSettings.builder().ignore("x").build(), "email"))
                .hasMessage("columns: expected each column that was named, found 0 of 1 in the header");
    }

    @Test
    void blank_lines_are_none_and_short_ones_end_in_empty_cells() {
        assertThat(imported(BY_EMAIL, "email,name,company", ",,", "", "a@x.example", "  ", "b@x.example,Bo,,,"))
                .isEqualTo(counts(2, 0, 0, 0, 0));
    }

    @Test
    void an_escaped_formula_comes_in_as_what_it_was() {
        imported(BY_EMAIL, "email,name,company", "a@x.example,'=cmd,'+47", "b@x.example,'Tis,=plain");

        assertThat(byEmail("a@x.example").displayName()).isEqualTo("=cmd");
        assertThat(byEmail("a@x.example").contact().company().value()).isEqualTo("+47");
        assertThat(byEmail("b@x.example").displayName()).isEqualTo("'Tis");
        assertThat(byEmail("b@x.example").contact().company().value()).isEqualTo("=plain");
    }

    @Test
    void tells_how_far_it_is_and_stops_when_the_listener_throws() {
        String[] table = new String[1502];
        Arrays.setAll(table, i -> i == 0 ? "email" : "v" + i + "@x.example");
        List<Long> bytes = new ArrayList<>();
        ImportPlan plan = plan(BY_EMAIL, table);

        assertThatThrownBy(() -> desk.imports().run(plan, new ImportListener() {
                    @Override
                    public void line(LineOutcome outcome) {
                        if (outcome.line() == 1000) {
                            throw new IllegalStateException("enough");
                        }
                    }

                    @Override
                    public void progress(long bytesRead) {
                        bytes.add(bytesRead);
                    }
                }))
                .hasMessage("enough");

        assertThat(bytes).hasSize(1).allMatch(read -> read > 0);
        assertThat(store.commits()).isEqualTo(1002);
        assertThat(imported(BY_EMAIL, table)).isEqualTo(counts(501, 0, 1000, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(CsvField.class)
    void each_field_is_known_by_its_own_header(CsvField field) {
        assertThat(CsvField.of(field.key())).isEqualTo(field);
        if (field != CsvField.EMAIL) {
            ImportPlan plan = plan(BY_EMAIL, "email," + field.key());
            assertThat(plan.columns().columns().get(1).field()).isEqualTo(field);
        }
    }

    @Test
    void a_declared_encoding_and_separator_are_used() {
        ImportSettings settings = ImportSettings.builder()
                .format(CsvFormat.DETECTED.withSeparator(';'))
                .build();

        assertThat(plan(settings, "email", "a@x.example").dialect()).hasToString("UTF-8 (valid-utf-8), ; (declared)");
    }
}
