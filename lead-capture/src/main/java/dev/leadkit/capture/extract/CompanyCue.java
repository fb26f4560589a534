package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A place where a company's name should follow.
 *
 * @param start the word that should begin the name
 * @param end the word before which it ends; 0 where the words themselves tell
 */
record CompanyCue(int start, int end, Kind kind) {
    CompanyCue(int start, Kind kind) {
        this(start, 0, kind);
    }

    /** What was said before the name, and so how much the words after it must look like one. */
    enum Kind {
        /** "company name: …". */
        LABEL("company-label", 0.9),
        /** "my company is …", "our shop is called …". */
        OWN("own-company", 0.9),
        /** "my company …". */
        OWN_BARE("own-company", 0.7),
        /** "My restaurant …". */
        OURS_BESIDE("own-company", 0.7),
        /** "Our fleet policy, …", "we are a strata manager (…". */
        OURS_APART("own-company", 0.7),
        /** "Company …". */
        BARE("company-bare", 0.7),
        /** "Ordering for …", "invoice to …". */
        ORDERED("company-bare", 0.7),
        /** The message answers a question for it. */
        ANSWER("answer-to-company-question", 0.85),
        /** "I work at …", "on behalf of …". */
        WORKPLACE("workplace", 0.8),
        /** "I work in …", which may be a place. */
        WORKPLACE_IN("workplace-in", 0.7),
        /** "am working …". */
        WORKPLACE_BARE("workplace-bare", 0.7),
        /** "I'm Tove from …", which may be a place too. */
        COMES_FROM("comes-from", 0.7),
        /** "We are …", "I run …", which may be anything. */
        WE_ARE("we-are", 0.7),
        /** "The manager at …", where the visitor is that. */
        TITLE_AT("title-at", 0.75),
        /** "Fjord Bakery here", which says that it is a company. */
        HERE("own-company", 0.75),
        /** "I'm Tove Lund of …". */
        MEMBER_OF("comes-from", 0.7),
        /** Below or beside a name and a title, at the end of a message. */
        SIGNED("signature", 0.7),
        /** A name that says that it is a company's, and nothing else. */
        ALONE("company-alone", 0.65);

        final String code;
        final double confidence;

        Kind(String code, double confidence) {
            this.code = code;
            this.confidence = confidence;
        }
    }

    private static final WordSet OTHERS = WordSet.listed("""
            wife husband friend colleague brother sister son daughter he she they father mother dad mom partner boss his
            her their landlord supplier vendor""");

    /** Reads on from a word that may begin a cue. */
    private interface Reader {
        @Nullable
        CompanyCue read(Words words, int i);
    }

