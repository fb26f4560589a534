package dev.leadkit.capture.langchain4j;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.intent.IntentEvidence;
import dev.leadkit.capture.intent.IntentExample;
import dev.leadkit.capture.intent.IntentLabel;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads intent by likeness to labelled examples: a message is embedded, and the {@value #NEIGHBOURS} nearest examples vote.
 *
 * <p>A label's probability is its share of the votes, where an example of cosine similarity s votes with e to the power of
 * {@value #SHARPNESS} s. The evidence names the neighbours and spans the whole message; an example weighs for its own
 * intent, one without an intent below zero for both, and one that points the other way nothing. A few dozen examples with the words of one's own trade, about half of them without an intent, will do.
 *
 * <p>When the model throws, finds no library of its own, or gives no usable vector, the fallback reads the message; {@link
 * #fallbacks()} counts that, and the log says so without the text. Capture calls the model once a visitor message, on the thread
 * of the hook: give it one that runs in this process and always answers alike, since a late message makes capture read again.
 * Safe to share if the model is.
 */
@SuppressWarnings("exports") // whoever has an embedding model has LangChain4j
public final class EmbeddingIntentDetector implements IntentDetector {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingIntentDetector.class);

    private static final int NEIGHBOURS = 7;
    private static final int SHARPNESS = 12;
    private static final int MAX_CHARS = 2000;

    private final EmbeddingModel model;
    private final IntentDetector fallback;
    private final List<Prototype> prototypes;
    private final AtomicLong fallbacks = new AtomicLong();

    /** @param direction of length one */
    private record Prototype(String text, IntentLabel label, float[] direction) {}

    private record Neighbour(Prototype prototype, double similarity) {}

    /**
     * Embeds the examples, each message of them by itself.
     *
     * @param fallback reads what the model fails on, such as {@code IntentModel.trained()}
     * @throws InvalidInputException if there is no example with an intent, or none without
     * @throws RuntimeException what the model throws on an example
     */
    public EmbeddingIntentDetector(EmbeddingModel model, List<IntentExample> examples, IntentDetector fallback) {
        this.model = Objects.requireNonNull(model, "model");
        this.fallback = Objects.requireNonNull(fallback, "fallback");
        long intents =
                examples.stream().filter(example -> example.label().isIntent()).count();
        if (intents == 0 || intents == examples.size()) {
            throw new InvalidInputException(
                    "examples",
                    "some with an intent and some without",
                    "%s with and %s without".formatted(intents, examples.size() - intents));
        }
        prototypes = examples.stream()
                .flatMap(example ->
                        example.messages().stream().map(text -> new Prototype(text, example.label(), direction(text))))
                .toList();
    }

    /** How many messages the fallback has read because the model failed. */
    public long fallbacks() {
        return fallbacks.get();
    }

    @Override
    public IntentReading read(String text) {
        if (text.isBlank()) {
            return fallback.read(text);
        }
        List<Neighbour> neighbours;
        try {
            neighbours = nearest(direction(text));
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            fallbacks.incrementAndGet();
            // Not its message, which may repeat what the visitor wrote.
            LOG.warn(
                    "the embedding model failed with {}; the fallback reads the message",
                    failed.getClass().getName());
            return fallback.read(text);
        }
        return vote(text, neighbours);
    }

    private List<Neighbour> nearest(float[] direction) {
        return prototypes.stream()
                .map(prototype -> new Neighbour(prototype, product(prototype.direction(), direction)))
                .sorted(Comparator.comparingDouble(neighbour -> -neighbour.similarity()))
                .limit(NEIGHBOURS)
                .toList();
    }

    private static IntentReading vote(String text, List<Neighbour> neighbours) {
        double[] votes = new double[IntentLabel.values().length];
        double all = 0;
        List<IntentEvidence> evidence = new ArrayList<>();
        Span whole = new Span(0, text.length());
        for (Neighbour neighbour : neighbours) {
            IntentLabel label = neighbour.prototype().label();
            double vote = Math.exp(SHARPNESS * neighbour.similarity());
            votes[label.ordinal()] += vote;
            all += vote;
            double likeness = Math.max(0, neighbour.similarity());
            evidence.add(new IntentEvidence(
                    "like: " + neighbour.prototype().text(),
                    whole,
                    weight(likeness, label, IntentLabel.PURCHASE),
                    weight(likeness, label, IntentLabel.QUALIFIED)));
        }
        return new IntentReading(
                votes[IntentLabel.PURCHASE.ordinal()] / all, votes[IntentLabel.QUALIFIED.ordinal()] / all, evidence);
    }

    /** What an example with one label says of another: nothing if both are intents. */
    private static double weight(double likeness, IntentLabel label, IntentLabel of) {
        return label == of ? likeness : label.isIntent() ? 0 : 0 - likeness;
    }

    /** @throws RuntimeException if the model does, or if its vector has no direction */
    private float[] direction(String text) {
        float[] vector =
                model.embed(Beginning.of(text, MAX_CHARS)).content().vector().clone();
        double length = Math.sqrt(product(vector, vector));
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalStateException("expected a vector with a direction, found one of length " + length);
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    private static double product(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalStateException(
                    "expected a vector of %s numbers, found %s".formatted(one.length, other.length));
        }
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
