package dev.leadkit.definition.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Change;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    @Test
    void a_record_is_an_object_of_what_it_has() {
        assertThat(json(Money.of("1200.50", "EUR"))).isEqualTo("{\"amount\":1200.5,\"currency\":\"EUR\"}");
        assertThat(json(Contact.UNKNOWN)).isEqualTo("{\"emails\":[],\"phones\":[]}");
        assertThat(json(Engagement.NONE))
                .isEqualTo("{\"messages\":0,\"questions\":0,\"activeTime\":\"PT0S\",\"channels\":[],"
                        + "\"purchaseIntent\":0.0,\"qualifiedIntent\":0.0,\"markedQualified\":false,\"days\":[]}");
    }

    @Test
    void a_record_of_a_value_is_that_value_and_a_variant_says_which_it_is() {
        assertThat(json(TenantId.of("acme"))).isEqualTo("\"acme\"");
        assertThat(json(new Change.StageChanged("new", "lost", null, Duration.ofMinutes(2))))
                .isEqualTo("{\"type\":\"StageChanged\",\"from\":\"new\",\"to\":\"lost\",\"inFrom\":\"PT2M\"}");
    }

    @Test
    void plain_values_lists_and_maps_are_what_json_has_for_them() {
        assertThat(json(Arrays.asList("\"x\"", 7, 7_000_000_000L, true, null, IdentityKind.EMAIL)))
                .isEqualTo("[\"\\\"x\\\"\",7,7000000000,true,null,\"EMAIL\"]");
        assertThat(json(Map.of("at", Instant.EPOCH))).isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void anything_else_is_refused_without_showing_it() {
        assertThatThrownBy(() -> RecordJson.of(List.of(new StringBuilder("secret"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.StringBuilder")
                .hasMessageNotContaining("secret");
    }

    private static String json(Object value) {
        return JsonText.write(RecordJson.of(value));
    }
}
