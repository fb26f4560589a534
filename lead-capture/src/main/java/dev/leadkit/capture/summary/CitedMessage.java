package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import dev.leadkit.lead.Evidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message that a claim names, and where the claim's words stand in it. Not safe to share. */
final class CitedMessage {
    private static final WordSet CONDITIONS = WordSet.listed("""
            if unless maybe perhaps might provided providing assuming wenn falls sobald sofern vielleicht si quizás
            """);

    /** Of two words: "in case", "as soon as". */
    private static final WordSet AS_SOON = WordSet.listed("soon long");

    private final int index;
    private final Utterance message;
    private final Words words;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> contact = new HashSet<>();
    private final Set<String> denied = new HashSet<>();
    private final CountedWords counted;
    private int first = Integer.MAX_VALUE;
    private int last = -1;

    CitedMessage(int index, Utterance message) {
        this.index = index;
        this.message = message;
        this.words = Words.of(message.text());
        this.counted = CountedWords.in(words);
        Negations negations = Negations.in(words);
        boolean[] isContact = message.contactAmong(words);
        for (int i = 0; i < words.count(); i++) {
            if (isContact[i]) {
                contact.add(words.folded(i));
            } else {
                places.putIfAbsent(words.folded(i), i);
            }
            if (negations.reach(words.start(i))) {
                denied.add(words.folded(i));
            }
        }
    }

    /**
     * Whether the word stands in it outside of contact data, or the plural or singular of it; remembers where. Numbers are the
     * same only as they stand.
     */
    boolean says(String word) {
        String said = asSaid(word);
        Integer place = said == null ? null : places.get(said);
        if (place == null) {
            return false;
        }
        first = Math.min(first, place);
        last = Math.max(last, place);
        return true;
    }

    /** The word as it stands in it, which may be the plural or singular; absent where neither does. */
    private @Nullable String asSaid(String word) {
        if (places.containsKey(word)) {
            return word;
        }
        boolean plain = word.length() > 1 && Character.isLetter(word.charAt(0));
        if (plain && places.containsKey(word + "s")) {
            return word + "s";
        }
        String singular = word.substring(0, Math.max(0, word.length() - 1));
        return plain && word.length() > 3 && word.endsWith("s") && places.containsKey(singular) ? singular : null;
    }

    /** Whether it says a word of which this may be the number. */
    boolean counts(String number, String word) {
        String said = asSaid(word);
        return said != null && counted.mayBeOf(number, said);
    }

    /** Whether it says the number, and the word only of another. */
    boolean countsOtherwise(String number, String word) {
        return places.containsKey(number) && asSaid(word) != null && !counts(number, word);
    }

    /** Whether a "not" before it reaches the word. */
    boolean denies(String word) {
        String said = asSaid(word);
        return said != null && denied.contains(said);
    }

    /** The numbers in it and their signs, contact data or not: of these the words are refused. */
    Set<String> figures() {
        return Figures.in(message.text());
    }

    int index() {
        return index;
    }

    boolean isContact(String word) {
        return contact.contains(word);
    }

    boolean isUsed() {
        return last >= 0;
    }

    /** What a claim in these words leaves out of the sentences that it is taken from, a code; null when nothing. */
    @Nullable
    String lostIn(String text, Words claim) {
        int from = first;
        while (!Sentences.startsAt(words, from)) {
            from--;
        }
        int to = last + 1;
        while (!Sentences.startsAt(words, to)) {
            to++;
        }
        if (isDenial(words, from, to) && !isDenial(claim, 0, claim.count())) {
            return "negation-lost";
        }
        if (!message.isFromVisitor()) {
            if (isConditional(words, from, to) && !isConditional(claim, 0, claim.count())) {
                return "condition-lost";
            }
            if (asks(from, to) && text.indexOf('?') < 0) {
                return "question-lost";
            }
        }
        return null;
    }

    private static boolean isDenial(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Negations.isOne(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConditional(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean pair = words.is(i, "case") && words.is(i - 1, "in")
                    || AS_SOON.has(words, i) && words.is(i - 1, "as") && words.is(i + 1, "as");
            if (pair || CONDITIONS.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean asks(int from, int to) {
        int end = to < words.count() ? words.start(to) : message.text().length();
        int mark = message.text().indexOf('?', words.start(from));
        return mark >= 0 && mark < end;
    }

    Evidence evidence() {
        return message.evidence(new Span(words.start(first), words.end(last)));
    }
}
