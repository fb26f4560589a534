package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.capture.summary.ExtractiveSummarizer;
import dev.leadkit.capture.summary.Summary;
import dev.leadkit.capture.summary.SummaryKind;
import dev.leadkit.capture.summary.Utterance;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A lead's conversations as they are shown, with what was cited from them. */
final class TranscriptView {
    /** Of a longer message the rest is not shown, so that the page stays light. */
    private static final int MOST_SHOWN = 8_000;

    private static final ExtractiveSummarizer SUMMARIZER = ExtractiveSummarizer.of(SummaryKind.CONVERSATION);

    private final Map<String, String> anchors = new HashMap<>();
    private final Map<String, List<Evidence>> cited = new HashMap<>();
    private final List<Conversation> conversations = new ArrayList<>();

    /** @param lines what happened in it, in order */
    record Conversation(
            String session, String channel, Instant begin, long messages, List<Citing> summary, List<Line> lines) {}

    /** A sentence of a summary. @param anchors the messages that it stands on */
    record Citing(String by, String text, List<String> anchors) {}

    /**
     * A message, or something between messages.
     *
     * @param speaker visitor, bot or agent; empty for what nobody said
     * @param who the speaker as a word, or what happened
     * @param more how many characters are not shown
     */
    record Line(String anchor, String speaker, String who, List<Piece> pieces, Instant at, int more) {}

    /** A part of a text. @param isCited whether something that is known was taken from it */
    record Piece(String text, boolean isCited) {}

    static TranscriptView of(Lead lead, List<Transcript> transcripts) {
        var view = new TranscriptView();
        for (int i = 0; i < transcripts.size(); i++) {
            List<ChatMessage> messages = transcripts.get(i).messages();
            for (int j = 0; j < messages.size(); j++) {
                view.anchors.put(
                        key(messages.get(j).session(), messages.get(j).id()), "m-%s-%s".formatted(i + 1, j + 1));
            }
        }
        if (lead.need() != null) {
            lead.need().evidence().forEach(view::cite);
        }
        transcripts.forEach(transcript -> view.add(lead, transcript));
        return view;
    }

    private static String key(String session, String message) {
        return session.length() + ":" + session + message;
    }

    private void cite(Evidence evidence) {
        cited.computeIfAbsent(key(evidence.session(), evidence.message()), any -> new ArrayList<>())
                .add(evidence);
    }

    List<Conversation> conversations() {
        return conversations;
    }

    /** The anchor of a message; absent when it is not there. */
    @Nullable
    String anchor(String session, String message) {
        return anchors.get(key(session, message));
    }

    /** Those of some evidence, each message once. */
    List<String> anchors(List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> anchor(each.session(), each.message()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void add(Lead lead, Transcript transcript) {
        List<ChatMessage> messages = transcript.messages();
        List<Line> lines = new ArrayList<>();
        boolean isHandedOver = false;
        boolean isOwn = true;
        for (ChatMessage message : messages) {
            var owner = transcript.conversation().leadAt(message.at());
            boolean own = owner == null
                    || owner.equals(lead.id())
                    || lead.mergedLeads().contains(owner);
            if (own != isOwn) {
                String text = own ? "From here on it belongs to this lead" : "From here on it belongs to another lead";
                lines.add(between(text, message.at()));
                isOwn = own;
            }
            boolean isAgent = message.speaker() == Speaker.AGENT;
            if (isAgent && !isHandedOver) {
                lines.add(between("Handed over to a person", message.at()));
            }
            isHandedOver = isAgent || isHandedOver && message.speaker() != Speaker.BOT;
            lines.add(line(message));
        }
        for (Mark mark : transcript.conversation().marks()) {
            lines.add(between(ofMark(mark), mark.at()));
        }
        lines.sort(Comparator.comparing(Line::at));
        conversations.add(new Conversation(
                transcript.conversation().session(),
                Words.ofKey(transcript.conversation().channel()),
                messages.isEmpty() ? lead.createdAt() : messages.get(0).at(),
                messages.size(),
                summary(messages),
                List.copyOf(lines)));
    }

    private static String ofMark(Mark mark) {
        String what = mark.kind() == Mark.Kind.QUALIFIED ? "Marked as qualified" : "Made a lead";
        return "%s by %s".formatted(what, Words.actor(mark.actor()))
                + (mark.reason() == null ? "" : ": " + mark.reason());
    }

    private List<Citing> summary(List<ChatMessage> messages) {
        Summary summary = SUMMARIZER.summarize(Utterance.of(messages));
        return summary.sentences().stream()
                .map(sentence -> new Citing(who(sentence.by()), sentence.text(), anchors(sentence.evidence())))
                .toList();
    }

    private static Line between(String text, Instant at) {
        return new Line("", "", text, List.of(), at, 0);
    }

    private Line line(ChatMessage message) {
        String key = key(message.session(), message.id());
        String text = message.text();
        int shown = Math.min(text.length(), MOST_SHOWN);
        return new Line(
                anchors.getOrDefault(key, ""),
                message.speaker().name().toLowerCase(Locale.ROOT),
                who(message.speaker()),
                pieces(text.substring(0, shown), cited.getOrDefault(key, List.of())),
                message.at(),
                text.length() - shown);
    }

    private static String who(Speaker speaker) {
        return switch (speaker) {
            case VISITOR -> "Visitor";
            case BOT -> "Bot";
            case AGENT -> "Agent";
        };
    }

    private static List<Piece> pieces(String text, List<Evidence> evidence) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Evidence each : evidence.stream()
                .sorted(Comparator.comparingInt(Evidence::start))
                .toList()) {
            int start = Math.max(done, Math.min(each.start(), text.length()));
            int end = Math.min(each.end(), text.length());
            if (end > start) {
                add(pieces, text.substring(done, start), false);
                add(pieces, text.substring(start, end), true);
                done = end;
            }
        }
        add(pieces, text.substring(done), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean isCited) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, isCited));
        }
    }
}
