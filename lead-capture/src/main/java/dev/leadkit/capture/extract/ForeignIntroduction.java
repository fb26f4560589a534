package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/** The name by which a visitor introduces himself in other languages than English: "me llamo Inés", "tu Ola", "Ola heter jag". */
final class ForeignIntroduction {
    private static final WordSet HERE_IS = WordSet.of("ist", "spricht", "schreibt", "é", "fala");
    private static final WordSet WITH = WordSet.of("met", "con", "com", "mit");

    private static final WordSet WHOSE = WordSet.listed("zijn haar hun seine ihre sein ihr su son sa sua seu suo");

    private static final WordSet I = WordSet.of(NameLabel.I_VIETNAMESE, WordSet.of("jag", "jeg", "já", "ik"));

    private static final WordSet ME = WordSet.of("меня", "мене", "і", "и");

    /** A first name may stand alone behind them; behind the others it could be a nation. */
    private static final WordSet ALONE = WordSet.of("är", "er", "là", "я");

    /** "La signora Russo". */
    private static final WordSet TITLES = WordSet.listed("""
            signora signor dottor dottoressa avvocato ingegner professor professoressa señora señor senhora senhor doctora doctor""");

    /** They stand between the verb and the name: "nazywam się Ola", "קוראים לי יוסי". */
    private static final WordSet SELF = WordSet.of("się", "se", "sa", "לי");

    private static final WordSet RAHI = WordSet.of("raha", "rahi", "rahe", "rha", "rhi");

    private static final WordSet PLAIN_I = WordSet.of("toi", "minh", "em", "anh", "chi", "to");

    private static final int MAX_ANSWER = 3;

    private ForeignIntroduction() {}

    /** "Met Jane de Vries" opens a message in Dutch. */
    static @Nullable NameCue met(Words words, int i) {
        return i == 0 ? ifCapital(words, 1) : null;
    }

    /** "Moi c'est Jeanne". */
    static @Nullable NameCue cEst(Words words, int i) {
        return words.is(i - 1, "moi") ? ifCapital(words, i + 1) : null;
    }

    /** "Me llamo Inés", "ich heiße Jürgen", "nazywam się Ola", "mă numesc Ana", "Ola heter jag". */
    static @Nullable NameCue calledSo(Words words, int i) {
        boolean inverted =
                words.is(i + 1, "jag") || words.is(i + 1, "jeg") || ME.has(words, i - 2); // "меня Анна зовут"
        if (inverted && i > 0 && words.isCapitalised(i - 1)) {
            return NameCue.endingBefore(i, Strength.CLEAR);
        }
        boolean self = SELF.has(words, i + 1);
        boolean other = switch (words.folded(i)) {
            case "volám", "קוראים" -> !self; // "I call", "they call"
            case "chiamo" -> !words.is(i - 1, "mi"); // "vi chiamo perché …"
            case "llamo", "chamo" -> !words.is(i - 1, "me");
            case "heter", "hedder", "heet" ->
                i > 0 && !words.startsSentence(i) && !I.has(words, i - 1); // "my dog is called"
            case "зовут", "звати" ->
                i > 0
                        && !words.startsSentence(i)
                        && words.gap(i) != ','
                        && !ME.has(words, i - 1)
                        && !ME.has(words, i - 2);
            case "numesc", "cheamă" -> !words.is(i - 1, "mă") && !words.is(i - 1, "ma");
            default -> false;
        };
        return other ? null : NameCue.introducing(self ? i + 2 : i + 1, Strength.CERTAIN);
    }

    /** "Asha Joshi hoon", "main Asha hoon", "Asha Joshi bol rahi hoon". */
    static @Nullable NameCue hoon(Words words, int i) {
        boolean speaking = words.is(i, "bol") && RAHI.has(words, i + 1);
        int start = i;
        while (start > 0
                && start > i - MAX_ANSWER
                && words.gap(start) == Words.BLANK
                && words.isCapitalised(start - 1)) {
            start--;
        }
        boolean main = words.is(start, "main") || words.is(start - 1, "main");
        boolean opens = start < i && (main || words.startsSentence(start) || words.gap(start) == ',');
        boolean whole = main || speaking || i - start > 1;
        return opens && whole && (speaking || !words.is(i, "bol")) ? NameCue.endingBefore(i, Strength.CLEAR) : null;
    }

