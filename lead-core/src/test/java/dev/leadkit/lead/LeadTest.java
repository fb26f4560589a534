package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
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
    void is_called_by_its_name_then_address_then_number_then_a_code_of_its_own() {
        Lead.Builder lead = aLead();
        String code = lead.build().displayName().substring("Visitor ".length());
        assertThat(code).matches("[2-9bcdfghjkmnp-tv-z]{5}");

        lead.sessions(List.of("session-42", "session-43")).version(7);
        assertThat(lead.build().displayName()).isEqualTo("Visitor " + code);
        assertThat(lead.build().displayName(its -> "Besucher " + its)).isEqualTo("Besucher " + code);

        Contact contact = Contact.UNKNOWN.withPhones(
                List.of(new Attributed<>(new PhoneNumber("+4915123456789", "0151 23456789", true), SAID)));
        assertThat(lead.contact(contact).build().displayName()).isEqualTo("+4915123456789");

        contact = contact.withEmails(List.of(new Attributed<>("jane@acme.com", SAID)));
        assertThat(lead.contact(contact).build().displayName()).isEqualTo("jane@acme.com");

        contact = contact.withName(new Attributed<>("Jane", SAID));
        assertThat(lead.contact(contact).build().displayName()).isEqualTo("Jane");
    }

    @Test
    void visitors_without_a_name_are_told_apart_and_called_the_same_for_ever() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            var one = new LeadId(new UUID(0x0195571a_0000_7000L, 0x8000_0000_0000_0000L + i));
            names.add(Lead.builder(one, TenantId.of("acme"), LeadSource.API, NOW)
                    .build()
                    .displayName());
        }

        assertThat(names).hasSize(1000);
        assertThat(aLead().build().displayName()).isEqualTo("Visitor fnmm5");
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
