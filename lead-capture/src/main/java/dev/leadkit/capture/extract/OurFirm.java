package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.CompanyCue.Kind;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * That a company is the visitor's: "our indie press (Fjord Books)", "we're a tiny distillery called Fjord", "Fjord Vets, that's our
 * clinic", "fjord bakery here".
 */
final class OurFirm {
    private static final int MAX_WORDS = 6;
    private static final WordSet IS = WordSet.of("is", "was");
    private static final WordSet SELLING = WordSet.listed("a an the small little family");

    /** Whose the company is that "our" or "my" stands before, and what of it is not a company. */
    private static final WordSet OTHERS = WordSet.listed("""
            supplier vendor provider carrier bank insurer landlord contractor accountant builder plumber electrician lawyer
            lawyers solicitor agent broker printer doctor doctors dentist dentists vets husbands wifes competitor competitors
            customer customers client clients tenant guest guests order bill invoice gym school's flight hotel trip card
            product software system provider's host hosting developer dealer""");

    /** Before a word for a company they say that it is another than the visitor's own. */
    private static final WordSet ANOTHER =
            WordSet.listed("current old previous last former other favorite favourite local");

    /** That one works there or has it. */
    private static final WordSet BELONGING = WordSet.listed("""
            trabajo trabajamos tengo tenemos soy somos dirijo travaille travaillons ai avons suis sommes dirige
            lavoro lavoriamo ho abbiamo sono siamo gestisco trabalho trabalhamos tenho temos sou
            arbeite arbeiten leite bin sind werk werken heb hebben leid ben zijn""");

    private OurFirm() {}

