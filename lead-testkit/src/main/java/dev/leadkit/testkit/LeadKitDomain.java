package dev.leadkit.testkit;

import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Arbitrary values by type, for properties that ask for no more than {@code @ForAll}: leads, conversations, messages,
 * pipelines, capture rules; and every {@code String} is {@linkplain LeadArbitraries#hostileText hostile}.
 *
 * <pre>{@code
 * @Property
 * @Domain(LeadKitDomain.class)
 * void shows_every_lead(@ForAll Lead lead, @ForAll Pipeline pipeline) { … }
 * }</pre>
 *
 * @see Domain
 */
public final class LeadKitDomain extends DomainContextBase {
    /** Made by jqwik. */
    public LeadKitDomain() {}

    @Provide
    public Arbitrary<Lead> leads() {
        return LeadArbitraries.leads();
    }

    @Provide
    public Arbitrary<Pipeline> pipelines() {
        return LeadArbitraries.pipelines();
    }

    @Provide
    public Arbitrary<ChatMessage> messages() {
        return LeadArbitraries.messages("s-1");
    }

    @Provide
    public Arbitrary<Transcript> conversations() {
        return CaptureArbitraries.conversations("s-1")
                .map(messages -> new Transcript(
                        Conversation.begin(Leads.ACME, "s-1", messages.get(0).channel()), messages));
    }

    @Provide
    public Arbitrary<CaptureRules> rules() {
        return CaptureArbitraries.rules();
    }

    @Provide
    public Arbitrary<String> texts() {
        return LeadArbitraries.hostileText();
    }
}
