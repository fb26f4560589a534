package dev.leadkit.definition.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonValueTest {
    @Test
    void a_value_says_what_it_is() {
        assertThat(new JsonValue.JsonObject(Map.of()).kind()).isEqualTo("an object");
        assertThat(new JsonValue.JsonArray(List.of()).kind()).isEqualTo("an array");
        assertThat(new JsonValue.JsonString("secret").kind()).isEqualTo("a text");
        assertThat(new JsonValue.JsonNumber(new BigDecimal("1.50")).kind()).isEqualTo("the number 1.50");
        assertThat(new JsonValue.JsonBoolean(true).kind()).isEqualTo("true");
        assertThat(new JsonValue.JsonBoolean(false).kind()).isEqualTo("false");
        assertThat(new JsonValue.JsonNull().kind()).isEqualTo("null");
    }
}
