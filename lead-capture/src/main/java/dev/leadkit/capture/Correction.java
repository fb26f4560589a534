package dev.leadkit.capture;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether a message takes back something said before, as "sorry, it's …" and "I meant …" do. It only counts where the
 * message also gives a value and another one is known.
 */
final class Correction {
    private static final WordSet CUES = WordSet.of(
            "sorry",
            "correction",
            "typo",
            "meant",
            "mistyped",
            "misspelled",
            "misspelt",
            "wrong",
            "actually",
            "instead",
            "oops",
            "rather");

    private Correction() {}

    static boolean isIn(String text) {
        Words words = Words.of(text);
        for (int i = 0; i < words.count(); i++) {
            if (CUES.has(words, i)) {
                return true;
            }
        }
        return false;
    }
}
