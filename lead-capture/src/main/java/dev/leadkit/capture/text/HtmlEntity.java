package dev.leadkit.capture.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The characters that HTML has names for, as far as they are common, and numbers. */
public final class HtmlEntity {
    /** The longest name or number that is read. */
    public static final int LONGEST = 10;

    /** In the order of Latin-1. */
    private static final List<String> FROM_A0 = List.of(
            "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not",
            "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1",
            "ordm", "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml",
            "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH",
            "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc",
            "Uuml", "Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig",
            "ccedil", "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde",
            "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml",
            "yacute", "thorn", "yuml");

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("commat", "@"),
            Map.entry("period", "."),
            Map.entry("lowbar", "_"),
            Map.entry("hellip", "…"),
            Map.entry("bull", "•"),
            Map.entry("euro", "€"),
            Map.entry("trade", "™"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("sbquo", "‚"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("bdquo", "„"),
            Map.entry("lsaquo", "‹"),
            Map.entry("rsaquo", "›"),
            Map.entry("Scaron", "Š"),
            Map.entry("scaron", "š"),
            Map.entry("OElig", "Œ"),
            Map.entry("oelig", "œ"),
            Map.entry("Yuml", "Ÿ"));

    private static final Map<String, String> NAMED = named();

    private HtmlEntity() {}

    private static Map<String, String> named() {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < FROM_A0.size(); i++) {
            named.put(FROM_A0.get(i), Character.toString(0xA0 + i));
        }
        named.putAll(OTHERS);
        return Map.copyOf(named);
    }

    /**
     * What stands for {@code auml}, {@code #228} or {@code #xE4}; null for what is none. A blank that does not break is a
     * plain one.
     */
    public static @Nullable String character(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = Integer.parseInt(name, hex ? 2 : 1, name.length(), hex ? 16 : 10);
            return Character.isValidCodePoint(code) ? Character.toString(code) : null;
        } catch (NumberFormatException | IndexOutOfBoundsException noNumber) {
            return null;
        }
    }
}
