package dev.leadkit.capture;

import dev.leadkit.capture.text.Words;
import java.util.Set;

/**
 * Whether a message takes back something said before, as "sorry, it's …" and "I meant …" do. It only counts where the
 * message also gives a value and another one is known.
 */
final class Correction {
    private static final Set<String> CUES = Set.of(
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
            if (CUES.contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }
}
