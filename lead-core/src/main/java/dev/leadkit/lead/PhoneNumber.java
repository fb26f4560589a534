package dev.leadkit.lead;

/**
 * A phone number as it was given and, where a numbering plan knows it, in E.164.
 *
 * @param value E.164 with a leading {@code +} when {@code valid}, otherwise the digits as given
 * @param raw the characters as given
 * @param valid whether a numbering plan holds such a number; about half of the numbers typed in chats are not
 */
public record PhoneNumber(String value, String raw, boolean valid) {
    /** @throws InvalidInputException if {@code value} is blank or {@code raw} is too long */
    public PhoneNumber {
        Input.id("phone", value);
        raw = Input.name("phone", raw);
    }

    /** A number of which nothing but its digits is known. */
    public static PhoneNumber digitsOf(String raw) {
        var digits = new StringBuilder();
        raw.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        });
        if (digits.isEmpty()) {
            throw new InvalidInputException("phone", "a number with at least one digit", "no digit");
        }
        return new PhoneNumber(digits.toString(), raw, false);
    }
}
