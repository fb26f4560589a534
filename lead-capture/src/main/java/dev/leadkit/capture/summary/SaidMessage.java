package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.capture.text.Words;
import dev.leadkit.lead.Evidence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A message as claims are checked against it: where each word stands outside of contact data, which number is of which word, and
 * which of its sentences deny something, make it depend on something or ask for it. Read once for all claims that name it, no more of
 * it than is analysed. Not safe to share.
 */
final class SaidMessage {
    private final Utterance message;
    private final Words words;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Set<String> contact = new HashSet<>();
    private final Set<String> denied = new HashSet<>();
    private final Set<String> inDenials = new HashSet<>();
    private final CountedWords counted;
    private final Set<String> figures;

    /** Of each word the number of its sentence. */
    private final int[] sentences;

    private final BitSet denials = new BitSet();
    private final BitSet conditions = new BitSet();
    private final BitSet questions = new BitSet();

    SaidMessage(Utterance message) {
        this.message = message;
        String text = Beginning.of(message.text(), Beginning.ANALYSED);
        words = Words.of(text);
        counted = CountedWords.in(words);
        figures = Figures.in(text);
        sentences = new int[words.count()];
        addWords();
        addSentences(text);
    }

    private void addWords() {
        Negations negations = Negations.in(words);
        boolean[] isContact = message.contactAmong(words);
        for (int i = 0; i < words.count(); i++) {
            String word = words.folded(i);
            if (isContact[i]) {
                contact.add(word);
            } else {
                places.computeIfAbsent(word, first -> new ArrayList<>(1)).add(i);
            }
            if (negations.reach(words.start(i))) {
                denied.add(word);
            }
        }
    }

    private void addSentences(String text) {
        int number = 0;
        int from = 0;
        for (int to = 1; to <= words.count(); to++) {
            if (to == words.count() || Sentences.startsAt(words, to)) {
                addSentence(
                        number,
                        from,
                        to,
                        text.substring(words.start(from), to < words.count() ? words.start(to) : text.length()));
                number++;
                from = to;
            }
        }
    }

    private void addSentence(int number, int from, int to, String text) {
        boolean denial = Reservations.isDenial(words, from, to);
        denials.set(number, denial);
        conditions.set(number, Reservations.isConditional(words, from, to));
        questions.set(number, text.indexOf('?') >= 0);
        for (int i = from; i < to; i++) {
            sentences[i] = number;
            if (denial) {
                inDenials.add(words.folded(i));
            }
        }
    }

    /** Whether the word stands in it outside of contact data, or the plural or singular of it. Numbers are the same only as they stand. */
    boolean says(String word) {
        return !asSaid(word).isEmpty();
    }

    /** The word as it stands in it, in the plural and the singular. */
    private List<String> asSaid(String word) {
        boolean plain = word.length() > 1 && Character.isLetter(word.charAt(0));
        List<String> forms = new ArrayList<>(2);
        addIfSaid(forms, word);
        if (plain) {
            addIfSaid(forms, word + "s");
            if (word.length() > 3 && word.endsWith("s")) {
                addIfSaid(forms, word.substring(0, word.length() - 1));
            }
        }
        return forms;
    }

    private void addIfSaid(List<String> forms, String form) {
        if (places.containsKey(form)) {
            forms.add(form);
        }
    }

    /** The first place of a word from one on, by the number of words before it; -1 where there is none. */
    int placeFrom(String word, int from) {
        int first = Integer.MAX_VALUE;
        for (String form : asSaid(word)) {
            List<Integer> its = places.getOrDefault(form, List.of());
            int found = Collections.binarySearch(its, from);
            int next = found < 0 ? -found - 1 : found;
            first = next < its.size() ? Math.min(first, its.get(next)) : first;
        }
        return first == Integer.MAX_VALUE ? -1 : first;
    }

    /** Whether it says a word of which this may be the number. */
    boolean counts(String number, String word) {
        return asSaid(word).stream().anyMatch(form -> counted.mayBeOf(number, form));
    }

    /** Whether it says the number, and the word only of another. */
    boolean countsOtherwise(String number, String word) {
        return places.containsKey(number) && says(word) && !counts(number, word);
    }

    /** Whether a "not" before it reaches the word. */
    boolean denies(String word) {
        return asSaid(word).stream().anyMatch(denied::contains);
    }

    /** Whether the word stands in a sentence that denies something. */
    boolean saysInDenial(String word) {
        return asSaid(word).stream().anyMatch(inDenials::contains);
    }

    /** Whether a sentence denies something of those that hold the words from one up to and with another. */
    boolean isDenied(int first, int last) {
        return isIn(denials, first, last);
    }

    /** Likewise, whether one depends on something, or holds at least half of the words and does. */
    boolean isConditional(int first, int last, Collection<String> claimed) {
        return isIn(conditions, first, last) || holdsMost(conditions, claimed);
    }

    /** Likewise, whether one asks. */
    boolean isAsked(int first, int last, Collection<String> claimed) {
        return isIn(questions, first, last) || holdsMost(questions, claimed);
    }

    private boolean isIn(BitSet some, int first, int last) {
        int next = some.nextSetBit(sentences[first]);
        return next >= 0 && next <= sentences[last];
    }

    private boolean holdsMost(BitSet some, Collection<String> claimed) {
        Map<Integer, Integer> held = new HashMap<>();
        for (String word : claimed) {
            Set<Integer> its = new HashSet<>();
            asSaid(word)
                    .forEach(form -> places.getOrDefault(form, List.of()).forEach(place -> its.add(sentences[place])));
            its.stream().filter(some::get).forEach(sentence -> held.merge(sentence, 1, Integer::sum));
        }
        return held.values().stream().anyMatch(count -> 2 * count >= claimed.size());
    }

    /** The numbers in it and their signs, contact data or not: of these the words are refused. */
    Set<String> figures() {
        return figures;
    }

    boolean isContact(String word) {
        return contact.contains(word);
    }

    boolean isFromVisitor() {
        return message.isFromVisitor();
    }

    /** Of the words from one up to and with another. */
    Evidence evidence(int first, int last) {
        return message.evidence(new Span(words.start(first), words.end(last)));
    }
}
