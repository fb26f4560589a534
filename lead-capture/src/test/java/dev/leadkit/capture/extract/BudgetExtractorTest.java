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
        """)
    void finds_what_can_be_spent(String text, BigDecimal amount, @Nullable String currency) {
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
                "call 2127365000"
            })
    void finds_nothing(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1500-2000 | 2000
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
