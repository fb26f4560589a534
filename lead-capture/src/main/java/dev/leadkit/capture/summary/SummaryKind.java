package dev.leadkit.capture.summary;

import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.NeedSummary;
import java.util.List;

/** What is summed up of a conversation, and in how many characters. */
public enum SummaryKind {
    /** What the visitor needs, from their words alone. */
    NEED(NeedSummary.MAX_LENGTH, """
            Sum up what the visitor of a website needs, in at most %s characters.
            Write one fact a line, in words that the visitor used and in their order, and in his language.
            """),

    /** What visitor, bot and agent said and agreed on, for whoever takes over. */
    CONVERSATION(600, """
            Sum up what was said and agreed on, for the salesperson who takes over, in at most %s characters.
            Write one fact a line in the order of the conversation, in the speaker's words, their order and his language. Begin each
            line with who said it, such as visitor: or bot: or agent:, and let a question be a question. Before an
            answer write what it answers.
            """);

    private final int maxLength;
    private final String task;

    SummaryKind(int maxLength, String task) {
        this.maxLength = maxLength;
        this.task = task;
    }

    /** No summary of this kind has more characters. */
    public int maxLength() {
        return maxLength;
    }

    /** What a model is to do. */
    String task() {
        return task.formatted(maxLength);
    }

    /** The messages that count. */
    List<Utterance> among(List<Utterance> conversation) {
        return this == CONVERSATION
                ? List.copyOf(conversation)
                : conversation.stream().filter(Utterance::isFromVisitor).toList();
    }

    /** The pieces of one message that may stand in it. */
    List<Clause> clauses(List<Utterance> messages, int index) {
        return this == CONVERSATION
                ? ConversationClauses.of(messages, index)
                : ClauseCutter.pieces(index, messages.get(index));
    }

    /** The most characters between two sentences. */
    int divider() {
        return this == CONVERSATION ? 1 + label() : Summary.DIVIDER.length();
    }

    /** The most characters by which a line says who speaks. */
    int label() {
        return this == CONVERSATION ? Summary.label(Speaker.VISITOR).length() : 0;
    }
}
