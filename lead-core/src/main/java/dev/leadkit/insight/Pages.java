package dev.leadkit.insight;

import dev.leadkit.store.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a store gives page by page as one stream, of which one page at a time is held. Not safe to share. */
final class Pages<T> implements Iterator<T> {
    private final Function<@Nullable String, Page<T>> read;
    private @Nullable Iterator<T> items;
    private @Nullable String next;

    private Pages(Function<@Nullable String, Page<T>> read) {
        this.read = read;
    }

    /** @param read the page after a cursor; the first one where there is none */
    static <T> Stream<T> stream(Function<@Nullable String, Page<T>> read) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Pages<>(read), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    /** @param read the page after a cursor; the first one where there is none */
    static <T> Iterable<T> iterable(Function<@Nullable String, Page<T>> read) {
        return () -> new Pages<>(read);
    }

    @Override
    public boolean hasNext() {
        // A page may be empty and not the last one.
        while (items == null || !items.hasNext() && next != null) {
            Page<T> page = read.apply(next);
            items = page.items().iterator();
            next = page.next();
        }
        return items.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext() || items == null) {
            throw new NoSuchElementException();
        }
        return items.next();
    }
}
