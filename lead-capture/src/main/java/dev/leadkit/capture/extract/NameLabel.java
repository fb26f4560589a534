package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/** The word "name" and its kin, and whose or what's name they speak of: "my name is", "Name:", "under the name". */
final class NameLabel {
    private static final WordSet NOT_PERSON = WordSet.listed("""
            company business user product brand domain file project firm hotel restaurant street pet pet's dog's
            cat's maiden screen account bank shop store app organization organisation team login host server doctor
            doctor's driver driver's middle sur agent whose what your movie band song artist city network""");
    private static final WordSet CONTRACTED = WordSet.listed("it's here's that's let's what's");
    private static final WordSet OWNERS = WordSet.listed("his her their wife husband wifes husbands");
    private static final WordSet VERBS = WordSet.listed("is ist es est é è er är was s je jest este είναι on adalah");
    private static final WordSet MODALS = WordSet.of("would", "should");
    private static final WordSet OF_FIELDS = WordSet.of("required", "optional");
    private static final WordSet FIRST = WordSet.of("first", "given");
    private static final WordSet LAST = WordSet.of("last", "family");
    private static final WordSet OF_NAME = WordSet.listed("full first last second family given reservation booking");
    private static final WordSet OF = WordSet.of("de", "van", "di");

    /** As the younger or the older one speaks of himself. */
    static final WordSet I_VIETNAMESE = WordSet.listed("tôi mình em anh chị tớ");

    /** "Shop mình tên là …", "công ty tên …". */
    private static final WordSet VIETNAMESE_FIRMS = WordSet.of("shop", "quán", "tiệm", "ty", "hàng", "nhóm", "spa");

    private static final WordSet MY = WordSet.of("моё", "мое", "моє", "moje", "moja");

    /** "Nombre completo", "Nom complet". */
    private static final WordSet WHOLE = WordSet.listed("completo complet completa");

    /** Behind the word for a name they say that it is one's own, or the whole one. */
    private static final WordSet OWN = WordSet.listed("saya aku gue gua gw lengkap penerima pemesan meu mea μου");

    /** So far before "the name" stands whose it is. */
    private static final int FAR = 16;

    private static final WordSet TRAGE = WordSet.of("trage");
    private static final int BEARING = 4;

    private static final WordSet ON_THE = WordSet.of("на", "na");

    /** "Mera naam", "mera name". */
    private static final WordSet MERA = WordSet.of("mera", "mere");

    private static final WordSet BOOKED = WordSet.of("under", "in", "by", "on");
    private static final WordSet BOOKED_HERE = WordSet.of("the", "on", "under", "in");

    private NameLabel() {}

    static @Nullable NameCue read(Words words, int i) {
        if (words.is(i, "naam") && words.is(i - 1, "ka")) {
            return null; // "dukaan ka naam"
        }
        NameCue booked = ON_THE.has(words, i - 1) ? onTheName(words, i) : null;
        if (booked != null) {
            return booked;
        }
        int before = words.startsSentence(i) ? -1 : i - 1;
        int name = behindVerb(words, WHOLE.has(words, i + 1) ? i + 1 : i);
        if (LAST.has(words, before)) {
            return lastName(words, i, name);
        }
        boolean first = FIRST.has(words, before);
        boolean form = words.is(before, "your")
                && FormField.opens(words, before)
                && (FormField.isSign(words, name) || isAbove(words, i, name));
        String refusal = form ? null : refusal(words, i, before);
        if (name > i + 1 && !WHOLE.has(words, name - 1)) {
            String code = first ? NameCue.FIRST_NAME : NameCue.SELF_INTRODUCTION;
            return new NameCue(name, false, Strength.CERTAIN, code, refusal);
        }
        char gap = gap(words, name);
        if (first && gap == Words.BLANK && words.isCapitalised(name)) {
            return NameCue.of(name, Strength.CLEAR, NameCue.FIRST_NAME);
        }
        if (words.is(i, "name's") || words.is(i, "names") && isMine(words, i)) {
            return new NameCue(name, false, Strength.CERTAIN, NameCue.SELF_INTRODUCTION, refusal);
        }
        if (FormField.isSign(words, name) || isAbove(words, i, name)) {
            String code = first ? NameCue.FIRST_NAME : NameCue.NAME_LABEL;
            return new NameCue(name, false, Strength.CERTAIN, code, refusal);
        }
        boolean apart = gap == ',' && words.is(i - 1, "my") && words.is(i - 2, "under"); // "under my name, Jane"
        if (apart) {
            return NameCue.withCapital(words, name, Strength.CLEAR, NameCue.BOOKED_UNDER);
        }
        if (isQuotationMark(gap) && BOOKED_HERE.has(words, before)) {
            return NameCue.withCapital(words, name, Strength.CLEAR, NameCue.BOOKED_UNDER); // 'under the name "Jane"'
        }
        if (gap != Words.BLANK) {
            return null;
        }
        if (words.is(i, "nome") && words.is(before, "a") && words.isCapitalised(name)) {
            return NameCue.of(name, Strength.CLEAR, NameCue.BOOKED_UNDER); // "prenota a nome Inês"
        }
        if (OF.has(words, name) && ForeignFirm.isSpeaking(words, i)) {
            return null; // "je vous contacte au nom de …"
        }
        NameCue cue = OF.has(words, name)
                ? NameCue.withCapital(words, name + 1, Strength.CLEAR, NameCue.BOOKED_UNDER) // "a nombre de …"
                : null;
        if (cue == null && MERA.has(words, i - 1)) {
            return NameCue.of(name, Strength.CERTAIN, NameCue.NAME_LABEL); // "mera naam Asha hai"
        }
        if (cue == null && words.is(i, "naam") && words.is(name, "hai")) {
            return NameCue.withCapital(words, name + 1, Strength.CLEAR, NameCue.NAME_LABEL); // "naam hai Asha Joshi"
        }
        if (cue == null && MY.has(words, i - 1)) {
            return NameCue.introducing(name, Strength.CERTAIN); // "моё имя Анна"
        }
        if (cue == null && !words.is(i, "name")) {
            return opensWithTwo(words, i, name) ? NameCue.of(name, Strength.CLEAR, NameCue.NAME_LABEL) : null;
        }
        return cue == null ? withoutVerb(words, i, refusal) : cue;
    }

