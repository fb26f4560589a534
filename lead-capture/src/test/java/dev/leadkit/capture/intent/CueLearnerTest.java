package dev.leadkit.capture.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.leadkit.lead.InvalidInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which phrases a model may learn, and what it makes of a few examples. */
class CueLearnerTest {
    private static final IntentModel PRIOR =
            new IntentModel("prior", 1, -1, -2, List.of(new Term("ask", 0, 1)), List.of(), Set.of("not"));

    private static List<IntentExample> examples(int count, IntentLabel label, String text) {
        List<IntentExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examples.add(IntentExample.of(text, label));
        }
        return examples;
    }

    private static List<IntentExample> boats(int each, int times) {
        List<IntentExample> examples = examples(each, IntentLabel.PURCHASE, "let us moor here");
        examples.addAll(examples(each * times, IntentLabel.NONE, "fog over there"));
        return examples;
    }

    private static List<String> phrases(CueCandidates candidates) {
        List<String> phrases = new ArrayList<>();
        for (int i = 0; i < candidates.count(); i++) {
            phrases.add(candidates.phrase(i));
        }
        return phrases;
    }

    @Test
    void a_phrase_has_one_to_three_words_of_one_sentence() {
        CueCandidates candidates = CueCandidates.of(examples(2, IntentLabel.NONE, "we row red boat. sail on"));

        assertThat(phrases(candidates))
                .containsExactlyInAnyOrder(
                        "we",
                        "row",
                        "red",
                        "boat",
                        "sail",
                        "on",
                        "we row",
                        "row red",
                        "red boat",
                        "sail on",
                        "we row red",
                        "row red boat",
                        "^ we",
                        "^ we row",
                        "^ sail",
                        "^ sail on");
    }

    @Test
    void where_a_sentence_begins_and_a_question_ends_is_a_part_of_a_phrase_beside_it() {
        CueCandidates candidates = CueCandidates.of(examples(2, IntentLabel.NONE, "moor here? Sail."));

        assertThat(phrases(candidates))
                .containsExactlyInAnyOrder(
                        "moor",
                        "here",
                        "sail",
                        "moor here",
                        "^ moor",
                        "^ moor here",
                        "here ?",
                        "moor here ?",
                        "^ sail");
    }

    @Test
    void a_phrase_of_one_example_is_none_and_of_two_it_is() {
        List<IntentExample> examples = examples(2, IntentLabel.NONE, "moor");
        examples.addAll(examples(1, IntentLabel.NONE, "drift drift"));

        assertThat(phrases(CueCandidates.of(examples))).containsExactly("^ moor", "moor");
    }

    @Test
    void of_many_examples_a_hundredth_must_have_it_five_at_most() {
        List<IntentExample> examples = examples(297, IntentLabel.NONE, "fog");
        examples.addAll(examples(2, IntentLabel.NONE, "drift"));
        examples.addAll(examples(3, IntentLabel.NONE, "moor"));
        assertThat(phrases(CueCandidates.of(examples))).containsExactly("^ fog", "^ moor", "fog", "moor");

        examples.addAll(examples(1700, IntentLabel.NONE, "fog"));
        examples.addAll(examples(5, IntentLabel.NONE, "sail"));
        examples.addAll(examples(4, IntentLabel.NONE, "row"));
        assertThat(phrases(CueCandidates.of(examples))).containsExactly("^ fog", "^ sail", "fog", "sail");
    }

    @Test
    void of_several_sources_two_must_have_it() {
        List<IntentExample> examples = new ArrayList<>();
        for (String source : List.of("north", "south")) {
            for (int i = 0; i < 5; i++) {
                examples.add(new IntentExample(List.of("moor " + source), IntentLabel.NONE, source));
                examples.add(new IntentExample(List.of("moor " + source), IntentLabel.PURCHASE, source));
            }
        }

        assertThat(phrases(CueCandidates.of(examples))).containsExactly("^ moor", "moor");
    }

    @Test
    void a_source_of_a_few_examples_takes_no_cue_from_another() {
        List<IntentExample> examples = examples(20, IntentLabel.NONE, "fog");
        examples.addAll(examples(20, IntentLabel.PURCHASE, "moor"));
        for (int i = 0; i < 4; i++) {
            examples.add(new IntentExample(List.of("hello"), IntentLabel.NONE, "south"));
            examples.add(new IntentExample(List.of("hello"), IntentLabel.PURCHASE, "south"));
        }

        assertThat(phrases(CueCandidates.of(examples)))
                .containsExactly("^ fog", "^ hello", "^ moor", "fog", "hello", "moor");
        assertThat(new CueLearner(PRIOR, examples).learn("boats", 1).cues())
                .extracting(Term::phrase)
                .contains("moor", "fog");
    }

    @Test
    void a_message_has_each_of_its_candidates_once_in_order() {
        CueCandidates candidates = CueCandidates.of(examples(2, IntentLabel.NONE, "moor. fog"));

        int[] found = candidates.in("fog, fog and moor");

        assertThat(Arrays.stream(found).mapToObj(candidates::phrase)).containsExactly("^ fog", "fog", "moor");
        assertThat(candidates.in("nothing else")).isEmpty();
    }

    @Test
    void cues_speak_for_what_intents_say_and_against_what_others_say_alike_for_both_kinds() {
        IntentModel model = new CueLearner(PRIOR, boats(10, 1)).learn("boats", 4);

        assertThat(model.name()).isEqualTo("boats");
        assertThat(model.version()).isEqualTo(4);
        assertThat(model.terms()).isEqualTo(PRIOR.terms());
        assertThat(model.cues())
                .isSortedAccordingTo((one, other) -> one.phrase().compareTo(other.phrase()));
        assertThat(model.cues()).allSatisfy(cue -> {
            assertThat(cue.purchase()).isEqualTo(cue.qualified());
            assertThat(Math.abs(cue.purchase())).isGreaterThanOrEqualTo(0.05);
            assertThat(cue.purchase() > 0).isEqualTo("^ let us moor here".contains(cue.phrase()));
        });
        assertThat(model.cues()).extracting(Term::phrase).contains("moor", "fog");
    }

    @Test
    void both_kinds_are_moved_alike_to_where_half_are_intents() {
        IntentModel model = new CueLearner(PRIOR, boats(10, 1)).learn("boats", 1);

        double moved = model.purchaseBias() - PRIOR.purchaseBias();
        assertThat(moved).isPositive();
        assertThat(model.qualifiedBias() - PRIOR.qualifiedBias()).isCloseTo(moved, within(0.0011));
    }

    @Test
    void either_side_weighs_the_same_however_many_examples_it_has() {
        IntentModel even = new CueLearner(PRIOR, boats(10, 1)).learn("boats", 1);
        IntentModel uneven = new CueLearner(PRIOR, boats(10, 3)).learn("boats", 1);

        assertThat(uneven.cues()).hasSameSizeAs(even.cues());
        assertThat(uneven.read("let us moor here").purchase())
                .isCloseTo(even.read("let us moor here").purchase(), within(0.01));
        assertThat(uneven.read("fog over there").purchase())
                .isCloseTo(even.read("fog over there").purchase(), within(0.01));
    }

    @Test
    void ten_examples_of_either_side_are_enough_and_nine_are_not() {
        IntentTrainer trainer = IntentTrainer.beginningWith(PRIOR);

        IntentTraining training = trainer.train("boats", 1, boats(10, 1));

        assertThat(training.crossValidation().all().examples()).isEqualTo(20);
        assertThat(training.crossValidation().all().f1()).isEqualTo(1.0);
        assertThat(training.examples()).containsEntry(IntentLabel.PURCHASE, 10).containsEntry(IntentLabel.NONE, 10);
        assertThat(training.leftOutSources()).isNull();
        assertThat(training.cues()).isEqualTo(training.model().cues().size());
        assertThatThrownBy(() -> trainer.train("boats", 1, boats(9, 1))).isInstanceOf(InvalidInputException.class);
        List<IntentExample> fewNone = boats(10, 1).subList(0, 19);
        assertThatThrownBy(() -> trainer.train("boats", 1, fewNone)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void where_no_shift_does_better_there_is_none() {
        IntentTraining training = IntentTrainer.beginningWith(PRIOR).train("boats", 1, boats(10, 1));

        assertThat(training.shift()).isZero();
    }

    @Test
    void sources_are_left_out_in_turn_where_three_have_both_sides() {
        List<IntentExample> three = new ArrayList<>();
        List<IntentExample> two = new ArrayList<>();
        for (String source : List.of("north", "south", "west")) {
            for (int i = 0; i < 10; i++) {
                var with = new IntentExample(List.of("let us moor here"), IntentLabel.PURCHASE, source);
                var without = new IntentExample(List.of("fog over there"), IntentLabel.NONE, source);
                three.addAll(List.of(with, without));
                two.addAll(source.equals("west") ? List.of(with) : List.of(with, without));
            }
        }
        IntentTrainer trainer = IntentTrainer.beginningWith(PRIOR);

        assertThat(trainer.train("boats", 1, three).leftOutSources().all().examples())
                .isEqualTo(60);
        assertThat(trainer.train("boats", 1, two).leftOutSources()).isNull();
    }

    @Test
    void of_many_sources_groups_are_left_out() {
        List<IntentExample> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(new IntentExample(List.of("let us moor here"), IntentLabel.PURCHASE, "source " + i));
            many.add(new IntentExample(List.of("fog over there"), IntentLabel.NONE, "source " + i));
        }

        IntentTraining training = assertTimeout(
                Duration.ofSeconds(20), () -> IntentTrainer.beginningWith(PRIOR).train("boats", 1, many));

        assertThat(training.leftOutSources().sources()).hasSize(500);
        assertThat(training.leftOutSources().all().examples()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        buy | 2
        not buy | -1
        not to buy | -1
        not a b buy | -1
        not a b c buy | 2
        not a. buy | 2
        """)
    void a_negation_turns_a_term_among_the_three_words_after_it(String text, double logOdds) {
        var model = new IntentModel("m", 1, 0, 0, List.of(new Term("buy", 2, 0)), List.of(), Set.of("not"));

        assertThat(model.read(text).purchase()).isCloseTo(IntentTally.probability(logOdds), within(1e-12));
    }

    @Test
    void a_model_is_written_with_all_that_it_weighs() {
        var model = new IntentModel(
                "m",
                2,
                -0.5,
                0.25,
                List.of(new Term("buy", 2, 0), new Term("ask", 0, 1), new Term("want", 1, -1), new Term("the", 0, 0)),
                List.of(new Term("moor", 0.125, 0.125)),
                Set.of("not", "never"));

        IntentModel read = IntentModel.parse(model.toJson());

        assertThat(read.terms()).isEqualTo(model.terms());
        assertThat(read.cues()).isEqualTo(model.cues());
        assertThat(read.negations()).isEqualTo(model.negations());
        assertThat(read.purchaseBias()).isEqualTo(-0.5);
        assertThat(read.qualifiedBias()).isEqualTo(0.25);
    }
}