    /** "Pak, ini Andi. …", "halo, ini Andi dari Fjord". */
    static @Nullable NameCue ini(Words words, int i) {
        int end = NameRun.end(words, i + 1, Strength.CLEAR);
        boolean ends = end >= words.count() || words.gap(end) != Words.BLANK || words.is(end, "dari");
        return opens(words, i) && ends ? ifCapital(words, i + 1) : null;
    }

    /** "Jag, Maja Lund, …": the pronoun, and then who it is. */
    static @Nullable NameCue meByName(Words words, int i) {
        int name = i + 1;
        boolean two = name + 1 < words.count() && words.isCapitalised(name) && words.isCapitalised(name + 1);
        return two && words.gap(name) == ',' && words.gap(name + 1) == Words.BLANK
                ? NameCue.introducing(name, Strength.CLEAR)
                : null;
    }

    /** "Kovács Anna vagyok" opens a message in Hungarian; of one word it could be a nation. */
    static @Nullable NameCue vagyok(Words words, int i) {
        boolean two = i > 1 && words.isCapitalised(i - 1) && words.isCapitalised(i - 2) && words.gap(i) == Words.BLANK;
        return two ? NameCue.endingBefore(i, Strength.CLEAR) : null;
    }

    /** "Ich bin Jürgen", "soy Inés": a capital is needed, the verb alone says little. */
    static @Nullable NameCue foreignAm(Words words, int i) {
        boolean opens = i == 0 || words.gap(i) == ',';
        boolean mine = switch (words.folded(i)) {
            case "bin" -> words.is(i - 1, "ich");
            case "suis" -> words.is(i - 1, "je");
            case "soy" -> opens || words.startsSentence(i) || words.is(i - 1, "yo") || words.is(i - 1, "hola");
            case "sou" -> opens || words.startsSentence(i) || words.is(i - 1, "eu");
            case "sono" -> opens || words.startsSentence(i) || words.is(i - 1, "io") || words.is(i - 1, "ciao");
            case "ben" -> opens || words.is(i - 1, "ik");
            default -> opens;
        };
        boolean article = words.is(i, "sou") && (words.is(i + 1, "a") || words.is(i + 1, "o"))
                || words.is(i, "bin") && (words.is(i + 1, "der") || words.is(i + 1, "die"));
        boolean title = TITLES.has(words, i + 2);
        boolean whose = WHOSE.has(words, i + 1); // "ik ben zijn dochter Sanne"
        int start = whose || title ? i + 3 : article ? i + 2 : i + 1;
        boolean role = words.is(i, "bin") && article && words.gap(Math.min(words.count(), start + 1)) == ',';
        role |= SelfIntroduction.isRole(words, start);
        boolean named = mine && !role && start < words.count(); // "ich bin der Schwiegersohn, …" is none
        return named && isJoinedOrQuoted(words, start) ? ifCapital(words, start) : null;
    }

    /** "Ik ben "Sanne"". */
    private static boolean isJoinedOrQuoted(Words words, int word) {
        char gap = words.gap(word);
        return gap == Words.BLANK || gap == '"' || gap == '“' || gap == '„';
    }

    /** "Jestem Ola Nowak", "jag är Tove", "saya Putri", "tôi là Lan", where the sentence begins with it. */
    static @Nullable NameCue openingWithAm(Words words, int i) {
        int first = words.is(i, "är") || words.is(i, "er") || words.is(i, "là") || words.is(i - 1, "já") ? i - 1 : i;
        boolean itIs = words.is(first, "det") && (words.is(i + 2, "från") || words.is(i + 2, "fra"));
        boolean mine = first == i || I.has(words, first) || itIs;
        boolean opens = first >= 0 && (words.startsSentence(first) || words.gap(first) == ',' || first == 1);
        int start = words.is(i + 1, "ο") || words.is(i + 1, "η") ? i + 2 : i + 1;
        boolean whole = ALONE.has(words, i)
                || words.startsWithDigit(start + 1) // "saya Putri 0812…"
                || words.is(start + 1, "dari")
                || start + 1 < words.count() && isJoined(words, start + 1) && words.isCapitalised(start + 1);
        return mine && opens && whole && isJoined(words, start) && !SelfIntroduction.isRole(words, start)
                ? ifCapital(words, start)
                : null;
    }

