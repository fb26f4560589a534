package dev.leadkit.capture.text;

/** The words with which somebody takes back what was said before: "sorry", "typo", "no wait", "en realidad". */
public final class CorrectionWords {
    private static final WordSet SINGLE = WordSet.listed("""
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

    private CorrectionWords() {}

    /** Whether a word is one, or the last of two that are: "sorry", the "wait" of "no wait". */
    public static boolean end(Words words, int word) {
        if (SINGLE.has(words, word)) {
            return true;
        }
        WordSet firsts = SECONDS.get(words, word);
        return firsts != null && firsts.has(words, word - 1);
    }

    /** Whether a word is one, or one of two that are: "sorry", either of "no wait". */
    public static boolean have(Words words, int word) {
        return end(words, word) || !SINGLE.has(words, word + 1) && end(words, word + 1);
    }
}
