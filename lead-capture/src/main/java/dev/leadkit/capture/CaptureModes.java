package dev.leadkit.capture;

import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which mode a message is taken. Pure: by what the host set for the tenant, and what was stated since in the conversation
 * and on its lead.
 *
 * @param ofTenant the mode in which a tenant's conversations begin
 * @param purpose while the visitor agrees to it, his conversation is captured in full; absent when consent has no say
 */
record CaptureModes(
        Function<String, CaptureMode> ofTenant, @Nullable String purpose) {
    /** Everything is taken in full, unless a message says otherwise. */
    static final CaptureModes FULL = new CaptureModes(tenant -> CaptureMode.FULL, null);

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
        CaptureMode then = after(statements, tenant, lead, message);
        return then.orStricter(now(tenant, statements, lead));
    }

    /** The mode after all that was stated. */
    CaptureMode now(TenantId tenant, Collection<ChatMessage> statements, @Nullable Lead lead) {
        return after(statements, tenant, lead, null);
    }

    /** @param last the last message that counts; absent when all do */
    private CaptureMode after(
            Collection<ChatMessage> statements, TenantId tenant, @Nullable Lead lead, @Nullable ChatMessage last) {
        CaptureMode mode = ofTenant.apply(tenant.value());
        CaptureMode begun = mode;
        Instant since = Instant.MIN;
        for (ChatMessage statement : statements) {
            CaptureMode stated = stated(statement, begun);
            if (stated != null && (last == null || statement.compareTo(last) <= 0)) {
                mode = stated;
                since = statement.at();
            }
        }
        Attributed<Consent> known = known(lead);
        if (known == null) {
            return mode;
        }
        Instant at = known.provenance().at();
        // Of the same instant it may have been stated by what comes after the message.
        boolean counts = at.isAfter(since) && (last == null || at.isBefore(last.at()));
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
