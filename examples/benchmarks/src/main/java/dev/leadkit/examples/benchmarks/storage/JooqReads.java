package dev.leadkit.examples.benchmarks.storage;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.leadkit.examples.benchmarks.storage.Reads.Place;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;

/** jOOQ without generated code: its own SEEK clause, typed fields, its records. */
final class JooqReads {
    private static final Field<UUID> ID = field(name("lead_id"), UUID.class);
    private static final Field<OffsetDateTime> CREATED = field(name("created_at"), OffsetDateTime.class);
    private static final List<Field<?>> COLUMNS = List.of(
            ID,
            field(name("version"), Long.class),
            field(name("pipeline"), String.class),
            field(name("pipeline_version"), Integer.class),
            field(name("stage"), String.class),
            field(name("closed"), Boolean.class),
            field(name("stage_entered_at"), OffsetDateTime.class),
            field(name("board_rank"), String.class),
            field(name("source"), String.class),
            field(name("assignee"), String.class),
            field(name("expected_amount"), BigDecimal.class),
            field(name("expected_currency"), String.class),
            field(name("score"), Integer.class),
            field(name("band"), String.class),
            field(name("withdrawn"), Boolean.class),
            CREATED,
            field(name("last_activity_at"), OffsetDateTime.class),
            field(name("snoozed_until"), OffsetDateTime.class),
            field(name("body"), String.class));

    private final DSLContext jooq;

    JooqReads(DataSource pool, boolean postgres) {
        jooq = JooqWriter.using(pool, postgres);
    }

    List<?> page(Place after) {
        return jooq.select(COLUMNS)
                .from(table(name("leadkit_lead")))
                .where(field(name("tenant_id"), String.class).eq(Population.LARGE.value()))
                .and(field(name("stage"), String.class).eq(Reads.STAGE))
                .and(field(name("withdrawn"), Boolean.class).isFalse())
                .orderBy(CREATED.desc(), ID.desc())
                .seek(after.createdAt(), after.id())
                .limit(Reads.PAGE + 1)
                .fetch();
    }
}
