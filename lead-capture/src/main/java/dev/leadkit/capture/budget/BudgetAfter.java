package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;

/** What the words after an amount, in its sentence, say of it. */
final class BudgetAfter {
    private static final int REACH = 4;
    private static final int COPULA_REACH = 6;
    private static final int DENIAL_REACH = 6;
    private static final BigDecimal LAST_HOUR = BigDecimal.valueOf(12);

    static final WordSet LIMITS = WordSet.of(BudgetNouns.WORDS, WordSet.listed("""
            max maximum tops limit ceiling cap range mark ballpark ausgeben máximo maximal maximaal massimo
            maxi uitgeven dépenser gastar spendere höchstens hoogstens maks bracket
            grenze obergrenze höchstgrenze plafond tope bovengrens"""));

    /** They make an amount with its size or currency a budget. */
    static final WordSet GRANTS = WordSet.listed("grant allowance stipend fund");

    private static final WordSet SPENDING =
            WordSet.listed("spend work play invest besteden mettre gastar spendere spendera bruge bruke");

    private static final WordSet GIVING =
            WordSet.listed("investieren ausgeben leisten zahlen bezahlen uitgeven anlegen besteden betalen");

    private static final WordSet FOR = WordSet.listed("for dafür für zum pour para per voor total altogether");

    /** What somebody has kept for it. */
    private static final WordSet ASIDE = WordSet.listed("""
            aside saved budgeted earmarked allocated eingeplant ringfenced veranschlagt verfügung vorgestellt gespart
            beiseite gedacht angesetzt kalkuliert opzij côté""");

    private static final WordSet READY = WordSet.listed("""
            available ready reserve reserves reserved left cash spare kitty pot jar tin disponibles disponible disponibili
            disponível beschikbaar beschikking verfügbar dispo""");

    /** They begin what makes it the most that one can pay. */
    static final WordSet COPULAS = WordSet.listed("is are would be it's that's ist est es è é wär wäre sind");

    private static final WordSet ENOUGH =
            WordSet.listed("enough realistic sufficient doable feasible reasonable okay ok");
    private static final WordSet ENOUGH_ABROAD = WordSet.listed("""
            alcanza alcance alcanzaría alcanzará alcanzara alcanzan basta bastan bastaría suficiente suficientes chega bastam suffisent suffit
            suffira suffirait suffisant reicht reichen reichts genügt genügen genug genoeg volstaat bastano sufficiente sufficienti wystarczy
            starczy stačí postačí хватит хватает хватило достаточно вистачить досить достатньо стига dovoljno ajunge ajung suficient elég
            elegendő riittää riittävät räcker rækker yeter yeterli cukup memadai đủ kafi kaafi काफी کافی يكفي تكفي كافي يكفيني מספיק מספיקים
            کافیه αρκούν αρκεί φτάνουν φτάνει""");

    /** They end a clause that tells what somebody has, in languages in which verbs do. */
    private static final WordSet HAVE = WordSet.listed("hai hain है हैं ہے ہیں var دارم داریم");

    private static final WordSet IDEAL = WordSet.listed("ideal perfect great best comfortable right");
    static final WordSet DENIALS = WordSet.listed("nicht niet pas can't cannot no ned net nid non ne não");
    private static final WordSet STAYING = WordSet.listed("bleiben liegen halten bleibt");
    static final WordSet SPEAKERS = WordSet.listed("i i've i'd i'm we we've we'd we're my our me us");

    /** They end in an s and name nothing that is counted. */
    static final WordSet UNCOUNTED = WordSet.listed("""
            thanks credits plus always yes unless perhaps sometimes this its as is was has pls plis tops euros dollars bucks
            pounds pesos reais dirhams besides regards cheers sollts solls darfs dürfts wirds wärs gehts kanns passts
            fürs aufs ums durchs übers""");

    private static final WordSet RATES = WordSet.listed("""
            per each ish pp pm pcm pw monthly weekly yearly annually nightly hourly daily apiece par al por im mensuels""");
    private static final WordSet HEADS = WordSet.listed("person head seat user plate guest night nacht");
    private static final WordSet PERIODS = WordSet.listed("""
            month mo week wk night day year yr hour hr head person seat user piece pop unit item page session visit class
            lesson room plate guest nacht monat stunde kopf woche jahr tag ticket""");

