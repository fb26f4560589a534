package dev.leadkit.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts values into the classes that bins tell apart, as flat arrays for many inputs at once. Immutable.
 *
 * <p>Class {@value #MISSING} is a missing value. Numbers fall into the classes between sorted edges, texts into one for those
 * that no bin lists and one for each set of bins that list them.
 */
final class ValueClasses {
    static final int MISSING = 0;
    private static final int UNLISTED = 1;
    private static final int FEW = 8;
    private static final int FEW_TEXTS = 4;
    private static final int ONE_BY_ONE = -1; // for a mask: there is no hash table

    private final int[] slot;
    private final boolean[] numeric;
    private final int[] firstEdge; // classifier k owns the edges firstEdge[k] to firstEdge[k + 1]
    private final double[] edges;
    private final int[] firstText; // and the texts from firstText[k]: a few, or a hash table a power of two long
    private final int[] mask;
    private final @Nullable String[] texts;
    private final int[] classOfText;

    private ValueClasses(List<Classifier> all) {
        slot = all.stream().mapToInt(Classifier::slot).toArray();
        numeric = new boolean[all.size()];
        firstEdge = new int[all.size() + 1];
        firstText = new int[all.size() + 1];
        mask = new int[all.size()];
        for (int k = 0; k < all.size(); k++) {
            numeric[k] = all.get(k).numeric();
            int length =
                    Integer.highestOneBit(Math.max(1, all.get(k).classByText().size() * 2 - 1)) * 2;
            mask[k] = length - 1;
            firstEdge[k + 1] = firstEdge[k] + all.get(k).edges().length;
            firstText[k + 1] = firstText[k] + (numeric[k] ? 0 : length);
        }
        edges = all.stream().flatMapToDouble(its -> Arrays.stream(its.edges())).toArray();
        texts = new String[firstText[all.size()]];
        classOfText = new int[texts.length];
        for (int k = 0; k < all.size(); k++) {
            int classifier = k;
            all.get(k).classByText().forEach((text, its) -> {
                int at = mask[classifier] == ONE_BY_ONE ? free(classifier) : place(classifier, text);
                texts[at] = text.intern();
                classOfText[at] = its;
            });
        }
    }

    private int free(int k) {
        int at = firstText[k];
        while (texts[at] != null) {
            at++;
        }
        return at;
    }

    int slot(int classifier) {
        return slot[classifier];
    }

    boolean isNumeric(int classifier) {
        return numeric[classifier];
    }

    /** Where one class of numbers ends and the next begins; none for texts. */
    double[] edges(int classifier) {
        return Arrays.copyOfRange(edges, firstEdge[classifier], firstEdge[classifier + 1]);
    }

    /** The class of what the inputs have. */
    int of(int k, Inputs from) {
        return numeric[k] ? ofNumber(k, from.number(slot[k])) : ofText(k, from.text(slot[k]));
    }

    private int ofNumber(int k, double number) {
        if (!Double.isFinite(number)) {
            return MISSING;
        }
        int low = firstEdge[k];
        int high = firstEdge[k + 1];
        while (high - low > FEW) {
            int middle = (low + high) >>> 1;
            if (number >= edges[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low < high && number >= edges[low]) {
            low++;
        }
        return low - firstEdge[k] + 1;
    }

    /** The class of a text. */
    int ofText(int k, @Nullable String text) {
        if (text == null) {
            return MISSING;
        }
        if (mask[k] == ONE_BY_ONE) {
            return ofFew(firstText[k], firstText[k + 1], text);
        }
        int at = place(k, text);
        return texts[at] == null ? UNLISTED : classOfText[at];
    }

    private int ofFew(int from, int to, String text) {
        for (int at = from; at < to; at++) {
            String listed = texts[at];
            if (text.equals(listed)) {
                return classOfText[at];
            }
        }
        return UNLISTED;
    }

    /** Where the text stands, or would. */
    private int place(int k, String text) {
        int hash = text.hashCode();
        int at = (hash ^ hash >>> 16) & mask[k];
        while (true) {
            String there = texts[firstText[k] + at];
            if (there == null || there.equals(text)) {
                return firstText[k] + at;
            }
            at = at + 1 & mask[k];
        }
    }

    /** What one classifier tells apart, to say what was seen. */
    Listed listed(int k) {
        return new Listed(this, k);
    }

    /** The texts that bins name, which is all that a breakdown may repeat of a row. */
    record Listed(ValueClasses classes, int classifier) {
        boolean isNumeric() {
            return classes.numeric[classifier];
        }

        boolean has(String text) {
            return classes.ofText(classifier, text) != UNLISTED;
        }
    }

    private record Classifier(int slot, boolean numeric, double[] edges, Map<String, Integer> classByText, int count) {}

    /** Collects classifiers. Not safe to share. */
    static final class Builder {
        private final List<Classifier> all = new ArrayList<>();

        /** Whether these bins see a value as a number. */
        static boolean isNumeric(@Nullable InputKind kind, List<Bin> bins) {
            return kind == InputKind.NUMBER
                    || kind == InputKind.OPEN && bins.stream().anyMatch(Bin.Range.class::isInstance);
        }

        /**
         * Tells apart what some bins do, which may repeat and overlap.
         *
         * @return the classifier's number
         */
        int add(int slot, @Nullable InputKind kind, List<Bin> bins) {
            all.add(isNumeric(kind, bins) ? numbers(slot, bins) : texts(slot, bins));
            return all.size() - 1;
        }

        private static Classifier numbers(int slot, List<Bin> bins) {
            var edges = new TreeSet<Double>();
            for (Bin bin : bins) {
                if (bin instanceof Bin.Range range) {
                    if (range.from() != null) {
                        edges.add(range.from());
                    }
                    if (range.below() != null) {
                        edges.add(range.below());
                    }
                }
            }
            double[] sorted = edges.stream().mapToDouble(Double::doubleValue).toArray();
            return new Classifier(slot, true, sorted, Map.of(), sorted.length + 2);
        }

        private static Classifier texts(int slot, List<Bin> bins) {
            List<Bin> distinct = bins.stream().distinct().toList();
            Map<String, BitSet> binsOfText = new LinkedHashMap<>();
            for (int b = 0; b < distinct.size(); b++) {
                if (distinct.get(b) instanceof Bin.AnyOf anyOf) {
                    for (String text : anyOf.texts()) {
                        binsOfText.computeIfAbsent(text, first -> new BitSet()).set(b);
                    }
                }
            }
            Map<BitSet, Integer> classes = new LinkedHashMap<>();
            Map<String, Integer> classByText = new LinkedHashMap<>();
            binsOfText.forEach((text, its) ->
                    classByText.put(text, classes.computeIfAbsent(its, first -> classes.size() + UNLISTED + 1)));
            return new Classifier(slot, false, new double[0], classByText, classes.size() + UNLISTED + 1);
        }

        /** How many classes a classifier has. */
        int count(int k) {
            return all.get(k).count();
        }

        /** The classes of the values that a bin takes. */
        int[] taken(int k, Bin bin) {
            Classifier its = all.get(k);
            if (bin instanceof Bin.Missing) {
                return new int[] {MISSING};
            } else if (bin instanceof Bin.Given) {
                return IntStream.range(1, its.count()).toArray();
            } else if (bin instanceof Bin.Range range) {
                int from = range.from() == null ? 1 : Arrays.binarySearch(its.edges(), range.from()) + 2;
                int below = range.below() == null ? its.count() : Arrays.binarySearch(its.edges(), range.below()) + 2;
                return IntStream.range(from, below).toArray();
            }
            return ((Bin.AnyOf) bin)
                    .texts().stream()
                            .mapToInt(text -> its.classByText().get(text))
                            .distinct()
                            .toArray();
        }

        ValueClasses build() {
            return new ValueClasses(all);
        }
    }
}
