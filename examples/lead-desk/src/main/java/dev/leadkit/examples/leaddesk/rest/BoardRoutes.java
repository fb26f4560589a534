package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.LeadDesk;
import dev.leadkit.examples.leaddesk.rest.LeadJson.Amount;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The board: columns with counts, sums and the first cards. The filters are those of the list. */
final class BoardRoutes {
    private static final int CARDS = 50;

    private BoardRoutes() {}

    /**
     * A column.
     *
     * @param sums of all its leads, one a currency
     * @param weighted what the amounts bring on average, each weighted with its lead's own probability or that of the stage; empty
     *     where none has one
     * @param stale how many of its leads nobody touched for too long
     * @param next the cursor for more cards, for the list with the same filter, this stage and {@code sort=board}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(
            String stage,
            String name,
            @Nullable String category,
            @Nullable String colour,
            long count,
            List<Amount> sums,
            List<Amount> weighted,
            long stale,
            boolean overLimit,
            List<LeadJson> cards,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    record Columns(String pipeline, int version, List<Column> columns) {}

    static List<Route> all() {
        return List.of(Route.get("/board", BoardRoutes::board));
    }

    private static Answer board(Call call) {
        LeadDesk desk = call.desk();
        Map<String, List<String>> parameters = new LinkedHashMap<>(call.query());
        int cards = Optional.ofNullable(parameters.remove("cards"))
                .map(values -> Parameters.number("cards", values))
                .orElse(CARDS);
        for (String none : List.of("sort", "limit", "cursor")) {
            if (parameters.containsKey(none)) {
                throw new ProblemException(400, "invalid-input", none + ": a board has none");
            }
        }
        LeadFilter filter = desk.parameters(ZoneOffset.UTC).query(parameters).filter();
        Pipeline pipeline = Optional.ofNullable(filter.pipeline())
                .map(name -> call.host()
                        .kit()
                        .wiring()
                        .pipelines()
                        .get(call.who().tenant(), name)
                        .current())
                .orElseGet(() -> call.host().pipeline(call.who().tenant()));
        Board board = desk.board(BoardQuery.of(filter).cards(cards));
        return Answer.ok(new Columns(
                pipeline.name(),
                pipeline.version(),
                board.columns().stream().map(column -> column(column, pipeline)).toList()));
    }

    private static Column column(Board.Column column, Pipeline pipeline) {
        Stage stage = pipeline.findStage(column.stage()).orElse(null);
        return new Column(
                column.stage(),
                stage == null ? column.stage() : stage.name(),
                stage == null ? null : stage.category().name().toLowerCase(Locale.ROOT),
                stage == null ? null : stage.colour(),
                column.count(),
                Amount.of(column.sums()),
                Amount.of(column.weighted()),
                column.stale(),
                column.overLimit(),
                column.cards().stream().map(LeadJson::card).toList(),
                column.next());
    }
}
