package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeadDiffTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Provenance SAID = Provenance.by(Actor.user("ann"), NOW);

    private final Lead before = Lead.builder(new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.API, NOW)
            .stage("sales", 1, "new", false, NOW)
            .tags(Set.of("old"))
            .build();

    @Test
    void a_new_lead_begins_with_its_creation_and_all_it_has() {
        assertThat(LeadDiff.ofNew(before))
                .containsExactly(new Change.Created(LeadSource.API, "sales", 1, "new", null), new Change.Tagged("old"));
    }

    @Test
    void nothing_happened_between_equal_leads() {
        assertThat(LeadDiff.between(
                        before,
                        before.toBuilder()
                                .version(2)
                                .lastActivityAt(NOW.plusSeconds(9))
                                .build()))
                .isEmpty();
    }

    @Test
    void each_change_stands_once_in_a_fixed_order() {
        Contact contact = Contact.UNKNOWN
                .withName(new Attributed<>("Jane", SAID))
                .withEmails(List.of(new Attributed<>("j@a.example", SAID)));
        Lead after = before.toBuilder()
                .contact(contact)
                .assignee("ann")
                .tags(Set.of("new"))
                .stage("sales", 1, "lost", true, NOW.plusSeconds(60))
                .lostReason("price")
                .build();

        assertThat(LeadDiff.between(before, after))
                .containsExactly(
                        new Change.FieldChanged("name", null, "Jane"),
                        new Change.FieldChanged("email", null, "j@a.example"),
                        new Change.Assigned(null, "ann"),
                        new Change.Tagged("new"),
                        new Change.Untagged("old"),
                        new Change.FieldChanged("lostReason", null, "price"),
                        new Change.StageChanged("new", "lost", "price", Duration.ofSeconds(60)));
    }

    @Test
    void consent_is_news_when_it_is_another_and_not_when_it_is_said_again() {
        var given = new Attributed<>(Consent.to("contact"), SAID);
        var later = new Attributed<>(Consent.to("contact"), Provenance.by(Actor.user("ann"), NOW.plusSeconds(9)));
        var withdrawn = new Attributed<>(
                Consent.withdrawnFrom("contact"), Provenance.by(Actor.user("ann"), NOW.plusSeconds(10)));
        Lead said = before.toBuilder().consents(List.of(given)).build();
        Lead again = said.toBuilder().consents(List.of(given, later)).build();
        Lead taken = again.toBuilder().consents(List.of(withdrawn, later)).build();

        assertThat(LeadDiff.between(before, said)).containsExactly(new Change.ConsentStated(given));
        assertThat(LeadDiff.between(said, again)).isEmpty();
        assertThat(LeadDiff.between(again, taken)).containsExactly(new Change.ConsentStated(withdrawn));
        assertThat(LeadDiff.between(said, before)).containsExactly(new Change.ConsentDropped("contact"));
    }

    @Test
    void a_picture_and_each_conversation_that_comes_or_goes_is_told() {
        Lead first = before.toBuilder()
                .contact(Contact.UNKNOWN.withAvatar(new Attributed<>("https://a.example/j.png", SAID)))
                .sessions(List.of("s1", "s2"))
                .build();
        Lead then = first.toBuilder().sessions(List.of("s2", "s3")).build();
        Lead sorted = first.toBuilder().sessions(List.of("s2", "s1")).build();

        assertThat(LeadDiff.between(before, first))
                .containsExactly(
                        new Change.ConversationLinked("s1"),
                        new Change.ConversationLinked("s2"),
                        new Change.FieldChanged("avatar", null, "https://a.example/j.png"));
        assertThat(LeadDiff.between(first, then))
                .containsExactly(new Change.ConversationLinked("s3"), new Change.ConversationUnlinked("s1"));
        assertThat(LeadDiff.traceBetween(before, first).values())
                .extracting(LeadTrace.Given::field)
                .containsExactly("avatar");
        assertThat(LeadDiff.traceBetween(first, then).sessions()).isEmpty();
        assertThat(LeadDiff.traceBetween(first, sorted).sessions()).containsExactly("s2", "s1");
    }

    @Test
    void the_time_in_a_stage_is_never_negative() {
        Lead moved = before.toBuilder()
                .stage("sales", 1, "won", true, NOW.minusSeconds(5))
                .build();

        assertThat(LeadDiff.between(before, moved))
                .containsExactly(new Change.StageChanged("new", "won", null, Duration.ZERO));
    }

    @Test
    void refuses_to_compare_two_leads() {
        Lead other = Lead.builder(new LeadId(new UUID(0, 2)), TenantId.of("acme"), LeadSource.API, NOW)
                .build();

        assertThatThrownBy(() -> LeadDiff.between(before, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("before and after must be the same lead");
    }
}
