package dev.leadkit.capture.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.budget.BudgetSamples.Sample;
import dev.leadkit.capture.ownership.OwnershipModel;
import dev.leadkit.capture.ownership.OwnershipTrainer;
import dev.leadkit.capture.ownership.OwnershipTrainer.Example;
import dev.leadkit.capture.text.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That the weights by which amounts are told to be budgets are those which our sample messages teach, and what comes of it. With {@code
 * -Dleadkit.write} they are written anew: {@code mvn test -pl lead-capture -am -Dtest=LikelyBudgetTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dleadkit.write}.
 */
class LikelyBudgetTest {
    private static final List<Sample> SAMPLES = BudgetSamples.all();

    @Test
    void ships_what_the_samples_teach() throws IOException {
        List<Example> examples = SAMPLES.stream().map(Sample::example).toList();
        if (System.getProperty("leadkit.write") != null) {
            OwnershipTrainer.write(examples, Path.of("src/main/resources/dev/leadkit/capture/ownership/budgets.tsv"));
            return;
        }
        OwnershipModel learned = OwnershipTrainer.model(examples);

        for (Sample sample : SAMPLES) {
            assertThat(sample.logOdds(learned))
                    .as(sample.message().reply().text())
                    .isCloseTo(sample.logOdds(OwnershipModel.budgets()), within(0.5));
        }
    }

    /** Of the budgets that no word tells, which are the hard ones. */
    @ParameterizedTest
    @CsvSource({"spending, 0.35, 0.95", "projects, 0.5, 0.88"})
    void what_one_writer_teaches_is_true_of_the_other(String leftOut, double budgets, double others) {
        List<Example> examples = SAMPLES.stream().map(Sample::example).toList();
        OwnershipTrainer.Right right = OwnershipTrainer.leftOut(leftOut, examples);

        assertThat(right.own()).isGreaterThan(budgets);
        assertThat(right.others()).isGreaterThan(others);
    }

    private static @Nullable SpendableAmount likeliest(String text) {
        Amounts amounts = Amounts.of(new Reply(text, null), null);
        var cue = new BudgetCue(new Reply(text, null));
        for (Amount amount = amounts == null ? null : amounts.next(); amount != null; amount = amounts.next()) {
            assertThat(cue.read(amount) instanceof SpendableAmount)
                    .as("told by a word")
                    .isFalse();
        }
        return cue.likeliest();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we've put by £900 for the oak table | 900
            my husband says $300 and not a penny more | 300
            we raised £2,000 at the fete for new benches | 2000
            """)
    void a_budget_that_no_word_tells_is_found_by_what_stands_around_it(String text, int amount) {
        SpendableAmount budget = likeliest(text);

        assertThat(budget).isNotNull();
        assertThat(budget.amount().value()).isEqualByComparingTo(String.valueOf(amount));
        assertThat(budget.because()).isEqualTo("surroundings");
        assertThat(budget.confidence()).isEqualTo(0.6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I was charged $49.99 twice",
                "the other firm quoted £1,150",
                "is the 300 on the invoice with VAT?",
                "no amount at all"
            })
    void does_not_take_another_amount_for_a_budget(String text) {
        assertThat(likeliest(text)).isNull();
    }

    @Test
    void of_two_it_is_the_likelier() {
        SpendableAmount budget = likeliest("the other firm quoted £1,150, we've put by £900 for the oak table");

        assertThat(budget).isNotNull();
        assertThat(budget.amount().value()).isEqualByComparingTo("900");
    }
}
