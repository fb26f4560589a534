package dev.leadkit.identity;

import static dev.leadkit.identity.People.at;
import static dev.leadkit.identity.People.given;
import static dev.leadkit.identity.People.lead;
import static dev.leadkit.identity.People.said;
import static dev.leadkit.identity.People.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.NeedSummary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was done to a merged lead, given back to the two that it was made of. */
class LaterWorkTest {
    /** The survivor, of conversation "own"; the other, of conversation "its". */
    private final Lead own = lead(1).contact(Contact.UNKNOWN
                    .withName(said("Jane", 1, "own"))
                    .withEmails(List.of(said("jane@acme.example", 1, "own"))))
            .sessions(List.of("own"))
            .tags(Set.of("vip"))
            .build();

    private final Lead member = lead(2).contact(Contact.UNKNOWN
                    .withName(said("J. Miller", 2, "its"))
                    .withCompany(said("Acme", 2, "its"))
                    .withEmails(List.of(said("jm@home.example", 2, "its"))))
            .sessions(List.of("its"))
            .tags(Set.of("norway"))
            .assignee("ben")
            .build();

    private final Lead then = new LeadMerge(own, List.of(member), Map.of()).merged(Engagement.NONE);

    private LaterWork after(UnaryOperator<Lead.Builder> work) {
        return new LaterWork(own, then, now(work));
    }

    private Lead now(UnaryOperator<Lead.Builder> work) {
        return work.apply(then.toBuilder()).build();
    }

    private UnaryOperator<Lead.Builder> contact(UnaryOperator<Contact> change) {
        return lead -> lead.contact(change.apply(then.contact()));
    }

    private Lead memberAfter(UnaryOperator<Lead.Builder> work) {
        return new LaterWords(then, now(work)).with(member);
    }

    private static @Nullable String name(Lead lead) {
        Attributed<String> name = lead.contact().name();
        return name == null ? null : name.value();
    }

    private static SortedMap<String, Attributed<FieldValue>> seats(@Nullable Attributed<FieldValue> seats) {
        SortedMap<String, Attributed<FieldValue>> fields = new TreeMap<>();
        if (seats != null) {
            fields.put("seats", seats);
        }
        return fields;
    }

    @Test
    void without_any_work_both_are_as_they_were() {
        LaterWork nothing = after(UnaryOperator.identity());

        assertThat(nothing.survivor()).isEqualTo(own);
        assertThat(nothing.kept()).isEmpty();
        assertThat(memberAfter(UnaryOperator.identity())).isEqualTo(member);
    }

    @Test
    void what_a_person_sets_stays_with_the_survivor_and_a_conflict_is_told() {
        LaterWork work =
                after(contact(all -> all.withName(set("Jane Miller", 9)).withLocation(set("Oslo", 9))));

        assertThat(name(work.survivor())).isEqualTo("Jane Miller");
        assertThat(work.survivor().contact().location().value()).isEqualTo("Oslo");
        assertThat(work.survivor().contact().company()).isNull();
        assertThat(work.kept()).containsExactly(new KeptWork(LeadField.NAME, "Jane Miller"));
    }

    @Test
    void what_a_visitor_says_later_goes_to_the_lead_of_his_conversation() {
        var inTheirs = contact(all -> all.withName(said("Jim", 9, "its")).withLocation(said("Bergen", 9, "its")));
        var inOurs = contact(all -> all.withName(said("Jane D.", 9, "own")));

        assertThat(name(after(inTheirs).survivor())).isEqualTo("Jane");
        assertThat(name(memberAfter(inTheirs))).isEqualTo("Jim");
        assertThat(memberAfter(inTheirs).contact().location().value()).isEqualTo("Bergen");
        assertThat(name(after(inOurs).survivor())).isEqualTo("Jane D.");
        assertThat(name(memberAfter(inOurs))).isEqualTo("J. Miller");
    }

    @Test
    void a_conversation_that_was_linked_since_is_the_survivors() {
        LaterWork work = after(lead -> lead.sessions(List.of("own", "its", "third"))
                .contact(then.contact().withLocation(said("Oslo", 9, "third"))));

        assertThat(work.survivor().sessions()).containsExactly("own", "third");
        assertThat(work.survivor().contact().location().value()).isEqualTo("Oslo");
        assertThat(work.kept()).containsExactly(new KeptWork(KeptWork.CONVERSATION, "third"));
    }

