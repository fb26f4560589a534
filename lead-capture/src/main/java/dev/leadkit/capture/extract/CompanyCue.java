package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A place where a company's name should follow.
 *
 * @param start the word that should begin the name
 */
record CompanyCue(int start, Kind kind) {
    /** What was said before the name, and so how much the words after it must look like one. */
    enum Kind {
        /** "company name: …". */
        LABEL("company-label", 0.9),
        /** "my company is …", "our shop is called …". */
        OWN("own-company", 0.9),
        /** "my company …". */
        OWN_BARE("own-company", 0.7),
        /** "Company …". */
        BARE("company-bare", 0.7),
        /** The message answers a question for it. */
        ANSWER("answer-to-company-question", 0.85),
        /** "I work at …", "on behalf of …". */
        WORKPLACE("workplace", 0.8),
        /** "I work in …", which may be a place. */
        WORKPLACE_IN("workplace-in", 0.7),
        /** "am working …". */
        WORKPLACE_BARE("workplace-bare", 0.7),
        /** "I'm Tove from …", which may be a place too. */
        COMES_FROM("comes-from", 0.7);

        final String code;
        final double confidence;

        Kind(String code, double confidence) {
            this.code = code;
            this.confidence = confidence;
        }
    }

    private static final WordSet FIRMS = WordSet.of(
            "company",
            "companny",
            "company's",
            "business",
            "firm",
            "employer",
            "organisation",
            "organization",
            "agency",
            "startup",
            "start-up",
            "firma",
            "unternehmen",
            "empresa",
            "entreprise",
            "société",
            "azienda",
            "bedrijf");

    /** They have names too, which a visitor tells only with "called" or "name". */
    private static final WordSet SHOPS = WordSet.of("shop", "store", "restaurant", "studio", "hotel", "school", "club");

    private static final WordSet OURS =
            WordSet.of("my", "our", "meine", "unsere", "mein", "unser", "mi", "nuestra", "ma", "notre", "mijn", "onze");
    private static final WordSet NAME = WordSet.of("name", "name's", "names");
    private static final WordSet IS = WordSet.of("is", "ist", "es", "est", "è", "heißt", "heisst", "was", "s");
    private static final WordSet CALLED = WordSet.of("called", "named");
    private static final WordSet OTHERS = WordSet.of(
            "wife",
            "husband",
            "friend",
            "colleague",
            "brother",
            "sister",
            "son",
            "daughter",
            "he",
            "she",
            "they",
            "father",
            "mother",
            "dad",
            "mom",
            "partner",
            "boss",
            "his",
            "her",
            "their");

    /** Reads on from a word that may begin a cue. */
    private interface Reader {
        @Nullable
        CompanyCue read(Words words, int i);
    }

    private static final WordMap<Reader> READERS = WordMap.<Reader>builder()
            .put((words, i) -> named(words, i, true), FIRMS)
            .put((words, i) -> named(words, i, false), SHOPS)
            .put(CompanyCue::worksAt, "work", "working", "employed")
            .put((words, i) -> thereAfter(words, i, "bei", "für"), "arbeite")
            .put((words, i) -> thereAfter(words, i, "chez", "pour"), "travaille")
            .put((words, i) -> thereAfter(words, i, "en", "para"), "trabajo")
            .put((words, i) -> thereAfter(words, i, "of", "of"), "behalf")
            .put((words, i) -> there(i + 1), "represent", "representing")
            .put(CompanyCue::comesFrom, "from", "with", "at", "von", "de")
            .build();

    /** The cue that stands at a word, null if none does. */
    static @Nullable CompanyCue at(Words words, int i) {
        Reader reader = READERS.get(words, i);
        return reader == null ? null : reader.read(words, i);
    }

    private static @Nullable CompanyCue thereAfter(Words words, int i, String one, String other) {
        return words.is(i + 1, one) || words.is(i + 1, other) ? there(i + 2) : null;
    }

    private static CompanyCue there(int start) {
        return new CompanyCue(start, Kind.WORKPLACE);
    }

