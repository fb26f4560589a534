package dev.leadkit.capture.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.ownership.OwnershipTrainer.Example;
import dev.leadkit.capture.text.Reply;
import java.io.IOException;
import java.nio.file.Path;
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
            OwnershipTrainer.write(EXAMPLES, Path.of("src/main/resources/dev/leadkit/capture/ownership/contacts.tsv"));
            return;
        }
        var learned = new OwnershipModel(OwnershipTrainer.train(EXAMPLES));

        for (MarkedMessage message : MarkedMessage.all()) {
            for (MarkedMessage.Value value : message.values()) {
                double shipped = OwnershipModel.CONTACTS
                        .odds(message.reply(), value.start(), value.end())
                        .all();
                assertThat(learned.odds(message.reply(), value.start(), value.end())
                                .all())
                        .as(message.reply().text())
                        .isCloseTo(shipped, within(0.5));
            }
        }
    }

    /** "Tricky" was written to mislead, by one who had seen no rule and no other sample. */
    @Test
    void what_other_writers_teach_is_true_of_messages_made_to_mislead() {
        OwnershipTrainer.Right right = OwnershipTrainer.leftOut("tricky", EXAMPLES);

        assertThat(right.own()).isGreaterThan(0.6);
        assertThat(right.others()).isGreaterThan(0.8);
    }

    @Test
    void adds_up_each_clue_once() {
        var model = new OwnershipModel(
                Map.of("bias", 0.5, "before my", 2.0, "after thanks", -0.25, "last-two number :", 1.0));
        String text = "my my number: 212 736 5000 thanks";

        int start = text.indexOf("212");
        assertThat(model.odds(new Reply(text, null), start, start + 12).all()).isEqualTo(3.25);
    }

    @Test
    void names_what_it_sees() {
        String text = "Bo left. Call my wife on 212 736 5000, not me";
        int start = text.indexOf("212");

        assertThat(OwnershipModel.clues(new Surroundings(new Reply(text, "Your number?"), start, start + 12)))
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

        assertThat(OwnershipModel.clues(new Surroundings(new Reply(text, null), start, start + 12)))
                .contains("pair-before @ or", "pair-before or #", "is behind-another")
                .doesNotContain("before berg", "before fjord");
    }

    @Test
    void finds_each_of_many_weights_and_none_for_what_it_never_learned() {
        Map<String, Double> weights = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            weights.put("before word" + i, i + 1.0);
        }
        var model = new OwnershipModel(weights);

        for (int i = 0; i < 2000; i++) {
            assertThat(odds(model, "word" + i + " 212 736 5000")).isEqualTo(i + 1);
            assertThat(odds(model, "other" + i + " 212 736 5000")).isZero();
            assertThat(odds(model, "212 736 5000 word" + i)).isZero();
        }
    }

    @Test
    void without_weights_nothing_speaks_for_it_or_against_it() {
        assertThat(odds(new OwnershipModel(Map.of()), "my number is 212 736 5000"))
                .isZero();
        assertThat(odds(new OwnershipModel(Map.of("bias", -1.5)), "my number is 212 736 5000"))
                .isEqualTo(-1.5);
    }

    @Test
    void a_clue_of_the_same_words_at_another_place_is_another() {
        var model = new OwnershipModel(Map.of(
                "pair-before my number", 1.0, "last-two number my", 2.0, "next-two my number", 4.0, "is number", 8.0));

        assertThat(odds(model, "my number 212 736 5000")).isEqualTo(9);
        assertThat(odds(model, "number my 212 736 5000")).isEqualTo(10);
        assertThat(odds(model, "212 736 5000 my number")).isEqualTo(12);
        assertThat(odds(model, "212 736 5000 number my")).isEqualTo(8);
    }

    private static double odds(OwnershipModel model, String text) {
        int start = text.indexOf("212");
        return model.odds(new Reply(text, null), start, start + "212 736 5000".length())
                .all();
    }
}
