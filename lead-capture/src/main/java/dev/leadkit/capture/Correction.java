package dev.leadkit.capture;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether a message takes back something said before, as "sorry, it's …", "no wait, it's …", "*jane@acme.com" and "Pardon, c'est le …"
 * do. It only counts where the message also gives a value and another one is known.
 */
final class Correction {
    private static final WordSet CUES = WordSet.listed("""
            sorry correction typo meant mistyped misspelled misspelt mistake wrong actually instead oops whoops rather scratch
            ignore disregard apologies
            entschuldigung entschuldige korrektur falsch vertippt meinte stattdessen vielmehr ups verzeihung
            pardon désolé désolée erreur plutôt faux oups rectification
            perdón perdona perdone disculpa disculpe error equivoqué equivocado corrección mejor
            scusa scusi scusate errore sbagliato sbagliata anzi piuttosto correzione ops
            desculpe desculpa perdão erro errado errada aliás correção
            fout verkeerd bedoelde excuses eigenlijk correctie oeps
            przepraszam pomyłka błąd raczej poprawka właściwie
            förlåt fel menade egentligen rättelse
            вернее точнее ошибся ошиблась простите исправление насправді вибачте точніше помилився помилилась
            yanlış düzeltme aslında maaf salah ralat sebenarnya nhầm lộn
            عفوا عفواً آسف اسف خطأ סליחה טעות בעצם""");

    /** Words that take something back behind others: "no wait", "my bad", "en realidad". */
    private static final WordMap<WordSet> SECONDS = WordMap.<WordSet>builder()
            .put(WordSet.of("no"), "wait")
            .put(WordSet.of("wait"), "no")
            .put(WordSet.of("my"), "bad")
            .put(WordSet.of("i"), "mean")
            .put(WordSet.of("make"), "that")
            .put(WordSet.of("old"), "one")
            .put(WordSet.of("en"), "fait", "realidad")
            .put(WordSet.of("quise", "quería", "voulais", "volevo", "quis"), "decir", "dire", "dizer")
            .put(WordSet.of("na"), "verdade")
            .build();

    /** With these a value is put in the place of another: "I meant Lyon", "sorry, it's Lyon". */
    private static final WordSet PUTS = WordSet.listed("it's its is c'est meant mean correction that");

    private static final WordSet FILLERS = WordSet.listed("no wait i it make sorry my bad the");

    /** Behind the name of who writes. */
    private static final WordSet INTRODUCES = WordSet.listed("from again here speaking calling writing");

    /** The most words in a message that only corrects one value, not counting those it takes back. */
    private static final int MAX_LEAD = 7;

    private static final char STAR = '*';

    private Correction() {}

    static boolean isIn(String text) {
        Words words = Words.of(text);
        if (words.is(0, "wait") && words.gap(Math.min(1, words.count())) == ',') {
            return true;
        }
        for (int i = 0; i < words.count(); i++) {
            WordSet firsts = SECONDS.get(words, i);
            if (CUES.has(words, i) || firsts != null && firsts.has(words, i - 1)) {
                return true;
            }
        }
        return isStarred(text);
    }

    /**
     * Whether a message does no more than put a value in the place of another, without saying of what: "sorry, it's Lyon", "I
     * meant 500 euros", "wait, it's €500 not €5000"; not "sorry, Jane", "actually Jane can't come".
     */
    static boolean isAll(String text, Span value) {
        Words words = Words.of(text);
        int end = words.firstFrom(value.end());
        boolean ends =
                end == words.count() || words.is(end, "not") || words.gap(end) == ',' && words.is(end + 1, "not");
        return ends && leads(words, words.firstFrom(value.start()));
    }

    /**
     * Whether a message begins by putting a value in the place of another: "sorry, it's Lyon please"; not "sorry, it's Jane again",
     * "sorry, it's Jane from Acme", which say who writes.
     */
    static boolean puts(String text, Span value) {
        Words words = Words.of(text);
        return leads(words, words.firstFrom(value.start())) && !INTRODUCES.has(words, words.firstFrom(value.end()));
    }

    /** Whether all words before a value say that it stands in the place of another. */
    private static boolean leads(Words words, int value) {
        if (value == 0 || value > MAX_LEAD || !PUTS.has(words, value - 1)) {
            return false;
        }
        boolean cue = false;
        for (int i = 0; i < value; i++) {
            if (!CUES.has(words, i) && !FILLERS.has(words, i) && !PUTS.has(words, i)) {
                return false;
            }
            cue |= CUES.has(words, i) || words.is(i, "wait") || words.is(i, "mean") || words.is(i, "make");
        }
        return cue;
    }

    /** "*jane@acme.com": as chats mend a word; not "*Name*: Jane". */
    private static boolean isStarred(String text) {
        return !text.isEmpty() && text.charAt(0) == STAR && text.indexOf(STAR, 1) < 0;
    }
}
