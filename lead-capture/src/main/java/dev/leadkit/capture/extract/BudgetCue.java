package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the words around an amount say of it: that it is a budget, a limit, or something else. An amount with neither a currency nor
 * three digits is never money.
 */
final class BudgetCue {
    private static final int BEHIND = 60;
    private static final int AHEAD = 30;
    private static final int REACH = 6;
    private static final int REACH_AFTER = 4;

    /** A limit without a currency must be at least so high to be money. */
    private static final BigDecimal LEAST_BARE = BigDecimal.valueOf(100);

    private static final WordSet STRONG = WordSet.listed("""
            budget budgets spend spending afford budgeted invest funds presupuesto budżet budżetu orçamento begroting
            kostenrahmen preisrahmen preisvorstellung бюджет gastar spendere dépenser dépense besteden""");

    /** Of a budget unless it is only told what something costs. */
    private static final WordSet PRICES = WordSet.listed("price rent pay preis prix precio prezzo preço prijs cena");

    private static final WordSet LIMITS = WordSet.listed("""
            under below max maxi maximum most than then to exceed exceeding within upto limit cap ceiling until over above
            beyond höchstens bis maximal maximaal hoogstens máximo massimo maksymalnie hasta até tot jusqu'à unter around about
            approximately near and cheaper as als de di dan como superare superar dépasser überschreiten overschrijden fino""");

    /** "My limit is", "a maximum of", "our top is". */
    private static final WordSet TOPS = WordSet.listed("limit cap ceiling maximum max máximo range region top");

    private static final WordSet BETWEEN = WordSet.listed("between zwischen entre tra");
    private static final WordSet MORE = WordSet.listed("more mehr más mas mais plus più meer over above past beyond");
    private static final WordSet LESS = WordSet.listed("less cheaper lower fewer weniger menos moins meno minder");
    private static final WordSet NOT = WordSet.listed("""
            not no nothing never don't dont can't cant cannot won't wouldn't shouldn't couldn't didn't doesn't without nor
            nicht nichts kein ne pas non no não nie niet ni""");

    /** They come between a limit and its amount. */
    private static final WordSet NEARLY = WordSet.listed("""
            about around approximately approx roughly the a an circa ca etwa rund ungefähr unos unas environ ongeveer
            maybe say like only just los il i zu su cca""");

    private static final WordSet LIMITS_AFTER = WordSet.listed("""
            max maximum tops budget limit ceiling cap range mark ballpark ausgeben máximo maximal maximaal massimo maxi""");

    private static final WordSet SPENDING = WordSet.listed("spend work play invest besteden mettre gastar spendere");

    /** What is told of a price, a debt or an income. */
    private static final WordSet TOLD = WordSet.listed("""
            cost costs costing paid pays charged charge charges worth quoted owe owed refund refunded was were earn earns
            make makes salary balance fee fees bill invoice sold is are it's""");

    private static final WordSet UNITS = WordSet.listed("""
            people persons person guests days day weeks week months hours hour minutes minute years year km miles mile
            bedrooms bedroom rooms room floor floors sqft sqm square sq am pm percent items pieces pcs pc units users seats
            employees kg lbs gb mb tb m2 qm th st nd rd o'clock tickets nights stars star adults kids children apartments
            feet ft meters metres m inches inch cm mm mph times pax ppl heads staff stück personen personas personnes
            persone pessoas personer gäste leute mitarbeiter""");

    /** They end in an s and name nothing that is counted. */
    private static final WordSet UNCOUNTED = WordSet.listed("""
            thanks credits plus always yes unless perhaps sometimes this its as is was has pls plis tops euros dollars
            bucks pounds pesos reais dirhams besides regards cheers""");

    private final Turn turn;
    private final boolean asked;

    /** @param asked whether the message answers a question for the budget */
    BudgetCue(Turn turn, boolean asked) {
        this.turn = turn;
        this.asked = asked;
    }

