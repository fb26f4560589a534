package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Whether the words before an amount make it what the visitor has for something, means to spend, or offers. */
final class SpendingPlan {
    private static final int REACH = 6;
    private static final int WILLING_REACH = 5;

    /** They lead from a verb to its amount. */
    private static final WordSet LINKS = WordSet.listed("""
            go going at for of on up to with out in region neighborhood neighbourhood vicinity area ballpark order between
            à aan en até hasta tot bis jusqu'à fino aos ao mit from together aside max spending stay staying keep keeping it be being total us stick under off""");

    /** Verbs that tell of a plan without help. */
    private static final WordSet THINKING = WordSet.listed("""
            let's lets fine ok okay prévu previsto geplant thinking thought hoping hope looking aiming aim shooting
            targeting expecting expect planning plan reckon figured figuring mind gedacht vorgestellt approved authorised
            authorized preapproved pre-approved sanctioned signed working pencilled penciled trying intend intending
            comfortable envisaged envisaging planen plane kalkulieren kalkuliere dachte dachten pensais pensions pensaba
            pensábamos pensavo pensavamo pensava dacht""");

    /** With a word for what one can or will before them they tell what one pays. */
    private static final WordSet GIVING = WordSet.listed("""
            paying pay do go manage swing offer stretch commit part fork shell cough stump scrape muster justify splash drop
            give zahlen bezahlen pagar payer mettre betalen pagare investieren investir put throw run bring
            arrivare arriver monter llegar chegar""");

    /** In German or Dutch they follow the amount. */
    private static final WordSet GIVING_BEHIND =
            WordSet.listed("investieren ausgeben leisten zahlen bezahlen uitgeven anlegen besteden betalen");

    /** They tell what somebody has. */
    private static final WordSet HAVING = WordSet.listed("""
            disposizione disposition have got i've we've has haben hätten habe hätte tengo tenemos avons ai j'ai abbiamo ho
            tenho temos mam mamy hebben heb var there's saved budgeted ringfenced reserved""");

    /** The same in phrases of other languages. */
    private static final Phrases HAVING_ABROAD = Phrases.of("""
            у меня,у меня есть,у меня только,у нас,у нас есть,у мене,у мене є,имам,имаме,имамо,imam,imamo,mám,máme,mam tylko,avem,έχω,έχουμε
            minulla on,meillä on,jag har,vi har,jeg har,bende,elimde,saya punya,kami punya,punya,em có,mình có,tôi có,anh có,chị có
            mere paas,mere pas,hamare paas,मेरे पास,हमारे पास,میرے پاس,আমার কাছে,عندي,عندنا,معي,معايا,معاي,יש לי,יש לנו""");

    /** With one of them a plan needs no currency. */
    private static final WordSet SURE =
            WordSet.listed("fine ok okay happy comfortable working trying keep keeping stay staying stick");

    private static final WordSet GIVEN =
            WordSet.listed("gave given giving gives allows allowed allotted granted awarded");

    /** Before "de", "con" or "über" they tell what somebody has. */
    private static final WordSet DISPOSING =
            WordSet.listed("dispose disposons dispongo disponemos cuento contamos disponho dispomos verfüge verfügen");

    private static final WordSet CASH = WordSet.listed("cash");

    private static final WordSet BUYING = WordSet.listed("buyer buyers buying hand");

    private static final WordSet IDEALLY =
            WordSet.listed("ideal ideally preferably hopefully idealerweise idéalement idealmente");

    /** What somebody should have, or what is on a card, is not for spending here. */
    private static final WordSet NOT_AT_HAND = WordSet.listed("should must card account");

