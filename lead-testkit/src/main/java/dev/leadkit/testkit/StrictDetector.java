package dev.leadkit.testkit;

import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.intent.IntentReading;

/** Fails with an error, which no engine bears with, where a detector fails. */
final class StrictDetector implements IntentDetector {
    private final IntentDetector detector;

    StrictDetector(IntentDetector detector) {
        this.detector = detector;
    }

    @Override
    public IntentReading read(String text) {
        IntentReading reading;
        try {
            reading = detector.read(text);
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            throw new AssertionError("the intent detector failed with " + broken, broken);
        }
        if (reading == null) {
            throw new AssertionError("the intent detector answered null");
        }
        return reading;
    }
}
