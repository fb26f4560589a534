package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ExportSettings;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.LineError;
import dev.leadkit.csv.LineOutcome;
import dev.leadkit.csv.LineOutcome.Created;
import dev.leadkit.csv.LineOutcome.Refused;
import dev.leadkit.csv.LineOutcome.Unchanged;
import dev.leadkit.csv.LineOutcome.Updated;
import dev.leadkit.csv.MatchKey;
import dev.leadkit.csv.NumberForm;
import dev.leadkit.csv.OnMatch;
import dev.leadkit.field.FieldDef;
import dev.leadkit.field.FieldRule;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows B1, E10 and E11: custom fields come in and go out with the others. */
class FieldsInTablesTest {
    private static final LeadFields FIELDS = LeadFields.named("sales")
            .add(FieldDef.of("seats", "Seats wanted", FieldRule.number(-500, 500)))
            .add(FieldDef.of("rate", "Rate", FieldRule.number()))
            .add(FieldDef.of("plan", "Plan", FieldRule.oneOf("basic", "pro")).beginningWith(FieldValue.choice("basic")))
            .add(FieldDef.of("budget", "Budget", FieldRule.money("EUR", "CHF")))
            .add(FieldDef.of("renewal", "Renewal", FieldRule.date()))
            .add(FieldDef.of("vip", "VIP", FieldRule.bool()))
            .add(FieldDef.of("diet", "Diet", FieldRule.text(100)))
            .add(FieldDef.of("crm", "CRM", FieldRule.ref()))
            .build();

    private final LeadDesk desk = desk();
    private final List<LineOutcome> done = new ArrayList<>();

