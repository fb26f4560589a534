package dev.leadkit.capture.intent;

import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The phrases of one to three words that a model may learn: those in enough examples, and in more than one source where
 * more than one has enough of them, so that no topic or phrase of a single source gets in. The beginning of a sentence or the end of a
 * question beside it makes a phrase of its own, and counts as a word. Names don't get in at all: words that are mostly written
 * with a capital inside sentences.
 */
final class CueCandidates {
    private static final int MAX_WORDS = 3;
    private static final int MOST_EXAMPLES_ASKED = 5;
    private static final int MAX_CHARS = 40;

    private final Map<String, Integer> ids;
    private final List<String> phrases;

    /** How many examples have a phrase, and whether those of more than one source do. */
    private static final class Count {
        private final String source;
        private int all;
        private boolean elsewhere;

        Count(String source) {
            this.source = source;
        }

        void add(String its) {
            all++;
            elsewhere |= !its.equals(source);
        }
    }

    private CueCandidates(List<String> phrases) {
        this.phrases = phrases;
        this.ids = new HashMap<>();
        phrases.forEach(phrase -> ids.put(phrase, ids.size()));
    }

    static CueCandidates of(List<IntentExample> examples) {
        int leastSources = new ExampleSources(examples).agreeing();
        Map<String, Count> counts = new TreeMap<>(); // sorted, so that the model depends on the examples alone
        Map<String, Integer> capitals = new HashMap<>();
        for (IntentExample example : examples) {
            Set<String> seen = new HashSet<>();
            example.messages().forEach(text -> eachPhrase(text, seen::add));
            example.messages().forEach(text -> countCapitals(text, capitals));
            seen.forEach(phrase -> counts.computeIfAbsent(phrase, first -> new Count(example.source()))
                    .add(example.source()));
        }
        int least = Math.max(2, Math.min(MOST_EXAMPLES_ASKED, examples.size() / 100));
        List<String> chosen = new ArrayList<>();
        counts.forEach((phrase, count) -> {
            if (count.all >= least && (leastSources == 1 || count.elsewhere) && isLearnable(phrase, capitals)) {
                chosen.add(phrase);
            }
        });
        return new CueCandidates(chosen);
    }

    int count() {
        return phrases.size();
    }

    /** As a model writes it: any number is 2. */
    String phrase(int id) {
        return phrases.get(id).replace(Stems.NUMBER, "2");
    }

    /** The candidates in a message, each once, in ascending order. */
    int[] in(String text) {
        Set<Integer> found = new HashSet<>();
        eachPhrase(text, phrase -> {
            Integer id = ids.get(phrase);
            if (id != null) {
                found.add(id);
            }
        });
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static void eachPhrase(String text, Consumer<String> take) {
        Words words = Words.of(text);
        String[] stems = Stems.of(words);
        for (int i = 0; i < stems.length; i++) {
            eachPhrase(false, words, stems, i, take);
            if (words.startsSentence(i)) {
                eachPhrase(true, words, stems, i, take);
            }
        }
    }

    /** Those that begin at a word; a mark counts as a word. */
    private static void eachPhrase(boolean opens, Words words, String[] stems, int at, Consumer<String> take) {
        var phrase = new StringBuilder(opens ? PhraseTree.OPENS + " " + stems[at] : stems[at]);
        take.accept(phrase.toString());
        int end = at + (opens ? MAX_WORDS - 1 : MAX_WORDS);
        for (int next = at + 1; next < end; next++) {
            if (words.startsSentence(next)) {
                if (words.asks(next - 1)) {
                    take.accept(phrase.append(' ').append(PhraseTree.ASKS).toString());
                }
                return;
            }
            take.accept(phrase.append(' ').append(stems[next]).toString());
        }
    }

    /** Adds one for a word with a capital inside a sentence, takes one off for a word without. */
    private static void countCapitals(String text, Map<String, Integer> capitals) {
        Words words = Words.of(text);
        for (int i = 0; i < words.count(); i++) {
            if (!words.startsSentence(i)) {
                capitals.merge(Stems.stem(words.folded(i)), words.isCapitalised(i) ? 1 : -1, Integer::sum);
            }
        }
    }

    /** Whether a model that holds it would find it again; never names, nor digits, which may be somebody's number. */
    private static boolean isLearnable(String phrase, Map<String, Integer> capitals) {
        if (phrase.length() > MAX_CHARS || phrase.codePoints().anyMatch(Character::isDigit)) {
            return false;
        }
        String[] again = Stems.of(Words.of(phrase.replace(Stems.NUMBER, "2")));
        return String.join(" ", again).equals(unmarked(phrase))
                && Arrays.stream(again).noneMatch(word -> isName(word, capitals));
    }

    private static String unmarked(String phrase) {
        int from = phrase.startsWith(PhraseTree.OPENS) ? 2 : 0;
        int to = phrase.endsWith(PhraseTree.ASKS) ? 2 : 0;
        return phrase.substring(from, phrase.length() - to);
    }

    private static boolean isName(String word, Map<String, Integer> capitals) {
        boolean isFirstPerson = word.equals("i") || word.startsWith("i'");
        return !isFirstPerson && capitals.getOrDefault(word, 0) > 0;
    }
}
