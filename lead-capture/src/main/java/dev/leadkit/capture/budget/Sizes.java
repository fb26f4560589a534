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
            3 k thousand thou grand tsd tausend duizend mille mila mil tys tysięcy tysiące tusen tusind тыс тысяч ribu rb
            3 тысячи тисяч тисячі к nghìn ngàn ألف الف آلاف الاف हजार हज़ार tisíc tisíce tis ezer tuhatta χιλιάδες mii พัน אלף
            4 万 萬 만 หมื่น
            5 lakh lakhs lac lacs लाख แสน
            6 m mn mln mio million millions millón millones milhão milhões millionen milione milioni miljoen miljoner millioner
            6 milion miliony milionów млн миллион миллиона миллионов juta jt milyon
            6 мільйон мільйона мільйонів triệu مليون ملايين millió miljoonaa εκατομμύρια ล้าน מיליון 百万 百萬
            7 crore crores cr करोड़
            8 億 亿 억
            9 bn billion billions mrd milliarde milliarden milliard milliards miliardo miliardi miljard bilhão bilhões млрд milyar tỷ tỉ مليار
            """;

    private static final Map<String, Integer> ZEROS = zeros();

    /** They may be shortened by a full stop. */
    private static final Set<String> SHORTENED = Set.of("tsd", "mio", "mil", "mrd", "tys", "тыс");

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
        return Map.copyOf(zeros);
    }

    /** How many zeros a word in lower case stands for, null if it is no size. */
    static @Nullable Integer zeros(String folded) {
        return ZEROS.get(folded);
    }

    static boolean isShortened(String folded) {
        return SHORTENED.contains(folded);
    }
}
