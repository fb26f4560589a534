package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether the words around an amount tell that it is more than can or shall be spent.
 *
 * <p>"$900 is too much", "900? That's steep", "90 euro zu viel", "$19,500 is still above our budget", "18k is more than we can afford", "liegt über unserem
 * Budget", "dépasse notre budget", "passt nicht in mein Budget", "can't afford
 * $24,000". Not "$900 is not over our budget", "anything over $900 is too much".
 */
final class TooMuch {
    private static final int REACH = 5;
    private static final int DEAR_REACH = 4;
    private static final int REACH_BEHIND = 6;

    /** Behind one of them too much is what goes beyond the amount. */
    private static final WordSet MORE_THAN = WordSet.listed("""
            over above than beyond past exceeding exceeds über als que di dan boven sopra acima oltre plus""");

    private static final WordSet TOO = WordSet.listed("zu de di te a");

    private static final WordSet MUCH = WordSet.listed("viel trop troppo veel más mais");

    private static final WordSet SEEMING = WordSet.listed("is seems sounds was");

    private static final WordSet DEAR =
            WordSet.listed("too lot much over expensive steep high crazy ridiculous insane");

    private static final WordSet BEYOND = WordSet.listed("""
            above over beyond outside past out exceeds exceed exceeding exceeded surpasses blows busts breaks über überm
            oberhalb übersteigt überschreitet sprengt au-dessus dépasse excède hors supera excede sobrepasa rebasa fuera
            encima sopra oltre eccede fuori acima ultrapassa fora boven overschrijdt buiten
            выше сверх превышает вне дороже більше вище перевищує поза над надвишава powyżej ponad przekracza poza nad přesahuje mimo iznad premašuje
            peste depășește felett meghaladja yli ylittää över överstiger utanför overstiger utenfor udenfor πάνω ξεπερνά ξεπερνάει υπερβαίνει εκτός
            atas melebihi luar vượt ngoài trên فوق يتجاوز خارج מעל חורג מחוץ بالاتر""");

    private static final WordSet INSIDE = WordSet.listed("""
            in within inside fit fits match matches work works for into im ins innerhalb dans entre en dentro entra cabe
            rientra nel no binnen past""");

    private static final WordSet MORE = WordSet.listed("""
            more higher bigger mehr höher plus más mayor più mais meer hoger больше более більше więcej víc više mai több enemmän mer mere περισσότερο lebih hơn
            اكثر أكثر יותר بیشتر""");

    private static final WordSet THAN = WordSet.listed(
            "than then als wie que de di dan do чем ніж niż než nego od mult mint kuin än enn end από dari من מ از");

    /** What somebody can spend, or his verbs for it. */
    private static final WordSet MEANS = WordSet.of(AmountLead.STRONG, WordSet.listed("""
            range limit limits reach means that pay planned expected wanted hoped anticipated thought zahlen prévu payer pagar
            pensaba pagare previsto betalen begroot preisrahmen bereik límite limite"""));

    /** They may stand before it. */
    private static final WordSet LINKS = WordSet.listed("""
            our my the a of what we i i'm we're wir ich nous noi wij ik can could want to us me have had price current maximum max total project
            approved original initial de des mein meine meinem meinen meiner unser unserem unserer unseren unserm dem der
            den das les notre mon ma nos le la nuestro nuestra mi el del nostro nostra mio il nosso nossa meu minha o do
            ons onze mijn het нашего нашому наш моего мого мой mój mojego nasz naszego náš můj našeho mého naš naše moj mog nostru
            vår vårt vårat min mitt mit vores το τον τα μας μου kami saya kita của từ""");

    private static final WordSet AFFORDING = WordSet.listed("afford have");

    /** They begin a sentence that speaks of the amount before it. */
    private static final WordSet THAT =
            WordSet.listed("that that's this it it's which das c'est cela ça eso esto è isso dat");

    private final AmountLead lead;

    /** Those behind the amount. */
    private final Words words;

    private final int endOfSentence;

    TooMuch(AmountLead lead, Words words) {
        this.lead = lead;
        this.words = words;
        int end = 0;
        while (end < words.count() && !(end > 0 ? words.startsSentence(end) : BudgetAfter.isEnd(words.gap(0)))) {
            end++;
        }
        this.endOfSentence = end;
    }

    boolean isTooMuch() {
        if (isUnaffordable() || is(TOO, 0) && is(MUCH, 1)) {
            return true;
        }
        return !lead.has(MORE_THAN, lead.head())
                && (isDear()
                        || isCalledDear()
                        || isBeyond(0, endOfSentence)
                        || THAT.has(words, endOfSentence) && isBeyond(endOfSentence, words.count()));
    }

    /** "We can't afford 24k"; not "we can't afford more than 24k". */
    private boolean isUnaffordable() {
        return lead.has(AFFORDING, lead.head()) && lead.hasNear(AmountLead.NOT, lead.head(), 1);
    }

    private boolean is(WordSet some, int word) {
        return word < endOfSentence && some.has(words, word);
    }

    /** "Is way too much", "seems steep". */
    private boolean isDear() {
        for (int i = 1; is(SEEMING, 0) && i < DEAR_REACH; i++) {
            if (is(DEAR, i) && !words.is(i + 1, "as")) {
                return true;
            }
        }
        return false;
    }

    /** "1,800? That's steep." */
    private boolean isCalledDear() {
        int at = endOfSentence;
        return at == 0 && words.gap(0) == '?' && THAT.has(words, 0) && DEAR.has(words, 1);
    }

    /** "Is still above our budget", "is more than we can afford", "doesn't fit our budget". */
    private boolean isBeyond(int from, int to) {
        boolean denied = false;
        for (int i = from; i < Math.min(to, from + REACH) && !isParted(i) && !words.startsWithDigit(i); i++) {
            boolean beyond = BEYOND.has(words, i) || MORE.has(words, i) && THAN.has(words, i + 1);
            if (beyond && leadsToMeans(i)) {
                return !denied;
            }
            if (denied && INSIDE.has(words, i) && leadsToMeans(i)) {
                return true;
            }
            denied |= AmountLead.NOT.has(words, i);
        }
        return false;
    }

    /** By a comma; not "$4,500, that's over our budget". */
    private boolean isParted(int word) {
        return words.gap(word) == ',' && !(word == 0 && THAT.has(words, 0));
    }

    /** Whether nothing but such as "our" stands between a word and what can be spent. */
    private boolean leadsToMeans(int word) {
        int at = THAN.has(words, word + 1) ? word + 2 : word + 1;
        int end = word + REACH_BEHIND;
        while (at < end && (LINKS.has(words, at) || INSIDE.has(words, at)) && !MEANS.has(words, at)) {
            at++;
        }
        return MEANS.has(words, at);
    }
}
