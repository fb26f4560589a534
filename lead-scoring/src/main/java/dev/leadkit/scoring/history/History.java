package dev.leadkit.scoring.history;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Rows with a known end, read one after another so that none has to be kept. It may be read several times, each time the
 * same rows in the same order.
 */
public interface History {
    /**
     * The names of the values, as a scorecard names its inputs: {@code column.HEADER} for a table's column, {@code
     * engagement.questions} and the like for a lead's.
     */
    List<String> inputs();

    /** Gives each row. The row may be used again for the next, so whoever wants to keep it copies its values. */
    void forEach(Consumer<? super ClosedRow> consumer);

    /** The inputs as the headers that {@link dev.leadkit.scoring.Scorecard#forColumns} looks them up by. */
    default List<String> headers() {
        return inputs().stream().map(History::header).collect(Collectors.toUnmodifiableList());
    }

    /** A history of rows that are at hand. */
    static History of(List<String> inputs, Iterable<ClosedRow> rows) {
        List<String> names = List.copyOf(inputs);
        return new History() {
            @Override
            public List<String> inputs() {
                return names;
            }

            @Override
            public void forEach(Consumer<? super ClosedRow> consumer) {
                rows.forEach(consumer);
            }
        };
    }

    private static String header(String input) {
        String prefix = "column.";
        return input.startsWith(prefix) ? input.substring(prefix.length()) : input;
    }
}
