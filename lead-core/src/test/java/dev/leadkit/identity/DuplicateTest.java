package dev.leadkit.identity;

import static dev.leadkit.identity.People.lead;
import static dev.leadkit.identity.People.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateTest {
    private static Lead known(int number, Identity... by) {
        return lead(number).identities(List.of(by)).build();
    }

    private static Lead named(int number, String name, String company) {
        return lead(number)
                .contact(Contact.UNKNOWN
                        .withName(name == null ? null : set(name, 0))
                        .withCompany(company == null ? null : set(company, 0)))
                .build();
    }

    private static Duplicate of(Lead lead, Lead other) {
        return Duplicate.of(lead, other, number -> number.equals("+4712345678"));
    }

    private static void assertShared(Lead lead, Lead other, double likelihood, String... codes) {
        Duplicate duplicate = of(lead, other);
        assertThat(duplicate.lead()).isEqualTo(other);
        assertThat(duplicate.because()).extracting(Reason::code).containsExactly(codes);
        assertThat(duplicate.likelihood()).isEqualTo(likelihood);
    }

    @Test
    void the_same_user_is_known_on_both_sides() {
        Identity user = Identity.channelUser("whatsapp", "u-1");

        assertShared(known(1, user), known(2, user), 0.95, "same-assured-identity");
        assertShared(known(1, user), known(2, Identity.channelUser("whatsapp", "u-2")), 0);
        assertShared(known(1, user), known(2, Identity.verified(IdentityKind.EXTERNAL_ID, user.value())), 0);
    }

    @Test
    void a_user_who_is_a_claim_of_one_side_because_the_other_held_him_first_is_a_strong_sign() {
        Identity user = Identity.channelUser("whatsapp", "u-1");
        Identity account = Identity.verified(IdentityKind.EXTERNAL_ID, "crm-1");

        assertShared(known(1, user), known(2, user.asClaim()), 0.9, "same-user");
        assertShared(known(1, user.asClaim()), known(2, user), 0.9, "same-user");
        assertShared(known(1, user.asClaim()), known(2, user.asClaim()), 0.9, "same-user");
        assertShared(known(1, account), known(2, account.asClaim()), 0.9, "same-user");
    }

    @Test
    void an_address_that_only_one_side_has_proven_was_given_by_both_and_no_more() {
        Identity claimed = Identity.claimed(IdentityKind.EMAIL, "jane@acme.example");
        Identity verified = Identity.verified(IdentityKind.EMAIL, "jane@acme.example");

        assertShared(known(1, verified), known(2, claimed), 0.7, "same-email");
        assertShared(known(1, claimed), known(2, verified), 0.7, "same-email");
        assertShared(known(1, claimed), known(2, claimed), 0.7, "same-email");
        assertShared(known(1, verified), known(2, verified), 0.99, "same-assured-identity", "same-email");
    }

    @Test
    void another_address_or_an_address_in_another_place_is_not_the_same() {
        Identity email = Identity.claimed(IdentityKind.EMAIL, "jane@acme.example");

        assertShared(known(1, email), known(2, Identity.claimed(IdentityKind.EMAIL, "jm@acme.example")), 0);
        assertShared(known(1, email), known(2, Identity.claimed(IdentityKind.EXTERNAL_ID, "jane@acme.example")), 0);
        assertShared(known(1, Identity.claimed(IdentityKind.EXTERNAL_ID, "x")), known(2, email), 0);
        assertShared(known(1, Identity.claimed(IdentityKind.EXTERNAL_ID, "jane@acme.example")), known(2, email), 0);
    }

    @Test
    void a_number_is_compared_as_the_caller_says() {
        assertShared(lead(1).build(), known(2, Identity.claimed(IdentityKind.PHONE, "+4712345678")), 0.6, "same-phone");
        assertShared(lead(1).build(), known(2, Identity.claimed(IdentityKind.PHONE, "+4787654321")), 0);
        assertShared(lead(1).build(), known(2, Identity.claimed(IdentityKind.EXTERNAL_ID, "+4712345678")), 0);
    }

    @Test
    void a_name_is_the_same_without_case_accents_signs_and_blanks() {
        assertShared(named(1, "  José  Núñez-Peréz ", null), named(2, "jose nunezperez", null), 0.3, "same-name");
        assertShared(named(1, "Jane Doe", null), named(2, "JaneDoe", null), 0);
        assertShared(named(1, "Jane", null), named(2, null, null), 0);
        assertShared(named(1, null, null), named(2, "Jane", null), 0);
    }

    @Test
    void names_of_nothing_but_signs_say_nothing() {
        assertShared(named(1, "\uD83C\uDF38", "-"), named(2, "\uD83D\uDD25", "…"), 0);
        assertShared(named(1, "\uD83C\uDF38", null), named(2, "\uD83C\uDF38", null), 0);
    }

    @Test
    void vowels_that_are_written_as_marks_tell_names_apart() {
        assertShared(named(1, "राम", null), named(2, "रमा", null), 0);
        assertShared(named(1, "राम", null), named(2, "राम", null), 0.3, "same-name");
        assertShared(named(1, "มานี", null), named(2, "มานะ", null), 0);
        assertShared(named(1, "مُحَمَّد", null), named(2, "محمد", null), 0.3, "same-name");
    }

    @Test
    void all_that_they_share_adds_up() {
        Lead one = named(1, "Jane", "Acme").toBuilder()
                .identities(List.of(Identity.claimed(IdentityKind.EMAIL, "jane@acme.example")))
                .build();
        Lead other = named(2, "jane", "ACME").toBuilder()
                .identities(List.of(
                        Identity.claimed(IdentityKind.EMAIL, "jane@acme.example"),
                        Identity.claimed(IdentityKind.PHONE, "+4712345678")))
                .build();

        // 1 - 0.3 · 0.4 · 0.7 · 0.9
        assertShared(one, other, 0.92, "same-email", "same-phone", "same-name", "same-company");
        assertShared(named(1, "Ann", "Acme"), named(2, "Jane", "acme"), 0.1, "same-company");
    }
}