    /** "أنا كريم ورقمي …": before a number or an address, as whatever one is may follow the pronoun. */
    static @Nullable NameCue ana(Words words, int i) {
        for (int end = i + 2; end <= i + MAX_ANSWER && end < words.count() && isJoined(words, end); end++) {
            if (NumberCue.isLabel(words, end) || words.startsWithDigit(end)) {
                return NameCue.introducing(i + 1, Strength.CLEAR);
            }
        }
        return null;
    }

    /** "김개굴 이름으로 예약". */
    static @Nullable NameCue onTheName(Words words, int i) {
        return i > 0 && words.gap(i) == Words.BLANK ? NameCue.of(i - 1, Strength.CLEAR, NameCue.BOOKED_UNDER) : null;
    }

    /** "Người nhận Lan Lund", "người đặt là Lan Lund": whom an order is for. */
    static @Nullable NameCue recipient(Words words, int i) {
        int start = words.is(i + 1, "là") ? i + 2 : i + 1;
        boolean person = words.is(i - 1, "người") || words.is(i - 1, "nguoi");
        return person ? NameCue.withCapital(words, start, Strength.CLEAR, NameCue.NAME_LABEL) : null;
    }

    /** "Ten minh la lan", without marks. */
    static @Nullable NameCue tenLa(Words words, int i) {
        return PLAIN_I.has(words, i + 1) && words.is(i + 2, "la")
                ? NameCue.of(i + 3, Strength.CERTAIN, NameCue.NAME_LABEL)
                : null;
    }

    /** "Hier ist Jürgen Groß", "aqui é a Inês", "aquí Inés". */
    static @Nullable NameCue hereIs(Words words, int i) {
        int next = i + 1;
        boolean article = words.is(i + 2, "a") || words.is(i + 2, "o");
        boolean is = HERE_IS.has(words, next) || words.is(next, "e") && article;
        int start = !is ? next : article ? i + 3 : i + 2;
        return opens(words, i) && isJoined(words, start) ? ifCapital(words, start) : null;
    }

    /** "Tu Ola Nowak", "z tej strony Ola Nowak" open a message in Polish. */
    static @Nullable NameCue tu(Words words, int i) {
        boolean side = words.is(i, "strony") && words.is(i - 1, "tej");
        boolean opens = opens(words, i) && words.count() > MAX_ANSWER; // "Tu" may be a name
        return (side || opens) && isJoined(words, i + 1) ? ifCapital(words, i + 1) : null;
    }

    /** "Les habla Inés", "te escribe Inés", "le saluda Inés". */
    static @Nullable NameCue speaks(Words words, int i) {
        boolean toYou = switch (words.before(i)) {
            case "les", "le", "te", "os" -> true;
            default -> false;
        };
        return toYou && isJoined(words, i + 1) ? ifCapital(words, i + 1) : null;
    }

    /** "U spreekt met Sanne", "sie sprechen mit Uwe", "hablas con Inés". */
    static @Nullable NameCue speakingWith(Words words, int i) {
        return WITH.has(words, i + 1) && isJoined(words, i + 2) ? ifCapital(words, i + 2) : null;
    }

    /** "Zoé à l'appareil", "Jürgen am Apparat". */
    static @Nullable NameCue onThePhone(Words words, int i) {
        int name = words.is(i - 1, "am") || words.is(i - 1, "à") ? i - 1 : i;
        return name > 0 && name < i && words.isCapitalised(name - 1)
                ? NameCue.endingBefore(name, Strength.CLEAR)
                : null;
    }

    /** "Groß mein Name", "Groß ist mein Name". */
    static @Nullable NameCue myName(Words words, int i) {
        int is = words.is(i - 1, "ist") ? i - 1 : i;
        boolean before =
                words.is(i + 1, "name") && is > 0 && words.gap(is) == Words.BLANK && words.isCapitalised(is - 1);
        return before && !CommonWords.isOrdinary(words, is - 1) ? NameCue.endingBefore(is, Strength.CLEAR) : null;
    }

    private static boolean opens(Words words, int i) {
        return i <= 2 && (words.startsSentence(i) || words.gap(i) == ',' || i == 1);
    }

    private static boolean isJoined(Words words, int word) {
        return word < words.count() && words.gap(word) == Words.BLANK;
    }

    private static @Nullable NameCue ifCapital(Words words, int start) {
        return NameCue.withCapital(words, start, Strength.WEAK, NameCue.SELF_INTRODUCTION);
    }
}
