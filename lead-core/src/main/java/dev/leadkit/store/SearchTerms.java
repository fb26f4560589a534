package dev.leadkit.store;

import dev.leadkit.lead.Lead;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a search means, the same on every store: each term, folded, is a prefix of a word of the name or of an e-mail
 * address (split at {@code @ . _ - +}), or four or more consecutive digits anywhere in a phone number.
 *
 * <p>To search through an index, keep {@link #tokensOf} a lead; a term is found where a token begins with it, or with
 * {@link #DIGITS} and it.
 */
public final class SearchTerms {
    /** Before the digits of a phone in a token, so that they are told from words. */
    public static final String DIGITS = "#";

    /** The most UTF-8 bytes of a token, so that it fits a key of any store. What comes after them finds nothing. */
    public static final int MAX_TOKEN_BYTES = 1024;

    /** With {@link #DIGITS} before it, a term is no longer than a token. */
    private static final int MAX_TERM_BYTES = MAX_TOKEN_BYTES - 1;

    private static final int LEAST_DIGITS = 4;
    private static final int MAX_TERMS = 16;
    private static final int LEAST_CONTAINED = 3;

    private SearchTerms() {}

    /**
     * The terms of what a person typed, at most {@value #MAX_TERMS} and none longer than a token; empty when there is no
     * letter or digit in it.
     */
    public static List<String> ofQuery(String query) {
        if (isPhone(query)) {
            String digits = digits(query);
            if (digits.length() >= LEAST_DIGITS) {
                return List.of(cut(digits));
            }
        }
        return words(query).stream()
                .map(SearchTerms::cut)
                .distinct()
                .limit(MAX_TERMS)
                .toList();
    }

    /**
     * Everything by which a lead is found: its words, and each tail of four or more digits of its numbers. None is longer
     * than {@link #MAX_TOKEN_BYTES}, which a word of a name can be once it is folded: a ligature stands for several letters.
     */
    public static Set<String> tokensOf(Lead lead) {
        Set<String> tokens = new LinkedHashSet<>();
        values(lead).forEach(value -> words(value).forEach(word -> tokens.add(cut(word))));
        numbers(lead).forEach(digits -> {
            for (int i = 0; i + LEAST_DIGITS <= digits.length(); i++) {
                tokens.add(DIGITS + cut(digits.substring(i)));
            }
        });
        return tokens;
    }

    /**
     * The same as one text, in which a term is found by a walk: a blank before each word and each number, {@link #DIGITS}
     * before the digits of a number, and {@code " |"} before each value but the first. The numbers come last.
     */
    public static String textOf(Lead lead) {
        List<String> values = new ArrayList<>();
        values(lead).forEach(value -> values.add(" " + String.join(" ", words(value))));
        numbers(lead).forEach(number -> values.add(" " + DIGITS + number));
        return String.join(" |", values);
    }

    /**
     * Whether a text is within a lead's name, one of its e-mail addresses or one of its phone numbers. Text and value are
     * folded first, and whatever is neither letter nor digit counts as one blank: {@code ne.do} is within "Jane Doe". A
     * text of digits and the signs of phone numbers, such as {@code +49 (151) 2}, is also within a number that has these
     * digits in a row.
     */
    public static boolean contains(Lead lead, String part) {
        String text = textOf(lead);
        return containedIn(part).stream().anyMatch(pieces -> isInOrder(text, pieces));
    }

    /**
     * For stores with an index of substrings: the ways in which {@link #textOf} a lead may contain a text, each as pieces
     * that must stand in it in their order. No piece has a wildcard of SQL in it.
     */
    public static List<List<String>> containedIn(String part) {
        String words = String.join(" ", words(part));
        String digits = isPhone(part) ? digits(part) : "";
        return digits.isEmpty() ? List.of(List.of(words)) : List.of(List.of(words), List.of(" " + DIGITS, digits));
    }

    /** Whether a text is long enough to be looked for within others: three letters or digits in a row. */
    static boolean isContainable(String part) {
        return containedIn(part).stream()
                .flatMap(List::stream)
                .flatMap(piece -> List.of(piece.split(" ")).stream())
                .anyMatch(word -> word.codePointCount(0, word.length()) >= LEAST_CONTAINED);
    }

    private static boolean isInOrder(String text, List<String> pieces) {
        int from = 0;
        for (String piece : pieces) {
            int at = text.indexOf(piece, from);
            if (at < 0) {
                return false;
            }
            from = at + piece.length();
        }
        return true;
    }

    /** Whether each term finds the lead. */
    static boolean matches(Lead lead, List<String> terms) {
        Set<String> tokens = tokensOf(lead);
        return terms.stream()
                .allMatch(term -> tokens.stream()
                        .anyMatch(
                                token -> token.startsWith(term) || isDigits(term) && token.startsWith(DIGITS + term)));
    }

    private static String cut(String word) {
        int bytes = 0;
        int end = 0;
        while (end < word.length()) {
            int c = word.codePointAt(end);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > MAX_TERM_BYTES) {
                return word.substring(0, end);
            }
            end += Character.charCount(c);
        }
        return word;
    }

    /** Whether a term may be part of a phone number. */
    public static boolean isDigits(String term) {
        return term.length() >= LEAST_DIGITS && term.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isPhone(String text) {
        return text.codePoints().allMatch(c -> Character.isDigit(c) || " +-()./".indexOf(c) >= 0);
    }

    /** The digits of a text, as 0 to 9. */
    public static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    private static List<String> values(Lead lead) {
        List<String> values = new ArrayList<>();
        var name = lead.contact().name();
        if (name != null) {
            values.add(name.value());
        }
        lead.contact().emails().forEach(email -> values.add(email.value()));
        return values;
    }

    private static List<String> numbers(Lead lead) {
        return lead.contact().phones().stream()
                .map(phone -> digits(phone.value().value()))
                .toList();
    }

    /** The words of a text in their order, folded. */
    public static List<String> words(String text) {
        String folded = fold(text);
        int start = -1;
        List<String> found = new ArrayList<>();
        for (int i = 0; i <= folded.length(); ) {
            int c = i < folded.length() ? folded.codePointAt(i) : ' ';
            boolean inWord = Character.isLetterOrDigit(c);
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                found.add(folded.substring(start, i));
                start = -1;
            }
            i += Character.charCount(c);
        }
        return found;
    }

    /** Lower case without accents; compatibility forms become the plain letter, digits of any script 0 to 9. */
    private static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var base = new StringBuilder();
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(base::appendCodePoint);
        return base.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }
}
