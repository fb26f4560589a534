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
import java.util.HashMap;
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
     * @param weighted the sums times the stage's probability; absent where it has none
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
            @Nullable List<Amount> weighted,
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
        Map<String, Long> stale = new HashMap<>();
        desk.board(BoardQuery.of(filter.inPipeline(pipeline.name())
                                .stale(pipeline, call.host().now()))
                        .cards(0))
                .columns()
                .forEach(column -> stale.put(column.stage(), column.count()));
        return Answer.ok(new Columns(
                pipeline.name(),
                pipeline.version(),
                board.columns().stream()
                        .map(column -> column(column, pipeline, stale.getOrDefault(column.stage(), 0L)))
                        .toList()));
    }

    private static Column column(Board.Column column, Pipeline pipeline, long stale) {
        Stage stage = pipeline.findStage(column.stage()).orElse(null);
        Double probability = stage == null ? null : stage.probability();
        return new Column(
                column.stage(),
                stage == null ? column.stage() : stage.name(),
                stage == null ? null : stage.category().name().toLowerCase(Locale.ROOT),
                stage == null ? null : stage.colour(),
                column.count(),
                Amount.of(column.sums()),
                probability == null ? null : Amount.of(column.weighted(probability)),
                stale,
                column.overLimit(),
                column.cards().stream().map(LeadJson::card).toList(),
                column.next());
    }
}
