package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Whether the counters of a board are what one gets by counting the leads. */
final class CounterCheck {
    private static final String COUNTED = """
        SELECT tenant_id, pipeline, stage, currency, SUM(leads), SUM(amount), SUM(own_amount), SUM(own_weighted)
        FROM leadkit_counter
        GROUP BY tenant_id, pipeline, stage, currency
        HAVING SUM(leads) <> 0 OR SUM(amount) <> 0 OR SUM(own_amount) <> 0 OR SUM(own_weighted) <> 0
        """;

    private static final String STORED = """
        SELECT tenant_id, pipeline, stage, COALESCE(expected_currency, ''), COUNT(*), COALESCE(SUM(expected_amount), 0),
            COALESCE(SUM(CASE WHEN own_weighted IS NOT NULL THEN expected_amount END), 0),
            COALESCE(SUM(own_weighted), 0)
        FROM leadkit_lead
        WHERE withdrawn = FALSE
        GROUP BY tenant_id, pipeline, stage, COALESCE(expected_currency, '')
        """;

    private CounterCheck() {}

    /** Fails unless they are equal, for all tenants. Nobody may write meanwhile. */
    static void check(DataSource database) {
        assertThat(rows(database, COUNTED))
                .as("counters, against the leads by tenant, pipeline, stage and currency")
                .containsExactlyInAnyOrderElementsOf(rows(database, STORED));
    }

    private static List<List<Object>> rows(DataSource database, String sql) {
        List<List<Object>> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(List.of(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getLong(5),
                        rows.getBigDecimal(6).stripTrailingZeros(),
                        rows.getBigDecimal(7).stripTrailingZeros(),
                        rows.getBigDecimal(8).stripTrailingZeros()));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }
}
