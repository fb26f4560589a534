package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;

/**
 * Whether the words before an amount ask for something at that price, or offer it.
 *
 * <p>"What can I get for 2k?", "can you do it for 350?", "could you squeeze it into $1,500?", "can u fix the screen for $90", "kan het
 * voor 90 euro?", "would you take 200", "den Tisch nehme ich für 250", "I'd offer $310,000", "offro 1.350", "how about 80 euros".
 * Not "can you send the invoice for $90", "can you replace the one for $90", "how about the $99 plan".
 */
final class Bargain {
    private static final int LONGEST_REQUEST = 9;
    private static final int BARGAIN_REACH = 5;
    private static final int LONGEST_TASK = 11;

    private static final WordSet OFFERS = WordSet.listed("offer bid");

    /** Offers told in one word with whose they are. */
    private static final WordSet OWN_OFFERS =
            WordSet.listed("offro offriamo ofrezco ofrecemos ofereço oferecemos j'offre");

    private static final WordSet MAY = WordSet.listed("can could");

    private static final WordSet ANYONE = WordSet.listed("who anyone anybody someone somebody");

    private static final WordSet GETTING = WordSet.listed("get have do buy got find");

    private static final WordSet ASKING_WHAT = WordSet.listed("what what's anything something");

    private static final WordSet DOING = WordSet.listed("do make squeeze manage fit get keep");

    private static final WordSet TASKS = WordSet.listed("""
            do make build fix repair paint clean print install deliver design cater tune cut sew fit move supply organise
            organize mow wash draw write edit translate plan bake cook carve shoot film replace""");

    private static final WordSet WHO =
            WordSet.listed("you u ye ya yous anyone anybody someone somebody who who'd that that'd one");

    private static final WordSet WOULD = WordSet.listed("could can would will");

    /** "The one for $90". */
    private static final WordSet ONES = WordSet.listed("one ones that those these this");

    private static final WordSet DEALS = WordSet.listed("""
            kan gaat lukt geht macht machen faites feriez passe fa fate fareste fare hace hacen haría deja dejan faz fazem
            doen""");

    private static final WordSet DEAL_LINKS = WordSet.listed("voor für pour por per à a en om mit met");

    private static final WordSet IT = WordSet.listed("it het das es ça cela lo la le");

    /** What whoever buys says of himself. */
    private static final WordSet TAKEN =
            WordSet.listed("nehm nehme nehmen neem nemen prendo prendiamo prends tomo levo levamos");

    private static final WordSet CLOSING = WordSet.listed("do take accept consider");

    /** From here on a number without a sign may be a time. */
    private static final BigDecimal LEAST_TIME = BigDecimal.valueOf(1000);

    private static final WordSet TAKING = WordSet.listed("take accept consider");

    /** By which somebody leaves it to whoever listens to take an amount for what he thinks of. */
    private static final WordSet SAYING = WordSet.listed("""
            póngale póngame ponle ponga pongamos digamos échale échele calcúlale calcule mettons disons diciamo facciamo скажем допустим
            powiedzmy řekněme zicem mondjuk""");

    /** "In", right behind an amount for which something may be had. */
    private static final WordSet WITHIN = WordSet.listed("mein me में میں mai");

    private static final WordSet TO_BE_HAD = WordSet.listed(
            "mil milega milegi milenge milta milti aayega aajayega banega hoga मिल मिलेगा मिलेगी مل ملے ملتا");

    private static final Phrases IS_IT_DONE = Phrases.of("""
            olur mu,e olur mu,a olur mu,ye olur mu,ya olur mu,yapar mısınız,e yapar mısınız,ye yapar mısınız,olmaz mı,e olmaz mı,ye olmaz mı
            được không,dc không,được ko,ok không,bisa,bisa ga,bisa gak,bisa nggak,boleh,пойдет,подойдет,устроит,сделаете,возможно ли""");

