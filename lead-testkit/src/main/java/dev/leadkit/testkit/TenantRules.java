package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aFullLead;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No tenant sees or touches another's data. */
interface TenantRules {
    @Test
    @DisplayName("STORE-57 no read gives anything of another tenant, even where ids are known")
    default void no_read_gives_anything_of_another_tenant(StoreUnderTest store) {
        Lead lead = aFullLead().build();
        store.spi().commit(everything(ACME, lead));
        var key = Leads.HASHER.key(lead.identities().get(0));

        for (TenantId other : List.of(GLOBEX, TenantId.of("ACME"), TenantId.of("acme "), TenantId.of("acm"))) {
            assertThat(store.spi().find(other, lead.id())).as("find").isEmpty();
            assertThat(store.spi().findByIdentity(other, lead.pipeline(), key))
                    .as("findByIdentity")
                    .isEmpty();
            assertThat(store.spi().list(other, LeadQuery.all())).as("list").isEqualTo(new Page<>(List.of(), null));
            LeadQuery search = LeadQuery.of(LeadFilter.all().matching("jane").taggedAny("vip"));
            assertThat(store.spi().list(other, search).items()).as("search").isEmpty();
            assertThat(store.spi().board(other, BoardQuery.all())).as("board").isEqualTo(new Board(List.of()));
            assertThat(store.spi()
                            .timeline(other, lead.id(), PageRequest.first(5))
                            .items())
                    .as("timeline")
                    .isEmpty();
            assertThat(store.spi().transcript(other, "s-1")).as("transcript").isEmpty();
        }
    }

    @Test
    @DisplayName("STORE-58 two tenants may have the same ids of leads, sessions, messages and changesets, each its own")
    default void two_tenants_may_have_the_same_ids(StoreUnderTest store) {
        Lead ours = aFullLead().named("Ours").build();
        Lead theirs = aFullLead().id(ours.id()).of(GLOBEX).named("Theirs").build();
        Changeset unit = everything(ACME, ours);
        Changeset same = everything(GLOBEX, theirs);
        Changeset sameId = new Changeset(
                unit.id(),
                GLOBEX,
                same.at(),
                same.actor(),
                same.leads(),
                same.conversations(),
                same.messages(),
                List.of(),
                List.of(),
                Set.of());

        assertThat(store.spi().commit(unit)).isEqualTo(CommitResult.APPLIED);
        assertThat(store.spi().commit(sameId)).isEqualTo(CommitResult.APPLIED);

        for (Lead lead : List.of(ours, theirs)) {
            var key = Leads.HASHER.key(lead.identities().get(0));
            assertThat(store.find(lead)).contains(lead);
            assertThat(store.spi().findByIdentity(lead.tenant(), lead.pipeline(), key))
                    .contains(lead);
            assertThat(store.all(lead.tenant(), LeadQuery.all())).containsExactly(lead);
            Transcript transcript = store.spi().transcript(lead.tenant(), "s-1").orElseThrow();
            assertThat(transcript.conversation().tenant()).isEqualTo(lead.tenant());
            assertThat(transcript.messages())
                    .hasSize(1)
                    .allSatisfy(message -> assertThat(message.text()).isEqualTo("Hello from " + lead.tenant()));
        }
        assertThat(store.timeline(ours)).isEqualTo(unit.activities());
        assertThat(store.timeline(theirs)).isEmpty();
    }

    @Test
    @DisplayName("STORE-59 no write touches a lead or a conversation of another tenant")
    default void no_write_touches_another_tenant(StoreUnderTest store) {
        Lead ours = aFullLead().build();
        store.spi().commit(everything(ACME, ours));
        var transcript = store.spi().transcript(ACME, "s-1");
        Lead alike = aFullLead().id(ours.id()).of(GLOBEX).build();

        assertThatThrownBy(() -> store.update(alike, lead -> lead.assignee("eve")))
                .isInstanceOf(StaleLeadException.class)
                .satisfies(refused ->
                        assertThat(((StaleLeadException) refused).found()).isZero());
        ChangesetBuilder talk = aChangeset(GLOBEX);
        talk.conversation(Conversation.begin(GLOBEX, "s-1", "widget"), 1);
        talk.messages(List.of(aMessage("s-1", "m-9").build()));
        assertThatThrownBy(() -> store.commit(talk)).isInstanceOf(StaleConversationException.class);

        assertThat(store.find(ours)).contains(ours);
        assertThat(store.find(alike)).isEmpty();
        assertThat(store.spi().transcript(ACME, "s-1")).isEqualTo(transcript);
        assertThat(store.spi().transcript(GLOBEX, "s-1")).isEmpty();
    }

    @Test
    @DisplayName("STORE-60 a board counts and adds one tenant's leads alone")
    default void a_board_counts_one_tenant_alone(StoreUnderTest store) {
        store.create(aLead().worth("5", "EUR"));
        Lead theirs = store.create(aLead().of(GLOBEX).worth("7", "EUR"));

        Board board = store.spi().board(GLOBEX, BoardQuery.all());

        assertThat(board.columns()).hasSize(1);
        assertThat(board.columns().get(0).count()).isEqualTo(1);
        assertThat(board.columns().get(0).sums()).hasToString("[7 EUR]");
        assertThat(board.columns().get(0).cards()).containsExactly(theirs);
    }

    private static Changeset everything(TenantId tenant, Lead lead) {
        ChangesetBuilder unit = aChangeset(tenant);
        unit.create(lead, NOW, null);
        unit.conversation(Conversation.begin(tenant, "s-1", "widget"), 0);
        unit.messages(
                List.of(aMessage("s-1", "m-1").visitor("Hello from " + tenant).build()));
        return unit.build();
    }
}
