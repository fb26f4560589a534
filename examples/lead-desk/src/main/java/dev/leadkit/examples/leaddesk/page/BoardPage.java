package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import java.util.Map;

/** The board. */
final class BoardPage {
    private BoardPage() {}

    static void show(PageCall call) {
        Board board = call.desk().board(BoardQuery.all());
        call.render(
                "board",
                Map.of(
                        "board",
                        board,
                        "pipeline",
                        call.host().pipeline(call.who().tenant())));
    }
}
