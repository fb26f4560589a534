package dev.leadkit.scoring.learn;

import dev.leadkit.scoring.Row;
import dev.leadkit.scoring.RowScore;
import dev.leadkit.scoring.RowScorer;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.backtest.Quality;
import dev.leadkit.scoring.history.History;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a card makes of the rows that it was learned from.
 *
 * @param quality ranked by the unrounded sums
 * @param values the score of each row
 */
record InSample(Quality quality, int[] values) {
    /** @param card with a calibration */
    static InSample of(Scorecard card, History history, Sample sample, boolean[] won) {
        List<String> headers = history.headers();
        RowScorer scorer = card.forColumns(sample.columns().stream()
                .map(column -> headers.get(column.place()))
                .toList());
        var row = new SampleRow(sample);
        var values = new int[won.length];
        var sums = new double[won.length];
        var probabilities = new double[won.length];
        for (int i = 0; i < won.length; i++) {
            row.at = i;
            RowScore score = scorer.score(row);
            values[i] = score.value();
            sums[i] = score.sum();
            probabilities[i] = score.probability().orElseThrow();
        }
        return new InSample(Quality.of(won, sums, probabilities), values);
    }

    /** A row of the sample, as the card reads it. */
    private static final class SampleRow implements Row {
        private final Sample sample;
        private int at;

        SampleRow(Sample sample) {
            this.sample = sample;
        }

        @Override
        public double number(int column) {
            return sample.columns().get(column).number(at);
        }

        @Override
        public @Nullable String text(int column) {
            Column its = sample.columns().get(column);
            int code = its.code(at);
            return code == Column.MISSING
                    ? null
                    : code < 0 ? "\uFFFD" : its.texts().get(code);
        }
    }
}