    @Test
    void what_a_person_had_set_is_not_replaced_by_what_is_said_later() {
        Lead personal =
                own.toBuilder().contact(own.contact().withName(set("Jane", 1))).build();
        Lead merged = new LeadMerge(personal, List.of(member), Map.of()).merged(Engagement.NONE);
        Lead said = merged.toBuilder()
                .contact(merged.contact().withName(said("Jim", 9, "own")))
                .build();
        Lead set = merged.toBuilder()
                .contact(merged.contact().withName(set("Janet", 9)))
                .build();

        assertThat(name(new LaterWork(personal, merged, said).survivor())).isEqualTo("Jane");
        LaterWork renamed = new LaterWork(personal, merged, set);
        assertThat(name(renamed.survivor())).isEqualTo("Janet");
        assertThat(renamed.kept()).isEmpty();
    }

    @Test
    void what_the_other_has_pinned_is_not_replaced_by_what_is_said_later() {
        Lead pinned = member.toBuilder().pin(LeadField.NAME).build();
        Lead later = now(contact(all -> all.withName(said("Jim", 9, "its"))));

        assertThat(name(new LaterWords(then, later).with(pinned))).isEqualTo("J. Miller");
    }

    @Test
    void an_address_that_a_person_adds_goes_first_and_one_that_is_said_last() {
        LaterWork work = after(contact(all -> all.withEmails(List.of(
                all.emails().get(0),
                all.emails().get(1),
                said("new@acme.example", 9, "own"),
                said("other@home.example", 9, "its"),
                set("front@acme.example", 9)))));

        assertThat(work.survivor().contact().emails())
                .extracting(Attributed::value)
                .containsExactly("front@acme.example", "jane@acme.example", "new@acme.example");
        assertThat(work.survivor().identities())
                .contains(
                        Identity.claimed(IdentityKind.EMAIL, "front@acme.example"),
                        Identity.claimed(IdentityKind.EMAIL, "new@acme.example"))
                .doesNotContain(Identity.claimed(IdentityKind.EMAIL, "other@home.example"));
    }

    @Test
    void an_address_that_is_said_in_the_other_conversation_is_the_others_once() {
        Lead later = memberAfter(contact(all -> all.withEmails(List.of(
                all.emails().get(0),
                said("jm@home.example", 9, "its"),
                said("other@home.example", 9, "its"),
                said("new@acme.example", 9, "own")))));

        assertThat(later.contact().emails())
                .extracting(Attributed::value)
                .containsExactly("jm@home.example", "other@home.example");
        assertThat(later.identities()).contains(Identity.claimed(IdentityKind.EMAIL, "other@home.example"));
    }

    @Test
    void an_identity_that_was_proven_since_is_the_survivors() {
        Identity user = Identity.channelUser("whatsapp", "u-1");

        assertThat(after(lead -> lead.identities(List.of(user))).survivor().identities())
                .contains(user);
    }

    @Test
    void a_tag_that_a_person_added_or_took_away_stays_so() {
        assertThat(after(lead -> lead.tags(Set.of("vip", "norway", "called")).pin(LeadField.tag("called")))
                        .survivor()
                        .tags())
                .containsExactly("called", "vip");
        assertThat(after(lead -> lead.tags(Set.of("norway")).pin(LeadField.tag("vip")))
                        .survivor()
                        .tags())
                .isEmpty();
        assertThat(after(lead -> lead.tags(Set.of("norway", "rule"))).survivor().tags())
                .containsExactly("vip");
    }

    @Test
    void a_new_assignee_stays_and_the_one_of_the_merge_goes() {
        assertThat(after(UnaryOperator.identity()).survivor().assignee()).isNull();
        LaterWork work = after(lead -> lead.assignee("cleo").pin(LeadField.ASSIGNEE));

        assertThat(work.survivor().assignee()).isEqualTo("cleo");
        assertThat(work.survivor().pinned()).contains(LeadField.ASSIGNEE);
        assertThat(work.kept()).containsExactly(new KeptWork(LeadField.ASSIGNEE, "cleo"));
    }

    @Test
    void a_new_assignee_is_no_conflict_where_the_merge_had_changed_none() {
        Lead anns = own.toBuilder().assignee("ann").pin(LeadField.ASSIGNEE).build();
        Lead merged = new LeadMerge(anns, List.of(member), Map.of()).merged(Engagement.NONE);
        LaterWork work =
                new LaterWork(anns, merged, merged.toBuilder().assignee("cleo").build());

        assertThat(work.survivor().assignee()).isEqualTo("cleo");
        assertThat(work.survivor().pinned()).containsExactly(LeadField.ASSIGNEE);
        assertThat(work.kept()).isEmpty();
    }