    /** The code of what makes an amount the budget, null if it is not. */
    @Nullable
    String because(Amount amount) {
        String text = turn.text();
        if (!amount.isMoneyLike(text)) {
            return null;
        }
        Words after = turn.words().within(amount.end(), Math.min(text.length(), amount.end() + AHEAD));
        if (isCounted(after, amount)) {
            return null;
        }
        boolean money = amount.currency() != null || amount.value().compareTo(LEAST_BARE) >= 0;
        if (asked && (money || after.count() == 0)) {
            return "answer-to-budget-question";
        }
        Words before = turn.words()
                .within(wholeWordFrom(text, Math.max(0, amount.start() - BEHIND), amount.start()), amount.start());
        if (!money || isNegated(before)) {
            return null;
        }
        if (isBudget(before)) {
            return "budget";
        }
        if (isLimit(before, amount, after) || isLimitAfter(after)) {
            return "limit";
        }
        return isRange(before, amount) ? "range" : null;
    }

    /** "300 people", "10,000 bolts". */
    private static boolean isCounted(Words after, Amount amount) {
        if (after.count() == 0
                || after.gap(0) == '\n'
                || Words.isSentenceEnd(after.gap(0)) && after.gap(0) != Words.START) {
            return false;
        }
        if (UNITS.has(after, 0) && amount.currency() == null) {
            return true;
        }
        String next = after.folded(0);
        return amount.currency() == null
                && after.gap(0) == Words.START
                && next.length() > 3
                && next.endsWith("s")
                && !next.endsWith("ss")
                && !after.isPossessive(0)
                && !UNCOUNTED.contains(next)
                && !CommonWords.isFunction(after, 0);
    }

    /** "900 now not 700". */
    private static boolean isNegated(Words before) {
        int last = before.count() - 1;
        return before.is(last, "not") && before.gap(last) != '\n';
    }

