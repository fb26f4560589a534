package dev.leadkit.identity;

import static dev.leadkit.identity.People.at;
import static dev.leadkit.identity.People.given;
import static dev.leadkit.identity.People.id;
import static dev.leadkit.identity.People.lead;
import static dev.leadkit.identity.People.said;
import static dev.leadkit.identity.People.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.identity.FieldMerge.Rule;
import dev.leadkit.identity.FieldMerge.Value;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** By which rule each field of several leads is chosen. */
class LeadMergeTest {
    private static Lead named(int number, Attributed<String> name) {
        return lead(number).contact(Contact.UNKNOWN.withName(name)).build();
    }

    private static LeadMerge merge(Lead survivor, Lead... others) {
        return merge(Map.of(), survivor, others);
    }

    private static LeadMerge merge(Map<String, LeadId> chosen, Lead survivor, Lead... others) {
        return new LeadMerge(survivor, List.of(others), chosen);
    }

    private static FieldMerge field(LeadMerge merge, String name) {
        merge.merged(Engagement.NONE);
        return merge.fields().stream()
                .filter(field -> field.field().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertName(LeadMerge merge, String name, Rule rule) {
        FieldMerge field = field(merge, LeadField.NAME);
        assertThat(field.result()).isEqualTo(name);
        assertThat(field.rule()).isEqualTo(rule);
        assertThat(merge.merged(Engagement.NONE).contact().name().value()).isEqualTo(name);
    }

    private static Attributed<String> verified(String value, int second) {
        return new Attributed<>(
                value, new Provenance(Provenance.Origin.HOST, "crm", Assurance.VERIFIED, 1.0, null, at(second)));
    }

    @Test
    void of_equals_the_latest_is_taken_and_of_one_instant_the_last_by_its_text() {
        assertName(merge(named(1, said("Jane", 5, "s")), named(2, said("Jim", 6, "t"))), "Jim", Rule.LATEST);
        assertName(merge(named(1, said("Jim", 6, "s")), named(2, said("Jane", 5, "t"))), "Jim", Rule.LATEST);
        assertName(merge(named(1, said("Jim", 5, "s")), named(2, said("Jane", 5, "t"))), "Jim", Rule.LATEST);
        assertName(merge(named(1, said("Jane", 5, "s")), named(2, said("Jim", 5, "t"))), "Jim", Rule.LATEST);
    }

    @Test
    void the_better_assured_goes_before_the_latest() {
        assertName(merge(named(1, verified("Jane", 1)), named(2, said("Jim", 9, "t"))), "Jane", Rule.BETTER_ASSURED);
        assertName(merge(named(1, said("Jim", 9, "t")), named(2, verified("Jane", 1))), "Jane", Rule.BETTER_ASSURED);
    }

    @Test
    void what_a_person_set_goes_before_what_is_better_assured_and_the_survivors_first() {
        assertName(merge(named(1, set("Jane", 1)), named(2, verified("Jim", 9))), "Jane", Rule.SET_BY_PERSON);
        assertName(merge(named(1, verified("Jim", 9)), named(2, set("Jane", 1))), "Jane", Rule.SET_BY_PERSON);
        assertName(merge(named(1, set("Jane", 1)), named(2, set("Jim", 9))), "Jane", Rule.SET_BY_PERSON);
    }

    @Test
    void of_the_others_the_strongest_is_taken_when_the_survivor_has_none() {
        assertName(
                merge(lead(1).build(), named(2, set("Jane", 2)), named(3, said("Jim", 3, "s"))),
                "Jane",
                Rule.SET_BY_PERSON);
        assertName(merge(lead(1).build(), named(2, said("Jane", 2, "s"))), "Jane", Rule.ONLY);
        assertName(merge(named(1, said("Jane", 2, "s")), named(2, said("Jane", 3, "t"))), "Jane", Rule.SAME);
    }

    @Test
    void a_choice_goes_before_all_and_one_of_no_value_counts_for_nothing() {
        Lead jane = named(1, set("Jane", 1));
        Lead jim = named(2, said("Jim", 9, "s"));

        assertName(merge(Map.of(LeadField.NAME, id(2)), jane, jim), "Jim", Rule.CHOSEN);
        assertName(merge(Map.of(LeadField.NAME, id(9)), jane, jim), "Jane", Rule.SET_BY_PERSON);
    }

    @Test
    void whatever_only_the_other_has_comes_along() {
        Contact its = new Contact(
                said("Jim", 2, "t"),
                List.of(said("jim@acme.example", 2, "t")),
                List.of(said(new PhoneNumber("+4712345678", "12345678", true), 2, "t")),
                said("Acme", 2, "t"),
                said("Oslo", 2, "t"),
                given("https://acme.example/jim.png", 2));

        LeadMerge merge = merge(lead(1).build(), lead(2).contact(its).build());

        assertThat(merge.merged(Engagement.NONE).contact()).isEqualTo(its);
        assertThat(merge.fields()).extracting(FieldMerge::rule).containsOnly(Rule.ONLY, Rule.ALL);
    }

    @Test
    void of_an_address_that_both_gave_alike_the_survivors_word_is_kept() {
        Attributed<String> own = said("jane@acme.example", 5, "own");
        Attributed<String> its = said("jane@acme.example", 5, "its");

        LeadMerge merge = merge(
                lead(1).contact(Contact.UNKNOWN.withEmails(List.of(own))).build(),
                lead(2).contact(Contact.UNKNOWN.withEmails(List.of(its))).build());

        assertThat(merge.merged(Engagement.NONE).contact().emails()).containsExactly(own);
    }

    @Test
    void a_value_that_both_gave_stands_once_as_it_is_best_known() {
        Attributed<String> typed = said("jane@acme.example", 9, "s");
        Attributed<String> proven = verified("jane@acme.example", 1);
        Attributed<PhoneNumber> number = said(new PhoneNumber("+4712345678", "12345678", true), 3, "s");
        Contact one = Contact.UNKNOWN.withEmails(List.of(typed)).withPhones(List.of(number));
        Contact other = Contact.UNKNOWN.withEmails(List.of(proven, said("jm@home.example", 2, "t")));

        for (LeadMerge merge : List.of(
                merge(lead(1).contact(one).build(), lead(2).contact(other).build()),
                merge(lead(1).contact(other).build(), lead(2).contact(one).build()))) {
            Contact merged = merge.merged(Engagement.NONE).contact();
            assertThat(merged.emails()).contains(proven).doesNotContain(typed).hasSize(2);
            assertThat(merged.phones()).containsExactly(number);
            assertThat(field(merge, LeadField.EMAIL).rule()).isEqualTo(Rule.ALL);
            assertThat(field(merge, LeadField.EMAIL).values()).hasSize(3);
        }
    }

    @Test
    void the_survivors_assignee_stays_also_when_a_person_took_him_away() {
        Lead bens = lead(2).assignee("ben").build();

        assertThat(field(merge(lead(1).assignee("ann").build(), bens), LeadField.ASSIGNEE))
                .isEqualTo(new FieldMerge(
                        LeadField.ASSIGNEE,
                        List.of(new Value(id(1), "ann"), new Value(id(2), "ben")),
                        "ann",
                        Rule.SURVIVOR));
        LeadMerge nobodys = merge(lead(1).pin(LeadField.ASSIGNEE).build(), bens);
        assertThat(field(nobodys, LeadField.ASSIGNEE).rule()).isEqualTo(Rule.SURVIVOR);
        assertThat(nobodys.merged(Engagement.NONE).assignee()).isNull();
    }

    @Test
    void without_an_assignee_of_its_own_it_is_that_of_the_oldest_or_the_one_chosen() {
        Lead bens = lead(2).assignee("ben").build();
        Lead cleos = lead(3).assignee("cleo").build();

        LeadMerge oldest = merge(lead(1).build(), cleos, bens);
        assertThat(field(oldest, LeadField.ASSIGNEE).rule()).isEqualTo(Rule.OLDEST_LEAD);
        assertThat(oldest.merged(Engagement.NONE).assignee()).isEqualTo("ben");
        LeadMerge chosen = merge(Map.of(LeadField.ASSIGNEE, id(3)), lead(1).build(), cleos, bens);
        assertThat(field(chosen, LeadField.ASSIGNEE).rule()).isEqualTo(Rule.CHOSEN);
        assertThat(chosen.merged(Engagement.NONE).assignee()).isEqualTo("cleo");
        assertThat(merge(lead(1).build(), lead(2).build())
                        .merged(Engagement.NONE)
                        .assignee())
                .isNull();
    }

    @Test
    void a_custom_field_is_chosen_as_any_other() {
        var fields = new TreeMap<String, Attributed<FieldValue>>();
        fields.put("seats", given(FieldValue.of(7), 3));
        Lead other = lead(2).fields(fields).build();

        LeadMerge merge = merge(lead(1).build(), other);

        assertThat(merge.merged(Engagement.NONE).fields()).isEqualTo(fields);
        assertThat(field(merge, LeadField.custom("seats")).rule()).isEqualTo(Rule.ONLY);
    }

    @Test
    void the_stage_that_a_person_set_elsewhere_does_not_pin_the_survivors() {
        Lead pinned = lead(2).pinned(Set.of(LeadField.STAGE, LeadField.LOST_REASON, LeadField.NAME))
                .build();

        assertThat(merge(lead(1).pin(LeadField.COMPANY).build(), pinned)
                        .merged(Engagement.NONE)
                        .pinned())
                .containsExactlyInAnyOrder(LeadField.COMPANY, LeadField.NAME);
        assertThat(merge(pinned, lead(1).build()).merged(Engagement.NONE).pinned())
                .containsExactlyInAnyOrder(LeadField.STAGE, LeadField.LOST_REASON, LeadField.NAME);
    }

    @Test
    void of_each_purpose_the_last_statement_stands() {
        Lead one = lead(1).consents(List.of(set(Consent.to("news"), 1), set(Consent.withdrawnFrom("calls"), 5)))
                .build();
        Lead other =
                lead(2).consents(List.of(set(Consent.withdrawnFrom("news"), 2))).build();

        LeadMerge merge = merge(one, other);

        assertThat(merge.merged(Engagement.NONE).consents())
                .extracting(Attributed::value)
                .containsExactlyInAnyOrder(Consent.withdrawnFrom("news"), Consent.withdrawnFrom("calls"));
        assertThat(field(merge, LeadField.consent("news")).values())
                .containsExactly(new Value(id(1), "given"), new Value(id(2), "withdrawn"));
    }

    @Test
    void need_and_reasons_are_the_survivors_or_of_the_first_that_has_any() {
        var need = new NeedSummary("wants a machine", "rule", List.of(new Evidence("s", "m", 0, 3)));
        List<Reason> because = List.of(Reason.of("contact-given", "an address was given"));
        Lead other = lead(2).need(need).capturedBecause(because).build();
        Lead own = lead(1).need(new NeedSummary("wants two", "rule", List.of()))
                .capturedBecause(List.of(Reason.of("asked", "he asked")))
                .build();

        Lead merged = merge(lead(1).build(), other).merged(Engagement.NONE);
        assertThat(merged.need()).isEqualTo(need);
        assertThat(merged.capturedBecause()).isEqualTo(because);
        Lead ownFirst = merge(own, other).merged(Engagement.NONE);
        assertThat(ownFirst.need()).isEqualTo(own.need());
        assertThat(ownFirst.capturedBecause()).isEqualTo(own.capturedBecause());
        assertThat(merge(lead(1).build(), lead(3).build())
                        .merged(Engagement.NONE)
                        .need())
                .isNull();
    }

    @Test
    void what_it_follows_is_none_of_the_merged() {
        Lead followsOne = lead(2).previous(id(1)).build();
        Lead followsOther = lead(3).previous(id(9)).build();

        assertThat(merge(lead(1).build(), followsOne).merged(Engagement.NONE).previous())
                .isNull();
        assertThat(merge(lead(1).build(), followsOne, followsOther)
                        .merged(Engagement.NONE)
                        .previous())
                .isEqualTo(id(9));
        assertThat(merge(lead(1).previous(id(8)).build(), followsOther)
                        .merged(Engagement.NONE)
                        .previous())
                .isEqualTo(id(8));
    }

    @Test
    void it_is_as_old_as_the_oldest_and_was_touched_when_any_was() {
        Lead merged = merge(
                        lead(5).lastActivityAt(at(6)).sessions(List.of("s")).build(),
                        lead(2).lastActivityAt(at(9))
                                .sessions(List.of("s", "t"))
                                .build())
                .merged(Engagement.NONE);

        assertThat(merged.createdAt()).isEqualTo(at(2));
        assertThat(merged.lastActivityAt()).isEqualTo(at(9));
        assertThat(merged.sessions()).containsExactly("s", "t");
    }

    @Test
    void it_tells_of_each_field_once_however_often_it_is_asked() {
        LeadMerge merge = merge(named(1, set("Jane", 1)), named(2, set("Jim", 1)));

        merge.merged(Engagement.NONE);
        merge.merged(Engagement.NONE);

        assertThat(merge.fields()).hasSize(1);
    }

    @Test
    void what_a_person_chose_is_pinned() {
        Lead jane = named(1, said("Jane", 1, "s")).toBuilder().assignee("ann").build();
        Lead jim = named(2, said("Jim", 2, "t")).toBuilder().assignee("ben").build();

        assertThat(merge(jane, jim).merged(Engagement.NONE).pinned()).isEmpty();
        assertThat(merge(Map.of(LeadField.NAME, id(1), LeadField.ASSIGNEE, id(2)), jane, jim)
                        .merged(Engagement.NONE)
                        .pinned())
                .containsExactly(LeadField.ASSIGNEE, LeadField.NAME);
    }

    @Test
    void an_address_that_one_took_away_and_another_has_is_there() {
        Lead without = lead(1).pin(LeadField.cleared(LeadField.EMAIL, "jane@acme.example"))
                .pin(LeadField.cleared(LeadField.EMAIL, "jm@home.example"))
                .build();
        Lead with = lead(2).contact(Contact.UNKNOWN.withEmails(List.of(said("jane@acme.example", 2, "t"))))
                .build();

        Lead merged = merge(without, with).merged(Engagement.NONE);

        assertThat(merged.contact().emails()).hasSize(1);
        assertThat(merged.pinned()).containsExactly(LeadField.cleared(LeadField.EMAIL, "jm@home.example"));
    }
}
