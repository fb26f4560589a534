package dev.leadkit.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.HostGuards;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.ForwardingLeadStore;
import dev.leadkit.store.IdentityHasher;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a process knows of what others publish. */
class PublishedPipelinesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Pipeline KITS = pipeline("sales", 1);

    private final WatchedStore store = new WatchedStore();
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final PublishedPipelines here = new PublishedPipelines(store, KITS, HostGuards.none(), () -> now);
    private final PublishedPipelines elsewhere = here.on(store);

    /** Counts how often documents are looked up, and lets something happen while one is. */
    private static final class WatchedStore extends ForwardingLeadStore {
        private final InMemoryLeadStore store = new InMemoryLeadStore();
        private final Deque<Runnable> meanwhile = new ArrayDeque<>();
        private int reads;

        @Override
        protected LeadStore delegate() {
            return store;
        }

        @Override
        public Capabilities capabilities() {
            Documents documents = store.capabilities().requireDocuments();
            return store.capabilities().withDocuments(new Documents() {
                @Override
                public Optional<Document> find(TenantId tenant, DocumentKey key) {
                    reads++;
                    Optional<Document> found = documents.find(tenant, key);
                    Runnable next = meanwhile.poll();
                    if (next != null) {
                        next.run();
                    }
                    return found;
                }

                @Override
                public Page<Document> list(TenantId tenant, String kind, PageRequest page) {
                    return documents.list(tenant, kind, page);
                }
            });
        }
    }

    private static Pipeline pipeline(String name, int version) {
        return Pipeline.named(name)
                .version(version)
                .open("new", "New")
                .won("won", "Won")
                .free()
                .build();
    }

    private void publish(Pipeline next) {
        Pipelines theirs = new TenantPipelines(
                store, elsewhere, ACME, Actor.user("bob"), LeadFields.NONE, this::changeset, () -> now);
        theirs.publish(theirs.plan(next));
    }

    private ChangesetBuilder changeset() {
        return new ChangesetBuilder(
                new ChangesetId(UUID.randomUUID()), ACME, now, Actor.user("bob"), IdentityHasher.of(new byte[16]));
    }

    private int known() {
        return here.standard(ACME).current().version();
    }

    @Test
    void what_is_known_is_read_again_after_a_second() {
        assertThat(known()).isEqualTo(1);
        publish(pipeline("sales", 2));

        now = now.plus(PublishedPipelines.FRESH_FOR).minusNanos(1);
        assertThat(known()).isEqualTo(1);
        now = now.plusNanos(1);
        assertThat(known()).isEqualTo(2);
    }

    @Test
    void what_is_known_from_a_later_instant_is_read_again() {
        assertThat(known()).isEqualTo(1);
        publish(pipeline("sales", 2));

        now = now.minus(Duration.ofNanos(1));

        assertThat(known()).isEqualTo(2);
    }

    @Test
    void a_pipeline_that_is_not_known_is_looked_for_at_once() {
        assertThat(here.find(ACME, "service")).isEmpty();
        publish(pipeline("service", 1));

        assertThat(here.find(ACME, "service")).isEmpty();
        assertThat(here.get(ACME, "service").current().name()).isEqualTo("service");
        assertThat(here.find(ACME, "service")).isPresent();
        assertThat(here.names(ACME)).containsExactly("sales", "service");
        assertThatThrownBy(() -> here.get(ACME, "repair"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one of sales, service");
    }

    @Test
    void the_kits_own_stands_once_among_the_names_and_its_versions_stay_readable() {
        publish(pipeline("sales", 2));

        assertThat(here.names(ACME)).containsExactly("sales");
        assertThat(here.definition(ACME, "sales", 1)).isPresent();
        assertThat(here.definition(ACME, "sales", 3)).isEmpty();
        assertThat(here.definition(TenantId.of("globex"), "sales", 1)).containsSame(KITS);
        assertThat(here.definition(TenantId.of("globex"), "sales", 2)).isEmpty();
        assertThat(here.definition(TenantId.of("globex"), "service", 1)).isEmpty();
    }

    @Test
    void what_is_unchanged_is_not_read_twice() {
        publish(pipeline("sales", 2));
        PublishedPipeline first = here.findFresh(ACME, "sales").orElseThrow();

        assertThat(here.findFresh(ACME, "sales")).containsSame(first);
        publish(pipeline("sales", 3));
        assertThat(here.findFresh(ACME, "sales").orElseThrow().current().version())
                .isEqualTo(3);
    }

    @Test
    void what_is_known_costs_one_read_a_second_published_or_not() {
        for (int version : new int[] {1, 2}) {
            if (version > 1) {
                publish(pipeline("sales", version));
            }
            now = now.plus(PublishedPipelines.FRESH_FOR);
            here.standard(ACME);
            now = now.plus(PublishedPipelines.FRESH_FOR);
            int before = store.reads;

            assertThat(known()).isEqualTo(version);
            assertThat(known()).isEqualTo(version);

            assertThat(store.reads - before).isEqualTo(1);
        }
    }

    @Test
    void who_reads_slowly_does_not_bring_back_the_version_before() {
        publish(pipeline("sales", 2));
        here.findFresh(ACME, "sales");
        store.meanwhile.add(() -> {
            publish(pipeline("sales", 3));
            here.findFresh(ACME, "sales");
        });

        PublishedPipeline slow = here.findFresh(ACME, "sales").orElseThrow();

        assertThat(slow.current().version()).isEqualTo(3);
        assertThat(known()).isEqualTo(3);
    }

    @Test
    void ten_thousand_pipelines_are_remembered_and_all_forgotten_with_the_next() {
        assertThat(known()).isEqualTo(1);
        publish(pipeline("sales", 2));

        for (int i = 1; i < 10_000; i++) {
            here.find(ACME, "no-such-" + i);
        }
        assertThat(known()).isEqualTo(1);
        here.find(ACME, "one-more");
        assertThat(known()).isEqualTo(2);
    }

    @Test
    void a_version_whose_definition_is_missing_is_told() {
        var history = new PipelineHistory(List.of(new PipelineHistory.Version(1, StageMap.NONE, null)));
        store.commit(changeset()
                .document(PipelineDocuments.history("service"), 0, PipelineDocuments.write("service", history))
                .build());

        assertThatThrownBy(() -> here.find(ACME, "service"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the definition of a published version is missing");
    }

    @Test
    void a_lead_on_a_version_that_is_not_known_yet_has_it_read_at_once() {
        assertThat(known()).isEqualTo(1);
        publish(pipeline("sales", 2));
        Lead lead = Lead.builder(new LeadId(new UUID(0, 1)), ACME, LeadSource.MANUAL, now)
                .stage("sales", 2, "new", false, now)
                .build();

        assertThat(here.current(lead).pipeline())
                .satisfies(its -> assertThat(its.current().version()).isEqualTo(2));
    }
}