    private static final WordSet ONLY = WordSet.listed("only all");

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    SpendingPlan(AmountLead lead, Amount amount) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
    }

    /** "We were thinking", "I can do", "we've got around", "the board approved". */
    boolean isPlan(BudgetAfter after) {
        return isVerbAfter(after)
                || isAtHand(after)
                || isEndowed(after)
                || isIdeal(after)
                || isThought(after)
                || isGiven(after);
    }

    /** Whether the visitor tells what he has. */
    boolean isHaving() {
        return lead.hasNear(HAVING, words.count(), REACH) && !lead.hasNear(NOT_AT_HAND, words.count(), REACH);
    }

    /** "I only have …", "we have about … for it", "I've saved …". */
    private boolean isAtHand(BudgetAfter after) {
        if (lead.is(lead.head(), "aside")) {
            return true;
        }
        boolean only = lead.hasNear(ONLY, words.count(), 4);
        int at = lead.is(lead.head(), "to") && lead.is(lead.head() - 1, "up")
                ? lead.head() - 2
                : lead.is(lead.head(), "up") ? lead.head() - 1 : lead.head();
        boolean have = lead.lengthBefore(HAVING_ABROAD, at + 1) > 0
                || lead.has(HAVING, at) && !lead.is(at - 1, "to")
                || lead.is(at, "is") && lead.is(at - 1, "have");
        boolean told = lead.isNearly() || !amount.isBare();
        boolean mine = !lead.hasNear(AmountLead.OTHERS_DOING, at + 1, 3) && !lead.hasNear(NOT_AT_HAND, at, 3);
        return have
                && mine
                && (only || (told || lead.is(at, "saved") || lead.is(at, "budgeted")) && after.endsHaving());
    }

    /** "My parents gave us", "je dispose de", "cash buyer with". */
    private boolean isEndowed(BudgetAfter after) {
        boolean us = lead.is(lead.head(), "me") || lead.is(lead.head(), "us");
        boolean given = us
                && lead.hasNear(GIVEN, lead.head(), 1)
                && !lead.hasNear(AmountLead.OTHERS_DOING, lead.head(), 3)
                && after.endsHaving();
        boolean with = lead.is(lead.head(), "de") || lead.is(lead.head(), "con") || lead.is(lead.head(), "über");
        boolean disposes = with && lead.has(DISPOSING, lead.head() - 1)
                || lead.is(lead.head() + 1, "d'environ") && lead.has(DISPOSING, lead.head());
        boolean cash =
                lead.hasNear(CASH, words.count(), 4) && after.endsHaving() && lead.hasNear(BUYING, words.count(), 4);
        return given && !amount.isBare() || disposes || cash;
    }

    /** "Ideally $2,000", "preferably 900 a month". */
    private boolean isIdeal(BudgetAfter after) {
        return lead.hasNear(IDEALLY, lead.head() + 1, 3) && (!amount.isBare() || after.isRate());
    }

    /** "We were thinking around", "hoping to stay under", "looking at maybe". */
    private boolean isThought(BudgetAfter after) {
        int at = lead.head();
        int least = Math.max(lead.from(), lead.head() - REACH);
        while (at >= least && (LINKS.has(words, at) || AmountLead.NEARLY.has(words, at)) && !THINKING.has(words, at)) {
            at--;
        }
        boolean rate = after.isRate() || after.isLimit();
        boolean sure = lead.hasNear(SURE, words.count(), REACH);
        return lead.has(THINKING, at)
                && at >= least
                && (!amount.isBare() || rate || (lead.isNearly() || sure) && after.endsHaving() && !isYear())
                && !(lead.is(at, "signed") && words.is(at + 1, "up"))
                && !(lead.is(at, "fine") && words.is(at + 1, "of"))
                && !(lead.is(at, "plan") && !words.is(at + 1, "to") && !words.is(at + 1, "on"))
                && !lead.hasNear(AmountLead.OTHERS_DOING, at, 2)
                && !lead.isOfItem();
    }

    private boolean isYear() {
        int value = amount.value().intValue();
        return value > 1900 && value < 2100;
    }

    /** "I could swing", "willing to pay", "we can do". */
    private boolean isGiven(BudgetAfter after) {
        int at = lead.head();
        int least = Math.max(lead.from(), lead.head() - REACH);
        while (at >= least && !GIVING.has(words, at) && (LINKS.has(words, at) || AmountLead.NEARLY.has(words, at))) {
            at--;
        }
        if (at < least || !lead.has(GIVING, at) || lead.isOfItem()) {
            return false;
        }
        boolean sure = !amount.isBare() || after.isRate() || after.isLimit() || after.endsHaving();
        boolean inverted = lead.has(AmountLead.MINE, at - 1)
                && (lead.is(at - 2, "can") || lead.is(at - 2, "could") || lead.is(at - 2, "do"));
        return sure
                && !inverted
                && lead.hasNear(AmountLead.WILLING, at, WILLING_REACH)
                && !lead.hasNear(AmountLead.OTHERS_DOING, at, 3)
                && !after.isQuestion();
    }

    /** "We want to invest 200" in the order of German or Dutch, "I can't afford 650" likewise. */
    private boolean isVerbAfter(BudgetAfter after) {
        return after.has(GIVING_BEHIND) && lead.hasNear(AmountLead.WILLING, words.count(), REACH);
    }
}
