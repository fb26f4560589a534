package dev.leadkit.capture.text;

/** The last seven digits of a number: it is the same as another if they are, whatever the prefix and however it is written. */
public final class TellingDigits {
    /** How many they are. */
    public static final int COUNT = 7;

    private TellingDigits() {}

    /** Those of a number; all its digits if it has fewer. */
    public static String of(String number) {
        String digits = all(number);
        return digits.substring(Math.max(0, digits.length() - COUNT));
    }

    /** Whether they stand in a text, such as those of "+49 89 999 98 123" in "call (089) 999-98123"; never of a number that has fewer. */
    public static boolean areIn(String text, String number) {
        String telling = of(number);
        return telling.length() == COUNT && all(text).contains(telling);
    }

    /** Every digit of a text, without what stands between. */
    public static String all(String text) {
        var digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }
}
