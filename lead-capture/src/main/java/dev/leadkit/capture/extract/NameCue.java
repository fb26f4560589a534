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

    static final String SIGN_OFF = "sign-off";
    static final String SELF_INTRODUCTION = "self-introduction";
    static final String NAME_LABEL = "name-label";
    static final String BOOKED_UNDER = "booked-under-name";
    static final String BOOKED_FOR = "booked-for";

    /** Reads on from a word that may begin a cue. */
    private interface Reader {
        @Nullable
        NameCue read(Words words, int i);
    }

    private static final WordMap<Reader> READERS = WordMap.<Reader>builder()
            .put(
                    NameLabel::read,
                    "name",
                    "names",
                    "name's",
                    "nombre",
                    "nom",
                    "nome",
                    "naam",
                    "navn",
                    "namn",
                    "имя",
                    "ім'я",
                    "jméno",
                    "meno",
                    "név",
                    "фио",
                    "піб",
                    "nume")
            .put(NameLabel::behind, "is")
            .put(NameLabel::contactPerson, WordSet.listed("""
                    person ansprechpartner ansprechpartnerin referente contactpersoon"""))
            .put(FormField::person, WordSet.listed("""
                    contact passenger guest patient applicant policyholder caller customer client owner student parent insured
                    tenant buyer sender requester visitor"""))
            .put(FormField::attention, "attn", "attention", "hd", "h")
            .put(FormField::by, "by")
            .put(FormField::sender, "from", "von", "de", "da", "van")
            .put(FormField::firstName, "vorname", "prénom", "firstname", "förnamn", "fornavn", "imię", "voornaam")
            .put(FormField::lastName, WordSet.listed("""
                    surname lastname nachname familienname apellido apellidos sobrenome achternaam efternamn
                    etternavn nazwisko cognome фамилия прізвище"""))
            .put(NameLabel::onTheName, "namen")
            .put(
                    NameLabel::inOtherOrder,
                    WordSet.listed(
                            "adım ismim नाम اسمي إسمي واسمي الاسم باسم نام নাম tên nama nevem nimeni numele όνομά"))
            .put(SelfIntroduction::iAm, "i'm", "im", "i")
            .put(SelfIntroduction::thisIs, "this")
            .put(SelfIntroduction::itIs, "it's", "its")
            .put(SelfIntroduction::myself, "myself")
            .put(SelfIntroduction::callMe, "call")
            .put(SelfIntroduction::here, "here", "här", "εδώ", "ovdje", "ovde")
            .put(ForeignIntroduction::meByName, "jag", "jeg", "ich", "já", "yo", "eu")
            .put(IntroducingPhrases::readOrMe, IntroducingPhrases.ME)
            .put(IntroducingPhrases::read, IntroducingPhrases.FIRST_WORDS)
            .put(SelfIntroduction::speaking, "speaking")
            .put(ForeignIntroduction::met, "met", "dengan")
            .put(ForeignIntroduction::itIs, "é")
            .put(ForeignIntroduction::family, "sind")
            .put(ForeignIntroduction::toServeYou, "servirle", "servirte")
            .put((words, i) -> ForeignIntroduction.before(words, i, i + 1), "tässä")
            .put(ForeignIntroduction::cEst, "c'est")
            .put(ForeignIntroduction::calledSo, WordSet.listed("""
                    llamo chiamo chamo chamo-me зовут звати λέγομαι ονομάζομαι jmenuji jmenuju volám numesc cheamă קוראים m'appelle λένε שמי heiße heisse heet heter hedder nazywam"""))
            .put(ForeignIntroduction::foreignAm, "bin", "soy", "suis", "sono", "sou", "ben")
            .put(
                    ForeignIntroduction::openingWithAm,
                    "jestem",
                    "jsem",
                    "sunt",
                    "är",
                    "er",
                    "olen",
                    "saya",
                    "я",
                    "είμαι",
                    "là")
            .put(ForeignIntroduction::hereIs, WordSet.listed("hier aqui aquí ici qui tady täällä kalba"))
            .put(ForeignIntroduction::quem, "quem")
            .put(ForeignIntroduction::writes, WordSet.listed("пишет пише звонит дзвонить беспокоит турбує"))
            .put(ForeignIntroduction::day, "đây")
            .put(ForeignIntroduction::tu, "tu", "strony")
            .put(ForeignIntroduction::speaks, "habla", "escribe", "saluda", "parla", "scrive")
            .put(ForeignIntroduction::speakingWith, "spreekt", "sprechen", "hablas", "falando")
            .put(ForeignIntroduction::onThePhone, "l'appareil", "apparat")
            .put(ForeignIntroduction::myName, "mein")
            .put(ForeignIntroduction::vagyok, "vagyok")
            .put(ForeignIntroduction::hoon, "hoon", "hun", "hu", "bol")
            .put(ForeignIntroduction::ini, "ini")
            .put(ForeignIntroduction::ana, "أنا", "انا")
            .put(SpokenIntroduction::speaking, SpokenIntroduction.I)
            .put(SpokenIntroduction::fromFirm, SpokenIntroduction.WITH_YOU)
            .put(SpokenIntroduction::hastam, "هستم")
            .put(ForeignIntroduction::onTheName, "이름으로")
            .put(ForeignIntroduction::recipient, "nhận", "đặt")
            .put(ForeignIntroduction::tenLa, "ten")
            .put(SelfIntroduction::side, "side")
            .put(SelfIntroduction::youSpeakWith, "chatting", "talking")
            .put(SelfIntroduction::me, "me")
            .put(SelfIntroduction::askFor, "ask")
            .put(SelfIntroduction::thatIsMe, "that's", "that")
            .put(BookedName::under, "under")
            .put(BookedName::bookedFor, "for")
            .put(SignOff::read, WordSet.listed("""
                    regards regard rgs sincerely cheers best thanks thanx thnx tks wishes greetings grüße grüßen gruß gruss mfg lg saludos gracias
                    cordialement merci groeten groet mvg saluti grazie danke dank greetz greets atenciosamente obrigado obrigada hälsningar
                    hilsen mvh cordially respectfully faithfully yours rgds kr br warmly hugs xoxo xo xx much you thx ta vous saludo att atte pozdrawiam
                    hälsning vg vh groetjes bises gr уважением повагою приветом pozdravem pozdravom grata grato beaucoup mille
                    antemano voraus terveisin yt d'avance förhand hilsner
                    poważaniem szacunkiem saygılarımla saygılar tisztelettel üdvözlettel cumprimentos abraço lugupidamisega
                    pagarbiai cieņu štovanjem spoštovanjem поштовањем уважение stimă trọng hormat dziękuję dzięki děkuji ďakujem
                    köszönöm mulțumesc kiitos tack tak takk спасибо дякую благодаря teşekkürler ευχαριστώ kasih"""))
            .build();

    /** The first word, from one on, at which a cue may start; the number of words if none is left. */
    static int next(Words words, int from) {
        return READERS.next(words, from);
    }

    /** The cue that starts at a word, null if none does. */
    static @Nullable NameCue at(Words words, int i) {
        Reader reader = READERS.get(words, i);
        return reader == null ? null : reader.read(words, i);
    }

    /** The name starts at a word, and the visitor says so of himself. */
    static NameCue introducing(int nameStart, Strength strength) {
        return of(nameStart, strength, SELF_INTRODUCTION);
    }

    /** The name is the visitor's. */
    static NameCue of(int nameStart, Strength strength, String code) {
        return new NameCue(nameStart, false, strength, code, null);
    }

    /** The name ends before a word, and the visitor says so of himself. */
    static NameCue endingBefore(int word, Strength strength) {
        return new NameCue(word, true, strength, SELF_INTRODUCTION, null);
    }

    /** A name only where a word, or the one behind a title, has a capital. */
    static @Nullable NameCue withCapital(Words words, int nameStart, Strength strength, String code) {
        int name = NameRun.skipTitle(words, nameStart);
        return name < words.count() && words.isCapitalised(name) ? of(nameStart, strength, code) : null;
    }
}
