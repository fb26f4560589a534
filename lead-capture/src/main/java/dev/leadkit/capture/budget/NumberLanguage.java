package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The number words of a language, or of some whose words do not contradict each other, that says numbers as plain sums and products:
 * "yüz yirmi bin", "пятьдесят тысяч", "خمسين الف". They ship beside this package, in {@code number-words.txt}. Immutable.
 */
final class NumberLanguage {
    private static final String JOINED = "joined";
    private static final char FIRST_MARK = '\u0300';
    private static final char LAST_MARK = '\u036f';
    private static final int MILLION = 1_000_000;
    private static final List<NumberLanguage> ALL = read();

    /** By the words without which no amount is said in them. */
    private static final WordMap<List<NumberLanguage>> BY_SIGN = bySign();

    private final Map<String, Numeral> listed = new LinkedHashMap<>();
    private final Map<String, Numeral> numerals = new LinkedHashMap<>();
    private final WordMap<Numeral> byWord;

    /** @param lines what a numeral is and its words, one a line */
    private NumberLanguage(List<String> lines) {
        boolean joining = false;
        for (String line : lines) {
            var words = new StringTokenizer(line);
            String first = words.nextToken();
            joining |= first.equals(JOINED);
            while (words.hasMoreTokens()) {
                list(Words.fold(words.nextToken()), Numeral.parse(first));
            }
        }
        numerals.putAll(listed);
        if (joining) {
            join();
        }
        new LinkedHashMap<>(numerals).forEach((word, numeral) -> numerals.putIfAbsent(withoutMarks(word), numeral));
        var map = WordMap.<Numeral>builder();
        numerals.forEach((word, numeral) -> map.put(numeral, word));
        byWord = map.build();
    }

    private void list(String word, Numeral numeral) {
        Numeral before = listed.put(word, numeral);
        if (before != null && !before.equals(numeral)) {
            throw new IllegalStateException("the word \"%s\" is %s and %s".formatted(word, before, numeral));
        }
    }

    /** Adds what is written as one word: "tjugofem", "ötszáz", "femtusen", "viisikymmentätuhatta". */
    private void join() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        listed.forEach((word, numeral) -> {
            if (numeral.sort() == Numeral.Sort.NUMBER) {
                numbers.put(word, numeral.value());
            }
        });
        Map<String, Integer> joined = new LinkedHashMap<>(numbers);
        numbers.forEach((word, value) -> listed.forEach((next, numeral) -> {
            boolean unit = value % 10 == 0 && numeral.sort() == Numeral.Sort.NUMBER && numeral.value() < 10;
            if (unit || value < 10 && numeral.sort() == Numeral.Sort.TIMES) {
                joined.put(word + next, unit ? value + numeral.value() : value * numeral.value());
            }
        }));
        joined.forEach((word, value) -> {
            numerals.putIfAbsent(word, new Numeral(Numeral.Sort.NUMBER, value));
            listed.forEach((size, numeral) -> {
                if (numeral.isSize() && numeral.value() < MILLION) {
                    numerals.putIfAbsent(word + size, new Numeral(Numeral.Sort.WHOLE, value * numeral.value()));
                }
            });
        });
    }

    private static List<NumberLanguage> read() {
        List<NumberLanguage> all = new ArrayList<>();
        List<String> language = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(NumberLanguage.class.getResourceAsStream("number-words.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    language.add(line);
                } else if (!language.isEmpty()) {
                    all.add(new NumberLanguage(language));
                    language.clear();
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        all.add(new NumberLanguage(language));
        return List.copyOf(all);
    }

    /** As who writes Latin letters without accents has it; of other scripts the marks stay, without which words are others. */
    private static String withoutMarks(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c < FIRST_MARK || c > LAST_MARK) {
                plain.append(c);
            }
        }
        return Words.fold(plain.toString());
    }

    private static WordMap<List<NumberLanguage>> bySign() {
        Map<String, List<NumberLanguage>> bySign = new HashMap<>();
        for (NumberLanguage language : ALL) {
            language.numerals.forEach((word, numeral) -> {
                if (numeral.isHigh()) {
                    bySign.computeIfAbsent(word, any -> new ArrayList<>()).add(language);
                }
            });
        }
        SpelledAmount.SIGNS.forEach(word -> bySign.putIfAbsent(word, List.of()));
        var map = WordMap.<List<NumberLanguage>>builder();
        bySign.forEach((word, languages) -> map.put(List.copyOf(languages), word));
        return map.build();
    }

    /** Gives each size of any of them, as it is written with its accents, and its value. */
    static void eachSize(BiConsumer<String, Integer> use) {
        for (NumberLanguage language : ALL) {
            language.listed.forEach((word, numeral) -> {
                if (numeral.isSize()) {
                    use.accept(word, numeral.value());
                }
            });
        }
    }

    /**
     * Those in which words may say an amount.
     *
     * @return null where none of the words tells of an amount in words, be it in English; empty where it can be in others only that
     *     {@link SpelledAmount} reads
     */
    static @Nullable List<NumberLanguage> in(Words words) {
        List<NumberLanguage> found = null;
        for (int i = 0; i < words.count(); i++) {
            List<NumberLanguage> signed = BY_SIGN.get(words, i);
            if (signed != null) {
                found = found == null || found.isEmpty() ? signed : together(found, signed);
            }
        }
        return found;
    }

    private static List<NumberLanguage> together(List<NumberLanguage> some, List<NumberLanguage> others) {
        return some.containsAll(others)
                ? some
                : Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /** What a word is in a number of this language, null if it is in none. */
    @Nullable
    Numeral numeral(Words words, int word) {
        return byWord.get(words, word);
    }
}
