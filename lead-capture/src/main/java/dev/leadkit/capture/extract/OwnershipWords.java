package dev.leadkit.capture.extract;

import java.util.Set;

/** The words that say whose an address or a number is, and whether it is still good. */
final class OwnershipWords {
    /** What an address or a number is called. */
    static final Set<String> CHANNELS = Set.of(
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
    static final Set<String> SORTS = Set.of(
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

    static final Set<String> GONE =
            Set.of("old", "previous", "former", "wrong", "outdated", "alte", "alten", "antiguo", "ancien", "ancienne");

    /** People that a visitor speaks of. */
    static final Set<String> RELATIONS = Set.of(
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
    static final Set<String> THEIR = Set.of(
            "his", "her", "their", "hers", "theirs", "seine", "seinen", "ihre", "su", "sus", "son", "sa", "leur");

    static final Set<String> THEM = Set.of("him", "her", "them", "ihn", "ihm", "whom");

    static final Set<String> MY = Set.of("my", "our", "meine", "mein", "meinem", "meiner", "mi", "ma", "mon", "notre");

    static final Set<String> NOT = Set.of(
            "don't", "dont", "never", "not", "didn't", "stop", "cannot", "nicht", "avoid", "quit", "won't", "can't");

    /** To use an address or a number. */
    static final Set<String> REACHING = Set.of(
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
    static final Set<String> DID = Set.of(
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
    static final Set<String> GOT = Set.of(
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

    static final Set<String> DROPPING = Set.of(
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

    static final Set<String> LINKS = Set.of(
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

    private OwnershipWords() {}

    /** "wife's", "Bo's", "colleagues", but not "it's". */
    static boolean isOwner(String word) {
        if (word.endsWith("'s") || word.endsWith("s'")) {
            return !CONTRACTED.contains(word.substring(0, word.length() - 2)) && !word.equals("company's");
        }
        return word.endsWith("s") && RELATIONS.contains(word.substring(0, word.length() - 1));
    }

    private static final Set<String> CONTRACTED = Set.of(
            "it", "that", "what", "here", "there", "let", "who", "how", "where", "name", "email", "number", "he", "she",
            "today", "mail", "phone", "address", "mine", "contact", "this", "cell", "when", "mobile");
}
