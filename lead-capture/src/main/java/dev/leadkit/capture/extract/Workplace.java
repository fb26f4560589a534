package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.CompanyCue.Kind;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/** Where a visitor says that he works: "I work at Fjord", "I'm the buyer at Fjord", "I handle travel for Fjord", "calling from Fjord". */
final class Workplace {
    private static final int NEAR = 7;

    /** How many words before "at" the job title may stand. */
    private static final int MOST_OF_JOB = 5;

    private static final WordSet TITLES = WordSet.listed("""
            manager mgr director owner founder co-founder cofounder partner president principal head lead chief vp ceo cto cfo coo cio cmo
            dsi chef teacher nurse engineer developer buyer rep representative assistant secretary accountant supervisor coordinator
            administrator officer marketing sales procurement purchasing operations ops finance hr geschäftsführer geschäftsführerin
            leiter leiterin directeur directrice gérant gérante responsable gerente directora direttore direttrice responsabile titolare eigenaar
            treasurer bursar trustee chair chairman chairwoman pastor headteacher headmaster receptionist caretaker planner
            estimator superintendent foreman dispatcher organizer organiser volunteer intern clerk bookkeeper controller
            agent admin guy gal lady person contact consultant proprietor keeper steward warden registrar vicar
            recruiter researcher student undergraduate postgraduate postdoc professor scientist reporter journalist lecturer librarian curator board employee staff editor producer analyst specialist architect acquisition recruiting""");
    private static final WordSet HEADS = WordSet.listed("""
            head vp svp evp director manager founder co-founder cofounder ceo cto cfo coo cio cmo owner president chief""");
    private static final WordSet ARTICLES = WordSet.listed("der dem den die das la le el il lo l de het the a");

    private static final WordSet SCANDINAVIAN_WORK = WordSet.of("arbejder", "arbeider", "arbetar", "jobber", "jobbar");

    private static final WordSet ITALIAN_WORK = WordSet.of("sono", "lavoro", "lavoriamo", "impiegato", "impiegata");

    private static final WordSet MY_JOB = WordSet.listed("job work role position shift boss colleagues team");

    private static final WordSet SELF = WordSet.listed("i'm im am bin suis soy sono sou as here ben");
    private static final WordSet BE = WordSet.listed("i i'm im am we we're are");

    /** What one does for a company, right before "for" or "at". */
    private static final WordSet JOBS = WordSet.listed("""
            coordinate teach volunteer buy purchase source procure cook consult nurse intern train purchasing volunteering
            teaching coordinating procurement""");

    /** What one does, with something between: "I handle travel for …". */
    private static final WordSet CARES =
            WordSet.listed("handle look manage oversee run do organise organize coordinate lead");

    /** What others sent, sold or told: the company is theirs. */
    private static final WordSet THEIRS = WordSet.listed("""
            offer quote invoice bill email e-mail letter bought ordered purchased received got get item product products
            part parts price prices estimate courier delivery package goods rent rented hire message voucher advert ad
            refund switching moving switch away""");

    private static final WordSet ARE = WordSet.listed("bin sind soy somos sou suis sommes sono siamo");

    private Workplace() {}

    /** What somebody is in a company: "manager", "buyer". */
    static boolean isTitle(Words words, int word) {
        return TITLES.has(words, word);
    }

    static boolean isArticle(Words words, int word) {
        return ARTICLES.has(words, word);
    }

    /** "The", unless it has a capital and so may begin a name. */
    static int skipArticle(Words words, int start) {
        return ARTICLES.has(words, start) && !words.isCapitalised(start) ? start + 1 : start;
    }

    static boolean isTheirs(Words words, int before) {
        return THEIRS.has(words, before);
    }

    static @Nullable CompanyCue thereAfter(Words words, int i, String one, String other) {
        if (!words.is(i + 1, one) && !words.is(i + 1, other)) {
            return null;
        }
        int start = skipArticle(words, i + 2);
        return there(CompanyLabel.isForeignFirm(words, start) ? start + 1 : start);
    }

