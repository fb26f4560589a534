package dev.leadkit.capture.rule;

import dev.leadkit.lead.Evidence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What conditions may ask of a conversation so far. Answers don't change while the rules of one message are looked at. */
public interface RuleFacts {
    /** Where the visitor gave a kind of contact data; empty when he did not. */
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

    String channel();

    /** 0 to 100; 0 when leads get no score. */
    int score();

    /** The tags that rules gave so far. */
    Set<String> tags();
}
