package dev.leadkit.pipeline;

/**
 * One of the reasons for which leads may be lost in a stage.
 *
 * @param key stable and unique in the stage; leads and figures know the reason by it
 * @param name what people see; may be renamed and translated at will
 */
public record LostReason(String key, String name) {
    /** A reason that people see by its key. */
    public static LostReason of(String key) {
        return new LostReason(key, key);
    }
}
