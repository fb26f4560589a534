package dev.leadkit.capture;

import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.summary.CheckedSummary;
import dev.leadkit.capture.summary.ExtractiveSummarizer;
import dev.leadkit.capture.summary.KnownNames;
import dev.leadkit.capture.summary.Summary;
import dev.leadkit.capture.summary.SummaryKind;
import dev.leadkit.capture.summary.Utterance;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.NeedSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the visitor said of what he wants, without contact data and names. Not safe to share. */
final class SaidNeed {
    private static final int MAX_SUMMARISED = 200;
    private static final ExtractiveSummarizer NEED = ExtractiveSummarizer.of(SummaryKind.NEED);

    private final List<Utterance> said = new ArrayList<>();
    private final KnownNames names = new KnownNames();

    /** @param asked what bot or agent wrote before; absent when nothing */
    void add(ChatMessage message, @Nullable String asked, MessageReader.Reading reading) {
        String text = reading.analysed();
        names.add(text, reading.names());
        names.add(message.attributes().getOrDefault(ChannelAdapter.NAME, ""));
        if (said.size() < MAX_SUMMARISED) {
            List<Span> contact =
                    Utterance.contact(text, asked, List.of(reading.emails(), reading.phones(), reading.names()));
            said.add(new Utterance(message.session(), message.id(), Speaker.VISITOR, text, contact));
        }
    }

    /** By his first {@value #MAX_SUMMARISED} messages; absent when he said nothing useful. */
    @Nullable
    NeedSummary summary() {
        Summary summary = NEED.summarize(names.marked(said));
        return summary.isEmpty() ? null : new NeedSummary(summary.text(), CheckedSummary.OFFLINE, summary.evidence());
    }
}
