package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of people that are known of a conversation, so that none gets into a summary from a message in which nothing tells that it
 * is one: "a table for priya" behind "my name is Priya Sharma". Each word of a name counts by itself. Not safe to share.
 */
public final class KnownNames {
    private static final WordSet GREETINGS = WordSet.listed("""
            hi hello hey dear thanks you welcome sorry mr mrs ms hallo liebe lieber danke herr frau hola gracias
            señor señora bonjour merci madame
            """);

    private final Set<String> names = new HashSet<>();

    /** None yet. */
    public KnownNames() {}

    /** @param name as it was given, such as "Jane Miller"; empty if none */
    public void add(String name) {
        Words words = Words.of(name);
        for (int i = 0; i < words.count(); i++) {
            add(words, i);
        }
    }

    /** Those that were found in a text, and those of others that were refused. */
    public void add(String text, Extraction<String> found) {
        for (Span span : Utterance.extracted(List.of(found))) {
            add(text.substring(span.start(), span.end()));
        }
    }

    private void add(Words words, int word) {
        String name = name(words, word);
        if (name.length() > 1 && !words.startsWithDigit(word)) {
            names.add(name);
        }
    }

    /** "Hello Tove Lund, …". */
    void addGreeted(Words words) {
        for (int i = 1; i < words.count(); i++) {
            if (GREETINGS.has(words, i - 1) && isNear(words, i) && mayBeName(words, i)) {
                add(words, i);
                if (i + 1 < words.count() && words.gap(i + 1) == Words.BLANK && mayBeName(words, i + 1)) {
                    add(words, i + 1);
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

    /** The messages with these names among their contact data. */
    public List<Utterance> marked(List<Utterance> messages) {
        return names.isEmpty()
                ? List.copyOf(messages)
                : messages.stream().map(this::marked).toList();
    }

    private Utterance marked(Utterance message) {
        String text = message.text();
        Words words = Words.of(text);
        List<Span> contact = new ArrayList<>(message.contact());
        int free = 0;
        for (int i = 0; i < words.count(); i++) {
            boolean named = words.start(i) >= free && names.contains(name(words, i));
            if (named && (words.isCapitalised(i) || !NeedWords.endsThing(words.folded(i)))) {
                Span span = joined(text, words.start(i), words.end(i), free);
                contact.add(span);
                free = span.end();
            }
        }
        return new Utterance(message.session(), message.id(), message.speaker(), text, contact);
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
