package dev.leadkit.examples.benchmarks.scoring;

/** What all but LeadKit answer: the points of each rule. */
public final class Scored {
    private final int[] points;

    Scored(int rules) {
        points = new int[rules];
    }

    /** Called by the rules that hold. */
    public void add(int rule, int its) {
        points[rule] += its;
    }

    int[] points() {
        return points;
    }

    int value() {
        int sum = 0;
        for (int its : points) {
            sum += its;
        }
        return Math.max(0, Math.min(100, sum));
    }
}
