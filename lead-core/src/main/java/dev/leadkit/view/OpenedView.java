package dev.leadkit.view;

import dev.leadkit.definition.Problem;
import dev.leadkit.store.LeadQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view as it can be shown now.
 *
 * @param query which leads; absent when a part of it can't be read, so that nothing is shown, or worked on, that the view
 *     never asked for
 * @param columns those of the view that there are
 * @param broken what the view names and there is no more, in the view's order, with pointers into its document: {@code
 *     /query/stage/0}, {@code /columns/2}, {@code /team}. A condition of these stays in the query, and usually finds nothing
 */
public record OpenedView(SavedView saved, @Nullable LeadQuery query, List<String> columns, List<Problem> broken) {
    public OpenedView {
        columns = List.copyOf(columns);
        broken = List.copyOf(broken);
    }
}
