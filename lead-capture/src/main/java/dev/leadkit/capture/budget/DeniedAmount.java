package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether the words around an amount deny that it is what can be spent.
 *
 * <p>"My budget isn't 9000", "we are not able to spend 9000", "I won't pay 9000", "no puedo gastar 9000", "je ne peux pas mettre 9000",
 * "9000 is not our budget", "9000 ist nicht mein Budget", "9000 we can't pay", "9000 kann ich nicht ausgeben". Not "I can't spend more
 * than 9000", "I don't mind paying 9000", "isn't 9000 enough?", "more than 9000 we can't pay".
 */
final class DeniedAmount {
    /** The most words between a denial and the amount. */
    private static final int REACH = 8;

    private static final int REACH_BEHIND = 6;
    private static final int MOST_COPULAS = 3;
    private static final int MOST_LINKS = 3;

    private static final WordSet DENIALS = WordSet.listed("""
            not never nobody noone cannot cant dont doesnt didnt wont isnt wasnt wouldnt couldnt shouldnt without unable unwilling refuse refusing
            nicht kein keine keinen nie niemals ohne
            pas jamais sans no nunca sin non mai não sem niet geen nooit zonder
            ne inte aldrig ikke aldri не ni""");

    /** With one of them before it a denial asks or supposes. */
    private static final WordSet SUPPOSING =
            WordSet.listed("why if whether warum wenn falls pourquoi si perché se waarom als");

    private static final WordSet COPULAS = WordSet.listed("""
            is are was be being been it's that's es est c'est è é ist sind war wäre sein beträgt bedraagt är er jest je este""");

    private static final WordSet SPENDING = WordSet.listed("""
            pay paying spend spending afford invest put putting go going do doing have having got get offer offering give giving commit
            drop dropping manage stretch justify shell fork cough allocate raise find come
            zahlen bezahlen ausgeben investieren leisten haben aufbringen hinlegen payer dépenser mettre débourser investir
            pagar gastar invertir poner pagare spendere mettere investire permettermi permetterci permitirme permitirnos pôr
            betalen uitgeven besteden zapłacić wydać zaplatit utratit betala lägga betale bruke bruge
            потратить заплатить выделить витратити заплатити plătesc cheltui""");

    /** What else may stand between a denial and its amount, beside rough words and the words for what can be spent. */
    private static final WordSet BRIDGES = WordSet.listed("""
            to want wanna wish need able willing prepared ready planning looking supposed allowed possibly really even ever exactly actually
            quite definitely certainly at of with up out you here necessarily say said saying mean meant
            de di do da del von bei zu auf à a per um une un mich mir uns me nous nos mi ci""");

    /** What may stand between a denial behind the amount and what it denies. */
    private static final WordSet LINKS = WordSet.listed("""
            our my the a an what quite really exactly in within going to be mein meine unser unsere das der mon notre le la mi nuestro nuestra
            el il mio nostro o meu nosso mijn ons onze het de min vår mitt vårt vores""");

    /** What an amount is that can be spent. */
    private static final WordSet MEANS = WordSet.of(AmountLead.STRONG, WordSet.listed("""
            right correct possible doable option realistic affordable feasible happening work
            max maximum limit limits ceiling range richtig möglich drin correcto posible possibile possível goed mogelijk limite límite"""));

    /** What an amount is that cannot be. */
    private static final WordSet UNFIT = WordSet.listed("""
            impossible wrong incorrect unrealistic unaffordable unthinkable unmöglich falsch unrealistisch imposible incorrecto impossibile
            sbagliato impossível errado onmogelijk fout""");

    /** They begin another clause, which the denial is of. */
    private static final WordSet JOINS =
            WordSet.listed("and but so or und aber oder et mais y pero e ma mas en maar because");

    private static final WordSet MORE = WordSet.listed("""
            more than over above beyond exceed mehr über als plus dépasser más superar pasar di più oltre mais acima meer boven""");

    private static final WordSet DROPPING =
            WordSet.listed("forget scratch ignore disregard vergiss oublie olvida dimentica");

    private static final WordSet THAT = WordSet.listed("that that's this it it's which das c'est eso esto è isso dat");

    private final AmountLead lead;

    /** Those behind the amount. */
    private final Words words;

    DeniedAmount(AmountLead lead, Words words) {
        this.lead = lead;
        this.words = words;
    }

    boolean isDenied() {
        return isDeniedBefore() || isDeniedBehind() || isDropped() || isPast();
    }