    /** What is no money to spend, though it is told like it. */
    private static final WordSet OTHERS = WordSet.listed("""
            off discount voucher vouchers gift coupon cashback refund refunded fee fees deposit bill charge charges invoice
            loan salary bonus surcharge late debt overdraft rebate savings payment mortgage fine credit balance penalty
            extra higher lower cheaper less more too reward prize worth""");

    /** "$2M in annual revenue". */
    private static final WordSet IN_OTHERS =
            WordSet.listed("debt savings sales revenue annual yearly monthly turnover");

    private static final WordSet DUE = WordSet.listed("""
            due overdue outstanding unpaid owing scaduta scaduto scaduti insoluta fällig überfällig impayée impayé impayés
            vencida vencido openstaand achterstallig""");

    private static final WordSet REMAINING = WordSet.listed(
            "still now remains remain risulta noch immer reste toujours sigue queda ainda ancora nog está");

    /** "2.300 bezahlt": the order of German or Dutch. */
    private static final WordSet PAID =
            WordSet.listed("bezahlt gezahlt überwiesen gekostet verlangt berechnet betaald kwijt");

    private static final WordSet PIECES = WordSet.listed("""
            piece pièce stück unité unidad unità cadauna cadauno unidade stuk copy onwards upwards""");

    private final Words words;
    private final Amount amount;
    private final LimitAfter limit;

    /** Behind the last word of the amount's sentence. */
    private final int end;

    BudgetAfter(Words words, Amount amount) {
        this.words = words;
        this.amount = amount;
        this.end = endOfSentence(words);
        this.limit = new LimitAfter(this, words, amount);
    }

    private static int endOfSentence(Words words) {
        int at = 0;
        while (at < words.count() && !isEnd(words.gap(at))) {
            at++;
        }
        return at;
    }

    private static boolean isEnd(char gap) {
        return Words.isSentenceEnd(gap) && gap != Words.START;
    }

    /** Whether a word is one of the amount's sentence. */
    boolean reaches(int word) {
        return word < end;
    }

    boolean is(int word, String expected) {
        return word < end && words.is(word, expected);
    }

    boolean has(WordSet some, int word) {
        return word < end && some.has(words, word);
    }

    /** "300 people", "10,000 bolts". */
    boolean isCounted() {
        if (end == 0 || amount.isMoney()) {
            return false;
        }
        if (isCompound() || is(0, "of") && (is(1, "them") || is(1, "these") || is(1, "those"))) {
            return true;
        }
        if (isThing(0) && !(is(0, "m") && !amount.isBare())) {
            return words.gap(0) == Words.START || words.gap(0) == '-' || isOtherGap(0);
        }
        if (is(0, "pm") && amount.isBare()) {
            return amount.value().compareTo(LAST_HOUR) <= 0;
        }
        String next = words.folded(0);
        return words.gap(0) == Words.START
                && next.length() > 3
                && next.endsWith("s")
                && !next.endsWith("ss")
                && !words.isPossessive(0)
                && !UNCOUNTED.contains(next)
                && !LIMITS.has(words, 0)
                && !CommonWords.isFunction(words, 0);
    }

    /** "A 6-month lease", not "600-ish", "600-max". */
    private boolean isCompound() {
        boolean joined = words.isBehind(0, '-') && words.start(0) == amount.end() + 1;
        return joined && amount.isBare() && !is(0, "ish") && !LIMITS.has(words, 0);
    }

    /** Whether what is counted or measured stands there. */
    boolean isThing(int word) {
        return word < end && CountedThings.at(words, word);
    }

    /** "2-bedroom", "500+ users": no comma, colon or bracket stands between. */
    private boolean isOtherGap(int word) {
        char gap = words.gap(word);
        return gap != ',' && gap != ':' && gap != '(' && gap != '/';
    }

