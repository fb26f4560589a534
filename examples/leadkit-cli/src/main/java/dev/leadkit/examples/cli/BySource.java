package dev.leadkit.examples.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Counts of one kind: of each source, and of all together. Not safe to share. */
final class BySource<T> {
    private final Supplier<T> empty;
    private final Map<String, T> sources = new TreeMap<>();
    private final T all;

    BySource(Supplier<T> empty) {
        this.empty = empty;
        this.all = empty.get();
    }

    /** Counts something of a source. */
    void add(String source, Consumer<T> count) {
        count.accept(sources.computeIfAbsent(source, first -> empty.get()));
        count.accept(all);
    }

    T all() {
        return all;
    }

    Iterable<T> each() {
        return sources.values();
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    <F> Map<String, F> figures(Function<T, F> figures) {
        Map<String, F> bySource = new TreeMap<>();
        sources.forEach((source, counts) -> bySource.put(source, figures.apply(counts)));
        return bySource;
    }
}
