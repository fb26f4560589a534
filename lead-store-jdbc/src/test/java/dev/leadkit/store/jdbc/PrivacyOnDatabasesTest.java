package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tables hold of a visitor, by the mode in which he was captured and by what he agreed to. */
@ParameterizedClass
@EnumSource(Database.class)
class PrivacyOnDatabasesTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> SECRETS = List.of(
            "Xaverine",
            "Qwzzkopf",
            "xaverine.qwzz@privat.example",
            "12125550142",
            "212 555 0142",
            "Quuxwerke",
            "grinder-qx05",
            "bot-qx06",
            "nachricht-qx09",
            "kunde-qx11",
            "grund-qx10");

    private final DataSource database;
    private final LeadKit kit;
    private final LeadDesk desk;

    PrivacyOnDatabasesTest(Database kind) {
        database = kind.fresh();
        kit = Hosts.builder(JdbcLeadStore.over(database))
                .endpoint("crm", event -> {})
                .build();
        desk = kit.tenant("acme").as(Actor.user("ann"));
    }

    private TenantCapture in(CaptureMode mode) {
        return CaptureEngine.builder(kit)
                .region("US")
                .mode(mode)
                .fullOnConsentTo("contact")
                .build()
                .tenant("acme");
    }

    private static ChatMessage.Builder said(int minute, String text) {
        return ChatMessage.from("s-1")
                .id("nachricht-qx09-" + minute)
                .visitor(text)
                .at(MORNING.plusSeconds(60L * minute))
                .attribute(ChannelAdapter.USER, "kunde-qx11")
                .attribute(ChannelAdapter.NAME, "Xaverine")
                .attribute(ChannelAdapter.PHONE, "+12125550142");
    }

    @Test
    void no_table_holds_anything_by_which_a_pseudonymous_visitor_can_be_told() {
        TenantCapture capture = in(CaptureMode.PSEUDONYMOUS);
        capture.onMessage(said(1, "My name is Xaverine Qwzzkopf of Quuxwerke").build());
        capture.onMessage(ChatMessage.from("s-1")
                .id("nachricht-qx09-b")
                .bot("Good morning Xaverine, bot-qx06")
                .at(MORNING.plusSeconds(90))
                .build());
        CaptureOutcome outcome = capture.onMessage(said(2, "I want to buy a grinder-qx05, xaverine.qwzz@privat.example")
                .build());
        capture.markQualified("s-1", Actor.user("ann"), "grund-qx10");
        capture.refold("s-1");

        TableScan scan = TableScan.of(database);
        assertThat(scan.tables()).contains("leadkit_lead", "leadkit_message", "leadkit_activity", "leadkit_outbox");
        for (String secret : SECRETS) {
            assertThat(scan.placesOf(secret)).as(secret).isEmpty();
        }
        assertThat(outcome.status()).isIn(Status.CAPTURED, Status.ADDED);
        for (String asked : List.of("xaverine", "privat", "5550142")) {
            assertThat(desk.list(LeadQuery.of(LeadFilter.all().matching(asked))).items())
                    .isEmpty();
        }
    }

    @Test
    void in_mode_none_no_row_is_written() {
        CaptureOutcome outcome = in(CaptureMode.NONE)
                .onMessage(said(1, "I want to buy three, xaverine.qwzz@privat.example")
                        .build());

        assertThat(outcome.status()).isEqualTo(Status.NOT_KEPT);
        assertThat(TableScan.of(database).tables()).containsOnly("leadkit_schema");
    }

    @Test
    void consent_is_read_back_by_another_process_which_keeps_to_it() {
        in(CaptureMode.PSEUDONYMOUS)
                .onMessage(said(1, "")
                        .consent(Consent.to("contact").text("2026-03"))
                        .consent(Consent.withdrawnFrom("newsletter").basis("legitimate-interests"))
                        .build());
        LeadId id = in(CaptureMode.PSEUDONYMOUS)
                .onMessage(said(2, "xaverine.qwzz@privat.example").build())
                .lead()
                .orElseThrow();
        in(CaptureMode.PSEUDONYMOUS)
                .onMessage(said(3, "").consent(Consent.withdrawnFrom("contact")).build());
        CaptureOutcome shut =
                in(CaptureMode.PSEUDONYMOUS).onMessage(said(4, "grinder-qx05").build());

        assertThat(shut.notices()).containsExactly(CaptureOutcome.PSEUDONYMOUS);
        Lead lead = desk.get(id);
        assertThat(lead.contact().emails()).hasSize(1);
        assertThat(lead.consents())
                .extracting(Attributed::value)
                .containsExactly(
                        Consent.withdrawnFrom("contact"),
                        Consent.withdrawnFrom("newsletter").basis("legitimate-interests"));
        List<Attributed<Consent>> stated = desk.timeline(id, PageRequest.first(100)).items().stream()
                .map(Activity::change)
                .filter(Change.ConsentStated.class::isInstance)
                .map(change -> ((Change.ConsentStated) change).consent())
                .filter(each -> each.value().purpose().equals("contact"))
                .toList();
        assertThat(stated)
                .extracting(Attributed::value)
                .containsExactly(Consent.to("contact").text("2026-03"), Consent.withdrawnFrom("contact"));
        assertThat(stated.get(0).provenance().evidence()).isEqualTo(new Evidence("s-1", "nachricht-qx09-1", 0, 0));
        assertThat(TableScan.of(database).placesOf("grinder-qx05")).isEmpty();
    }

    @Test
    void an_erased_visitor_is_not_taken_again_in_any_mode() {
        ChatMessage message = said(1, "xaverine.qwzz@privat.example")
                .consent(Consent.to("contact"))
                .build();
        LeadId id = in(CaptureMode.FULL).onMessage(message).lead().orElseThrow();
        desk.personalData().erase(Set.of(id), new Cause(Cause.SUBJECT_REQUEST, "ticket-1"));

        for (CaptureMode mode : CaptureMode.values()) {
            CaptureOutcome outcome = in(mode).onMessage(message);
            assertThat(outcome.status()).isEqualTo(Status.SUPPRESSED);
            assertThat(outcome.because()).extracting(Reason::code).containsExactly("erased");
        }
        assertThat(kit.wiring().store().transcript(ACME, "s-1").map(Transcript::messages))
                .isEmpty();
        assertThat(TableScan.of(database).placesOf("xaverine")).isEmpty();
    }
}