    /** "$50 off", "$30 less than I thought". */
    boolean isOther() {
        int limit = lengthAt(LimitWords.BEHIND, 0);
        if (limit > 0 && has(OtherMoney.OTHERS, limit)) {
            return true; // "50 bin TL'ye kadar kredi"
        }
        if (end == 0 || words.gap(0) != Words.START) {
            return false;
        }
        boolean moreOrLess = (is(0, "more") || is(0, "less")) && is(1, "or");
        boolean budget = is(0, "credit") && amount.isBare(); // "2000 credit budget"
        return has(OTHERS, 0) && !moreOrLess && !budget
                || is(0, "as") && has(OTHERS, 1)
                || has(PAID, 0)
                || is(0, "in") && IN_OTHERS.has(words, 1);
    }

    /** "Overdue", "is still due", "risulta scaduta"; not "due to". */
    boolean isDue() {
        int at = 0;
        while (at < REACH && (has(COPULAS, at) || has(REMAINING, at))) {
            at++;
        }
        return has(DUE, at) && !is(at + 1, "to");
    }

    /** Whether a thing follows at once: "the $99 plan"; not "a $99 max", "the $99 range", "a $1,500 grant". */
    boolean namesItem() {
        if (end == 0 || words.gap(0) != Words.START || CommonWords.isFunction(words, 0)) {
            return false;
        }
        for (int i = 0; i < Math.min(REACH, end); i++) {
            if (LIMITS.has(words, i) || GRANTS.has(words, i) || RATES.has(words, i)) {
                return false;
            }
        }
        boolean rate = is(0, "pro") && has(PERIODS, 1); // "an 800 Euro pro Monat"
        return !rate && !has(SPEAKERS, 0) && !has(COPULAS, 0) && !has(READY, 0) && !has(ASIDE, 0);
    }

    /** "600 at most", "4 lakh max", "$1,000 is all I've got". */
    boolean isLimit() {
        return isToSpend() || limit.isLimit();
    }

