package dev.leadkit.examples.benchmarks.capture;

import dev.leadkit.examples.benchmarks.turns.Spent;
import dev.leadkit.examples.benchmarks.turns.WarmUp;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Messages read by one contender, one after the other, so that no branch is always the same one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CaptureBenchmark {
    /** Some messages with who reads them. */
    abstract static class Reading {
        private List<? extends Supplier<? extends @Nullable Object>> readers = List.of();
        private int next;

        /** Before the clock runs. */
        @Setup
        public void open() {
            readers = readers();
            var uncounted = new Spent();
            WarmUp.repeat(() -> one(uncounted));
        }

        /** One for each message. */
        abstract List<? extends Supplier<? extends @Nullable Object>> readers();

        @Nullable
        Object one(Spent spent) {
            spent.oneOperation();
            int now = next;
            next = now + 1 == readers.size() ? 0 : now + 1;
            return readers.get(now).get();
        }
    }

    @State(Scope.Thread)
    public static class Email extends Reading {
        @Param({"limit", "leadkit", "gated regex", "re2j", Contenders.REGEX})
        public String contender = "";

        /** {@code written} has no word "at", beside which a spoken address could stand. */
        @Param({"written", "mixed"})
        public String message = "";

        @Override
        List<Supplier<@Nullable String>> readers() {
            List<Message> messages = message.equals("written") ? Message.MIXED : Message.MIXED_WITH_AT;
            return each(messages, Contenders.email(contender));
        }
    }

    @State(Scope.Thread)
    public static class SpokenEmail extends Reading {
        @Param({"limit", "leadkit"})
        public String contender = "";

        @Override
        List<Supplier<@Nullable String>> readers() {
            return each(Message.SPOKEN, Contenders.spokenEmail(contender));
        }
    }

    @State(Scope.Thread)
    public static class EmailPhoneName extends Reading {
        @Param({"limit", "leadkit", "leadkit, whole message", Contenders.USUAL})
        public String contender = "";

        @Param({"mixed", "numbers", "plain"})
        public String message = "";

        @Override
        List<Supplier<Contact>> readers() {
            return messages().stream()
                    .map(each -> Contenders.contact(contender, each.text()))
                    .toList();
        }

        private List<Message> messages() {
            return switch (message) {
                case "mixed" -> Message.MIXED_WITH_AT;
                case "numbers" -> Message.MIXED_WITH_NUMBERS;
                default -> Message.PLAIN;
            };
        }
    }

    @State(Scope.Thread)
    public static class Hostile extends Reading {
        @Param({"limit", "leadkit", "leadkit, whole message"})
        public String contender = "";

        @Param({"addresses", "digits", "spoken", "cues", "letters"})
        public String attack = "";

        @Param({"102400", "524288", "1048576"})
        public int length;

        @Override
        List<Supplier<Contact>> readers() {
            return List.of(Contenders.contact(contender, Message.attack(attack, length)));
        }
    }

    private static List<Supplier<@Nullable String>> each(
            List<Message> messages, Function<String, @Nullable String> reader) {
        return messages.stream()
                .map(each -> (Supplier<@Nullable String>) () -> reader.apply(each.text()))
                .toList();
    }

    @Benchmark
    public void email(Email reading, Spent spent, Blackhole found) {
        found.consume(reading.one(spent));
    }

    @Benchmark
    public void emailSpoken(SpokenEmail reading, Spent spent, Blackhole found) {
        found.consume(reading.one(spent));
    }

    @Benchmark
    public void emailPhoneName(EmailPhoneName reading, Spent spent, Blackhole found) {
        found.consume(reading.one(spent));
    }

    @Benchmark
    public void hostile(Hostile reading, Spent spent, Blackhole found) {
        found.consume(reading.one(spent));
    }
}