    /** "Jeg arbejder som salgschef hos Fjord", "jag jobbar hos Fjord". */
    static @Nullable CompanyCue hos(Words words, int i) {
        return SCANDINAVIAN_WORK.isBefore(words, i, NEAR) ? there(i + 1) : null;
    }

    /** "Sono Inês, agronoma presso il Fjord". */
    static @Nullable CompanyCue presso(Words words, int i) {
        return ITALIAN_WORK.isBefore(words, i, NEAR) ? there(skipArticle(words, i + 1)) : null;
    }

    static CompanyCue weAre(Words words, int start) {
        return new CompanyCue(words.is(start, "a") ? start : skipArticle(words, start), Kind.WE_ARE);
    }

    /** "Just joined Fjord as …". */
    static @Nullable CompanyCue joined(Words words, int i) {
        int end = CompanyRun.end(words, i + 1);
        boolean mine = words.is(i - 1, "just")
                || words.is(i - 1, "i")
                || words.is(i - 1, "i've")
                || words.is(i - 1, "recently");
        return mine && words.is(end, "as") ? new CompanyCue(i + 1, Kind.TITLE_AT) : null;
    }

    /** "I buy for Fjord", "I teach at Fjord School", "I look after IT for Fjord": {@code null} where it is no such thing. */
    static @Nullable CompanyCue jobAt(Words words, int at) {
        if (JOBS.has(words, at - 1)) {
            return isSelf(words, at - 1) ? new CompanyCue(skipThe(words, at + 1), Kind.TITLE_AT) : null;
        }
        for (int i = at - 1; i >= Math.max(0, at - NEAR) && !words.startsSentence(i + 1); i--) {
            boolean between = words.is(at, "for")
                    || words.is(at, "at") && i < at - 1; // "I do marketing at Fjord", not "I look at Fjord"
            if (CARES.has(words, i) && isSelf(words, i) && between) {
                return new CompanyCue(skipThe(words, at + 1), Kind.TITLE_AT);
            }
        }
        return null;
    }

    /** "Procurement at Fjord here", "Head of IT at Fjord here". */
    private static boolean isTitleHere(Words words, int at) {
        int end = CompanyRun.end(words, at + 1);
        return words.is(at, "at") && isTitle(words, at - 1) && words.is(end, "here") && at <= NEAR;
    }

    /** "My job at Fjord", "our analytics team at Fjord". */
    private static boolean isJob(Words words, int at) {
        int our = at - 2;
        while (our > at - MOST_OF_JOB && our > 0 && !CompanyLabel.isOurs(words, our) && !words.startsSentence(our)) {
            our--;
        }
        return MY_JOB.has(words, at - 1) && CompanyLabel.isOurs(words, our) && words.gap(at) == Words.BLANK;
    }

    /** "Head of Growth at Fjord (80 employees). …": a sentence begins with what the visitor is, and says no more. */
    private static boolean isRoleAlone(Words words, int at) {
        int role = at;
        while (role > 0 && role > at - NEAR && !words.startsSentence(role)) {
            role--;
        }
        int end = CompanyRun.end(words, at + 1);
        return words.is(at, "at")
                && words.startsSentence(role)
                && words.gap(role) != '\n' // which is a signature's
                && HEADS.has(words, role)
                && words.isCapitalised(role)
                && (end == words.count() || words.gap(end) != Words.BLANK);
    }

    /** "I look after IT for Fjord", "I'm the bookkeeper for Fjord": {@code null} where it is no such thing. */
    static @Nullable CompanyCue jobFor(Words words, int at) {
        CompanyCue job = jobAt(words, at);
        return job == null && isTitled(words, at) ? new CompanyCue(skipThe(words, at + 1), Kind.TITLE_AT) : job;
    }

    private static boolean isSelf(Words words, int verb) {
        return words.gap(verb) == Words.BLANK && (BE.has(words, verb - 1) || BE.has(words, verb - 2));
    }

