package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import java.util.Map;
import java.util.Set;

/**
 * A piece of a message that may stand in a summary, with what it is worth there.
 *
 * @param message index of the message
 * @param span where it stands, without polite words around it
 * @param text the piece with its blanks tidied
 * @param signs what its small words add ("for", "near"), which say that a fact follows
 * @param words what each word that says something is worth, in lower case; a summary gains each only once
 */
record Clause(int message, Span span, String text, double signs, Map<String, Double> words) {
    private static final double PADDING = 12;

    /** Higher adds more to a summary for its length; 0 where it only says again what the summary has. */
    double gain(Set<String> covered) {
        double said = 0;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            said += covered.contains(word.getKey()) ? 0 : word.getValue();
        }
        return said == 0 ? 0 : (said + signs) / Math.sqrt(text.length() + PADDING);
    }

    boolean contains(Clause other) {
        return message == other.message && span.start() <= other.span.start() && other.span.end() <= span.end();
    }
}
