package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.Words;

/**
 * The words that a cue names, and whether they are a company's or a place's: "I'm Jane Doe", but not "this is Fjord Ltd".
 *
 * @param end {@code start} where nothing is named
 */
record NamedByCue(Words words, NameCue cue, int start, int end) {
    private static final int LEAST_SPELLED = 3;

    /** @param free before it no name may begin */
    static NamedByCue of(Words words, NameCue cue, int free) {
        int start = cue.nameStart();
        int end = cue.backwards() ? start : NameRun.end(words, start, cue.strength());
        if (cue.backwards()) {
            start = NameRun.startBefore(words, end, free);
        }
        if (isSaidAgain(words, start, end, cue.strength())) {
            start = end;
            end = NameRun.end(words, start, cue.strength());
        }
        if (cue.code().equals(NameCue.NAME_LABEL)) {
            end = Math.max(end, FormField.endOfValue(words, start));
        }
        return new NamedByCue(words, cue, start, beforeSpelling(words, start, end));
    }

    /** "Ellen E. L. L. E. N.": a name and then its letters. */
    private static int beforeSpelling(Words words, int start, int end) {
        int letters = end;
        while (letters > start + 1 && words.length(letters - 1) == 1) {
            letters--;
        }
        boolean spells =
                end - letters >= LEAST_SPELLED && words.folded(letters - 1).startsWith(words.folded(letters));
        return spells ? letters : end;
    }

    boolean isEmpty() {
        return end <= start;
    }

    /** "J.C." below a text. */
    boolean isInitials() {
        for (int i = start; i < end; i++) {
            if (words.length(i) > 1) {
                return false;
            }
        }
        return cue.code().equals(NameCue.SIGN_OFF);
    }

    /** Whether it is no person's; of what is not empty. */
    boolean isFirm() {
        return switch (cue.code()) {
            case NameCue.SIGN_OFF -> isFirmSigned();
            case NameCue.NAME_LABEL -> CompanyRun.hasForm(words, start, end); // "Name: Acme Inc."
            case NameCue.BOOKED_UNDER, NameCue.BOOKED_FOR -> end - start > 1 && CompanyRun.isKind(words, end - 1);
            default -> cue.backwards() ? isFirmHere() : cue.code().equals(NameCue.SELF_INTRODUCTION) && isNoPerson();
        };
    }

    /** "Fjord Bakery here", "The Crooked Fjord here". */
    private boolean isFirmHere() {
        int from = words.is(start - 1, "the") && start > 0 ? start - 1 : start;
        return CompanyRun.isKind(words, end - 1) || OurFirm.isNoPerson(words, from, end);
    }

    /** "This is Fjord Ltd", "this is Fjord &amp; Lund Company", "it's Lyon", "I'm Lyon based". */
    private boolean isNoPerson() {
        if (!words.isCapitalised(start)) {
            return false;
        }
        int firm = CompanyRun.end(words, start);
        boolean whole = firm > end && !NameRun.isParticle(words, end); // not "Inês Prado da Fjord Ltda"
        boolean called =
                whole && CompanyRun.isKind(words, firm - 1) || CompanyRun.hasForm(words, start, whole ? firm : end);
        boolean place = isPlaceBehindItIs(words, start, end);
        return called || place || words.is(end, "based") && words.gap(end) == Words.BLANK;
    }

    /** "It's Lyon", not "it's Austin Lind". */
    static boolean isPlaceBehindItIs(Words words, int start, int end) {
        boolean itIs = words.is(start - 1, "it's") || words.is(start - 1, "its");
        return itIs && end > start && Places.end(words, start) >= end;
    }

    /** "Regards,\nAcme Surgical Partners". */
    private boolean isFirmSigned() {
        int whole = CompanyRun.end(words, start);
        return whole - start > 2 && CompanyRun.isKind(words, whole - 1) || CompanyRun.hasForm(words, start, whole);
    }

    /** "I'm Jane, Jane Doe", "Doe. Jane Doe", not "I'm Jane Doe, jane@…". */
    static boolean isSaidAgain(Words words, int start, int end, Strength strength) {
        if (end <= start || end >= words.count() || words.gap(end) != ',' && words.gap(end) != '.') {
            return false;
        }
        int whole = NameRun.end(words, end, strength);
        String said = words.folded(start);
        return whole - end > end - start && (words.is(end, said) || words.is(whole - 1, said));
    }
}
