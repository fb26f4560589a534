package dev.leadkit.capture.summary;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * The words that deny something, and how far they reach in a text: to the end of the sentence, or to where the speaker begins
 * anew. Of "I don't want a sofa, I need a table" the sofa is denied and the table is not.
 *
 * <p>Left out are "plus" and "mai", which deny only in French and Italian, mostly beside "ne" and "non", and are a plus and May
 * elsewhere. Immutable and safe to share.
 */
final class Negations {
    private static final WordSet WORDS = WordSet.listed("""
            no not never without none nothing nobody nowhere neither nor cannot except instead dont doesnt didnt isnt arent
            wasnt werent cant couldnt wont wouldnt shouldnt havent hasnt hadnt
            nicht nichts nie niemals niemand kein keine keinen keinem keiner keines keinerlei weder ohne statt anstatt
            ne pas jamais rien aucun aucune sans
            nunca nada ni ningún ninguna ninguno tampoco sin
            non nessun nessuno nessuna niente senza
            não nao nem nenhum nenhuma sem
            niet niets geen nooit zonder
            """);

    /** With "than": "rather than chairs". */
    private static final WordSet THAN = WordSet.listed("rather other");

    /** What others say for "instead" in two words: "en lugar de", "au lieu de". */
    private static final WordSet STEAD = WordSet.listed("lieu lugar vez");

    private static final WordSet IN_STEAD = WordSet.listed("au en em in");

    /** Before these a Spanish "no" denies. */
    private static final WordSet SPANISH = WordSet.listed("quiero necesito busco me lo");

    private static final WordSet SPEAKER = WordSet.listed("""
            i i'm i'd i'll i've we we're we'd we'll we've my our ich wir mein meine je nous yo io eu ik wij
            """);
    private static final WordSet JOINS = WordSet.listed("and but so then und aber et mais y pero e ma mas en maar");

    private final Words words;

    /** Of each word whether a negation before it reaches it. */
    private final boolean[] reached;

    private Negations(Words words) {
        this.words = words;
        this.reached = new boolean[words.count()];
        boolean denied = false;
        for (int i = 0; i < reached.length; i++) {
            denied &= !Sentences.startsAt(words, i) && !beginsAnew(words, i);
            reached[i] = denied;
            denied |= isOne(words, i) && !isAnswer(words, i);
        }
    }

    static Negations in(String text) {
        return in(Words.of(text));
    }

    static Negations in(Words words) {
        return new Negations(words);
    }

    /** Whether a word denies what stands beside it. */
    static boolean isOne(Words words, int word) {
        String folded = words.folded(word);
        return WORDS.has(words, word)
                || folded.endsWith("n't")
                || folded.startsWith("n'")
                || THAN.has(words, word) && words.is(word + 1, "than")
                || STEAD.has(words, word) && IN_STEAD.has(words, word - 1);
    }

    /** "No" by itself is an answer, and "no 5" a number; in "no sofas" it is what was said. */
    static boolean isAnswer(Words words, int word) {
        int next = word + 1;
        return words.is(word, "no")
                && (next >= words.count()
                        || words.gap(next) != Words.BLANK
                        || words.startsWithDigit(next)
                        || NeedWords.endsThing(words.folded(next)) && !SPANISH.has(words, next));
    }

    private static boolean beginsAnew(Words words, int word) {
        return SPEAKER.has(words, word) && word > 0 && (words.gap(word) == ',' || JOINS.has(words, word - 1));
    }

    /** Whether what stands at a place is denied before it in its sentence. */
    boolean reach(int place) {
        int word = words.firstFrom(place);
        return word < reached.length && reached[word];
    }
}
