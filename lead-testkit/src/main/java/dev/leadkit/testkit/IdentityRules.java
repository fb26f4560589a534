package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which lead an identity leads to. */
interface IdentityRules {
    @Test
    @DisplayName("STORE-26 an identity leads to the lead that holds a claim on it, before any younger one")
    default void the_holder_of_a_claim_comes_first(StoreUnderTest store) {
        Identity verified = Identity.verified(IdentityKind.EMAIL, "jane@acme.example");
        Lead holder = store.create(aLead().knownBy(verified).createdAt(NOW.minusSeconds(60)));
        store.create(aLead().email("jane@acme.example").createdAt(NOW));

        assertThat(store.findBy(verified)).contains(holder);
    }

    @Test
    @DisplayName("STORE-27 without a claim an identity leads to an open lead before a closed one, then to the youngest")
    default void without_a_claim_open_leads_come_first_then_the_youngest(StoreUnderTest store) {
        Identity email = Identity.claimed(IdentityKind.EMAIL, "jane@acme.example");
        assertThat(store.findBy(email)).isEmpty();
        LeadFixture[] inOrder = {
            aLead().inStage("lost").createdAt(NOW.minusSeconds(60)),
            aLead().inStage("converted").createdAt(NOW),
            aLead().createdAt(NOW.minusSeconds(90)),
            aLead().createdAt(NOW.minusSeconds(30)),
        };
        for (LeadFixture better : inOrder) {
            Lead lead = store.create(better.email("jane@acme.example"));

            assertThat(store.findBy(email)).contains(lead);
        }
        store.create(aLead().createdAt(NOW.minusSeconds(31)).email("jane@acme.example"));
        assertThat(store.findBy(email).map(Lead::createdAt)).contains(NOW.minusSeconds(30));
    }

    @Test
    @DisplayName("STORE-28 an identity never leads to a withdrawn lead, nor to one that no longer has it")
    default void withdrawn_leads_and_former_identities_are_not_found(StoreUnderTest store) {
        Identity email = Identity.claimed(IdentityKind.EMAIL, "jane@acme.example");
        store.create(aLead().email("jane@acme.example").withdrawn());
        Lead former = store.create(aLead().email("jane@acme.example"));

        store.update(former, lead -> lead.identities(List.of()));

        assertThat(store.findBy(email)).isEmpty();
    }

    @Test
    @DisplayName("STORE-29 an identity is found by its kind and exact value alone")
    default void kind_and_exact_value_count(StoreUnderTest store) {
        store.create(aLead().knownBy(Identity.verified(IdentityKind.EXTERNAL_ID, "Ab1")));

        assertThat(store.findBy(Identity.claimed(IdentityKind.EXTERNAL_ID, "Ab1")))
                .isPresent();
        assertThat(store.findBy(Identity.verified(IdentityKind.EXTERNAL_ID, "ab1")))
                .isEmpty();
        assertThat(store.findBy(Identity.verified(IdentityKind.EXTERNAL_ID, "Ab1 ")))
                .isEmpty();
        assertThat(store.findBy(Identity.verified(IdentityKind.CHANNEL_USER, "Ab1")))
                .isEmpty();
    }
}
