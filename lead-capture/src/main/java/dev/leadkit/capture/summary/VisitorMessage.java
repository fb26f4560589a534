package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.EmailExtractor;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.extract.NameExtractor;
import dev.leadkit.capture.extract.PhoneExtractor;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.extract.Turn;
import dev.leadkit.conversation.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A visitor's message as the summariser reads it.
 *
 * @param id the message's id
 * @param text what he wrote
 * @param contact where his name, addresses and numbers stand in it; none of that gets into a summary
 */
public record VisitorMessage(String id, String text, List<Span> contact) {
    /** What was taken for contact data at first and is something that a visitor may need. */
    private static final Set<String> FACTS = Set.of("date", "price", "quantity", "not-a-person");

    public VisitorMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        contact = List.copyOf(contact);
    }

    /** Of a conversation's messages those of the visitor, with the contact data that the extractors find in them. */
    public static List<VisitorMessage> of(List<ChatMessage> conversation) {
        var emails = new EmailExtractor();
        var phones = new PhoneExtractor(new LibPhoneNormalizer());
        var names = new NameExtractor();
        List<VisitorMessage> said = new ArrayList<>();
        var asked = new StringBuilder();
        for (ChatMessage message : conversation) {
            if (!message.isFromVisitor()) {
                asked.append(asked.isEmpty() ? "" : "\n").append(message.text());
                continue;
            }
            var turn = new Turn(
                    message.text(), asked.toString(), message.attributes().get(ChatMessage.REGION));
            asked.setLength(0);
            var contact = contact(List.of(emails.extract(turn), phones.extract(turn), names.extract(turn)));
            said.add(new VisitorMessage(message.id(), message.text(), contact));
        }
        return said;
    }

    /**
     * Where contact data stands, the visitor's and anybody's.
     *
     * @param extractions of names, addresses and numbers of one message
     */
    public static List<Span> contact(List<Extraction<?>> extractions) {
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
}
