package dev.leadkit.capture;

import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Withheld;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides what is taken of what is delivered for a session, by the mode of its conversation. Pure. */
final class Intake {
    /** Why nothing is kept. */
    static final Reason MODE_NONE = Reason.of("mode-none", "nothing is kept of a conversation in this mode");

    /** Why nothing is kept of any conversation of the tenant. */
    static final Reason NOT_ENTITLED =
            Reason.of("not-entitled", "the tenant's plan does not let conversations be captured");

    /** Why nothing is kept of a conversation that is to be pseudonymous. */
    static final Reason TELLING_SESSION = Reason.of(
            "session-tells-person",
            "the session's id may hold the visitor's address or number; give it one that does not, or capture in full");

    private final CaptureModes modes;
    private final Pseudonymizer pseudonymizer;
    private final SessionKey key;

    Intake(CaptureModes modes, Pseudonymizer pseudonymizer, SessionKey key) {
        this.modes = modes;
        this.pseudonymizer = pseudonymizer;
        this.key = key;
    }

    /**
     * What is taken.
     *
     * @param messages as they are to be stored, in their order
     * @param withheld how many of these come without their text
     * @param statements how many of these state mode or consent, and nothing else of them is taken
     * @param dropped how many others are not taken
     * @param readWhole whether nothing is missing of what is said of those without their text
     */
    record Taken(List<ChatMessage> messages, int withheld, int statements, int dropped, boolean readWhole) {
        static final Taken NOTHING = new Taken(List.of(), 0, 0, 0, true);

        /** Whether nothing of what was said is taken, though something was. */
        boolean isNothing() {
            return statements == messages.size() && statements + dropped > 0;
        }
    }

    /** Whether what is decided on the leads at the desk has a say. */
    boolean readsLeads() {
        return modes.purpose() != null;
    }

    /** The messages that are not known yet, each once and in their order, without what only we may say of one. */
    List<ChatMessage> fresh(LiveConversation live, List<ChatMessage> delivered) {
        Map<String, ChatMessage> fresh = new LinkedHashMap<>();
        for (ChatMessage message : delivered) {
            boolean known = live.knows(message.id()) || live.holdsWithheld() && live.knows(pseudonymizer.idOf(message));
            if (!known) {
                fresh.putIfAbsent(message.id(), Withheld.unclaimed(message));
            }
        }
        return fresh.values().stream().sorted().toList();
    }

    /** @param leads those of the conversation, if they {@linkplain #readsLeads have a say} */
    Taken take(LiveConversation live, List<ChatMessage> fresh, Collection<Lead> leads) {
        SortedSet<ChatMessage> statements = new TreeSet<>(live.statements());
        fresh.stream().filter(modes::isStatement).forEach(statements::add);
        List<ChatMessage> taken = new ArrayList<>();
        int withheld = 0;
        int stated = 0;
        boolean readWhole = true;
        for (ChatMessage message : fresh) {
            CaptureMode mode = telling(modes.of(message, key.tenant(), statements, leads));
            if (mode == CaptureMode.FULL) {
                taken.add(message);
            } else if (mode == CaptureMode.PSEUDONYMOUS) {
                Pseudonymizer.Kept kept = pseudonymizer.of(message);
                taken.add(kept.message());
                readWhole &= kept.readWhole();
                withheld++;
            } else if (LiveConversation.isStatement(message)) {
                taken.add(pseudonymizer.statementOf(message));
                stated++;
            }
        }
        int dropped = fresh.size() - taken.size();
        return new Taken(taken.stream().sorted().toList(), withheld, stated, dropped, readWhole);
    }

    /** A mark as it is taken; absent when it is not. */
    @Nullable
    Mark take(LiveConversation live, Mark mark, Collection<Lead> leads) {
        CaptureMode mode = telling(modes.now(key.tenant(), live.statements(), leads));
        return switch (mode) {
            case FULL -> mark;
            // Whatever somebody wrote of him in his own words.
            case PSEUDONYMOUS -> new Mark(mark.kind(), mark.actor(), mark.at(), null);
            case NONE -> null;
        };
    }

    /** Why nothing is kept. */
    Reason because(LiveConversation live, Collection<Lead> leads) {
        if (!modes.isOpen().test(key.tenant())) {
            return NOT_ENTITLED;
        }
        CaptureMode mode = modes.now(key.tenant(), live.statements(), leads);
        return telling(mode) == mode ? MODE_NONE : TELLING_SESSION;
    }

    private CaptureMode telling(CaptureMode mode) {
        return mode == CaptureMode.PSEUDONYMOUS && TellingSession.isTelling(key.session()) ? CaptureMode.NONE : mode;
    }
}
