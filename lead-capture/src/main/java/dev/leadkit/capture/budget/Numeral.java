package dev.leadkit.capture.budget;

/**
 * What a word is in a number.
 *
 * @param value of {@link Sort#QUARTERS} how many; 0 for {@link Sort#AND}
 */
record Numeral(Sort sort, int value) {
    enum Sort {
        NUMBER,
        /** Ten more than the unit before it: "belas". */
        TEEN,
        /** Ten or a hundred of the unit before it: "puluh", "yüz". */
        TIMES,
        /** A thousand or more, of which a number tells how many. */
        SIZE,
        /** Likewise, and one of it where no number does: "مليون". */
        SIZE_ALONE,
        /** A thousand or more with how many there are: "ألفين". */
        WHOLE,
        /** Parts of a size, told before or behind it: "полтора", "rưỡi". */
        QUARTERS,
        AND
    }

    /** As it is listed: its value behind the sign of its sort, if it is none but a number. */
    static Numeral parse(String listed) {
        Sort sort = switch (listed.charAt(0)) {
            case '+' -> Sort.TEEN;
            case '*' -> Sort.TIMES;
            case 'x' -> Sort.SIZE;
            case '!' -> Sort.SIZE_ALONE;
            case '=' -> Sort.WHOLE;
            case '.' -> Sort.QUARTERS;
            case '&' -> Sort.AND;
            default -> Sort.NUMBER;
        };
        String value = sort == Sort.NUMBER ? listed : listed.substring(1);
        return new Numeral(sort, value.isEmpty() ? 0 : Integer.parseInt(value));
    }

    boolean isSize() {
        return sort == Sort.SIZE || sort == Sort.SIZE_ALONE;
    }

    /** Whether it makes a number of a hundred or more. */
    boolean isHigh() {
        return sort != Sort.AND && sort != Sort.QUARTERS && value >= 100;
    }
}
