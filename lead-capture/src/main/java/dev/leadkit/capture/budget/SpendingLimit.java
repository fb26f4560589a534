package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether the words before an amount make it a limit.
 *
 * <p>"Up to", "no more than", "our cap is", "my limit with the trade-in is", "can't go past", "south of", "mehr wie … nicht",
 * "sous la barre des", "sotto i", "no pasar de los", "niet boven de". Not "the rent went up to", "my card limit is", "it was
 * under".
 */
final class SpendingLimit {
    private static final int REACH = 6;
    private static final int WILLING_REACH = 5;
    private static final int LONGEST_LABEL = 5;

    private static final WordSet LIMITS = WordSet.listed("""
            between under below max maxi maximum most than then to exceed exceeding within upto limit cap ceiling until over
            above beyond past more höchstens bis maximal maximaal hoogstens máximo massimo maksymalnie hasta até tot jusqu'à
            unter around about approximately near as als de di dan como superare superar dépasser überschreiten
            overschrijden fino do maks massima máxima maximale maximalen högst højst über wie wia que pasar passar
            hooguit sous sotto onder debajo abaixo au-dessus au-dessous boven oltre barre mucho sumo""");

    /** "My limit is", "a maximum of", "our top is". */
    private static final WordSet TOPS = WordSet.listed("""
            limit cap ceiling maximum max máximo range region top tops ballpark stretch number figure target grant allowance
            límite limite tope plafond obergrenze grenze limiet teto tetto neighborhood neighbourhood vicinity""");

    /** Whose limit is not that of what is spent. */
    private static final WordSet LIMITED = WordSet.listed("""
            card credit overdraft withdrawal api baggage luggage speed weight size data time character upload daily file age
            transfer""");

    private static final WordSet MORE = WordSet.listed(
            "higher more mehr teurer más mas mais plus più meer duurder hoger höher over above past beyond");

    private static final WordSet CAPPED =
            WordSet.listed("capped cap caps maxing maxed maxes topping tops limited limit");

    private static final WordSet PASSING = WordSet.listed("pasar passer passar pase vaya passe passi");

    /** Whoever asks of them asks for terms. */
    private static final WordSet EXCEEDING =
            WordSet.listed("exceed superare superar dépasser überschreiten overschrijden");

    /** They stand between a limit and its amount: "sous les 25 000", "por debajo de los 900", "niet boven de 60". */
    private static final WordSet ARTICLES = WordSet.listed("i gli les los las le de di des dei dos das");

    private static final WordSet ANY = WordSet.listed("anything something options");

    private static final WordSet COPULAS = WordSet.listed("is of be at would ist sind est c'est es son é è jest är");

    private static final WordSet BEING = WordSet.listed("is ist sind est es son é è");

    private static final WordSet LESS = WordSet.listed("less cheaper lower fewer weniger menos moins meno minder");

    /** What is worth so much is not bought for it. */
    private static final WordSet VALUES =
            WordSet.listed("value values loss losses damage damages worth insure insured sum");

    private static final WordSet TELLING = WordSet.listed("you they he she");

    private static final WordSet TOLD_OF = WordSet.listed("it's isn't was wasn't were weren't that's they're");

    private static final WordSet USED = WordSet.listed("used");

    private static final WordSet GOT = WordSet.listed("got");

    private static final WordSet SEEN = WordSet.listed("saw seen");

    private static final WordSet CONDITIONS =
            WordSet.listed("if long provided unless hope hoping sure only anything something");

    private static final WordSet HIGHEST =
            WordSet.listed("most best highest max maximum furthest máximo massimo meiste höchste");

    /** They tell of the speaker in languages that need no word for him. */
    private static final WordSet I_CAN = WordSet.listed("puedo podemos posso peux pouvons possiamo ich wir ik");

