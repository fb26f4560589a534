package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The name below a message: "Best regards,\nJane Doe" at its end, or with no more behind than a line of it and how to reach
 * her.
 */
final class SignOff {
    /** So many words a name has with an address or a number behind. */
    private static final int MAX_SIGNATURE = 14;

    private static final int NEAR = 4;

    private static final WordSet ABBREVIATED = WordSet.of("mvg", "mfg", "lg", "mvh");
    private static final WordSet THANKS = WordSet.of("thanks", "cheers");

    private SignOff() {}

    static @Nullable NameCue read(Words words, int i) {
        int next = i + 1;
        if (next >= words.count()) {
            return null;
        }
        boolean near = words.count() - next <= NEAR;
        if (words.gap(next) == '\n' && (near || isShortLine(words, next))) {
            return NameCue.of(next, Strength.CLEAR, "sign-off");
        }
        boolean parted = words.gap(next) == ',' && !words.is(i, "best") || ABBREVIATED.has(words, i);
        if (!parted || isToAgent(words, i) || !(near || isBeforeContact(words, next))) {
            return null;
        }
        return NameCue.withCapital(words, next, Strength.WEAK, "sign-off");
    }

    /** "No thanks, Sam" and "Thanks, Tove! See you" speak to Sam and Tove. */
    private static boolean isToAgent(Words words, int i) {
        return words.before(i).equals("no") || THANKS.has(words, i) && isFollowed(words, i + 1);
    }

    private static boolean isFollowed(Words words, int name) {
        int end = NameRun.end(words, name, Strength.WEAK);
        char mark = words.gap(Math.min(end, words.count()));
        return mark == '!' || end < words.count() && Words.isSentenceEnd(mark) && mark != '\n';
    }

    private static boolean isShortLine(Words words, int start) {
        for (int i = start + 1; i <= start + NEAR && i < words.count(); i++) {
            if (words.gap(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Two or three words, then an address or a number and nothing else. */
    private static boolean isBeforeContact(Words words, int start) {
        if (words.count() - start > MAX_SIGNATURE) {
            return false;
        }
        for (int i = start + 1; i <= start + 3 && i < words.count(); i++) {
            if (words.gap(i) != Words.BLANK) {
                return ContactRun.startsAt(words, i);
            }
        }
        return false;
    }
}
