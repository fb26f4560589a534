package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Tells whether bot or agent asked for the visitor's own name, and not for a pet's, a company's or a user name. */
final class NameQuestion {
    private static final int LONGEST = 600;

    /** A question of so few words that a name in it is what is asked for. */
    private static final int SHORT = 12;

    private static final int FAR = 8;

    private static final WordSet NAMES = WordSet.listed("""
            name names fullname firstname yourname contactname customername nama surname namen nombre nom nome naam ad adı имя navn namn isim adınız apellido prénom vorname nachname
            cognome sobrenome imię nazwisko jméno příjmení meno priezvisko nimi nimesi nimenne név neve neved nume numele prenume
            όνομα όνομά ονοματεπώνυμο ім'я прізвище фамилия фио піб soyad soyadı soyadınız isminiz isminizi adınızı tên नाम
            الاسم اسمك اسمكم""");
    private static final WordSet LAST_NAMES =
            WordSet.listed("surname nachname achternaam apellido apellidos cognome sobrenome efternamn etternavn");
    private static final WordSet LAST = WordSet.listed("last family second");
    private static final WordSet WHOLE = WordSet.listed("first full whole complete given");

    private static final WordSet OTHERS = WordSet.listed("""
            maiden merchant tenant landlord pet company business user username file product doctor driver restaurant hotel city street bank brand
            event pet's mother's father's school firm organization organisation employer project domain team item movie
            song artist recipient sender beneficiary card app software plan store trainer friend friend's teacher spouse""");

    /** Before the word for it they make a question or a request of it. */
    private static final WordSet REQUESTS = WordSet.listed("""
            your you ur have get give provide tell what what's which ihr ihren dein su tu votre ton seu uw je ваше tuo
            suo need enter share know may please full first under whose qual quel cuál come como che xin cho""");

    /** Of these the visitor is one: "the parent's name". */
    private static final WordSet THEIR_OWN = WordSet.listed("""
            driver's host's booker's renter's traveller's traveler's guest's organiser's organizer's parent's policyholder's customer's caller's patient's applicant's holder's passenger's student's
            owner's client's buyer's member's tenant's what's company's that's""");

    private NameQuestion() {}

    static boolean asks(String asked) {
        Words words = Words.ofRequest(asked, LONGEST);
        boolean named = false;
        for (int i = 0; i < words.count(); i++) {
            if (NAMES.has(words, i) && isPersonal(words, i)) {
                named |= hasRequest(words, i);
            }
        }
        return named || WhoQuestion.asks(asked, words);
    }

    /** Whether it asks for nothing of a name but the last one. */
    static boolean asksLastName(String asked) {
        Words words = Words.ofRequest(asked, LONGEST);
        boolean last = false;
        for (int i = 0; i < words.count(); i++) {
            if (WHOLE.has(words, i)) {
                return false;
            }
            last |= LAST_NAMES.has(words, i) || LAST.has(words, i) && NAMES.has(words, i + 1);
        }
        return last;
    }

    private static boolean isPersonal(Words words, int name) {
        for (int i = Math.max(0, name - 4); i < name; i++) {
            if (OTHERS.has(words, i) && !hasSentenceEnd(words, i + 1, name)) {
                return false;
            }
        }
        if (words.isPossessive(Math.max(0, name - 1)) && !THEIR_OWN.has(words, name - 1)) {
            return false;
        }
        return !isOfAThing(words, name) && !words.is(name - 1, "my");
    }

    /** "the name of …", "the name, time and location for the event", but "your name for the event". */
    private static boolean isOfAThing(Words words, int name) {
        if (words.is(name + 1, "of") || words.is(name + 1, "it")) {
            return true;
        }
        for (int i = name + 1; i <= name + 3 && i < words.count() && !words.startsSentence(i); i++) {
            if (CompanyCue.isFirmWord(words.folded(i)) && !words.is(i, "company") && !words.is(i, "business")) {
                return true; // "nome da empresa"
            }
        }
        if (words.is(name - 1, "your")) {
            return false;
        }
        for (int i = name + 1; i < Math.min(words.count(), name + 9) && !words.startsSentence(i); i++) {
            if (OTHERS.has(words, i) && (words.is(i - 1, "the") || words.is(i - 1, "this"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSentenceEnd(Words words, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (words.startsSentence(i)) {
                return true;
            }
        }
        return false;
    }

    /** "your name", "the name for the booking", "a name", "name please", or a question mark behind. */
    private static boolean hasRequest(Words words, int name) {
        for (int i = Math.max(0, name - 6); i < name; i++) {
            if (REQUESTS.has(words, i)) {
                return true;
            }
        }
        return sentenceLength(words, name) <= SHORT && isAskedBehind(words, name) && isNear(words, name)
                || words.is(name + 1, "please")
                || words.gap(name + 1) == '?'
                || words.gap(name + 1) == ':'
                || words.count() <= 3;
    }

    /** It comes first, or second in its sentence, and not in a list of things. */
    private static boolean isNear(Words words, int name) {
        return words.startsSentence(name) || words.startsSentence(name - 1);
    }

    private static int sentenceLength(Words words, int name) {
        int from = name;
        while (from > 0 && !words.startsSentence(from) && name - from <= SHORT) {
            from--;
        }
        int to = name + 1;
        while (to < words.count() && !words.startsSentence(to) && to - from <= SHORT) {
            to++;
        }
        return to - from;
    }

    /** "Name and number?", "Name, phone", "parent's name and phone please". */
    private static boolean isAskedBehind(Words words, int name) {
        for (int i = name + 1; i <= Math.min(words.count(), name + FAR); i++) {
            char gap = words.gap(i);
            boolean list = i == words.count() && (NumberCue.isContactLabel(words, i - 1) || words.is(i - 1, "number"));
            if (gap == '?' || list || words.is(i, "please") || words.is(i, "pls")) {
                return true;
            }
            if (Words.isSentenceEnd(gap)) {
                return false;
            }
        }
        return false;
    }
}
