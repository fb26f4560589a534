package dev.leadkit.capture.extract;

import dev.leadkit.capture.ownership.Ownership;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.Words;
import java.util.List;

/**
 * Finds a name that no cue tells, by where it stands: beside how to reach its bearer, or behind a dash at the end.
 *
 * <p>Matches "…. - Jane", "Jane Doe, 212 736 5000", "… 212 736 5000 (Jane)". Not "Jane Doe's, 212 …", "Acme Ltd, 212 …".
 */
final class SignedName {
    private static final String DASHES = "-–—~";

    private SignedName() {}

    /** Adds the first one that is not somebody else's. */
    static void add(Turn turn, Words words, List<Candidate<String>> found) {
        for (int i = 0; i < words.count(); i++) {
            if (!words.isCapitalised(i) || !opensPart(words, i)) {
                continue;
            }
            int end = NameRun.end(words, i, NameCue.Strength.CLEAR);
            boolean ends = end >= words.count() || words.gap(end) != Words.BLANK;
            boolean whole = end > i && (ends || ContactRun.startsAt(words, end));
            boolean street = end - i > 1 && CommonWords.isOrdinary(words, end - 1);
            if (!whole
                    || street
                    || Places.startsAt(words, i)
                    || CompanyRun.saysWhatItIs(words, i, end)
                    || isCutOff(words, end)) {
                continue;
            }
            boolean two = NameRun.isTitle(words, i) || end - i > 1;
            boolean before =
                    two && words.startsSentence(i) && ContactRun.startsAt(words, end) && !NumberCue.isLabel(words, i);
            boolean behind = ContactRun.endsBefore(words, i)
                    && (two ? ends : end == words.count() && words.gap(i) != Words.BLANK);
            boolean dashed = isDashed(turn.text(), words, i)
                    && (end == words.count() || words.gap(end) == ',' && words.count() - end <= 6);
            if ((before || behind || dashed) && !isOfOthers(turn, words, i, before ? end : -1)) {
                found.add(NameRun.candidate(
                        words, i, end, NameCue.Strength.LAST.confidence, dashed ? "sign-off" : "beside-contact"));
                return;
            }
        }
    }

    /** The number or the address beside the name is somebody else's, and so is the name. */
    private static boolean isOfOthers(Turn turn, Words words, int name, int contactBehind) {
        if (contactBehind < 0 && !ContactRun.endsBefore(words, name)) {
            return false; // behind a dash
        }
        int first = contactBehind >= 0 ? contactBehind : ContactRun.start(words, name);
        int last = contactBehind >= 0 ? ContactRun.end(words, first) : name;
        return Ownership.objection(turn.reply(), words.start(first), words.end(last - 1)) != null;
    }

    private static boolean opensPart(Words words, int word) {
        return words.startsSentence(word)
                || words.gap(word) == ','
                || words.gap(word) == '('
                || DASHES.indexOf(words.gap(word)) >= 0
                || ContactRun.endsBefore(words, word) && NameRun.isTitle(words, word);
    }

    /** In "Jane Doe's, 212 …" and "Acme Ltd, 212 …" the run is no person. */
    private static boolean isCutOff(Words words, int end) {
        return words.isPossessive(end - 1) || CompanyRun.isForm(words, end - 1);
    }

    /** A dash with a sentence, or nothing, before it. */
    private static boolean isDashed(String text, Words words, int word) {
        int at = words.start(word) - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        if (at > 0 && text.charAt(at) == '\n') {
            return words.count() - word <= 2
                    && word > 0
                    && words.end(word - 1) < at
                    && text.charAt(words.end(word - 1)) == ',';
        }
        boolean dash = at > 0 && DASHES.indexOf(text.charAt(at)) >= 0;
        return dash && word > 0 && words.startsSentence(word) && words.start(word) - at <= 2;
    }
}
