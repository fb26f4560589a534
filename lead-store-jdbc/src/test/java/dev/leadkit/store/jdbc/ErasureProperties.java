package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureOrderBuilder;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import dev.leadkit.testkit.Leads;
import dev.leadkit.testkit.RandomChangesets;
import dev.leadkit.testkit.RandomQuestions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is stored, an erasure takes out what it names, and leaves all else as it was, on every store alike. */
class ErasureProperties {
    private static final Map<Database, LeadStore> STORES = Arrays.stream(Database.values())
            .collect(Collectors.toMap(database -> database, database -> JdbcLeadStore.over(database.fresh())));

    @Property(tries = 20)
    void an_erasure_leaves_every_other_lead_and_conversation_as_it_was(
            @ForAll("steps") List<Long> steps, @ForAll long seed) {
        var tenant = TenantId.of("tenant-" + UUID.randomUUID());
        LeadStore inMemory = new InMemoryLeadStore();
        var commits = new RandomChangesets(tenant);
        for (long step : steps) {
            var changeset = commits.next(step, inMemory);
            RandomChangesets.outcome(inMemory, changeset);
            STORES.values().forEach(store -> RandomChangesets.outcome(store, changeset));
        }
        ErasureOrder order = order(tenant, inMemory, new Random(seed));
        Map<String, Object> left = everything(tenant, inMemory);
        order.leadIds().forEach(id -> left.remove("lead " + id));
        order.conversations().forEach(each -> left.remove("session " + each.session()));

        var receipt = inMemory.capabilities().requireErasure().erase(order);

        assertThat(everything(tenant, inMemory)).isEqualTo(left);
        var questions = new RandomQuestions(tenant);
        List<Object> answers = questions.ask(seed, inMemory);
        STORES.forEach((database, store) -> {
            assertThat(store.capabilities().requireErasure().erase(order))
                    .as("receipt on %s", database)
                    .isEqualTo(receipt);
            assertThat(everything(tenant, store)).as("%s", database).isEqualTo(left);
            assertThat(questions.ask(seed, store)).as("%s", database).isEqualTo(answers);
        });
    }

    /** Some of the leads and conversations that there are. */
    private static ErasureOrder order(TenantId tenant, LeadStore store, Random random) {
        ErasureOrderBuilder order = Leads.anErasure(tenant);
        for (int lead = 0; lead < RandomChangesets.LEADS; lead++) {
            if (random.nextInt(3) == 0) {
                store.find(tenant, Leads.id(lead)).ifPresent(order::lead);
            }
        }
        for (int session = 0; session < RandomChangesets.SESSIONS; session++) {
            if (random.nextBoolean()) {
                store.transcript(tenant, RandomChangesets.session(session)).ifPresent(order::conversation);
            }
        }
        return order.build(new Cause("test", "property"));
    }

    private record Kept(Lead lead, List<Activity> timeline) {}

    private static Map<String, Object> everything(TenantId tenant, LeadStore store) {
        Map<String, Object> everything = new LinkedHashMap<>();
        for (int number = 0; number < RandomChangesets.LEADS; number++) {
            LeadId id = Leads.id(number);
            List<Activity> timeline =
                    store.timeline(tenant, id, PageRequest.first(500)).items();
            store.find(tenant, id).ifPresent(lead -> everything.put("lead " + id, new Kept(lead, timeline)));
        }
        for (int number = 0; number < RandomChangesets.SESSIONS; number++) {
            String session = RandomChangesets.session(number);
            store.transcript(tenant, session)
                    .ifPresent((Transcript transcript) -> everything.put("session " + session, transcript));
        }
        return everything;
    }

    @Provide
    Arbitrary<List<Long>> steps() {
        return Arbitraries.longs().list().ofMinSize(1).ofMaxSize(25);
    }
}