    @Test
    void pins_of_the_merge_go_and_later_ones_stay() {
        Lead pinning = member.toBuilder()
                .pin(LeadField.COMPANY)
                .pin(LeadField.ASSIGNEE)
                .build();
        Lead merged = new LeadMerge(own, List.of(pinning), Map.of()).merged(Engagement.NONE);
        Lead later = merged.toBuilder().pin(LeadField.STAGE).build();

        assertThat(new LaterWork(own, merged, later).survivor().pinned()).containsExactly(LeadField.STAGE);
        Lead reassigned = merged.toBuilder().assignee("cleo").build();
        assertThat(new LaterWork(own, merged, reassigned).survivor().pinned()).containsExactly(LeadField.ASSIGNEE);
        Lead unpinned = merged.toBuilder().assignee("cleo").pinned(Set.of()).build();
        assertThat(new LaterWork(own, merged, unpinned).survivor().pinned()).isEmpty();
    }

    @Test
    void a_custom_field_that_was_set_stays_and_one_that_was_cleared_is_told() {
        Lead other =
                member.toBuilder().fields(seats(given(FieldValue.of(7), 2))).build();
        Lead merged = new LeadMerge(own, List.of(other), Map.of()).merged(Engagement.NONE);

        LaterWork set = new LaterWork(
                own,
                merged,
                merged.toBuilder().fields(seats(set(FieldValue.of(9), 9))).build());
        LaterWork cleared = new LaterWork(
                own, merged, merged.toBuilder().fields(seats(null)).build());

        assertThat(set.survivor().fields().get("seats").value()).isEqualTo(FieldValue.of(9));
        assertThat(set.kept()).containsExactly(new KeptWork(LeadField.custom("seats"), "9"));
        assertThat(cleared.survivor().fields()).isEmpty();
        assertThat(cleared.kept()).containsExactly(new KeptWork(LeadField.custom("seats"), null));
        assertThat(new LaterWork(own, merged, merged).survivor().fields()).isEmpty();
    }

    @Test
    void a_custom_field_of_its_own_that_was_cleared_stays_cleared_without_a_word() {
        Lead its = own.toBuilder().fields(seats(given(FieldValue.of(7), 1))).build();
        Lead merged = new LeadMerge(its, List.of(member), Map.of()).merged(Engagement.NONE);
        LaterWork cleared = new LaterWork(
                its, merged, merged.toBuilder().fields(seats(null)).build());

        assertThat(cleared.survivor().fields()).isEmpty();
        assertThat(cleared.kept()).isEmpty();
        assertThat(new LaterWork(its, merged, merged).survivor().fields()).isEqualTo(its.fields());
    }

    @Test
    void a_statement_goes_where_it_was_made() {
        Attributed<Consent> theirs = said(Consent.to("news"), 9, "its");
        Attributed<Consent> ours = said(Consent.to("calls"), 9, "own");
        Attributed<Consent> written = set(Consent.withdrawnFrom("letters"), 9);
        UnaryOperator<Lead.Builder> stated = lead -> lead.consents(List.of(theirs, ours, written));

        assertThat(after(stated).survivor().consents()).containsExactly(ours, written);
        assertThat(memberAfter(stated).consents()).containsExactly(theirs);
    }

    @Test
    void a_need_is_the_leads_in_whose_conversation_it_was_found() {
        var theirs = new NeedSummary("two machines", "rule", List.of(new Evidence("its", "m", 0, 3)));
        var ours = new NeedSummary("a grinder", "rule", List.of(new Evidence("own", "m", 0, 3)));
        var both = new NeedSummary(
                "all of it", "rule", List.of(new Evidence("own", "m", 0, 3), new Evidence("its", "m", 0, 3)));
        var nobodys = new NeedSummary("anything", "model", List.of());

        assertThat(after(lead -> lead.need(theirs)).survivor().need()).isNull();
        assertThat(memberAfter(lead -> lead.need(theirs)).need()).isEqualTo(theirs);
        assertThat(after(lead -> lead.need(ours)).survivor().need()).isEqualTo(ours);
        assertThat(memberAfter(lead -> lead.need(ours)).need()).isNull();
        for (NeedSummary need : List.of(both, nobodys)) {
            assertThat(after(lead -> lead.need(need)).survivor().need()).isNull();
            assertThat(memberAfter(lead -> lead.need(need)).need()).isNull();
        }
    }

    @Test
    void a_need_that_the_merge_brought_goes_with_the_other() {
        var need = new NeedSummary("two machines", "rule", List.of(new Evidence("its", "m", 0, 3)));
        Lead needing = member.toBuilder().need(need).build();
        Lead merged = new LeadMerge(own, List.of(needing), Map.of()).merged(Engagement.NONE);

        assertThat(new LaterWork(own, merged, merged).survivor().need()).isNull();
        assertThat(new LaterWords(merged, merged).with(needing).need()).isEqualTo(need);
    }

