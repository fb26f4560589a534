package dev.leadkit.capture.extract;

/**
 * Words in a row that may be a name.
 *
 * @param to the word behind the last
 * @param cue the code of what told it; {@link #NONE} where only the words themselves do
 */
record Spotted(int from, int to, String cue) {
    static final String NONE = "none";

    boolean overlaps(Spotted other) {
        return from < other.to && other.from < to;
    }

    boolean isTold() {
        return !cue.equals(NONE);
    }
}
