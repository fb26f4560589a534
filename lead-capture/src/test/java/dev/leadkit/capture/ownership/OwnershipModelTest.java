package dev.leadkit.capture.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.ownership.OwnershipTrainer.Example;
import dev.leadkit.capture.text.Reply;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * That the weights that ship are those which our sample messages teach, and that what they teach carries over. With {@code
 * -Dleadkit.write} they are written anew: {@code mvn test -pl lead-capture -am -Dtest=OwnershipModelTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dleadkit.write}.
 */
class OwnershipModelTest {
    private static final List<Example> EXAMPLES = OwnershipTrainer.examples(MarkedMessage.all());

    @Test
    void ships_what_the_samples_teach() throws IOException {
        if (System.getProperty("leadkit.write") != null) {
            OwnershipTrainer.main(new String[] {"src/main/resources/dev/leadkit/capture/ownership/ownership.tsv"});
            return;
        }
        var learned = new OwnershipModel(OwnershipTrainer.train(EXAMPLES));

        for (MarkedMessage message : MarkedMessage.all()) {
            for (MarkedMessage.Value value : message.values()) {
                double shipped = OwnershipModel.SHIPPED.logOdds(message.reply(), value.start(), value.end());
                assertThat(learned.logOdds(message.reply(), value.start(), value.end()))
                        .as(message.reply().text())
                        .isCloseTo(shipped, within(0.5));
            }
        }
    }

    /** "Tricky" was written to mislead, by one who had seen no rule and no other sample. */
    @Test
    void what_other_writers_teach_is_true_of_messages_made_to_mislead() {
        Map<String, Double> weights = OwnershipTrainer.train(EXAMPLES.stream()
                .filter(example -> !example.source().equals("tricky"))
                .toList());

        Map<Boolean, double[]> right = new HashMap<>(Map.of(true, new double[2], false, new double[2]));
        for (Example example : EXAMPLES) {
            if (example.source().equals("tricky")) {
                double odds = weights.get("bias")
                        + example.clues().stream()
                                .mapToDouble(clue -> weights.getOrDefault(clue, 0.0))
                                .sum();
                right.get(example.own())[0] += odds > 0 == example.own() ? 1 : 0;
                right.get(example.own())[1]++;
            }
        }
        assertThat(right.get(true)[0] / right.get(true)[1]).isGreaterThan(0.6);
        assertThat(right.get(false)[0] / right.get(false)[1]).isGreaterThan(0.8);
    }

    @Test
    void adds_up_each_clue_once() {
        var model = new OwnershipModel(
                Map.of("bias", 0.5, "before my", 2.0, "after thanks", -0.25, "last-two number :", 1.0));
        String text = "my my number: 212 736 5000 thanks";

        int start = text.indexOf("212");
        assertThat(model.logOdds(new Reply(text, null), start, start + 12)).isEqualTo(3.25);
    }

    @Test
    void names_what_it_sees() {
        String text = "Bo left. Call my wife on 212 736 5000, not me";
        int start = text.indexOf("212");

        assertThat(OwnershipModel.names(new Reply(text, "Your number?"), start, start + 12))
                .contains(
                        "before wife",
                        "pair-before my wife",
                        "last on",
                        "last-telling PERSON LINK",
                        "first call",
                        "first-roles REACH_OR_LABEL MY",
                        "after not",
                        "next ,",
                        "earlier bo",
                        "asked number",
                        "is number",
                        "is answer")
                .doesNotContain("is address", "is question", "is alone");
    }

    @Test
    void an_address_or_number_beside_the_value_is_one_thing_whatever_its_words() {
        String text = "not bo.berg@fjord.example or 0171 555 0134 but 212 736 5000";
        int start = text.indexOf("212");

        assertThat(OwnershipModel.names(new Reply(text, null), start, start + 12))
                .contains("pair-before @ or", "pair-before or #", "is behind-another")
                .doesNotContain("before berg", "before fjord");
    }
}
