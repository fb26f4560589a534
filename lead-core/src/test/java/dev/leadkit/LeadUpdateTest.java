package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is set and taken away at the desk, alone and for many. */
class LeadUpdateTest {
    static final List<String> CLEARABLE = LeadUpdate.CLEARABLE;

    private final MovableClock clock = new MovableClock();
    private final LeadDesk desk = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(clock)
            .build()
            .tenant("acme")
            .as(Actor.user("ann"));

    private Lead full() {
        return desk.create(NewLead.named("Jane")
                .email("jane@acme.example")
                .email("doe@acme.example")
                .phone("+49 151 23456789")
                .company("Acme")
                .location("Bern")
                .avatar("https://acme.example/jane.png")
                .expecting(Money.of("10", "EUR"))
                .probability(0.25)
                .snooze(clock.instant().plus(Duration.ofDays(1))));
    }

    @Test
    void a_new_lead_may_have_a_probability_and_a_snooze_to_come() {
        Lead lead = full();

        assertThat(lead.probability()).isEqualTo(0.25);
        assertThat(lead.snoozedUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
        assertThatThrownBy(() -> desk.create(NewLead.named("Bo").snooze(clock.instant())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("snoozedUntil");
        assertThatThrownBy(() -> NewLead.named("Bo").probability(1.1)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @FieldSource("CLEARABLE")
    void every_field_that_can_be_set_can_be_cleared_by_its_name_and_brought_back(String field) {
        Lead before = full();

        Lead after = desk.update(before.id(), LeadUpdate.begin().clear(field));

        List<Change> changes = desk.timeline(before.id(), PageRequest.first(99)).items().stream()
                .filter(activity -> activity.version() == 2)
                .map(activity -> activity.change())
                .toList();
        assertThat(changes)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change).isInstanceOfSatisfying(Change.FieldChanged.class, changed -> {
                    assertThat(changed.field()).isEqualTo(field);
                    assertThat(changed.to()).isNull();
                }));
        assertThat(desk.update(before.id(), LeadUpdate.begin().clear(field)))
                .as("once more")
                .isEqualTo(after);
        desk.undo(desk.timeline(before.id(), PageRequest.first(99)).items().stream()
                .filter(activity -> activity.version() == 2)
                .findFirst()
                .orElseThrow()
                .changeset());
        Lead back = desk.get(before.id());
        assertThat(back.contact()).isEqualTo(before.contact());
        assertThat(back.identities()).isEqualTo(before.identities());
        assertThat(back.expectedAmount()).isEqualTo(before.expectedAmount());
        assertThat(back.probability()).isEqualTo(before.probability());
        assertThat(back.snoozedUntil()).isEqualTo(before.snoozedUntil());
    }

    @Test
    void a_lead_is_no_longer_known_by_addresses_that_were_cleared() {
        Lead lead = full();
        assertThat(lead.identities()).contains(Identity.claimed(IdentityKind.EMAIL, "doe@acme.example"));

        Lead after = desk.update(
                lead.id(),
                LeadUpdate.begin()
                        .clear("email")
                        .clear("phone")
                        .clear("company")
                        .clear("location")
                        .clear("avatar")
                        .clear("name"));

        assertThat(after.contact()).isEqualTo(Contact.UNKNOWN);
        assertThat(after.identities()).isEmpty();
        assertThat(after.pinned()).contains("email", "phone", "company", "location", "avatar", "name");
    }

    @Test
    void an_avatar_is_checked_like_an_address_and_pinned() {
        Lead lead = desk.create(NewLead.named("Jane").avatar(" https://acme.example/jane.png "));
        Lead other = desk.update(lead.id(), LeadUpdate.begin().avatar("https://acme.example/doe.png"));

        assertThat(lead.contact().avatar().value()).isEqualTo("https://acme.example/jane.png");
        assertThat(other.contact().avatar().value()).isEqualTo("https://acme.example/doe.png");
        assertThat(other.pinned()).contains("avatar");
        for (String none : List.of(" ", "https://a.example/\u0007", "https://a\n.example", "x".repeat(1025))) {
            for (ThrowingCallable setting : List.<ThrowingCallable>of(
                    () -> NewLead.named("Jane").avatar(none),
                    () -> LeadUpdate.begin().avatar(none))) {
                assertThatThrownBy(setting)
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageStartingWith("avatar: ");
            }
        }
    }

    @Test
    void what_is_set_last_holds() {
        LeadUpdate update = LeadUpdate.begin().company("Acme").clear("company");
        assertThat(update.company()).isNull();
        assertThat(update.cleared()).containsExactly("company");
        assertThat(update.company("Globex").cleared()).isEmpty();
        assertThat(LeadUpdate.begin().field("seats", "4").clear("field:seats").fields())
                .isEmpty();
    }

    @Test
    void one_address_is_replaced_and_one_number_taken_away_while_the_others_stay() {
        Lead before = desk.create(NewLead.named("Jane")
                .email("jane@acme.exampel")
                .email("office@acme.example")
                .phone("493415550123")
                .phone("493415550124"));

        Lead after = desk.update(
                before.id(),
                LeadUpdate.begin()
                        .withoutEmail("jane@acme.exampel")
                        .email("jane@acme.example")
                        .withoutPhone("493415550123"));

        assertThat(after.contact().emails())
                .extracting(Attributed::value)
                .containsExactly("jane@acme.example", "office@acme.example");
        assertThat(after.contact().phones())
                .extracting(phone -> phone.value().value())
                .containsExactly("493415550124");
        assertThat(after.identities()).extracting(Identity::value).doesNotContain("jane@acme.exampel", "493415550123");
        assertThat(desk.update(before.id(), LeadUpdate.begin().withoutEmail("nobody@acme.example")))
                .isEqualTo(after);
    }

    @Test
    void what_can_not_be_cleared_is_refused_by_name() {
        for (String field : List.of("stage", "assignee", "seats", "field:", "tags", "")) {
            assertThatThrownBy(() -> LeadUpdate.begin().clear(field))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("field:KEY");
        }
        assertThatThrownBy(() -> BulkAction.edit().clear("email")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void many_leads_get_a_probability_and_a_snooze_and_lose_them_again() {
        Lead one = full();
        Lead two = desk.create(NewLead.named("Bo"));
        BulkTarget both = BulkTarget.of(List.of(one.id(), two.id()));
        Instant until = clock.instant().plus(Duration.ofDays(9));

        desk.bulk().run(BulkAction.edit().probability(0.5).snooze(until), both);
        for (Lead lead : List.of(desk.get(one.id()), desk.get(two.id()))) {
            assertThat(lead.probability()).isEqualTo(0.5);
            assertThat(lead.snoozedUntil()).isEqualTo(until);
        }
        desk.bulk()
                .run(
                        BulkAction.edit()
                                .clear("probability")
                                .clear("snoozedUntil")
                                .clear("company"),
                        both);
        for (Lead lead : List.of(desk.get(one.id()), desk.get(two.id()))) {
            assertThat(lead.probability()).isNull();
            assertThat(lead.snoozedUntil()).isNull();
            assertThat(lead.contact().company()).isNull();
        }
        assertThat(desk.bulk()
                        .run(BulkAction.edit().snooze(clock.instant().minusSeconds(1)), both)
                        .counts())
                .as("a snooze that is past does nothing")
                .containsEntry("unchanged", 2L);
    }
}
