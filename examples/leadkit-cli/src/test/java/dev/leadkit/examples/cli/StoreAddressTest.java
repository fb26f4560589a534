package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StoreAddressTest {
    @Test
    void an_h2_database_loses_nothing_when_it_is_killed_unless_somebody_says_otherwise() {
        assertThat(new H2Url("jdbc:h2:./leads").url()).isEqualTo("jdbc:h2:./leads;WRITE_DELAY=0");
        assertThat(new H2Url("jdbc:h2:./leads;write_delay=100").url()).isEqualTo("jdbc:h2:./leads;write_delay=100");
    }

    @Test
    void other_databases_are_refused_without_repeating_their_address() {
        assertThatThrownBy(() -> new H2Url("jdbc:oracle:secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a URL that begins with jdbc:h2:");
    }

    @Test
    void a_key_is_hexadecimal_or_text() {
        assertThat(IdentityKeys.parse("00ff".repeat(8))).hasSize(16).startsWith(0, 0xff);
        assertThat(IdentityKeys.parse("sixteen letters!")).hasSize(16);
        assertThat(IdentityKeys.parse(IdentityKeys.DEVELOPMENT)).hasSizeGreaterThanOrEqualTo(16);
        assertThatThrownBy(() -> IdentityKeys.parse("0123456789abcde"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected an identity key of at least 16 bytes, found 15");
    }
}
