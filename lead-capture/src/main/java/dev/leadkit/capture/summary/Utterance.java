package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message as a summariser reads it.
 *
 * @param session the session of the message
 * @param id the message's id
 * @param text what was written
 * @param contact where names, addresses and numbers stand in it, sorted and those that overlap made one; none of that gets into a
 *     summary
 */
public record Utterance(String session, String id, Speaker speaker, String text, List<Span> contact) {
    /** Stands for contact data in {@link #withoutContact()}. */
    public static final String REMOVED = "(removed)";

    /** What was taken for contact data at first and is something that a visitor may need. */
    private static final Set<String> FACTS = Set.of("date", "price", "quantity", "not-a-person");

    public Utterance {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(text, "text");
        contact = joined(contact);
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && span.start() < joined.get(last).end()) {
                joined.set(
                        last,
                        new Span(
                                joined.get(last).start(),
                                Math.max(joined.get(last).end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }

    /**
     * The messages of a conversation that hold words, with the contact data in them, whoever's it is: what the extractors find, and
     * wherever else a name stands that is known from the conversation or its channel. Of a message that was not kept in full
     * there is nothing to read; of one longer than 64 Ki characters the beginning, which is what capture analyses.
     *
     * @param conversation in its order, such as {@code Transcript.messages()}
     */
    public static List<Utterance> of(List<ChatMessage> conversation) {
        return new ContactMarks().utterances(conversation);
    }

    /**
     * Where contact data and secrets stand in one message, the visitor's and anybody's: what was extracted, and what the words
     * around it or the question before tell ("my phone is 555 123", "telegram: jane77").
     *
     * @param text of the message
     * @param asked what it answers, null if nothing
     * @param extractions of names, addresses and numbers of the message
     */
    public static List<Span> contact(String text, @Nullable String asked, List<Extraction<?>> extractions) {
        List<Span> contact = extracted(extractions);
        contact.addAll(ToldContact.in(text, asked == null ? "" : asked));
        return contact;
    }

    static List<Span> extracted(List<Extraction<?>> extractions) {
        List<Span> contact = new ArrayList<>();
        for (Extraction<?> extraction : extractions) {
            extraction.found().stream().map(Candidate::span).forEach(contact::add);
            extraction.rejected().stream()
                    .filter(rejected -> !FACTS.contains(rejected.code()))
                    .map(Rejected::span)
                    .forEach(contact::add);
        }
        return contact;
    }

    public boolean isFromVisitor() {
        return speaker == Speaker.VISITOR;
    }

    /**
     * The text as a language model may be told it: on one line, so that no part of it can pass for another message, with
     * {@value #REMOVED} for contact data and round brackets for square ones.
     */
    public String withoutContact() {
        var plain = new StringBuilder();
        int at = 0;
        for (Span span : contact) {
            appendOnOneLine(plain, at, span.start());
            plain.append(REMOVED);
            at = span.end();
        }
        appendOnOneLine(plain, at, text.length());
        return plain.toString();
    }

    private void appendOnOneLine(StringBuilder plain, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            plain.append(
                    Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c == '[' ? '(' : c == ']' ? ')' : c);
        }
    }

    /** Of each word of the text whether it is contact data, or a part of it. */
    boolean[] contactAmong(Words words) {
        var among = new boolean[words.count()];
        int next = 0;
        for (int i = 0; i < among.length; i++) {
            while (next < contact.size() && contact.get(next).end() <= words.start(i)) {
                next++;
            }
            among[i] = next < contact.size() && contact.get(next).start() < words.end(i);
        }
        return among;
    }

    /** Whether a piece holds words, and no contact data or secret. */
    boolean isQuotable(Span span) {
        Words words = Words.of(text, span.start(), span.end());
        return words.count() > 0
                && contact.stream().noneMatch(span::overlaps)
                && !ContactLook.isIn(text, span.start(), span.end())
                && !NeedWords.isSecret(words);
    }

    Evidence evidence(Span span) {
        return new Evidence(session, id, span.start(), span.end());
    }
}
