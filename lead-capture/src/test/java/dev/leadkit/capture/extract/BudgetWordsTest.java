package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways to write an amount, and the many words by which somebody says that he can spend it. */
class BudgetWordsTest {
    private final BudgetExtractor extractor = new BudgetExtractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '¤', textBlock = """
        my budget is 20 000 | 20000 | -
        my budget is 1 250 000 € | 1250000 | EUR
        my budget is 200 300 euros | 200300 | EUR
        our budget: 1.5m | 1500000 | -
        budget 3 crore | 30000000 | -
        budget of 2 lakhs | 200000 | -
        budget 2 Mio. Euro | 2000000 | EUR
        budget is 5 mn | 5000000 | -
        budget is £ 500 | 500 | GBP
        budget is US$500 | 500 | USD
        budget is A$ 1,500 | 1500 | AUD
        budget is 500USD | 500 | USD
        budget is R$500 | 500 | BRL
        budget is Rs. 5000 | 5000 | INR
        budget 500 zł | 500 | PLN
        budget is 1,234,567 | 1234567 | -
        budget is 1.234.567,89 EUR | 1234567.89 | EUR
        budget is 1,234.5 | 1234.5 | -
        budget is 1'500 CHF | 1500 | CHF
        budget is 500ish | 500 | -
        between 2 and 3 million dollars | 3000000 | USD
        five hundred dollars max | 500 | USD
        no more than twenty five hundred dollars | 2500 | USD
        no more than two thousand three hundred | 2300 | -
        max one hundred and twenty | 120 | -
        max forty-two thousand | 42000 | -
        max half a million | 500000 | -
        max half a thousand euros | 500 | EUR
        max a couple of thousand | 2000 | -
        max a couple hundred | 200 | -
        max a thousand | 1000 | -
        max seventy five dollars | 75 | USD
        max seventy-five dollars | 75 | USD
        max two hundred and ten euros | 210 | EUR
        max nineteen hundred dollars | 1900 | USD
        max two million three hundred thousand euros | 2300000 | EUR
        max five lakh | 500000 | -
        max 2 hundred dollars | 200 | USD
        2 to 3 million budget | 3000000 | -
        max 0.5 million | 500000 | -
        max 1,234 | 1234 | -
        max 1.234 | 1234 | -
        max 123,45 EUR | 123.45 | EUR
        max 1.234.567 | 1234567 | -
        max 100,000.00 | 100000.00 | -
        max twenty-one thousand euros | 21000 | EUR
        under fifty dollars | 50 | USD
        max 350 000 euros | 350000 | EUR
        max 350\u202f000\u202f€ | 350000 | EUR
        max €\u00a01.250,00 | 1250.00 | EUR
        max 2 millions d'euros | 2000000 | EUR
        max 1,5 millones de pesos | 1500000 | -
        max 3 milhões de reais | 3000000 | BRL
        max 2 milioni di euro | 2000000 | EUR
        max 3 miljoen | 3000000 | -
        max 4 млн руб | 4000000 | RUB
        max 2 billion dollars | 2000000000 | USD
        max 1.500.000.000 IDR | 1500000000 | IDR
        max 50k€ | 50000 | EUR
        our budget is 7.5L | 750000 | -
        budget 3-8L | 800000 | -
        budget 20 L max | 2000000 | -
        under ₹5L | 500000 | INR
        """)
    void an_amount_is_written_in_many_ways(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        we need 2 rooms under 80L | IN | -
        under 80 l near the lake | in | -
        around 5L | - | That is ₹3-8L, depending on scope.
        5L | - | What is your budget?
        """)
    void a_litre_is_a_lakh_where_rupees_are_spoken_of(String text, @Nullable String region, @Nullable String asked) {
        assertThat(extractor.extract(new Turn(text, asked, region)).found()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "budget is 0500",
                "budget is #500",
                "budget is 5:00",
                "budget is 500px",
                "budget is 50%",
                "budget is 12345678901",
                "budget is 500_a",
                "max 120m2",
                "max 120m²",
                "max a 5L pot",
                "budget for a 5L pot",
                "max 5L",
                "Kabel bis 5m",
                "max 12.34",
                "max 05",
                "max 0",
                "max zero dollars",
                "max ten-five dollars",
                "max twenty-ten dollars",
                "max seventy ten dollars",
                "max a couple of boats",
                "max half a dozen",
                "max twenty, five hundred dollars",
                "under fifty",
                "a dozen at most",
                "three at most",
                "two hundred people at most"
            })
    void a_number_that_is_no_amount(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        we can pay $900 | plan
        rent around $900 | budget
        my budget is max. $900 | budget
        cap of $900 | limit
        our cap is $900 | limit
        around 900 credits | limit
        about $900 | limit
        max. $900 | limit
        I'd go up to $900 | limit
        stretch to $900 | limit
        cut it to $900 | limit
        at most $900 | limit
        as much as $900 | limit
        as high as $900 | limit
        cheaper than $900 | limit
        not more than $900 | limit
        nothing above $900 | limit
        it must not exceed $900 | limit
        between $500 and $900 | limit
        until $900 | limit
        bis 900 Euro | limit
        unter 900 € | limit
        I only have about $900 | limit
        I have about $900 | limit
        we have set aside $900 | plan
        I can do $900 | plan
        $900 or less | limit
        $900 or under | limit
        $900 at max | limit
        $900 to spend | limit
        $900 to work with | limit
        $900 no more | limit
        900 euros para gastar | limit
        $900 max | limit
        max 900 glass | limit
        max 900 thanks | limit
        from $500 to $900 | range
        $700-$900 a month | range
        """)
    void what_can_be_spent_is_said_in_many_ways(String text, String because) {
        assertThat(extractor.extract(Turn.of(text)).found())
                .extracting(found -> found.value().amount().intValueExact(), Candidate::because)
                .containsExactly(tuple(900, because));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the price is 900",
                "we pay 900",
                "I already pay 900",
                "it was about $900",
                "it costs $700-$900",
                "went to 900",
                "as 900",
                "more than 900",
                "above 900",
                "exceed 900",
                "until 900",
                "I have 900",
                "900 or more",
                "900 to go",
                "900. Max is my dog",
                "max 900 bolts",
                "max 900 people",
                "go up to 900 people",
                "not 900"
            })
    void an_amount_is_not_said_to_be_spent(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        What is your budget? | $50
        What is your budget? | 50
        How much can you spend? | $50
        What price range? | $50
        What price point? | $50
        How much do you want to pay? | $50
        How much can you afford? | $50
        ¿Cuál es su presupuesto? | $50
        Qual é o orçamento? | $50
        Wat is uw begroting? | $50
        Jaki jest budżet? | $50
        """)
    void an_answer_need_not_say_so(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(found -> found.value().amount().intValueExact(), Candidate::because)
                .containsExactly(tuple(50, "answer-to-budget-question"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        What is your budget? | 900 bolts
        How many boats? | 900
        How much wood? | 900
        """)
    void no_other_answer_is_a_budget(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"max $900, ", "max nine hundred dollars, "})
    void no_more_than_eight_are_found(String text) {
        assertThat(extractor.extract(Turn.of(text.repeat(9))).found()).hasSize(8);
    }

    @Test
    void a_budget_is_more_than_zero() {
        assertThatThrownBy(() -> new Budget(BigDecimal.ZERO, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Budget(BigDecimal.valueOf(-1), "EUR"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"banana", "eur", "", "QQQ"})
    void a_budget_is_of_a_currency_that_there_is(String code) {
        assertThatThrownBy(() -> new Budget(BigDecimal.ONE, code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a budget's currency is an ISO 4217 code, was " + code);
    }
}
