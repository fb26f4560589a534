package dev.leadkit.conversation;

import dev.leadkit.lead.NeedSummary;
import java.util.List;
import java.util.Optional;

/**
 * Says what a visitor wants, such as by a language model: {@code CheckedSummarizer} of lead-capture is one. Whoever has one writes a
 * lead's need by {@link dev.leadkit.LeadDesk#summarize}; capture itself makes its own, offline, and waits for nobody.
 */
@FunctionalInterface
public interface NeedSummarizer {
    /**
     * What is wanted, without contact data.
     *
     * @param messages all of the lead's, in their order, those of bot and agents among them
     * @return empty to leave the lead the need that it has
     * @throws RuntimeException for whatever reason; the lead keeps the need that it has, and whoever asked may ask again
     */
    Optional<NeedSummary> summarize(List<ChatMessage> messages);
}
