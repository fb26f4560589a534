package dev.leadkit.capture.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntentTrainerTest {
    private static final List<String> PLACES = List.of("harbour", "island", "fjord", "bay", "village", "bridge");

    /** Three sources that agree on "moor" and disagree on "sail"; "lantern" is in one alone. */
    private static List<IntentExample> examples() {
        List<IntentExample> examples = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String place = PLACES.get(i % PLACES.size());
            for (String source : List.of("north", "south", "west")) {
                String disputed = source.equals("north") ? "sail" : "row";
                String other = source.equals("north") ? "row" : "sail";
                String own = source.equals("west") ? " lantern" : "";
                examples.add(example(source, IntentLabel.PURCHASE, disputed + " and moor near the " + place + own));
                examples.add(example(source, IntentLabel.NONE, other + " and drift near the " + place));
            }
        }
        return examples;
    }

    private static IntentExample example(String source, IntentLabel label, String... messages) {
        return new IntentExample(List.of(messages), label, source);
    }

    private static double weight(IntentTraining training, String phrase) {
        return training.model().cues().stream()
                .filter(cue -> cue.phrase().equals(phrase))
                .mapToDouble(Term::purchase)
                .findFirst()
                .orElse(0);
    }

    @Test
    void learns_what_sources_agree_on_and_little_of_what_they_do_not() {
        IntentTraining training = IntentTrainer.standard().train("boats", 3, examples());

        assertThat(training.model().name()).isEqualTo("boats");
        assertThat(training.model().version()).isEqualTo(3);
        assertThat(weight(training, "moor")).isPositive();
        assertThat(weight(training, "drift")).isNegative();
        assertThat(Math.abs(weight(training, "sail"))).isLessThan(weight(training, "moor") / 2);
        assertThat(weight(training, "lantern")).isZero();
        assertThat(training.model().read("may I moor here").strongest())
                .isGreaterThan(IntentModel.lexical().read("may I moor here").strongest());
    }

    @Test
    void makes_no_model_that_could_not_be_read_again() {
        for (String name : List.of("", " ", "x\0y", "\ud800")) {
            assertThatThrownBy(() -> IntentTrainer.standard().train(name, 1, examples()))
                    .isInstanceOf(InvalidDefinitionException.class)
                    .hasMessageContaining("/name");
        }
        assertThatThrownBy(() -> IntentTrainer.standard().train("boats", 0, examples()))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("/version");
    }

    @Test
    void judges_by_what_a_model_has_not_seen() {
        IntentTraining training = IntentTrainer.standard().train("boats", 1, examples());

        assertThat(training.examples()).containsEntry(IntentLabel.PURCHASE, 90).containsEntry(IntentLabel.NONE, 90);
        assertThat(training.leftOutSources()).isNotNull();
        assertThat(training.leftOutSources().sources().keySet()).containsExactlyInAnyOrder("north", "south", "west");
        assertThat(training.leftOutSources().macroF1()).isGreaterThan(0.9);
        assertThat(training.leftOutSources().falseAlarms()).isLessThan(0.13);
        assertThat(training.leftOutSources().prior().macroF1()).isLessThan(0.5);
        assertThat(training.crossValidation().all().f1()).isGreaterThan(0.9);
        assertThat(training.crossValidation().brier()).isBetween(0.0, 0.25);
    }

    @Test
    void the_order_of_the_examples_does_not_matter_to_what_is_learned() {
        List<IntentExample> shuffled = examples();
        Collections.shuffle(shuffled, new Random(1));

        IntentModel first =
                IntentTrainer.standard().train("boats", 1, examples()).model();
        IntentModel same =
                IntentTrainer.standard().train("boats", 1, examples()).model();
        IntentModel other = IntentTrainer.standard().train("boats", 1, shuffled).model();

        assertThat(same.toJson()).isEqualTo(first.toJson());
        assertThat(other.cues())
                .extracting(Term::phrase)
                .isEqualTo(first.cues().stream().map(Term::phrase).toList());
    }

    @Test
    void the_message_that_shows_the_intent_most_stands_for_its_conversation() {
        List<IntentExample> examples = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String place = PLACES.get(i % PLACES.size());
            examples.add(example("", IntentLabel.PURCHASE, "good evening", "let us moor at the " + place, "farewell"));
            examples.add(example("", IntentLabel.NONE, "good evening", "fog over the " + place, "farewell"));
        }

        IntentTraining training = IntentTrainer.standard().train("boats", 1, examples);

        assertThat(training.leftOutSources()).isNull();
        assertThat(training.model().read("let us moor at the quay").strongest()).isGreaterThan(0.5);
        assertThat(training.model().read("good evening").strongest()).isLessThan(0.5);
    }

    @Test
    void names_and_digits_are_never_learned() {
        List<IntentExample> examples = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            examples.add(IntentExample.of("this is Tove calling on 12345678, moor", IntentLabel.PURCHASE));
            examples.add(IntentExample.of("nothing but fog", IntentLabel.NONE));
        }

        IntentTraining training = IntentTrainer.standard().train("boats", 1, examples);

        assertThat(training.model().cues())
                .isNotEmpty()
                .noneSatisfy(cue -> assertThat(cue.phrase()).containsAnyOf("tove", "12345678"));
    }

    @Test
    void refuses_what_nothing_can_be_learned_from() {
        List<IntentExample> onlyNone = Collections.nCopies(40, IntentExample.of("fog", IntentLabel.NONE));

        assertThatThrownBy(() -> IntentTrainer.standard().train("boats", 1, onlyNone))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("0 with and 40 without");
    }
}
