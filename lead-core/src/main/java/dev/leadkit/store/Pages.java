package dev.leadkit.store;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a store gives page by page as one stream, of which one page at a time is held: a long one is read as it is consumed. A
 * stream is not safe to share, and throws what the store throws.
 */
public final class Pages<T> implements Iterator<T> {
    private static final PageRequest FIRST = PageRequest.first(PageRequest.MAX_LIMIT);

    private final Function<PageRequest, Page<T>> read;
    private @Nullable Iterator<T> items;
    private @Nullable String next;

    private Pages(Function<PageRequest, Page<T>> read) {
        this.read = read;
    }

    /** All items of a question, from the first page on. */
    public static <T> Stream<T> stream(Function<PageRequest, Page<T>> read) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Pages<>(read), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    /** The same for a loop; each begins anew. */
    public static <T> Iterable<T> iterable(Function<PageRequest, Page<T>> read) {
        return () -> new Pages<>(read);
    }

    /** All that happened to a lead, oldest first; nothing when the tenant has no such lead. */
    public static Stream<Activity> timeline(LeadStore store, TenantId tenant, LeadId lead) {
        return stream(page -> store.timeline(tenant, lead, page));
    }

    @Override
    public boolean hasNext() {
        // A page may be empty and not the last one.
        while (items == null || !items.hasNext() && next != null) {
            Page<T> page = read.apply(next == null ? FIRST : FIRST.after(next));
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
