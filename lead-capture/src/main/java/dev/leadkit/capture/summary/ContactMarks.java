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
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Withheld;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks the contact data in the messages of one conversation. Names are known from all of it: a name that the visitor gives at
 * its end is marked where a bot said it at its beginning. Not safe to share.
 *
 * <p>Beside what the extractors find these are marked: a name behind a greeting ("Thanks, Tove."), and {@link ToldContact}.
 */
final class ContactMarks {
    private static final WordSet GREETINGS = WordSet.listed("""
            hi hello hey dear thanks you welcome sorry mr mrs ms hallo liebe lieber danke herr frau hola gracias
            señor señora bonjour merci madame
            """);

    private final EmailExtractor emails = new EmailExtractor();
    private final PhoneExtractor phones = new PhoneExtractor(new LibPhoneNormalizer());
    private final NameExtractor nameExtractor = new NameExtractor();
    private final Set<String> names = new HashSet<>();

    /** A message with the words and the contact data that stand in it by themselves. */
    private record Read(ChatMessage message, String text, Words words, List<Span> contact) {}

    List<Utterance> utterances(List<ChatMessage> conversation) {
        List<Read> all = new ArrayList<>();
        var asked = new Asked();
        boolean answered = true;
        for (ChatMessage message : conversation) {
            if (Withheld.of(message).isPresent()) {
                continue;
            }
            addNames(Words.of(message.attributes().getOrDefault(ChannelAdapter.NAME, "")));
            String question = message.isFromVisitor() ? asked.answer() : null;
            String text = Beginning.of(message.text(), Beginning.ANALYSED);
            Words words = Words.of(text);
            if (words.count() > 0) {
                all.add(read(message, text, words, question, answered));
            }
            if (!message.isFromVisitor()) {
                asked.ask(message.text());
            }
            answered = message.isFromVisitor();
        }
        return all.stream().map(this::marked).toList();
    }

    /** @param answered whether a message before answers what was asked: a name is rarely told later, a number may be */
    private Read read(ChatMessage message, String text, Words words, @Nullable String asked, boolean answered) {
        var turn = new Turn(text, answered ? null : asked, message.attributes().get(ChatMessage.REGION));
        Extraction<String> named = nameExtractor.extract(turn);
        for (Span span : Utterance.extracted(List.of(named))) {
            addNames(Words.of(text, span.start(), span.end()));
        }
        addGreeted(words);
        List<Span> contact = Utterance.contact(text, asked, List.of(emails.extract(turn), phones.extract(turn), named));
        return new Read(message, text, words, contact);
    }

    private void addNames(Words words) {
        for (int i = 0; i < words.count(); i++) {
            addName(words, i);
        }
    }

    private void addName(Words words, int word) {
        String name = name(words, word);
        if (name.length() > 1 && !words.startsWithDigit(word)) {
            names.add(name);
        }
    }

    /** "Hello Tove Lund, …". */
    private void addGreeted(Words words) {
        for (int i = 1; i < words.count(); i++) {
            if (GREETINGS.has(words, i - 1) && isNear(words, i) && mayBeName(words, i)) {
                addName(words, i);
                if (i + 1 < words.count() && words.gap(i + 1) == Words.BLANK && mayBeName(words, i + 1)) {
                    addName(words, i + 1);
                }
            }
        }
    }

    private static boolean isNear(Words words, int word) {
        return words.gap(word) == Words.BLANK || words.gap(word) == ',' || words.is(word - 1, "mr");
    }

    private static boolean mayBeName(Words words, int word) {
        return words.isCapitalised(word)
                && !NeedWords.endsThing(words.folded(word))
                && !NeedWords.isTime(words.folded(word));
    }

    private static String name(Words words, int word) {
        String folded = words.folded(word);
        return words.isPossessive(word) ? folded.substring(0, folded.length() - 2) : folded;
    }

    private Utterance marked(Read read) {
        ChatMessage message = read.message();
        String text = read.text();
        Words words = read.words();
        int free = 0;
        for (int i = 0; i < words.count(); i++) {
            boolean named = words.start(i) >= free && names.contains(name(words, i));
            if (named && (words.isCapitalised(i) || !NeedWords.endsThing(words.folded(i)))) {
                Span span = joined(text, words.start(i), words.end(i), free);
                read.contact().add(span);
                free = span.end();
            }
        }
        return new Utterance(message.session(), message.id(), message.speaker(), text, read.contact());
    }

    /** With what a name is joined to, as in "tove_lund_77". */
    private static Span joined(String text, int start, int end, int lowest) {
        int from = start;
        while (from > lowest && isJoined(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && isJoined(text.charAt(to))) {
            to++;
        }
        return new Span(from, to);
    }

    private static boolean isJoined(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
