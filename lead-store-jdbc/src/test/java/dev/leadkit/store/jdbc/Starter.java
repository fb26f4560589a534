package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A host's process that starts up wherever it is told: for each line {@code url schema} it opens a store there and commits
 * a lead. Prints what came of it.
 */
final class Starter {
    static final String READY = "ready";
    static final String UP = "up";

    private Starter() {}

    public static void main(String[] arguments) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(READY);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(startUp(line.split(" ")));
        }
    }

    private static String startUp(String[] place) {
        var config = new HikariConfig();
        config.setJdbcUrl(place[0]);
        config.setMaximumPoolSize(1);
        try (var pool = new HikariDataSource(config)) {
            JdbcLeadStore store =
                    JdbcLeadStore.builder(pool).schemaName(place[1]).open();
            var unit = aChangeset();
            unit.create(aLead().tagged("vip").named("Jane").build(), NOW, null);
            store.commit(unit.build());
            return UP;
        } catch (RuntimeException failed) {
            return failed.toString();
        }
    }
}
