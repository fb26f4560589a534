package dev.leadkit.capture;

import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.TextPattern;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Withheld;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.store.IdentityHasher;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes from messages everything by which the visitor could be told, before anything else sees them. Pure: what becomes of a
 * message depends on it alone, not on what was said before it.
 */
final class Pseudonymizer {
    private final CaptureSettings settings;
    private final MessageReader reader;
    private final OwnContacts own;
    private final IdentityHasher hasher;

    Pseudonymizer(CaptureSettings settings, MessageReader reader, OwnContacts own, IdentityHasher hasher) {
        this.settings = settings;
        this.reader = reader;
        this.own = own;
        this.hasher = hasher;
    }

    /**
     * What is kept of a message.
     *
     * @param readWhole whether no extractor failed on it, nor the detector; what they lost can't be read again
     */
    record Kept(ChatMessage message, boolean readWhole) {}

    /** What is kept of a message; its id is replaced, since WhatsApp's are made of the visitor's number. */
    Kept of(ChatMessage message) {
        if (!message.isFromVisitor()) {
            Withheld silent = Withheld.pseudonymous("", 0, 0, Set.of(), Set.of());
            return new Kept(silent.inPlaceOf(message, idOf(message)), true);
        }
        MessageReader.Reading reading = reader.read(message, null).without(new TheirContacts(own));
        return new Kept(withheld(reading).inPlaceOf(message, idOf(message)), reading.whole());
    }

    /** What is kept of a message that is not: what it states of mode and consent. */
    ChatMessage statementOf(ChatMessage message) {
        return Withheld.entirely().inPlaceOf(message, idOf(message));
    }

    /** The id under which a message is kept without its text: the same for the same message, and under the host's key. */
    String idOf(ChatMessage message) {
        // No session or id holds a line break, so that this is nobody's session.
        return "withheld-"
                + hasher.key(IdentityKind.SESSION, message.session() + "\n" + message.id())
                        .hex();
    }

    private Withheld withheld(MessageReader.Reading reading) {
        String searched = Beginning.of(reading.analysed(), settings.rules().searchedCharacters());
        Set<String> matched = new TreeSet<>();
        for (TextPattern pattern : settings.rules().patterns()) {
            if (pattern.find(searched).length == 2) {
                matched.add(pattern.key());
            }
        }
        return Withheld.pseudonymous(
                reading.analysed(),
                reading.intent().purchase(),
                reading.intent().qualified(),
                kindsIn(reading),
                matched);
    }

    private static Set<String> kindsIn(MessageReader.Reading reading) {
        Set<String> kinds = new TreeSet<>();
        add(kinds, ContactKind.EMAIL, reading.emails());
        add(kinds, ContactKind.PHONE, reading.phones());
        add(kinds, ContactKind.NAME, reading.names());
        add(kinds, ContactKind.COMPANY, reading.companies());
        add(kinds, ContactKind.LOCATION, reading.locations());
        return kinds;
    }

    private static void add(Set<String> kinds, ContactKind kind, Extraction<?> read) {
        if (!read.found().isEmpty()) {
            kinds.add(kind.key());
        }
    }
}
