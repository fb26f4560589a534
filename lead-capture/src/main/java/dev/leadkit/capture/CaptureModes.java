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
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * In which mode a message is taken. Pure: by what the host set for the tenant, and what was stated since in the conversation
 * and on its lead.
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

    /** What was last said on a lead that has a say; absent when nothing was. */
    private @Nullable Attributed<Consent> known(@Nullable Lead lead) {
        return lead == null || purpose == null ? null : lead.consent(purpose).orElse(null);
    }

    /**
     * The mode in which a message is taken: that which was in force when it was sent, or the present one where that is stricter,
     * so that nothing more is taken after a withdrawal.
     *
     * @param statements of the conversation, in their order, this message among them if it is one
     * @param lead that of the conversation; absent when it has none
     */
    CaptureMode of(ChatMessage message, TenantId tenant, Collection<ChatMessage> statements, @Nullable Lead lead) {
        if (!isOpen.test(tenant)) {
            return CaptureMode.NONE;
        }
        CaptureMode begun = ofTenant.apply(tenant.value());
        // Ids don't tell which of two came first, since those of withheld messages are others than the channel's.
        Predicate<ChatMessage> before = statement -> statement.equals(message) || PLACE.compare(statement, message) < 0;
        Predicate<ChatMessage> beside = statement -> PLACE.compare(statement, message) <= 0;
        return after(statements, before, begun, lead, message.at())
                .orStricter(after(statements, beside, begun, lead, message.at()))
                .orStricter(now(begun, statements, lead));
    }

    /** The mode after all that was stated. */
    CaptureMode now(TenantId tenant, Collection<ChatMessage> statements, @Nullable Lead lead) {
        return isOpen.test(tenant) ? now(ofTenant.apply(tenant.value()), statements, lead) : CaptureMode.NONE;
    }

    private CaptureMode now(CaptureMode begun, Collection<ChatMessage> statements, @Nullable Lead lead) {
        return after(statements, statement -> true, begun, lead, Instant.MAX);
    }

    /**
     * The mode after some statements; of several in one place the strictest counts.
     *
     * @param begun in which the conversation began
     * @param end what was stated on the lead from then on does not count: of the same instant it may be what comes after a message
     */
    private CaptureMode after(
            Collection<ChatMessage> statements,
            Predicate<ChatMessage> counting,
            CaptureMode begun,
            @Nullable Lead lead,
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
        Attributed<Consent> known = known(lead);
        if (known == null) {
            return mode;
        }
        Instant at = known.provenance().at();
        boolean counts = at.isBefore(end) && (last == null || at.isAfter(last.at()));
        return counts ? by(known.value(), begun) : mode;
    }

    private @Nullable CaptureMode stated(ChatMessage message, CaptureMode begun) {
        CaptureMode mode = message.captureMode();
        if (mode != null) {
            return mode;
        }
        for (Consent stated : message.consents()) {
            if (stated.purpose().equals(purpose)) {
                return by(stated, begun);
            }
        }
        return null;
    }

    private static CaptureMode by(Consent stated, CaptureMode begun) {
        return stated.given() ? CaptureMode.FULL : begun.orStricter(CaptureMode.PSEUDONYMOUS);
    }
}
