package dev.leadkit.examples.leaddesk.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chart that is a table: each row has a bar under its name, and its figures beside it. So whoever sees no bars has all of it.
 *
 * @param caption what it shows, for who can't see where it stands
 * @param heads of the columns, the one of the names first
 * @param legend what the parts of the bars mean; empty when they are of one kind
 */
public record ChartTable(String caption, List<String> heads, List<Key> legend, List<Row> rows) {
    /** What a kind of part means. */
    public record Key(String kind, String name) {}

    /** One row. @param colour of its stage; absent for other rows @param cells one for each head but the first */
    public record Row(String name, @Nullable String colour, Bar bar, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public ChartTable {
        heads = List.copyOf(heads);
        legend = List.copyOf(legend);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != heads.size() - 1) {
                throw new IllegalArgumentException("expected %s cells, found %s"
                        .formatted(heads.size() - 1, row.cells().size()));
            }
        }
    }

    /** A table without rows yet. */
    public static Builder of(String caption, String... heads) {
        return new Builder(caption, List.of(heads));
    }

    /** Not safe to share. */
    public static final class Builder {
        private final String caption;
        private final List<String> heads;
        private final List<Key> legend = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        private Builder(String caption, List<String> heads) {
            this.caption = caption;
            this.heads = heads;
        }

        /** Names a kind of part; its class in the style sheet is the name in lower case, with hyphens. */
        public Builder kinds(String... names) {
            for (String name : names) {
                legend.add(new Key(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name));
            }
            return this;
        }

        public Builder row(String name, @Nullable String colour, Bar bar, String... cells) {
            rows.add(new Row(name, colour, bar, List.of(cells)));
            return this;
        }

        public ChartTable build() {
            return new ChartTable(caption, heads, legend, rows);
        }
    }
}