    /** Whether a word for spending, or for what can be spent, stands near. */
    boolean isOfSpending() {
        if (lead.hasNear(SPENDING, lead.words().count(), REACH)
                || lead.hasNear(AmountLead.STRONG, lead.words().count(), REACH)) {
            return true;
        }
        for (int i = 0; i < Math.min(words.count(), REACH_BEHIND); i++) {
            if (SPENDING.has(words, i) || AmountLead.STRONG.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDenial(Words words, int word) {
        return DENIALS.has(words, word)
                || word >= 0 && word < words.count() && words.folded(word).endsWith("n't");
    }

    /** "Isn't", "won't be able to pay", with nothing between that could turn it round. */
    private boolean isDeniedBefore() {
        Words before = lead.words();
        int lowest = Math.max(lead.from(), lead.head() - REACH);
        for (int i = lead.head(); i >= lowest; i--) {
            if (before.gap(i + 1) == ',' || before.gap(i + 1) == ':') {
                return false;
            }
            if (isDenial(before, i)) {
                return isOf(i) && !isAbbreviation(i) && !lead.has(SUPPOSING, i - 1) && !opensQuestion(i);
            }
            boolean bridge = lead.has(AmountLead.NEARLY, i)
                    || COPULAS.has(before, i)
                    || SPENDING.has(before, i)
                    || BRIDGES.has(before, i)
                    || AmountLead.WILLING.has(before, i)
                    || AmountLead.STRONG.has(before, i);
            if (!bridge) {
                return BudgetAfter.SPEAKERS.has(before, i) && lead.is(i - 1, "way") && lead.is(i - 2, "no");
            }
        }
        return false;
    }

    /** "Account no is", "Grand Island, NE". */
    private boolean isAbbreviation(int denial) {
        Words before = lead.words();
        boolean number = before.is(denial, "no") && (denial == lead.head() || before.is(denial + 1, "is"));
        return number || before.length(denial) == 2 && before.isUpper(denial);
    }

    /** Whether a verb, or a word for what can be spent, stands beside it, or the amount: "not 5000". */
    private boolean isOf(int denial) {
        Words before = lead.words();
        if (denial == lead.head()) {
            return true;
        }
        for (int i = Math.max(lead.from(), denial - MOST_LINKS); i <= lead.head(); i++) {
            if (COPULAS.has(before, i)
                    || SPENDING.has(before, i)
                    || AmountLead.STRONG.has(before, i)
                    || AmountLead.WILLING.has(before, i)
                    || before.folded(i).endsWith("n't")) {
                return true;
            }
        }
        return false;
    }

    /** "Isn't 9000 enough?" */
    private boolean opensQuestion(int denial) {
        boolean first = denial == lead.from() || lead.words().gap(denial) == ',';
        return first && denial == lead.head() && lead.words().folded(denial).endsWith("n't");
    }

    private boolean isDeniedBehind() {
        if (lead.has(MORE, lead.head())) {
            return false;
        }
        int end = endOfSentence();
        return isDeniedFrom(0, end) || THAT.has(words, end) && isDeniedFrom(end + 1, words.count()) || isUnpaid(end);
    }

    /** "Forget the 9000". */
    private boolean isDropped() {
        return lead.has(DROPPING, lead.head()) && !isDenial(lead.words(), lead.head() - 1);
    }

    /** "My budget was 9000, now it's 5000". */
    private boolean isPast() {
        if (!lead.is(lead.head(), "was") || !lead.hasNear(AmountLead.STRONG, lead.head(), MOST_LINKS)) {
            return false;
        }
        for (int i = 0; i < MOST_LINKS; i++) {
            if (words.is(i, "now") || words.is(i, "but")) {
                return true;
            }
        }
        return false;
    }

    private int endOfSentence() {
        int end = 0;
        while (end < words.count() && !(end > 0 ? words.startsSentence(end) : isEnd(words.gap(0)))) {
            end++;
        }
        return end;
    }

    private static boolean isEnd(char gap) {
        return Words.isSentenceEnd(gap) && gap != Words.START;
    }

    /** "Is not our budget", "isn't what we can spend", "n'est pas mon budget", "is not possible". */
    private boolean isDeniedFrom(int from, int to) {
        boolean denied = false;
        boolean that = from == 0 && words.gap(0) == ',' && THAT.has(words, 0);
        int at = that && !COPULAS.has(words, 0) ? 1 : from;
        while (at < Math.min(to, from + MOST_COPULAS) && isCopula(at) && (words.gap(at) != ',' || that)) {
            denied |= isDenial(words, at) || words.folded(at).startsWith("n'");
            at++;
        }
        int means = at;
        while (means < Math.min(to, at + MOST_LINKS) && LINKS.has(words, means) && words.gap(means) != ',') {
            means++;
        }
        if (at > from && at < to && (UNFIT.has(words, at) || isOutOfTheQuestion(at))) {
            return !denied;
        }
        boolean said = means > at && words.is(means - 1, "what") && BudgetAfter.SPEAKERS.has(words, means);
        return denied && means < to && words.gap(means) != ',' && (said || MEANS.has(words, means));
    }

    private boolean isOutOfTheQuestion(int word) {
        return words.is(word, "out") && words.is(word + 1, "of") && words.is(word + 3, "question");
    }

    private boolean isCopula(int word) {
        return COPULAS.has(words, word)
                || isDenial(words, word)
                || AmountLead.WILLING.has(words, word)
                || words.folded(word).startsWith("n'");
    }

    /** "We can't pay", "kann ich nicht ausgeben". */
    private boolean isUnpaid(int end) {
        boolean speaks = false;
        boolean denied = false;
        for (int i = 0; i < Math.min(end, REACH_BEHIND); i++) {
            if (JOINS.has(words, i) || MORE.has(words, i) || words.gap(i) == ',' || words.startsWithDigit(i)) {
                return false;
            }
            if (speaks && denied && SPENDING.has(words, i)) {
                return !MORE.has(words, i + 1);
            }
            speaks |= BudgetAfter.SPEAKERS.has(words, i) || words.is(i, "ich") || words.is(i, "wir");
            denied |= isDenial(words, i);
        }
        return false;
    }
}
