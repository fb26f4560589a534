package dev.leadkit.scoring.learn;

/** What a card can hold as a text. */
final class CardText {
    private CardText() {}

    /** Whether it is neither blank nor holds a control character but tabs and line breaks, or half a surrogate pair. */
    static boolean fits(String text) {
        return !text.isBlank()
                && text.codePoints()
                        .noneMatch(point -> Character.isISOControl(point) && point != '\n' && point != '\t'
                                || Character.getType(point) == Character.SURROGATE);
    }
}
