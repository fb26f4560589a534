package dev.leadkit.capture.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummedAmountTest {
    private static @Nullable Amount read(String text) {
        Words words = Words.of(text);
        List<NumberLanguage> languages = NumberLanguage.in(words);
        return languages == null ? null : SummedAmount.at(words, 0, languages);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        yüz yirmi bin dolar, 120000, USD
        on beş bin lira, 15000, TRY
        bir buçuk milyon, 1500000, -
        yarim milyon, 500000, -
        bin lira, 1000, TRY
        mười lăm triệu, 15000000, -
        hai mươi lăm triệu, 25000000, -
        hai muoi lam trieu, 25000000, -
        muoi lam trieu, 15000000, -
        hai trăm năm mươi nghìn, 250000, -
        triệu rưỡi, 1500000, -
        hai triệu rưỡi, 2500000, -
        lima belas juta rupiah, 15000000, IDR
        dua ratus lima puluh ribu, 250000, -
        sejuta, 1000000, -
        setengah juta, 500000, -
        pachas hazaar, 50000, -
        sadhe teen lakh, 350000, -
        dhai lakh, 250000, -
        पचास हजार रुपये, 50000, INR
        دو میلیون و نیم, 2500000, -
        بیست و پنج میلیون, 25000000, -
        خمسين الف, 50000, -
        خمسة وعشرين ألف, 25000, -
        مليون ونص, 1500000, -
        مليونين وربع, 2250000, -
        نص مليون, 500000, -
        ألفين ريال, 2000, -
        חמישה עשר אלף, 15000, -
        עשרים וחמישה אלף שקל, 25000, ILS
        מיליון וחצי, 1500000, -
        сто пятьдесят тысяч рублей, 150000, RUB
        полтора миллиона, 1500000, -
        два с половиной миллиона, 2500000, -
        пятьсот рублей, 500, RUB
        двадцять п'ять тисяч гривень, 25000, UAH
        pięćdziesiąt tysięcy złotych, 50000, PLN
        piecdziesiat tysiecy, 50000, -
        półtora miliona, 1500000, -
        dvacet pět tisíc korun, 25000, CZK
        două mii de lei, 2000, RON
        o mie cinci sute de lei, 1500, RON
        tjugofem tusen kronor, 25000, -
        femtusen kroner, 5000, -
        viisikymmentätuhatta euroa, 50000, EUR
        kaksi tuhatta, 2000, -
        ötvenezer forint, 50000, HUF
        másfél millió, 1500000, -
        δύο χιλιάδες ευρώ, 2000, EUR
        """)
    void reads_an_amount(String text, BigDecimal value, @Nullable String currency) {
        Amount amount = read(text);

        assertThat(amount).isNotNull();
        assertThat(amount.value()).isEqualByComparingTo(value);
        assertThat(amount.currency()).isEqualTo(currency);
        assertThat(amount.end()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bin",
                "yirmi dolar",
                "yüz",
                "beş altı",
                "bir buçuk",
                "triệu người",
                "ich bin müde",
                "два рубля",
                "сто",
                "на тысяч",
                "و میلیون"
            })
    void reads_no_amount(String text) {
        assertThat(read(text)).isNull();
    }
}
