package dev.leadkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadMergedException;
import dev.leadkit.LeadUpdate;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.identity.FieldMerge.Rule;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Touch;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergesTest {
    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC))
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final Merges merges = desk.merges();

    private final Lead jane = desk.create(NewLead.named("Jane")
            .email("jane@acme.example")
            .tag("vip")
            .externalId("crm-1")
            .assignee("ann"));
    private final Lead jm = desk.create(NewLead.named("J. Miller")
            .email("jm@home.example")
            .email("jane@acme.example")
            .company("Acme")
            .tag("norway")
            .expecting(Money.of("1200", "EUR"))
            .assignee("ben")
            .externalId("crm-2"));

    private Lead merged() {
        return merges.apply(merges.preview(jane.id(), jm.id()));
    }

    private List<Change> changes(LeadId lead) {
        return desk.timeline(lead, PageRequest.first(100)).items().stream()
                .map(Activity::change)
                .toList();
    }

    /** A lead as it counts, without what any change moves on. */
    private static Lead facts(Lead lead) {
        return lead.toBuilder()
                .version(1)
                .lastActivityAt(lead.createdAt())
                .lastTouch(Touch.CREATED)
                .build();
    }

    @Test
    void a_preview_tells_each_field_with_its_values_and_the_rule_and_writes_nothing() {
        MergePreview preview = merges.preview(jane.id(), jm.id());

        assertThat(preview.fields())
                .extracting(FieldMerge::field, FieldMerge::result, FieldMerge::rule, FieldMerge::isContested)
                .containsExactly(
                        tuple("name", "Jane", Rule.SET_BY_PERSON, true),
                        tuple("email", "jane@acme.example, jm@home.example", Rule.ALL, true),
                        tuple("company", "Acme", Rule.ONLY, false),
                        tuple("amount", "1200 EUR", Rule.ONLY, false),
                        tuple("assignee", "ann", Rule.SURVIVOR, true),
                        tuple("tags", "norway, vip", Rule.ALL, true));
        assertThat(desk.get(jane.id())).isEqualTo(jane);
        assertThat(desk.get(jm.id())).isEqualTo(jm);
    }

    @Test
    void a_merge_is_what_its_preview_said_and_the_other_lead_is_in_no_list() {
        MergePreview preview = merges.preview(jane.id(), jm.id());
        Lead merged = merges.apply(preview);

        assertThat(merged.toBuilder().version(jane.version()).build()).isEqualTo(preview.merged());
        assertThat(desk.list(LeadQuery.all()).items()).containsExactly(merged);
        assertThat(desk.findByIdentity(Identity.verified(IdentityKind.EXTERNAL_ID, "crm-2")))
                .contains(merged);
        assertThat(desk.get(jm.id()).mergedInto()).isEqualTo(jane.id());
        assertThat(changes(jane.id())).contains(new Change.Merged(jm.id()));
        assertThat(changes(jm.id())).contains(new Change.MergedInto(jane.id())).doesNotContain(new Change.Withdrawn());
    }

    @Test
    void a_person_may_choose_otherwise() {
        MergePreview preview = merges.preview(jane.id(), jm.id(), Map.of(LeadField.NAME, jm.id()));

        assertThat(preview.fields().get(0).rule()).isEqualTo(Rule.CHOSEN);
        assertThatThrownBy(() -> merges.preview(jane.id(), jm.id(), Map.of(LeadField.COMPANY, jane.id())))
                .isInstanceOf(MergeRefusedException.class)
                .hasMessageContaining("expected a lead with a single company to choose");
        assertThat(merges.apply(preview).contact().name())
                .extracting(Attributed::value)
                .isEqualTo("J. Miller");
    }

    @Test
    void a_choice_stands_whatever_is_merged_later() {
        Lead third = desk.create(NewLead.named("Third"));
        merges.apply(merges.preview(jane.id(), jm.id(), Map.of(LeadField.NAME, jm.id())));

        MergePreview next = merges.preview(jane.id(), third.id());

        assertThat(next.fields().get(0).rule()).isEqualTo(Rule.CHOSEN);
        assertThat(name(merges.apply(next))).isEqualTo("J. Miller");
        assertThat(name(merges.undo(third.id()).survivor())).isEqualTo("J. Miller");
        assertThat(name(merges.undo(jm.id()).survivor())).isEqualTo("Jane");
    }

    @Test
    void a_choice_that_came_along_stands_again_when_the_one_that_overruled_it_is_taken_out() {
        Lead third = desk.create(NewLead.named("Third"));
        Lead fourth = desk.create(NewLead.named("Fourth"));
        merges.apply(merges.preview(jm.id(), third.id(), Map.of(LeadField.NAME, third.id())));

        Lead withThird = merges.apply(merges.preview(jane.id(), jm.id()));
        Lead withFourth = merges.apply(merges.preview(jane.id(), fourth.id(), Map.of(LeadField.NAME, fourth.id())));
        Lead again = merges.undo(fourth.id()).survivor();

        assertThat(name(withThird)).isEqualTo("Third");
        assertThat(name(withFourth)).isEqualTo("Fourth");
        assertThat(facts(again)).isEqualTo(facts(withThird));
        assertThat(name(merges.undo(jm.id()).survivor())).isEqualTo("Jane");
    }

    private static @Nullable String name(Lead lead) {
        Attributed<String> name = lead.contact().name();
        return name == null ? null : name.value();
    }

    @Test
    void the_consent_that_was_stated_last_stands_whoever_chooses() {
        desk.consent(jane.id(), Consent.to("contact").text("2026-03"));
        desk.consent(jm.id(), Consent.withdrawnFrom("contact"));

        MergePreview preview = merges.preview(jane.id(), jm.id());

        FieldMerge consent = preview.fields().stream()
                .filter(field -> field.field().equals(LeadField.consent("contact")))
                .findFirst()
                .orElseThrow();
        assertThat(consent.values())
                .containsExactly(
                        new FieldMerge.Value(jane.id(), "given, text 2026-03"),
                        new FieldMerge.Value(jm.id(), "withdrawn"));
        assertThat(consent.result()).isEqualTo("withdrawn");
        assertThat(consent.rule()).isEqualTo(Rule.STATED_LAST);
        assertThat(preview.merged().consentsTo("contact")).isFalse();
        assertThatThrownBy(() -> merges.preview(jane.id(), jm.id(), Map.of(LeadField.consent("contact"), jane.id())))
                .isInstanceOf(MergeRefusedException.class)
                .hasMessageContaining("consent:contact");
    }

    @Test
    void what_can_t_be_merged_is_refused_with_the_reason() {
        Lead lost = desk.transition(desk.create(NewLead.named("Lost")).id(), "lost", "price");
        merged();
        Lead third = desk.create(NewLead.named("Third"));

        assertThat(refusal(third.id(), third.id())).containsExactly("same-lead");
        assertThat(refusal(third.id(), jm.id())).containsExactly("already-merged");
        assertThat(refusal(jm.id(), third.id())).containsExactly("already-merged");
        assertThat(refusal(lost.id(), third.id())).containsExactly("survivor-closed");
        assertThat(catchThrowableOfType(MergeRefusedException.class, () -> merges.undo(third.id()))
                        .reasons())
                .extracting(Reason::code)
                .containsExactly("not-merged");
        LeadId unknown = LeadId.parse("00000000-0000-0000-0000-000000000001");
        assertThatThrownBy(() -> merges.preview(third.id(), unknown)).isInstanceOf(LeadNotFoundException.class);
        assertThatThrownBy(() -> merges.duplicates(unknown)).isInstanceOf(LeadNotFoundException.class);
    }

    private List<String> refusal(LeadId survivor, LeadId other) {
        return catchThrowableOfType(MergeRefusedException.class, () -> merges.preview(survivor, other))
                .reasons()
                .stream()
                .map(Reason::code)
                .toList();
    }

    @Test
    void a_preview_holds_for_what_it_was_made_of() {
        MergePreview preview = merges.preview(jane.id(), jm.id());
        desk.tag(jm.id(), "late");

        assertThatThrownBy(() -> merges.apply(preview)).isInstanceOf(StaleLeadException.class);
        assertThat(desk.get(jane.id())).isEqualTo(jane);
    }

    @Test
    void nobody_works_on_a_lead_that_was_merged_away() {
        merged();

        assertThatThrownBy(() -> desk.tag(jm.id(), "x"))
                .isInstanceOfSatisfying(
                        LeadMergedException.class,
                        gone -> assertThat(gone.survivor()).isEqualTo(jane.id()));
        assertThatThrownBy(() -> desk.transition(jm.id(), "contacted")).isInstanceOf(LeadMergedException.class);
        assertThatThrownBy(() -> desk.note(jm.id(), "x")).isInstanceOf(LeadMergedException.class);
        assertThat(desk.bulk().tag(List.of(jm.id()), "x").outcomes().get(jm.id()))
                .isEqualTo(new BulkOutcome.Merged(jane.id()));
    }

    @Test
    void taking_apart_gives_both_back_what_they_had() {
        merged();
        Unmerge apart = merges.undo(jm.id());

        assertThat(facts(apart.survivor())).isEqualTo(facts(jane));
        assertThat(facts(apart.restored())).isEqualTo(facts(jm));
        assertThat(apart.kept()).isEmpty();
        assertThat(desk.list(LeadQuery.all()).items()).containsExactlyInAnyOrder(apart.survivor(), apart.restored());
        assertThat(desk.findByIdentity(Identity.verified(IdentityKind.EXTERNAL_ID, "crm-2")))
                .contains(apart.restored());
        assertThat(changes(jane.id())).contains(new Change.Unmerged(jm.id()));
        assertThat(changes(jm.id())).contains(new Change.UnmergedFrom(jane.id()));
    }

    @Test
    void what_was_done_since_stays_with_the_survivor_and_conflicts_are_told() {
        merged();
        desk.update(jane.id(), LeadUpdate.begin().company("Acme Norway").email("new@acme.example"));
        desk.tag(jane.id(), "called");
        desk.untag(jane.id(), "vip");
        desk.note(jane.id(), "rang");
        desk.transition(jane.id(), "contacted");
        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.kept()).containsExactly(new KeptWork(LeadField.COMPANY, "Acme Norway"));
        assertThat(apart.survivor().tags()).containsExactly("called");
        assertThat(apart.survivor().stage()).isEqualTo("contacted");
        assertThat(apart.survivor().contact().emails())
                .extracting(Attributed::value)
                .containsExactly("new@acme.example", "jane@acme.example");
        assertThat(apart.survivor().contact().company())
                .extracting(Attributed::value)
                .isEqualTo("Acme Norway");
        assertThat(changes(jane.id())).contains(new Change.Noted("rang"));
        assertThat(facts(apart.restored())).isEqualTo(facts(jm));
    }

    @Test
    void of_several_any_one_can_be_taken_out() {
        Lead third = desk.create(NewLead.named("Third").email("third@x.example").tag("third"));
        merged();
        Lead three = merges.apply(merges.preview(jane.id(), third.id()));
        assertThat(three.tags()).containsExactly("norway", "third", "vip");

        Unmerge apart = merges.undo(jm.id());
        assertThat(apart.survivor().tags()).containsExactly("third", "vip");
        assertThat(apart.survivor().contact().emails())
                .extracting(Attributed::value)
                .containsExactly("jane@acme.example", "third@x.example");
        assertThat(facts(merges.undo(third.id()).survivor())).isEqualTo(facts(jane));
    }

    @Test
    void a_lead_that_others_were_merged_into_comes_back_with_them() {
        Lead third = desk.create(NewLead.named("Third").tag("third"));
        Lead pair = merges.apply(merges.preview(jm.id(), third.id()));
        merges.apply(merges.preview(jane.id(), jm.id()));

        assertThat(catchThrowableOfType(MergeRefusedException.class, () -> merges.undo(third.id()))
                        .reasons())
                .extracting(Reason::code)
                .containsExactly("survivor-merged");
        Unmerge apart = merges.undo(jm.id());
        assertThat(facts(apart.restored())).isEqualTo(facts(pair));
        assertThat(facts(merges.undo(third.id()).survivor())).isEqualTo(facts(jm));
    }

    @Test
    void a_lead_whose_place_was_taken_meanwhile_does_not_come_back() {
        merged();
        desk.transition(jane.id(), "lost", "price");
        Lead next = desk.create(NewLead.named("Next").externalId("crm-2"));

        assertThatThrownBy(() -> merges.undo(jm.id()))
                .isInstanceOfSatisfying(
                        IdentityTakenException.class,
                        taken -> assertThat(taken.holder()).isEqualTo(next.id()));
    }

    @Test
    void a_closed_lead_whose_visitor_is_back_is_not_merged_into_a_third() {
        desk.transition(jm.id(), "lost", "price");
        Lead back = desk.create(NewLead.named("J. Miller").externalId("crm-2"));

        assertThat(refusal(jane.id(), jm.id())).containsExactly("identity-taken");
        assertThatThrownBy(() -> merges.preview(jane.id(), jm.id()))
                .hasMessageContaining(back.id().toString());
        merges.apply(merges.preview(jane.id(), back.id()));
        assertThat(merged().identities()).contains(Identity.verified(IdentityKind.EXTERNAL_ID, "crm-2"));
    }

    @Test
    void whose_visitor_comes_back_after_the_preview_is_not_merged_either() {
        desk.transition(jm.id(), "lost", "price");
        MergePreview preview = merges.preview(jane.id(), jm.id());
        desk.create(NewLead.named("J. Miller").externalId("crm-2"));

        assertThatThrownBy(() -> merges.apply(preview)).isInstanceOf(MergeRefusedException.class);
    }

    @Test
    void for_a_lead_that_is_merged_away_nobody_is_suggested() {
        merged();

        assertThat(merges.duplicates(jm.id())).isEmpty();
    }

    @Test
    void leads_that_share_something_are_suggested_until_somebody_says_they_are_two() {
        desk.create(NewLead.named("Somebody else").email("else@x.example"));

        assertThat(merges.duplicates(jane.id())).singleElement().satisfies(duplicate -> {
            assertThat(duplicate.lead()).isEqualTo(jm);
            assertThat(duplicate.likelihood()).isEqualTo(0.7);
            assertThat(duplicate.because()).extracting(Reason::code).containsExactly("same-email");
        });
        merges.markDistinct(jm.id(), jane.id());
        assertThat(merges.duplicates(jane.id())).isEmpty();
        assertThat(merges.duplicates(jm.id())).isEmpty();
    }

    @Test
    void what_was_merged_is_erased_together() {
        merged();
        var receipt = desk.personalData().erase(Set.of(jane.id()), new Cause(Cause.SUBJECT_REQUEST, "ticket-1"));

        assertThat(receipt.leads()).containsExactlyInAnyOrder(jane.id(), jm.id());
        assertThat(desk.find(jm.id())).isEmpty();
    }

    @Test
    void two_that_are_different_stay_so_when_one_is_merged_into_a_third() {
        Lead same = desk.create(NewLead.named("Also Jane").email("jane@acme.example"));
        merges.markDistinct(jm.id(), jane.id());

        merges.apply(merges.preview(same.id(), jane.id()));

        assertThat(merges.duplicates(same.id())).isEmpty();
        assertThat(merges.duplicates(jm.id())).isEmpty();
    }

    @Test
    void what_a_person_sets_after_a_merge_lies_over_what_was_chosen_in_it() {
        Lead third = desk.create(NewLead.named("Third"));
        merges.apply(merges.preview(jane.id(), jm.id(), Map.of(LeadField.NAME, jm.id())));
        desk.update(jane.id(), LeadUpdate.begin().name("Dr. Jane"));

        assertThat(name(merges.apply(merges.preview(jane.id(), third.id())))).isEqualTo("Dr. Jane");
    }

    @Test
    void what_was_cleared_after_a_merge_stays_cleared_and_is_told() {
        merged();
        desk.update(
                jane.id(),
                LeadUpdate.begin()
                        .clear(LeadField.COMPANY)
                        .clear(LeadField.NAME)
                        .clear(LeadField.EMAIL));

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.survivor().contact().name()).isNull();
        assertThat(apart.survivor().contact().emails()).isEmpty();
        assertThat(apart.kept())
                .containsExactly(new KeptWork(LeadField.EMAIL, null), new KeptWork(LeadField.COMPANY, null));
        assertThat(facts(apart.restored())).isEqualTo(facts(jm));
    }

    @Test
    void a_consent_withdrawn_after_a_merge_is_in_force_again_for_nobody() {
        desk.consent(jm.id(), Consent.to("news"));
        merged();
        desk.consent(jane.id(), Consent.withdrawnFrom("news"));

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.survivor().consentsTo("news")).isFalse();
        assertThat(apart.restored().consentsTo("news")).isFalse();
    }

    @Test
    void what_a_person_did_since_stays_though_the_other_lead_had_brought_it() {
        desk.consent(jm.id(), Consent.to("news"));
        merges.apply(merges.preview(jane.id(), jm.id(), Map.of(LeadField.ASSIGNEE, jm.id())));
        desk.consent(jane.id(), Consent.to("news"));
        desk.tag(jane.id(), "norway");
        desk.assign(jane.id(), "ben");

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.survivor().consentsTo("news")).isTrue();
        assertThat(apart.survivor().tags()).containsExactly("norway", "vip");
        assertThat(apart.survivor().assignee()).isEqualTo("ben");
        assertThat(apart.survivor().pinned()).contains(LeadField.tag("norway"), LeadField.ASSIGNEE);
        assertThat(apart.kept()).isEmpty();
        assertThat(apart.restored().consentsTo("news")).isTrue();
        assertThat(apart.restored().tags()).containsExactly("norway");
    }

    @Test
    void what_a_person_did_again_on_merged_leads_is_stored_once() {
        merged();
        Lead once = desk.tag(jane.id(), "norway");

        assertThat(desk.tag(jane.id(), "norway")).isEqualTo(once);
    }

    @Test
    void a_note_on_merged_leads_is_the_survivors_though_the_other_had_one() {
        desk.note(jm.id(), "called");
        merged();
        desk.note(jane.id(), "promised a quote");

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.survivor().pinned()).contains(LeadField.NOTES);
    }

    @Test
    void a_note_of_the_other_lead_is_none_of_the_survivors() {
        desk.note(jm.id(), "called");
        merged();

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.survivor().pinned()).doesNotContain(LeadField.NOTES);
        assertThat(apart.restored().pinned()).contains(LeadField.NOTES);
    }

    @Test
    void a_consent_that_is_in_force_again_since_another_merge_came_between_is_told() {
        desk.consent(jm.id(), Consent.to("news"));
        Lead third = desk.create(NewLead.named("Third"));
        merged();
        desk.consent(jane.id(), Consent.withdrawnFrom("news"));
        merges.apply(merges.preview(jane.id(), third.id()));

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.restored().consentsTo("news")).isTrue();
        assertThat(apart.kept()).containsExactly(new KeptWork(LeadField.consent("news"), "withdrawn"));
    }

    @Test
    void a_hold_set_on_merged_leads_holds_both_when_they_are_taken_apart() {
        merged();
        desk.retention().hold(jane.id(), "case-1", "evidence in a lawsuit");

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.survivor().holds()).containsExactly("case-1");
        assertThat(apart.restored().holds()).containsExactly("case-1");
        assertThat(apart.kept()).isEmpty();
    }

    @Test
    void a_hold_of_the_survivor_alone_is_not_the_others() {
        desk.retention().hold(jane.id(), "case-1", "evidence in a lawsuit");
        merged();

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.survivor().holds()).containsExactly("case-1");
        assertThat(apart.restored().holds()).isEmpty();
        assertThat(apart.kept()).isEmpty();
    }

    @Test
    void a_hold_lifted_from_merged_leads_is_lifted_from_the_survivor_and_the_other_has_what_it_had() {
        desk.retention().hold(jane.id(), "case-1", "evidence in a lawsuit");
        desk.retention().hold(jm.id(), "case-1", "evidence in a lawsuit");
        merged();
        desk.retention().lift(jane.id(), "case-1", "settled");

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.survivor().holds()).isEmpty();
        assertThat(apart.restored().holds()).containsExactly("case-1");
    }

    @Test
    void a_hold_set_on_a_lead_that_was_merged_away_stays() {
        merged();
        desk.retention().hold(jm.id(), "case-1", "evidence in a lawsuit");

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.survivor().holds()).isEmpty();
        assertThat(apart.restored().holds()).containsExactly("case-1");
    }

    @Test
    void a_hold_set_before_another_merge_is_told() {
        Lead third = desk.create(NewLead.named("Third"));
        merged();
        desk.retention().hold(jane.id(), "case-1", "evidence in a lawsuit");
        merges.apply(merges.preview(jane.id(), third.id()));

        Unmerge apart = merges.undo(jm.id());

        assertThat(apart.restored().holds()).isEmpty();
        assertThat(apart.kept()).containsExactly(new KeptWork(LeadField.hold("case-1"), "held"));
    }

    @Test
    void an_address_that_somebody_gave_back_after_a_merge_is_no_longer_taken_away() {
        desk.update(jane.id(), LeadUpdate.begin().withoutEmail("jane@acme.example"));
        merges.apply(
                merges.preview(jane.id(), desk.create(NewLead.named("Third")).id()));
        desk.update(jane.id(), LeadUpdate.begin().email("jane@acme.example"));

        Lead survivor = merges.undo(desk.get(jane.id()).mergedLeads().get(0)).survivor();

        assertThat(survivor.contact().emails()).extracting(Attributed::value).containsExactly("jane@acme.example");
        assertThat(survivor.pinned()).doesNotContain(LeadField.cleared(LeadField.EMAIL, "jane@acme.example"));
    }
}
