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
        COMES_FROM("comes-from", 0.7),
        /** "We are …", "I run …", which may be anything. */
        WE_ARE("we-are", 0.7),
        /** "The manager at …", where the visitor is that. */
        TITLE_AT("title-at", 0.75),
        /** A name with a legal form in a line or between commas. */
        SIGNED("signed", 0.65);

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
            "bedrijf",
            "agentur",
            "agence",
            "ditta");

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
            .put((words, i) -> thereAfter(words, i, "na", "no"), "trabalho")
            .put((words, i) -> thereAfter(words, i, "per", "da"), "lavoro")
            .put((words, i) -> thereAfter(words, i, "bij", "voor"), "werk")
            .put((words, i) -> thereAfter(words, i, "of", "of"), "behalf")
            .put((words, i) -> words.is(i - 1, "de") ? thereAfter(words, i, "de", "de") : null, "parte")
            .put((words, i) -> there(i + 1), "represent", "representing", "namens")
            .put(CompanyCue::comesFrom, "from", "with", "at", "von", "de", "w", "chez", "of", "da", "van")
            .put(CompanyCue::orderedFor, "for")
            .put((words, i) -> weAre(words, i + 1), "we're", "siamo", "somos")
            .put((words, i) -> words.is(i + 1, "are") ? weAre(words, i + 2) : null, "we")
            .put(
                    (words, i) -> words.is(i + 1, "sind") || words.gap(i + 1) == ','
                            ? weAre(words, i + (words.is(i + 1, "sind") ? 2 : 1))
                            : null,
                    "wir")
            .put((words, i) -> words.is(i + 1, "zijn") ? weAre(words, i + 2) : null, "wij")
            .put((words, i) -> words.is(i + 1, "sommes") ? weAre(words, i + 2) : null, "nous")
            .put(
                    (words, i) -> words.is(i - 1, "i") || words.is(i - 1, "we") ? weAre(words, i + 1) : null,
                    "run",
                    "own",
                    "founded",
                    "manage")
            .build();

    private static final WordSet TITLES = WordSet.listed("""
            manager mgr director owner founder co-founder cofounder partner president principal head lead chief vp ceo cto cfo coo cio cmo
            dsi chef teacher nurse engineer developer buyer rep representative assistant secretary accountant supervisor coordinator
            administrator officer marketing sales procurement purchasing operations ops finance hr geschäftsführer geschäftsführerin
            leiter leiterin directeur directrice gérant gérante responsable gerente directora direttore titolare eigenaar""");
    private static final WordSet ARTICLES = WordSet.listed("der dem den die das la le el il lo l de het the a");
    private static final WordSet SELF = WordSet.listed("i'm im am bin suis soy sono sou as here ben");
    private static final WordSet ORDERING = WordSet.listed("""
            order ordering buying buy shopping calling writing inquiring enquiring quote purchasing booking looking""");
    private static final WordSet FOREIGN_FIRMS = WordSet.listed(
            "firma unternehmen empresa entreprise société azienda bedrijf agência agencia agence agentur");

    /** The cue that stands at a word, null if none does. */
    static @Nullable CompanyCue at(Words words, int i) {
        Reader reader = READERS.get(words, i);
        return reader == null ? null : reader.read(words, i);
    }

    private static @Nullable CompanyCue thereAfter(Words words, int i, String one, String other) {
        if (!words.is(i + 1, one) && !words.is(i + 1, other)) {
            return null;
        }
        boolean article = ARTICLES.has(words, i + 2) && !words.isCapitalised(i + 2);
        int start = article ? i + 3 : i + 2;
        return there(FOREIGN_FIRMS.has(words, start) ? start + 1 : start);
    }

    private static CompanyCue weAre(Words words, int start) {
        boolean article = ARTICLES.has(words, start) && !words.is(start, "a") && !words.isCapitalised(start);
        return new CompanyCue(article ? start + 1 : start, Kind.WE_ARE);
    }

    /** "Ordering for Fjord Boats Ltd". */
    private static @Nullable CompanyCue orderedFor(Words words, int i) {
        for (int k = i - 1; k >= Math.max(0, i - 4) && !words.startsSentence(k + 1); k--) {
            if (ORDERING.has(words, k)) {
                return new CompanyCue(i + 1, Kind.BARE);
            }
        }
        return null;
    }

    /** "I'm the office manager at", "Tove here, head of sales at": what the visitor is, and where. */
    private static boolean isTitled(Words words, int at) {
        boolean title = false;
        for (int i = at - 1; i >= Math.max(0, at - 7) && !words.startsSentence(i + 1); i--) {
            title |= TITLES.has(words, i);
            boolean named = words.gap(i + 1) == ',' && words.isCapitalised(i) && !CommonWords.isOrdinary(words, i);
            boolean run = words.is(i, "i")
                    && (words.is(i + 1, "run") || words.is(i + 1, "manage") || words.is(i + 1, "head"));
            if (title && i < at - 1 && (SELF.has(words, i) || named || run)) {
                return true;
            }
            if (OTHERS.has(words, i)) {
                return false;
            }
        }
        return false;
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
            return ours || isCalled && label || called && isOneOfOurs(words, firm)
                    ? new CompanyCue(called ? next + 1 : next + 2, Kind.OWN)
                    : null;
        }
        if (!plainly) {
            return null;
        }
        if (ours && next < words.count() && words.gap(next) == ',' && words.isCapitalised(next)) {
            return new CompanyCue(next, Kind.OWN_BARE);
        }
        if (FOREIGN_FIRMS.has(words, firm)
                && ARTICLES.contains(words.before(firm))
                && next < words.count()
                && words.isCapitalised(next)) {
            return new CompanyCue(next, Kind.OWN_BARE);
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
        int article = firm - 1;
        while (article > firm - 4
                && article > 0
                && !words.is(article, "a")
                && !words.is(article, "an")
                && !words.startsSentence(article)) {
            article--; // "a small family business called …"
        }
        return switch (words.is(article, "a") || words.is(article, "an") ? words.before(article) : "") {
            case "have", "own", "run", "owns", "running", "we're", "are", "started", "opened", "launched" -> true;
            case "for", "at", "with" -> words.is(article - 2, "work") || words.is(article - 2, "working");
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
        if (where.equals("for") && words.is(work + 2, "is")) {
            return new CompanyCue(work + 3, Kind.OWN); // "the company I work for is …"
        }
        boolean there = where.equals("at") || where.equals("for") || where.equals("by");
        if (!visitor || !(there || where.equals("in") || where.equals("with"))) {
            return words.is(work, "working") && visitor ? new CompanyCue(work + 1, Kind.WORKPLACE_BARE) : null;
        }
        return there ? there(work + 2) : new CompanyCue(work + 2, Kind.WORKPLACE_IN);
    }

    /** "I'm Tove from Fjord", "we're with Fjord", "calling from Fjord". */
    private static @Nullable CompanyCue comesFrom(Words words, int from) {
        if (from == 0 || words.gap(from) != Words.BLANK) {
            return null;
        }
        if (isTitled(words, from) || words.is(from, "at") && (words.is(from - 1, "we") || words.is(from - 1, "us"))) {
            return new CompanyCue(from + 1, Kind.TITLE_AT);
        }
        boolean article = ARTICLES.has(words, from + 1) && FOREIGN_FIRMS.has(words, from + 2); // "von der Firma …"
        return words.is(from, "of") ? null : new CompanyCue(article ? from + 3 : from + 1, Kind.COMES_FROM);
    }

    private static boolean isYours(Words words, int firm) {
        String before = words.before(firm);
        return before.equals("your") || before.equals("which") || before.equals("what") || before.equals("insurance");
    }

    private static boolean isMark(char gap) {
        return gap == ':' || gap == '：' || gap == '=' || gap == '-' || gap == '–';
    }

    /** What somebody is in a firm: "manager", "buyer". */
    static boolean isTitle(Words words, int word) {
        return TITLES.has(words, word);
    }

    static boolean isFirmWord(String word) {
        return FIRMS.contains(word);
    }

    static boolean isOther(String word) {
        return OTHERS.contains(word);
    }
}
