package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import dev.leadkit.testkit.LeadArbitraries;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to them, the store on H2 and the one in memory give the same answers. */
class StoresAgreeProperties {
    private static final LeadStore ON_H2 = JdbcLeadStore.over(H2Databases.inMemory());

    /** Each number seeds one step, so that a failing run shrinks to few steps. */
    @Property(tries = 60)
    void any_commits_and_questions_are_answered_alike(@ForAll("steps") List<Long> steps) {
        var tenant = TenantId.of("tenant-" + UUID.randomUUID());
        LeadStore inMemory = new InMemoryLeadStore();
        var commits = new RandomCommits(tenant);
        var questions = new RandomQuestions(tenant);

        for (long step : steps) {
            var changeset = commits.next(step, inMemory);

            assertThat(RandomCommits.outcome(ON_H2, changeset))
                    .as("outcome of %s", changeset)
                    .isEqualTo(RandomCommits.outcome(inMemory, changeset));
            assertThat(questions.ask(step, ON_H2)).isEqualTo(questions.ask(step, inMemory));
        }
    }

    /** With every Unicode text and every instant, where the other property has few values that meet often. */
    @Property(tries = 100)
    void any_changeset_is_read_back_alike(@ForAll("changesets") Changeset changeset) {
        var tenant = changeset.tenant();
        LeadStore onH2 = JdbcLeadStore.over(H2Databases.inMemory());
        LeadStore inMemory = new InMemoryLeadStore();

        assertThat(RandomCommits.outcome(onH2, changeset)).isEqualTo(RandomCommits.outcome(inMemory, changeset));

        assertThat(RandomQuestions.everything(tenant, changeset, onH2))
                .isEqualTo(RandomQuestions.everything(tenant, changeset, inMemory));
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