    private static final WordMap<Reader> READERS = WordMap.<Reader>builder()
            .put(CompanyLabel::firm, CompanyLabel.FIRMS)
            .put(CompanyLabel::venue, CompanyLabel.VENUES)
            .put(CompanyLabel::ourFirm, CompanyLabel.OUR_FIRMS)
            .put(CompanyLabel::client, "client", "customer", "account", "buyer")
            .put(OurFirm::called, "called", "named")
            .put(
                    OurFirm::foreignCalled,
                    WordSet.listed(
                            "llamada llamado chiamata chiamato appelée appelé nommée nommé chamada chamado genannt genaamd"))
            .put(OurFirm::thatIsOurs, "that's", "that", "which")
            .put(OurFirm::here, "here")
            .put(Workplace::worksAt, "work", "working", "employed")
            .put((words, i) -> Workplace.thereAfter(words, i, "bei", "für"), "arbeite")
            .put((words, i) -> Workplace.thereAfter(words, i, "chez", "pour"), "travaille")
            .put((words, i) -> Workplace.thereAfter(words, i, "en", "para"), "trabajo")
            .put((words, i) -> Workplace.thereAfter(words, i, "na", "no"), "trabalho")
            .put((words, i) -> Workplace.thereAfter(words, i, "per", "da"), "lavoro")
            .put((words, i) -> Workplace.thereAfter(words, i, "på", "för"), "jobbar", "arbetar", "jobber", "arbejder")
            .put(Workplace::hos, "hos")
            .put(Workplace::presso, "presso")
            .put((words, i) -> Workplace.thereAfter(words, i, "bij", "voor"), "werk")
            .put((words, i) -> Workplace.thereAfter(words, i, "в", "на"), "работаю", "работаем")
            .put((words, i) -> Workplace.thereAfter(words, i, "of", "of"), "behalf")
            .put((words, i) -> words.is(i - 1, "de") ? ForeignFirm.speaksFor(words, i) : null, "parte")
            .put(Workplace::represents, "represent", "representing")
            .put(OurFirm::namens, "namens")
            .put(
                    Workplace::comesFrom,
                    "from",
                    "with",
                    "at",
                    "von",
                    "de",
                    "w",
                    "chez",
                    "of",
                    "da",
                    "van",
                    "fra",
                    "från",
                    "dari")
            .put(OurFirm::ours, "our", "my")
            .put(OurFirm::weAre, "we're", "were")
            .put(OurFirm::operates, "as")
            .put((words, i) -> new CompanyCue(words.is(i + 1, "is") ? i + 2 : i + 1, Kind.OURS_APART), "mine's", "mine")
            .put(OurFirm::whereIWork, "where")
            .put(OurFirm::wants, "would", "is", "requires")
            .put((words, i) -> words.is(i + 1, "på") ? Workplace.there(i + 2) : null, "vi")
            .put(OurFirm::isUs, "us")
            .put(BilledFirm::orderedFor, "for")
            .put(Workplace::jobFor, "di", "del", "della")
            .put(BilledFirm::billedTo, "to")
            .put(BilledFirm::under, "under")
            .put(BilledFirm::onAccount, "po", "acct", "policy", "contract")
            .put(BilledFirm::forOne, "für", "pour", "para", "voor")
            .put(PrefixedFirm::form, PrefixedFirm.FORMS)
            .put(Workplace::joined, "joined")
            .put(ForeignFirm::weAre, "siamo", "somos", "olemme", "jesteśmy", "jsme", "suntem")
            .put(ForeignFirm::represent, ForeignFirm.REPRESENT)
            .put(ForeignFirm::work, ForeignFirm.WORK)
            .put(ForeignFirm::inTheNameOf, ForeignFirm.NAME_OF)
            .put(FirmBefore::turkish, FirmBefore.TURKISH)
            .put(ForeignFirmName::turkish, ForeignFirmName.TURKISH_NAME)
            .put(ForeignFirmName::label, ForeignFirmName.LABELS)
            .put(ForeignFirmName::namanya, "namanya")
            .put(ForeignFirmName::ours, ForeignFirmName.ARABIC_MINE)
            .put(ForeignFirmName::arabicCalled, ForeignFirmName.ARABIC_CALLED)
            .put(ForeignFirmName::we, ForeignFirmName.ARABIC_WE)
            .put((words, i) -> words.is(i - 1, "la") ? ForeignFirm.speaksFor(words, i) : null, "part")
            .put(ForeignFirm::fromUncased, "من", "از")
            .put(ForeignFirm::from, ForeignFirm.FROM)
            .put(FirmBefore::hindi, "se")
            .put(FirmBefore::fromHindi, "से")
            .put(ForeignFirm::hindiName, ForeignFirm.HINDI_NAME)
            .put(ForeignFirm::owner, ForeignFirm.OWNERS)
            .put(ForeignFirm::vietnamese, "ty")
            .put(ForeignFirm::trades, "firmiert", "firmieren")
            .put(ForeignFirm::hungarian, "cégünk", "cégem", "vállalkozásunk", "vállalkozásom", "egyesületünk")
            .put(ForeignFirm::thatIsCalled, ForeignFirm.IS_CALLED)
            .put(ForeignFirm::drive, "driver")
            .put(OurFirm::we, "we")
            .put(
                    (words, i) -> words.is(i + 1, "von") || words.is(i + 1, "sind") || words.gap(i + 1) == ','
                            ? Workplace.weAre(words, i + (words.is(i + 1, "sind") ? 2 : 1))
                            : null,
                    "wir")
            .put((words, i) -> words.is(i + 1, "zijn") ? Workplace.weAre(words, i + 2) : null, "wij")
            .put((words, i) -> words.is(i + 1, "sommes") ? ForeignFirm.weAre(words, i + 1) : null, "nous")
            .put(
                    (words, i) -> words.is(i - 1, "i") || words.is(i - 1, "we") ? Workplace.weAre(words, i + 1) : null,
                    "run",
                    "own",
                    "founded",
                    "manage")
            .build();

    /** The cue that stands at a word, null if none does. */
    static @Nullable CompanyCue at(Words words, int i) {
        Reader reader = READERS.get(words, i);
        return reader == null ? null : reader.read(words, i);
    }

    static boolean isFirmWord(String word) {
        return CompanyLabel.FIRMS.contains(word);
    }

    static boolean isOther(String word) {
        return OTHERS.contains(word);
    }
}
