package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether the words around an amount make it what the visitor pays now, owes or loses, or what something is insured for.
 *
 * <p>"I pay ye 55 euro a month", "I pay over $100 a month", "we spend 2k a month now with another agency", "ich zahle euch seit Jahren 39,90", "je vous règle
 * 34,99", "a clarinet, insured for £2,300", "we're losing $12K per day", "€ 1.230,00 risulta scaduta". Not "I'd pay
 * you 55 euro a month", "wir zahlen gern 500", "happy to spend 2k a month now".
 */
final class PaidAlready {
    private static final int REACH = 4;

    private static final WordSet PAYING = WordSet.listed("""
            pay pays paying zahle zahlen bezahle bezahlen überweise paie paye règle verse payons pago pagamos abono verso
            paghiamo betaal betalen""");

    /** The firm that is written to. */
    private static final WordSet YOU =
            WordSet.listed("you ye yous youse y'all euch ihnen dir vous te os les vi ti jullie u je vos lhes");

    private static final WordSet SELVES = WordSet.of("i", "we");

    private static final WordSet PERHAPS = WordSet.listed("""
            if can could would will i'd we'd i'll we'll might may want happy willing prepared ready able let's würde würden
            könnte könnten kann können wenn falls möchte möchten wollen si peux pourrais pouvons puedo podría podemos posso
            potrei possiamo to se kan kunnen zou als vou poderia""");

    /** What is paid with one of them goes to somebody else, or is paid these days. */
    private static final WordSet NOW = WordSet.listed("""
            now usually normally typically currently presently moment today's already another derzeit aktuell momentan zurzeit bisher bereits
            actuellement déjà ahora actualmente adesso attualmente momenteel nu atualmente""");

    private static final WordSet SPENDING =
            WordSet.listed("spend spending dépense dépensons gasto gastamos spendiamo spendo");

    private static final WordSet INSURED = WordSet.listed("""
            insured valued appraised declared versichert assuré assurée assurés asegurado asegurada assicurato assicurata
            segurado verzekerd getaxeerd""");

    private static final WordSet LOSING = WordSet.listed("""
            losing lose loses bleeding verlieren verliert perdons perd perdemos perdiendo pierde perdendo perdiamo
            verliezen verliest""");

    private static final WordSet DUE = WordSet.listed("""
            due overdue outstanding unpaid owing scaduta scaduto scaduti insoluta fällig überfällig impayée impayé impayés
            vencida vencido openstaand achterstallig""");

    private static final WordSet REMAINING = WordSet.listed(
            "still now remains remain risulta noch immer reste toujours sigue queda ainda ancora nog está");

    private final AmountLead lead;
    private final Words words;

    PaidAlready(AmountLead lead) {
        this.lead = lead;
        this.words = lead.words();
    }

    boolean isPaid(BudgetAfter after) {
        return lead.hasNear(INSURED, words.count(), REACH)
                || lead.hasNear(LOSING, words.count(), REACH)
                || isDue(after)
                || isPaidNow(after);
    }

    /** "Overdue", "is still due", "risulta scaduta"; not "due to". */
    private static boolean isDue(BudgetAfter after) {
        int at = 0;
        while (at < REACH && (after.has(BudgetAfter.COPULAS, at) || after.has(REMAINING, at))) {
            at++;
        }
        return after.has(DUE, at) && !after.is(at + 1, "to");
    }

    private boolean isPaidNow(BudgetAfter after) {
        for (int i = words.count() - 1; i >= Math.max(lead.from(), words.count() - REACH); i--) {
            boolean paying = PAYING.has(words, i);
            boolean you = YOU.has(words, i + 1) || lead.has(YOU, i - 1) && !lead.is(i - 1, "you");
            boolean now = after.hasSoon(NOW) || lead.hasNear(NOW, words.count(), REACH);
            boolean rate = lead.has(SELVES, i - 1) && after.isRate() && !after.isLimit();
            if (paying && (you || rate) || (paying || SPENDING.has(words, i)) && now) {
                return !lead.hasNear(PERHAPS, i, REACH);
            }
        }
        return false;
    }
}
