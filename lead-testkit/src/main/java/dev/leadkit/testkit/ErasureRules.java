package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aFullLead;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static dev.leadkit.testkit.Leads.anErasure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Conversation.Segment;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureOrderBuilder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.ErasureReceipt.Kind;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.UnsupportedCapabilityException;
import dev.leadkit.store.memory.InMemoryLeadStore;
import dev.leadkit.testkit.Together.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A person is erased for good, all of it or nothing. A store that declares no erasure refuses to be asked for it. */
interface ErasureRules {
    Cause WHY = new Cause(Cause.SUBJECT_REQUEST, "ticket-1");

    /** Absent for a store that declares to have none and says so to whoever wants one. */
    private static @Nullable Erasure erasureOf(StoreUnderTest store) {
        Capabilities its = store.spi().capabilities();
        if (its.erasure() == null) {
            assertThatThrownBy(its::requireErasure).isInstanceOf(UnsupportedCapabilityException.class);
        }
        return its.erasure();
    }

    @Test
    @DisplayName("STORE-90 an erased lead and its conversations are found by nothing any more")
    default void what_is_erased_is_found_by_nothing(StoreUnderTest store) {
        Erasure erasure = erasureOf(store);
        if (erasure == null) {
            return;
        }
        Lead lead = converse(store, aFullLead().build());
        Transcript said = store.spi().transcript(ACME, "s-1").orElseThrow();

        erasure.erase(anErasure(ACME).lead(lead).conversation(said).build(WHY));

        assertNothingIsLeft(store, lead);
        assertThat(erasure.knownBy(ACME, keys(lead)))
                .as("leads known by its identities")
                .isEmpty();
    }

    /** Commits a lead with a timeline and, over the session {@code s-1}, a conversation. */
    private static Lead converse(StoreUnderTest store, Lead lead) {
        ChangesetBuilder unit = aChangeset(lead.tenant());
        Lead created = unit.create(lead, NOW, null);
        unit.conversation(
                Conversation.begin(lead.tenant(), "s-1", "widget").withSegment(new Segment(lead.id(), null)), 0);
        unit.messages(List.of(
                aMessage("s-1", "m-1").visitor("I am Jane").build(),
                aMessage("s-1", "m-2")
                        .agent("Hello Jane")
                        .at(NOW.plusSeconds(1))
                        .build()));
        store.commit(unit);
        return store.update(created, it -> it.assignee("bob"));
    }

    private static void assertNothingIsLeft(StoreUnderTest store, Lead lead) {
        TenantId tenant = lead.tenant();
        assertThat(store.find(lead)).as("find").isEmpty();
        assertThat(store.spi().findAll(tenant, List.of(lead.id())))
                .as("findAll")
                .isEmpty();
        for (IdentityKey key : keys(lead)) {
            assertThat(store.spi().findByIdentity(tenant, lead.pipeline(), key))
                    .as("findByIdentity")
                    .isEmpty();
        }
        assertThat(store.timeline(lead)).as("timeline").isEmpty();
        for (LeadFilter filter : List.of(
                LeadFilter.all(),
                LeadFilter.all().matching("jane"),
                LeadFilter.all().taggedAny("vip"))) {
            assertThat(store.all(tenant, LeadQuery.of(filter))).as("list").isEmpty();
        }
        assertThat(store.spi().board(tenant, BoardQuery.all()).columns())
                .as("board")
                .isEmpty();
        assertThat(store.spi().transcript(tenant, "s-1")).as("transcript").isEmpty();
    }

    private static Set<IdentityKey> keys(Lead lead) {
        return Changeset.LeadState.of(lead, Leads.HASHER).identities();
    }

    @Test
    @DisplayName("STORE-91 what an erased lead claimed is free for another")
    default void claims_of_an_erased_lead_are_free(StoreUnderTest store) {
        Erasure erasure = erasureOf(store);
        if (erasure == null) {
            return;
        }
        Identity external = Identity.verified(IdentityKind.EXTERNAL_ID, "crm-1");
        Lead erased = store.create(aLead().session("s-1").knownBy(external));
        erasure.erase(anErasure(ACME).lead(erased).build(WHY));

        Lead next = store.create(aLead().session("s-1").knownBy(external));

        assertThat(store.findBy(Identity.session("s-1"))).contains(next);
        assertThat(store.findBy(external)).contains(next);
    }

