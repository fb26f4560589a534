package dev.leadkit.capture;

import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * In which mode a message is taken. Pure: by what the host set for the tenant, and what was stated since in the conversation
 * and on its leads.
 *
 * @param ofTenant the mode in which a tenant's conversations begin
 * @param purpose while the visitor agrees to it, his conversation is captured in full; absent when consent has no say
 * @param isOpen whether the tenant's plan lets conversations be captured at all
 */
record CaptureModes(
        Function<String, CaptureMode> ofTenant, @Nullable String purpose, Predicate<TenantId> isOpen) {
    private static final Comparator<ChatMessage> PLACE =
            Comparator.comparing(ChatMessage::at).thenComparingLong(ChatMessage::sequence);

    /** Everything is taken in full, unless a message says otherwise. */
    static final CaptureModes FULL = new CaptureModes(tenant -> CaptureMode.FULL, null, tenant -> true);

    /** Whether a message says something of the mode. */
    boolean isStatement(ChatMessage message) {
        return message.captureMode() != null
                || purpose != null
                        && message.consents().stream()
                                .anyMatch(stated -> stated.purpose().equals(purpose));
    }

    /** What was last said on leads that has a say; absent when nothing was. */
    private @Nullable Attributed<Consent> known(Collection<Lead> leads) {
        String asked = purpose;
        if (asked == null) {
            return null;
        }
        List<Attributed<Consent>> stated =
                leads.stream().flatMap(lead -> lead.consent(asked).stream()).toList();
        return Consent.latest(stated).stream().findFirst().orElse(null);
    }

    /**
     * The mode in which a message is taken: that which was in force when it was sent, or the present one where that is stricter,
     * so that nothing more is taken after a withdrawal.
     *
     * @param statements of the conversation, in their order, this message among them if it is one
     * @param leads those of the conversation, closed ones too: a withdrawal outlives the lead on which it stands
     */
    CaptureMode of(ChatMessage message, TenantId tenant, Collection<ChatMessage> statements, Collection<Lead> leads) {
        if (!isOpen.test(tenant)) {
            return CaptureMode.NONE;
        }
        CaptureMode begun = ofTenant.apply(tenant.value());
        // Ids don't tell which of two came first, since those of withheld messages are others than the channel's.
        Predicate<ChatMessage> before = statement -> statement.equals(message) || PLACE.compare(statement, message) < 0;
        Predicate<ChatMessage> beside = statement -> PLACE.compare(statement, message) <= 0;
        return after(statements, before, begun, leads, message.at())
                .orStricter(after(statements, beside, begun, leads, message.at()))
                .orStricter(now(begun, statements, leads));
    }

    /** The mode after all that was stated. */
    CaptureMode now(TenantId tenant, Collection<ChatMessage> statements, Collection<Lead> leads) {
        return isOpen.test(tenant) ? now(ofTenant.apply(tenant.value()), statements, leads) : CaptureMode.NONE;
    }

    private CaptureMode now(CaptureMode begun, Collection<ChatMessage> statements, Collection<Lead> leads) {
        return after(statements, statement -> true, begun, leads, Instant.MAX);
    }

    /**
     * The mode after some statements; of several in one place the strictest counts.
     *
     * @param begun in which the conversation began
     * @param end what was stated on the leads from then on does not count: of the same instant it may be what comes after a message
     */
    private CaptureMode after(
            Collection<ChatMessage> statements,
            Predicate<ChatMessage> counting,
            CaptureMode begun,
            Collection<Lead> leads,
            Instant end) {
        CaptureMode mode = begun;
        ChatMessage last = null;
        for (ChatMessage statement : statements) {
            CaptureMode stated = stated(statement, begun);
            if (stated != null && counting.test(statement)) {
                boolean samePlace = last != null && PLACE.compare(last, statement) == 0;
                mode = samePlace ? mode.orStricter(stated) : stated;
                last = statement;
            }
        }
        Attributed<Consent> known = known(leads);
        if (known == null) {
            return mode;
        }
        Instant at = known.provenance().at();
        boolean counts = at.isBefore(end) && (last == null || at.isAfter(last.at()));
        return counts ? by(known.value(), begun) : mode;
    }

    /** The mode that a message states, the strictest if it does so in two ways; absent when it states none. */
    private @Nullable CaptureMode stated(ChatMessage message, CaptureMode begun) {
        CaptureMode mode = message.captureMode();
        for (Consent stated : message.consents()) {
            if (stated.purpose().equals(purpose)) {
                CaptureMode agreed = by(stated, begun);
                mode = mode == null ? agreed : mode.orStricter(agreed);
            }
        }
        return mode;
    }

    private static CaptureMode by(Consent stated, CaptureMode begun) {
        return stated.given() ? CaptureMode.FULL : begun.orStricter(CaptureMode.PSEUDONYMOUS);
    }
}
