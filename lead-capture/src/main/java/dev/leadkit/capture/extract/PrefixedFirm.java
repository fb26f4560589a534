package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.CompanyCue.Kind;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The company whose legal form stands before its name, as in Russian and Ukrainian: "я представляю ООО «Фьорд»", "представитель компании
 * «Фьорд»", "компания ООО Фьорд", and "Анна, ООО «Фьорд»" at the end of a message; and of a Swedish BRF.
 *
 * <p>Not "купил у ООО «Фьорд»", which is somebody else's.
 */
final class PrefixedFirm {
    /** The most words from the legal form to the end of a message that it signs. */
    private static final int MAX_SIGNATURE = 10;

    /** The most words before the legal form in a message that it opens. */
    private static final int MAX_OPENING = 8;

    static final WordSet FORMS = WordSet.listed("ооо зао оао пао ао ип тов тзов brf pt cv uab sia oü");

    private static final WordSet FIRMS =
            WordSet.listed("компания компании компанию фирма фирмы фирму організація організації");
    private static final WordSet PRESENTING = WordSet.listed("""
            представляю представляем представитель представителем представляє представник мы ми gäller är från
            i hos för dari perusahaan kami adalah iš firmast pārstāvu atstovauju esindan""");
    private static final String QUOTATION = "«\"„“";

    private PrefixedFirm() {}

    /** Behind a legal form. */
    static @Nullable CompanyCue form(Words words, int form) {
        boolean firm = FIRMS.has(words, form - 1);
        boolean presented = PRESENTING.has(words, form - 1)
                || firm
                        && (words.startsSentence(form - 1)
                                || words.gap(form - 1) == ','
                                || PRESENTING.has(words, form - 2));
        boolean signed = words.count() - form <= MAX_SIGNATURE
                && form > 0
                && (words.gap(form) == '\n' || words.gap(form) == ',');
        return presented || signed || isIntroduced(words, form) ? named(words, form) : null;
    }

    /** "Добрый день! Это Анна Берг, ООО «Фьорд», …". */
    private static boolean isIntroduced(Words words, int form) {
        return form > 1
                && form <= MAX_OPENING
                && words.gap(form) == ','
                && words.gap(form - 1) == Words.BLANK
                && words.isCapitalised(form - 1)
                && (words.isCapitalised(form - 2) || words.is(form - 2, "это"));
    }

    /** Behind "компании". */
    static @Nullable CompanyCue firm(Words words, int firm) {
        return PRESENTING.has(words, firm - 1) && !FORMS.has(words, firm + 1) ? named(words, firm) : null;
    }

    /** In quotation marks without what stands before them. */
    private static @Nullable CompanyCue named(Words words, int form) {
        int name = form + 1;
        if (name >= words.count() || !words.isCapitalised(name)) {
            return null;
        }
        boolean quoted = QUOTATION.indexOf(words.gap(name)) >= 0;
        boolean plain = words.gap(name) == Words.BLANK && FORMS.has(words, form);
        return quoted || plain ? new CompanyCue(quoted ? name : form, CompanyRun.end(words, name), Kind.OWN) : null;
    }
}
