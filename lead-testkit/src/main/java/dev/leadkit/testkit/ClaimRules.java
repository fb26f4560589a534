package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.IdentityTakenException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An exclusive identity belongs to at most one open lead of a pipeline. */
interface ClaimRules {
    @Test
    @DisplayName("STORE-15 a claim that an open lead holds is refused to another, with the holder's id")
    default void a_second_open_lead_with_a_claim_is_refused(StoreUnderTest store) {
        Lead holder = store.create(aLead().session("s-1"));
        Lead other = aLead().session("s-0").session("s-1").build();
        Lead later = store.create(aLead());

        isRefused(() -> store.create(other), holder);
        isRefused(() -> store.update(later, lead -> lead.identities(List.of(Identity.session("s-1")))), holder);
        assertThat(store.find(other)).isEmpty();
        assertThat(store.find(later)).contains(later);
    }

    private static void isRefused(ThrowingCallable commit, Lead holder) {
        var refused = catchThrowableOfType(IdentityTakenException.class, commit);
        assertThat(refused).as("a refused commit").isNotNull();
        assertThat(refused.holder()).as("the lead that holds the claim").isEqualTo(holder.id());
    }

    @Test
    @DisplayName("STORE-16 a lead that is closed gives up its claims")
    default void a_closed_lead_gives_up_its_claims(StoreUnderTest store) {
        store.close(store.create(aLead().session("s-1")));

        Lead next = store.create(aLead().session("s-1"));

        assertThat(store.findBy(Identity.session("s-1"))).contains(next);
    }

    @Test
    @DisplayName("STORE-17 a lead that opens again takes its claims, and is refused when another holds one")
    default void a_lead_that_opens_again_takes_its_claims(StoreUnderTest store) {
        Lead first = store.close(store.create(aLead().session("s-1")));
        Lead second = store.create(aLead().session("s-1"));

        isRefused(() -> store.reopen(first), second);
        store.close(second);
        Lead reopened = store.reopen(first);

        assertThat(store.find(first)).contains(reopened);
        isRefused(() -> store.create(aLead().session("s-1")), first);
    }

    @Test
    @DisplayName("STORE-18 a lead that is withdrawn gives up its claims, and takes them when it is restored")
    default void a_withdrawn_lead_gives_up_its_claims(StoreUnderTest store) {
        Lead withdrawn = store.update(store.create(aLead().session("s-1")), lead -> lead.withdrawn(true));
        Lead next = store.create(aLead().session("s-1"));

        isRefused(() -> store.update(withdrawn, lead -> lead.withdrawn(false)), next);
        store.close(next);
        store.update(withdrawn, lead -> lead.withdrawn(false));

        isRefused(() -> store.create(aLead().session("s-1")), withdrawn);
    }

    @Test
    @DisplayName("STORE-19 an identity that a lead has no more is claimed no more")
    default void an_identity_that_is_taken_away_is_free(StoreUnderTest store) {
        Lead first = store.create(aLead().session("s-1").session("s-2"));

        store.update(first, lead -> lead.identities(List.of(Identity.session("s-2"))));
        Lead second = store.create(aLead().session("s-1"));

        assertThat(store.findBy(Identity.session("s-1"))).contains(second);
        isRefused(() -> store.create(aLead().session("s-2")), first);
    }

    @Test
    @DisplayName("STORE-20 claims hold within a pipeline: each may have its own open lead of a visitor")
    default void each_pipeline_has_claims_of_its_own(StoreUnderTest store) {
        Pipeline support = Pipeline.named("support")
                .open("new", "New")
                .won("solved", "Solved")
                .free()
                .build();
        Lead sale = store.create(aLead().session("s-1"));

        Lead ticket = store.create(aLead().session("s-1").in(support, "new"));

        var key = Leads.HASHER.key(Identity.session("s-1"));
        assertThat(store.spi().findByIdentity(sale.tenant(), "five-stage", key)).contains(sale);
        assertThat(store.spi().findByIdentity(sale.tenant(), "support", key)).contains(ticket);
        isRefused(() -> store.create(aLead().session("s-1").in(support, "new")), ticket);
    }

    @Test
    @DisplayName("STORE-21 a lead that moves to another pipeline takes its claims along")
    default void claims_follow_a_lead_to_another_pipeline(StoreUnderTest store) {
        Lead moved =
                store.update(store.create(aLead().session("s-1")), lead -> lead.stage("support", 1, "new", false, NOW));

        Lead next = store.create(aLead().session("s-1"));

        assertThat(store.findBy(Identity.session("s-1"))).contains(next);
        isRefused(() -> store.update(moved, lead -> lead.stage("five-stage", 1, "new", false, NOW)), next);
    }

    @Test
    @DisplayName("STORE-22 claims hold within a tenant: each may have its own open lead of a visitor")
    default void each_tenant_has_claims_of_its_own(StoreUnderTest store) {
        Lead ours = store.create(aLead().session("s-1"));
        Lead theirs = store.create(aLead().session("s-1").of(GLOBEX));

        assertThat(store.find(ours)).contains(ours);
        assertThat(store.find(theirs)).contains(theirs);
    }

    @Test
    @DisplayName("STORE-23 one changeset may move a claim from a lead to another, whichever it names first")
    default void a_claim_moves_between_leads_of_one_changeset(StoreUnderTest store) {
        Lead first = store.create(aLead().session("s-1"));
        Lead second = store.create(aLead().session("s-2"));
        Identity one = Identity.session("s-1");
        Identity two = Identity.session("s-2");

        var swap = aChangeset();
        swap.update(first, first.toBuilder().identities(List.of(two)).build(), NOW, null);
        swap.update(second, second.toBuilder().identities(List.of(one)).build(), NOW, null);
        store.commit(swap);

        assertThat(store.findBy(one).map(Lead::id)).contains(second.id());
        assertThat(store.findBy(two).map(Lead::id)).contains(first.id());
        isRefused(() -> store.create(aLead().session("s-1")), second);
        isRefused(() -> store.create(aLead().session("s-2")), first);
    }

    @Test
    @DisplayName("STORE-24 two leads of one changeset can't both hold a claim")
    default void two_leads_of_one_changeset_cannot_both_claim(StoreUnderTest store) {
        var unit = aChangeset();
        Lead first = unit.create(aLead().session("s-1").build(), NOW, null);
        Lead second = unit.create(aLead().session("s-1").build(), NOW, null);

        var refused = catchThrowableOfType(IdentityTakenException.class, () -> store.commit(unit));

        assertThat(refused).as("a refused commit").isNotNull();
        assertThat(refused.holder()).isIn(first.id(), second.id());
        assertThat(store.find(first)).isEmpty();
        assertThat(store.find(second)).isEmpty();
    }

    @Test
    @DisplayName("STORE-25 identities that are no claims may be shared by any number of open leads")
    default void what_is_only_typed_may_be_shared(StoreUnderTest store) {
        Lead first = store.create(aLead().email("info@acme.example").phone("+4915123456789"));
        Lead second = store.create(aLead().email("info@acme.example").phone("+4915123456789"));
        Lead owner = store.create(aLead().knownBy(Identity.verified(IdentityKind.EMAIL, "info@acme.example")));

        assertThat(store.find(first)).contains(first);
        assertThat(store.find(second)).contains(second);
        assertThat(store.find(owner)).contains(owner);
    }
}