    /** "…. Nome Inês Prado." */
    private static boolean opensWithTwo(Words words, int label, int name) {
        int end = NameRun.end(words, name, Strength.CLEAR);
        return words.startsSentence(label) && end - name > 1 && words.isCapitalised(name) && words.startsSentence(end);
    }

    /** The label of a form, with the name in the next line. */
    private static boolean isAbove(Words words, int i, int name) {
        return gap(words, name) == '\n'
                && FormField.isBelow(words, i, name, NameRun.end(words, name, Strength.CERTAIN));
    }

    /** Behind "name is" and "name would be", else the word after "name". */
    private static int behindVerb(Words words, int i) {
        if (VERBS.has(words, i + 1)) {
            return i + 2;
        }
        if (OF_FIELDS.has(words, i + 1) && FormField.isSign(words, i + 2)) {
            return i + 2; // "Name (required): …", of a form
        }
        return MODALS.has(words, i + 1) && words.is(i + 2, "be") ? i + 3 : i + 1;
    }

    private static @Nullable NameCue lastName(Words words, int i, int name) {
        char gap = gap(words, i + 1);
        boolean says = name > i + 1 || gap == ':' || gap == Words.BLANK && words.isCapitalised(i + 1);
        return says ? NameCue.of(name, Strength.LAST, NameCue.LAST_NAME) : null;
    }

    /** "Under the name Jane", "in the name of Jane", "my name Jane". */
    private static @Nullable NameCue withoutVerb(Words words, int i, @Nullable String refusal) {
        int next = i + 1;
        int before = words.startsSentence(i) ? -1 : i - 1;
        if (i > 0 && words.startsWithDigit(i - 1) && words.isCapitalised(next)) {
            return new NameCue(next, false, Strength.CLEAR, NameCue.NAME_LABEL, refusal);
        }
        if (words.is(next, "of") && (BOOKED.has(words, i - 2) || BOOKED_HERE.has(words, before))) {
            return new NameCue(next + 1, false, Strength.CLEAR, NameCue.BOOKED_UNDER, refusal);
        }
        boolean booked = words.is(i - 2, "under")
                || words.is(i - 2, "with") && words.is(before, "the") && words.isCapitalised(next)
                || words.is(i - 2, "use")
                || words.is(before, "under")
                || words.is(before, "on");
        if (booked) {
            return new NameCue(next, false, Strength.CLEAR, NameCue.BOOKED_UNDER, refusal);
        }
        boolean opens = words.startsSentence(i) || words.gap(i) == ',' || words.is(before, "and");
        return opens || isMine(words, i) ? new NameCue(next, false, Strength.CLEAR, NameCue.NAME_LABEL, refusal) : null;
    }

    private static boolean isQuotationMark(char gap) {
        return gap == '"' || gap == '“' || gap == '\'' || gap == '‘' || gap == '«' || gap == '„';
    }

    private static boolean isMine(Words words, int i) {
        return words.is(i - 1, "my") || words.is(i - 2, "my");
    }

    private static char gap(Words words, int word) {
        return word < words.count() ? words.gap(word) : Words.START;
    }

    private static @Nullable String refusal(Words words, int name, int before) {
        if (NOT_PERSON.has(words, before) || words.is(before, "the") && isOfFirm(words, before)) {
            return "not-a-person";
        }
        for (int k = Math.max(0, name - 3); k < name; k++) {
            boolean owner = OWNERS.has(words, k) || words.isPossessive(k) && !CONTRACTED.has(words, k);
            if (owner && !words.startsSentence(k + 1)) {
                return NOT_PERSON.has(words, k) ? "not-a-person" : "third-party";
            }
        }
        return null;
    }

