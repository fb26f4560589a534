package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import dev.leadkit.testkit.LeadArbitraries;
import dev.leadkit.testkit.RandomChangesets;
import dev.leadkit.testkit.RandomQuestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to them, the store on each database and the one in memory give the same answers. */
class StoresAgreeProperties {
    private static final Map<Database, DataSource> DATABASES =
            Arrays.stream(Database.values()).collect(Collectors.toMap(database -> database, Database::fresh));

    private static final Map<Database, LeadStore> STORES = DATABASES.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, database -> JdbcLeadStore.over(database.getValue())));

    /** Each number seeds one step, so that a failing run shrinks to few steps. */
    @Property(tries = 60)
    void any_commits_and_questions_are_answered_alike(@ForAll("steps") List<Long> steps) {
        var tenant = TenantId.of("tenant-" + UUID.randomUUID());
        LeadStore inMemory = new InMemoryLeadStore();
        var commits = new RandomChangesets(tenant);
        var questions = new RandomQuestions(tenant);

        for (long step : steps) {
            var changeset = commits.next(step, inMemory);

            Object outcome = RandomChangesets.outcome(inMemory, changeset);
            List<Object> answers = questions.ask(step, inMemory);
            STORES.forEach((database, store) -> {
                assertThat(RandomChangesets.outcome(store, changeset))
                        .as("outcome on %s of %s", database, changeset)
                        .isEqualTo(outcome);
                assertThat(questions.ask(step, store)).as("%s", database).isEqualTo(answers);
            });
        }
        DATABASES.values().forEach(CounterCheck::check);
    }

    @Property(tries = 30)
    void any_commits_of_one_call_are_answered_as_one_by_one(@ForAll("steps") List<Long> steps) {
        var tenant = TenantId.of("tenant-" + UUID.randomUUID());
        LeadStore inMemory = new InMemoryLeadStore();
        var commits = new RandomChangesets(tenant);
        List<Changeset> changesets = new ArrayList<>();
        List<Object> outcomes = new ArrayList<>();

        for (long step : steps) {
            Changeset changeset = commits.next(step, inMemory);
            changesets.add(changeset);
            outcomes.add(RandomChangesets.outcome(inMemory, changeset));
        }
        List<Object> answers = new RandomQuestions(tenant).ask(1, inMemory);

        STORES.forEach((database, store) -> {
            assertThat(store.commitAll(changesets).stream()
                            .map(RandomChangesets::told)
                            .toList())
                    .as("outcomes on %s of %s", database, changesets)
                    .isEqualTo(outcomes);
            assertThat(new RandomQuestions(tenant).ask(1, store))
                    .as("%s", database)
                    .isEqualTo(answers);
        });
    }

    /** With every Unicode text and every instant, where the other property has few values that meet often. */
    @Property(tries = 100)
    void any_changeset_is_read_back_alike(@ForAll("changesets") Changeset changeset) {
        var tenant = changeset.tenant();
        LeadStore inMemory = new InMemoryLeadStore();

        Object outcome = RandomChangesets.outcome(inMemory, changeset);
        List<Object> everything = RandomQuestions.everything(tenant, changeset, inMemory);

        for (Database database : Database.values()) {
            LeadStore store = JdbcLeadStore.over(database.fresh());

            assertThat(RandomChangesets.outcome(store, changeset))
                    .as("outcome on %s", database)
                    .isEqualTo(outcome);

            assertThat(RandomQuestions.everything(tenant, changeset, store))
                    .as("%s", database)
                    .isEqualTo(everything);
        }
    }

    @Provide
    Arbitrary<List<Long>> steps() {
        return Arbitraries.longs().list().ofMinSize(1).ofMaxSize(30);
    }

    @Provide
    Arbitrary<Changeset> changesets() {
        return LeadArbitraries.changesets();
    }
}
