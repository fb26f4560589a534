package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.lead.Money;
import dev.leadkit.pipeline.LostReason;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.store.Board;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of the board.
 *
 * @param colour as the pipeline has it, else a grey
 * @param category open, won or lost; empty for a stage that the pipeline has no more
 * @param limit how many leads should be in it at most; absent when any number
 * @param sums of all its leads; empty without any
 * @param weighted what the amounts bring on average; absent where it says no more than the sums do
 * @param stale how many of its leads nobody touched for too long
 * @param next the cursor for more cards; absent when all are shown
 */
record ColumnView(
        String stage,
        String name,
        String colour,
        String category,
        long count,
        @Nullable Integer limit,
        boolean overLimit,
        String sums,
        @Nullable String weighted,
        long stale,
        List<LostReason> lostReasons,
        List<CardView> cards,
        @Nullable String next) {
    private static final String GREY = "#8a94a3";

    static ColumnView of(Board.Column column, Pipeline pipeline, Instant now) {
        Stage stage = pipeline.findStage(column.stage()).orElse(null);
        WipLimit limit = stage == null ? null : stage.wipLimit();
        return new ColumnView(
                column.stage(),
                stage == null ? column.stage() : stage.name(),
                colour(stage),
                stage == null ? "" : stage.category().name().toLowerCase(Locale.ROOT),
                column.count(),
                limit == null ? null : limit.leads(),
                column.overLimit(),
                Words.money(column.sums()),
                weighted(column, stage),
                column.stale(),
                stage == null ? List.of() : stage.lostReasons(),
                column.cards().stream()
                        .map(lead -> CardView.of(lead, pipeline, now))
                        .toList(),
                column.next());
    }

    /** Nothing where it says no more than the sums do. */
    private static @Nullable String weighted(Board.Column column, @Nullable Stage stage) {
        List<Money> weighted = column.weighted();
        return stage == null || stage.category().isClosed() || weighted.isEmpty() || weighted.equals(column.sums())
                ? null
                : Words.roughly(weighted);
    }

    /** A colour for the mark of a stage. */
    static String colour(@Nullable Stage stage) {
        return stage == null || stage.colour() == null ? GREY : stage.colour();
    }
}
