package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each tenant has its own way: the contacts that are its own, and the region of its visitors' numbers. */
class TenantSettingsTest {
    private static final OwnContacts OWN =
            OwnContacts.of("Northwind.example", "northwind.shop@mail.example", "+1 212 555 0100");

    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .normalizer(new LibPhoneNormalizer())
            .build();
    private final CaptureEngine engine = CaptureEngine.builder(kit)
            .regionOfTenant(Map.of("north", "no", "west", "US", "nowhere", "UK")::get)
            .ownContactsOfTenant(tenant -> tenant.equals("west") ? OWN : OwnContacts.NONE)
            .build();

    private static ChatMessage said(String text) {
        return ChatMessage.from("s-1").id("m-1").visitor(text).at(Chats.MORNING).build();
    }

    private CaptureOutcome take(String tenant, String text) {
        return engine.tenant(tenant).onMessage(said(text));
    }

    private Lead lead(String tenant, CaptureOutcome outcome) {
        return kit.tenant(tenant).as(Actor.system()).get(outcome.lead().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sales@northwind.example",
                "Jo.Doe@mail.NORTHWIND.example",
                "northwind.shop@mail.example",
                "+1 212 555 0100",
                "(212) 555-0100"
            })
    void what_is_the_tenants_own_is_no_visitors(String contact) {
        CaptureOutcome outcome = take("west", contact);

        assertThat(outcome.status()).isEqualTo(Status.NOT_CAPTURED);
        assertThat(engine.tenant("west").explain("s-1").orElseThrow().rejected())
                .extracting(one -> one.what().code())
                .contains("own-contact");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@mail.example",
                "jane@northwind.example.com",
                "jane@snorthwind.example",
                "northwind.example@mail.example",
                "+1 212 555 0101"
            })
    void what_is_like_it_is_his(String contact) {
        assertThat(take("west", contact).status()).isEqualTo(Status.CAPTURED);
    }

    @Test
    void another_tenants_own_are_anybodys() {
        assertThat(take("north", "sales@northwind.example").status()).isEqualTo(Status.CAPTURED);
    }

    @Test
    void his_own_stands_beside_the_tenants() {
        Lead lead = lead("west", take("west", "I wrote to sales@northwind.example, mine is jane@acme.example"));

        assertThat(lead.contact().emails()).extracting(Attributed::value).containsExactly("jane@acme.example");
    }

    @Test
    void it_is_nobodys_where_no_text_is_kept_either() {
        CaptureEngine silent = CaptureEngine.builder(kit)
                .mode(CaptureMode.PSEUDONYMOUS)
                .ownContacts(OWN)
                .build();

        assertThat(silent.tenant("west")
                        .onMessage(said("sales@northwind.example"))
                        .status())
                .isEqualTo(Status.NOT_CAPTURED);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "northwind", "555 010", "@"})
    void takes_no_contact_that_would_tell_nobody(String contact) {
        assertThatThrownBy(() -> OwnContacts.of(contact)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void numbers_are_read_as_in_the_tenants_region() {
        assertThat(lead("north", take("north", "22 86 44 00 is my number"))
                        .contact()
                        .phones())
                .extracting(Attributed::value)
                .extracting(PhoneNumber::value)
                .containsExactly("+4722864400");
        assertThat(lead("west", take("west", "(212) 736-5000 is my number"))
                        .contact()
                        .phones())
                .extracting(Attributed::value)
                .extracting(PhoneNumber::value)
                .containsExactly("+12127365000");
        assertThatCode(() -> take("nowhere", "020 7946 0958 is my number")).doesNotThrowAnyException();
    }
}
