package dev.leadkit.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkActionTest {
    @Test
    void an_action_is_one_small_json_object() {
        assertThat(BulkAction.transition("lost", "price").toJson())
                .isEqualTo("{\"type\":\"transition\",\"to\":\"lost\",\"reason\":\"price\"}");
        assertThat(BulkAction.assign(null).toJson()).isEqualTo("{\"type\":\"assign\"}");
        assertThat(BulkAction.edit()
                        .company("Acme")
                        .expecting(Money.of("12.50", "EUR"))
                        .toJson())
                .isEqualTo("{\"type\":\"edit\",\"company\":\"Acme\",\"amount\":\"12.5\",\"currency\":\"EUR\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {}                                          | missing       | ''
                {"type":"delete"}                           | unknown-value | /type
                {"type":"tag"}                              | missing       | ''
                {"type":"tag","tag":" "}                    | blank         | /tag
                {"type":"tag","tag":"vip","tags":[]}        | unknown-key   | /tags
                {"type":"edit","amount":"12"}               | missing       | ''
                {"type":"edit","amount":-1,"currency":"EUR"} | invalid-value | ''
                {"type":"erase","cause":"gdpr"}             | missing       | ''
                {"type":"assign","user":7}                  | wrong-type    | /user
                """)
    void a_text_that_is_no_action_is_refused_with_the_place(String json, String code, String pointer) {
        assertThatThrownBy(() -> BulkAction.parse(json))
                .isInstanceOfSatisfying(
                        InvalidDefinitionException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code, Problem::pointer)
                                .contains(org.assertj.core.groups.Tuple.tuple(code, pointer)));
    }

    @Test
    void a_bad_value_is_refused_when_the_action_is_made() {
        assertThatThrownBy(() -> BulkAction.tag(" ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> BulkAction.note("\n")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> BulkAction.assign("a\u0000")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> BulkAction.transition("")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> BulkAction.erase(new Cause("", "x"))).isInstanceOf(InvalidInputException.class);
        Money tooMuch = new Money(new BigDecimal("1e20"), "EUR");
        assertThatThrownBy(() -> BulkAction.edit().expecting(tooMuch)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void line_ends_of_a_web_form_are_kept_as_line_ends() {
        assertThat(BulkAction.note("one\r\ntwo")).isEqualTo(BulkAction.note("one\ntwo"));
        assertThat(List.of(new BulkRequest(BulkAction.note("one\r\ntwo"), null)))
                .allMatch(BulkRequest::canBeKept);
    }
}