    @Test
    @DisplayName("STORE-92 an order over another version is refused as stale and leaves everything as it was")
    default void a_stale_order_is_refused_and_leaves_everything(StoreUnderTest store) {
        Erasure erasure = erasureOf(store);
        if (erasure == null) {
            return;
        }
        Lead lead = converse(store, aFullLead().build());
        Lead other = store.create(aLead().session("s-2"));
        Transcript said = store.spi().transcript(ACME, "s-1").orElseThrow();
        ErasureOrder staleLead =
                anErasure(ACME).lead(other).lead(lead).conversation(said).build(WHY);
        Lead now = store.update(lead, it -> it.assignee("eve"));
        assertThatThrownBy(() -> erasure.erase(staleLead)).isInstanceOfSatisfying(StaleLeadException.class, stale -> {
            assertThat(stale.lead()).isEqualTo(lead.id());
            assertThat(stale.expected()).isEqualTo(lead.version());
            assertThat(stale.found()).isEqualTo(now.version());
        });
        ErasureOrder staleTalk = anErasure(ACME).lead(now).conversation(said).build(WHY);
        store.say("s-1", aMessage("s-1", "m-3").build());
        assertThatThrownBy(() -> erasure.erase(staleTalk))
                .isInstanceOfSatisfying(StaleConversationException.class, stale -> {
                    assertThat(stale.session()).isEqualTo("s-1");
                    assertThat(stale.found()).isEqualTo(stale.expected() + 1);
                });

        assertThat(store.find(other)).contains(other);
        assertThat(store.find(now)).contains(now);
        assertThat(store.findBy(Identity.session("s-1"))).contains(now);
        assertThat(store.messages("s-1")).hasSize(3);
        assertThat(store.timeline(now)).isNotEmpty();
        assertThat(erasure.suppressed(ACME, staleLead.suppressed())).isEmpty();
        assertThat(erasure.receipts(ACME, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    @DisplayName("STORE-93 a receipt counts what is gone, is kept, and is what a repeat of its order gets")
    default void a_receipt_is_kept_and_given_for_a_repeat(StoreUnderTest store) {
        Erasure erasure = erasureOf(store);
        if (erasure == null) {
            return;
        }
        Lead lead = converse(store, aFullLead().build());
        int activities = store.timeline(lead).size();
        Transcript said = store.spi().transcript(ACME, "s-1").orElseThrow();
        ErasureOrder order = anErasure(ACME).lead(lead).conversation(said).build(WHY);

        ErasureReceipt receipt = erasure.erase(order);

        assertThat(receipt.counts())
                .containsEntry(Kind.LEAD, 1)
                .containsEntry(Kind.IDENTITY, lead.identities().size())
                .containsEntry(Kind.ACTIVITY, activities)
                .containsEntry(Kind.CONVERSATION, 1)
                .containsEntry(Kind.MESSAGE, 2);
        assertThat(receipt)
                .isEqualTo(
                        new ErasureReceipt(order.id(), ACME, NOW, Leads.ANN, WHY, Set.of(lead.id()), receipt.counts()));
        Lead next = converse(store, aFullLead().build());
        assertThat(erasure.erase(order)).as("the receipt of a repeat").isEqualTo(receipt);
        assertThat(store.find(next)).contains(next);
        assertThat(store.messages("s-1")).hasSize(2);
        assertThat(erasure.receipt(ACME, order.id())).contains(receipt);
        assertThat(erasure.receipt(GLOBEX, order.id())).isEmpty();
        assertReceiptsComeByIdPageByPage(erasure, receipt);
    }

    private static void assertReceiptsComeByIdPageByPage(Erasure erasure, ErasureReceipt first) {
        List<ErasureId> ids = new ArrayList<>(List.of(first.id()));
        for (int i = 0; i < 6; i++) {
            ids.add(erasure.erase(anErasure(ACME).session("s-" + i).build(WHY)).id());
        }
        ids.sort(null);
        List<ErasureId> found = new ArrayList<>();
        PageRequest page = PageRequest.first(3);
        for (Page<ErasureReceipt> some = erasure.receipts(ACME, page); ; some = erasure.receipts(ACME, page)) {
            some.items().forEach(receipt -> found.add(receipt.id()));
            if (some.next() == null) {
                break;
            }
            page = page.after(StoreUnderTest.cursor(some.next()));
        }
        assertThat(found).isEqualTo(ids);
        PageRequest another = page;
        assertThatThrownBy(() -> erasure.receipts(GLOBEX, another)).isInstanceOf(InvalidInputException.class);
        assertThat(erasure.receipts(GLOBEX, PageRequest.first(3)).items()).isEmpty();
    }

    @Test
    @DisplayName("STORE-94 boards count and add what is left, closed, withdrawn and priceless leads in account")
    default void boards_count_what_is_left(StoreUnderTest store) {
        Erasure erasure = erasureOf(store);
        if (erasure == null) {
            return;
        }
        List<Lead> leads = store.createAll(Population.of(ACME));
        List<Lead> left = new ArrayList<>();
        ErasureOrderBuilder order = anErasure(ACME);
        for (int i = 0; i < leads.size(); i++) {
            if (i % 3 == 0) {
                order.lead(leads.get(i));
            } else {
                left.add(leads.get(i));
            }
        }

        erasure.erase(order.build(WHY));

        var reference = new InMemoryLeadStore();
        new StoreUnderTest(reference).createAll(left);
        for (String pipeline : List.of("five-stage", "support")) {
            BoardQuery query = BoardQuery.of(LeadFilter.all().inPipeline(pipeline));
            assertThat(store.spi().board(ACME, query).columns())
                    .containsExactlyInAnyOrderElementsOf(
                            reference.board(ACME, query).columns());
        }
    }

    @Test
    @DisplayName("STORE-95 erased identities are suppressed until the latest instant ordered, in their tenant alone")
    default void erased_identities_are_suppressed(StoreUnderTest store) {
        Erasure erasure = erasureOf(store);
        if (erasure == null) {
            return;
        }
        Instant later = NOW.plusSeconds(60).plusNanos(1_000);
        Lead lead = store.create(aFullLead().lastActivityAt(later));
        Set<IdentityKey> keys = keys(lead);
        IdentityKey other = Leads.HASHER.key(Identity.session("s-9"));

        erasure.erase(anErasure(ACME).lead(lead).build(WHY));
        // An order of an earlier instant takes nothing back.
        erasure.erase(anErasure(ACME).session("s-1").session("s-8").build(WHY));

        Set<IdentityKey> asked = new HashSet<>(keys);
        asked.add(other);
        Map<IdentityKey, Instant> found = erasure.suppressed(ACME, asked);
        assertThat(found)
                .containsOnlyKeys(keys)
                .allSatisfy((key, until) -> assertThat(until).isEqualTo(later));
        assertThat(erasure.suppressed(ACME, List.of(Leads.HASHER.key(Identity.session("s-8")))))
                .containsValue(NOW);
        assertThat(erasure.suppressed(GLOBEX, keys)).isEmpty();
        assertThat(erasure.suppressed(ACME, List.of())).isEmpty();
    }

    @Test
    @DisplayName("STORE-96 an erasure touches no other lead, conversation or tenant, even of the same ids")
    default void an_erasure_touches_nothing_else(StoreUnderTest store) {
        Erasure erasure = erasureOf(store);
        if (erasure == null) {
            return;
        }
        Lead lead = converse(store, aFullLead().build());
        Lead theirs = converse(store, aFullLead().id(lead.id()).of(GLOBEX).build());
        Lead other = store.create(aFullLead()
                .but(it -> it.identities(
                        List.of(Identity.session("s-2"), Identity.claimed(IdentityKind.EMAIL, "jane@acme.example")))));
        store.say("s-2", aMessage("s-2", "m-1").build());
        Transcript ours = store.spi().transcript(ACME, "s-1").orElseThrow();
        Optional<Transcript> foreign = store.spi().transcript(GLOBEX, "s-1");
        var timelines = List.of(store.timeline(other), store.timeline(theirs));

        erasure.erase(anErasure(ACME).lead(lead).conversation(ours).build(WHY));

        assertThat(store.find(other)).contains(other);
        assertThat(store.findBy(Identity.session("s-2"))).contains(other);
        assertThat(store.messages("s-2")).hasSize(1);
        assertThat(store.all(LeadQuery.of(LeadFilter.all().matching("jane").taggedAny("vip"))))
                .containsExactly(other);
        assertThat(store.find(theirs)).contains(theirs);
        assertThat(store.spi()
                        .findByIdentity(
                                GLOBEX,
                                theirs.pipeline(),
                                keys(theirs).iterator().next()))
                .contains(theirs);
        assertThat(store.spi().transcript(GLOBEX, "s-1")).isEqualTo(foreign);
        assertThat(store.all(GLOBEX, LeadQuery.of(LeadFilter.all().matching("jane"))))
                .containsExactly(theirs);
        assertThat(List.of(store.timeline(other), store.timeline(theirs))).isEqualTo(timelines);
    }

    @Test
    @DisplayName("STORE-97 nothing brings an erased lead back: its changesets are repeats or stale, with 0 found")
    default void nothing_brings_an_erased_lead_back(StoreUnderTest store) {
        Erasure erasure = erasureOf(store);
        if (erasure == null) {
            return;
        }
        ChangesetBuilder unit =
                store.said(aChangeset(), "s-1", aMessage("s-1", "m-1").build());
        Lead lead = unit.create(aFullLead().build(), NOW, null);
        Changeset creation = unit.build();
        store.spi().commit(creation);
        Transcript said = store.spi().transcript(ACME, "s-1").orElseThrow();
        erasure.erase(anErasure(ACME).lead(lead).conversation(said).build(WHY));

        assertThat(store.spi().commit(creation)).isEqualTo(CommitResult.REPEATED);
        assertThatThrownBy(() -> store.update(lead, it -> it.assignee("eve")))
                .isInstanceOfSatisfying(
                        StaleLeadException.class,
                        stale -> assertThat(stale.found()).isZero());
        ChangesetBuilder talk = aChangeset();
        talk.conversation(said.conversation(), said.conversation().version());
        talk.messages(List.of(aMessage("s-1", "m-2").build()));
        assertThatThrownBy(() -> store.commit(talk))
                .isInstanceOfSatisfying(
                        StaleConversationException.class,
                        stale -> assertThat(stale.found()).isZero());

        assertNothingIsLeft(store, lead);
        // A new one may begin at any version, so that nobody takes it for the old.
        ChangesetBuilder again = aChangeset();
        Conversation begun = Conversation.begin(ACME, "s-1", "widget").withVersion(1_000_000_000_000_001L);
        again.conversation(begun, 0);
        store.commit(again);
        assertThat(store.spi().transcript(ACME, "s-1").map(Transcript::conversation))
                .contains(begun);
    }

    @Test
    @DisplayName(
            "STORE-98 leads are known by what they share: closed and withdrawn ones, in any pipeline, of one tenant")
    default void leads_are_known_by_what_they_share(StoreUnderTest store) {
        Erasure erasure = erasureOf(store);
        if (erasure == null) {
            return;
        }
        Pipeline support = Pipeline.named("support")
                .open("new", "New")
                .won("solved", "Solved")
                .free()
                .build();
        String jane = "jane@acme.example";
        Lead open = store.create(aLead().email(jane).session("s-1"));
        Lead closed = store.close(store.create(aLead().email(jane)));
        Lead withdrawn = store.create(aLead().email(jane).withdrawn());
        Lead ticket = store.create(aLead().email(jane).in(support, "new"));
        Lead other = store.create(aLead().email("j.doe@acme.example"));
        store.create(aLead().of(GLOBEX).email(jane));
        Lead renamed = store.update(store.create(aLead().email(jane)), lead -> lead.identities(List.of()));
        IdentityKey address = Leads.HASHER.key(IdentityKind.EMAIL, jane);
        List<IdentityKey> many = new ArrayList<>(List.of(address));
        for (int i = 0; i < 1_200; i++) {
            many.add(Leads.HASHER.key(Identity.session("s-" + i)));
        }

        Set<LeadId> known = Set.of(open.id(), closed.id(), withdrawn.id(), ticket.id());
        assertThat(erasure.knownBy(ACME, List.of(address))).isEqualTo(known);
        assertThat(erasure.knownBy(ACME, many)).isEqualTo(known);
        assertThat(erasure.knownBy(ACME, List.of())).isEmpty();
        assertThat(store.find(other)).contains(other);
        assertThat(store.find(renamed)).contains(renamed);
    }

    @Test
    @DisplayName("STORE-99 what is written while a person is erased is erased too, or refused as stale")
    default void what_is_written_meanwhile_is_erased_or_refused(StoreUnderTest store) {
        Erasure erasure = erasureOf(store);
        if (erasure == null) {
            return;
        }
        for (int round = 0; round < 10; round++) {
            Lead lead = converse(store, aFullLead().build());
            int activities = store.timeline(lead).size();

            List<Outcome<ErasureReceipt>> outcomes = Together.run(
                    7, thread -> thread == 0 ? eraseOnceWrittenTo(store, erasure, lead) : write(store, lead, thread));

            ErasureReceipt erased = outcomes.get(0).result();
            int said = 0;
            int done = 0;
            for (Outcome<ErasureReceipt> writer : outcomes.subList(1, outcomes.size())) {
                said += writer.result().count(Kind.MESSAGE);
                done += writer.result().count(Kind.ACTIVITY);
            }
            assertThat(erased.count(Kind.MESSAGE))
                    .as("messages of round " + round)
                    .isEqualTo(2 + said);
            assertThat(erased.count(Kind.ACTIVITY))
                    .as("activities of round " + round)
                    .isEqualTo(activities + done);
            assertNothingIsLeft(store, lead);
        }
    }

    private static ErasureReceipt eraseOnceWrittenTo(StoreUnderTest store, Erasure erasure, Lead lead) {
        // Lets others come in between, without waiting for good for a store that loses what they write.
        for (int i = 0; i < 5_000 && store.find(lead).orElseThrow().version() == lead.version(); i++) {
            Thread.yield();
        }
        return Optimistic.retry(() -> {
            Lead read = store.find(lead).orElseThrow();
            Transcript said = store.spi().transcript(ACME, "s-1").orElseThrow();
            return erasure.erase(anErasure(ACME).lead(read).conversation(said).build(WHY));
        });
    }

    /** Writes to a lead and its conversation as long as they are there, and counts what was acknowledged. */
    private static ErasureReceipt write(StoreUnderTest store, Lead lead, int thread) {
        int said = 0;
        int done = 0;
        for (int i = 0; i < 20; i++) {
            Optional<Lead> read = store.find(lead);
            Optional<Transcript> talk = store.spi().transcript(ACME, "s-1");
            if (read.isEmpty() || talk.isEmpty()) {
                break;
            }
            ChangesetBuilder unit = aChangeset();
            boolean talks = (thread + i) % 2 == 0;
            if (talks) {
                Conversation before = talk.get().conversation();
                unit.conversation(before, before.version());
                unit.messages(List.of(aMessage("s-1", "t" + thread + "-" + i).build()));
            }
            String assignee = "t" + thread + "-" + i;
            unit.update(read.get(), read.get().toBuilder().assignee(assignee).build(), NOW, null);
            try {
                store.commit(unit);
                said += talks ? 1 : 0;
                done++;
            } catch (ConflictException refused) {
                assertThat(refused).isInstanceOfAny(StaleLeadException.class, StaleConversationException.class);
            }
        }
        Map<Kind, Integer> counts = Map.of(Kind.MESSAGE, said, Kind.ACTIVITY, done);
        return new ErasureReceipt(
                new ErasureId(Leads.anId().value()), ACME, NOW, Leads.ANN, WHY, Set.of(lead.id()), counts);
    }
}