    /** "It's a small company from Oslo, the name is …". */
    private static boolean isOfFirm(Words words, int the) {
        for (int k = the - 1; k >= Math.max(0, the - FAR) && !words.startsSentence(k + 1); k--) {
            if (CompanyLabel.FIRMS.has(words, k)) {
                return true;
            }
        }
        return false;
    }

    /** "Jane Doe is my name", "Jane Doe is the reservation name". */
    static @Nullable NameCue behind(Words words, int i) {
        boolean the = words.is(i + 1, "the");
        boolean name = words.is(i + 2, "name") || OF_NAME.has(words, i + 2) && words.is(i + 3, "name");
        boolean ofThing = the && words.is(i + 3, "of");
        if (!name || ofThing || !(the || words.is(i + 1, "my")) || i == 0 || words.gap(i) != Words.BLANK) {
            return null;
        }
        return NameCue.endingBefore(i, Strength.CERTAIN);
    }

    /** "Contact person: …", "Ansprechpartner Herr …". */
    static @Nullable NameCue contactPerson(Words words, int i) {
        boolean person = words.is(i, "person");
        boolean yours = words.is(i - 1, "your") || words.is(i - 1, "ihr") || words.is(i - 2, "your");
        if (yours || person && !words.is(i - 1, "contact") || i + 1 >= words.count()) {
            return null;
        }
        boolean labelled = words.gap(i + 1) == ':' || !person && words.isCapitalised(i + 1);
        return labelled ? NameCue.of(i + 1, Strength.CLEAR, NameCue.NAME_LABEL) : null;
    }

    /** "Auf den Namen Groß", "на имя Анна Лунд", "na nazwisko Nowak", "na jméno Nováková". */
    static @Nullable NameCue onTheName(Words words, int i) {
        boolean bears = words.is(i - 1, "den")
                && (words.is(i - 2, "auf") || TRAGE.isBefore(words, i, BEARING)); // "trage jetzt den Namen Groß"
        boolean on = bears || words.is(i - 1, "на") || words.is(i - 1, "na");
        return on ? NameCue.withCapital(words, i + 1, Strength.CLEAR, NameCue.BOOKED_UNDER) : null;
    }

    /** "Benim adım Ayşe", "nama saya Putri", "tên tôi là Lan", "numele meu este Ana", "atas nama Putri". */
    static @Nullable NameCue inOtherOrder(Words words, int i) {
        if (words.is(i - 1, "atas") || words.is(i, "باسم")) {
            return NameCue.of(i + 1, Strength.CLEAR, NameCue.BOOKED_UNDER);
        }
        int start = switch (words.folded(i)) {
            case "tên" -> vietnamese(words, i);
            case "نام", "নাম" -> ofMine(words, i);
            case "नाम" -> words.is(i - 1, "का") ? i : behindLinks(words, i + 1); // "दुकान का नाम"
            case "nama", "numele", "όνομά" -> OWN.has(words, i + 1) ? behindLinks(words, i + 1) : i;
            default -> behindLinks(words, i + 1);
        };
        return start > i ? NameCue.of(start, Strength.CERTAIN, NameCue.NAME_LABEL) : null;
    }

    /** "میرا نام احمد", "نام من سارا": where the name begins; {@code name} where it is not said to be one's own. */
    private static int ofMine(Words words, int name) {
        if (words.is(name + 1, "من")) {
            return name + 2;
        }
        return words.is(name - 1, "میرا") || words.is(name - 1, "আমার") ? name + 1 : name;
    }

    private static int behindLinks(Words words, int from) {
        int at = from;
        while (OWN.has(words, at) || VERBS.has(words, at)) {
            at++;
        }
        return at;
    }

    /** "Tên là Lan", "tên tôi là Lan", "tên đầy đủ là Lan", "mình tên Lan": where the name begins; {@code name} where none is told. */
    private static int vietnamese(Words words, int name) {
        int whole = words.is(name + 1, "đầy") && words.is(name + 2, "đủ") ? name + 2 : name;
        int next = I_VIETNAMESE.has(words, whole + 1) ? whole + 2 : whole + 1;
        boolean last = words.gap(name) == ',' && words.startsSentence(next + 1); // "…, tên Lan."
        boolean told = next > whole + 1
                || words.is(next, "là")
                || FormField.isSign(words, next)
                || I_VIETNAMESE.has(words, name - 1)
                || last && next < words.count() && words.isCapitalised(next);
        boolean ofFirm = VIETNAMESE_FIRMS.has(words, name - 1)
                || VIETNAMESE_FIRMS.has(words, name - 2) && words.gap(name - 1) == Words.BLANK;
        return !told || ofFirm ? name : words.is(next, "là") ? next + 1 : next;
    }
}
