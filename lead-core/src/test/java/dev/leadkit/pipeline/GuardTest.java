package dev.leadkit.pipeline;

import static dev.leadkit.pipeline.Leads.ANN;
import static dev.leadkit.pipeline.Leads.NOW;
import static dev.leadkit.pipeline.Leads.amount;
import static dev.leadkit.pipeline.Leads.in;
import static dev.leadkit.pipeline.Leads.said;
import static dev.leadkit.pipeline.Leads.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each built-in guard: when it holds, and what it says when it does not. */
class GuardTest {
    private static final Lead PLAIN = in("new").build();

    private static List<String> says(Guard guard, Lead lead) {
        return says(guard, lead, ANN, NOW);
    }

    private static List<String> says(Guard guard, Lead lead, Actor actor, Instant at) {
        return guard.refusalsOf(new Attempt(lead, "talk", actor, at)).stream()
                .map(refusal -> refusal.code() + ": " + refusal.text())
                .toList();
    }

    @Test
    void an_amount_is_compared_in_its_own_currency_alone() {
        Guard guard = Guard.amountAtLeast(Money.of("1000", "EUR"));

        assertThat(says(
                        guard,
                        in("new").expectedAmount(amount("1000.00", "EUR")).build()))
                .isEmpty();
        assertThat(says(guard, in("new").expectedAmount(amount("999.99", "EUR")).build()))
                .containsExactly("amount-too-low: the amount must be at least 1000 EUR, it is 999.99 EUR");
        assertThat(says(guard, in("new").expectedAmount(amount("5000", "USD")).build()))
                .containsExactly("other-currency: the amount must be in EUR, it is 5000 USD");
        assertThat(says(guard, PLAIN)).containsExactly("missing-field: the lead needs \"amount\" first");
    }

    @Test
    void tags_are_asked_for_in_three_ways_and_each_one_is_named() {
        Guard guard = new Guard.Tagged(Set.of("vip", "gold"), Set.of("eu", "paid"), Set.of("spam"));

        assertThat(says(guard, in("new").tags(Set.of("gold", "eu", "paid")).build()))
                .isEmpty();
        assertThat(says(guard, in("new").tags(Set.of("paid", "spam")).build()))
                .containsExactly(
                        "not-tagged: it must be tagged gold or vip",
                        "not-tagged: it must be tagged eu",
                        "unwanted-tag: it must not be tagged spam");
    }

    @Test
    void a_source_is_one_of_those_named() {
        assertThat(says(Guard.from("api", "manual"), PLAIN)).isEmpty();
        assertThat(says(Guard.from("widget", "manual"), PLAIN))
                .containsExactly("other-source: it must come from manual or widget, it is from api");
    }

    @Test
    void consent_that_was_taken_back_is_none() {
        Guard guard = Guard.consentTo("contact");

        assertThat(says(
                        guard,
                        in("new").consents(List.of(said(Consent.to("contact")))).build()))
                .isEmpty();
        assertThat(says(
                        guard,
                        in("new")
                                .consents(List.of(said(Consent.to("newsletter"))))
                                .build()))
                .containsExactly("no-consent: consent to contact was not given");
        assertThat(says(
                        guard,
                        in("new")
                                .consents(List.of(said(Consent.withdrawnFrom("contact"))))
                                .build()))
                .containsExactly("consent-withdrawn: consent to contact was refused or taken back");
    }

    @Test
    void time_in_stage_is_reached_to_the_instant() {
        Guard guard = Guard.inStageFor(Duration.ofHours(1));

        assertThat(says(guard, PLAIN, ANN, NOW.plusSeconds(3600))).isEmpty();
        assertThat(says(guard, PLAIN, ANN, NOW.plusSeconds(3599)))
                .containsExactly("too-soon: it must be in its stage for PT1H, it is for PT59M59S");
    }

    @Test
    void a_decision_without_an_instant_is_as_of_the_last_activity() {
        Pipeline pipeline = Pipeline.named("p")
                .open("new", "New")
                .won("won", "Won")
                .allow("new", "won", Guard.inStageFor(Duration.ofHours(1)))
                .build();
        Lead touched = in("new").lastActivityAt(NOW.plusSeconds(3600)).build();

        assertThat(pipeline.decide(PLAIN, "won", ANN).isAllowed()).isFalse();
        assertThat(pipeline.decide(touched, "won", ANN).isAllowed()).isTrue();
        assertThat(pipeline.decide(PLAIN, "won", ANN, NOW.plusSeconds(3600)).isAllowed())
                .isTrue();
        assertThat(pipeline.options(PLAIN, ANN, NOW.plusSeconds(3600)))
                .singleElement()
                .matches(Decision::isAllowed);
    }

