package dev.leadkit.undo;

import dev.leadkit.lead.Attributed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The values of a field that has several, with some of them as they were before. Pure.
 *
 * @param <T> what they are values of
 */
final class ValueList<T> {
    private final Function<T, String> text;
    private final Map<String, Attributed<T>> before;
    private final Map<String, Attributed<T>> after;
    private final Map<String, Attributed<T>> now;

    /** @param text tells a value from the others */
    ValueList(
            Function<T, String> text, List<Attributed<T>> before, List<Attributed<T>> after, List<Attributed<T>> now) {
        this.text = text;
        this.before = byText(before);
        this.after = byText(after);
        this.now = byText(now);
    }

    private Map<String, Attributed<T>> byText(List<Attributed<T>> values) {
        Map<String, Attributed<T>> byText = new LinkedHashMap<>();
        values.forEach(value -> byText.put(text.apply(value.value()), value));
        return byText;
    }

    /**
     * The present values, those to be restored as they were. Values that were there before come in the order of then, unless
     * somebody has changed their order since; they take the places that they have among the others.
     */
    List<Attributed<T>> restored(Predicate<String> isRestored) {
        Map<String, Attributed<T>> values = new LinkedHashMap<>();
        now.forEach((key, value) -> {
            Attributed<T> old = before.get(key);
            if (!isRestored.test(key)) {
                values.put(key, value);
            } else if (old != null) {
                values.put(key, old);
            }
        });
        before.forEach((key, value) -> {
            if (isRestored.test(key)) {
                values.putIfAbsent(key, value);
            }
        });
        return inOldOrder(values);
    }

    private List<Attributed<T>> inOldOrder(Map<String, Attributed<T>> values) {
        List<String> old = new ArrayList<>(before.keySet());
        old.retainAll(values.keySet());
        if (!isInOrderOfAfter(old)) {
            return List.copyOf(values.values());
        }
        var next = old.iterator();
        List<Attributed<T>> ordered = new ArrayList<>();
        for (String key : values.keySet()) {
            ordered.add(values.get(before.containsKey(key) ? next.next() : key));
        }
        return ordered;
    }

    private boolean isInOrderOfAfter(List<String> keys) {
        List<String> then = new ArrayList<>(after.keySet());
        List<String> present = new ArrayList<>(now.keySet());
        then.retainAll(keys);
        present.retainAll(keys);
        then.retainAll(present);
        present.retainAll(then);
        return then.equals(present);
    }
}
