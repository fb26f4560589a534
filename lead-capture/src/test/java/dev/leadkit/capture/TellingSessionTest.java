package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ids of sessions may tell their visitor. */
class TellingSessionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "jane＠acme.example",
                "jane﹫acme.example",
                "106540352242922:jane@acme.example",
                "jane@acme.example:6543219876543210",
            })
    void a_session_that_holds_an_address_tells_its_visitor(String session) {
        assertThat(TellingSession.isTelling(session)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "00000000",
                "99999999",
                "12345678901234",
                "004917012345678",
                "0012345678901234",
                "wa:12345678",
                "wa-12345678",
                "wa_12345678",
                "whatsapp-4917012345678-de",
                "12345678-x",
                "12345678:x",
                "x:12345678:x",
                "x/12345678",
                "a1-12345678",
                "123e4567-e89b-12d3-a456-426614174000-12345678",
                "123e4567-e89b-12d3-a456-42661417400-12345678"
            })
    void so_does_one_that_holds_a_number(String session) {
        assertThat(TellingSession.isTelling(session)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234-5678",
                "1234/5678",
                "+49 170 1234567",
                "+49 (0)170 1234567",
                "0170/1234567",
                "170.123.4567",
                "170\u2013123\u20134567",
                "49 170 1234567 89012",
                "٤٩١٧٠١٢٣٤٥٦٧٨",
                "４９１７０１２３４５６７８",
                "\uD835\uDFD2\uD835\uDFD7\uD835\uDFCF\uD835\uDFD5\uD835\uDFCE\uD835\uDFCF\uD835\uDFD0\uD835\uDFD1"
            })
    void a_number_may_be_written_in_groups_and_in_digits_of_any_script(String session) {
        assertThat(TellingSession.isTelling(session)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "session",
                "1234567",
                "123456789012345",
                "215469834072305",
                "012345678901234",
                "00123456789012345",
                "1234567890123456",
                "1234567890123456-1234567",
                "1234567-1234567890123456-1234567",
                "order12345678",
                "12345678x",
                "1234-x-5678",
                "1234:5678",
                "507f1f77bcf86cd799439011"
            })
    void a_session_that_holds_no_number_of_a_telephone_tells_nobody(String session) {
        assertThat(TellingSession.isTelling(session)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123e4567-e89b-12d3-a456-426614174000",
                "12345678-1234-1234-1234-123456789012",
                "12345678-1234-1234-1234-1234567890AB",
                "visitor-123e4567-e89b-12d3-a456-426614174000",
                "123e4567-e89b-12d3-a456-426614174000:1234567"
            })
    void a_uuid_is_no_number_whatever_digits_it_has(String session) {
        assertThat(TellingSession.isTelling(session)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "106540352242922:DE.13491208655302741918",
                "20531316728:6543219876543210",
                "20531316728:DE.13491208655302741918",
                "20531316728:DE.A1b2C3",
                "102938475610293:6543219876543210",
                "1:9"
            })
    void of_an_adapters_session_the_businesss_own_id_does_not_count(String session) {
        assertThat(TellingSession.isTelling(session)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "106540352242922:4917012345678",
                "20531316728:DE.4917012345678",
                "4917012345678:DE.",
                "4917012345678:de.a1",
                "4917012345678:DEX",
                "4917012345678:42",
                "4917012345678:",
                "49-17012345678:6543219876543210",
                ":4917012345678"
            })
    void the_visitors_part_counts_and_any_other_number_before_a_colon(String session) {
        assertThat(TellingSession.isTelling(session)).isTrue();
    }
}
