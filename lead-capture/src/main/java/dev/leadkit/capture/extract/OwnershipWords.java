package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** The words that say whose an address or a number is, and whether it is still good. */
final class OwnershipWords {
    /** What an address or a number is called. */
    static final WordSet CHANNELS = WordSet.of(
            "email",
            "e-mail",
            "mail",
            "emails",
            "address",
            "number",
            "phone",
            "cell",
            "mobile",
            "telephone",
            "contact",
            "contacts",
            "no",
            "whatsapp",
            "inbox",
            "line",
            "landline",
            "extension",
            "one",
            "nummer",
            "telefonnummer",
            "handynummer",
            "adresse",
            "mailadresse",
            "kontakt",
            "correo",
            "número",
            "numero",
            "teléfono",
            "numéro",
            "courriel",
            "details",
            "website",
            "site",
            "page",
            "fax");

    /** What may stand between "my" and the channel. */
    static final WordSet SORTS = WordSet.of(
            "new",
            "own",
            "current",
            "correct",
            "right",
            "real",
            "actual",
            "work",
            "private",
            "personal",
            "business",
            "office",
            "home",
            "direct",
            "best",
            "second",
            "other",
            "main",
            "primary",
            "company",
            "company's",
            "german",
            "neue");

    static final WordSet GONE = WordSet.of(
            "old", "previous", "former", "wrong", "outdated", "alte", "alten", "antiguo", "ancien", "ancienne");

    /** What says of an address or number that it is not to be used. */
    static final WordSet DEAD = WordSet.of(
            "dead",
            "invalid",
            "expired",
            "wrong",
            "outdated",
            "old",
            "incorrect",
            "disconnected",
            "deactivated",
            "disabled",
            "hacked",
            "compromised",
            "stolen",
            "closed",
            "cancelled",
            "canceled");

    /** People that a visitor speaks of. */
    static final WordSet RELATIONS = WordSet.of(
            "colleague",
            "coworker",
            "co-worker",
            "boss",
            "wife",
            "husband",
            "friend",
            "manager",
            "partner",
            "brother",
            "sister",
            "mother",
            "father",
            "mom",
            "mum",
            "dad",
            "son",
            "daughter",
            "assistant",
            "neighbour",
            "neighbor",
            "girlfriend",
            "boyfriend",
            "secretary",
            "landlord",
            "roommate",
            "flatmate",
            "cousin",
            "uncle",
            "aunt",
            "accountant",
            "lawyer",
            "agent",
            "seller",
            "driver",
            "supplier",
            "client",
            "customer",
            "employee",
            "ceo",
            "fiancé",
            "fiance",
            "fiancée",
            "spouse",
            "grandmother",
            "grandfather",
            "nephew",
            "niece",
            "teacher",
            "doctor",
            "supervisor",
            "owner",
            "team",
            "kollege",
            "kollegin",
            "kollegen",
            "frau",
            "mann",
            "chef",
            "chefin",
            "bruder",
            "schwester",
            "mutter",
            "vater",
            "freund",
            "freundin",
            "sohn",
            "tochter",
            "jefe",
            "jefa",
            "esposa",
            "esposo",
            "mujer",
            "marido",
            "hermano",
            "hermana",
            "amigo",
            "amiga",
            "colega",
            "femme",
            "mari",
            "collègue",
            "patron",
            "frère",
            "sœur",
            "ami",
            "amie",
            "mère",
            "père");

    /** "His", before a channel or by itself. */
    static final WordSet THEIR = WordSet.of(
            "his", "her", "their", "hers", "theirs", "seine", "seinen", "ihre", "su", "sus", "son", "sa", "leur");

    static final WordSet THEM = WordSet.of("him", "her", "them", "ihn", "ihm", "whom");

    static final WordSet MY = WordSet.of("my", "our", "meine", "mein", "meinem", "meiner", "mi", "ma", "mon", "notre");

    static final WordSet NOT = WordSet.of(
            "don't", "dont", "never", "not", "didn't", "stop", "cannot", "nicht", "avoid", "quit", "won't", "can't");

    /** To use an address or a number. */
    static final WordSet REACHING = WordSet.of(
            "use",
            "email",
            "e-mail",
            "mail",
            "write",
            "send",
            "call",
            "contact",
            "text",
            "ring",
            "phone",
            "message",
            "try",
            "reach",
            "dial",
            "calling",
            "emailing",
            "using",
            "sending",
            "contacting",
            "texting",
            "writing",
            "ask",
            "tell",
            "forward",
            "reply",
            "answer",
            "whatsapp",
            "sms",
            "llames",
            "llame",
            "appelez",
            "appeler",
            "anrufen",
            "schreiben",
            "disturb");

    /** What the visitor did with somebody else's. */
    static final WordSet DID = WordSet.of(
            "called",
            "tried",
            "wrote",
            "written",
            "sent",
            "emailed",
            "e-mailed",
            "mailed",
            "texted",
            "dialled",
            "dialed",
            "rang",
            "contacted",
            "phoned",
            "messaged",
            "reached");

    /** What came from somebody else's. */
    static final WordSet GOT = WordSet.of(
            "got",
            "received",
            "get",
            "receive",
            "message",
            "mail",
            "email",
            "call",
            "calls",
            "text",
            "sms",
            "letter",
            "spam",
            "scam",
            "somebody",
            "someone",
            "called",
            "contacted",
            "messages",
            "emails");

    static final WordSet DROPPING = WordSet.of(
            "forget",
            "ignore",
            "remove",
            "delete",
            "unsubscribe",
            "change",
            "replace",
            "except",
            "drop",
            "block",
            "discard",
            "disregard",
            "cancel",
            "scratch");

    static final WordSet LINKS = WordSet.of(
            "at",
            "on",
            "to",
            "is",
            "the",
            "via",
            "under",
            "through",
            "by",
            "it's",
            "its",
            "can",
            "be",
            "reached",
            "ist",
            "unter",
            "es",
            "est",
            "sind",
            "sie",
            "erreichen",
            "are",
            "was",
            "für",
            "with",
            "still",
            "also",
            "al",
            "au");

    private static final WordSet SEVERAL_RELATIONS = RELATIONS.map(one -> one + "s");

    private OwnershipWords() {}

    static boolean isOwner(Words words, int word) {
        return (words.isPossessive(word) || SEVERAL_RELATIONS.has(words, word)) && isOwner(words.folded(word));
    }

    /** Somebody that a visitor speaks of, or what is somebody's; false behind the last word. */
    static boolean isPerson(Words words, int word) {
        return word < words.count() && (RELATIONS.has(words, word) || isOwner(words, word));
    }

    /** "wife's", "Bo's", "colleagues", but not "it's". */
    private static boolean isOwner(String word) {
        if (word.endsWith("'s") || word.endsWith("s'")) {
            return !CONTRACTED.contains(word.substring(0, word.length() - 2)) && !word.equals("company's");
        }
        return word.endsWith("s") && RELATIONS.contains(word.substring(0, word.length() - 1));
    }

    private static final WordSet CONTRACTED = WordSet.of(
            "it", "that", "what", "here", "there", "let", "who", "how", "where", "name", "email", "number", "he", "she",
            "today", "mail", "phone", "address", "mine", "contact", "this", "cell", "when", "mobile");
}
