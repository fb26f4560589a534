package dev.leadkit.examples.benchmarks.storage;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.leadkit.store.jdbc.StoredRows.Step;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** jOOQ without generated code: one insert with all rows of a table, updates as a batch, in {@code transaction}. */
final class JooqWriter implements Writer {
    private final DSLContext jooq;

    JooqWriter(DataSource database, boolean postgres) {
        jooq = using(database, postgres);
    }

    static DSLContext using(DataSource database, boolean postgres) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return DSL.using(
                database,
                postgres ? SQLDialect.POSTGRES : SQLDialect.H2,
                new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                        .withExecuteLogging(false));
    }

    @Override
    public void write(Unit unit) {
        jooq.transaction(transaction -> {
            DSLContext dsl = transaction.dsl();
            for (Step step : unit.steps()) {
                write(dsl, step);
            }
        });
    }

    private static void write(DSLContext dsl, Step step) {
        List<Field<?>> fields = fields(step);
        switch (step.kind()) {
            case INSERT -> insert(dsl, step, fields, step.rows()).execute();
            case UPDATE -> {
                for (int changed : batch(
                        dsl,
                        step.rows().stream()
                                .map(row -> update(dsl, step, fields, row))
                                .toList())) {
                    Writer.requireOne(changed);
                }
            }
            case DELETE ->
                batch(
                        dsl,
                        step.rows().stream()
                                .map(row -> (Query) dsl.deleteFrom(table(name(step.table())))
                                        .where(key(fields, row, 0)))
                                .toList());
            case COUNT -> count(dsl, step, fields);
        }
    }

    private static int[] batch(DSLContext dsl, List<Query> queries) {
        return queries.size() == 1
                ? new int[] {queries.get(0).execute()}
                : dsl.batch(queries).execute();
    }

    private static InsertValuesStepN<?> insert(
            DSLContext dsl, Step step, List<Field<?>> fields, List<List<@Nullable Object>> rows) {
        InsertValuesStepN<?> insert = dsl.insertInto(table(name(step.table()))).columns(fields);
        for (List<@Nullable Object> row : rows) {
            insert = insert.values(row);
        }
        return insert;
    }

    private static Query update(DSLContext dsl, Step step, List<Field<?>> fields, List<@Nullable Object> row) {
        int keys = fields.size() - 3; // tenant, id and the version that must be there
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keys; i++) {
            values.put(fields.get(i), row.get(i));
        }
        return dsl.update(table(name(step.table()))).set(values).where(key(fields, row, keys));
    }

    @SuppressWarnings("unchecked") // a field has the type of its values
    private static Condition key(List<Field<?>> fields, List<@Nullable Object> row, int from) {
        Condition key = DSL.noCondition();
        for (int i = from; i < fields.size(); i++) {
            key = key.and(((Field<Object>) fields.get(i)).eq(row.get(i)));
        }
        return key;
    }

    private static void count(DSLContext dsl, Step step, List<Field<?>> fields) {
        for (List<@Nullable Object> row : step.rows()) {
            Field<Long> leads = field(name("leads"), Long.class);
            Field<BigDecimal> amount = field(name("amount"), BigDecimal.class);
            int changed = dsl.update(table(name(step.table())))
                    .set(leads, leads.plus((Long) Objects.requireNonNull(row.get(0))))
                    .set(amount, amount.plus((BigDecimal) Objects.requireNonNull(row.get(1))))
                    .where(key(fields.subList(0, Values.COUNTER_VALUES), row, 2))
                    .execute();
            if (changed == 0) {
                insert(dsl, step, fields, List.of(row)).execute();
            }
        }
    }

    /** Typed by the first value of their column that is there. */
    private static List<Field<?>> fields(Step step) {
        List<Field<?>> fields = new ArrayList<>();
        List<String> columns = step.columns();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            Class<?> type = step.rows().stream()
                    .map(row -> row.get(column))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .<Class<?>>map(Object::getClass)
                    .orElse(typeOfNothing(columns.get(i)));
            fields.add(field(name(columns.get(i)), type));
        }
        return fields;
    }

    /** Of a column that no row has a value of. */
    private static Class<?> typeOfNothing(String column) {
        return switch (column) {
            case "expected_amount", "own_weighted" -> BigDecimal.class;
            case "snoozed_until" -> OffsetDateTime.class;
            default -> String.class;
        };
    }
}
