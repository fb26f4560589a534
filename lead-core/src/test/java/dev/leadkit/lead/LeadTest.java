package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Provenance SAID = Provenance.by(Actor.user("ann"), NOW);

    private final LeadId id = LeadId.parse("0195571a-0000-7000-8000-00000000002a");

    private Lead.Builder aLead() {
        return Lead.builder(id, TenantId.of("acme"), LeadSource.API, NOW);
    }

    @Test
    void is_called_by_its_name_then_address_then_number_then_session_then_id() {
        Lead.Builder lead = aLead();
        assertThat(lead.build().displayName()).isEqualTo("Visitor 00000000002a");

        lead.sessions(List.of("session-42", "session-43"));
        assertThat(lead.build().displayName()).isEqualTo("Visitor session-42");

        Contact contact = Contact.UNKNOWN.withPhones(
                List.of(new Attributed<>(new PhoneNumber("+4915123456789", "0151 23456789", true), SAID)));
        assertThat(lead.contact(contact).build().displayName()).isEqualTo("+4915123456789");

        contact = contact.withEmails(List.of(new Attributed<>("jane@acme.com", SAID)));
        assertThat(lead.contact(contact).build().displayName()).isEqualTo("jane@acme.com");

        contact = contact.withName(new Attributed<>("Jane", SAID));
        assertThat(lead.contact(contact).build().displayName()).isEqualTo("Jane");
    }

    @Test
    void a_copy_of_a_lead_is_equal_to_it() {
        Lead lead = aLead().tags(Set.of("b", "a"))
                .assignee("ann")
                .identities(List.of(Identity.session("s-2"), Identity.session("s-1"), Identity.session("s-2")))
                .rank("r")
                .build();

        assertThat(lead.toBuilder().build()).isEqualTo(lead);
        assertThat(lead.identities()).containsExactly(Identity.session("s-1"), Identity.session("s-2"));
        assertThat(lead.tags()).containsExactly("a", "b");
    }

    @Test
    void a_younger_lead_ranks_before_an_older_one() {
        Lead older = aLead().createdAt(NOW.minusNanos(1_000)).build();

        assertThat(aLead().build().rank()).isLessThan(older.rank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0001-01-01T00:00:01Z", "1700-01-01T00:00:00Z", "2400-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void has_a_rank_in_every_year_that_is_taken(String created) {
        Instant at = Instant.parse(created);

        Lead lead = aLead().createdAt(at).build();

        assertThat(lead.rank())
                .isLessThan(aLead().createdAt(at.minusSeconds(1)).build().rank());
    }

    @Test
    void refuses_a_version_below_1() {
        assertThatThrownBy(() -> aLead().version(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version must be 1 or more, was 0");
    }

    @Test
    void an_id_that_is_no_uuid_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> LeadId.parse("jane@acme.com"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("lead id: expected a UUID, found a text of 13 characters");
    }

    @Test
    void ids_sort_as_their_text_does() {
        LeadId low = new LeadId(new UUID(1, -1));
        LeadId high = new LeadId(new UUID(-1, 1));

        assertThat(low).isLessThan(high);
        assertThat(low.toString()).isLessThan(high.toString());
    }
}