    private static final WordSet RISEN = WordSet.listed("went going goes gone rose rising");

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    SpendingLimit(AmountLead lead, Amount amount) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
    }

    boolean isLimit(BudgetAfter after) {
        if (lead.mark() == '<' || lead.mark() == '≤' || isLimitLabel()) {
            return true;
        }
        int last = words.count() - 1;
        return isLimitAt(last, after)
                || lead.head() < last && isLimitAt(lead.head(), after)
                || lead.has(ARTICLES, last) && isLimitAt(last - 1, after)
                || lead.has(ARTICLES, lead.head()) && isLimitAt(lead.head() - 1, after);
    }

    private boolean isLimitAt(int last, BudgetAfter after) {
        if (last < lead.from()) {
            return false;
        }
        boolean de = lead.is(last, "de") && lead.has(COPULAS, last - 1);
        if (lead.is(last, "of") && (lead.is(last - 1, "south") || lead.is(last - 1, "north"))) {
            return lead.is(last - 1, "south") || isDenied(last);
        }
        if (lead.has(COPULAS, last) || de) {
            int top = de || lead.is(last - 1, "would") || lead.is(last - 1, "will") ? last - 2 : last - 1;
            return lead.has(TOPS, top)
                            && !lead.has(LIMITED, top - 1)
                            && isMineOrMaximum(top)
                            && !(after.isQuestion() && !lead.has(AmountLead.MINE, top - 1))
                    || isMost(last)
                    || isMineFor(last)
                    || lead.is(last, "at") && lead.hasNear(CAPPED, last, 3);
        }
        if (lead.is(last, "bei")) {
            return lead.hasNear(TOPS, last, 3);
        }
        if (words.isPossessive(last)) {
            return isTopsPossessive(last);
        }
        return LIMITS.has(words, last) && !isToldOf(last) && isLimitWord(last, after);
    }

    /** Whether a word of {@link #LIMITS} is meant as one. */
    private boolean isLimitWord(int last, BudgetAfter after) {
        String previous = last > lead.from() ? words.folded(last - 1) : "";
        return switch (words.folded(last)) {
            case "to" -> previous.equals("up") && !isPermitted(last) || isChanged(last);
            case "most" -> previous.equals("at");
            case "between" -> amount.range() && !amount.isBare() && !lead.hasNear(AmountLead.TOLD, last, 3);
            case "as" ->
                lead.is(last - 2, "as")
                        && (previous.equals("high")
                                || previous.equals("much")
                                || previous.equals("far") && amount.isMoney());
            case "wie", "wia", "que" ->
                isMore(last - 1) || isMore(last - 2) || MORE.has(words, last - 1) && after.isDenied();
            case "boven", "oltre", "au-dessus" -> isDenied(last) || opensClause(last) && after.isDenied();
            case "than", "then" -> LESS.has(words, last - 1) || previous.equals("then") || isMore(last - 1);
            case "als", "de", "di", "dan" ->
                LESS.has(words, last - 1)
                        || isMore(last - 1)
                        || MORE.has(words, last - 1) && after.isDenied()
                        || previous.equals("lager")
                        || isMore(last - 2)
                        || PASSING.contains(previous) && isDenied(last);
            case "como" -> previous.equals("máximo");
            case "mucho" -> previous.equals("como");
            case "barre" -> lead.is(last - 2, "sous");
            case "do" ->
                amount.isMoney()
                        && !lead.has(AmountLead.WILLING, last - 1)
                        && !lead.has(AmountLead.MINE, last - 1)
                        && !lead.has(OtherMoneyWords.COSTING, last - 1);
            case "over",
                    "past",
                    "exceed",
                    "exceeding",
                    "above",
                    "beyond",
                    "superare",
                    "superar",
                    "pasar",
                    "passar",
                    "dépasser",
                    "überschreiten",
                    "overschrijden" -> isDenied(last) && !(after.isQuestion() && EXCEEDING.has(words, last));
            case "über" -> isDenied(last) || opensClause(last) && after.isDenied();
            case "more" -> previous.equals("no") || previous.equals("not");
            case "around", "about", "approximately", "near" -> isRoughly(last, after);
            case "unter" -> amount.isMoney() || after.isToStay();
            case "until" -> amount.isMoney();
            case "bis", "hasta", "até", "tot" -> !amount.isBare();
            default -> !lead.has(LIMITED, last - 1);
        };
    }

    /** "Around $300", "anything around 300", "if it's around 300"; not "it costs around $300". */
    private boolean isRoughly(int around, BudgetAfter after) {
        boolean told = lead.hasNear(AmountLead.TOLD, around, 3) || lead.hasNear(TELLING, around, 3);
        told |= lead.hasNear(VALUES, around, 2);
        boolean asked = lead.hasNear(ANY, around, 3);
        return lead.hasNear(CONDITIONS, around, 3) || !told && (asked || !amount.isBare() && !after.isOfCar());
    }

    /** "It was under", "used to be less than", "I saw it below"; not "if it's under". */
    private boolean isToldOf(int limit) {
        int be = LESS.has(words, limit - 1) && limit > lead.from() ? limit - 2 : limit - 1;
        boolean used = lead.is(be, "be") && lead.hasNear(USED, be, 2);
        boolean got = lead.is(be, "for") && lead.hasNear(GOT, be, 3);
        boolean told = got
                || lead.has(TOLD_OF, be)
                || lead.has(TOLD_OF, be - 1) && lead.is(be, "it")
                || lead.hasNear(SEEN, be + 1, 4);
        return (told || used) && !lead.hasNear(CONDITIONS, be, 5);
    }

    /** "My ceiling for a van is", "our limit with the trade-in is". */
    private boolean isMineFor(int is) {
        for (int i = is - 1; i > Math.max(lead.from(), is - REACH); i--) {
            if (LIMITED.has(words, i)) {
                return false;
            }
            if (TOPS.has(words, i) && lead.has(AmountLead.MINE, i - 1)) {
                return !lead.is(is, "of") && !lead.is(is, "at");
            }
        }
        return false;
    }

    /** "Our figure is", not "that number is". */
    private boolean isMineOrMaximum(int top) {
        boolean vague = lead.is(top, "number")
                || lead.is(top, "figure")
                || lead.is(top, "target")
                || lead.is(top, "top")
                || lead.is(top, "range");
        return lead.hasNear(AmountLead.MINE, top, 2)
                || !vague
                || lead.is(top - 1, "my")
                || lead.is(top - 1, "our")
                || lead.is(top - 1, "the") && lead.is(top + 1, "of")
                || lead.is(top - 1, "a");
    }

    /** Whether it is told as the most that one can pay. */
    boolean isMost() {
        return isMost(lead.head());
    }

    /** "The most I can pay is", "the highest we'd go is". */
    private boolean isMost(int is) {
        return lead.has(BEING, is)
                && (lead.hasNear(AmountLead.MINE, is, REACH) || lead.hasNear(I_CAN, is, REACH))
                && lead.hasNear(HIGHEST, is, REACH + 1)
                && !lead.hasNear(AmountLead.OTHERS_DOING, is, REACH);
    }

    /** "Limit per gift: 20 euros". */
    private boolean isLimitLabel() {
        int count = words.count();
        if (lead.head() < lead.from()
                || words.gap(count) != ':' && words.gap(lead.head() + 1) != ':'
                || count - lead.from() > LONGEST_LABEL) {
            return false;
        }
        for (int i = lead.from(); i <= lead.head(); i++) {
            if (TOPS.has(words, i) && !lead.has(LIMITED, i - 1) && isMineOrMaximum(i)) {
                return true;
            }
        }
        return false;
    }

    /** "My max's 300". */
    private boolean isTopsPossessive(int last) {
        String word = words.folded(last);
        return lead.has(AmountLead.MINE, last - 1) && TOPS.contains(word.substring(0, word.length() - 2));
    }

    /** "You let me upload up to", "the rent is going up to". */
    private boolean isPermitted(int to) {
        return lead.hasNear(AmountLead.OTHERS_DOING, to, 3)
                || lead.hasNear(RISEN, to, 2)
                || lead.is(to - 2, "go") && !lead.hasNear(AmountLead.WILLING, to - 2, WILLING_REACH);
    }

    /** "No more", "nothing over", "can't go over", "ne … pas dépasser". */
    private boolean isDenied(int word) {
        return lead.hasNear(AmountLead.NOT, word, 5);
    }

    /** "Oltre i 350 non ce la faccio", "drunter gern, über 400 geht nicht". */
    private boolean opensClause(int word) {
        return word == lead.from() || words.gap(word) == ',';
    }

    private boolean isMore(int more) {
        return MORE.has(words, more) && isDenied(more);
    }

    /** "Cut it to", "raised to". */
    private boolean isChanged(int to) {
        for (int i = to - 1; i >= Math.max(lead.from(), to - 2); i--) {
            switch (words.folded(i)) {
                case "cut", "lowered", "reduced", "raised", "increased", "bumped", "stretch" -> {
                    return true;
                }
                case "go" -> {
                    return amount.isMoney() || lead.hasNear(AmountLead.WILLING, i, WILLING_REACH);
                }
                default -> {}
            }
        }
        return false;
    }
}
