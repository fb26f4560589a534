package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Whether what is wished ends in an amount: "I need a logo, around $400", "a boat for $700-$900". */
final class PricedWish {

    static final WordSet WANTING = WordSet.of(WishWords.WANTING, WordSet.listed("""
            need needs needing want wants wanted wanting looking searching seeking after hunting wish like love suche suchen
            brauche brauchen something nothing busco buscamos buscando cherche cherchons recherche recherchons cerco
            cerchiamo procuro procuramos zoek zoeken gezocht gesucht szukam acheter kaufen comprar comprare kopen quiero queremos quero vorrei"""));

    /** In German or Dutch they follow the amount. */
    private static final WordSet BUYING = WordSet.listed("""
            buy buying purchase rent renting kaufen erwerben mieten kopen huren acheter louer comprar alquilar rentar alugar
            comprare affittare
            купить снять купити винайняти kupić wynająć koupit pronajmout kúpiť kupiti kupit cumpăr cumpăra închiriez köpa hyra kjøpe leie købe leje
            ostaa vuokrata venni bérelni αγοράσω νοικιάσω almak satın kiralamak beli membeli sewa mua thuê kharidna شراء اشتري أشتري לקנות לשכור
            خرید بخرم""");

    private static final WordSet FOR = WordSet.listed("for at für zu pour à por a per voor за za pentru för ב seharga");
    private static final int LONGEST_THING = 8;
    private static final int LONGEST_WISH = 5;
    private static final WordSet WISHING = WordSet.of("want", "need");
    private static final WordSet ONES = WordSet.listed("a an some two three new");

    private static final WordSet RISEN = WordSet.listed("""
            went rose gone go going jumped risen climbed increased raised up gestiegen passé passée passe augmenté
            augmentée subido subió sube pasó salita salito passata passou subiu gestegen""");

    private static final WordSet RETURNING = WordSet.listed("""
            return receipt check cheque exchange cancel replace insure borrow loan sell report vendre vender vendere verkaufen verkopen
            préstamo prestito empréstimo lening kredit darlehen""");

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    PricedWish(AmountLead lead, Amount amount) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
    }

    /** "I need a logo, around $400". */
    boolean isWish(BudgetAfter after) {
        if (amount.isBare() && !after.isRatePerHead()) {
            return false;
        }
        return words.count() > lead.from() && isMark(words.gap(lead.head() + 1)) && isWanted();
    }

    /** "I want to buy a house for 3 million dollars", "I need a room for $100 a night", "busco alquilar algo en el centro 300 mil". */
    boolean isPurchase(BudgetAfter after) {
        if (amount.isBare() || after.isQuestion()) {
            return false;
        }
        boolean buying = lead.hasNear(BUYING, lead.head(), LONGEST_THING);
        boolean priced = lead.has(FOR, lead.head()) && (buying || after.isRate() || isOneThing() && after.endsWish());
        boolean looking = buying || lead.hasNear(WishWords.LOOKING, lead.head(), LONGEST_THING);
        return (priced || looking && after.endsSentence()) && isWanted();
    }

    /** "I want a boat for", "we need two vans for". */
    private boolean isOneThing() {
        for (int i = lead.head() - 2; i >= Math.max(lead.from(), lead.head() - LONGEST_WISH); i--) {
            if (WISHING.has(words, i)) {
                return ONES.has(words, i + 1);
            }
        }
        return false;
    }

    /** "Je cherche une maison pour environ 280 000 euros", "ich möchte ein Auto für rund 15.000 Euro kaufen". */
    boolean isRoughWish(BudgetAfter after) {
        boolean price = amount.isMoney()
                || !amount.isBare() && !new OtherAfter(after, amount).namesItem(); // not "about 20k followers"
        return price && lead.isNearly() && (isWanted() || after.has(BUYING)) && !after.isQuestion();
    }

    private boolean isWanted() {
        boolean ever = false;
        for (int i = lead.head(); i >= lead.from(); i--) {
            if (WANTING.has(words, i)) {
                ever = true;
                continue;
            }
            if (OtherMoney.OTHERS.has(words, i)
                    || AmountLead.TOLD.has(words, i)
                    || AmountLead.NOT.has(words, i)
                    || RETURNING.has(words, i)) {
                return false;
            }
        }
        return ever && !lead.has(OtherMoneyWords.SELLING);
    }

    private static boolean isMark(char gap) {
        return gap == ',' || gap == ':' || gap == '-' || gap == '(' || gap == '–';
    }

    /** "$700-$900 a month": whoever asks for something names a range; of a price that is told nobody does. */
    boolean isRange() {
        return amount.range()
                && amount.currency() != null
                && !lead.hasNear(AmountLead.TOLD, words.count(), 3)
                && !lead.hasNear(RISEN, words.count(), 3);
    }
}
