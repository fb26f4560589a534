package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader says what libphonenumber's parser says, of every region of the plan. */
class NorthAmericanNumbersTest {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final List<String> REGIONS = PLANS.getRegionCodesForCountryCode(1);

    private final NorthAmericanNumbers numbers = new NorthAmericanNumbers(PLANS);

    @Test
    void an_example_of_every_kind_and_region_is_read_as_the_parser_does() {
        List<String> read = new ArrayList<>();
        for (String region : REGIONS) {
            for (PhoneNumberType type : PhoneNumberType.values()) {
                PhoneNumber example = PLANS.getExampleNumberForType(region, type);
                if (example != null) {
                    for (PhoneNumberFormat format : PhoneNumberFormat.values()) {
                        String raw = PLANS.format(example, format);
                        read.add(isReadLikeTheParser(raw, region) ? "read" : raw);
                    }
                }
            }
        }
        assertThat(read).hasSizeGreaterThan(300).contains("read");
    }

    @Property(tries = 3000)
    void any_number_is_read_as_the_parser_does(@ForAll("written") String raw, @ForAll("regions") String region) {
        isReadLikeTheParser(raw, region);
    }

    @Test
    void every_area_code_is_judged_as_libphonenumber_does() {
        for (int area = 200; area < 1000; area++) {
            for (int office = 136; office < 1000; office += 100) {
                assertThat(isReadLikeTheParser("%d-%d-5000".formatted(area, office), "US"))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "212-736-5000 ext. 3",
                "1-800-FLOWERS",
                "736-5000",
                "+44 20 7946 0958",
                "011 44 20 7946 0958",
                "",
                "+"
            })
    void what_needs_parsing_is_left_to_the_parser(String raw) {
        assertThat(numbers.read(raw, "US")).isNull();
    }

    @Test
    void a_national_number_of_another_plan_is_left_to_the_parser() {
        assertThat(numbers.read("212-736-5000", "DE")).isNull();
        assertThat(numbers.read("+1 212-736-5000", "DE")).isNotNull();
    }

    /** @return whether it was read at all */
    private boolean isReadLikeTheParser(String raw, String region) {
        PhoneNumber read = numbers.read(raw, region);
        if (read == null) {
            return false;
        }
        PhoneNumber parsed;
        try {
            parsed = PLANS.parse(raw, region);
        } catch (NumberParseException e) {
            throw new AssertionError("the parser refuses " + raw, e);
        }
        assertThat(read).as("%s in %s", raw, region).isEqualTo(parsed);
        assertThat(numbers.isValid(read)).as("%s in %s", raw, region).isEqualTo(PLANS.isValidNumber(parsed));
        return true;
    }

    @Provide
    Arbitrary<String> regions() {
        return Arbitraries.of(REGIONS);
    }

    /** Ten or eleven digits in groups, half of them with an area code that is in use. */
    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> lead = Arbitraries.of("", "", "1", "1-", "+1", "+1 ", "+ 1", "+1 (", "(", "011", "0", "+");
        Arbitrary<String> area = Arbitraries.oneOf(
                Arbitraries.of("212", "415", "268", "876", "809", "787", "684", "900", "800", "500", "710"),
                Arbitraries.strings().numeric().ofLength(3));
        Arbitrary<String> mark = Arbitraries.of("", " ", "-", ".", ") ", " - ");
        Arbitrary<String> office =
                Arbitraries.strings().numeric().ofMinLength(2).ofMaxLength(4);
        Arbitrary<String> line = Arbitraries.strings().numeric().ofLength(4);
        return Combinators.combine(lead, area, mark, office, mark, line)
                .as((plus, code, first, three, second, four) -> plus + code + first + three + second + four);
    }
}
