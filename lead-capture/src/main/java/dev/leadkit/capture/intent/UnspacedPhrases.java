package dev.leadkit.capture.intent;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.UnspacedScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of scripts that write no blanks between words, or glue endings to them, found wherever they stand in a text: "想买" in
 * "我想买两个", "예약하고 싶" in "예약하고 싶은데요". The longest at a place counts. Immutable and safe to share.
 */
final class UnspacedPhrases {
    /** Right before a phrase they deny it: "不想买". */
    private static final String NEGATIONS = "不没沒别別未無无";

    private static final int NEGATION_REACH = 2;

    private final Map<Character, List<Term>> byFirst = new HashMap<>();

    UnspacedPhrases(List<Term> terms) {
        for (Term term : terms) {
            char first = term.phrase().charAt(0);
            if (UnspacedScript.has(first)) {
                byFirst.computeIfAbsent(first, none -> new ArrayList<>()).add(term);
            }
        }
        byFirst.values()
                .forEach(those -> those.sort(
                        Comparator.comparingInt((Term term) -> term.phrase().length())
                                .reversed()));
    }

    void addTo(IntentTally tally, String text) {
        for (int at = 0; at < text.length(); ) {
            Term term = byFirst.isEmpty() || !UnspacedScript.has(text.charAt(at)) ? null : longest(text, at);
            if (term == null) {
                at++;
                continue;
            }
            int end = at + term.phrase().length();
            tally.add(term, isDenied(text, at), new Span(at, end));
            at = end;
        }
    }

    private @Nullable Term longest(String text, int at) {
        for (Term term : byFirst.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(term.phrase(), at)) {
                return term;
            }
        }
        return null;
    }

    private static boolean isDenied(String text, int at) {
        for (int before = at - 1; before >= Math.max(0, at - NEGATION_REACH); before--) {
            if (NEGATIONS.indexOf(text.charAt(before)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
