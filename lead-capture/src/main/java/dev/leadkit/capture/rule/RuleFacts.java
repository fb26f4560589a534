package dev.leadkit.capture.rule;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Money;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What conditions may ask of a conversation so far. Answers don't change while the rules of one message are looked at. */
public interface RuleFacts {
    /** Where the visitor gave a kind of contact data; empty when they did not. */
    List<Evidence> given(ContactKind kind);

    /** Whether somebody marked the conversation as a qualified inquiry. */
    boolean isMarkedQualified();

    /** The strongest sign of an intent in any message, 0.0 to 1.0. */
    double intent(IntentKind kind);

    /** The words that showed it. */
    List<Evidence> intentEvidence(IntentKind kind);

    /** Where a visitor's message first matched; absent when none did. */
    @Nullable
    Evidence firstMatch(TextPattern pattern);

    /** Where it is held: of several conversations of one visitor all their channels, the first one first. */
    Set<String> channels();

    /** When the message or mark was sent that rules are looked at for; absent as long as there was none. */
    @Nullable
    Instant at();

    /** What the visitor did so far. */
    Engagement engagement();

    /** What the visitor said that they can spend; absent when they said nothing, or no currency. */
    @Nullable
    Attributed<Money> budget();

    /**
     * The visitor's first message with an attribute.
     *
     * @param values any of which it must have; any value at all when empty
     * @return absent when none has it
     */
    @Nullable
    Evidence firstWithAttribute(String name, Set<String> values);

    /** What the visitor last said of a purpose, in a message or by a rule; absent when they said nothing. */
    @Nullable
    Attributed<Consent> consent(String purpose);

    /** 0 to 100; empty when leads get no score. */
    OptionalInt score();

    /** The tags that rules gave so far. */
    Set<String> tags();
}
