package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import dev.leadkit.testkit.RandomChangesets;
import dev.leadkit.testkit.RandomQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tenants with the same ids of leads, sessions, messages, changesets and persons in one database: each gets the answers
 * that it would get if it were alone, so that what is another's looks as what is not there at all.
 */
@Tag("reliability")
class TenantIsolationTest {
    private static final int CALLS = Tier.of(2_000, 20_000, 10_000_000);
    private static final List<String> TENANTS = List.of("acme", "Acme", "acme ", "globex");
    private static final int COMMITS_OF_A_ROUND = 500;

    /** A tenant that has the shared database, and one all for himself. */
    private record Neighbour(RandomChangesets commits, RandomQuestions questions, LeadStore alone) {
        static Neighbour of(TenantId tenant) {
            return new Neighbour(new RandomChangesets(tenant), new RandomQuestions(tenant), new InMemoryLeadStore());
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void each_tenant_gets_the_answers_that_it_would_get_alone(Database kind) {
        try (Trial trial = Trial.of("no cross-tenant read", kind)) {
            Random random = trial.random(0);
            while (trial.counted("calls") < CALLS) {
                LeadStore shared = JdbcLeadStore.over(kind.fresh());
                List<Neighbour> neighbours = new ArrayList<>();
                TENANTS.forEach(tenant -> neighbours.add(Neighbour.of(TenantId.of(tenant))));
                for (int i = 0; i < COMMITS_OF_A_ROUND && trial.counted("calls") < CALLS; i++) {
                    step(shared, neighbours.get(random.nextInt(TENANTS.size())), random, trial);
                }
                trial.count("databases");
            }
        }
    }

    /** The seeds are few, so that tenants come to use the same ids. */
    private static void step(LeadStore shared, Neighbour one, Random random, Trial trial) {
        long seed = random.nextInt(COMMITS_OF_A_ROUND);
        Changeset changeset = one.commits().next(seed, one.alone());

        assertThat(RandomChangesets.outcome(shared, changeset))
                .isEqualTo(RandomChangesets.outcome(one.alone(), changeset));
        trial.count("calls");
        if (random.nextInt(10) == 0) {
            List<Object> answers = one.questions().ask(seed, shared);
            assertThat(answers).isEqualTo(one.questions().ask(seed, one.alone()));
            trial.count("calls", answers.size());
        }
    }
}