    /** @param plainly whether "is" alone tells the name, as of a company, or "called" is wanted, as of a shop */
    private static @Nullable CompanyCue named(Words words, int firm, boolean plainly) {
        boolean ours = OURS.contains(words.before(firm)) || OTHERS.contains(words.before(firm));
        boolean label = ours || opens(words, firm);
        int next = firm + 1;
        if (NAME.has(words, next)) {
            return labelled(words, firm, label);
        }
        boolean called = CALLED.has(words, next);
        boolean isCalled = IS.has(words, next) && CALLED.has(words, next + 1);
        if (called || isCalled) {
            return ours || called && isOneOfOurs(words, firm)
                    ? new CompanyCue(called ? next + 1 : next + 2, Kind.OWN)
                    : null;
        }
        if (!plainly) {
            return null;
        }
        if (label && next < words.count() && isMark(words.gap(next))) {
            return new CompanyCue(next, Kind.LABEL);
        }
        if (IS.has(words, next)) {
            boolean nameOfIt = words.is(firm - 2, "of") && words.is(firm - 3, "name");
            return label || nameOfIt || words.before(firm).equals("the") ? new CompanyCue(next + 1, Kind.OWN) : null;
        }
        return label ? new CompanyCue(next, ours ? Kind.OWN_BARE : Kind.BARE) : null;
    }

    /** "company name is …", "my company's name: …", "company name …". */
    private static @Nullable CompanyCue labelled(Words words, int firm, boolean label) {
        int name = firm + 1;
        boolean linked = IS.has(words, name + 1) || words.is(name, "name's");
        boolean marked = name + 1 < words.count() && isMark(words.gap(name + 1));
        int start = IS.has(words, name + 1) ? name + 2 : name + 1;
        boolean said = linked || marked || label || words.startsSentence(CompanyRun.end(words, start));
        return said && !isYours(words, firm) ? new CompanyCue(start, Kind.LABEL) : null;
    }

    /** A sentence, a part behind a comma or "and", or what follows a number that answered something else. */
    private static boolean opens(Words words, int firm) {
        return words.startsSentence(firm)
                || words.gap(firm) == ','
                || words.is(firm - 1, "and")
                || words.startsWithDigit(firm - 1);
    }

    /** "I have a shop called …", "for a company called …". */
    private static boolean isOneOfOurs(Words words, int firm) {
        return switch (words.is(firm - 1, "a") || words.is(firm - 1, "an") ? words.before(firm - 1) : "") {
            case "have", "own", "run", "owns", "running" -> true;
            case "for", "at", "with" -> words.is(firm - 3, "work") || words.is(firm - 3, "working");
            default -> false;
        };
    }

    /** "I work at …", "am working for …", "we are employed by …", not "it works with …". */
    private static @Nullable CompanyCue worksAt(Words words, int work) {
        String who = words.before(work);
        boolean visitor = switch (who) {
            case "i", "we", "i'm", "im", "am", "we're", "are", "currently", "also", "been", "now", "who" -> true;
            default -> words.startsSentence(work) || OTHERS.contains(who);
        };
        String where = words.foldedOrEmpty(work + 1);
        boolean there = where.equals("at") || where.equals("for") || where.equals("by");
        if (!visitor || !(there || where.equals("in") || where.equals("with"))) {
            return words.is(work, "working") && visitor ? new CompanyCue(work + 1, Kind.WORKPLACE_BARE) : null;
        }
        return there ? there(work + 2) : new CompanyCue(work + 2, Kind.WORKPLACE_IN);
    }

    /** "I'm Tove from Fjord", "we're with Fjord", "calling from Fjord". */
    private static @Nullable CompanyCue comesFrom(Words words, int from) {
        return from > 0 && words.gap(from) == Words.BLANK ? new CompanyCue(from + 1, Kind.COMES_FROM) : null;
    }

    private static boolean isYours(Words words, int firm) {
        String before = words.before(firm);
        return before.equals("your") || before.equals("which") || before.equals("what") || before.equals("insurance");
    }

    private static boolean isMark(char gap) {
        return gap == ':' || gap == '：' || gap == '=' || gap == '-' || gap == '–';
    }

    static boolean isFirmWord(String word) {
        return FIRMS.contains(word);
    }

    static boolean isOther(String word) {
        return OTHERS.contains(word);
    }
}
