package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether the words around an amount tell that somebody has approved it for this, or gives it.
 *
 * <p>"HR has given us 10k", "HR hat 10k gesprochen", "released: $9,000", "der Gemeinderat hat 9.400 € bewilligt", "le comité nous a
 * accordé 3 500 €", "l'assemblea ha stanziato 4.800 euro", "approved spend is USD 7,500". Not "has the bank given you 10k?", "the office
 * gave us 50 back", "wir haben mit 300 gesprochen", "you approved a refund of $200".
 */
final class Funding {
    private static final int FUNDER_REACH = 7;
    private static final int HAVING_REACH = 7;

    /** Who gives money for something. */
    private static final WordSet FUNDERS = WordSet.listed("""
            board boss management finance accounting accounts procurement legal hr marketing council committee company firm
            department dept
            trustees foundation donor client club director directors ceo cfo employer bank lender city town state church
            university uni school treasurer owner owners leadership office association partners fund grant society pta
            vorstand chef chefin geschäftsleitung geschäftsführung gemeinderat stadtrat gemeinde verein versammlung
            verwaltung kanton stadt stiftung firma schule amt direction mairie conseil comité patron employeur banque
            commune région département ville bureau jefe jefa dirección junta ayuntamiento banco asociación empresa
            consejo gerencia consiglio capo direzione comune banca assemblea azienda proprietà ente directie baas bestuur
            gemeente penningmeester vereniging bedrijf diretoria chefe direção prefeitura câmara conselho associação""");

    /** What funders do with money, though others do it too. */
    private static final WordSet GRANTING = WordSet.listed("""
            allows allowed allotted granted awarded pledged set sets voted okayed ok'd cleared spricht sprach vote voté
            concedió""");

    /** What funders do to somebody. */
    private static final WordSet GIVING = WordSet.listed("""
            gave given giving gives allows gibt gab gegeben gönnt donne donné da dio dado concede soltó dà dato geeft gaf
            gegeven dá deu""");

    private static final WordSet US = WordSet.listed("us me uns mir nous nos ci mi ons mij");

    private static final WordSet APPROVED = WordSet.listed("""
            approved approve approves released releases authorised authorized sanctioned allocated greenlit bewilligt
            bewilligte genehmigt genehmigte freigegeben gesprochen zugesagt zugesprochen accordé accordée alloué allouée
            débloqué attribué octroyé concedido aprobado aprobó aprobaron asignado asignó stanziato stanziati stanzia
            deliberato approvato concesso vrijgemaakt goedgekeurd toegekend liberou liberado liberaram aprovou aprovado
            aprovaram concedeu""");

    /** What is approved by the one who asks for it is no budget. */
    private static final WordSet DEBTS = WordSet.listed("""
            refund refunds claim claims payout compensation reimbursement payment transaction charge discount overdraft
            fine fined ticket penalty multa amende boete strafe erstattung rückerstattung remboursement reembolso rimborso
            terugbetaling""");

    /** With one of them before an amount its verb follows it. */
    private static final WordSet HAVING = WordSet.listed("""
            has have had hat haben hatte hätte sind ist wurden wurde bekommen habe heeft hebben is are was were""");

    /** They stand between a verb and its amount. */
    private static final WordSet BETWEEN = WordSet.listed("""
            us me of for up to is are was were at off spend amount sind ist wurden uns mir nous nos ons mij ci noi di de
            spesa somma somme importe hasta bis tot até um uma una un montant dépense bedrag""");

    /** What follows an amount that is given for something else. */
    private static final WordSet BACK = WordSet.listed("""
            back zurück retour indietro terug off credit refund days vuelta volta notice points fine bonus multa amende
            comisión commission commissione""");

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    Funding(AmountLead lead, Amount amount) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
    }

    boolean isFunding(BudgetAfter after) {
        if (after.isQuestion() || after.has(BACK) || lead.hasNear(DEBTS, words.count(), FUNDER_REACH)) {
            return false;
        }
        int at = verb();
        boolean toUs = lead.hasNear(US, words.count(), words.count() - at + 2);
        boolean given = (lead.has(GRANTING, at) || lead.has(GIVING, at) && toUs) && isByFunder(at);
        boolean approved = lead.has(APPROVED, at) && !isByThem(at);
        return (given || approved) && (!amount.isBare() || after.endsHaving()) || isApprovedAfter(after);
    }

    /** The verb that leads to the amount; any other word, or none, if there is no such verb. */
    private int verb() {
        int at = lead.head();
        while (at >= lead.from()
                && (BETWEEN.has(words, at) || AmountLead.NEARLY.has(words, at))
                && !GIVING.has(words, at)
                && !GRANTING.has(words, at)
                && !APPROVED.has(words, at)) {
            at--;
        }
        return at;
    }

    private boolean isByFunder(int verb) {
        return lead.hasNear(FUNDERS, verb, FUNDER_REACH) && !isByThem(verb);
    }

    /** "You gave us", "you have approved". */
    private boolean isByThem(int verb) {
        return lead.hasNear(AmountLead.OTHERS_DOING, verb, 3) || lead.hasNear(AmountLead.NOT, verb, 3);
    }

    /** "Hat 10k gesprochen", in the order of German or Dutch; not "habe mit 300 gesprochen". */
    private boolean isApprovedAfter(BudgetAfter after) {
        boolean with = lead.is(lead.head(), "mit") || lead.is(lead.head(), "met");
        return !with && after.has(APPROVED) && lead.hasNear(HAVING, words.count(), HAVING_REACH);
    }
}
