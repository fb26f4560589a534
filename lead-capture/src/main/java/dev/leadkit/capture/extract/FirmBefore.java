package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.CompanyCue.Kind;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The firm of a visitor in languages that say behind its name that he speaks or works for it: "Fjord şirketinde çalışıyorum", "Fjord
 * Traders se bol raha hu", "शर्मा ट्रेडर्स से".
 *
 * <p>Not "Fjord şirketi nerede".
 */
final class FirmBefore {
    private static final int NEAR = 5;
    private static final int FAR = 10;

    /** The most words of a name in a script without capitals. */
    private static final int MAX_UNCASED = 3;

    /** Before and behind the name of a firm in Turkish. */
    static final WordSet TURKISH =
            WordSet.listed("şirketinde şirketinden şirketi firmasında firmasından firması adına");

    private static final WordSet TURKISH_FIRMS = WordSet.of("şirketi", "firması");

    private static final WordSet SPEAK = WordSet.listed("bol bolra hun hoon hu hoo");

    private static final WordSet KINDS = WordSet.listed("""
            ट्रेडर्स ट्रेडिंग इलेक्ट्रॉनिक्स इलेक्ट्रिकल्स स्टोर स्टोर्स कंपनी कम्पनी लिमिटेड लि एंटरप्राइजेज इंडस्ट्रीज ब्रदर्स एजेंसी मोटर्स क्लिनिक अस्पताल
            स्कूल कॉलेज होटल बैंक मेडिकल ज्वेलर्स टेक्सटाइल्स""");

    private FirmBefore() {}

    /** "Fjord Electronics se bol raha hu", "main Khan Traders se hun". */
    static @Nullable CompanyCue hindi(Words words, int i) {
        boolean speaks = false;
        for (int at = Math.max(0, i - FAR); at < Math.min(words.count(), i + NEAR); at++) {
            speaks |= SPEAK.has(words, at);
        }
        int start = speaks && i > 0 && words.gap(i) == Words.BLANK ? CompanyRun.startBefore(words, i) : i;
        return start < i ? new CompanyCue(start, i, Kind.BARE) : null;
    }

    /** "शर्मा ट्रेडर्स से", behind "I speak". */
    static @Nullable CompanyCue fromHindi(Words words, int i) {
        int start = i;
        while (start > 0 && i - start < MAX_UNCASED && (start == i || words.gap(start) == Words.BLANK)) {
            start--;
        }
        start = start < i - 1 && SpokenIntroduction.isSpeak(words, start) ? start + 1 : start;
        boolean firm = KINDS.has(words, i - 1) && i - start > 1 && words.gap(i) == Words.BLANK;
        boolean speaks = false;
        for (int at = Math.max(0, i - FAR); at < Math.min(words.count(), i + NEAR); at++) {
            speaks |= SpokenIntroduction.isSpeak(words, at);
        }
        while (firm
                && start < i - 2
                && (CommonWords.isFunction(words, start) || SpokenIntroduction.I.has(words, start))) {
            start++;
        }
        return firm && speaks ? new CompanyCue(start, i, Kind.OWN) : null;
    }

    /** "Fjord şirketinde çalışıyorum", "Fjord firmasından arıyorum", "Fjord adına yazıyorum". */
    static @Nullable CompanyCue turkish(Words words, int i) {
        int verb = TURKISH_FIRMS.has(words, i) && words.is(i + 1, "adına") ? i + 2 : i + 1;
        String does = words.foldedOrEmpty(verb);
        boolean mine = does.endsWith("yorum") || does.endsWith("yoruz");
        if (!mine || i == 0 || words.gap(i) != Words.BLANK) {
            return null;
        }
        int start = CompanyRun.startBefore(words, i);
        boolean small = start == i && words.startsSentence(i - 1) && !CommonWords.isOrdinary(words, i - 1);
        start = small ? i - 1 : start;
        return start < i ? new CompanyCue(start, i, Kind.OWN) : null;
    }
}
