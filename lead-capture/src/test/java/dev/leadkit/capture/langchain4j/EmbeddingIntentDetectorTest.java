package dev.leadkit.capture.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.leadkit.capture.intent.IntentEvidence;
import dev.leadkit.capture.intent.IntentExample;
import dev.leadkit.capture.intent.IntentLabel;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EmbeddingIntentDetectorTest {
    private static final List<IntentExample> EXAMPLES = List.of(
            IntentExample.of("boat", IntentLabel.PURCHASE),
            IntentExample.of("price", IntentLabel.QUALIFIED),
            IntentExample.of("fog", IntentLabel.NONE));

    /** Counts letters, which is a small model but a real one. */
    private static float[] letters(String text) {
        float[] counts = new float[27];
        counts[26] = 0.1f;
        text.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a']++);
        return counts;
    }

    private static EmbeddingModel model(Function<String, float[]> vector) {
        return new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return Response.from(segments.stream()
                        .map(segment -> Embedding.from(vector.apply(segment.text())))
                        .toList());
            }
        };
    }

    private static EmbeddingIntentDetector detector(Function<String, float[]> vector) {
        return new EmbeddingIntentDetector(model(vector), EXAMPLES, IntentModel.lexical());
    }

    @Test
    void the_nearest_examples_vote_and_are_named() {
        EmbeddingIntentDetector detector = detector(EmbeddingIntentDetectorTest::letters);

        IntentReading reading = detector.read("boats");

        assertThat(reading.purchase()).isGreaterThan(0.9);
        assertThat(reading.qualified()).isLessThan(0.1);
        assertThat(reading.evidence())
                .extracting(each -> each.term())
                .startsWith("like: boat")
                .contains("like: fog");
        assertThat(reading.evidence().get(0).span().end()).isEqualTo(5);
        assertThat(reading.evidence())
                .filteredOn(each -> each.term().equals("like: fog"))
                .allSatisfy(each -> assertThat(each.weight()).isNotPositive());
        assertThat(detector.read("prices").qualified()).isGreaterThan(0.9);
        assertThat(detector.read("foggy").strongest()).isLessThan(0.1);
    }

    @Test
    void an_example_that_points_the_other_way_says_nothing() {
        EmbeddingIntentDetector detector = detector(text -> switch (text) {
            case "x", "boat" -> new float[] {1, 0};
            default -> new float[] {-1, 0.2f};
        });

        assertThat(detector.read("x").evidence())
                .extracting(IntentEvidence::purchase)
                .startsWith(1.0)
                .allMatch(each -> each == 0 || each == 1);
        assertThat(detector.read("x").evidence())
                .extracting(IntentEvidence::qualified)
                .containsOnly(0.0);
    }

    @Test
    void a_failing_model_leaves_the_message_to_the_fallback_and_is_counted() {
        EmbeddingIntentDetector detector = detector(text -> {
            if (text.contains("buy")) {
                throw new IllegalStateException("out of memory");
            }
            return letters(text);
        });

        IntentReading reading = detector.read("I want to buy a boat");

        assertThat(reading).isEqualTo(IntentModel.lexical().read("I want to buy a boat"));
        assertThat(detector.fallbacks()).isOne();
        assertThat(detector.read("boat").purchase()).isGreaterThan(0.9);
        assertThat(detector.fallbacks()).isOne();
    }

    @Test
    void a_model_that_lacks_what_it_is_linked_with_leaves_the_message_to_the_fallback() {
        EmbeddingIntentDetector detector = detector(text -> {
            if (text.contains("buy")) {
                throw new UnsatisfiedLinkError("onnx");
            }
            return letters(text);
        });

        assertThat(detector.read("I want to buy a boat"))
                .isEqualTo(IntentModel.lexical().read("I want to buy a boat"));
        assertThat(detector.fallbacks()).isOne();
    }

    @Test
    void of_a_long_message_the_model_is_told_no_half_character() {
        List<String> told = new ArrayList<>();
        EmbeddingIntentDetector detector = detector(text -> {
            told.add(text);
            return letters(text);
        });

        detector.read("x".repeat(1999) + "😀");

        assertThat(told).contains("x".repeat(1999));
    }

    @Test
    void a_vector_that_is_of_no_use_counts_as_a_failure() {
        EmbeddingIntentDetector detector = detector(text -> switch (text) {
            case "zero" -> new float[27];
            case "short" -> new float[] {1};
            case "nan" -> new float[] {Float.NaN};
            default -> letters(text);
        });

        List.of("zero", "short", "nan").forEach(detector::read);

        assertThat(detector.fallbacks()).isEqualTo(3);
    }

    @Test
    void needs_examples_with_an_intent_and_without() {
        EmbeddingModel model = model(EmbeddingIntentDetectorTest::letters);

        assertThatThrownBy(() -> new EmbeddingIntentDetector(model, EXAMPLES.subList(0, 2), IntentModel.lexical()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("2 with and 0 without");
    }

    @Property(tries = 500)
    void any_text_gives_probabilities(@ForAll String text) {
        IntentReading reading = detector(EmbeddingIntentDetectorTest::letters).read(text);

        assertThat(reading.purchase() + reading.qualified()).isBetween(0.0, 2.0);
        assertThat(reading.evidence())
                .allSatisfy(each -> assertThat(each.span().end()).isLessThanOrEqualTo(text.length()));
    }
}
