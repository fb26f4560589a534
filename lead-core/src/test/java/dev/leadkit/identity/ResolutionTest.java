package dev.leadkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.identity.Resolution.Attach;
import dev.leadkit.identity.Resolution.Begin;
import dev.leadkit.identity.Resolution.Match;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Identity WHATSAPP = Identity.channelUser("whatsapp", "4790000001");
    private static final Identity CRM = Identity.verified(IdentityKind.EXTERNAL_ID, "crm-1");
    private static final Identity TYPED = Identity.claimed(IdentityKind.EMAIL, "jane@acme.example");

    private final Lead older = lead(1, "new", false, MONDAY);
    private final Lead younger = lead(2, "new", false, MONDAY.plusSeconds(60));
    private final Lead closed = lead(3, "lost", true, MONDAY.minusSeconds(60));

    private static Lead lead(int number, String stage, boolean isClosed, Instant at) {
        return Lead.builder(
                        LeadId.parse("00000000-0000-0000-0000-00000000000" + number),
                        TenantId.of("acme"),
                        LeadSource.WHATSAPP,
                        at)
                .stage("five-stage", 1, stage, isClosed, at)
                .build();
    }

    @Test
    void nobody_known_begins_a_lead_of_its_own() {
        assertThat(Resolution.of(List.of())).isInstanceOfSatisfying(Begin.class, begin -> {
            assertThat(begin.previous()).isNull();
            assertThat(begin.because().code()).isEqualTo("unknown");
            assertThat(begin.suggestions()).isEmpty();
        });
    }

    @Test
    void the_channels_user_of_an_open_lead_belongs_to_it() {
        assertThat(Resolution.of(List.of(new Match(WHATSAPP, older)))).isInstanceOfSatisfying(Attach.class, attach -> {
            assertThat(attach.lead()).isEqualTo(older);
            assertThat(attach.because().code()).isEqualTo("known-channel-user");
        });
    }

    @Test
    void a_typed_address_takes_over_nobodys_lead_but_suggests_it() {
        assertThat(Resolution.of(List.of(new Match(TYPED, older)))).isInstanceOfSatisfying(Begin.class, begin -> {
            assertThat(begin.previous()).isNull();
            assertThat(begin.because().code()).isEqualTo("only-claimed");
            assertThat(begin.suggestions()).containsExactly(older.id());
        });
    }

    @Test
    void what_the_host_verified_goes_before_what_the_channel_says_and_nothing_is_merged() {
        assertThat(Resolution.of(List.of(new Match(WHATSAPP, older), new Match(CRM, younger))))
                .isInstanceOfSatisfying(Attach.class, attach -> {
                    assertThat(attach.lead()).isEqualTo(younger);
                    assertThat(attach.suggestions()).containsExactly(older.id());
                });
    }

    @Test
    void a_closed_lead_is_followed_and_not_taken_up_again() {
        assertThat(Resolution.of(List.of(new Match(WHATSAPP, closed)))).isInstanceOfSatisfying(Begin.class, begin -> {
            assertThat(begin.previous()).isEqualTo(closed.id());
            assertThat(begin.because().code()).isEqualTo("follows-closed");
        });
        assertThat(Resolution.of(List.of(new Match(CRM, closed), new Match(WHATSAPP, older))))
                .isInstanceOfSatisfying(
                        Attach.class, attach -> assertThat(attach.lead()).isEqualTo(older));
    }

    @Test
    void who_comes_back_soon_after_the_close_belongs_to_the_closed_lead() {
        List<Match> matches = List.of(new Match(WHATSAPP, closed));
        LeadPolicy policy = LeadPolicy.newAfterClosed(30);
        Instant until = closed.stageEnteredAt().plus(Duration.ofDays(30));

        assertThat(Resolution.of(matches, policy, until)).isInstanceOfSatisfying(Attach.class, attach -> {
            assertThat(attach.lead()).isEqualTo(closed);
            assertThat(attach.because().code()).isEqualTo("closed-lately");
        });
        assertThat(Resolution.of(matches, policy, until.plusNanos(1_000)))
                .isInstanceOfSatisfying(
                        Begin.class, begin -> assertThat(begin.previous()).isEqualTo(closed.id()));
        assertThat(Resolution.of(List.of(new Match(WHATSAPP, closed), new Match(WHATSAPP, older)), policy, until))
                .isInstanceOfSatisfying(
                        Attach.class, attach -> assertThat(attach.lead()).isEqualTo(older));
    }

    @Test
    void a_closed_lead_is_come_back_to_for_one_day_to_ten_years() {
        Instant closedAt = closed.stageEnteredAt();

        assertThat(LeadPolicy.newAfterClosed(1).belongsUntil(closedAt)).isEqualTo(closedAt.plus(Duration.ofDays(1)));
        assertThat(LeadPolicy.newAfterClosed(3_650).belongsUntil(closedAt))
                .isEqualTo(closedAt.plus(Duration.ofDays(3_650)));
        for (int days : new int[] {-1, 0, 3_651}) {
            assertThatThrownBy(() -> LeadPolicy.newAfterClosed(days))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("1 to 3650 days");
        }
    }

    @Test
    void each_conversation_begins_a_lead_where_the_policy_says_so_and_the_others_are_suggested() {
        assertThat(Resolution.of(List.of(new Match(WHATSAPP, older)), LeadPolicy.PER_CONVERSATION, MONDAY))
                .isInstanceOfSatisfying(Begin.class, begin -> {
                    assertThat(begin.previous()).isNull();
                    assertThat(begin.because().code()).isEqualTo("per-conversation");
                    assertThat(begin.suggestions()).containsExactly(older.id());
                });
    }

    @Test
    void a_withdrawn_lead_counts_for_nothing() {
        Lead withdrawn = older.toBuilder().withdrawn(true).build();

        assertThat(Resolution.of(List.of(new Match(WHATSAPP, withdrawn)))).isInstanceOf(Begin.class);
    }

    @Test
    void the_order_of_what_is_known_does_not_matter() {
        List<Match> matches = new ArrayList<>(List.of(
                new Match(WHATSAPP, older),
                new Match(CRM, closed),
                new Match(TYPED, younger),
                new Match(Identity.channelUser("whatsapp", "NO.15"), younger)));
        Resolution expected = Resolution.of(matches);
        for (int seed = 0; seed < 24; seed++) {
            Collections.shuffle(matches, new Random(seed));
            assertThat(Resolution.of(matches)).isEqualTo(expected);
        }
    }

    @Test
    void of_leads_of_one_instant_the_first_by_id_is_taken_and_of_closed_ones_the_last() {
        Lead twin = lead(4, "new", false, MONDAY);
        Lead closedTwin = lead(5, "lost", true, MONDAY.minusSeconds(60));

        for (List<Match> matches : List.of(
                List.of(new Match(CRM, older), new Match(CRM, twin)),
                List.of(new Match(CRM, twin), new Match(CRM, older)))) {
            assertThat(((Attach) Resolution.of(matches)).lead()).isEqualTo(older);
        }
        for (List<Match> matches : List.of(
                List.of(new Match(CRM, closed), new Match(CRM, closedTwin)),
                List.of(new Match(CRM, closedTwin), new Match(CRM, closed)))) {
            assertThat(((Begin) Resolution.of(matches)).previous()).isEqualTo(closedTwin.id());
        }
    }

    @Test
    void says_by_what_the_lead_is_known() {
        Identity address = Identity.verified(IdentityKind.EMAIL, "jane@acme.example");
        Identity number = Identity.verified(IdentityKind.PHONE, "+4712345678");

        assertThat(List.of(address, number, CRM, WHATSAPP, Identity.session("s")))
                .map(by ->
                        Resolution.of(List.of(new Match(by, older))).because().code())
                .containsExactly(
                        "known-verified-address",
                        "known-verified-number",
                        "known-external-id",
                        "known-channel-user",
                        "known-session");
    }

    @Test
    void a_lead_of_one_conversation_belongs_to_it_for_ever() {
        assertThat(LeadPolicy.PER_CONVERSATION.belongsUntil(MONDAY)).isEqualTo(Instant.MAX);
    }
}
