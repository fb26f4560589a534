package dev.leadkit.scoring;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The values that the bins of one factor take so far. Quick for any number of bins, as anybody may upload a card. */
final class TakenValues {
    private final TreeMap<Double, Double> belowByFrom = new TreeMap<>();
    private final Set<String> texts = new HashSet<>();
    private boolean missing;
    private boolean given;

    /** Takes the values of a bin as well; false if one of them was taken already, in whole or in part. */
    boolean add(Bin bin) {
        if (bin instanceof Bin.Missing) {
            boolean isFirst = !missing;
            missing = true;
            return isFirst;
        }
        if (given) {
            return false;
        }
        if (bin instanceof Bin.Range range) {
            return add(range);
        } else if (bin instanceof Bin.AnyOf anyOf) {
            boolean isNew = anyOf.texts().stream().noneMatch(texts::contains);
            texts.addAll(anyOf.texts());
            return isNew;
        }
        given = belowByFrom.isEmpty() && texts.isEmpty();
        return given;
    }

    private boolean add(Bin.Range range) {
        double from = range.from() == null ? Double.NEGATIVE_INFINITY : range.from();
        double below = range.below() == null ? Double.POSITIVE_INFINITY : range.below();
        if (from >= below) {
            return true; // takes nothing, which is another problem
        }
        Map.Entry<Double, Double> left = belowByFrom.floorEntry(from);
        Double right = belowByFrom.ceilingKey(from);
        if (left != null && left.getValue() > from || right != null && right < below) {
            return false;
        }
        belowByFrom.put(from, below);
        return true;
    }
}
