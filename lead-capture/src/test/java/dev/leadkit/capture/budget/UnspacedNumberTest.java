package dev.leadkit.capture.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnspacedNumberTest {
    @ParameterizedTest
    @CsvSource({
        "二十萬, 200000",
        "一万五, 15000",
        "一万零五, 10005",
        "三千五, 3500",
        "两万八千, 28000",
        "一百五十, 150",
        "十五, 15",
        "千五百, 1500",
        "百万, 1000000",
        "一億二千万, 120000000",
        "两三千, 3000",
        "两万5千, 25000",
        "สองพัน, 2000",
        "สองแสนห้า, 250000",
        "สองแสนห้าหมื่น, 250000",
        "สามล้านครึ่ง, 3500000",
        "ยี่สิบเอ็ด, 21",
        "오십만, 500000",
        "백이십만, 1200000"
    })
    void reads_the_signs_of_a_number(String text, BigDecimal value) {
        UnspacedNumber number = UnspacedNumber.at(text, 0);

        assertThat(number).isNotNull();
        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.end()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @CsvSource({
        "5, 万, 50000",
        "1.5, 万, 15000",
        "1, 万5千, 15000",
        "2, 万5000, 25000",
        "3, 千5, 3500",
        "2, 百万, 2000000",
        "4, ล้านครึ่ง, 4500000"
    })
    void reads_what_stands_behind_digits(BigDecimal digits, String text, BigDecimal value) {
        UnspacedNumber number = UnspacedNumber.behind(digits, text, 0);

        assertThat(number).isNotNull();
        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.end()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"万一", "人", "", "零"})
    void no_number_begins_there(String text) {
        assertThat(UnspacedNumber.at(text, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"二〇二四, 1, 0", "三三三, 1, 0", "百万円, 2, 4"})
    void ends_where_no_sign_can_follow(String text, int end, int highest) {
        UnspacedNumber number = UnspacedNumber.at(text, 0);

        assertThat(number).isNotNull();
        assertThat(number.end()).isEqualTo(end);
        assertThat(number.highest()).isEqualTo(highest);
    }
}
