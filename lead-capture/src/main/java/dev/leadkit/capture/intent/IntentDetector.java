package dev.leadkit.capture.intent;

/**
 * Reads intent from one visitor message. Pure, never throws for any text, and may be called from several threads at
 * once.
 */
@FunctionalInterface
public interface IntentDetector {
    IntentReading read(String text);
}
