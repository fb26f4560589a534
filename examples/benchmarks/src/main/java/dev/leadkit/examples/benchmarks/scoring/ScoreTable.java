package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.lead.Lead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limit: a bare table written by hand for these rules; the answer has the points of each. */
final class ScoreTable {
    private final Fact[] fact;
    private final boolean[] number;
    private final double[] from;
    private final double[] below;
    private final String[] one;
    private final @Nullable String[] other;
    private final int[] points;

    ScoreTable(List<Rule> rules) {
        int size = rules.size();
        fact = new Fact[size];
        number = new boolean[size];
        from = new double[size];
        below = new double[size];
        one = new String[size];
        other = new String[size];
        points = new int[size];
        for (int i = 0; i < size; i++) {
            Rule rule = rules.get(i);
            fact[i] = rule.fact();
            number[i] = rule.fact().isNumber();
            from[i] = rule.from();
            below[i] = rule.below();
            one[i] = rule.texts().isEmpty() ? "" : rule.texts().get(0);
            other[i] = rule.texts().size() > 1 ? rule.texts().get(1) : null;
            points[i] = rule.points();
        }
    }

    record Answer(int value, int[] points) {}

    Answer score(Lead lead) {
        int[] given = new int[points.length];
        int sum = 0;
        for (int i = 0; i < given.length; i++) {
            if (number[i] ? isBetween(i, fact[i].number(lead)) : isOneOf(i, fact[i].text(lead))) {
                given[i] = points[i];
                sum += points[i];
            }
        }
        return new Answer(Math.max(0, Math.min(100, sum)), given);
    }

    private boolean isBetween(int i, double its) {
        return its >= from[i] && its < below[i];
    }

    private boolean isOneOf(int i, @Nullable String its) {
        return its != null && (its.equals(one[i]) || its.equals(other[i]));
    }
}
