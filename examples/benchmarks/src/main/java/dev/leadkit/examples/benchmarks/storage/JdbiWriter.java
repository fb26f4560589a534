package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.store.jdbc.StoredRows.Kind;
import dev.leadkit.store.jdbc.StoredRows.Step;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Jdbi 3 as its users write it: an update for one row, a prepared batch for several, in {@code inTransaction}. */
final class JdbiWriter implements Writer {
    private final Jdbi jdbi;

    JdbiWriter(DataSource database) {
        jdbi = Jdbi.create(database).registerArgument(new Moments());
    }

    /** Times as they are; by itself Jdbi gives them the offset of the machine's zone. */
    private static final class Moments extends AbstractArgumentFactory<OffsetDateTime> {
        Moments() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(OffsetDateTime value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }

    @Override
    public void write(Unit unit) {
        jdbi.useTransaction(handle -> {
            for (Step step : unit.steps()) {
                if (step.kind() == Kind.COUNT) {
                    count(handle, step);
                } else {
                    write(handle, step);
                }
            }
        });
    }

    private static void write(Handle handle, Step step) {
        int[] changed = {0};
        if (step.rows().size() == 1) {
            changed[0] = update(handle, step.sql(), step.rows().get(0));
        } else {
            try (PreparedBatch batch = handle.prepareBatch(step.sql())) {
                for (List<@Nullable Object> row : step.rows()) {
                    batch.add(row.toArray());
                }
                changed = batch.execute();
            }
        }
        if (step.kind() == Kind.UPDATE) {
            for (int each : changed) {
                Writer.requireOne(each);
            }
        }
    }

    private static void count(Handle handle, Step step) {
        for (List<@Nullable Object> row : step.rows()) {
            if (update(handle, Values.ADD_TO_COUNTER, row.subList(0, Values.COUNTER_VALUES)) == 0) {
                update(handle, step.sql(), row);
            }
        }
    }

    private static int update(Handle handle, String sql, List<@Nullable Object> values) {
        try (Update update = handle.createUpdate(sql)) {
            for (int i = 0; i < values.size(); i++) {
                update.bind(i, values.get(i));
            }
            return update.execute();
        }
    }
}
