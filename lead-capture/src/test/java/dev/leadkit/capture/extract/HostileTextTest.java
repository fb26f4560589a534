package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.intent.IntentModel;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time may grow with the text, not with its square: eight times the text takes far less than 64 times as long. */
class HostileTextTest {
    private static final int SMALL = 64 * 1024;
    private static final int TIMES = 8;

    private final List<Consumer<String>> readers = List.of(
            text -> new EmailExtractor().extract(Turn.of(text)),
            text -> new PhoneExtractor(new LibPhoneNormalizer()).extract(new Turn(text, null, "US")),
            text -> new NameExtractor().extract(Turn.of(text)),
            text -> new CompanyExtractor().extract(Turn.of(text)),
            text -> new LocationExtractor().extract(Turn.of(text)),
            text -> new BudgetExtractor().extract(Turn.of(text)),
            IntentModel.lexical()::read);

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "@",
                "a",
                "a@",
                "a.",
                "a@a.",
                "1",
                "1 ",
                "1-",
                "1.",
                "1.1.",
                "+",
                "(",
                "(1",
                "at ",
                " at a dot ",
                "\"",
                "a'",
                "-",
                "my name is ",
                "my company ",
                "I'm A from B ",
                "Company ",
                "i live in new ",
                "name ",
                "for ",
                "is ",
                "not ",
                "i want ",
                "budget ",
                "x@y.z",
                "1,",
                "9999999 ",
                "\n",
                "call 2127365000 "
            })
    void takes_time_in_proportion_to_the_text(String piece) {
        String small = piece.repeat(SMALL / piece.length());
        String large = small.repeat(TIMES);
        for (Consumer<String> reader : readers) {
            reader.accept(small); // warm up
            long before = best(reader, small);
            long after = best(reader, large);

            // half a second of grace keeps a busy machine from failing the build; a square would need minutes
            assertThat(after).isLessThan(before * TIMES * 4 + 500_000_000L);
        }
    }

    private static long best(Consumer<String> reader, String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            reader.accept(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
