package dev.leadkit.lead;

/**
 * Which note of a lead: the place in the timeline where it was written.
 *
 * @param version the version of the lead that it led to
 * @param index its place among the entries of that version
 */
public record NoteId(long version, int index) {
    /** @throws InvalidInputException if it is no such text as {@link #toString} gives */
    public static NoteId parse(String text) {
        String[] parts = text.split("-", -1);
        try {
            if (parts.length == 2) {
                return new NoteId(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException notAnId) {
            // Refused below.
        }
        throw new InvalidInputException(
                "note", "the id of a note such as 4-0", "a text of %d characters".formatted(text.length()));
    }

    /** The note that an activity wrote. */
    public static NoteId of(Activity activity) {
        return new NoteId(activity.version(), activity.index());
    }

    /** Such as {@code 4-0}. */
    @Override
    public String toString() {
        return version + "-" + index;
    }
}
