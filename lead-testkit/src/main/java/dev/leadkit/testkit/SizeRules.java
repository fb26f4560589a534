package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.HASHER;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static dev.leadkit.testkit.Leads.anErasure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.CommitResult.SeenMessage;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.ErasureOrderBuilder;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nothing is lost because there is much of it: what a store does in portions, it does with all of them. */
interface SizeRules {
    @Test
    @DisplayName("STORE-137 of three thousand leads in one changeset each is stored, with its activities")
    default void a_large_changeset_is_written_whole(StoreUnderTest store) {
        ChangesetBuilder unit = aChangeset();
        IntStream.range(0, 3_000)
                .forEach(i -> unit.create(
                        aLead().named("Jane " + i).createdAt(NOW.plusSeconds(i)).build(), NOW, null));
        Changeset large = unit.build();
        List<Lead> leads = large.leads().stream().map(Changeset.LeadWrite::lead).toList();

        assertThat(store.commit(unit)).isEqualTo(CommitResult.APPLIED);

        List<LeadId> ids = leads.stream().map(Lead::id).toList();
        assertThat(Set.copyOf(store.spi().findAll(ACME, ids)))
                .as("its leads")
                .hasSize(leads.size())
                .isEqualTo(Set.copyOf(leads));
        List<Activity> activities = store.spi().activities(ACME, large.id());
        assertThat(Set.copyOf(activities))
                .as("its activities")
                .hasSize(activities.size())
                .isEqualTo(Set.copyOf(large.activities()));
    }

    @Test
    @DisplayName(
            "STORE-138 of two thousand messages in one changeset each is read back, and reported when it comes again")
    default void many_messages_are_read_back_and_known(StoreUnderTest store) {
        ChatMessage[] messages = IntStream.range(0, 2_000)
                .mapToObj(i -> aMessage("s-1", "m-" + i).sequence(i).build())
                .toArray(ChatMessage[]::new);

        assertThat(store.say("s-1", messages)).isEqualTo(CommitResult.APPLIED);

        assertThat(store.messages("s-1")).containsExactly(messages);
        assertThat(store.say("s-1", messages).seenBefore())
                .as("messages seen before")
                .isEqualTo(Set.of(messages).stream()
                        .map(message -> new SeenMessage("s-1", message.id()))
                        .collect(Collectors.toSet()));
        assertThat(store.messages("s-1")).as("messages after the repeat").containsExactly(messages);
    }

    @Test
    @DisplayName("STORE-139 a document of 1 MiB is read back whole")
    default void a_large_document_is_read_back_whole(StoreUnderTest store) {
        Documents documents = store.spi().capabilities().documents();
        if (documents == null) {
            return;
        }
        var key = new DocumentKey("view", "large");
        String text = "🙂".repeat(Input.MAX_TEXT_BYTES / 4);

        store.commit(aChangeset().document(key, 0, text));

        boolean same = documents.find(ACME, key).map(Document::text).equals(Optional.of(text));
        assertThat(same).as("the text is the same").isTrue();
    }

    @Test
    @DisplayName("STORE-140 of fifteen hundred identities in one call none is passed over")
    default void many_identities_are_known_and_suppressed(StoreUnderTest store) {
        Erasure erasure = store.spi().capabilities().erasure();
        if (erasure == null) {
            return;
        }
        List<Lead> leads = new ArrayList<>();
        for (int lead = 0; lead < 30; lead++) {
            int its = lead;
            leads.add(aLead().knownBy(IntStream.range(0, 50)
                            .mapToObj(i -> Identity.claimed(IdentityKind.EMAIL, its + "." + i + "@acme.example"))
                            .toArray(Identity[]::new))
                    .build());
        }
        List<Lead> stored = store.createAll(leads);
        List<IdentityKey> keys = stored.stream()
                .map(Lead::identities)
                .flatMap(Collection::stream)
                .map(HASHER::key)
                .toList();

        assertThat(erasure.knownBy(ACME, keys))
                .as("leads known by %d identities", keys.size())
                .isEqualTo(stored.stream().map(Lead::id).collect(Collectors.toSet()));
        ErasureOrderBuilder order = anErasure(ACME);
        stored.forEach(order::lead);
        erasure.erase(order.build(ErasureRules.WHY));

        assertThat(store.spi().findAll(ACME, stored.stream().map(Lead::id).toList()))
                .as("erased leads")
                .isEmpty();
        assertThat(erasure.suppressed(ACME, keys)).as("suppressed identities").containsOnlyKeys(keys);
    }

    @Test
    @DisplayName("STORE-142 a lead with three hundred pins and sessions is read back equal")
    default void a_lead_of_much_is_read_back_equal(StoreUnderTest store) {
        Lead stored =
                store.create(aLead().but(lead -> lead.pinned(names("tag:t-")).sessions(List.copyOf(names("s-")))));

        assertThat(store.find(stored)).contains(stored);
        assertThat(store.spi().findAll(ACME, List.of(stored.id()))).containsExactly(stored);
        assertThat(store.all(LeadQuery.all())).containsExactly(stored);
    }

    private static Set<String> names(String prefix) {
        return IntStream.range(0, 300).mapToObj(i -> prefix + i).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    @DisplayName("STORE-141 a filter of twenty stages lists and counts the leads of each")
    default void many_stages_are_all_asked_for(StoreUnderTest store) {
        List<Lead> stored = store.createAll(IntStream.range(0, 25)
                .mapToObj(i -> aLead().inStage("stage-" + i)
                        .createdAt(NOW.minusSeconds(i))
                        .build())
                .toList());
        LeadFilter twenty = LeadFilter.all()
                .inStage(stored.stream().limit(20).map(Lead::stage).toArray(String[]::new));

        assertThat(store.all(LeadQuery.of(twenty))).as("list").isEqualTo(stored.subList(0, 20));
        BoardRules.isRight(stored, store, BoardQuery.of(twenty));
    }
}
