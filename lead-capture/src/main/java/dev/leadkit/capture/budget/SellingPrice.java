package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether the words around an amount make it the price at which the writer sells something himself.
 *
 * <p>"Branded diaries from KES 850 each", "we can offer it at a price of $2.55", "our rates start at 45 USD", "price 1.18 usd kg FOB", "Paletten ab 7,80 Euro das Stück". Not
 * "a bike from 300 to 500 euros", "our price range is 300", "price 300 max".
 */
final class SellingPrice {
    private static final int REACH = 4;

    private static final int OFFER_REACH = 14;
    private static final int PIECE_REACH = 3;

    private static final WordSet OFFER_LINKS = WordSet.of("for", "at", "of");
    private static final WordSet OFFERING = WordSet.of("we", "can", "could");

    /** They lead to the lowest of a seller's prices. */
    private static final WordSet FROM = WordSet.listed("from ab dès desde da vanaf starting");

    /** The same in two words, of which the first are these. */
    private static final WordSet STARTING =
            WordSet.listed("start starts starting begin begins beginnen partir partire");

    private static final WordSet PRICES = WordSet.listed("""
            price prices rate rates stundensätze preise preis tarifs tarif prix precios precio prezzi prezzo prijzen prijs
            preços preço""");

    /** Who looks for something speaks of prices with one of them. */
    private static final WordSet SOUGHT =
            WordSet.listed("range bracket band limit target budget max maximum under below most than to");

    private static final WordSet LINKS = WordSet.listed("at from bei de da");

    /** On whose cost goods are shipped, or how few are sold: who asks for a price with one of them seldom names it. */
    private static final WordSet TERMS = WordSet.listed("fob cif exw cnf cfr ddp dap moq ex-works");

    /** "Das Stück", "la unidad", "and upwards". */
    private static final WordSet PIECES = WordSet.listed("""
            piece pièce stück unité unidad unità cadauna cadauno unidade stuk copy onwards upwards""");

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    SellingPrice(AmountLead lead, Amount amount) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
    }

    boolean isSelling(BudgetAfter after) {
        return isFrom(after)
                || isOffered()
                || !amount.isBare() && after.has(TERMS) && !lead.hasNear(SOUGHT, words.count(), REACH);
    }

    /** "We can offer it for $5 each", not "we can offer $5". */
    private boolean isOffered() {
        int last = words.count() - 1;
        for (int i = last - 2; i >= Math.max(lead.from(), last - OFFER_REACH) && lead.has(OFFER_LINKS, last); i--) {
            if (lead.is(i, "offer") && lead.has(OFFERING, i - 1)) {
                return !amount.isBare();
            }
        }
        return false;
    }

    /** "From KES 850 each", "our rates start at 45 USD". */
    private boolean isFrom(BudgetAfter after) {
        int last = words.count() - 1;
        boolean from = lead.has(FROM, last) || lead.has(LINKS, last) && lead.hasNear(STARTING, last, 2);
        boolean priced = lead.hasNear(PRICES, last, REACH) && !lead.hasNear(SOUGHT, last, REACH);
        return from
                && !amount.isBare()
                && !amount.range()
                && (after.isRate() || after.firstOf(PIECES, PIECE_REACH) >= 0 || priced);
    }
}
