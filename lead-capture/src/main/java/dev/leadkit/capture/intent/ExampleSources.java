package dev.leadkit.capture.intent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where examples come from, numbered by name, and how many of each side each has. Immutable and safe to share. */
final class ExampleSources {
    /** So many examples with an intent and as many without say what is usual in a source. */
    private static final int ENOUGH = 5;

    private static final int AGREEING = 2;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] sides;

    ExampleSources(List<IntentExample> examples) {
        examples.stream()
                .map(IntentExample::source)
                .distinct()
                .sorted()
                .forEach(source -> numbers.put(source, numbers.size()));
        sides = new int[numbers.size()][2];
        examples.forEach(example -> sides[of(example)][side(example)]++);
    }

    private static int side(IntentExample example) {
        return example.label().isIntent() ? 1 : 0;
    }

    int count() {
        return sides.length;
    }

    /** The number of an example's source; of one that is not among them the first. */
    int of(IntentExample example) {
        return numbers.getOrDefault(example.source(), 0);
    }

    /** How many examples of the same source have an intent, if it has one, or have none. */
    int alike(IntentExample example) {
        return sides[of(example)][side(example)];
    }

    /** How many sources have at least so many examples with an intent and as many without. */
    int withBothSides(int least) {
        int count = 0;
        for (int[] of : sides) {
            count += of[0] >= least && of[1] >= least ? 1 : 0;
        }
        return count;
    }

    /** In how many sources a phrase must be seen to be trusted: two where two have enough to tell. */
    int agreeing() {
        return withBothSides(ENOUGH) >= AGREEING ? AGREEING : 1;
    }
}
