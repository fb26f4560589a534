package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.ownership.WordRole;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;

/**
 * Finds a name with which a message opens, without a word that tells it: "Jane from Acme. Do you …", "Hi, um, Jane Doe. I'd
 * like …", "Jane Doe, buyer, Acme Ltd", "it's jane", "hey it's Jane. The …".
 *
 * <p>Not "Dinner at Acme", "New York. When …", "Acme Ltd, we need …", nor what answers a question for something else.
 */
final class OpeningName {
    private static final double CONFIDENCE = Strength.WEAK.confidence;
    private static final int MAX_GREETING = 8;

    /** The most words between "my number" and the number. */
    private static final int NEAR = 4;

    private static final WordSet GREETINGS = WordSet.listed("""
            hi hello hey yo good morning afternoon evening day there greetings um umm uh er erm uhm oh yeah yes yep ok okay so
            well sure no nope nah hallo guten tag moin hola buenas buenos tardes días bonjour bonsoir ciao buongiorno
            olá oi hej goedemiddag goedemorgen all team everyone folks dear sirs quick one""");
    private static final WordSet FROM = WordSet.listed("from with at of von van de da w");
    private static final WordSet SPEAKS_ON = WordSet.listed("i i'm i've i'd we we're my our ich wir je nous");

    private static final WordSet CALLS = WordSet.listed("calling writing ringing speaking checking");
    private static final WordSet RECORDS =
            WordSet.listed("room order account booking apartment apt unit flat suite policy member case table party");

    private OpeningName() {}

    static void add(Turn turn, Words words, List<Candidate<String>> found) {
        int start = skipGreeting(words);
        if (start >= words.count()) {
            return;
        }
        int shortly = itIs(turn, words, start);
        if (shortly > 0) {
            found.add(NameRun.candidate(words, shortly, shortly + 1, CONFIDENCE, "opening"));
            return;
        }
        if (!words.isCapitalised(start) || isGreeted(words, start) || NameFillers.isGreeting(words, start)) {
            return;
        }
        int end = NameRun.end(words, start, Strength.CLEAR);
        boolean name = end > start
                && end < words.count()
                && !Workplace.isTitle(words, start)
                && !Places.areAll(words, start, end)
                && !CommonWords.hasOrdinaryEnding(words.folded(start))
                && !CompanyRun.saysWhatItIs(words, start, CompanyRun.end(words, start));
        if (name && isTold(turn, words, start, end)) {
            found.add(NameRun.candidate(words, start, end, CONFIDENCE, "opening"));
        }
    }

    /** "Hello Jane Doe, we need …" speaks to her. */
    private static boolean isGreeted(Words words, int name) {
        return NameFillers.isCall(words, name - 1) && words.gap(name) == Words.BLANK;
    }

    private static boolean isTold(Turn turn, Words words, int start, int end) {
        boolean two = end - start > (NameRun.isTitle(words, start) ? 2 : 1);
        return comesFrom(turn, words, start, end)
                || (two ? introduces(turn, words, start, end) : givesContact(words, start, end));
    }

    /** Whether a message opens with a name in capitals that ends before "from", "with" or "in sales at". */
    static boolean isBefore(Words words, int from) {
        int start = skipGreeting(words);
        if (start >= from
                || !words.isCapitalised(start)
                || CommonWords.isOrdinary(words, start)
                || CommonWords.hasOrdinaryEnding(words.folded(start))) {
            return false;
        }
        int end = NameRun.end(words, start, Strength.CLEAR);
        return end > start
                && (end == from || words.is(end, "in") && end + 2 == from)
                && comesFrom(words, end)
                && !Places.startsAt(words, start);
    }

    /** The first word that greets nobody. */
    static int skipGreeting(Words words) {
        int at = 0;
        while (at < words.count() && at < MAX_GREETING && GREETINGS.has(words, at)) {
            at++;
        }
        return at;
    }

