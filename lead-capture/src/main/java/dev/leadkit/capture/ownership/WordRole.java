package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a word does in a sentence that holds an address or a number; null for the many that say nothing of it. These are English, with
 * the few words of other languages that the rules of grammar need. {@link ForeignWords} has many more, which only
 * {@link OwnershipModel} weighs.
 */
public enum WordRole {
    /** "I", "we're". */
    I,
    ME,
    MINE,
    MY,
    YOU,
    YOUR,
    /** "It", "that's", "here's": points to the value itself. */
    IT,
    /** Somebody who is neither the visitor nor the company. */
    THIRD,
    /** A noun for somebody. */
    PERSON,
    /** What an address or a number is called, and other things that forms ask for. */
    LABEL,
    /** What may stand before a label: "new", "work". */
    SORT,
    DETERMINER,
    /** A preposition, which ties the value to what stands before. */
    LINK,
    BE,
    /** "Has", "did". */
    AUXILIARY,
    MODAL,
    /** To turn to somebody: "call", "reach". */
    REACH,
    /** Such a word that is a label too: "email", "text". */
    REACH_OR_LABEL,
    /** To let something go somewhere: "send", "use". */
    SEND,
    /** To keep something: "add", "save". */
    RECORD,
    /** What a visitor does at his own address: "I check …", "I signed up with …". */
    LIVE,
    /** What passes between two ends: "called", "texting", "voicemail". */
    EXCHANGE,
    /** "Says", "shows": what follows is repeated from elsewhere. */
    SAY,
    /** Another verb in a form that gives nothing: "keeps", "went". */
    VERB,
    /** "And", "so", "but": a new clause may begin. */
    JOIN,
    /** Politeness, adverbs and times. */
    FILLER,
    /** "Not", "never", of other languages. */
    NOT,
    /** "Old", "wrong", "blocked", of other languages. */
    GONE;

    static final WordMap<WordRole> ROLES = WordMap.<WordRole>builder()
            .put(I, words("i i'm im i've ive i'd i'll we we're we've we'll we'd"))
            .put(ME, words("""
                    me us mich mir moi mí llámame llamame llamadme llámeme llámenme escríbeme escribeme escribidme
                    escríbanme mándame mandame contáctame chiamami chiamatemi scrivimi scrivetemi contattami
                    contattatemi appelez-moi rappelez-moi écrivez-moi contactez-moi"""))
            .put(MINE, words("mine mine's myself ours mío mía meins"))
            .put(MY, words("""
                    my our mein meine meiner unsere meu minha mon mijn onze mój moja mio mia mitt min mera meri moje mé můj моя мой
                    моё мої мій"""))
            .put(YOU, words("you u ya you'd you'll you've you're"))
            .put(YOUR, words("your ur yours"))
            .put(IT, words("it it's its it'd that that's that'd thats this here here's there there's which these"))
            .put(THIRD, words("""
                    he she they he's she's they're they've they'd he'd she'd he'll she'll they'll him them his her hers
                    their theirs who who's whose whom someone somebody anyone anybody nobody everyone everybody
                    people folks other's another's dis none who'd who'll whos"""))
            .put(PERSON, OwnershipWords.PEOPLE)
            .put(LABEL, words("""
                    e-mail emails address addresses number numbers cell cellphone telephone tel inbox landline
                    extension switchboard nr num ph mob fax contacts details info information data name surname account id zip city
                    street username login way option one line mailbox ones e t m p handle booking reservation order
                    subscription profile membership e-mailadres emailadres mailadres adres telefoonnummer mobiel gsm addy digits gmail
                    telefone číslo nomor telefonszámom адреса номер телефон почта"""))
            .put(SORT, WordSet.of(OwnershipWords.COMMON_SORTS, words("""
                    billing shipping delivery preferred alternative alternate backup
                    quickest fastest easiest better usual daytime following same full first last good reachable available contactable mobiele e-mailová""")))
            .put(DETERMINER, words("the a an some any those another every each"))
            .put(LINK, words("""
                    at on to via under through by with from of for in as behind off about into than like past over
                    inside if whether until per up across down out"""))
            .put(BE, words("is are was were be been being isn't wasn't am"))
            .put(AUXILIARY, words("has had have does did do doesn't didn't don't hasn't haven't"))
            .put(MODAL, words("can could would will may might should shall must can't won't"))
            .put(REACH, words("""
                    reach ring dial try ask find buzz talk speak get hit confirm meet cc copy loop include"""))
            .put(REACH_OR_LABEL, words("""
                    call email mail text txt phone contact message mobile write sms ping callback whatsapp"""))
            .put(SEND, words("""
                    send resend forward use reply respond drop shoot give go come bill invoice ship deliver answer post
                    follow invite notify inform remind take leave mandatemi inviatemi"""))
            .put(RECORD, words("add put save store note enter update register list sign book move"))
            .put(LIVE, words("""
                    check read prefer live sit signed registered entered booked ordered applied moved switched joined
                    subscribed provided submitted using reading checking waiting meant mean filled included log logged
                    paid pay receive"""))
            .put(EXCHANGE, OwnershipWords.EXCHANGE)
            .put(SAY, OwnershipWords.SAYING)
            .put(VERB, OwnershipWords.VERBS)
            .put(JOIN, words("and or but so then & because while though although plus"))
            .put(FILLER, words("""
                    please pls plz thanks thank thx yes yeah yep yup no nope nah ok okay sure hi hello hey well now just
                    also still always simply kindly instead again back directly anytime asap today tomorrow later only
                    ahead maybe perhaps rather either sorry oops great cool perfect fine alright yo lol um uh oh
                    actually currently already usually mostly normally morning mornings evening evenings afternoon night
                    weekdays weekends noon time times tonight early late anyway immediately soon promptly monday tuesday
                    wednesday thursday friday saturday sunday two three four five six seven eight nine ten eleven twelve"""))
            .build();

    public static @Nullable WordRole of(Words words, int word) {
        return unlessOfFirm(words.noted(ROLES, word), words, word);
    }

    /**
     * The same for words of other languages too, by hash alone: faster, and wrong only when two hashes collide, which a model that
     * weighs many words can bear.
     */
    static @Nullable WordRole byHash(Words words, int word) {
        WordRole english = ROLES.getByHash(words.hash(word));
        return unlessOfFirm(english == null ? ForeignWords.byHash(words, word) : english, words, word);
    }

    /** Whether it is one of these words, or one of those of other languages, so that it is hardly a name when it has no capital. */
    public static boolean isKnownAnywhere(Words words, int word) {
        return byHash(words, word) != null;
    }

    private static @Nullable WordRole unlessOfFirm(@Nullable WordRole role, Words words, int word) {
        return role == PERSON && OwnershipWords.isOfFirm(words, word) ? null : role;
    }

    private static WordSet words(String text) {
        return WordSet.listed(text);
    }
}
