package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibPhoneNormalizerTest {
    private final LibPhoneNormalizer normalizer = new LibPhoneNormalizer();

    @ParameterizedTest
    @CsvSource({
        "+525512345678, +5215512345678", // Mexico's mobile 1
        "+541123456789, +5491123456789", // Argentina's mobile 9
        "+551187654321, +5511987654321", // Brazil's ninth digit
    })
    void a_number_that_two_channels_write_in_two_ways_is_known_by_both(String one, String other) {
        assertThat(normalizer.phoneCandidates(one)).containsExactlyInAnyOrder(one, other);
        assertThat(normalizer.phoneCandidates(other)).containsExactlyInAnyOrder(one, other);
    }

    @ParameterizedTest
    @CsvSource({"+12127365000", "+5255123456", "+52155123456789", "+4930901820", "+55", "+5511", "+55118765432"})
    void any_other_number_is_known_by_itself_alone(String number) {
        assertThat(normalizer.phoneCandidates(number)).containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource({"+5215512345678", "+52 1 33 1234 5678", "+553187654321", "+55 11 8765-4321", "+54 9 351 512 3456"})
    void a_form_that_the_plans_have_dropped_is_kept_as_it_is_and_valid(String raw) {
        String digits = raw.replace(" ", "").replace("-", "");

        assertThat(normalizer.phone(raw, null)).isEqualTo(new PhoneNumber(digits, raw, true));
    }

    @ParameterizedTest
    @CsvSource({"5215512345678", "+5210012345678", "+552087654321", "+49 1"})
    void a_dropped_form_without_a_plus_or_a_valid_other_form_is_not_valid(String raw) {
        assertThat(normalizer.phone(raw, null).valid()).isFalse();
    }

    @Test
    void an_address_is_trimmed_and_in_lower_case() {
        assertThat(normalizer.email("  Tove.Lund+CRM@Fjord.Example ")).isEqualTo("tove.lund+crm@fjord.example");
    }

    @ParameterizedTest
    @CsvSource({
        "jos\u00e9@acme.example, jos\u00e9@acme.example",
        "jose\u0301@acme.example, jos\u00e9@acme.example",
        "JOSE\u0301@ACME.EXAMPLE, jos\u00e9@acme.example",
        "İLKER@acme.example, ilker@acme.example",
        "I\u0307LKER@acme.example, ilker@acme.example",
        "ışık@acme.example, ışık@acme.example",
        "o’hara@acme.example, o'hara@acme.example"
    })
    void however_its_letters_are_typed_an_address_is_one(String typed, String address) {
        assertThat(normalizer.email(typed)).isEqualTo(address);
        assertThat(new EmailExtractor().extract(Turn.of("mail " + typed)).found())
                .extracting(Candidate::value)
                .containsExactly(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        0171 1234567 | de | +491711234567 | true
        +49 171 1234567 | - | +491711234567 | true
        0171 1234567 | - | 01711234567 | false
        (555) 010-4477 ext. 12 | US | 5550104477 | false
        １２３ ４５６７ | - | 1234567 | false
        010 x 4477 | - | 0104477 | false
        """)
    void a_number_is_brought_into_one_form_or_keeps_its_digits(String raw, String region, String value, boolean valid) {
        assertThat(normalizer.phone(raw, region)).isEqualTo(new PhoneNumber(value, raw, valid));
    }
}
