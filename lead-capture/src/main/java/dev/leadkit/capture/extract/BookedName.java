package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/** The name that something is booked under or for: "the table is under Li Wei", "a booking for Jane Doe". */
final class BookedName {
    private static final WordSet BOOKED = WordSet.listed("""
            booked booking reservation reserved table reserve book appointment order ordered registered made be put
            it is it's""");
    private static final WordSet KEPT = WordSet.listed("filed listed saved placed scheduled entered signed");
    private static final WordSet RESERVED = WordSet.listed("reservation booking reservations bookings table booked");

    /** So far before "under" two capitals may be booked. */
    private static final int FAR = 16;

    /** Behind "under" these lead to the word "name", which is a cue itself. */
    private static final WordSet LEADING_TO_NAME = WordSet.of("the", "name", "my");

    private BookedName() {}

    static @Nullable NameCue under(Words words, int i) {
        if (LEADING_TO_NAME.has(words, i + 1) || isOtherwise(words, i - 1) || isByOther(words, i)) {
            return null;
        }
        boolean booked = i == 0;
        for (int k = Math.max(0, i - 8); k < i && !booked; k++) {
            booked = BOOKED.has(words, k);
        }
        boolean two = i + 2 < words.count() && words.isCapitalised(i + 1) && words.isCapitalised(i + 2);
        for (int k = Math.max(0, i - FAR); k < i && !booked && two; k++) {
            booked = RESERVED.has(words, k) || words.is(k, "reserve") || words.is(k, "party");
        }
        boolean ends = booked && i > 0 && i + 2 == words.count() && !CommonWords.isOrdinary(words, i + 1);
        return ends && words.gap(i + 1) == Words.BLANK
                ? NameCue.of(i + 1, Strength.CLEAR, NameCue.BOOKED_UNDER) // "book it under jane"
                : booked ? NameCue.withCapital(words, i + 1, Strength.CLEAR, NameCue.BOOKED_UNDER) : null;
    }

    /** "My brother put it under Jan". */
    private static boolean isByOther(Words words, int under) {
        for (int k = under - 1; k >= Math.max(0, under - FAR) && !words.startsSentence(k + 1); k--) {
            if (CompanyCue.isOther(words.folded(k))) {
                return true;
            }
        }
        return false;
    }

    /** "Licensed under MIT". */
    private static boolean isOtherwise(Words words, int before) {
        return before >= 0
                && words.folded(before).endsWith("ed")
                && !BOOKED.has(words, before)
                && !KEPT.has(words, before);
    }

    static @Nullable NameCue bookedFor(Words words, int i) {
        for (int k = Math.max(0, i - 6); k < i; k++) {
            if (RESERVED.has(words, k) && !words.startsSentence(k + 1)) {
                return NameCue.of(i + 1, Strength.FAINT, NameCue.BOOKED_FOR);
            }
        }
        return null;
    }
}
