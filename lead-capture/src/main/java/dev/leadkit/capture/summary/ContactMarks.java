package dev.leadkit.capture.summary;

import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.extract.EmailExtractor;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.extract.NameExtractor;
import dev.leadkit.capture.extract.PhoneExtractor;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.extract.Turn;
import dev.leadkit.capture.text.Asked;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.capture.text.Words;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Withheld;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks the contact data in the messages of one conversation. Names are known from all of it: a name that the visitor gives at
 * its end is marked where a bot said it at its beginning. Not safe to share.
 *
 * <p>Beside what the extractors find these are marked: a name behind a greeting ("Thanks, Tove."), and {@link ToldContact}.
 */
final class ContactMarks {
    private final EmailExtractor emails = new EmailExtractor();
    private final PhoneExtractor phones = new PhoneExtractor(new LibPhoneNormalizer());
    private final NameExtractor nameExtractor = new NameExtractor();
    private final KnownNames names = new KnownNames();

    List<Utterance> utterances(List<ChatMessage> conversation) {
        List<Utterance> all = new ArrayList<>();
        var asked = new Asked();
        boolean answered = true;
        for (ChatMessage message : conversation) {
            if (Withheld.of(message).isPresent()) {
                continue;
            }
            names.add(message.attributes().getOrDefault(ChannelAdapter.NAME, ""));
            String question = message.isFromVisitor() ? asked.answer() : null;
            String text = Beginning.of(message.text(), Beginning.ANALYSED);
            Words words = Words.of(text);
            if (words.count() > 0) {
                names.addGreeted(words);
                all.add(utterance(message, text, question, answered));
            }
            if (!message.isFromVisitor()) {
                asked.ask(message.text());
            }
            answered = message.isFromVisitor();
        }
        return names.marked(all);
    }

    /** @param answered whether a message before answers what was asked: a name is rarely told later, a number may be */
    private Utterance utterance(ChatMessage message, String text, @Nullable String asked, boolean answered) {
        var turn = new Turn(text, answered ? null : asked, message.attributes().get(ChatMessage.REGION));
        Extraction<String> named = nameExtractor.extract(turn);
        names.add(text, named);
        List<Span> contact = Utterance.contact(text, asked, List.of(emails.extract(turn), phones.extract(turn), named));
        return new Utterance(message.session(), message.id(), message.speaker(), text, contact);
    }
}
