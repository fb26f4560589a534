package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.retention.LeadClass;
import dev.leadkit.retention.Retention;
import dev.leadkit.retention.RetentionItem;
import dev.leadkit.retention.RetentionItem.Verdict;
import dev.leadkit.retention.RetentionRule;
import dev.leadkit.retention.RetentionRules;
import dev.leadkit.retention.RetentionRun;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long leads are kept, F9. */
class LeadDeskRetentionTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final RetentionRules RULES = RetentionRules.named("house")
            .rule(RetentionRule.of("visitors", LeadClass.ANONYMOUS, Period.ofDays(30)))
            .rule(RetentionRule.of("lost", LeadClass.LOST, Period.ofMonths(6)))
            .rule(RetentionRule.of("contacted", LeadClass.OPEN, Period.ofYears(1))
                    .inStage("contacted"))
            .build();

    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder().store(store).clock(clock).build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final Retention retention = desk.retention();

    private LeadId lead(String name, String stage) {
        LeadId id =
                desk.create(NewLead.named(name).email(name + "@acme.example")).id();
        desk.transition(id, stage, "price");
        return id;
    }

    /** A lead of which nothing is known but a session. */
    private LeadId visitor(String session) {
        return conversation(session, Instant.EPOCH);
    }

    private LeadId conversation(String session, Instant previousEnds, LeadId... previous) {
        Instant now = clock.instant();
        LeadId id = kit.wiring().newLeadId();
        ChangesetBuilder unit = kit.wiring().changeset(ACME, Actor.system());
        unit.create(
                kit.wiring()
                        .pipeline()
                        .enter(Lead.builder(id, ACME, LeadSource.WIDGET, now), now)
                        .identities(List.of(Identity.session(session)))
                        .sessions(List.of(session))
                        .build(),
                now,
                null);
        Conversation stored = store.transcript(ACME, session)
                .map(transcript -> transcript.conversation())
                .orElseGet(() -> Conversation.begin(ACME, session, "widget"));
        unit.conversation(
                stored.withSegment(new Conversation.Segment(id, previous.length == 0 ? null : previousEnds)),
                previous.length == 0 ? 0 : stored.version());
        unit.messages(List.of(ChatMessage.from(session)
                .id(id.toString())
                .visitor("hello")
                .at(now)
                .build()));
        store.commit(unit.build());
        return id;
    }

    @Test
    void a_dry_run_tells_what_goes_by_which_rule_and_changes_nothing() {
        LeadId visitor = visitor("s-1");
        LeadId lost = lead("lost", "lost");
        LeadId won = lead("won", "converted");
        LeadId fresh = lead("fresh", "new");
        LeadId contacted = lead("contacted", "contacted");
        Instant nextYear = clock.instant().plus(Duration.ofDays(366));
        List<RetentionItem> items = new ArrayList<>();

        var plan = retention.plan(RULES, nextYear, items::add);

        assertThat(plan.counts())
                .containsExactly(
                        entry("contacted", Map.of(Verdict.ERASE, 1L)),
                        entry("lost", Map.of(Verdict.ERASE, 1L)),
                        entry("visitors", Map.of(Verdict.ERASE, 1L)));
        assertThat(plan.count(Verdict.ERASE)).isEqualTo(3);
        assertThat(items).extracting(RetentionItem::lead).containsExactlyInAnyOrder(visitor, lost, contacted);
        assertThat(retention.plan(RULES, clock.instant()).counts()).isEmpty();
        for (LeadId id : List.of(visitor, lost, won, fresh, contacted)) {
            assertThat(desk.find(id)).isPresent();
        }
    }

    @Test
    void a_run_erases_what_was_planned_with_receipts_and_once() {
        LeadId visitor = visitor("s-1");
        LeadId lost = lead("lost", "lost");
        LeadId won = lead("won", "converted");
        clock.advance(Duration.ofDays(200));
        LeadId young = visitor("s-2");

        RetentionRun run = retention.run(RULES, 100);

        assertThat(run.erased()).isEqualTo(2);
        assertThat(run.complete()).isTrue();
        assertThat(run.receipts())
                .extracting(receipt -> receipt.cause())
                .containsExactlyInAnyOrder(
                        new Cause(Cause.RETENTION, "house@1:visitors"), new Cause(Cause.RETENTION, "house@1:lost"));
        assertThat(desk.find(visitor)).isEmpty();
        assertThat(desk.find(lost)).isEmpty();
        assertThat(desk.find(won)).isPresent();
        assertThat(desk.find(young)).isPresent();
        assertThat(store.transcript(ACME, "s-1")).isEmpty();
        assertThat(retention.run(RULES, 100).receipts()).isEmpty();
        assertThat(desk.personalData().receipts(PageRequest.first(9)).items()).hasSize(2);
    }

    @Test
    void only_sessions_are_suppressed_since_nobody_asked_for_more() {
        visitor("s-1");
        lead("lost", "lost");
        clock.advance(Duration.ofDays(200));

        retention.run(RULES, 100);

        assertThat(desk.personalData().suppressedUntil(Identity.session("s-1"))).isPresent();
        assertThat(desk.personalData().suppressedUntil(Identity.claimed(IdentityKind.EMAIL, "lost@acme.example")))
                .isEmpty();
    }

    @Test
    void a_run_in_portions_comes_to_the_same() {
        for (int i = 0; i < 5; i++) {
            lead("lost" + i, "lost");
        }
        clock.advance(Duration.ofDays(200));

        assertThat(retention.run(RULES, 2)).satisfies(first -> {
            assertThat(first.erased()).isEqualTo(2);
            assertThat(first.complete()).isFalse();
        });
        assertThat(retention.run(RULES, 3).erased()).isEqualTo(3);
        assertThat(retention.run(RULES, 3)).satisfies(last -> {
            assertThat(last.erased()).isZero();
            assertThat(last.complete()).isTrue();
        });
        assertThatThrownBy(() -> retention.run(RULES, 0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_first_rule_that_is_for_a_lead_decides_alone() {
        RetentionRules rules = RetentionRules.named("house")
                .rule(RetentionRule.of("long", LeadClass.LOST, Period.ofYears(5))
                        .inStage("lost"))
                .rule(RetentionRule.of("short", LeadClass.LOST, Period.ofDays(1)))
                .build();
        LeadId lost = lead("lost", "lost");
        clock.advance(Duration.ofDays(400));

        retention.run(rules, 9);

        assertThat(desk.find(lost)).isPresent();
    }

    @Test
    void a_lead_is_kept_to_the_last_moment_of_its_period() {
        LeadId lost = lead("lost", "lost"); // on 2 March
        Instant due = Instant.parse("2026-09-02T09:00:00.123456Z");

        assertThat(retention.plan(RULES, due.minusNanos(1_000)).counts()).isEmpty();
        assertThat(retention.plan(RULES, due).count(Verdict.ERASE)).isEqualTo(1);
        assertThat(desk.find(lost)).isPresent();
    }

    @Test
    void a_lead_on_hold_stays_until_the_last_hold_is_lifted() {
        LeadId lost = lead("lost", "lost");
        Instant active = desk.get(lost).lastActivityAt();
        clock.advance(Duration.ofDays(200));
        retention.hold(lost, "case-1", "evidence in a lawsuit");
        retention.hold(lost, "case-1", "said again");
        retention.hold(lost, "case-2", "tax audit");

        assertThat(retention.run(RULES, 9).receipts()).isEmpty();
        assertThat(retention.plan(RULES, clock.instant()).counts()).isEqualTo(Map.of("lost", Map.of(Verdict.HELD, 1L)));
        assertThat(Retention.holds(desk.get(lost))).containsExactly("case-1", "case-2");
        assertThat(desk.get(lost).lastActivityAt()).isEqualTo(active);

        retention.lift(lost, "case-1", "settled");
        assertThat(retention.run(RULES, 9).receipts()).isEmpty();
        assertThat(desk.timeline(lost, PageRequest.first(50)).items().stream()
                        .map(Activity::change)
                        .filter(change -> change instanceof Change.Noted
                                || change instanceof Change.FieldChanged field
                                        && field.field().equals("hold")))
                .containsExactly(
                        new Change.FieldChanged("hold", null, "case-1"),
                        new Change.Noted("evidence in a lawsuit"),
                        new Change.FieldChanged("hold", null, "case-2"),
                        new Change.Noted("tax audit"),
                        new Change.FieldChanged("hold", "case-1", null),
                        new Change.Noted("settled"));

        retention.lift(lost, "case-2", "over");
        retention.lift(lost, "case-2", "twice");
        assertThat(retention.run(RULES, 9).erased()).isEqualTo(1);
    }

    @Test
    void a_hold_that_is_set_while_the_lead_is_about_to_go_keeps_it() {
        LeadId lost = lead("lost", "lost");
        clock.advance(Duration.ofDays(200));
        store.declaring(store.capabilities()
                .withErasure(new Meddled(
                        store.capabilities().requireErasure(), () -> retention.hold(lost, "case-1", "evidence"))));

        assertThat(desk.retention().run(RULES, 9).receipts()).isEmpty();
        assertThat(desk.find(lost)).isPresent();
    }

    @Test
    void a_lead_stays_as_long_as_another_of_its_conversation_is_kept() {
        LeadId first = visitor("s-1");
        desk.transition(first, "lost", "price");
        clock.advance(Duration.ofDays(200));
        LeadId second = conversation("s-1", clock.instant().minusSeconds(1), first);

        assertThat(retention.plan(RULES, clock.instant()).counts())
                .isEqualTo(Map.of("visitors", Map.of(Verdict.SHARED, 1L)));
        assertThat(retention.run(RULES, 9).receipts()).isEmpty();

        clock.advance(Duration.ofDays(31));
        assertThat(retention.run(RULES, 9)).satisfies(run -> {
            assertThat(run.receipts()).hasSize(1);
            assertThat(run.receipts().get(0).leads()).containsExactlyInAnyOrder(first, second);
        });
    }

    @Test
    void a_hold_on_a_merged_lead_keeps_the_one_that_stands_for_it() {
        LeadId lost = lead("lost", "lost");
        LeadId other = lead("other", "lost");
        desk.merges().apply(desk.merges().preview(lost, other));
        retention.hold(other, "case-1", "evidence");
        clock.advance(Duration.ofDays(200));

        assertThat(retention.run(RULES, 9).receipts()).isEmpty();

        retention.lift(other, "case-1", "over");
        assertThat(retention.run(RULES, 9).erased()).isEqualTo(2);
    }

    @Test
    void a_hold_needs_a_lead_and_a_reason() {
        LeadId lost = lead("lost", "lost");

        assertThatThrownBy(() -> retention.hold(new LeadId(new UUID(0, 1)), "case-1", "evidence"))
                .isInstanceOf(LeadNotFoundException.class);
        assertThatThrownBy(() -> retention.hold(lost, " ", "evidence")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> retention.hold(lost, "case-1", " ")).isInstanceOf(InvalidInputException.class);
        assertThat(Retention.holds(desk.get(lost))).isEmpty();
    }

    @Test
    void a_person_is_erased_at_his_request_also_on_hold() {
        LeadId lost = lead("lost", "lost");
        retention.hold(lost, "case-1", "evidence");

        desk.personalData().erase(Set.of(lost), new Cause(Cause.SUBJECT_REQUEST, "t-1"));

        assertThat(desk.find(lost)).isEmpty();
    }

    /** Erases right after somebody did something else. */
    private record Meddled(Erasure erasure, Runnable meddler) implements Erasure {
        @Override
        public ErasureReceipt erase(ErasureOrder order) {
            meddler.run();
            return erasure.erase(order);
        }

        @Override
        public Set<LeadId> knownBy(TenantId tenant, Collection<IdentityKey> identities) {
            return erasure.knownBy(tenant, identities);
        }

        @Override
        public Map<IdentityKey, Instant> suppressed(TenantId tenant, Collection<IdentityKey> identities) {
            return erasure.suppressed(tenant, identities);
        }

        @Override
        public Optional<ErasureReceipt> receipt(TenantId tenant, ErasureId id) {
            return erasure.receipt(tenant, id);
        }

        @Override
        public Page<ErasureReceipt> receipts(TenantId tenant, PageRequest page) {
            return erasure.receipts(tenant, page);
        }
    }
}
