package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnknownOutcomeException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The database fails once at each call of each operation, in each way. The operation succeeds, or fails typed and can be
 * done again; in the end all is as without the failure.
 *
 * <p>Within {@code mvn verify} each call fails in one of the ways, in turn, on a server every third; with {@code -Psoak}
 * each in all.
 */
@Tag("reliability")
@ParameterizedClass
@EnumSource(StoreForm.class)
class FaultInjectionTest {
    private static final boolean ALL = Tier.CURRENT != Tier.VERIFY;

    private final StoreForm form;
    private final DataSource database;
    private final Faults faults;
    private final LeadKit kit;
    private final CaptureEngine engine;
    private final LeadKit faultyKit;
    private final CaptureEngine faultyEngine;
    private final Map<Operation, Undisturbed> undisturbed = new EnumMap<>(Operation.class);
    private int tenants;

    /** A run without a failure: what was called, what came of it, and what there is then. */
    private record Undisturbed(List<String> calls, Object answer, String state) {}

    FaultInjectionTest(StoreForm form) throws SQLException {
        this.form = form;
        this.database = form.database().fresh();
        this.faults = new Faults(form.database(), database);
        this.kit = Scene.kit(form.over(database));
        this.engine = CaptureEngine.builder(kit).build();
        this.faultyKit = Scene.kit(form.over(faults.dataSource()));
        // Remembers nothing, so that an undisturbed run makes the same calls as any other.
        this.faultyEngine = CaptureEngine.builder(faultyKit).cacheBytes(0).build();
        for (Operation operation : Operation.values()) {
            Scene scene = scene();
            faults.none();
            Object answer = operation.run(faulty(scene));
            undisturbed.put(operation, new Undisturbed(faults.calls(), answer, scene.state()));
        }
    }

    private Scene scene() {
        tenants++;
        return new Scene(database, kit, engine, TenantId.of("tenant-" + tenants)).prepare();
    }

    private Scene faulty(Scene scene) {
        return scene.through(faultyKit, faultyEngine);
    }

    @Test
    void every_operation_stands_a_failure_at_any_call() throws SQLException {
        int turn = 0;
        for (Operation operation : Operation.values()) {
            List<String> calls = calls(operation);
            for (int call = 0; call < calls.size(); call++) {
                for (FaultKind fault : some(kinds(calls.get(call)), turn++)) {
                    faults.at(call, fault);
                    assertStands(operation, "%s at call %d, %s".formatted(fault, call, calls.get(call)));
                }
            }
        }
        assertThat(turn).isGreaterThan(100);
    }

    /** Often while it recovers from the first. */
    @Test
    void every_operation_stands_two_failures() throws SQLException {
        var random = new Random(42);
        for (Operation operation : Operation.values()) {
            List<String> calls = calls(operation);
            for (int round = 0; round < (ALL ? 200 : 2); round++) {
                int first = random.nextInt(calls.size());
                List<FaultKind> kinds = kinds(calls.get(first));
                FaultKind fault = kinds.get(random.nextInt(kinds.size()));
                int second = first + 1 + random.nextInt(calls.size());
                faults.at(first, fault);
                FaultKind another = FaultKind.values()[random.nextInt(FaultKind.values().length)];
                faults.alsoAt(second, another);
                assertStands(operation, "%s at call %d and %s at call %d".formatted(fault, first, another, second));
            }
        }
    }

    private void assertStands(Operation operation, String what) throws SQLException {
        Undisturbed expected = undisturbed(operation);
        Scene scene = scene();
        Scene faulty = faulty(scene);
        try {
            Object answer = operation.run(faulty);
            assertThat(answer).as("%s on %s: %s", operation, form, what).isEqualTo(expected.answer());
        } catch (UnknownOutcomeException unknown) {
            faults.none();
            if (!scene.state().equals(expected.state())) {
                operation.run(faulty);
            }
        } catch (StoreException typed) {
            faults.none();
            Object again = operation.run(faulty);
            if (again != Status.REPEATED) {
                assertThat(again)
                        .as("%s on %s again: %s", operation, form, what)
                        .isEqualTo(expected.answer());
            }
        } catch (RuntimeException untyped) {
            fail("%s on %s: %s".formatted(operation, form, what), untyped);
        }
        faults.none();
        assertThat(scene.state())
                .as("after %s on %s: %s", operation, form, what)
                .isEqualTo(expected.state());
    }

    @Test
    void whoever_can_t_know_whether_it_was_written_is_told_so_and_nobody_else() throws SQLException {
        for (Operation operation : Operation.values()) {
            if (undisturbed(operation).state().equals(scene().state())) {
                continue; // it only reads
            }
            int commits = (int)
                    calls(operation).stream().filter(Faults.COMMITS::contains).count();
            for (FaultKind fault : List.of(FaultKind.LOST_BEFORE, FaultKind.LOST_AFTER)) {
                Scene scene = scene();
                faults.atCommitForGood(commits - 1, fault);

                assertThatThrownBy(() -> operation.run(faulty(scene)))
                        .as("%s on %s, %s", operation, form, fault)
                        .isExactlyInstanceOf(UnknownOutcomeException.class)
                        .hasMessageEndingWith("; whether the change was written is unknown");
            }
            Scene scene = scene();
            faults.at(0, FaultKind.LOST_BEFORE);
            assertThatThrownBy(() -> operation.run(faulty(scene))).isExactlyInstanceOf(StoreException.class);
        }
    }

    private Undisturbed undisturbed(Operation operation) {
        return undisturbed.get(operation);
    }

    private List<String> calls(Operation operation) {
        return undisturbed(operation).calls();
    }

    private static List<FaultKind> kinds(String call) {
        List<FaultKind> kinds = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (kind.concerns(call)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private List<FaultKind> some(List<FaultKind> kinds, int turn) {
        if (ALL) {
            return kinds;
        }
        boolean due = form == StoreForm.H2 || turn % 3 == 0;
        return due ? List.of(kinds.get(turn % 5 % kinds.size())) : List.of();
    }
}
