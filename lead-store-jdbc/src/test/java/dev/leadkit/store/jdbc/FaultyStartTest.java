package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.StoreException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The database fails once at any call while a store is opened on a database without tables. The store opens, or fails
 * typed and opens the next time.
 */
class FaultyStartTest {
    /** On a server, where making tables takes long, at fewer calls; with {@code -Dleadkit.tier=soak} at all. */
    private static final int SERVER_STEP =
            System.getProperty("leadkit.tier", "verify").equals("verify") ? 9 : 1;

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_store_opens_or_fails_typed_and_opens_the_next_time(Database kind) {
        int calls = callsOfAnUndisturbedStart(kind).size();
        int step = kind == Database.H2 ? 1 : SERVER_STEP;
        for (int call = 0; call < calls; call += step) {
            DataSource database = kind.fresh();
            var faults = new Faults(kind, database);
            FaultKind fault = FaultKind.values()[call / step % FaultKind.values().length];
            faults.at(call, fault);

            try {
                JdbcLeadStore.over(faults.dataSource());
            } catch (StoreException typed) {
                faults.none();
                JdbcLeadStore.over(faults.dataSource());
            } catch (RuntimeException untyped) {
                fail("%s at call %d on %s".formatted(fault, call, kind), untyped);
            }

            var desk = Scene.kit(JdbcLeadStore.builder(database)
                            .schema(SchemaMode.VALIDATE)
                            .open())
                    .tenant("acme")
                    .as(ANN);
            Lead lead = desk.create(NewLead.named("Jane"));
            assertThat(desk.get(lead.id())).isEqualTo(lead);
        }
    }

    private static List<String> callsOfAnUndisturbedStart(Database kind) {
        var faults = new Faults(kind, kind.fresh());
        JdbcLeadStore.over(faults.dataSource());
        assertThat(faults.calls()).hasSizeGreaterThan(30);
        return faults.calls();
    }
}
