package dev.leadkit.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadFieldsTest {
    private static final String DOCUMENT = """
        {"kind": "lead-fields", "format": 1, "name": "sales", "version": 3, "fields": [
          {"key": "note", "label": "Note", "type": "text", "maxLength": 20, "pii": true},
          {"key": "seats", "label": "Seats", "type": "number", "min": 1, "max": "500", "decimals": 0, "default": 1},
          {"key": "budget", "label": "Budget", "type": "money", "currencies": ["EUR", "NOK"], "max": 10000.5},
          {"key": "since", "label": "Since", "type": "date", "min": "2020-01-01", "max": "2029-12-31", "index": true},
          {"key": "plan", "label": "Plan", "type": "enum", "default": "basic",
           "options": [{"key": "basic", "label": "Basic"}, {"key": "pro", "label": "Pro"}]},
          {"key": "trial", "label": "Trial", "type": "bool", "default": false},
          {"key": "account", "label": "Account", "type": "ref"}]}
        """;

    private final LeadFields fields = LeadFields.parse(DOCUMENT);

    @Test
    void a_document_and_the_builder_make_the_same_fields() {
        LeadFields built = LeadFields.named("sales")
                .version(3)
                .add(FieldDef.of("note", "Note", FieldRule.text(20)).asPersonal())
                .add(FieldDef.of("seats", "Seats", FieldRule.number(1, 500)).beginningWith(FieldValue.of(1)))
                .add(FieldDef.of(
                        "budget",
                        "Budget",
                        new FieldRule.OfMoney(List.of("EUR", "NOK"), null, new BigDecimal("10000.5"))))
                .add(FieldDef.of(
                                "since",
                                "Since",
                                new FieldRule.OfDate(LocalDate.of(2020, 1, 1), LocalDate.of(2029, 12, 31)))
                        .asIndexed())
                .add(FieldDef.of(
                                "plan",
                                "Plan",
                                new FieldRule.OfEnum(List.of(
                                        new FieldRule.Option("basic", "Basic"), new FieldRule.Option("pro", "Pro"))))
                        .beginningWith(FieldValue.choice("basic")))
                .add(FieldDef.of("trial", "Trial", FieldRule.bool()).beginningWith(FieldValue.of(false)))
                .add(FieldDef.of("account", "Account", FieldRule.ref()))
                .build();

        assertThat(fields.all()).isEqualTo(built.all());
        assertThat(fields).hasToString("fields sales@3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note    | twenty characters ok | TEXT",
                "seats   | 500                  | NUMBER",
                "budget  | 10000.50 NOK         | MONEY",
                "since   | 2029-12-31           | DATE",
                "plan    | pro                  | ENUM",
                "trial   | true                 | BOOL",
                "account | crm/7                | REF"
            })
    void a_text_is_read_by_the_type_of_its_field(String key, String text, FieldType type) {
        FieldValue value = fields.accept(Map.of(key, FieldValue.of(text))).get(key);

        assertThat(value.type()).isEqualTo(type);
        assertThat(type.read(key, value.text())).isEqualTo(value);
        assertThat(fields.accept(Map.of(key, value))).isEqualTo(new TreeMap<>(Map.of(key, value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note    | twenty-one characters | a text of at most 20 characters              | another text",
                "seats   | 0                     | a whole number from 1 to 500                 | another number",
                "seats   | 501                   | a whole number from 1 to 500                 | another number",
                "seats   | 1.5                   | a whole number from 1 to 500                 | another number",
                "seats   | many                  | a decimal number such as 12.5                | a text of 4 characters",
                "budget  | 5 USD                 | an amount in EUR or NOK to 10000.5           | another money",
                "budget  | 10000.51 EUR          | an amount in EUR or NOK to 10000.5           | another money",
                "budget  | 5                     | an amount and a currency such as 1200.50 EUR | a text of 1 characters",
                "since   | 2019-12-31            | a date from 2020-01-01 to 2029-12-31         | another date",
                "since   | 2026-02-30            | a date such as 2026-03-02                    | a text of 10 characters",
                "plan    | gold                  | one of basic, pro                            | another enum",
                "trial   | yes                   | true or false                                | a text of 3 characters"
            })
    void a_value_beyond_the_limits_is_refused_without_repeating_it(
            String key, String text, String expected, String found) {
        var refused = catchThrowableOfType(
                InvalidInputException.class, () -> fields.accept(Map.of(key, FieldValue.of(text))));

        assertThat(refused.field()).isEqualTo("field:" + key);
        assertThat(refused.expected()).isEqualTo(expected);
        assertThat(refused.found()).isEqualTo(found);
    }

    @Test
    void a_value_of_another_type_is_refused() {
        assertThatThrownBy(() -> fields.accept(Map.of("note", FieldValue.of(Money.of("5", "EUR")))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("field:note: expected a text of at most 20 characters, found a value of type money");
    }

    @Test
    void a_field_that_is_not_defined_is_refused_and_the_others_are_named() {
        assertThatThrownBy(() -> fields.accept(Map.of("colour", FieldValue.of("red"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("field:colour: expected one of the fields note, seats, budget, since, plan, trial, account,"
                        + " found no such field");
        assertThatThrownBy(() -> LeadFields.NONE.accept(Map.of("colour", FieldValue.of("red"))))
                .hasMessageContaining("which the kit must be given first");
    }

    @Test
    void all_problems_of_a_document_come_at_once_each_with_its_place() {
        String document = """
            {"kind": "lead-fields", "format": 1, "name": "s", "version": 1, "fields": [
              {"key": "a b", "label": "A", "type": "text", "maxLength": 5000},
              {"key": "n", "label": " ", "type": "number", "min": 5, "max": 1, "decimals": 9, "default": 7},
              {"key": "n", "label": "N", "type": "number", "min": "five"},
              {"label": "M", "type": "money", "currencies": ["EUR", "EURO"], "default": "5"},
              {"key": "d", "label": "D", "type": "date", "min": "2026-1-1", "max": "2026-01-01", "default": "2027-01-01"},
              {"key": "e", "label": "E", "type": "enum", "default": "z",
               "options": [{"key": "x", "label": "X"}, {"key": "x", "label": "Y"}]},
              {"key": "f", "label": "F", "type": "enum", "options": []},
              {"key": "g", "label": "G", "type": "bool", "default": "yes"},
              {"key": "h", "label": "H", "type": "colour", "shade": 1},
              {"key": "i", "label": "I", "type": "ref", "maxLength": 5}]}
            """;

        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> LeadFields.parse(document));

        assertThat(invalid.problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("/fields/0/key", "bad-key"),
                        tuple("/fields/0/maxLength", "out-of-range"),
                        tuple("/fields/1/label", "blank"),
                        tuple("/fields/1/max", "empty-range"),
                        tuple("/fields/1/decimals", "out-of-range"),
                        tuple("/fields/1/default", "default-not-taken"),
                        tuple("/fields/2/key", "duplicate-key"),
                        tuple("/fields/2/min", "not-a-limit"),
                        tuple("/fields/3", "missing"),
                        tuple("/fields/3/currencies/1", "unknown-currency"),
                        tuple("/fields/3/default", "default-not-taken"),
                        tuple("/fields/4/min", "not-a-limit"),
                        tuple("/fields/4/default", "default-not-taken"),
                        tuple("/fields/5/default", "default-not-taken"),
                        tuple("/fields/5/options/1/key", "duplicate-key"),
                        tuple("/fields/6/options", "empty"),
                        tuple("/fields/7/default", "wrong-type"),
                        tuple("/fields/8/type", "unknown-value"),
                        tuple("/fields/9/maxLength", "unknown-key"));
        assertThat(invalid.problems()).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.mend()).isNotBlank();
        });
    }

    @Test
    void the_builder_finds_the_same_problems() {
        LeadFields.Builder builder = LeadFields.named("s")
                .add(FieldDef.of("a b", "A", FieldRule.text(0)))
                .add(FieldDef.of("plan", "Plan", FieldRule.oneOf()))
                .add(FieldDef.of("plan", "Plan", FieldRule.number(1, 5)).beginningWith(FieldValue.of(6)));

        assertThatThrownBy(() -> FieldDef.of("plan", " ", FieldRule.bool())).isInstanceOf(InvalidInputException.class);

        var invalid = catchThrowableOfType(InvalidDefinitionException.class, builder::build);

        assertThat(invalid.problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("/fields/0/key", "bad-key"),
                        tuple("/fields/0/maxLength", "out-of-range"),
                        tuple("/fields/1/options", "empty"),
                        tuple("/fields/2/key", "duplicate-key"),
                        tuple("/fields/2/default", "default-not-taken"));
    }

    @Test
    void the_schema_knows_the_types_and_members_that_the_reader_knows() {
        for (FieldType type : FieldType.values()) {
            String stranger = DOCUMENT.replace("\"key\": \"note\"", "\"?\": 0, \"key\": \"note\"")
                    .replace("\"type\": \"text\", \"maxLength\": 20", "\"type\": \"%s\"".formatted(type.key()));
            var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> LeadFields.parse(stranger));

            String mend = invalid.problems().stream()
                    .filter(problem -> problem.pointer().equals("/fields/0/?"))
                    .map(Problem::mend)
                    .findFirst()
                    .orElseThrow();
            var object = (JsonObject) schema("$defs").members().get(type.key() + "Field");
            var properties = (JsonObject) object.members().get("properties");

            assertThat(properties.members().keySet())
                    .containsExactlyInAnyOrder(
                            mend.substring("use one of: ".length()).split(", "));
        }
    }

    private static JsonObject schema(String member) {
        var schema = (JsonObject) JsonText.parse(
                DefinitionReader.resource(LeadFields.class.getResourceAsStream("lead-fields.schema.json")));
        return (JsonObject) schema.members().get(member);
    }
}
