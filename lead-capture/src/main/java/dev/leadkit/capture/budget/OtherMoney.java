package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;

/** Whether the words before an amount make it something else than what can be spent: a price, a fee, an income, a number of something. */
final class OtherMoney {
    private static final int REACH = 6;
    private static final int OTHER_REACH = 5;
    private static final int SPONSOR_REACH = 4;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(31);

    /** What else an amount may be of. */
    static final WordSet OTHERS = WordSet.of(OtherMoneyWords.OTHERS, WordSet.listed("""
            refund refunded charged invoice bill billed fee fees owe owes owed balance salary earn earns earned earning
            income revenue turnover paid pays bought buying sold selling sell sells won quoted quotes estimates saw raised
            transfer transferred send sent sending withdraw withdrew deposit deposited coupon voucher discount coverage
            covers weighs weigh weight weighing holds followers wages profit debt orders purchases spent asking listed
            subscribers lost dispute disputed reimbursed reimburse claim cashback payout donated followed loan valued
            appraised says advertised advertises shows contribution rechnung facture factura
            fattura fatura factuur faktura"""));

    /** What a bare number behind them is the number of. */
    private static final WordSet NUMBERED = WordSet.listed("""
            order ref reference number no code id account ticket phone call tel mobile cell zip room flight model error po
            postcode suite unit extension ext line route bus train page version box invoice case booking reservation policy
            part sku item serial since year at""");

    /** A bare year behind them is no money. */
    private static final WordSet DATING = WordSet.listed("in for since by year early late from");

    private static final WordSet MONTHS =
            WordSet.listed("jan feb mar apr jun jul aug sep oct nov dec mai juin out set dez dic ene abr ago okt");

    private static final WordSet OURS = WordSet.listed("my our");

    private static final WordSet SPONSORS = WordSet.listed("grant scholarship stipend sponsor employer");

    private static final WordSet APPROVED = WordSet.listed("sanctioned approved granted pre-approved preapproved");

    private static final WordSet CALLING = WordSet.listed("""
            phone call tel mobile cell ring text whatsapp number reach reservation booking order reference ref
            address""");

    /** What was told with one of them when a budget was asked for is no answer. */
    private static final WordSet SPENT = WordSet.listed("""
            cost costs took paid charged done kostet kostete bezahlte zahlte coûte coûtait payé cuesta costaba pagó costa
            costava pagato kostte betaalde custa custou pagou""");

    /** They say nothing but that an amount is a limit, or is not sure. */
    private static final WordSet ANSWERING = WordSet.listed("""
            let's keep it with make call hmm hm um uh er erm ok okay yes yeah yep sure well oh i i'd we we'd say guess think
            can could do spend pay go not no more than under below less up to at most max maximum between from budget is my
            our it's its of unsure idea flexible ideally ideal probably possibly perhaps maybe around about like roughly
            approx somewhere something only just the a an in said and would be want hoping hope so thinking over ~ für
            höchstens maximal bis entre et y con""");

    private static final WordSet IS = WordSet.of("is", "are", "was", "costs");
    private static final WordSet YOURS = WordSet.of("your");

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    OtherMoney(AmountLead lead, Amount amount) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
    }

    /** "900 now not 700", "your plan is 900", "they quoted 900", "order 45021", "my card limit is 2000". */
    boolean isOther() {
        int last = words.count() - 1;
        if (lead.is(last, "not") || lead.has(IS, last) && lead.hasNear(YOURS, last, 3)) {
            return true;
        }
        if (amount.isBare() && (lead.has(NUMBERED, last) || isCalled(last))) {
            return true;
        }
        if (amount.isBare() && (isYear() && lead.has(DATING, last) || (isYear() || isDay()) && isMonth(last))) {
            return true;
        }
        for (int i = last; i >= Math.max(lead.from(), last - OTHER_REACH); i--) {
            if (AmountLead.STRONG.has(words, i) || lead.is(i, "but")) {
                return false;
            }
            if (OTHERS.has(words, i) && !isForThis(i)) {
                return true;
            }
            if (words.gap(i) == ',' && i <= lead.head()) {
                return false; // "with delivery, max $60"; not "looking to sell, around $400"
            }
        }
        return false;
    }

    /** "Dec 28". */
    private boolean isDay() {
        return amount.value().compareTo(LAST_DAY) <= 0;
    }

    /** "In 2024", "12 June 2026". */
    private boolean isYear() {
        int value = amount.value().precision() > 4 ? 0 : amount.value().intValue();
        return value > 1900 && value < 2050;
    }

    private boolean isMonth(int word) {
        return word >= lead.from() && words.count() > 0 && MONTHS.contains(first(words.folded(word)));
    }

    private static String first(String word) {
        return word.substring(0, Math.min(3, word.length()));
    }

    /** "My employer pays", "our grant from the city pays", "a loan sanctioned of". */
    private boolean isForThis(int other) {
        boolean employer = lead.hasNear(OURS, other, 2) || lead.hasNear(SPONSORS, other, SPONSOR_REACH);
        return lead.is(other, "pays") && employer || lead.is(other, "loan") && lead.has(APPROVED, other + 1);
    }

    /** Whether nothing but an answer's usual words stand before it in the whole message, as far as that is seen. */
    boolean isWholeAnswer() {
        for (int i = 0; i < words.count(); i++) {
            if (!ANSWERING.has(words, i)) {
                return false;
            }
        }
        return true;
    }

    /** "Call me on", "my order number is". */
    private boolean isCalled(int last) {
        boolean led = lead.is(last, "on")
                || lead.is(last, "is")
                || lead.is(last, "at")
                || lead.is(last, "me")
                || lead.is(last, "under");
        return led && lead.hasNear(CALLING, last, 3);
    }

    /** "The $99", "a $50": a thing may follow. */
    boolean mayBeOfItem() {
        return lead.has(AmountLead.DETERMINERS, words.count() - 1);
    }

    /** Whether a price, a debt or an income is told. */
    boolean isTold() {
        return lead.hasNear(AmountLead.TOLD, words.count(), REACH);
    }

    /** "The last one cost", "my brother paid": whoever was asked for his budget tells another amount. */
    boolean isSpent() {
        return lead.hasNear(SPENT, words.count(), REACH) && !lead.hasNear(AmountLead.WILLING, words.count(), REACH);
    }

    /** Whether nothing but an answer's usual words stand before. */
    boolean isAnswer() {
        for (int i = lead.from(); i < words.count(); i++) {
            if (!ANSWERING.has(words, i)) {
                return false;
            }
        }
        return true;
    }
}
