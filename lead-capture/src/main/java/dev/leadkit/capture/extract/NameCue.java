package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A place where a name should follow, or stand before.
 *
 * @param nameStart the word that should begin the name
 * @param backwards whether the name stands before the cue instead
 * @param refusal why a name here is not the visitor's, null if it is
 */
record NameCue(
        int nameStart,
        boolean backwards,
        Strength strength,
        String code,
        @Nullable String refusal) {
    /** How much the cue alone says, and so how much the word must look like a name. */
    enum Strength {
        /** "my name is". */
        CERTAIN(0.95),
        /** The message answers a question for the name. */
        ANSWER(0.9),
        /** "this is … here", "under the name". */
        CLEAR(0.85),
        /** "I am …", "it's …". */
        WEAK(0.7),
        /** "a booking for …": capitals and two words, please. */
        FAINT(0.65),
        /** A last name alone. */
        LAST(0.6);

        final double confidence;

        Strength(double confidence) {
            this.confidence = confidence;
        }

        boolean isCertain() {
            return this == CERTAIN;
        }

        /** The visitor was asked, or says that a name follows. */
        boolean isAsked() {
            return this == CERTAIN || this == ANSWER;
        }

        boolean isWeak() {
            return this == WEAK || this == FAINT;
        }

        boolean needsCapital() {
            return this == FAINT;
        }

        boolean needsTwo() {
            return this == FAINT;
        }
    }

    /** Codes of the two parts of a name, which together are one. */
    static final String FIRST_NAME = "first-name";

    static final String LAST_NAME = "last-name";

    /** So many words a name has with an address or a number behind. */
    private static final int MAX_SIGNATURE = 14;

    private static final WordSet NOT_PERSON = WordSet.listed("""
            company business user product brand domain file project firm hotel restaurant street pet pet's dog's
            cat's maiden screen account bank shop store app organization organisation team login host server doctor
            doctor's driver driver's middle sur agent whose what your movie band song artist city network""");
    private static final WordSet CONTRACTED = WordSet.listed("it's here's that's let's what's");
    private static final WordSet OWNERS = WordSet.listed("his her their wife husband wifes husbands");
    private static final WordSet BOOKED = WordSet.listed("""
            booked booking reservation reserved table reserve book appointment order ordered registered made be put
            it is it's""");
    private static final WordSet RESERVED = WordSet.listed("reservation booking reservations bookings");

    /** Reads on from a word that may begin a cue. */
    private interface Reader {
        @Nullable
        NameCue read(Words words, int i);
    }

    private static final WordMap<Reader> READERS = WordMap.<Reader>builder()
            .put(NameCue::named, "name", "names", "name's", "nombre", "nom", "nome", "naam", "navn", "namn", "имя")
            .put((words, i) -> am(words, i + 1), "i'm", "im")
            .put((words, i) -> words.is(i + 1, "am") ? am(words, i + 2) : go(words, i), "i")
            .put((words, i) -> words.is(i + 1, "is") ? thisIs(words, i) : null, "this")
            .put(NameCue::its, "it's", "its")
            .put((words, i) -> introducing(i + (words.is(i + 1, "is") ? 2 : 1), Strength.CLEAR), "myself")
            .put((words, i) -> words.is(i + 1, "me") ? callMe(words, i + 2) : null, "call")
            .put(NameCue::under, "under")
            .put(NameCue::bookedFor, "for")
            .put(NameCue::here, "here", "speaking")
            .put((words, i) -> words.is(i + 1, "my") || words.is(i + 1, "the") ? isMyName(words, i) : null, "is")
            .put(
                    NameCue::signOff,
                    "regards",
                    "sincerely",
                    "cheers",
                    "best",
                    "thanks",
                    "greetings",
                    "grüße",
                    "grüßen",
                    "gruß",
                    "gruss",
                    "mfg",
                    "lg",
                    "saludos",
                    "gracias",
                    "cordialement",
                    "merci",
                    "groeten",
                    "groet",
                    "mvg",
                    "saluti",
                    "grazie",
                    "atenciosamente",
                    "obrigado",
                    "obrigada",
                    "hälsningar",
                    "hilsen",
                    "mvh",
                    "wishes")
            .put(
                    (words, i) -> introducing(i + 1, Strength.CERTAIN),
                    "llamo",
                    "chiamo",
                    "chamo",
                    "chamo-me",
                    "зовут",
                    "звати",
                    "λέγομαι")
            .put(
                    (words, i) -> introducing(i + (words.is(i + 1, "się") ? 2 : 1), Strength.CERTAIN),
                    "m'appelle",
                    "heiße",
                    "heisse",
                    "heet",
                    "heter",
                    "hedder",
                    "nazywam")
            .put(NameCue::foreignAm, "bin", "soy", "suis", "sono", "sou", "ben")
            .put(NameCue::foreignName, "adım", "اسمي", "tên", "nama")
            .put(
                    NameCue::contactPerson,
                    "person",
                    "ansprechpartner",
                    "ansprechpartnerin",
                    "referente",
                    "contactpersoon")
            .put((words, i) -> i == 0 ? capital(words, i + 1) : null, "met")
            .put((words, i) -> words.is(i - 1, "moi") ? capital(words, i + 1) : null, "c'est")
            .build();

    /** The cue that starts at a word, null if none does. */
    static @Nullable NameCue at(Words words, int i) {
        Reader reader = READERS.get(words, i);
        return reader == null ? null : reader.read(words, i);
    }

    private static NameCue introducing(int nameStart, Strength strength) {
        return of(nameStart, strength, "self-introduction");
    }

    private static NameCue of(int nameStart, Strength strength, String code) {
        return new NameCue(nameStart, false, strength, code, null);
    }

    private static @Nullable NameCue named(Words words, int i) {
        int before = words.startsSentence(i) ? -1 : i - 1;
        boolean afterMy = words.is(i - 1, "my") || words.is(i - 2, "my");
        int next = i + 1;
        char gap = next < words.count() ? words.gap(next) : Words.START;
        boolean linked = words.is(next, "is")
                || words.is(next, "ist")
                || words.is(next, "es")
                || words.is(next, "est")
                || words.is(next, "é")
                || words.is(next, "è")
                || words.is(next, "er")
                || words.is(next, "was")
                || words.is(next, "would") && words.is(next + 1, "be")
                || words.is(next, "should") && words.is(next + 1, "be")
                || words.is(next, "s");
        boolean contracted = words.is(i, "name's") || words.is(i, "names") && afterMy;
        String refusal = refusal(words, i, before);
        boolean given = words.is(before, "first") || words.is(before, "given");
        if (given && !linked && gap == Words.BLANK && words.isCapitalised(next)) {
            return of(next, Strength.CLEAR, FIRST_NAME);
        }
        if (words.is(before, "last") || words.is(before, "family")) {
            boolean capital = gap == Words.BLANK && words.isCapitalised(next);
            return linked || gap == ':' || capital ? of(linked ? next + 1 : next, Strength.LAST, LAST_NAME) : null;
        }
        if (linked) {
            next += words.is(next, "would") || words.is(next, "should") ? 2 : 1;
            return new NameCue(next, false, Strength.CERTAIN, given ? FIRST_NAME : "self-introduction", refusal);
        }
        if (contracted) {
            return new NameCue(next, false, Strength.CERTAIN, "self-introduction", refusal);
        }
        if (gap == ':' || gap == '-' || gap == '=' || gap == '：' || gap == '–') {
            return new NameCue(next, false, Strength.CERTAIN, given ? FIRST_NAME : "name-label", refusal);
        }
        boolean bookedUnder = words.is(next, "de") || words.is(next, "van") || words.is(next, "di");
        if (bookedUnder && gap == Words.BLANK && next + 1 < words.count() && words.isCapitalised(next + 1)) {
            return of(next + 1, Strength.CLEAR, "booked-under-name"); // "a nombre de …", "op naam van …"
        }
        if (words.is(i, "name")
                && gap == Words.BLANK
                && i > 0
                && words.startsWithDigit(i - 1)
                && words.isCapitalised(next)) {
            return new NameCue(next, false, Strength.CLEAR, "name-label", refusal);
        }
        if (words.is(i, "name") && gap == Words.BLANK) {
            boolean of = words.is(next, "of");
            boolean under = words.is(before, "the")
                    || words.is(before, "on")
                    || words.is(before, "under")
                    || words.is(before, "in");
            if (of
                            && (words.is(i - 2, "under")
                                    || words.is(i - 2, "in")
                                    || words.is(i - 2, "by")
                                    || words.is(i - 2, "on"))
                    || of && under) {
                return new NameCue(next + 1, false, Strength.CLEAR, "booked-under-name", refusal);
            }
            if (words.is(i - 2, "under")
                    || words.is(i - 2, "use")
                    || words.is(before, "under")
                    || words.is(before, "on")) {
                return new NameCue(next, false, Strength.CLEAR, "booked-under-name", refusal);
            }
            if (afterMy || i == 0 || words.startsSentence(i) || words.gap(i) == ',' || words.is(before, "and")) {
                return new NameCue(next, false, Strength.CLEAR, "name-label", refusal);
            }
        }
        return null;
    }

    private static @Nullable String refusal(Words words, int name, int before) {
        if (NOT_PERSON.has(words, before)) {
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

    /** A weak cue for a name that must have a capital. */
    private static @Nullable NameCue capital(Words words, int start) {
        return start < words.count() && words.isCapitalised(start)
                ? of(start, Strength.WEAK, "self-introduction")
                : null;
    }

    /** "Contact person: …", "Ansprechpartner Herr …". */
    private static @Nullable NameCue contactPerson(Words words, int i) {
        boolean person = !words.is(i, "person") || words.is(i - 1, "contact");
        boolean labelled = i + 1 < words.count()
                && (words.gap(i + 1) == ':' || !words.is(i, "person") && words.isCapitalised(i + 1));
        boolean yours = words.is(i - 1, "your") || words.is(i - 1, "ihr") || words.is(i - 2, "your");
        return person && labelled && !yours ? of(i + 1, Strength.CLEAR, "name-label") : null;
    }

    /** Over "um" and "uh". */
    private static int skipHesitation(Words words, int start) {
        int at = start;
        while (at < start + 2 && (words.is(at, "um") || words.is(at, "uh") || words.is(at, "er"))) {
            at++;
        }
        return at;
    }

    /** "Wasserschaden im Keller" is German. */
    private static boolean isGermanIn(Words words, int i) {
        return words.is(i, "im")
                && i > 1
                && words.gap(i) == Words.BLANK
                && words.isCapitalised(i - 1)
                && !words.startsSentence(i - 1);
    }

    private static @Nullable NameCue am(Words words, int next) {
        if (isGermanIn(words, next - 1)) {
            return null;
        }
        if (next >= words.count() || words.gap(next) != Words.BLANK) {
            return null;
        }
        int start = words.is(next, "called") || words.is(next, "named") ? next + 1 : next;
        start += words.is(next, "known") && words.is(next + 1, "as") ? 2 : 0;
        return of(start, start > next ? Strength.CLEAR : Strength.WEAK, "self-introduction");
    }

    private static @Nullable NameCue go(Words words, int i) {
        boolean goBy = words.is(i + 1, "go") && words.is(i + 2, "by");
        return goBy ? of(i + 3, Strength.CLEAR, "self-introduction") : null;
    }

    private static @Nullable NameCue thisIs(Words words, int i) {
        boolean opens = words.startsSentence(i) || words.gap(i) == ',' || i < 4;
        return opens ? of(skipHesitation(words, i + 2), Strength.WEAK, "self-introduction") : null;
    }

    /** "it's Jane" says a name only at the start of a message, in capitals, or with "here" behind. */
    private static @Nullable NameCue its(Words words, int i) {
        boolean under = words.is(i + 1, "under");
        if (words.is(i + 1, "me") && i < 3 && i + 2 < words.count() && words.gap(i + 2) == ',') {
            return capital(words, i + 2); // "it's me, Jane"
        }
        if (i < 3 && words.is(i + 2, "again") && words.gap(i + 2) == Words.BLANK && !under) {
            return of(i + 1, Strength.WEAK, "self-introduction");
        }
        return !under && i < 3 && i + 1 < words.count() && words.isCapitalised(i + 1) && words.count() - i <= 5
                ? of(i + 1, Strength.WEAK, "self-introduction")
                : null;
    }

    private static @Nullable NameCue callMe(Words words, int next) {
        boolean negated = words.is(next - 3, "don't") || words.is(next - 3, "not");
        boolean opener = words.is(next, "at") || words.is(next, "on");
        return negated || opener ? null : of(next, Strength.WEAK, "self-introduction");
    }

    private static @Nullable NameCue under(Words words, int i) {
        if (words.is(i + 1, "the") || words.is(i + 1, "name") || words.is(i + 1, "my")) {
            return null; // "under the name" is a cue at "name"
        }
        for (int k = Math.max(0, i - 8); k < i; k++) {
            if (BOOKED.has(words, k) && i + 1 < words.count() && words.isCapitalised(i + 1)) {
                return of(i + 1, Strength.CLEAR, "booked-under-name");
            }
        }
        return i == 0 && i + 1 < words.count() && words.isCapitalised(1)
                ? of(1, Strength.CLEAR, "booked-under-name")
                : null;
    }

    private static @Nullable NameCue bookedFor(Words words, int i) {
        for (int k = Math.max(0, i - 6); k < i; k++) {
            if (RESERVED.has(words, k) && !words.startsSentence(k + 1)) {
                return of(i + 1, Strength.FAINT, "booked-for");
            }
        }
        return null;
    }

    /** "Jane Doe here", "jane speaking". */
    private static @Nullable NameCue here(Words words, int i) {
        boolean carriesOn = words.isCapitalised(Math.max(0, i - 1))
                && (words.is(i + 1, "from")
                        || words.is(i + 1, "at")
                        || words.is(i + 1, "with")
                        || words.is(i + 1, "again"));
        boolean ends = i + 1 >= words.count() || words.gap(i + 1) != Words.BLANK || carriesOn;
        if (i == 0 || i > 6 || !ends || words.gap(i) != Words.BLANK) {
            return null;
        }
        return words.isCapitalised(i - 1) || i <= 3
                ? new NameCue(i, true, Strength.CLEAR, "self-introduction", null)
                : null;
    }

    private static @Nullable NameCue isMyName(Words words, int i) {
        boolean name = words.is(i + 2, "name") || words.is(i + 2, "full") && words.is(i + 3, "name");
        boolean ofAThing = words.is(i + 1, "the") && words.is(i + 3, "of");
        if (!name || ofAThing || i == 0 || words.gap(i) != Words.BLANK) {
            return null;
        }
        return new NameCue(i, true, Strength.CERTAIN, "self-introduction", null);
    }

    /** "Best regards,\nJane Doe" at the end of a message, or with no more behind than a line of it and how to reach her. */
    private static @Nullable NameCue signOff(Words words, int i) {
        int next = i + 1;
        if (next >= words.count()) {
            return null;
        }
        boolean near = words.count() - next <= 4;
        char gap = words.gap(next);
        boolean line = gap == '\n' && (near || isShortLine(words, next));
        boolean refused = !words.startsSentence(i) && words.is(i - 1, "no"); // "no thanks, Sam" speaks to Sam
        boolean marked =
                gap == ',' || words.is(i, "mvg") || words.is(i, "mfg") || words.is(i, "lg") || words.is(i, "mvh");
        boolean toAgent = (words.is(i, "thanks") || words.is(i, "cheers")) && isFollowed(words, next);
        boolean comma = marked
                && !toAgent
                && (near || isBeforeContact(words, next))
                && words.isCapitalised(next)
                && !words.is(i, "best")
                && !refused;
        return line || comma ? of(next, line ? Strength.CLEAR : Strength.WEAK, "sign-off") : null;
    }

    /** "Thanks, Tove! See you" speaks to Tove. */
    private static boolean isFollowed(Words words, int name) {
        int end = NameRun.end(words, name, Strength.WEAK);
        char mark = words.gap(Math.min(end, words.count()));
        return mark == '!' || end < words.count() && Words.isSentenceEnd(mark) && mark != '\n';
    }

    private static boolean isShortLine(Words words, int start) {
        for (int i = start + 1; i <= start + 4 && i < words.count(); i++) {
            if (words.gap(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Two or three words, then an address or a number and nothing else. */
    private static boolean isBeforeContact(Words words, int start) {
        if (words.count() - start > MAX_SIGNATURE) {
            return false;
        }
        for (int i = start + 1; i <= start + 3 && i < words.count(); i++) {
            if (words.gap(i) != Words.BLANK) {
                return ContactRun.startsAt(words, i);
            }
        }
        return false;
    }

    /** "ich bin Jürgen", "soy Inés": a capital is needed, the verb alone says little. */
    private static @Nullable NameCue foreignAm(Words words, int i) {
        boolean verb = switch (words.folded(i)) {
            case "bin" -> words.is(i - 1, "ich");
            case "suis" -> words.is(i - 1, "je");
            case "soy" ->
                i == 0
                        || words.is(i - 1, "yo")
                        || words.is(i - 1, "hola")
                        || words.gap(i) == ','
                        || words.startsSentence(i);
            case "sou" -> words.is(i - 1, "eu") || i == 0 || words.gap(i) == ',' || words.startsSentence(i);
            case "sono" -> i == 0 || words.is(i - 1, "ciao") || words.gap(i) == ',' || words.is(i - 1, "io");
            default -> i == 0 || words.gap(i) == ',';
        };
        boolean article = words.is(i, "sou") && (words.is(i + 1, "a") || words.is(i + 1, "o"))
                || words.is(i, "bin") && (words.is(i + 1, "der") || words.is(i + 1, "die"));
        int start = article ? i + 2 : i + 1;
        boolean capital = start < words.count() && words.isCapitalised(start) && words.gap(start) == Words.BLANK;
        return verb && capital ? of(start, Strength.WEAK, "self-introduction") : null;
    }

    private static @Nullable NameCue foreignName(Words words, int i) {
        if (words.is(i, "nama")) {
            return words.is(i + 1, "saya") ? of(i + 2, Strength.CERTAIN, "self-introduction") : null;
        }
        if (words.is(i, "tên")) {
            return words.is(i + 1, "tôi")
                    ? of(i + (words.is(i + 2, "là") ? 3 : 2), Strength.CERTAIN, "self-introduction")
                    : null;
        }
        return of(i + 1, Strength.CERTAIN, "self-introduction");
    }
}
