package dev.leadkit.capture.extract;

import dev.leadkit.capture.intent.IntentModel;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Prints how long messages without a contact take, after a warm-up. Run it by hand with the module's test class path:
 * {@code java -cp … dev.leadkit.capture.extract.ExtractionTiming}.
 */
final class ExtractionTiming {
    private static final int ROUNDS = 200_000;
    private static final List<String> MESSAGES = List.of(
            "Hello, I am looking for a small boat for the summer, could you tell me which ones you have in stock this"
                    + " week?",
            "thanks, that sounds good to me. do you also have something a bit larger, with a cabin and room for a"
                    + " family?",
            "We would like to come by on Friday around noon, is there a place to park near your office at the harbour"
                    + " or not?",
            "I saw the blue one at the fair and it was great, but my wife thinks that it is too large for our garage"
                    + " at home.");
    private static volatile int sink;

    private ExtractionTiming() {}

    public static void main(String[] args) {
        List<Extractor<?>> extractors = List.of(
                new EmailExtractor(),
                new PhoneExtractor(new LibPhoneNormalizer()),
                new NameExtractor(),
                new BudgetExtractor());
        IntentModel model = IntentModel.lexical();
        print(
                "all extractors",
                text -> extractors.stream()
                        .mapToInt(extractor ->
                                extractor.extract(Turn.of(text)).found().size())
                        .sum());
        for (Extractor<?> extractor : extractors) {
            print(
                    extractor.field(),
                    text -> extractor.extract(Turn.of(text)).found().size());
        }
        print("intent", text -> model.read(text).evidence().size());
    }

    private static void print(String what, ToIntFunction<String> work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            for (int round = 0; round < ROUNDS; round++) {
                sink += work.applyAsInt(MESSAGES.get(round % MESSAGES.size()));
            }
            best = Math.min(best, (System.nanoTime() - start) / 1000.0 / ROUNDS);
        }
        System.out.printf("%-15s %.2f µs a message%n", what, best);
    }
}
