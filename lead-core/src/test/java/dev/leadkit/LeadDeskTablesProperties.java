package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ExportSettings;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportResult;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.LineOutcome;
import dev.leadkit.csv.LineOutcome.Created;
import dev.leadkit.csv.LineOutcome.Refused;
import dev.leadkit.csv.LineOutcome.Unchanged;
import dev.leadkit.csv.MatchKey;
import dev.leadkit.csv.OnMatch;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Touch;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class LeadDeskTablesProperties {
    private static final Pipeline PIPELINE = Pipeline.named("p")
            .open("new", "New")
            .open("contacted", "Contacted")
            .won("won", "Won")
            .lost("lost", "Lost")
            .startingAt("new")
            .allow("new", "contacted", Guard.has(LeadField.NAME))
            .allow("contacted", "won")
            .allowFromAnyOpenStage("lost")
            .allow("lost", "new")
            .build();

    private static final Pipeline LIMITED = Pipeline.named("p")
            .open("new", "New")
            .stage(Stage.of("contacted", "Contacted", StageCategory.OPEN)
                    .withWipLimit(WipLimit.of(2).asHard()))
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();

    private final MovableClock clock = new MovableClock();

    private LeadDesk desk(Pipeline pipeline) {
        return LeadKit.builder()
                .store(new InMemoryLeadStore())
                .identityKey("one key for all tries".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .clock(clock)
                .pipeline(pipeline)
                // A number is valid here when it begins with a plus.
                .normalizer((raw, region) -> {
                    PhoneNumber digits = PhoneNumber.digitsOf(raw);
                    return raw.strip().startsWith("+") ? new PhoneNumber("+" + digits.value(), raw, true) : digits;
                })
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    /** Few values, so that lines meet each other and the leads. */
    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> emails = Arbitraries.of("", "a@x", "B@x", "b@x", "c@x; a@x", "d@x; e@x", "e@x", "none");
        Arbitrary<String> phones = Arbitraries.of("", "", "+1", "+2; +3", "3", "+3");
        Arbitrary<String> externalIds = Arbitraries.of("", "", "1", "2", "3");
        Arbitrary<String> names = Arbitraries.of("", "Ann", "Bo");
        Arbitrary<String> stages = Arbitraries.of("", "", "new", "contacted", "won", "lost", "other");
        Arbitrary<String> reasons = Arbitraries.of("", "", "", "price");
        Arbitrary<String> notes = Arbitraries.of("", "", "called", "wrote");
        return Combinators.combine(emails, phones, externalIds, names, stages, reasons, notes)
                .as((email, phone, id, name, stage, reason, note) ->
                        String.join(",", email, phone, id, name, stage, reason, note))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<ImportSettings> settings() {
        Arbitrary<List<MatchKey>> keys = Arbitraries.of(MatchKey.EXTERNAL_ID, MatchKey.EMAIL, MatchKey.PHONE)
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        return Combinators.combine(keys, Arbitraries.of(OnMatch.class))
                .as((matchBy, onMatch) -> ImportSettings.builder()
                        .matchBy(matchBy.toArray(MatchKey[]::new))
                        .onMatch(onMatch)
                        .build());
    }

    private static CsvSource table(List<String> lines) {
        return CsvSource.ofText("email,phone,externalId,name,stage,lostReason,note\n" + String.join("\n", lines));
    }

    private static ImportResult imported(
            LeadDesk desk,
            CsvSource table,
            ImportSettings settings,
            List<LineOutcome> planned,
            List<LineOutcome> done) {
        ImportPlan plan = desk.imports().plan(table, settings, planned::add);
        return desk.imports().run(plan, done::add);
    }

    private static List<Lead> leads(LeadDesk desk) {
        List<Lead> leads = new ArrayList<>(
                desk.list(LeadQuery.of(LeadFilter.all()).limit(500)).items());
        leads.sort(Comparator.comparing(Lead::id));
        return leads;
    }

    @Property(tries = 400)
    void what_is_planned_is_what_happens(
            @ForAll("lines") List<String> before,
            @ForAll("settings") ImportSettings first,
            @ForAll("lines") List<String> lines,
            @ForAll("settings") ImportSettings settings,
            @ForAll boolean limited) {
        LeadDesk desk = desk(limited ? LIMITED : PIPELINE);
        imported(desk, table(before), first, new ArrayList<>(), new ArrayList<>());
        clock.advance(Duration.ofHours(1));
        List<LineOutcome> planned = new ArrayList<>();
        List<LineOutcome> done = new ArrayList<>();

        ImportResult result = imported(desk, table(lines), settings, planned, done);

        assertThat(done.stream().map(LeadDeskTablesProperties::asPlanned)).isEqualTo(planned);
        assertThat(result.counts().conflicted()).isZero();
        assertThat(done.stream()
                        .filter(Created.class::isInstance)
                        .map(outcome -> desk.find(Objects.requireNonNull(((Created) outcome).lead()))))
                .allMatch(lead -> lead.isPresent());
    }

    @Example
    void a_lead_is_not_opened_again_once_another_has_its_external_id() {
        LeadDesk desk = desk(PIPELINE);
        ImportSettings byEmail = ImportSettings.builder()
                .matchBy(MatchKey.EMAIL)
                .onMatch(OnMatch.UPDATE)
                .build();
        imported(desk, table(List.of("b@x,,1,,lost,price,")), byEmail, new ArrayList<>(), new ArrayList<>());
        clock.advance(Duration.ofHours(1));
        for (List<String> lines : List.of(List.of("a@x,,1,,,,", "b@x,,,,new,,"), List.of("b@x,,,,new,,"))) {
            List<LineOutcome> planned = new ArrayList<>();
            List<LineOutcome> done = new ArrayList<>();

            imported(desk, table(lines), byEmail, planned, done);

            assertThat(done.stream().map(LeadDeskTablesProperties::asPlanned)).isEqualTo(planned);
            assertThat(done.get(lines.size() - 1))
                    .as("because of the line before, then of the lead that it made")
                    .isInstanceOf(Refused.class);
        }
    }

    @Property(tries = 400)
    void what_was_taken_once_changes_nothing_the_second_time(
            @ForAll("lines") List<String> before,
            @ForAll("settings") ImportSettings first,
            @ForAll("lines") List<String> lines,
            @ForAll("settings") ImportSettings settings) {
        Assume.that(!settings.matchBy().isEmpty());
        LeadDesk desk = desk(PIPELINE);
        imported(desk, table(before), first, new ArrayList<>(), new ArrayList<>());
        CsvSource good = table(taken(desk, lines, settings));
        List<LineOutcome> once = new ArrayList<>();
        imported(desk, good, settings, new ArrayList<>(), once);
        List<Lead> leads = leads(desk);
        // Closing one of two leads of one address makes the other the one that is meant.
        Assume.that(isEachKnownByItsOwn(leads) || leads.stream().noneMatch(Lead::closed));
        clock.advance(Duration.ofHours(1));
        List<LineOutcome> twice = new ArrayList<>();

        imported(desk, good, settings, new ArrayList<>(), twice);

        assertThat(once).noneMatch(Refused.class::isInstance);
        assertThat(twice).allMatch(Unchanged.class::isInstance);
        assertThat(leads(desk)).isEqualTo(leads);
    }

    private static boolean isEachKnownByItsOwn(List<Lead> leads) {
        List<String> all = leads.stream()
                .flatMap(lead -> lead.identities().stream())
                .map(identity -> identity.kind() + identity.value())
                .toList();
        return all.stream().distinct().count() == all.size();
    }

    @Property(tries = 300)
    void undone_it_is_as_if_the_table_had_never_come(
            @ForAll("lines") List<String> before,
            @ForAll("settings") ImportSettings first,
            @ForAll("lines") List<String> lines,
            @ForAll("settings") ImportSettings settings) {
        LeadDesk desk = desk(PIPELINE);
        imported(desk, table(before), first, new ArrayList<>(), new ArrayList<>());
        List<Lead> leads = leads(desk);
        Board board = desk.board(BoardQuery.all());
        clock.advance(Duration.ofHours(1));
        ImportResult result = imported(desk, noteless(lines), settings, new ArrayList<>(), new ArrayList<>());
        List<Lead> after = leads(desk);
        clock.advance(Duration.ofHours(1));

        if (result.operation() == null) {
            assertThat(after).isEqualTo(leads);
            return;
        }
        OperationReport undo = desk.undo(result.operation());

        assertThat(undo.counts().keySet()).containsExactly("restored");
        assertThat(untouched(leads(desk))).isEqualTo(untouched(leads));
        assertThat(counts(desk.board(BoardQuery.all()))).isEqualTo(counts(board));

        desk.undo(Objects.requireNonNull(undo.operation()));
        assertThat(untouched(leads(desk))).isEqualTo(untouched(after));
    }

    /** Without the notes, which stay in the timeline whatever is undone. */
    private static CsvSource noteless(List<String> lines) {
        return table(lines.stream()
                .map(line -> line.substring(0, line.lastIndexOf(',') + 1))
                .toList());
    }

    private static List<Lead> untouched(List<Lead> leads) {
        return leads.stream()
                .map(lead -> lead.toBuilder()
                        .version(1)
                        .lastActivityAt(Instant.EPOCH)
                        .lastTouch(Touch.CREATED)
                        .build())
                .toList();
    }

    private static List<String> counts(Board board) {
        return board.columns().stream()
                .map(column -> "%s %d %s".formatted(column.stage(), column.count(), column.sums()))
                .toList();
    }

    /** The lines that are not refused; what is refused may be taken later, when another line has moved a lead. */
    private static List<String> taken(LeadDesk desk, List<String> lines, ImportSettings settings) {
        List<String> taken = new ArrayList<>();
        desk.imports().plan(table(lines), settings, outcome -> {
            if (!(outcome instanceof Refused)) {
                taken.add(lines.get((int) outcome.line() - 2));
            }
        });
        return taken;
    }

    private static LineOutcome asPlanned(LineOutcome outcome) {
        return outcome instanceof Created created ? new Created(created.line(), null, created.changes()) : outcome;
    }

    /** What a table says of a lead. */
    private static List<Object> values(Lead lead) {
        List<Object> values = new ArrayList<>();
        values.add(texts(List.of(
                lead.contact().name() == null
                        ? List.of()
                        : List.of(lead.contact().name().value()))));
        values.add(lead.contact().emails().stream().map(Attributed::value).toList());
        values.add(lead.contact().phones().stream()
                .map(phone -> phone.value().value() + phone.value().valid())
                .toList());
        values.add(text(lead.contact().company()));
        values.add(text(lead.contact().location()));
        values.add(text(lead.contact().avatar()));
        values.add(lead.source());
        values.add(lead.stage());
        values.add(String.valueOf(lead.lostReason()));
        values.add(lead.expectedAmount() == null ? "" : lead.expectedAmount().value());
        values.add(String.valueOf(lead.assignee()));
        values.add(lead.tags());
        values.add(String.valueOf(lead.probability()));
        values.add(String.valueOf(lead.snoozedUntil()));
        values.add(lead.createdAt());
        values.add(lead.identities());
        return values;
    }

    private static String texts(List<?> values) {
        return values.toString();
    }

    private static String text(@Nullable Attributed<String> value) {
        return value == null ? "" : value.value();
    }

    @Provide
    Arbitrary<String> name() {
        return texts().filter(text -> !Input.clean(text).isBlank());
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> signs = Arbitraries.of(
                        "=", "+", "-", "@", "\t", "\r\n", "\n", "'", "\"", ",", ";", "\\", " ", "a", "é", "東", "\uFF1D",
                        "\uFEFF", "\u0000")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(signs, Arbitraries.strings().ofMinLength(1).ofMaxLength(30));
    }

    @Provide
    Arbitrary<String> id() {
        return texts().map(text -> Input.clean(text).replaceAll("[\\x00-\\x1f\\x7f-\\x9f]", "_"))
                .filter(text -> !text.isBlank());
    }

    @Provide
    Arbitrary<String> stage() {
        return Arbitraries.of(
                Pipeline.fiveStage().stages().stream().map(Stage::key).collect(Collectors.toList()));
    }

    @Property(tries = 400)
    void what_is_exported_comes_back_in_whatever_it_is(
            @ForAll("name") String name,
            @ForAll("name") String other,
            @ForAll("name") String tag,
            @ForAll("id") String assignee,
            @ForAll("id") String externalId,
            @ForAll("stage") String stage,
            @ForAll boolean lossless) {
        LeadDesk from = desk(Pipeline.fiveStage());
        Lead lead = from.create(NewLead.named(name)
                .email("=" + assignee + "@" + externalId)
                .email("second@" + assignee)
                .phone("+47 1234")
                .phone("00 99")
                .company(other)
                .location(tag)
                .avatar(assignee)
                .tag(tag)
                .tag(other)
                .source(LeadSource.of(assignee))
                .expecting(Money.of("1234567.8901", "NOK"))
                .assignee(assignee)
                .externalId(externalId));
        from.update(
                lead.id(),
                LeadUpdate.begin()
                        .probability(lossless ? 0.35 : 0.001)
                        .snooze(clock.instant().plus(Duration.ofDays(30))));
        if (!stage.equals(lead.stage())) {
            boolean isLost = Pipeline.fiveStage().findStage(stage).orElseThrow().category() == StageCategory.LOST;
            from.transition(lead.id(), stage, isLost ? other : null);
        }
        from.create(NewLead.unknown().externalId("bare " + externalId));
        var table = new StringBuilder();
        ExportSettings settings = lossless ? ExportSettings.asTheyAre() : ExportSettings.spreadsheetSafe();
        assertThat(from.exports().write(LeadFilter.all(), settings.separator(lossless ? '\t' : ';'), table))
                .isEqualTo(2);
        LeadDesk to = desk(Pipeline.fiveStage());
        clock.advance(Duration.ofDays(1));
        ImportSettings byExternalId =
                ImportSettings.builder().matchBy(MatchKey.EXTERNAL_ID).build();
        List<LineOutcome> planned = new ArrayList<>();

        imported(to, CsvSource.ofText(table.toString()), byExternalId, planned, new ArrayList<>());

        assertThat(planned).allMatch(Created.class::isInstance);
        assertThat(leads(to).stream().map(LeadDeskTablesProperties::values))
                .containsExactlyInAnyOrderElementsOf(leads(from).stream()
                        .map(LeadDeskTablesProperties::values)
                        .toList());
        List<LineOutcome> again = new ArrayList<>();
        imported(from, CsvSource.ofText(table.toString()), byExternalId, again, new ArrayList<>());
        assertThat(again).allMatch(Unchanged.class::isInstance);
    }
}
