package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Reason;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.plan.Plan;
import dev.leadkit.plan.Quota;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What becomes of conversations while a plan keeps the leads behind its gate. */
class CapturePlanTest {
    private static final Plan GATED = Plan.named("freemium")
            .otherwise(FeatureAccess.HIDDEN)
            .limit(Quota.OPEN_LEADS, 0)
            .build();
    private static final Plan CLOSED = Plan.named("closed")
            .otherwise(FeatureAccess.HIDDEN)
            .noCaptureWhileGated()
            .build();

    private final AtomicReference<Plan> plan = new AtomicReference<>(Plan.EVERYTHING);
    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final LeadKit kit =
            LeadKit.builder().store(store).entitlements(tenant -> plan.get()).build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final TenantCapture capture = CaptureEngine.builder(kit).build().tenant("acme");

    private static ChatMessage.Builder said(int minute, String text) {
        return ChatMessage.from("s-1").id("m-" + minute).visitor(text).at(Chats.MORNING.plusSeconds(60L * minute));
    }

    @Test
    void capture_goes_on_behind_the_gate_and_beyond_a_quota_so_that_nothing_is_lost() {
        plan.set(GATED);

        CaptureOutcome outcome =
                capture.onMessage(said(0, "I am Jane, jane@acme.example").build());

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        assertThatThrownBy(() -> desk.list(LeadQuery.all())).isInstanceOf(NotEntitledException.class);

        plan.set(Plan.EVERYTHING);
        assertThat(desk.list(LeadQuery.all()).items())
                .extracting(Lead::id)
                .containsExactly(outcome.lead().orElseThrow());
    }

    @Test
    void a_plan_may_end_capture_and_then_nothing_is_kept() {
        plan.set(CLOSED);

        for (ChatMessage message : new ChatMessage[] {
            said(0, "jane@acme.example").build(),
            said(1, "my number is +1 212 555 0142")
                    .captureMode(CaptureMode.FULL)
                    .build()
        }) {
            CaptureOutcome outcome = capture.onMessage(message);

            assertThat(outcome.status()).isEqualTo(Status.NOT_KEPT);
            assertThat(outcome.because()).extracting(Reason::code).containsExactly("not-entitled");
        }
        assertThat(store.findByIdentity(
                        kit.tenant("acme").id(),
                        kit.wiring().pipeline().name(),
                        kit.wiring().hasher().key(Identity.session("s-1"))))
                .isEmpty();

        plan.set(Plan.EVERYTHING);
        assertThat(capture.onMessage(said(2, "bo@acme.example").build()).status())
                .isEqualTo(Status.CAPTURED);
    }

    @Test
    void a_consent_that_is_taken_back_is_kept_where_capture_ended() {
        capture.onMessage(
                said(0, "jane@acme.example").consent(Consent.to("contact")).build());
        plan.set(CLOSED);

        capture.onMessage(
                said(1, "stop").consent(Consent.withdrawnFrom("contact")).build());

        plan.set(Plan.EVERYTHING);
        Lead jane = desk.list(LeadQuery.all()).items().get(0);
        assertThat(jane.consentsTo("contact")).isFalse();
        assertThat(desk.transcript(jane.id()).toString()).doesNotContain("stop");
    }
}
