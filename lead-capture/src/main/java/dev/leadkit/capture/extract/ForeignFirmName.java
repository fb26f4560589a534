package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.CompanyCue.Kind;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a firm is called, where other languages than English tell it with a word for "name": "o nome da minha empresa é Fjord", "nazwa
 * firmy: Fjord", "bedrijfsnaam: Fjord", "şirketimin adı Fjord", "اسم شركتي الفيورد", "punya toko namanya Fjord".
 *
 * <p>Not "nazwa firmy jest w umowie".
 */
final class ForeignFirmName {
    private static final int MAX_BETWEEN = 3;
    private static final int NEAR = 5;

    private static final WordSet NAMES = WordSet.listed("""
            nome nom nombre nombres nama nazwa nazwą název názov nume numele название названия назва naziv ime име naam navn namn
            bezeichnung denominación όνομα επωνυμία""");

    private static final WordSet OF = WordSet.listed("""
            de da do du des del della dell la minha meu mia mea mi notre nossa nostra nuestra mojej naszej mojí naší moje naše mé нашей
            моей нашої моєї στης της van mijn ons av af moj mojega saya kami""");

    private static final WordSet IS = WordSet.listed("é è es est to je jest este это е är er is on είναι adalah ist");

    /** "Company name" in one word, or in two of which the first is said nowhere else. */
    static final WordSet LABELS = WordSet.listed("""
            bedrijfsnaam firmenname firmennamen firmennavn firmanavn virksomhedsnavn foretaksnavn företagsnamn cégnév sociale yritys
            yrityksen firmaname organisationsname επωνυμία""");

    static final WordSet TURKISH_NAME = WordSet.of("adı", "ismi");

    private static final WordSet TURKISH_MINE = WordSet.listed(
            "şirketimin firmamın işletmemin dükkanımın mağazamın şirketimizin firmamızın işletmemizin markamızın");

    static final WordSet NAMANYA = WordSet.of("namanya", "bernama");
    private static final WordSet PUNYA = WordSet.listed("punya memiliki buka membuka jalankan menjalankan");

    static final WordSet ARABIC_MINE = WordSet.listed(
            "شركتي شركتنا مؤسستي مؤسستنا متجري متجرنا مطعمي مطعمنا محلي محلنا مشروعي مكتبي مكتبنا مصنعنا");
    static final WordSet ARABIC_CALLED = WordSet.listed("اسمها اسمه اسمو إسمها إسمه تدعى يدعى");
    private static final WordSet ARABIC_IS = WordSet.of("هي", "هو");
    private static final WordSet ARABIC_HAVE = WordSet.listed("عندي عندنا لدي لدينا أملك املك نملك أدير ادير");
    static final WordSet ARABIC_WE = WordSet.listed("نحن احنا إحنا أمثل امثل نمثل");
    private static final WordSet ARABIC_NAME = WordSet.of("اسم", "إسم");

    private ForeignFirmName() {}

    /** Behind a word for a firm with a word for "name" before it. */
    static @Nullable CompanyCue read(Words words, int firm) {
        int name = firm - 1;
        while (name >= 0 && firm - name <= MAX_BETWEEN && OF.has(words, name) && words.gap(name + 1) == Words.BLANK) {
            name--;
        }
        if (name < 0 || !NAMES.has(words, name) || words.gap(firm) != Words.BLANK) {
            return null;
        }
        return value(words, firm + 1);
    }

    /** "Bedrijfsnaam: Fjord", "ragione sociale: Fjord". */
    static @Nullable CompanyCue label(Words words, int label) {
        if (words.is(label, "sociale") && !words.is(label - 1, "ragione") && !words.is(label - 1, "raison")) {
            return null;
        }
        boolean two = words.is(label + 1, "nimi");
        if (words.is(label, "yrityksen") && !two) {
            return null;
        }
        int next = two ? label + 2 : label + 1;
        boolean said = FormField.isSign(words, next) || IS.has(words, next);
        return said ? value(words, next) : null;
    }

    /** Behind the label: a mark, or "is" and a capital. */
    private static @Nullable CompanyCue value(Words words, int behind) {
        int at = behind;
        while (OF.has(words, at) && !words.isCapitalised(at)) {
            at++; // "nama perusahaan saya"
        }
        if (at < words.count() && FormField.isSign(words, at)) {
            return new CompanyCue(at, Kind.LABEL);
        }
        at += IS.has(words, at) ? 1 : 0;
        boolean named = at < words.count() && words.isCapitalised(at) && !Words.isSentenceEnd(words.gap(at));
        return named ? new CompanyCue(at, Kind.OWN) : null;
    }

    /** "Şirketimin adı Fjord". */
    static @Nullable CompanyCue turkish(Words words, int i) {
        boolean mine = TURKISH_MINE.has(words, i - 1) && i + 1 < words.count() && words.isCapitalised(i + 1);
        return mine ? new CompanyCue(i + 1, Kind.OWN) : ForeignFirm.turkishName(words, i);
    }

    /** "Saya punya toko namanya Fjord". */
    static @Nullable CompanyCue namanya(Words words, int i) {
        boolean firm = CompanyLabel.isFirmOrVenue(words, i - 1) || ForeignFirm.isNoun(words, i - 1);
        boolean capital = i + 1 < words.count() && words.isCapitalised(i + 1);
        return firm && capital && PUNYA.isBefore(words, i, NEAR) ? new CompanyCue(i + 1, Kind.OWN) : null;
    }

    /** "شركتنا اسمها الفيورد", "اسم شركتي الفيورد". */
    static @Nullable CompanyCue ours(Words words, int i) {
        boolean called = ARABIC_CALLED.has(words, i + 1) || ARABIC_IS.has(words, i + 1);
        boolean named = ARABIC_NAME.has(words, i - 1);
        int start = called ? i + 2 : i + 1;
        return (called || named) && start < words.count() ? ForeignFirm.uncasedName(words, start) : null;
    }

    /** "عندي مطعم اسمه الفيورد". */
    static @Nullable CompanyCue arabicCalled(Words words, int i) {
        boolean firm = SpokenIntroduction.isFirm(words, i - 1) && ARABIC_HAVE.has(words, i - 2);
        return firm && i + 1 < words.count() ? ForeignFirm.uncasedName(words, i + 1) : null;
    }

    /** "نحن شركة الفيورد". */
    static @Nullable CompanyCue we(Words words, int i) {
        return SpokenIntroduction.isFirm(words, i + 1) ? ForeignFirm.uncased(words, i + 1) : null;
    }
}