    @Test
    void who_acts_for_a_person_counts_as_one() {
        Guard people = Guard.by(Actor.Kind.USER);

        assertThat(says(people, PLAIN, ANN, NOW)).isEmpty();
        assertThat(says(people, PLAIN, Actor.bot("helper").onBehalfOf("ann"), NOW))
                .isEmpty();
        assertThat(says(people, PLAIN, Actor.bot("helper"), NOW))
                .containsExactly("other-actor: only user may do this, not bot");
        assertThat(says(Guard.by(Actor.Kind.RULE, Actor.Kind.SYSTEM), PLAIN, ANN, NOW))
                .containsExactly("other-actor: only rule or system may do this, not user");
    }

    @Test
    void all_names_every_reason() {
        assertThat(says(Guard.all(Guard.has("email"), Guard.scoreAtLeast(5)), PLAIN))
                .containsExactly(
                        "missing-field: the lead needs \"email\" first",
                        "score-too-low: the score must be at least 5, there is none");
    }

    @Test
    void any_is_one_reason_with_those_against_each_alternative() {
        Guard guard = Guard.any(Guard.all(Guard.has("email"), Guard.has("phone")), Guard.scoreAtLeast(5));

        assertThat(says(guard, in("new").score(score(5)).build())).isEmpty();
        assertThat(says(guard, PLAIN))
                .containsExactly(
                        "none-holds: none of these holds: the lead needs \"email\" first and the lead needs \"phone\" first;"
                                + " or the score must be at least 5, there is none");
        assertThat(guard.refusalsOf(new Attempt(PLAIN, "talk", ANN, NOW)).get(0).alternatives())
                .extracting(each -> each.stream().map(Refusal::field).toList())
                .containsExactly(List.of("email", "phone"), Collections.singletonList(null));
    }

    @Test
    void a_field_that_is_there_is_enough_where_it_is_one_of_several() {
        Lead assigned = in("new").assignee("ann").build();

        assertThat(says(Guard.any(Guard.has("assignee"), Guard.scoreAtLeast(5)), assigned))
                .isEmpty();
        assertThat(says(Guard.not(Guard.has("assignee")), assigned))
                .containsExactly("must-not-hold: this must not hold: has assignee");
    }

    @Test
    void a_field_that_there_is_not_is_missing_from_every_lead() {
        assertThat(says(Guard.has("shoe-size"), PLAIN))
                .containsExactly("missing-field: the lead needs \"shoe-size\" first");
    }

    @Test
    void not_says_what_must_not_hold() {
        Guard guard = Guard.not(Guard.any(Guard.has("email"), Guard.from("api")));

        assertThat(says(guard, PLAIN)).containsExactly("must-not-hold: this must not hold: (has email or from api)");
        assertThat(says(Guard.not(Guard.has("email")), PLAIN)).isEmpty();
        assertThat(says(
                        Guard.not(Guard.consentTo("contact")),
                        in("new").consents(List.of(said(Consent.to("contact")))).build()))
                .containsExactly("must-not-hold: this must not hold: consent to contact");
    }

    @Test
    void guards_that_ask_for_the_same_are_equal() {
        assertThat(Guard.taggedAny("a", "b")).isEqualTo(Guard.taggedAny("b", "a"));
        assertThat(Guard.host("credit", attempt -> Optional.empty()))
                .isEqualTo(Guard.host("credit", attempt -> Optional.empty()))
                .isNotEqualTo(Guard.host("age", attempt -> Optional.empty()));
    }

    @Test
    void what_no_lead_can_have_is_not_taken() {
        assertThatThrownBy(() -> Guard.scoreAtLeast(101)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Guard.taggedAny()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Guard.from(" ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Guard.by()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Guard.consentTo("to call")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Guard.inStageFor(Duration.ZERO)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Guard.all()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Guard.any()).isInstanceOf(InvalidInputException.class);
    }
}
