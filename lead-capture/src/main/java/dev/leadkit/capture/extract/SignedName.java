package dev.leadkit.capture.extract;

import dev.leadkit.capture.ownership.Ownership;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;
import java.util.Locale;

/**
 * Finds a name that no cue tells, by where it stands: beside how to reach its bearer, behind a dash at the end, or last where the
 * visitor agrees to something.
 *
 * <p>Matches "…. - Jane", "Jane Doe, 212 736 5000", "… 212 736 5000 (Jane)", "sat is fine. Jane 212 736 5000", "yes please, Jane Doe".
 * Not "Jane Doe's, 212 …", "Acme Ltd, 212 …", "Thanks, Jane 212 …".
 */
final class SignedName {
    private static final String DASHES = "-–—~";
    private static final int SHORTEST = 3;
    private static final WordSet CONSENT = WordSet.listed("""
            yes yep yeah ok okay sure perfect great sweet lovely fine good deal done sold please book booked reserve take hold
            confirm go brilliant excellent super sounds works wonderful gladly oui ja sí si sim vale claro gerne""");
    private static final WordSet CALLS = WordSet.listed("""
            thanks thank thx ta cheers hi hello hey dear ok okay sorry morning afternoon evening bye tell ask mr to with from""");

    private SignedName() {}

    /** Adds the first one that is not somebody else's. */
    static void add(Turn turn, Words words, List<Candidate<String>> found) {
        for (int i = 0; i < words.count(); i++) {
            if (!words.isCapitalised(i) || !opensPart(words, i) || NameFillers.isGreeting(words, i)) {
                continue;
            }
            int end = NameRun.end(words, i, NameCue.Strength.CLEAR);
            boolean ends = end >= words.count() || words.gap(end) != Words.BLANK && words.gap(end) != ':';
            boolean whole = end > i && (ends || ContactRun.startsAt(words, end));
            boolean street = end - i > 1 && CommonWords.isOrdinary(words, end - 1);
            if (!whole
                    || street
                    || Places.areAll(words, i, end)
                    || CompanyRun.saysWhatItIs(words, i, end)
                    || isCutOff(words, end)) {
                continue;
            }
            boolean two = NameRun.isTitle(words, i) || end - i > 1;
            boolean before = ContactRun.startsAt(words, behindFirm(words, end))
                    && !NumberCue.isLabel(words, i)
                    && (two ? isApart(words, i) : isOneName(words, i, end));
            boolean behind = ContactRun.endsBefore(words, i)
                    && (two ? ends : end == words.count() && words.gap(i) != Words.BLANK);
            boolean dashed = isDashed(turn.text(), words, i)
                    && (end == words.count() || words.gap(end) == ',' && words.count() - end <= 6);
            boolean agreed = two && end == words.count() && isAgreed(words, i);
            if ((before || behind || dashed || agreed) && !isOfOthers(turn, words, i, before ? end : -1)) {
                found.add(NameRun.candidate(
                        words,
                        i,
                        end,
                        NameCue.Strength.LAST.confidence,
                        dashed || agreed ? NameCue.SIGN_OFF : "beside-contact"));
                return;
            }
        }
    }

    /** In "Jane Doe, Acme Ltd, 212 …" where the company ends; where there is none, where it would begin. */
    private static int behindFirm(Words words, int name) {
        int end = name < words.count() && words.gap(name) == ',' ? CompanyRun.end(words, name) : name;
        return end > name && CompanyRun.hasForm(words, name, end) ? end : name;
    }

    /** It opens a sentence, or what stands before it is no name in a list. */
    private static boolean isApart(Words words, int start) {
        return words.startsSentence(start) || !words.isCapitalised(start - 1);
    }

    /** "Sat is fine. Jane 212 736 5000", "Jane, 212 …", not "Thanks, Jane 212 …", "Mobile 212 …". */
    private static boolean isOneName(Words words, int name, int end) {
        char gap = words.gap(end);
        boolean beside = gap == Words.BLANK || gap == ',' || gap == '+';
        String said = words.folded(name);
        return beside
                && said.length() >= SHORTEST
                && !words.raw(name).equals(said.toUpperCase(Locale.ROOT)) // "MAC 00:1B:44 …"
                && !CommonWords.isOrdinary(words, name)
                && !CommonWords.hasOrdinaryEnding(said)
                && !CompanyRun.isKind(words, name)
                && !Workplace.isTitle(words, name)
                && !CALLS.has(words, name - 1)
                && words.startsSentence(name);
    }

    /** "Yes please, Jane Doe", "take it. Jane Doe": what one says to an offer stands before it. */
    private static boolean isAgreed(Words words, int name) {
        char gap = words.gap(name);
        boolean behind = name > 0 && (gap == ',' || gap == '.' || gap == '!' || DASHES.indexOf(gap) >= 0);
        boolean agrees = false;
        for (int i = name - 1; i >= 0 && behind; i--) {
            agrees |= CONSENT.has(words, i);
            if (i < name - 1 && words.startsSentence(i + 1)) {
                break;
            }
        }
        return agrees
                && !CALLS.has(words, name - 1)
                && !CompanyCue.isOther(words.folded(name - 1)) // "yes, for my mother, Jane Doe"
                && !CommonWords.hasOrdinaryEnding(words.folded(name));
    }

    /** The number or the address beside the name is somebody else's, and so is the name. */
    private static boolean isOfOthers(Turn turn, Words words, int name, int contactBehind) {
        if (contactBehind < 0 && !ContactRun.endsBefore(words, name)) {
            return false; // behind a dash or a mark
        }
        int first = contactBehind >= 0 ? contactBehind : ContactRun.start(words, name);
        int last = contactBehind >= 0 ? ContactRun.end(words, first) : name;
        return Ownership.objection(turn.reply(), words.start(first), words.end(last - 1)) != null;
    }

    private static boolean opensPart(Words words, int word) {
        return words.startsSentence(word)
                || words.gap(word) == ','
                || words.gap(word) == '('
                || words.gap(word) == ':' && words.is(word - 1, "here")
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
