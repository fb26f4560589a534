package dev.leadkit.lead;

/**
 * A range of scores with a name, such as hot from 70.
 *
 * @param from the lowest score in it, 0 to 100; it reaches up to the next band
 */
public record Band(String key, int from) {
    public Band {
        Input.id("band", key);
        if (from < 0 || from > 100) {
            throw new InvalidInputException("band.from", "0 to 100", Integer.toString(from));
        }
    }
}
