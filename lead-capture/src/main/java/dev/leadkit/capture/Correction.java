package dev.leadkit.capture;

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
            förlåt fel menade egentligen rättelse""");

    /** Words that take something back behind others: "no wait", "my bad", "en realidad". */
    private static final WordMap<WordSet> SECONDS = WordMap.<WordSet>builder()
            .put(WordSet.of("no"), "wait")
            .put(WordSet.of("wait"), "no")
            .put(WordSet.of("my"), "bad")
            .put(WordSet.of("i"), "mean")
            .put(WordSet.of("old"), "one")
            .put(WordSet.of("en"), "fait", "realidad")
            .put(WordSet.of("quise", "quería", "voulais", "volevo", "quis"), "decir", "dire", "dizer")
            .put(WordSet.of("na"), "verdade")
            .build();

    private static final char STAR = '*';

    private Correction() {}

    static boolean isIn(String text) {
        Words words = Words.of(text);
        for (int i = 0; i < words.count(); i++) {
            WordSet firsts = SECONDS.get(words, i);
            if (CUES.has(words, i) || firsts != null && firsts.has(words, i - 1)) {
                return true;
            }
        }
        return isStarred(text);
    }

    /** "*jane@acme.com": as chats mend a word; not "*Name*: Jane". */
    private static boolean isStarred(String text) {
        return !text.isEmpty() && text.charAt(0) == STAR && text.indexOf(STAR, 1) < 0;
    }
}
