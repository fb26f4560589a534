package dev.leadkit.capture.extract;

import org.jspecify.annotations.Nullable;

/**
 * Tells from the characters right beside some digits whether all of the number was written.
 *
 * <p>Refused: {@code ***-736-5000}, {@code 212 736 50**} ({@code masked}), {@code 212 736 5…} where no plan knows what is
 * left ({@code cut}). Not refused: {@code **2127365000**} in bold, {@code 2127365000...}.
 */
final class NumberBounds {
    private static final int MAX_GAP = 3;

    private NumberBounds() {}

    /** Whether signs stand in for digits on one side. */
    static boolean isMasked(String text, DigitRun run) {
        int before = run.start() - 1;
        while (before > 0 && run.start() - before <= MAX_GAP && isGap(text.charAt(before))) {
            before--;
        }
        int after = run.end();
        while (after < text.length() && after - run.end() < MAX_GAP && isGap(text.charAt(after))) {
            after++;
        }
        boolean left = before > 0 && isMask(text.charAt(before), text.charAt(before - 1));
        boolean right = after + 1 < text.length() && isMask(text.charAt(after), text.charAt(after + 1));
        return left != right;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
    }

    private static boolean isMask(char sign, char next) {
        return sign == next && (sign == '*' || sign == '#' || sign == '_' || sign == '•' || sign == 'x' || sign == 'X');
    }

    /** @param end where the number ends, its extension included */
    static @Nullable String problem(String text, DigitRun run, int end) {
        boolean goesOn = end < text.length() && text.charAt(end) == '…'
                || text.startsWith("..", end)
                || text.startsWith("??", end);
        boolean breaksOff = run.groups() > 1 && run.size(run.groups() - 1) == 1;
        return goesOn || breaksOff ? "cut" : null;
    }
}
