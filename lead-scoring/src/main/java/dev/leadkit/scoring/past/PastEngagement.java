package dev.leadkit.scoring.past;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.EngagementTally;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.conversation.Withheld;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.LeadId;
import dev.leadkit.scoring.past.MessageIntents.Intents;
import java.time.Instant;
import java.util.Set;

/** What a visitor had done by an instant, from the messages until then. Not safe to share. */
final class PastEngagement {
    private final MessageIntents intents;
    private final Set<LeadId> leads;
    private final Instant until;
    private final EngagementTally tally = new EngagementTally();

    /** @param leads the lead, and those that were merged into it by then */
    PastEngagement(MessageIntents intents, Set<LeadId> leads, Instant until) {
        this.intents = intents;
        this.leads = leads;
        this.until = until;
    }

    /** Of a conversation that led to several leads, their parts. */
    void add(Transcript transcript) {
        Conversation conversation = transcript.conversation();
        for (ChatMessage message : transcript.messages()) {
            if (message.isFromVisitor() && belongs(conversation, message.at())) {
                add(message);
            }
        }
        for (Mark mark : conversation.marks()) {
            if (mark.kind() == Mark.Kind.QUALIFIED && belongs(conversation, mark.at())) {
                tally.markQualified();
            }
        }
    }

    private boolean belongs(Conversation conversation, Instant at) {
        LeadId lead = conversation.leadAt(at);
        return !at.isAfter(until) && lead != null && leads.contains(lead);
    }

    private void add(ChatMessage message) {
        Intents its = Withheld.of(message)
                .map(withheld -> new Intents(withheld.purchaseIntent(), withheld.qualifiedIntent()))
                .orElseGet(() -> intents.of(message));
        tally.add(message, its.purchase(), its.qualified());
    }

    Engagement toEngagement() {
        return tally.toEngagement();
    }
}