    @Test
    void a_later_touch_is_the_survivors() {
        assertThat(after(lead -> lead.lastActivityAt(at(30))).survivor().lastActivityAt())
                .isEqualTo(at(30));
        assertThat(after(UnaryOperator.identity()).survivor().lastActivityAt()).isEqualTo(own.lastActivityAt());
    }

    @Test
    void what_a_person_set_stays_pinned_though_the_merge_had_brought_the_pin() {
        Lead pinning = member.toBuilder()
                .contact(member.contact().withName(set("J. Miller", 2)))
                .pinned(Set.of(LeadField.NAME, LeadField.tag("called"), LeadField.EMAIL))
                .build();
        Lead merged = new LeadMerge(own, List.of(pinning), Map.of()).merged(Engagement.NONE);
        Lead later = merged.toBuilder()
                .contact(
                        merged.contact().withName(set("Dr. Jane", 9)).withEmails(List.of(set("front@acme.example", 9))))
                .tags(Set.of("vip", "norway", "called"))
                .build();

        LaterWork work = new LaterWork(own, merged, later);

        assertThat(name(work.survivor())).isEqualTo("Dr. Jane");
        assertThat(work.survivor().pinned())
                .containsExactlyInAnyOrder(LeadField.NAME, LeadField.tag("called"), LeadField.EMAIL);
        assertThat(new LaterWork(own, merged, merged).survivor().pinned()).isEmpty();
    }

    @Test
    void what_a_person_cleared_stays_cleared_and_a_conflict_is_told() {
        LaterWork work =
                after(lead -> lead.contact(then.contact().withName(null).withCompany(null))
                        .pin(LeadField.NAME)
                        .pin(LeadField.COMPANY));
        LaterWork ownName = new LaterWork(
                own,
                own,
                own.toBuilder().contact(Contact.UNKNOWN).pin(LeadField.NAME).build());

        assertThat(work.survivor().contact().name()).isNull();
        assertThat(work.survivor().pinned()).containsExactly(LeadField.COMPANY, LeadField.NAME);
        assertThat(work.kept())
                .containsExactly(new KeptWork(LeadField.NAME, null), new KeptWork(LeadField.COMPANY, null));
        assertThat(ownName.survivor().contact().name()).isNull();
        assertThat(ownName.kept()).isEmpty();
    }

    @Test
    void what_no_message_says_any_more_is_not_cleared() {
        assertThat(name(after(contact(all -> all.withName(null))).survivor())).isEqualTo("Jane");
    }

    @Test
    void addresses_that_a_person_cleared_stay_away_and_those_of_the_other_are_not_remembered() {
        LaterWork work = after(lead -> lead.contact(then.contact().withEmails(List.of(set("right@acme.example", 9))))
                .pin(LeadField.EMAIL)
                .pin(LeadField.cleared(LeadField.EMAIL, "jane@acme.example"))
                .pin(LeadField.cleared(LeadField.EMAIL, "jm@home.example")));

        assertThat(work.survivor().contact().emails())
                .extracting(Attributed::value)
                .containsExactly("right@acme.example");
        assertThat(work.survivor().identities())
                .containsExactly(Identity.claimed(IdentityKind.EMAIL, "right@acme.example"));
        assertThat(work.survivor().pinned())
                .containsExactly(LeadField.cleared(LeadField.EMAIL, "jane@acme.example"), LeadField.EMAIL);
        assertThat(work.kept()).containsExactly(new KeptWork(LeadField.EMAIL, "right@acme.example"));
    }

    @Test
    void a_consent_that_was_withdrawn_at_the_desk_is_withdrawn_for_all_who_gave_it() {
        Lead agreed =
                member.toBuilder().consents(List.of(set(Consent.to("news"), 2))).build();
        Lead merged = new LeadMerge(own, List.of(agreed), Map.of()).merged(Engagement.NONE);
        Attributed<Consent> withdrawn = set(Consent.withdrawnFrom("news"), 9);
        Lead atTheDesk = merged.toBuilder().consents(List.of(withdrawn)).build();
        Lead inTheChat = merged.toBuilder()
                .consents(List.of(said(Consent.withdrawnFrom("news"), 9, "own")))
                .build();

        assertThat(new LaterWords(merged, atTheDesk).with(agreed).consents()).containsExactly(withdrawn);
        assertThat(new LaterWords(merged, inTheChat).with(agreed)).isEqualTo(agreed);
        assertThat(new LaterWords(merged, atTheDesk).with(member).consents()).isEmpty();
    }
}