    private static final BigDecimal LEAST = BigDecimal.valueOf(100);

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    Bargain(AmountLead lead, Amount amount) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
    }

    boolean isBargain(BudgetAfter after) {
        return isFor(after)
                || isSaid(after)
                || isOffer(after)
                || isDone(after)
                || isTask()
                || isTaken(after)
                || isAsked(after)
                || isHad(after);
    }

    /** "What can we get for", "can you make it work with", "can you work within". */
    private boolean isFor(BudgetAfter after) {
        boolean may = lead.hasNear(MAY, words.count(), LONGEST_REQUEST)
                && lead.hasNear(AmountLead.MINE, lead.head(), LONGEST_REQUEST);
        boolean asks = lead.hasNear(ASKING_WHAT, lead.head(), LONGEST_REQUEST)
                || may && !amount.isBare() && after.isQuestion();
        boolean get = lead.is(lead.head(), "for")
                && lead.hasNear(GETTING, lead.head(), LONGEST_REQUEST)
                && asks
                && lead.hasNear(AmountLead.MINE, lead.head(), LONGEST_REQUEST);
        boolean anyone = lead.is(lead.head(), "for")
                && lead.hasNear(ANYONE, lead.head(), LONGEST_REQUEST)
                && !amount.isBare()
                && after.isQuestion();
        boolean work = (lead.is(lead.head(), "with") || lead.is(lead.head(), "within"))
                && lead.is(lead.head() - 1, "work")
                && after.endsHaving();
        return get && after.endsHaving() || work || anyone;
    }

    /** "Call it 2 grand", "how about 80 euros", "I'll give you 650 for it". */
    private boolean isSaid(BudgetAfter after) {
        int at = lead.head();
        boolean asked = (lead.is(at, "how") || lead.is(at, "what"))
                && words.is(at + 1, "about")
                && !amount.isBare()
                && !lead.isOfItem();
        boolean called = lead.is(at, "it") && (lead.is(at - 1, "call") || lead.is(at - 1, "make")) && !amount.isBare();
        boolean told = lead.has(SAYING, at) && !amount.isBare() && after.endsHaving();
        boolean given = lead.is(at, "you") && lead.is(at - 1, "give") && lead.has(AmountLead.MINE, at - 2);
        return asked || called || told || given && after.endsHaving();
    }

    /** "My offer is", "I'd offer"; not "we offer 500 quality links". */
    private boolean isOffer(BudgetAfter after) {
        if (amount.isBare() && !after.endsHaving()) {
            return false;
        }
        int at = lead.is(lead.head(), "is") || lead.is(lead.head(), "of") ? lead.head() - 1 : lead.head();
        return lead.has(OFFERS, at) && lead.has(AmountLead.MINE, at - 1) || lead.has(OWN_OFFERS, lead.head());
    }

    /** "Could you do 250", "would you take $200 for it"; not "can you do 1430". */
    private boolean isAsked(BudgetAfter after) {
        boolean told = !amount.isBare() || amount.value().compareTo(LEAST_TIME) < 0;
        return told
                && lead.has(CLOSING, lead.head())
                && lead.is(lead.head() - 1, "you")
                && lead.has(WOULD, lead.head() - 2)
                && after.endsHaving();
    }

    /** "Can you do it for 350?", "could you do the lot at $640?", "can you squeeze it into $1,500?", "kan het voor 90 euro?" */
    private boolean isDone(BudgetAfter after) {
        boolean into = lead.is(lead.head(), "for")
                || lead.is(lead.head(), "into")
                || lead.is(lead.head(), "within")
                || lead.is(lead.head(), "at");
        boolean done = into && isDoneByYou();
        boolean taken = lead.has(TAKING, lead.head()) && lead.is(lead.head() - 1, "you");
        boolean deal = !amount.isBare()
                && lead.has(DEAL_LINKS, words.count() - 1)
                && (lead.has(DEALS, words.count() - 2)
                        || lead.has(DEALS, words.count() - 3) && lead.has(IT, words.count() - 2));
        return (done || taken || deal) && after.isQuestion();
    }

    /** "You do the lot", with what leads to the amount behind it. */
    private boolean isDoneByYou() {
        for (int i = lead.head() - 1; i > Math.max(lead.from(), lead.head() - BARGAIN_REACH); i--) {
            if (DOING.has(words, i) && lead.is(i - 1, "you")) {
                return true;
            }
        }
        return false;
    }

    /** "Das Sofa nehm ich für 350", "voor 150 neem ik hem". */
    private boolean isTaken(BudgetAfter after) {
        return lead.has(DEAL_LINKS, lead.head())
                && (lead.hasNear(TAKEN, lead.head(), 4) || after.has(TAKEN))
                && !lead.hasNear(AmountLead.NOT, words.count(), BARGAIN_REACH)
                && !after.isQuestion();
    }

    /** "Can u fix the screen for", "is there anyone who'd paint it for". */
    private boolean isTask() {
        int at = words.count() - 1;
        boolean ofThing = lead.has(ONES, lead.head() - 1) || lead.has(AmountLead.DETERMINERS, at);
        if (amount.isBare() || ofThing || !lead.is(lead.head(), "for")) {
            return false;
        }
        for (int i = lead.head() - 1; i > Math.max(lead.from(), lead.head() - LONGEST_TASK); i--) {
            if (TASKS.has(words, i) && (lead.has(WHO, i - 1) || lead.has(WOULD, i - 1) && lead.has(WHO, i - 2))) {
                return true;
            }
        }
        return false;
    }

    /** "400 mein cake mil sakta hai?", "3000 liraya olur mu?", "500k được không?" */
    private boolean isHad(BudgetAfter after) {
        if (amount.isBare() && amount.value().compareTo(LEAST) < 0 || after.isThing(0)) {
            return false;
        }
        boolean within = after.has(WITHIN, 0) && after.hasSoon(TO_BE_HAD);
        boolean done = !amount.isBare() && after.lengthAt(IS_IT_DONE, 0) > 0;
        return (within || done) && after.isQuestion();
    }
}
