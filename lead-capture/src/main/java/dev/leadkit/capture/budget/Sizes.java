package dev.leadkit.capture.budget;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The words for the size of a number: "5k", "2 lakh", "3 Mio.", "1.5 billion". */
final class Sizes {
    /** How many zeros, then the words in lower case. */
    private static final String LISTED = """
            2 hundred
            3 k thousand thou grand tsd tausend duizend mille mila mil tkr rb rban mii к тр
            6 m mn mln mio million millions millón millones milhão milhões millionen milione milioni miljoen mkr jt jtan tr
            7 cr
            9 bn billion billions mrd milliarde milliarden milliard milliards miliardo miliardi miljard bilhão bilhões
            """;

    private static final Map<String, Integer> ZEROS = zeros();

    private static final Set<String> HUNDREDS =
            Set.of("hundred", "yüz", "trăm", "ratus", "sau", "सौ", "hundra", "hundre", "sute", "מאות");

    /** They may be shortened by a full stop. */
    private static final Set<String> SHORTENED =
            Set.of("tsd", "mio", "mil", "mrd", "tys", "тыс", "тис", "млн", "mln", "хил");

    private Sizes() {}

    private static Map<String, Integer> zeros() {
        Map<String, Integer> zeros = new HashMap<>();
        for (var lines = new StringTokenizer(LISTED, "\n"); lines.hasMoreTokens(); ) {
            var words = new StringTokenizer(lines.nextToken());
            Integer count = Integer.valueOf(words.nextToken());
            while (words.hasMoreTokens()) {
                zeros.put(words.nextToken(), count);
            }
        }
        NumberLanguage.eachSize(
                (word, value) -> zeros.put(word, value.toString().length() - 1));
        return Map.copyOf(zeros);
    }

    /** How many zeros a word in lower case stands for, null if it is no size. */
    static @Nullable Integer zeros(String folded) {
        return ZEROS.get(folded);
    }

    /** Whether a word in lower case is a hundred, of which more may be counted in thousands. */
    static boolean isHundred(String folded) {
        return HUNDREDS.contains(folded);
    }

    static boolean isShortened(String folded) {
        return SHORTENED.contains(folded);
    }
}
