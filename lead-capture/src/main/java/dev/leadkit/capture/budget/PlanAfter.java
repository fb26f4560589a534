package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;

/** Whether the words after an amount make it what the visitor has for something, or means to spend: "put aside", "is it enough?". */
final class PlanAfter {
    private static final int REACH = 4;

    /** They lead on to what the money is for, or away from it. */
    private static final WordSet LEADING_ON =
            WordSet.listed("for dafür für zum pour para per voor total altogether to but so all");

    /** What somebody has kept for it. */
    private static final WordSet ASIDE = WordSet.listed("""
            aside saved budgeted earmarked allocated eingeplant ringfenced veranschlagt verfügung vorgestellt gespart
            beiseite gedacht angesetzt kalkuliert opzij côté""");

    private static final WordSet READY = WordSet.listed("""
            available ready reserve reserves reserved left cash spare kitty pot jar tin disponibles disponible disponibili
            disponível beschikbaar beschikking verfügbar dispo""");

    static final WordSet KEPT = WordSet.of(ASIDE, READY);

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

    private final BudgetAfter after;
    private final Amount amount;

    PlanAfter(BudgetAfter after, Amount amount) {
        this.after = after;
        this.amount = amount;
    }

    /** "Put aside", "saved up", "budgeted for this", "in the kitty". */
    boolean isPlan(boolean having, boolean told) {
        return after.has(ASIDE)
                || having && (after.has(READY) || isWithMe())
                || isEnough()
                || after.is(0, "give") && after.is(1, "or") && after.is(2, "take") && !told;
    }

    /** "Is 5k enough for a site?", "would 1500 cover it?", "what would $3,000 get me?", "$99 would be ideal". */
    private boolean isEnough() {
        int is = after.firstOf(BudgetAfter.COPULAS, REACH);
        int enough = is < 0 ? 0 : after.is(is + 1, "be") ? is + 2 : is + 1;
        boolean thing = after.has(ENOUGH, enough) && (is >= 0 || after.isQuestion());
        boolean ideal = after.has(IDEAL, enough) && is >= 0 && after.is(is, "would");
        boolean gets = (after.is(0, "get") || after.is(0, "buy")) && (after.is(1, "me") || after.is(1, "us"));
        boolean covers = after.is(0, "cover") && after.isQuestion();
        boolean abroad = after.firstOf(ENOUGH_ABROAD, REACH) >= 0 && !amount.isBare() && after.isQuestion();
        return thing || ideal || gets || covers || abroad;
    }

    /** Whether a clause ends, or goes on to what the money is for. */
    boolean endsHaving() {
        return after.endsSentence()
                || after.isBehindMark()
                || after.isRate()
                || after.isLimit()
                || after.has(LEADING_ON, 0)
                || after.has(KEPT, 0)
                || after.has(HAVE, 0) && after.end() == 1
                || isWithMe();
    }

    /** "2 lakhs with me". */
    private boolean isWithMe() {
        return after.is(0, "with") && (after.is(1, "me") || after.is(1, "us"));
    }
}
