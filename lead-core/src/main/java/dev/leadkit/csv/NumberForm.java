package dev.leadkit.csv;

import dev.leadkit.lead.InvalidInputException;
import java.util.regex.Pattern;

/** How a table writes amounts. Declared, never guessed: 1.200 is more than a thousand in one country and little in another. */
public enum NumberForm {
    /** 1200.50 */
    PLAIN("\\d+(?:\\.\\d+)?", "1200.50"),
    /** 1,200.50, 1 200.50 or 1'200.50; also without groups. */
    DECIMAL_POINT("\\d+(?:\\.\\d+)?|\\d{1,3}(?:[,' \u00A0\u202F\u2019]\\d{3})+(?:\\.\\d+)?", "1,200.50"),
    /** 1.200,50, 1 200,50 or 1'200,50; also without groups. */
    DECIMAL_COMMA("\\d+(?:,\\d+)?|\\d{1,3}(?:[.' \u00A0\u202F\u2019]\\d{3})+(?:,\\d+)?", "1.200,50");

    private final Pattern pattern;
    private final String sample;

    NumberForm(String pattern, String sample) {
        this.pattern = Pattern.compile(pattern);
        this.sample = sample;
    }

    String sample() {
        return sample;
    }

    /**
     * The number as a program writes it.
     *
     * @throws InvalidInputException if it is not written so
     */
    String plain(String number) {
        if (!pattern.matcher(number).matches()) {
            throw new InvalidInputException(
                    "amount", "an amount such as " + sample, "a text of %d characters".formatted(number.length()));
        }
        char point = this == DECIMAL_COMMA ? ',' : '.';
        var plain = new StringBuilder();
        number.chars()
                .filter(c -> c >= '0' && c <= '9' || c == point)
                .forEach(c -> plain.append(c == point ? '.' : (char) c));
        return plain.toString();
    }
}
