package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ids of sessions may tell their visitor. */
class PseudonymizerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "12345678",
                "00000000",
                "99999999",
                "123456789012345",
                "wa:12345678",
                "1234-5678",
                "12345678:x",
                "x:12345678:x",
                "x/12345678"
            })
    void a_session_that_holds_an_address_or_a_number_tells_its_visitor(String session) {
        assertThat(Pseudonymizer.isTelling(session)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "session",
                "1234567",
                "1234567890123456",
                "order12345678",
                "12345678x",
                "1234:5678",
                "1234/5678",
                "123e4567-e89b-12d3-a456-426614174000"
            })
    void any_other_session_does_not(String session) {
        assertThat(Pseudonymizer.isTelling(session)).isFalse();
    }
}