    /** "75 to spend", "5030 credits I can spend". */
    boolean isToSpend() {
        boolean can = is(1, "can") || is(1, "could");
        if (has(SPEAKERS, 0) && can && has(SPENDING, 2)) {
            return true;
        }
        for (int i = 0; i < Math.min(REACH, end); i++) {
            boolean to = is(i, "to")
                    || is(i, "te")
                    || is(i, "à")
                    || is(i, "att")
                    || is(i, "at")
                    || is(i, "para")
                    || is(i, "da");
            if (to && has(SPENDING, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** How many words the longest of some phrases has that begins with a word; 0 if none does. */
    int lengthAt(Phrases some, int word) {
        return words.gap(0) == ',' ? 0 : some.lengthAt(words, word, end);
    }

    /** Whether one of some words stands among so many from a word on. */
    boolean hasNear(WordSet some, int from, int reach) {
        for (int i = from; i < Math.min(from + reach, end); i++) {
            if (some.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** The first of some words among so many, -1 if there is none. */
    int firstOf(WordSet some, int reach) {
        for (int i = 0; i < Math.min(reach, end); i++) {
            if (some.has(words, i)) {
                return i;
            }
        }
        return -1;
    }

    /** "Is 5k enough for a site?", "would 1500 cover it?", "what would $3,000 get me?", "$99 would be ideal". */
    private boolean isEnough() {
        int is = firstOf(COPULAS, REACH);
        int enough = is < 0 ? 0 : is(is + 1, "be") ? is + 2 : is + 1;
        boolean thing = has(ENOUGH, enough) && (is >= 0 || isQuestion());
        boolean ideal = has(IDEAL, enough) && is >= 0 && is(is, "would");
        boolean gets = (is(0, "get") || is(0, "buy")) && (is(1, "me") || is(1, "us"));
        boolean covers = is(0, "cover") && isQuestion();
        boolean abroad = firstOf(ENOUGH_ABROAD, REACH) >= 0 && !amount.isBare() && isQuestion();
        return thing || ideal || gets || covers || abroad;
    }

    /** Whether one of some words follows soon. */
    boolean has(WordSet some) {
        return firstOf(some, REACH) >= 0;
    }

    /** Whether one of some words follows, though a word or two later. */
    boolean hasSoon(WordSet some) {
        return firstOf(some, COPULA_REACH) >= 0;
    }

    /** "Das Stück", "la unidad", "and upwards". */
    boolean isOfPiece() {
        return firstOf(PIECES, 3) >= 0;
    }

    /** "Unter 600 bleiben". */
    boolean isToStay() {
        return firstOf(STAYING, 2) >= 0;
    }

    /** "More than 1200 we can't pay". */
    boolean isDenied() {
        return firstOf(DENIALS, DENIAL_REACH) >= 0;
    }

    /** "Put aside", "saved up", "budgeted for this", "in the kitty". */
    boolean isPlan(boolean having, boolean told) {
        for (int i = 0; i < Math.min(REACH, end); i++) {
            if (has(ASIDE, i) || having && has(READY, i)) {
                return true;
            }
        }
        return isEnough() || having && isWithMe() || is(0, "give") && is(1, "or") && is(2, "take") && !told;
    }

    /** "$20 a month", "/seat", "each". */
    boolean isRate() {
        boolean a = is(0, "a") || is(0, "an") || is(0, "the") || is(0, "pro");
        return has(RATES, 0) || has(PERIODS, a ? 1 : 0) && (a || words.gap(0) == '/' || words.gap(0) != Words.START);
    }

    /** Whether what was wished ends with its price. */
    boolean endsWish() {
        if (isQuestion()) {
            return false;
        }
        boolean roughly = is(0, "or") && is(1, "so");
        return roughly || end == 0 || words.gap(0) == ',' || words.gap(0) == ':' || isRate() || isMark(words.gap(0));
    }

    private static boolean isMark(char gap) {
        return gap != Words.START && gap != Words.BLANK;
    }

    boolean endsSentence() {
        return end == 0;
    }

    boolean endsAnswer() {
        if (is(0, "pls") || is(0, "please") || is(0, "thanks")) {
            return true;
        }
        return end == 0
                || isRate()
                || words.gap(0) != Words.START
                || isLimit()
                || is(0, "ish")
                || is(0, "or")
                || is(0, "if")
                || is(0, "but")
                || is(0, "i");
    }

    /** "130k on it": the miles of a car. */
    boolean isOfCar() {
        return is(0, "on") && (is(1, "it") || is(2, "clock") || is(2, "odometer"));
    }

    /** "25 per person", "40 a head". */
    boolean isRatePerHead() {
        int at = is(0, "per") || is(0, "a") || is(0, "pro") ? 1 : 0;
        return at > 0 && has(HEADS, 1) || is(0, "pp");
    }

    /** Whether a clause ends, or goes on to what the money is for. */
    boolean endsHaving() {
        return end == 0
                || isMark(words.gap(0))
                || isRate()
                || isLimit()
                || is(0, "to")
                || has(FOR, 0)
                || is(0, "but")
                || is(0, "so")
                || is(0, "all")
                || has(ASIDE, 0)
                || has(READY, 0)
                || has(HAVE, 0) && end == 1
                || isWithMe();
    }

    /** "2 lakhs with me". */
    private boolean isWithMe() {
        return is(0, "with") && (is(1, "me") || is(1, "us"));
    }

    /** Whether a verb for spending follows, as in German. */
    boolean endsInGiving() {
        return firstOf(GIVING, REACH) >= 0;
    }

    boolean isQuestion() {
        return words.gap(end) == '?';
    }

    /** "10k for tent and light, CHF of course", "all in, in euros": in the currency that the rest of the sentence tells, if one. */
    Amount inCurrency(Amount money) {
        for (int i = 0; i < end; i++) {
            String code = Currencies.code(words.folded(i));
            boolean told =
                    is(i - 1, "in") || is(i - 1, "en") || words.isUpper(i) && !Currencies.isWordToo(words.folded(i));
            if (code != null && told && !isNumber(i - 1) && !isNumber(i + 1)) {
                return money.in(code);
            }
        }
        return money;
    }

    boolean isNumber(int word) {
        return word >= 0
                && word < words.count()
                && Character.isDigit(words.folded(word).charAt(0));
    }

    /** "Bucks (aussie)", "$650,000 AUD": dollars in the currency of the country told after them. */
    Amount inCountry(Amount money) {
        if (money.currency() == null || !Currencies.isAmbiguous(money.currency())) {
            return money;
        }
        for (int i = 0; i < Math.min(3, end); i++) {
            String country = Currencies.ofCountry(words.folded(i));
            if (country != null) {
                return money.in(country);
            }
        }
        return money;
    }
}
