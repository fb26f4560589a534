package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetExtractorTest {
    private final BudgetExtractor extractor = new BudgetExtractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        my budget is 5k | 5000 | -
        up to $800/month | 800 | USD
        between 2 and 3 thousand euros | 3000 | EUR
        600 at most | 600 | -
        under 1,200.50 EUR | 1200.50 | EUR
        I can spend 1.200,50 € | 1200.50 | EUR
        we can afford £2m | 2000000 | GBP
        no more than 900 | 900 | -
        a 2000 dollar budget | 2000 | USD
        nothing over 900 bucks | 900 | USD
        we can go as high as $1.2 million | 1200000 | USD
        we don't want to go over 400 | 400 | -
        I only have 600 | 600 | -
        we've got around 700 euros | 700 | EUR
        anything around the £75 mark | 75 | GBP
        our limit is 1,800 a month | 1800 | -
        less then 2000 credits | 2000 | -
        my budget went up, it's 900 now not 700 | 900 | -
        a boat for $700-$900 a month | 900 | USD
        for 3-4 lakh max | 400000 | -
        budget ₹15 lakhs | 1500000 | INR
        entre 20 000 et 25 000 euros, budget | 25000 | EUR
        Budget 12 Tsd. Euro | 12000 | EUR
        mehr als 350 Euro will ich nicht ausgeben | 350 | EUR
        hasta 1.300 euros al mes | 1300 | EUR
        massimo 300 euro | 300 | EUR
        não mais de R$ 3.000 | 3000 | BRL
        """)
    void finds_what_can_be_spent(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        we have about ten thousand to spend | 10000 | -
        a couple of grand at most | 2000 | -
        under two hundred and fifty pounds | 250 | GBP
        less than a hundred bucks | 100 | USD
        half a million is our ceiling | 500000 | -
        no more than twenty-five hundred dollars | 2500 | USD
        """)
    void reads_an_amount_in_words(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    private void assertFound(String text, BigDecimal amount, @Nullable String currency) {
        assertThat(extractor.extract(Turn.of(text)).found())
                .extracting(Candidate::value)
                .singleElement()
                .satisfies(budget -> {
                    assertThat(budget.amount()).isEqualByComparingTo(amount);
                    assertThat(budget.currency()).isEqualTo(currency);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it costs $20",
                "under 5 days",
                "up to 3 people",
                "max 2 bedrooms",
                "I paid 500",
                "at most 300 people",
                "room 501",
                "call 2127365000",
                "it costs about $30",
                "is it $30-$40 per night?",
                "the price list for 10,000 bolts",
                "at most 800 bolts",
                "the price is 499",
                "Rückruf unter 0176 5551234",
                "two of them at most",
                "the rent is eight hundred"
            })
    void finds_nothing(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1500-2000 | 2000
        1500 TO 2000 | 2000
        80 | 80
        """)
    void reads_the_answer_to_a_question_for_the_budget(String text, BigDecimal amount) {
        assertThat(extractor
                        .extract(new Turn(text, "What is your budget?", null))
                        .found())
                .extracting(candidate -> candidate.value().amount())
                .containsExactly(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 $500 budget", "budget 500 $600", "my budget is 500 € 600 max", "500 EUR 600 budget"})
    void two_amounts_with_one_currency_sign_between_them_are_read(String text) {
        assertThat(new BudgetExtractor().extract(Turn.of(text)).found()).isNotEmpty();
    }
}
