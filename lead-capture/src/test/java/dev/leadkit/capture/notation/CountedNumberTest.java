package dev.leadkit.capture.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers below a thousand, as they are counted in seven languages. */
class CountedNumberTest {
    private static List<Integer> numbers(String text) {
        Words words = Words.of(text);
        List<Integer> numbers = new ArrayList<>();
        CountedNumber number = CountedNumber.at(words, 0, false);
        while (number != null) {
            numbers.add(number.value());
            number = CountedNumber.at(words, number.next(), false);
        }
        return numbers;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zero | 0
        nought | 0
        eleven | 11
        nineteen | 19
        forty | 40
        forty four | 44
        sixty-eight | 68
        Ninety-Nine | 99
        eight hundred | 800
        null | 0
        zwo | 2
        elf | 11
        sechzehn | 16
        einundzwanzig | 21
        siebenunddreißig | 37
        siebenunddreissig | 37
        fünfundfünfzig | 55
        fuenfundfuenfzig | 55
        sieben und dreißig | 37
        achthundert | 800
        acht hundert | 800
        twaalf | 12
        zevenendertig | 37
        tweeëntwintig | 22
        tweeentwintig | 22
        achtenzeventig | 78
        achthonderd | 800
        zéro | 0
        dix-sept | 17
        dix sept | 17
        vingt et un | 21
        vingt-et-un | 21
        trente-sept | 37
        trente sept | 37
        soixante-dix | 70
        soixante et onze | 71
        soixante-et-onze | 71
        soixante dix neuf | 79
        soixante dix-neuf | 79
        quatre-vingts | 80
        quatre vingts | 80
        quatre vingt un | 81
        quatre-vingt-dix-neuf | 99
        quatre vingt dix neuf | 99
        quatre-vingt dix-neuf | 99
        septante deux | 72
        nonante-neuf | 99
        huit cents | 800
        huit cent vingt et un | 821
        quince | 15
        dieciséis | 16
        veintidós | 22
        veintinueve | 29
        cuarenta y cuatro | 44
        seiscientos | 600
        seiscientos cuarenta y cuatro | 644
        meia | 6
        dezasseis | 16
        dezesseis | 16
        vinte e um | 21
        trinta e sete | 37
        diciassette | 17
        ventuno | 21
        ventotto | 28
        trentasette | 37
        trentatré | 33
        novantanove | 99
        trenta e sette | 37
        ottocento | 800
        """)
    void reads_one_counted_number(String text, int expected) {
        assertThat(numbers(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        six forty four | 6, 44
        forty, four | 40, 4
        forty oh four | 40, 0, 4
        forty fourteen | 40, 14
        twenty twenty five | 20, 25
        twenty twenty twenty | 20, 20, 20
        sixty twelve | 60, 12
        eight hundred twenty | 800, 20
        zero hundred | 0
        seis cuarenta y cuatro | 6, 44
        cuarenta cuatro | 40, 4
        veinte y | 20
        treinta y cuarenta | 30
        seis y cuarenta | 6
        trenta sette | 30, 7
        vinte seis | 20, 6
        dix deux | 10, 2
        dix, sept | 10, 7
        quatre, vingt | 4, 20
        zéro quatre vingt | 0, 80
        trente-sept douze | 37, 12
        soixante vingt | 60, 20
        acht siebenunddreißig | 8, 37
        sieben und drei | 7
        """)
    void reads_numbers_side_by_side(String text, String expected) {
        assertThat(numbers(text)).hasToString("[" + expected + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hundred", "and", "double", "twelfth", "fortyfour", "37", "boats"})
    void reads_no_number_in_other_words(String text) {
        assertThat(numbers(text)).isEmpty();
    }
}
