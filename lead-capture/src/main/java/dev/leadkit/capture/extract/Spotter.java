package dev.leadkit.capture.extract;

import static dev.leadkit.capture.ownership.ValueSigns.add;

import dev.leadkit.capture.ownership.OwnershipModel;
import dev.leadkit.capture.ownership.ValueSigns;
import dev.leadkit.capture.text.AddressWords;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds whatever may be a name in a message, and weighs whether it is the visitor's by what stands around it. Each kind of name says where
 * one ends and what it looks like.
 */
abstract class Spotter {
    private static final int MAX_SPOTTED = 40;

    /** Only this many words from the start are looked at. */
    static final int MAX_WORDS = 600;

    private final OwnershipModel model;

    /** Behind which a name may follow though it has no capital. */
    private final WordSet leads;

    Spotter(OwnershipModel model, WordSet leads) {
        this.model = model;
        this.leads = leads;
    }

    /** The word behind the name that starts at one with a capital; that word itself if none does. */
    abstract int end(Words words, int start);

    /** The same where nobody writes capitals. */
    abstract int smallEnd(Words words, int start);

    /** The name as it is kept. */
    abstract String value(Words words, Spotted one);

    /** How it is written, in one word. */
    abstract String shape(Words words, Spotted one);

    /** How much more must speak for it than for what hardly is anything else, as log-odds. */
    abstract double doubt(Words words, Spotted one);

    /** Adds what else is seen of it. */
    abstract void addSigns(Turn turn, Spotted one, List<String> signs);

    /** Whether there may be a name, as far as that is seen at a glance. */
    final boolean mayBeIn(Turn turn) {
        return turn.reply().mayHaveNames() || writesSmall(turn.words());
    }

    /** What was told already, and all else that may be a name. */
    final List<Spotted> spot(Words words, List<Spotted> told) {
        List<Spotted> all = new ArrayList<>(told);
        int free = 0;
        boolean capitals = false;
        for (int i = 0; i < looked(words) && all.size() < MAX_SPOTTED; i++) {
            if (!words.isCapitalised(i)) {
                continue;
            }
            capitals |= i > 0 && !CommonWords.isOrdinary(words, i) && !words.startsSentence(i);
            if (i < free) {
                continue;
            }
            int end = end(words, i);
            free = Math.max(free, end);
            addFree(new Spotted(i, end, Spotted.NONE), all);
        }
        if (writesSmall(words) && !(capitals && words.isCapitalised(0))) {
            spotSmall(words, capitals, all);
        }
        return all;
    }

    /** Whether names may be written without capitals, in a text that has none but at the start of sentences. */
    abstract boolean writesSmall(Words words);

    /** @param ledOnly of those without a capital only those behind a word that may lead to one */
    private void spotSmall(Words words, boolean ledOnly, List<Spotted> all) {
        for (int i = 0; i < looked(words) && all.size() < MAX_SPOTTED; i++) {
            if (words.isCapitalised(i)
                    || words.startsWithDigit(i)
                    || CommonWords.isFunction(words, i)
                    || AddressWords.isWritten(words, i)) {
                continue;
            }
            boolean led =
                    i > 0 && leads.has(words, i - 1) || i > 1 && words.is(i - 1, "the") && leads.has(words, i - 2);
            boolean beside = i + 1 < words.count() && words.startsWithDigit(i + 1);
            if (led || !ledOnly && (beside || words.gap(i) != Words.BLANK)) {
                addFree(new Spotted(i, smallEnd(words, i), Spotted.NONE), all);
            }
        }
    }

    /** How many words are looked at. */
    static int looked(Words words) {
        return Math.min(words.count(), MAX_WORDS);
    }

    /** Unless it has a word of another. */
    private static void addFree(Spotted one, List<Spotted> all) {
        for (Spotted other : all) {
            if (one.overlaps(other)) {
                return;
            }
        }
        if (one.to() > one.from()) {
            all.add(one);
        }
    }

    /** How much speaks for it being the visitor's, as log-odds. */
    final double logOdds(Turn turn, Spotted one, List<Spotted> all) {
        Words words = turn.words();
        return model.logOdds(turn.reply(), words.start(one.from()), words.end(one.to() - 1), signs(turn, one, all));
    }

    final ValueSigns signs(Turn turn, Spotted one, List<Spotted> all) {
        Words words = turn.words();
        List<String> signs = new ArrayList<>();
        int last = one.to() - 1;
        add(signs, CommonWords.isOrdinary(words, one.from()), "ordinary-first");
        add(signs, CommonWords.isOrdinary(words, last), "ordinary-last");
        add(signs, CommonWords.hasOrdinaryEnding(words.folded(last)), "ordinary-ending");
        add(signs, Places.startsAt(words, one.from()), "place");
        add(signs, words.isPossessive(last), "possessive");
        add(signs, words.startsWithDigit(one.from()), "digit");
        addPlace(words, one, signs);
        add(signs, turn.asksName(), "asked-name");
        add(signs, turn.asksCompany(), "asked-company");
        boolean told = false;
        boolean first = true;
        for (Spotted other : all) {
            told |= other.isTold() && !other.equals(one);
            first &= other.from() >= one.from();
        }
        add(signs, told, "beside-told");
        add(signs, first, "first-one");
        add(signs, all.size() == 1, "only");
        addSigns(turn, one, signs);
        return new ValueSigns(shape(words, one), one.cue(), signs);
    }

    private static void addPlace(Words words, Spotted one, List<String> signs) {
        add(signs, one.from() == 0, "opens-message");
        add(signs, words.startsSentence(one.from()), "opens");
        add(signs, one.from() > 0 && words.gap(one.from()) == '\n', "opens-line");
        add(signs, one.to() < words.count() && words.gap(one.to()) == '\n', "closes-line");
        add(signs, one.to() == words.count(), "closes-message");
    }

    /** "U" all in capitals, "C" each word with one, "M" only the first or another, "s" none. */
    static String letters(Words words, Spotted one) {
        boolean upper = true;
        boolean all = true;
        boolean any = false;
        for (int i = one.from(); i < one.to(); i++) {
            boolean capital = words.isCapitalised(i);
            upper &= capital && words.isUpper(i);
            all &= capital;
            any |= capital;
        }
        return upper ? "U" : all ? "C" : any ? "M" : "s";
    }
}