    /** "Our …" or "we're a …" stands few words before what it is. */
    static boolean isOurs(Words words, int what) {
        for (int i = what - 1; i >= Math.max(0, what - 3); i--) {
            if (words.gap(i + 1) != Words.BLANK && words.gap(i + 1) != '\n'
                    || words.isPossessive(i)
                    || OTHERS.has(words, i)) {
                break; // "my husband's company"
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
                    "we've",
                    "represent",
                    "representing" -> true;
            case "of" -> Workplace.isTitle(words, article - 2);
            case "for", "at", "with" -> words.is(article - 2, "work") || words.is(article - 2, "working");
            default -> false;
        };
    }

    /** "Trabajo en una empresa llamada Fjord", "wir sind eine Firma namens Fjord". */
    static @Nullable CompanyCue foreignCalled(Words words, int i) {
        boolean firm = CompanyLabel.isForeignFirm(words, i - 1)
                || CompanyLabel.isFirmOrVenue(words, i - 1)
                || ForeignFirm.isNoun(words, i - 1);
        for (int k = i - 2; k >= Math.max(0, i - MAX_WORDS) && firm; k--) {
            if (BELONGING.has(words, k)) {
                return new CompanyCue(i + 1, Kind.OWN);
            }
        }
        return null;
    }

    /** "Namens Fjord" in Dutch speaks for a company; in German it names one. */
    static @Nullable CompanyCue namens(Words words, int i) {
        return CompanyLabel.isForeignFirm(words, i - 1) ? foreignCalled(words, i) : Workplace.there(i + 1);
    }

    /** "We're a tiny outfit called Fjord": whatever it is. */
    static @Nullable CompanyCue called(Words words, int i) {
        boolean firm = CompanyLabel.isFirmOrVenue(words, i - 1) || words.is(i - 1, "is");
        if (isCalledSo(words, i - 1)) {
            return new CompanyCue(i + 1, Kind.OWN);
        }
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

    /** "The Crooked Fjord": words in capitals that no person is called by. */
    static boolean isNoPerson(Words words, int start, int end) {
        boolean capitals = end - start > 1;
        for (int i = start; i < end; i++) {
            capitals &= words.isCapitalised(i) || words.gap(i) == '&';
        }
        return capitals && words.is(start, "the");
    }

    /** "The farm's called …". */
    private static boolean isCalledSo(Words words, int what) {
        String said = words.foldedOrEmpty(what);
        return said.endsWith("'s")
                && CompanyLabel.isFirmOrVenue(said.substring(0, said.length() - 2))
                && (words.is(what - 1, "the") || CompanyLabel.isOurs(words, what - 1));
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

    /** "We (Fjord Labs) would like …", "we @ Fjord would like …", "we are Fjord Labs", "we are a small lab (Fjord Labs)". */
    static @Nullable CompanyCue we(Words words, int i) {
        if (words.is(i + 1, "are")) {
            return are(words, i + 2);
        }
        boolean beside = i + 1 < words.count() && (words.gap(i + 1) == '(' || words.gap(i + 1) == '@');
        return beside && words.isCapitalised(i + 1) ? new CompanyCue(i + 1, Kind.OWN_BARE) : null;
    }

    /** Behind "we're". */
    static @Nullable CompanyCue weAre(Words words, int i) {
        return are(words, i + 1);
    }

    private static @Nullable CompanyCue are(Words words, int what) {
        int apart =
                words.is(what, "a") || words.is(what, "an") ? apart(words, what + 1, ",(-–—:", 2 * MAX_WORDS) : what;
        return apart > what ? new CompanyCue(apart, Kind.OURS_APART) : Workplace.weAre(words, what);
    }

    /** "Our fleet policy, Fjord Couriers", "our HOA (Fjord Homes)", not "our supplier, Fjord Foods". */
    static @Nullable CompanyCue ours(Words words, int i) {
        int apart = apart(words, i + 1, ",(-–—:", MAX_WORDS);
        boolean others = false;
        for (int k = i + 1; k < apart; k++) {
            others |= OTHERS.has(words, k)
                    || ANOTHER.has(words, k)
                    || CompanyCue.isOther(words.folded(k))
                    || words.isPossessive(k);
        }
        return apart > i + 1 && !others && !isListed(words, apart) ? new CompanyCue(apart, Kind.OURS_APART) : null;
    }

    /** "Our pages on Fjord, Lund, and Berg": one of several. */
    private static boolean isListed(Words words, int start) {
        int end = CompanyRun.end(words, start);
        return words.gap(Math.min(end, words.count())) == ',' && (words.is(end, "and") || words.is(end, "or"));
    }

    /** The first word behind a mark in the same sentence, if it has a capital; else {@code from}. */
    private static int apart(Words words, int from, String marks, int most) {
        for (int i = from; i < Math.min(words.count(), from + most) && !(i > from && words.startsSentence(i)); i++) {
            boolean link = words.gap(i) == ':' && words.start(i) - words.end(i - 1) > 2; // "http://"
            if (i > from && !link && marks.indexOf(words.gap(i)) >= 0) {
                int start = Workplace.skipArticle(words, i);
                return start < words.count() && words.isCapitalised(start) ? start : from;
            }
        }
        return from;
    }

    /** "Fjord Public Library, where I work, would like …". */
    static @Nullable CompanyCue whereIWork(Words words, int where) {
        boolean work = words.is(where + 1, "i") && words.is(where + 2, "work");
        int start = work && words.gap(where) == ',' ? CompanyRun.startBefore(words, where) : where;
        return start < where ? new CompanyCue(start, Kind.OWN) : null;
    }

    /** "Fjord Baptist Church would like to buy …", "… is looking for …" opens a sentence. */
    static @Nullable CompanyCue wants(Words words, int verb) {
        boolean wants = words.is(verb, "requires")
                || words.is(verb, "would") && words.is(verb + 1, "like")
                || words.is(verb, "is") && (words.is(verb + 1, "looking") || words.is(verb + 1, "seeking"));
        int start = wants && words.gap(verb) == Words.BLANK ? CompanyRun.startBefore(words, verb) : verb;
        return start < verb - 1 && words.startsSentence(start) ? new CompanyCue(start, verb, Kind.OURS_APART) : null;
    }

    /** "We operate as Fjord Cabs", "trading as Fjord Cabs". */
    static @Nullable CompanyCue operates(Words words, int as) {
        return switch (words.foldedOrEmpty(as - 1)) {
            case "operate", "trading", "trade", "operating", "business" -> new CompanyCue(as + 1, Kind.OWN);
            default -> null;
        };
    }

    /** "Us, Fjord Foods": who it is for; "Fjord Foods, that's us". */
    static @Nullable CompanyCue isUs(Words words, int us) {
        boolean is = words.is(us - 1, "that's") || words.is(us - 1, "thats") || words.is(us - 1, "is");
        if (is) {
            int end = words.is(us - 1, "is") ? us - 2 : us - 1;
            int start = end > 0 && words.gap(end) != Words.BLANK ? CompanyRun.startBefore(words, end) : end;
            return start < end ? new CompanyCue(start, Kind.OWN) : null;
        }
        boolean apart = us == 0 && words.count() > 1 && words.gap(1) == ',' && words.isCapitalised(1);
        return apart ? new CompanyCue(1, Kind.OWN) : null;
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
        boolean whole = name && CompanyRun.end(words, start) >= i;
        boolean told = whole && CompanyRun.saysWhatItIs(words, start, i);
        boolean odd = whole && isNoPerson(words, start, i);
        return told && (ends || words.isCapitalised(start)) || odd ? new CompanyCue(start, Kind.HERE) : null;
    }
}