    /** "The" without a capital is no part of a name. */
    static int skipThe(Words words, int start) {
        return words.is(start, "the") && !words.isCapitalised(start) ? start + 1 : start;
    }

    /** "I'm the facilities guy over at Fjord", "here at Fjord we …". */
    private static boolean isOverAt(Words words, int at) {
        if (!words.is(at, "at")) {
            return false;
        }
        if (words.is(at - 1, "here")) {
            return at <= NEAR;
        }
        for (int i = at - 1; words.is(at - 1, "over") && i >= Math.max(0, at - NEAR); i--) {
            if (BE.has(words, i)) {
                return true;
            }
        }
        return false;
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
            if (CompanyCue.isOther(words.folded(i))) {
                return false;
            }
        }
        return false;
    }

    /** "I represent Fjord", not "representing quality". */
    static @Nullable CompanyCue represents(Words words, int i) {
        int start = skipThe(words, i + 1);
        return start < words.count() && words.isCapitalised(start) ? there(start) : null;
    }

    static CompanyCue there(int start) {
        return new CompanyCue(start, Kind.WORKPLACE);
    }

    /** "I work at …", "am working for …", "we are employed by …", not "it works with …". */
    static @Nullable CompanyCue worksAt(Words words, int work) {
        String who = words.before(work);
        boolean visitor = switch (who) {
            case "i", "we", "i'm", "im", "am", "we're", "are", "currently", "also", "been", "now", "who" -> true;
            default -> words.startsSentence(work) || CompanyCue.isOther(who);
        };
        int over = words.is(work + 1, "over") ? 1 : 0;
        String where = words.foldedOrEmpty(work + 1 + over);
        if (where.equals("for") && words.is(work + 2, "is")) {
            return new CompanyCue(work + 3, Kind.OWN); // "the company I work for is …"
        }
        boolean there = where.equals("at") || where.equals("for") || where.equals("by");
        if (!visitor || !(there || where.equals("in") || where.equals("with"))) {
            return words.is(work, "working") && visitor ? new CompanyCue(work + 1, Kind.WORKPLACE_BARE) : null;
        }
        return there ? there(skipThe(words, work + 2 + over)) : new CompanyCue(work + 2, Kind.WORKPLACE_IN);
    }

    /** "I'm Tove from Fjord", "we're with Fjord", "calling from Fjord". */
    static @Nullable CompanyCue comesFrom(Words words, int from) {
        boolean parted = from > 0 && words.gap(from) == ',' && words.is(from + 1, "the"); // ", from the Fjord team"
        if (from == 0 || words.gap(from) != Words.BLANK && !parted) {
            return null;
        }
        if (isTitled(words, from)
                || isJob(words, from)
                || isTitleHere(words, from)
                || isRoleAlone(words, from)
                || words.is(from, "at") && (words.is(from - 1, "we") || words.is(from - 1, "us"))
                || isOverAt(words, from)) {
            return new CompanyCue(from + 1, Kind.TITLE_AT);
        }
        boolean article =
                ARTICLES.has(words, from + 1) && CompanyLabel.isForeignFirm(words, from + 2); // "von der Firma …"
        CompanyCue job = words.is(from, "at") || words.is(from, "with") ? jobAt(words, from) : null;
        if (job != null) {
            return job;
        }
        boolean weAre = ARE.has(words, from - 1);
        if (article && weAre && !words.is(from, "w")) {
            return new CompanyCue(from + 3, Kind.OWN); // "ich bin von der Firma …"
        }
        if (words.is(from, "da") && CompanyLabel.isForeignFirm(words, from + 1)) {
            return new CompanyCue(from + 2, weAre ? Kind.OWN : Kind.COMES_FROM); // "da empresa …"
        }
        Kind kind = words.is(from, "of") ? Kind.MEMBER_OF : Kind.COMES_FROM;
        return isTheirs(words, from - 1) || words.is(from + 1, "parte")
                ? null
                : new CompanyCue(article ? from + 3 : from + 1, kind);
    }
}
