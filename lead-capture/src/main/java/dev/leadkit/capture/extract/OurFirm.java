package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.CompanyCue.Kind;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * That a firm is the visitor's: "our indie press (Fjord Books)", "we're a tiny distillery called Fjord", "Fjord Vets, that's our
 * clinic", "fjord bakery here".
 */
final class OurFirm {
    private static final int MAX_WORDS = 6;
    private static final WordSet IS = WordSet.of("is", "was");
    private static final WordSet SELLING = WordSet.listed("a an the small little family");

    private OurFirm() {}

    /** "Our …" or "we're a …" stands few words before what it is. */
    static boolean isOurs(Words words, int what) {
        for (int i = what - 1; i >= Math.max(0, what - 3); i--) {
            if (words.gap(i + 1) != Words.BLANK) {
                break;
            }
            if (CompanyLabel.isOurs(words, i)) {
                return true;
            }
        }
        return isOneOfOurs(words, what);
    }

    /** "I have a shop called …", "for a company called …", "we're a 12-person practice …". */
    static boolean isOneOfOurs(Words words, int what) {
        int article = what - 1;
        while (article > what - MAX_WORDS
                && article > 0
                && !words.is(article, "a")
                && !words.is(article, "an")
                && !words.startsSentence(article)) {
            article--; // "a small family business called …"
        }
        return switch (words.is(article, "a") || words.is(article, "an") ? words.before(article) : "") {
            case "have",
                    "own",
                    "run",
                    "owns",
                    "running",
                    "we're",
                    "are",
                    "started",
                    "opened",
                    "launched",
                    "i've",
                    "we've" -> true;
            case "of" -> Workplace.isTitle(words, article - 2);
            case "for", "at", "with" -> words.is(article - 2, "work") || words.is(article - 2, "working");
            default -> false;
        };
    }

    /** "We're a tiny outfit called Fjord": whatever it is. */
    static @Nullable CompanyCue called(Words words, int i) {
        boolean firm = CompanyLabel.isFirmOrVenue(words, i - 1) || words.is(i - 1, "is");
        if (firm || !isOneOfOurs(words, i)) {
            return null; // which is read there
        }
        for (int k = i - 1; k >= Math.max(0, i - MAX_WORDS); k--) {
            if (words.is(k, "we're") || words.is(k, "are") || words.is(k, "run") || words.is(k, "running")) {
                return new CompanyCue(i + 1, Kind.OWN);
            }
            if (CompanyLabel.isFirmOrVenue(words, k)) {
                return new CompanyCue(i + 1, Kind.OWN); // "I've a café in Leith called …"
            }
        }
        return null;
    }

    /** "…, Fjord Vets, that's our clinic". */
    static @Nullable CompanyCue thatIsOurs(Words words, int i) {
        int our = IS.has(words, i + 1) ? i + 2 : i + 1;
        boolean ours = CompanyLabel.isOurs(words, our)
                && (CompanyLabel.isFirmOrVenue(words, our + 1) || CompanyLabel.isFirmOrVenue(words, our + 2));
        if (!ours || i == 0 || words.gap(i) != ',' && words.gap(i) != '(' && !words.startsSentence(i)) {
            return null;
        }
        int start = CompanyRun.startBefore(words, i);
        return start < i ? new CompanyCue(start, Kind.OWN) : null;
    }

    /** "We (Fjord Labs) would like …". */
    static @Nullable CompanyCue we(Words words, int i) {
        boolean bracketed = i + 1 < words.count() && words.gap(i + 1) == '(' && words.isCapitalised(i + 1);
        return bracketed ? new CompanyCue(i + 1, Kind.OWN_BARE) : null;
    }

    /** "Fjord bakery here, …" opens a message. */
    static @Nullable CompanyCue here(Words words, int i) {
        int start = OpeningName.skipGreeting(words);
        start = SELLING.has(words, start) && !words.is(start, "the") ? i : start;
        boolean name = i > start + 1 && i - start <= MAX_WORDS && words.gap(i) == Words.BLANK;
        boolean ends = i + 1 >= words.count() || words.gap(i + 1) != Words.BLANK;
        for (int k = start + 1; k < i && name; k++) {
            name = words.gap(k) == Words.BLANK || words.gap(k) == '&' || words.gap(k) == '.';
        }
        boolean told = name && CompanyRun.saysWhatItIs(words, start, i) && CompanyRun.end(words, start) >= i;
        return told && (ends || words.isCapitalised(start)) ? new CompanyCue(start, Kind.HERE) : null;
    }
}
