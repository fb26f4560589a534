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

    private static final int LEAST_DIGITS = 4;
    private static final int MAX_TERMS = 16;

    private SearchTerms() {}

    /** The terms of what a person typed, at most {@value #MAX_TERMS}; empty when there is no letter or digit in it. */
    public static List<String> ofQuery(String query) {
        if (isPhone(query)) {
            String digits = digits(query);
            if (digits.length() >= LEAST_DIGITS) {
                return List.of(digits);
            }
        }
        Set<String> terms = new LinkedHashSet<>();
        words(query, terms);
        return terms.stream().limit(MAX_TERMS).toList();
    }

    /** Everything by which a lead is found: its words, and each tail of four or more digits of its numbers. */
    public static Set<String> tokensOf(Lead lead) {
        Set<String> tokens = new LinkedHashSet<>();
        var name = lead.contact().name();
        if (name != null) {
            words(name.value(), tokens);
        }
        lead.contact().emails().forEach(email -> words(email.value(), tokens));
        lead.contact().phones().forEach(phone -> {
            String digits = digits(phone.value().value());
            for (int i = 0; i + LEAST_DIGITS <= digits.length(); i++) {
                tokens.add(DIGITS + digits.substring(i));
            }
        });
        return tokens;
    }

    /**
     * The same as one text, in which a term is found by a walk: each word after a blank, then each number after a blank
     * and {@link #DIGITS}.
     */
    public static String textOf(Lead lead) {
        Set<String> words = new LinkedHashSet<>();
        var name = lead.contact().name();
        if (name != null) {
            words(name.value(), words);
        }
        lead.contact().emails().forEach(email -> words(email.value(), words));
        lead.contact()
                .phones()
                .forEach(phone -> words.add(DIGITS + digits(phone.value().value())));
        return words.isEmpty() ? "" : " " + String.join(" ", words);
    }

    /** Whether each term finds the lead. No term finds every lead. */
    static boolean matches(Lead lead, List<String> terms) {
        Set<String> tokens = tokensOf(lead);
        return terms.stream()
                .allMatch(term -> tokens.stream()
                        .anyMatch(
                                token -> token.startsWith(term) || isDigits(term) && token.startsWith(DIGITS + term)));
    }

    /** Whether a term may be part of a phone number. */
    public static boolean isDigits(String term) {
        return term.length() >= LEAST_DIGITS && term.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isPhone(String text) {
        return text.codePoints().allMatch(c -> Character.isDigit(c) || " +-()./".indexOf(c) >= 0);
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    private static void words(String text, Set<String> words) {
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
        words.addAll(found);
    }

    /** Lower case without accents; compatibility forms become the plain letter. */
    private static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var base = new StringBuilder();
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(base::appendCodePoint);
        return base.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }
}
