package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a message that may stand in a summary, with what it is worth there.
 *
 * @param message index of the message
 * @param span where it stands, without polite words around it
 * @param text the piece with its blanks tidied
 * @param signs what its small words add ("for", "near"), which say that a fact follows
 * @param words what each word that says something is worth, in lower case; a summary gains each only once
 * @param answers the piece of the message before without which this one can't be understood, which then stands before it;
 *     absent when it says something by itself
 */
record Clause(
        int message,
        Span span,
        String text,
        double signs,
        Map<String, Double> words,
        @Nullable Clause answers) {
    private static final double PADDING = 12;

    /** One that says something by itself. */
    Clause(int message, Span span, String text, double signs, Map<String, Double> words) {
        this(message, span, text, signs, words, null);
    }

    /** Higher adds more to a summary for its length; 0 where it only says again what the summary has. */
    double gain(Set<String> covered) {
        double said = 0;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            said += covered.contains(word.getKey()) ? 0 : word.getValue();
        }
        return said == 0 ? 0 : (said + signs) / Math.sqrt(length(0) + PADDING);
    }

    double worth() {
        return signs + words.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Whether it holds a number, a time, a name or a thing asked for. */
    boolean isSpecific() {
        return words.values().stream().anyMatch(worth -> worth > NeedWords.OTHER);
    }

    /** Tells it from all pieces that begin elsewhere. */
    String place() {
        return message + ":" + span.start();
    }

    /** @param divider the characters between two sentences */
    int length(int divider) {
        return text.length() + (answers == null ? 0 : divider + answers.text.length());
    }

    boolean contains(Clause other) {
        boolean inAnswered = answers != null && other.answers == null && answers.contains(other);
        return inAnswered
                || message == other.message && span.start() <= other.span.start() && other.span.end() <= span.end();
    }
}
