package dev.leadkit.examples.cli;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a value that was found is the one that is right, as people would. */
final class GoldMatch {
    /** Digits that must agree when one number is the end of the other. */
    private static final int LEAST_DIGITS = 7;

    private static final double BUDGET_TOLERANCE = 0.005;

    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "sir", "prof");
    private static final Set<String> FORMS = Set.of(
            "inc",
            "llc",
            "ltd",
            "limited",
            "corp",
            "corporation",
            "co",
            "company",
            "gmbh",
            "plc",
            "the",
            "ag",
            "sa",
            "pvt");

    private static final Pattern EXTENSION = Pattern.compile("\\s*(?:x|ext\\.?|extension|;ext=|#)\\s*\\d{1,6}$");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^\\w\\s&-]", Pattern.UNICODE_CHARACTER_CLASS);

    private GoldMatch() {}

    /** A value of a field against one that is right. */
    interface Same {
        boolean test(String found, String right);
    }

    static boolean email(String found, String right) {
        return address(found).equals(address(right));
    }

    private static String address(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    /** The same digits, or one number is the end of the other; without extensions and leading zeros. */
    static boolean phone(String found, String right) {
        String one = digits(found);
        String other = digits(right);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        boolean ends = one.endsWith(other) || other.endsWith(one);
        return one.equals(other) || ends && Math.min(one.length(), other.length()) >= LEAST_DIGITS;
    }

    private static String digits(String text) {
        String number = EXTENSION.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        return number.replaceAll("\\D", "").replaceFirst("^0+", "");
    }

    /** The same words, titles left out. */
    static boolean name(String found, String right) {
        return same(without(TITLES, words(found)), without(TITLES, words(right)));
    }

    /** The words of one are among those of the other. */
    static boolean partOfName(String found, String right) {
        return partOf(without(TITLES, words(found)), without(TITLES, words(right)));
    }

    /** The same words, legal forms left out. */
    static boolean company(String found, String right) {
        return same(firm(found), firm(right));
    }

    static boolean partOfCompany(String found, String right) {
        return partOf(firm(found), firm(right));
    }

    static boolean budget(double found, double right) {
        return Math.abs(found - right) <= BUDGET_TOLERANCE * Math.max(1, right);
    }

    private static List<String> firm(String text) {
        List<String> words = words(text);
        List<String> rest = without(FORMS, words);
        return rest.isEmpty() ? words : rest;
    }

    private static boolean same(List<String> found, List<String> right) {
        return !found.isEmpty() && found.equals(right);
    }

    private static boolean partOf(List<String> found, List<String> right) {
        Set<String> one = new HashSet<>(found);
        Set<String> other = new HashSet<>(right);
        return !one.isEmpty() && !other.isEmpty() && (other.containsAll(one) || one.containsAll(other));
    }

    private static List<String> without(Set<String> left, List<String> words) {
        return words.stream().filter(word -> !left.contains(word)).toList();
    }

    private static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String plain =
                NO_WORD.matcher(POSSESSIVE.matcher(folded).replaceAll("")).replaceAll(" ");
        return Arrays.stream(plain.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