    private static boolean isBudget(Words before) {
        int last = before.count() - 1;
        for (int i = last; i >= Math.max(0, last - REACH); i--) {
            if (STRONG.has(before, i)) {
                return true;
            }
            if (PRICES.has(before, i) && !isTold(before, i)) {
                return true;
            }
            if (i > 0 && Words.isSentenceEnd(before.gap(i)) && !isAbbreviated(before, i - 1)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAbbreviated(Words words, int word) {
        return words.is(word, "max") || words.is(word, "ca") || words.is(word, "approx");
    }

    /** "The price is …", "we pay … now", "the price list for …"; not "the price should be …". */
    private static boolean isTold(Words before, int price) {
        String next = before.foldedOrEmpty(price + 1);
        boolean told = next.equals("is") || next.equals("was") || next.equals("list") || next.equals("lists");
        boolean now = before.is(price, "pay")
                && (before.is(price - 1, "i") || before.is(price - 1, "we") || before.is(price - 1, "already"));
        return told || now && price == before.count() - 1;
    }

    private static boolean isLimit(Words before, Amount amount, Words after) {
        int last = before.count() - 1;
        boolean nearly = false;
        while (last >= 0 && NEARLY.has(before, last) && !Words.isSentenceEnd(before.gap(last + 1))) {
            nearly |= !before.is(last, "the") && !before.is(last, "a");
            last--;
        }
        boolean exact = last == before.count() - 1;
        if (!exact && isLimitAt(before, before.count() - 1, amount, after)) {
            return true;
        }
        return last >= 0
                && !endsSentence(before, last + 1)
                && (isLimitAt(before, last, amount, after) || isAtHand(before, last, amount, nearly));
    }

    private static boolean endsSentence(Words before, int gap) {
        char mark = before.gap(gap);
        return Words.isSentenceEnd(mark) && mark != Words.START && !(mark == '.' && isAbbreviated(before, gap - 1));
    }

    private static boolean isLimitAt(Words before, int last, Amount amount, Words after) {
        boolean copula =
                before.is(last, "is") || before.is(last, "of") || before.is(last, "be") || before.is(last, "at");
        if (copula) {
            return TOPS.has(before, last - 1);
        }
        if (!LIMITS.has(before, last)) {
            return false;
        }
        String previous = last > 0 ? before.folded(last - 1) : "";
        return switch (before.folded(last)) {
            case "to" -> previous.equals("up") || isChanged(before, last);
            case "most" -> previous.equals("at");
            case "as" -> (previous.equals("high") || previous.equals("much")) && before.is(last - 2, "as");
            case "than", "then" -> LESS.has(before, last - 1) || previous.equals("then") || isMore(before, last - 1);
            case "als", "de", "di", "dan" ->
                LESS.has(before, last - 1) || isMore(before, last - 1) || previous.equals("lager");
            case "como" -> false;
            case "over",
                    "exceed",
                    "exceeding",
                    "above",
                    "beyond",
                    "superare",
                    "superar",
                    "dépasser",
                    "überschreiten",
                    "overschrijden" -> isDenied(before, last);
            case "and" -> amount.currency() != null && hasBetween(before, last);
            case "around", "about", "approximately", "near" -> isMoney(amount, after) && !isToldBefore(before, last);
            case "until", "bis", "hasta", "até", "tot", "unter" -> amount.currency() != null;
            default -> true;
        };
    }

    /** "Credits" are money too, though of no country. */
    private static boolean isMoney(Amount amount, Words after) {
        return amount.currency() != null || after.is(0, "credits") || after.is(0, "credit");
    }

    /** "No more", "nothing over", "can't go over", "ne … pas dépasser". */
    private static boolean isDenied(Words before, int word) {
        return hasNearBefore(NOT, before, word, 4);
    }

    private static boolean isToldBefore(Words before, int word) {
        return hasNearBefore(TOLD, before, word, 3);
    }

    /** Whether one of some words stands in the same sentence among so many before a word. */
    private static boolean hasNearBefore(WordSet some, Words before, int word, int reach) {
        for (int i = word - 1; i >= Math.max(0, word - reach) && !Words.isSentenceEnd(before.gap(i + 1)); i--) {
            if (some.has(before, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMore(Words before, int more) {
        return MORE.has(before, more) && isDenied(before, more);
    }

    /** "Cut it to", "raised to". */
    private static boolean isChanged(Words before, int to) {
        for (int i = to - 1; i >= Math.max(0, to - 2); i--) {
            switch (before.folded(i)) {
                case "cut", "lowered", "reduced", "raised", "increased", "bumped", "stretch", "go" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** "I only have …", "I can do …", "we've got around …". */
    private static boolean isAtHand(Words before, int last, Amount amount, boolean nearly) {
        boolean have = before.is(last, "have") || before.is(last, "got");
        boolean only = before.is(last - 1, "only") || before.is(last - 2, "only");
        boolean aside = before.is(last, "aside");
        boolean can = before.is(last, "do") && before.is(last - 1, "can");
        return have && (only || nearly && amount.currency() != null) || aside || can && amount.currency() != null;
    }

    private static boolean isLimitAfter(Words after) {
        for (int i = 0; i < Math.min(REACH_AFTER, after.count()); i++) {
            char gap = after.gap(i);
            if (Words.isSentenceEnd(gap) && gap != Words.START) {
                break;
            }
            boolean atMost = after.is(i, "at") && (after.is(i + 1, "most") || after.is(i + 1, "max"))
                    || after.is(i, "or")
                            && (after.is(i + 1, "less") || after.is(i + 1, "under") || after.is(i + 1, "below"));
            boolean toSpend = (after.is(i, "to") || after.is(i, "te") || after.is(i, "à") || after.is(i, "para"))
                    && SPENDING.has(after, i + 1);
            boolean noMore = after.is(i, "no") && after.is(i + 1, "more");
            if (LIMITS_AFTER.has(after, i) || atMost || toSpend || noMore) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBetween(Words before, int last) {
        for (int i = Math.max(0, last - 4); i < last; i++) {
            if (BETWEEN.has(before, i)) {
                return true;
            }
        }
        return false;
    }

    /** "$700-$900 a month": whoever asks for something names a range; of a price that is told nobody does. */
    private boolean isRange(Words before, Amount amount) {
        if (amount.currency() == null || isToldBefore(before, before.count())) {
            return false;
        }
        String text = turn.text();
        int next = turn.nextDigit(amount.end());
        if (next < 0 || next - amount.end() > 5) {
            return false;
        }
        Amount high = Amount.at(text, next);
        return Amount.isRangeLink(text, amount.end(), high.start())
                && high.isMoneyLike(text)
                && high.value().compareTo(amount.value()) > 0;
    }

    private static int wholeWordFrom(String text, int from, int to) {
        int at = from;
        while (at > 0 && at < to && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }
}
