package dev.leadkit.capture.intent;

/**
 * Reads intent from one visitor message. Pure, never throws for any text, and may be called from several threads at
 * once. Capture loses no message over one that fails: it assumes no intent where a detector throws, finds no class or library of
 * its own, or gives null, and leaves out evidence that does not stand in the text.
 */
@FunctionalInterface
public interface IntentDetector {
    /**
     * What a message says about buying.
     *
     * @param text any text, also an empty one
     * @return never null
     */
    IntentReading read(String text);
}
