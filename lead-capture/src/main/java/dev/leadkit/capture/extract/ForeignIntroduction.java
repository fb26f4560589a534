package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;
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

    /** Behind them too, where no more is said of it. */
    private static final WordSet ALONE_AT_END = WordSet.of("jestem", "jsem", "sunt", "olen", "saya");

    /** They carry on behind a name that stands alone. */
    private static final WordSet CARRIES_ON = WordSet.of("a", "i", "ja", "și", "si", "z", "ze", "de", "din");

    /** What one is behind "jestem", and where from behind "olen", ends so; no name does. */
    private static final List<String> NO_NAMES =
            List.of("em", "im", "ym", "ą", "sta", "stä", "lta", "ltä", "ssa", "ssä", "lla");

    private static final WordSet NATIONS = WordSet.listed("""
            čech češka slovák slovenka polák polka němec němka ukrajinec ukrajinka švéd švédka rakušan rakušanka francouz francouzka
            angličan angličanka američan američanka maďar maďarka rus ruska ital italka španěl španělka vietnamec vietnamka""");

    /** They may stand between the verb and the name: "ich heiße jetzt Uwe Groß", "heiße ich Uwe". */
    private static final WordSet BETWEEN = WordSet.listed("ich jetzt nun wieder übrigens nämlich ook också også");

    private static final WordSet YOU_RUSSIAN = WordSet.of("вам", "вас");

    /** "La signora Russo". */
    private static final WordSet TITLES = WordSet.listed("""
            signora signor dottor dottoressa avvocato ingegner professor professoressa señora señor senhora senhor doctora doctor""");

    /** They stand between the verb and the name: "nazywam się Ola", "קוראים לי יוסי". */
    private static final WordSet SELF = WordSet.of("się", "se", "sa", "לי");

    private static final String TURKISH = "ışğİŞĞ";

    private static final WordSet MAIN = WordSet.of("main", "mai", "mein");

    private static final WordSet RAHI = WordSet.of("raha", "rahi", "rahe", "rha", "rhi");

    private static final WordSet FROM_FIRM = WordSet.of("von", "vom", "aus", "da", "dari");

    private static final WordSet PLAIN_I = WordSet.of("toi", "minh", "em", "anh", "chi", "to");

    private static final int MAX_ANSWER = 3;

    /** So far from the start of a message a sentence may still say who writes. */
    private static final int FAR = 6;

    private ForeignIntroduction() {}

    /** "Met Jane de Vries" and "hallo, met Jane" open a message in Dutch. */
    static @Nullable NameCue met(Words words, int i) {
        boolean greeted = i == 1 && (words.gap(i) == ',' || words.is(i, "dengan")) && NameFillers.isGreeting(words, 0);
        return i == 0 || greeted ? ifCapital(words, i + 1) : null;
    }

    /** "Moi c'est Jeanne", "salut c'est Jeanne". */
    static @Nullable NameCue cEst(Words words, int i) {
        boolean greeted = i == 1 && NameFillers.isGreeting(words, 0);
        return words.is(i - 1, "moi") || greeted ? ifCapital(words, i + 1) : null;
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
        int name = self ? i + 2 : i + 1;
        while (BETWEEN.has(words, name) && words.gap(name) == Words.BLANK) {
            name++;
        }
        return other ? null : NameCue.introducing(name, Strength.CERTAIN);
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
        boolean main = words.is(start, "main") || MAIN.has(words, start - 1);
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

    /** "Kovács Anna vagyok" opens a message in Hungarian, "szia, Anna vagyok"; one word with which a sentence begins could be a nation. */
    static @Nullable NameCue vagyok(Words words, int i) {
        boolean named = i > 0 && words.isCapitalised(i - 1) && words.gap(i) == Words.BLANK;
        boolean two = i > 1 && words.isCapitalised(i - 2) || i > 1 && words.gap(i - 1) == ',';
        return named && two ? NameCue.endingBefore(i, Strength.CLEAR) : null;
    }

    /** "Ich bin Jürgen", "soy Inés": a capital is needed, the verb alone says little. */
    static @Nullable NameCue foreignAm(Words words, int i) {
        boolean opens = i == 0 || words.gap(i) == ',';
        boolean mine = switch (words.folded(i)) {
            case "bin" -> words.is(i - 1, "ich");
            case "suis" -> words.is(i - 1, "je");
            case "soy", "sou", "sono" -> opens || words.startsSentence(i) || isBehindIOrGreeting(words, i);
            case "ben" -> opens || words.is(i - 1, "ik") || words.startsSentence(i) && isTurkish(words, i);
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

    private static boolean isBehindIOrGreeting(Words words, int i) {
        return switch (words.foldedOrEmpty(i - 1)) {
            case "yo", "eu", "io" -> true;
            default -> NameFillers.isGreeting(words, i - 1);
        };
    }

    /** "… açtım. Ben Ayşe": a word before has a letter that no other of our languages has. */
    private static boolean isTurkish(Words words, int ben) {
        for (int i = 0; i < ben; i++) {
            for (int at = 0; at < words.length(i); at++) {
                if (TURKISH.indexOf(words.raw(i).charAt(at)) >= 0) {
                    return true;
                }
            }
        }
        return false;
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
        boolean opens = first >= 0
                && (words.startsSentence(first)
                        || words.gap(first) == ','
                        || first == 1
                        || NameFillers.isGreeting(words, first - 1));
        boolean article = words.is(i + 1, "ο") || words.is(i + 1, "η");
        int start = NameRun.skipTitle(words, article ? i + 2 : i + 1);
        if (start >= words.count()) {
            return null;
        }
        boolean whole = ALONE.has(words, i)
                || article
                || ALONE_AT_END.has(words, i) && standsAlone(words, start)
                || words.startsWithDigit(start + 1) // "saya Putri 0812…"
                || words.is(start + 1, "dari")
                || start + 1 < words.count() && isJoined(words, start + 1) && words.isCapitalised(start + 1);
        boolean joined = isJoined(words, start) || start < words.count() && NameRun.isTitle(words, start - 1);
        return mine && opens && whole && joined && !SelfIntroduction.isRole(words, start)
                ? ifCapital(words, start)
                : null;
    }

    /** "Jestem Ola.", "olen Liisa ja …", not "jestem Polką", "olen Turusta". */
    private static boolean standsAlone(Words words, int name) {
        if (name >= words.count() || NATIONS.has(words, name)) {
            return false;
        }
        boolean ends =
                words.startsSentence(name + 1) || words.gap(name + 1) != Words.BLANK || CARRIES_ON.has(words, name + 1);
        String said = words.folded(name);
        return ends && NO_NAMES.stream().noneMatch(said::endsWith);
    }

    /** "أنا كريم ورقمي …": before a number or an address, as whatever one is may follow the pronoun. */
    static @Nullable NameCue ana(Words words, int i) {
        for (int end = i + 2; end <= i + MAX_ANSWER && end < words.count() && isJoined(words, end); end++) {
            if (NumberCue.isLabel(words, end) || words.startsWithDigit(end)) {
                return NameCue.introducing(i + 1, Strength.CLEAR);
            }
        }
        return SpokenIntroduction.fromFirm(words, i);
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

    /** "Hier ist Jürgen Groß", "aqui é a Inês", "aquí Inés", "tady Nováková". */
    static @Nullable NameCue hereIs(Words words, int i) {
        int next = i + 1;
        boolean article = words.is(i + 2, "a") || words.is(i + 2, "o");
        boolean is = HERE_IS.has(words, next) || words.is(next, "e") && article;
        int start = !is ? next : article ? i + 3 : i + 2;
        boolean opens = opens(words, i)
                || is
                        && i <= FAR
                        && words.startsSentence(i)
                        && words.startsSentence(start + 1); // "Hallo Uwe. Hier ist Ute."
        NameCue behind = opens && isJoined(words, start) ? ifCapital(words, start) : null;
        return behind == null ? before(words, i, i + 1) : behind;
    }

    /** "Guten Tag, Groß hier, …", "Zoé Lund qui", "Anna Lund z tej strony": before a word, and nothing more is said behind it. */
    static @Nullable NameCue before(Words words, int end, int next) {
        int start = end;
        while (start > 0
                && end - start < MAX_ANSWER
                && words.isCapitalised(start - 1)
                && (start == end || words.gap(start) == Words.BLANK)) {
            start--;
            if (words.startsSentence(start)) {
                break;
            }
        }
        boolean joined = start < end && words.gap(end) == Words.BLANK;
        boolean greeted = start > 0
                && words.gap(start) == ','
                && (NameFillers.isGreeting(words, start - 1) || NameFillers.isGreeting(words, start - 2));
        boolean opens = greeted || end - start > 1 && start <= MAX_ANSWER && words.startsSentence(start);
        boolean closes = next >= words.count() || words.gap(next) != Words.BLANK || FROM_FIRM.has(words, next);
        return joined && opens && closes ? NameCue.endingBefore(end, Strength.CLEAR) : null;
    }

    /** "Anna Lund para servirle". */
    static @Nullable NameCue toServeYou(Words words, int i) {
        return words.is(i - 1, "para") ? before(words, i - 1, i + 1) : null;
    }

    /** "Oi, é a Inês". */
    static @Nullable NameCue itIs(Words words, int i) {
        boolean article = words.is(i + 1, "a") || words.is(i + 1, "o");
        boolean greeted = i > 0 && i <= 2 && NameFillers.isGreeting(words, i - 1);
        if (!article || !greeted || !isJoined(words, i + 2)) {
            return null;
        }
        int end = NameRun.end(words, i + 2, Strength.CLEAR);
        boolean whole = end == words.count() || words.gap(end) != Words.BLANK || FROM_FIRM.has(words, end);
        return whole ? ifCapital(words, i + 2) : null;
    }

    /** "Wir sind Familie Groß". */
    static @Nullable NameCue family(Words words, int i) {
        boolean family = words.is(i - 1, "wir") && words.is(i + 1, "familie");
        return family ? NameCue.withCapital(words, i + 2, Strength.CLEAR, NameCue.SELF_INTRODUCTION) : null;
    }

    /** "Quem fala é a Inês". */
    static @Nullable NameCue quem(Words words, int i) {
        int is = i + 2;
        boolean told = words.is(i + 1, "fala") && (words.is(is, "é") || words.is(is, "e"));
        int start = words.is(is + 1, "a") || words.is(is + 1, "o") ? is + 2 : is + 1;
        return told && isJoined(words, start) ? ifCapital(words, start) : null;
    }

    /** "Пишет вам Анна", "вас беспокоит Анна". */
    static @Nullable NameCue writes(Words words, int i) {
        int start = YOU_RUSSIAN.has(words, i + 1) ? i + 2 : i + 1;
        boolean you = start > i + 1 || YOU_RUSSIAN.has(words, i - 1);
        NameCue behind = you && isJoined(words, start) ? ifCapital(words, start) : null;
        return behind == null && words.is(i, "беспокоит") ? before(words, i, i + 1) : behind;
    }

    /** "Anh Tuấn đây". */
    static @Nullable NameCue day(Words words, int i) {
        boolean person = i > 1 && NameLabel.I_VIETNAMESE.has(words, i - 2) && words.gap(i) == Words.BLANK;
        return person && words.isCapitalised(i - 1) && words.startsSentence(i - 2)
                ? NameCue.endingBefore(i, Strength.CLEAR)
                : null;
    }

    /** "Tu Ola Nowak", "z tej strony Ola Nowak" open a message in Polish. */
    static @Nullable NameCue tu(Words words, int i) {
        boolean side = words.is(i, "strony") && words.is(i - 1, "tej");
        boolean opens = opens(words, i) && words.count() > MAX_ANSWER; // "Tu" may be a name
        NameCue behind = (side || opens) && isJoined(words, i + 1) ? ifCapital(words, i + 1) : null;
        return behind == null && side && words.is(i - 2, "z") ? before(words, i - 2, i + 1) : behind;
    }

    /** "Les habla Inés", "te escribe Inés", "le saluda la doctora Inés". */
    static @Nullable NameCue speaks(Words words, int i) {
        boolean toYou = switch (words.before(i)) {
            case "les", "le", "te", "os", "ti", "vi" -> true;
            default -> words.startsSentence(i) && isTwoAlone(words, i + 1);
        };
        boolean role = (words.is(i + 1, "el") || words.is(i + 1, "la")) && !words.isCapitalised(i + 1);
        int start = role ? i + 3 : i + 1;
        return toYou && isJoined(words, start) ? ifCapital(words, start) : null;
    }

    /** Two words with capitals, and nothing behind them. */
    private static boolean isTwoAlone(Words words, int start) {
        int end = NameRun.end(words, start, Strength.CLEAR);
        return end - start > 1
                && words.isCapitalised(start + 1)
                && (end == words.count() || words.gap(end) != Words.BLANK);
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