    /** "It's jane" alone, or "hey its jane from …", answering nothing: the name's word; 0 where it is not that. */
    private static int itIs(Turn turn, Words words, int start) {
        boolean is = words.is(start, "it's") || words.is(start, "its");
        int name = start + 1;
        if (!is || turn.asked() != null || name >= words.count() || words.gap(name) != Words.BLANK) {
            return 0;
        }
        boolean called = start > 0 && name + 1 < words.count() && words.gap(name + 1) == ','; // "hi its jane, my …"
        boolean ends = called
                || words.startsSentence(name + 1)
                        && (name == words.count() - 1 || start > 0 && words.isCapitalised(name));
        boolean alone = ends || FROM.has(words, name + 1) && start > 0;
        return alone && NameRun.end(words, name, Strength.WEAK) == name + 1 ? name : 0;
    }

    /** "Jane from Acme", and "hi, Jane from the rowing club", but no "Jane of Acme" that answers something. */
    private static boolean comesFrom(Turn turn, Words words, int start, int end) {
        boolean answer = turn.asked() != null;
        boolean from = words.is(end, "from") && words.gap(end) == Words.BLANK;
        boolean of = words.is(end, "of") && end - start < 2; // "Reorder of PO 7"
        if (of || answer && !from && !words.is(end, "with") && !words.is(end, "in")) {
            return false;
        }
        return comesFrom(words, end) || from && start > 0 && !answer && words.is(end + 1, "the");
    }

    /** "Jane from Acme", "Jane in sales at Acme". */
    private static boolean comesFrom(Words words, int end) {
        if (words.gap(end) != Words.BLANK) {
            return false;
        }
        int from = words.is(end, "in") ? end + 2 : end;
        int firm = words.is(from + 1, "the") ? from + 2 : from + 1;
        boolean with = words.is(from, "w") && firm < words.count() && words.gap(firm) == '/'; // "w/ Acme"
        return from < words.count()
                && FROM.has(words, from)
                && firm < words.count()
                && (with || words.gap(firm) == Words.BLANK)
                && words.isCapitalised(firm)
                && !CommonWords.isOrdinary(words, firm);
    }

    /** "Jane, my number is …", not "Merci, mon numéro est …". */
    private static boolean givesContact(Words words, int start, int end) {
        return words.gap(end) == ','
                && WordRole.of(words, end) == WordRole.MY
                && NumberCue.isLabel(words, end + 1)
                && saysNumber(words, end + 2)
                && !CommonWords.isOrdinary(words, start)
                && !NameFillers.isGreeting(words, start);
    }

    private static boolean saysNumber(Words words, int from) {
        for (int i = from; i < Math.min(words.count(), from + NEAR); i++) {
            if (words.startsWithDigit(i) && ContactRun.startsAt(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** A first and a last name, and then who or what she is, or why she writes. */
    private static boolean introduces(Turn turn, Words words, int start, int end) {
        char gap = words.gap(end);
        if (gap == Words.BLANK) {
            boolean again = words.is(end, "again") && words.startsSentence(end + 1);
            boolean party = words.is(end, "party") && words.is(end + 1, "of");
            return turn.asked() == null && (again || party || CALLS.has(words, end));
        }
        boolean on = SPEAKS_ON.has(words, end) || gap == ',' && isTitled(words, end);
        if (turn.asked() != null || gap == '.') {
            boolean greeted = start > 0 && gap == '.' && turn.asked() == null;
            return on || greeted;
        }
        boolean firm = CompanyRun.saysWhatItIs(words, end, CompanyRun.end(words, end));
        boolean booking = RECORDS.has(words, end) || words.is(end, "for") && isNumber(words, end + 1);
        return on || gap == ',' && (firm || booking);
    }

    private static boolean isNumber(Words words, int word) {
        return word < words.count() && words.startsWithDigit(word);
    }

    private static boolean isTitled(Words words, int word) {
        return Workplace.isTitle(words, word) || Workplace.isTitle(words, word + 1);
    }
}