    private static LeadDesk desk() {
        return LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(new MovableClock())
                .fields(FIELDS)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    private static ImportSettings.Builder byId() {
        return ImportSettings.builder().matchBy(MatchKey.EXTERNAL_ID);
    }

    private ImportPlan imported(LeadDesk to, ImportSettings settings, String table) {
        done.clear();
        ImportPlan plan = to.imports().plan(CsvSource.ofText(table), settings, line -> {});
        to.imports().run(plan, done::add);
        return plan;
    }

    private static Lead only(LeadDesk desk) {
        return desk.list(LeadQuery.of(LeadFilter.all())).items().get(0);
    }

    private static Map<String, FieldValue> values(Lead lead) {
        Map<String, FieldValue> values = new TreeMap<>();
        lead.fields().forEach((key, value) -> values.put(key, value.value()));
        return values;
    }

    @Example
    void a_column_is_known_by_its_full_name_its_key_or_its_label_and_read_by_its_type() {
        ImportPlan plan = imported(
                desk,
                byId().numbers(NumberForm.DECIMAL_COMMA)
                        .currency("EUR")
                        .mapField("Runs out", "renewal")
                        .build(),
                "id;field:rate;PLAN;budget;Runs out;Vip;Diet;Shoe size\n7;-1,5;pro;1.200,50;2026-09-01;TRUE;'=no eggs;38");

        assertThat(plan.columns().ignored()).containsExactly("Shoe size");
        assertThat(values(only(desk)))
                .isEqualTo(Map.of(
                        "rate", FieldValue.of(new BigDecimal("-1.5")),
                        "plan", FieldValue.choice("pro"),
                        "budget", FieldValue.of(Money.of("1200.50", "EUR")),
                        "renewal", FieldValue.of(LocalDate.of(2026, 9, 1)),
                        "vip", FieldValue.of(true),
                        "diet", FieldValue.of("=no eggs")));
        assertThat(((Created) done.get(0)).fields())
                .contains("externalId", "field:rate", "field:plan", "field:budget", "field:renewal");
    }

    @Example
    void each_wrong_cell_is_told_with_its_column_and_what_the_field_takes() {
        imported(desk, byId().build(), "id,Seats wanted,plan,renewal,vip\n7,1000,gold,soon,perhaps");

        assertThat(((Refused) done.get(0)).errors())
                .extracting(LineError::column, LineError::code, LineError::expected)
                .containsExactlyInAnyOrder(
                        tuple("Seats wanted", "invalid-value", "a whole number from -500 to 500"),
                        tuple("plan", "invalid-value", "one of basic, pro"),
                        tuple("renewal", "invalid-value", "a date such as 2026-03-02"),
                        tuple("vip", "invalid-value", "true or false"));
        assertThat(done.toString()).doesNotContain("gold", "soon", "perhaps");
    }

    @Example
    void what_a_lead_has_is_updated_kept_or_left_as_the_settings_say() {
        imported(desk, byId().build(), "id,seats\n7,10");
        assertThat(values(only(desk))).containsEntry("plan", FieldValue.choice("basic"));

        imported(desk, byId().onMatch(OnMatch.FILL_GAPS).build(), "id,seats,diet\n7,11,vegan");
        assertThat(((Updated) done.get(0)).fields()).containsExactly("field:diet");
        assertThat(values(only(desk))).containsEntry("seats", FieldValue.of(10));

        imported(desk, byId().build(), "id,seats,diet\n7,11,");
        assertThat(((Updated) done.get(0)).fields()).containsExactly("field:seats");
        assertThat(values(only(desk)))
                .containsEntry("seats", FieldValue.of(11))
                .containsEntry("diet", FieldValue.of("vegan"));

        imported(desk, byId().build(), "id,seats,diet\n7,11.0,vegan");
        assertThat(done).allMatch(Unchanged.class::isInstance);
    }

    @Example
    void a_header_that_is_not_clear_is_refused() {
        assertThatThrownBy(() -> imported(desk, byId().build(), "id,seats,Seats wanted\n7,1,2"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one column for \"field:seats\"");
        assertThatThrownBy(() -> imported(desk, byId().mapField("Shoe", "shoe").build(), "id,Shoe\n7,38"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("field:shoe");
        assertThatThrownBy(() -> desk.exports()
                        .write(LeadFilter.all(), ExportSettings.asTheyAre().fields("shoe"), new StringBuilder()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("field:shoe");
    }

    @Provide
    Arbitrary<Map<String, FieldValue>> fields() {
        Arbitrary<Map.Entry<String, FieldValue>> numbers = Arbitraries.bigDecimals()
                .between(new BigDecimal("-500"), new BigDecimal("500"))
                .ofScale(6)
                .map(number -> Map.entry("rate", FieldValue.of(number)));
        Arbitrary<Map.Entry<String, FieldValue>> days = Arbitraries.integers()
                .between(0, 20_000)
                .map(day -> Map.entry("renewal", FieldValue.of(LocalDate.ofEpochDay(day))));
        Arbitrary<Map.Entry<String, FieldValue>> texts = Arbitraries.of(
                        "=1+1", "'-x", "a,b;c", "two\nlines", "\"q\"", "東", "@x")
                .map(text -> Map.entry("diet", FieldValue.of(text)));
        Arbitrary<Map.Entry<String, FieldValue>> others = Arbitraries.of(
                Map.entry("plan", FieldValue.choice("pro")),
                Map.entry("budget", FieldValue.of(Money.of("1234567.8901", "CHF"))),
                Map.entry("vip", FieldValue.of(false)),
                Map.entry("crm", FieldValue.ref("+crm/7")),
                Map.entry("crm", FieldValue.ref("\u3000crm 7 ")));
        return Arbitraries.oneOf(numbers, days, texts, others)
                .list()
                .ofMaxSize(7)
                .map(entries -> {
                    Map<String, FieldValue> values = new TreeMap<>();
                    entries.forEach(each -> values.put(each.getKey(), each.getValue()));
                    return values;
                });
    }

    @Property(tries = 200)
    void what_is_exported_comes_back_in_as_the_same_values(
            @ForAll("fields") Map<String, FieldValue> fields, @ForAll boolean lossless) {
        LeadDesk from = desk();
        Lead lead = from.create(NewLead.unknown().externalId("7").fields(fields));
        var table = new StringBuilder();
        from.exports()
                .write(
                        LeadFilter.all(),
                        lossless ? ExportSettings.asTheyAre() : ExportSettings.spreadsheetSafe(),
                        table);
        LeadDesk to = desk();

        imported(to, byId().build(), table.toString());
        assertThat(values(only(to))).isEqualTo(values(lead));

        imported(from, byId().build(), table.toString());
        assertThat(done).allMatch(Unchanged.class::isInstance);
    }
}
