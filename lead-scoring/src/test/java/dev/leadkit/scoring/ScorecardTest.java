package dev.leadkit.scoring;

import static dev.leadkit.scoring.Leads.NOW;
import static dev.leadkit.scoring.Leads.aLead;
import static dev.leadkit.scoring.Leads.aLeadWith;
import static dev.leadkit.scoring.Leads.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardTest {

    private static final Factor QUESTIONS = Factor.engagement("questions", "Questions", "engagement.questions");
    private static final Factor MESSAGES = Factor.engagement("messages", "Messages", "engagement.messages");
    private static final Factor INTENT = Factor.engagement("intent", "Intent", "intent.purchase");
    private static final Factor EMAIL = Factor.engagement("email", "E-mail", "contact.email");
    private static final Factor COMPANY = Factor.fit("company", "Company", "contact.company");
    private static final Factor SOURCE = Factor.fit("source", "Source", "source");
    private static final Factor AMOUNT = Factor.fit("amount", "Amount", "amount");

    private static Scorecard card(Factor... factors) {
        ScorecardBuilder card = Scorecard.named("test").version(3);
        for (Factor factor : factors) {
            card.factor(factor);
        }
        return card.build();
    }

    private static Contribution only(Factor factor, Lead lead) {
        return only(factor, lead, NOW);
    }

    private static Contribution only(Factor factor, Lead lead, Instant asOf) {
        // Enough beside it that negative points need no limit.
        Factor enough = Factor.fit("enough", "Enough", "source").withBins(Bin.given(50));
        return card(enough, factor).score(lead, asOf).contributions().get(1);
    }

    @Test
    void adds_up_the_points_of_its_factors_in_the_order_of_the_card() {
        Scorecard card = card(
                QUESTIONS.withEach(5),
                EMAIL.withBins(Bin.equalTo("yes", 20)),
                COMPANY.withBins(Bin.missing(-4)),
                INTENT.withBins(Bin.from(0.6, 25)));
        Lead lead = aLead().engagement(chat(4, 3, 2, 0.82, 0))
                .contact(Leads.email())
                .build();

        Score score = card.score(lead, NOW);

        assertThat(score.contributions())
                .containsExactly(
                        new Contribution("questions", "Questions", 15, "3 questions"),
                        new Contribution("email", "E-mail", 20, "e-mail given"),
                        new Contribution("company", "Company", -4, "none"),
                        new Contribution("intent", "Intent", 25, "purchase intent 82 %"));
        assertThat(score.value()).isEqualTo(56);
        assertThat(score.band()).isEqualTo("warm");
        assertThat(score.card()).isEqualTo("test@3");
        assertThat(score.asOf()).isEqualTo(NOW);
        assertThat(score.nextChangeAt()).isNull();
    }

    @Test
    void keeps_factors_that_gave_nothing() {
        Score score = card(QUESTIONS.withEach(5)).score(aLead().build(), NOW);

        assertThat(score.contributions()).containsExactly(new Contribution("questions", "Questions", 0, "none"));
        assertThat(score.value()).isZero();
    }

    @Test
    void a_sum_over_100_is_brought_back_by_a_last_contribution() {
        Scorecard card = card(SOURCE.withBins(Bin.given(90)), MESSAGES.withBins(Bin.from(1, 40)));

        Score score = card.score(aLeadWith(chat(1, 0, 1)), NOW);

        assertThat(score.value()).isEqualTo(100);
        assertThat(score.contributions())
                .hasSize(3)
                .last()
                .isEqualTo(new Contribution("limit", "Limit", -30, "the sum is 130"));
    }

    @Test
    void a_sum_under_0_is_brought_back_by_a_last_contribution() {
        Score score = card(COMPANY.withBins(Bin.missing(-25))).score(aLead().build(), NOW);

        assertThat(score.value()).isZero();
        assertThat(score.contributions()).last().isEqualTo(new Contribution("limit", "Limit", 25, "the sum is -25"));
    }

    @Test
    void limits_the_sum_and_not_the_way_to_it() {
        Scorecard card = card(
                SOURCE.withBins(Bin.given(100)), MESSAGES.withBins(Bin.given(50)), COMPANY.withBins(Bin.missing(-70)));

        Score score = card.score(aLead().build(), NOW);

        assertThat(score.value()).isEqualTo(80);
        assertThat(score.contributions()).noneMatch(part -> part.factor().equals(Contribution.LIMIT));
    }

    @Test
    void a_sum_of_exactly_0_or_100_needs_no_limit() {
        assertThat(card(SOURCE.withBins(Bin.given(100)))
                        .score(aLead().build(), NOW)
                        .contributions())
                .hasSize(1);
        assertThat(card(SOURCE.withBins(Bin.given(0)))
                        .score(aLead().build(), NOW)
                        .contributions())
                .hasSize(1);
    }

    @Test
    void a_range_holds_its_first_number_and_not_its_last() {
        Factor factor = MESSAGES.withBins(Bin.below(2, 1), Bin.between(2, 5, 2), Bin.from(5, 3));

        assertThat(only(factor, aLeadWith(chat(0, 0, 0))).points()).isEqualTo(1);
        assertThat(only(factor, aLeadWith(chat(1, 0, 0))).points()).isEqualTo(1);
        assertThat(only(factor, aLeadWith(chat(2, 0, 0))).points()).isEqualTo(2);
        assertThat(only(factor, aLeadWith(chat(4, 0, 0))).points()).isEqualTo(2);
        assertThat(only(factor, aLeadWith(chat(5, 0, 0))).points()).isEqualTo(3);
        assertThat(only(factor, aLeadWith(chat(500, 0, 0))).points()).isEqualTo(3);
    }

    @Test
    void a_number_between_the_ranges_gets_nothing() {
        Factor factor = MESSAGES.withBins(Bin.below(2, 1), Bin.from(5, 3));

        assertThat(only(factor, aLeadWith(chat(3, 0, 0))))
                .isEqualTo(new Contribution("messages", "Messages", 0, "3 messages"));
    }

    @Test
    void texts_are_compared_as_they_are() {
        Factor factor = SOURCE.withBins(Bin.equalTo("whatsapp", 7), Bin.anyOf(List.of("widget", "api"), 3));
        Lead fromApi = Lead.builder(aLead().build().id(), aLead().build().tenant(), LeadSource.API, NOW)
                .build();
        Lead shouting = Lead.builder(fromApi.id(), fromApi.tenant(), LeadSource.of("WIDGET"), NOW)
                .build();

        assertThat(only(factor, aLead().build())).isEqualTo(new Contribution("source", "Source", 3, "widget"));
        assertThat(only(factor, fromApi).points()).isEqualTo(3);
        assertThat(only(factor, shouting).points()).isZero();
    }

    @Test
    void a_missing_value_has_a_bin_of_its_own() {
        Factor factor = AMOUNT.withBins(Bin.missing(-3), Bin.below(1000, 1), Bin.from(1000, 9));

        assertThat(only(factor, aLead().build())).isEqualTo(new Contribution("amount", "Amount", -3, "none"));
        assertThat(only(
                        factor,
                        aLead().expectedAmount(Leads.amount("999.99", "EUR")).build()))
                .isEqualTo(new Contribution("amount", "Amount", 1, "999.99 EUR"));
        assertThat(only(
                                factor,
                                aLead().expectedAmount(Leads.amount("1000", "EUR"))
                                        .build())
                        .points())
                .isEqualTo(9);
    }

    @Test
    void a_given_bin_takes_any_value() {
        Lead known = aLeadWith(Contact.UNKNOWN.withCompany(Leads.said("Acme GmbH")));

        assertThat(only(COMPANY.withBins(Bin.given(8)), known).points()).isEqualTo(8);
        assertThat(only(COMPANY.withBins(Bin.given(8)), aLead().build()).points())
                .isZero();
        assertThat(only(MESSAGES.withBins(Bin.given(8)), aLead().build()).points())
                .isEqualTo(8);
    }

    @Test
    void points_each_are_shown_rounded_half_ones_up() {
        Lead lead = aLeadWith(chat(7, 0, 0));

        assertThat(only(MESSAGES.withEach(1.5), lead).points()).isEqualTo(11);
        assertThat(only(MESSAGES.withEach(-1.5), lead).points()).isEqualTo(-10);
        assertThat(only(MESSAGES.withEach(0.05), lead).points()).isZero();
    }

    @Test
    void points_each_are_those_that_a_person_would_work_out() {
        // In binary 0.29 × 100 is 28.999999999999996.
        Lead lead = aLeadWith(chat(1, 0, 0, 0.29, 0));

        assertThat(only(INTENT.withEach(100), lead).points()).isEqualTo(29);
    }

    @Test
    void a_cap_bounds_what_a_factor_adds_and_takes_and_says_so() {
        Lead lead = aLeadWith(chat(40, 8, 0));

        assertThat(only(QUESTIONS.withEach(5).withCap(15), lead))
                .isEqualTo(new Contribution("questions", "Questions", 15, "8 questions, capped at 15", 25, 0));
        assertThat(only(QUESTIONS.withEach(-5).withCap(15), lead))
                .isEqualTo(new Contribution("questions", "Questions", -15, "8 questions, capped at -15", -25, 0));
        assertThat(only(QUESTIONS.withEach(5).withCap(40), lead).because()).isEqualTo("8 questions");
    }

    @Test
    void without_a_cap_a_factor_gives_at_most_100_points() {
        Lead rich =
                aLead().expectedAmount(Leads.amount("999999999999999", "EUR")).build();

        assertThat(only(AMOUNT.withEach(100), rich).points()).isEqualTo(100);
        assertThat(only(AMOUNT.withEach(-100), rich).points()).isEqualTo(-100);
    }

    @Test
    void decay_halves_the_points_with_each_half_life_after_the_last_message() {
        Factor factor = MESSAGES.withEach(4).withHalfLife(Duration.ofDays(14));
        Lead lead = aLeadWith(chat(10, 0, 0));

        assertThat(only(factor, lead, NOW).points()).isEqualTo(40);
        assertThat(only(factor, lead, NOW.plus(Duration.ofDays(14))))
                .isEqualTo(new Contribution("messages", "Messages", 20, "10 messages, decayed from 40", 0, 20));
        assertThat(only(factor, lead, NOW.plus(Duration.ofDays(28))).points()).isEqualTo(10);
        assertThat(only(factor, lead, NOW.plus(Duration.ofDays(1000))).points()).isZero();
    }

    @Test
    void decay_begins_with_what_the_cap_left() {
        Factor factor = MESSAGES.withEach(4).withCap(20).withHalfLife(Duration.ofDays(14));

        assertThat(only(factor, aLeadWith(chat(10, 0, 0)), NOW.plus(Duration.ofDays(14))))
                .isEqualTo(new Contribution(
                        "messages", "Messages", 10, "10 messages, capped at 20, decayed from 20", 20, 10));
    }

    @Test
    void negative_points_decay_toward_zero() {
        Factor factor = MESSAGES.withEach(-4).withHalfLife(Duration.ofDays(14));

        assertThat(only(factor, aLeadWith(chat(10, 0, 0)), NOW.plus(Duration.ofDays(15)))
                        .points())
                .isEqualTo(-19);
    }

    @Test
    void announces_when_decay_next_changes_a_factor() {
        Scorecard card = card(
                MESSAGES.withEach(1).withHalfLife(Duration.ofDays(10)),
                QUESTIONS.withEach(1).withHalfLife(Duration.ofDays(40)),
                SOURCE.withBins(Bin.given(9)));
        Lead lead = aLeadWith(chat(2, 2, 0));
        Instant first = card.score(lead, NOW).nextChangeAt();

        // Two points of the fast factor are one and a half then.
        assertThat(first).isBetween(NOW.plus(Duration.ofDays(4)), NOW.plus(Duration.ofDays(5)));
        assertThat(card.score(lead, first.minusNanos(1000)).value()).isEqualTo(13);
        assertThat(card.score(lead, first).value()).isEqualTo(12);
        // Exactly half a point is left of it after twenty days, and less a moment later; the slow one has come to one
        // by then.
        assertThat(card.score(lead, NOW.plus(Duration.ofDays(19))).nextChangeAt())
                .isEqualTo(NOW.plus(Duration.ofDays(20)).plusNanos(1000));
        assertThat(card.score(lead, NOW.plus(Duration.ofDays(21))).nextChangeAt())
                .isEqualTo(NOW.plus(Duration.ofDays(80)).plusNanos(1000));
        assertThat(card.score(lead, NOW.plus(Duration.ofDays(81))).nextChangeAt())
                .isNull();
    }

    @Test
    void nothing_decays_before_the_last_message_or_without_one() {
        Scorecard card = card(
                MESSAGES.withEach(4).withHalfLife(Duration.ofDays(1)),
                SOURCE.withBins(Bin.given(9)).withHalfLife(Duration.ofDays(1)));

        assertThat(card.score(aLeadWith(chat(10, 0, 0)), NOW.minusSeconds(60)).value())
                .isEqualTo(49);
        assertThat(card.score(aLead().build(), NOW.plusSeconds(900_000)).value())
                .isEqualTo(9);
        assertThat(card.score(aLead().build(), NOW).nextChangeAt()).isNull();
    }

    @Test
    void decays_over_thousands_of_years() {
        Factor factor = MESSAGES.withEach(4).withHalfLife(Duration.ofDays(36_500));

        assertThat(only(factor, aLeadWith(chat(10, 0, 0)), Instant.parse("9999-01-01T00:00:00Z"))
                        .points())
                .isZero();
        assertThat(only(factor, aLeadWith(chat(10, 0, 0)), Instant.parse("0001-01-01T00:00:00Z"))
                        .points())
                .isEqualTo(40);
    }

    @Test
    void a_change_after_the_year_9999_is_not_announced() {
        Instant late = Instant.parse("9999-12-01T00:00:00Z");
        var engagement = new Engagement(1, 0, Duration.ZERO, Set.of(), 0, 0, false, late, late);
        Scorecard card = card(MESSAGES.withEach(1).withHalfLife(Duration.ofDays(36_500)));

        assertThat(card.score(aLeadWith(engagement), late.plusSeconds(1))
                        .contributions()
                        .get(0)
                        .points())
                .isOne();
        assertThat(card(MESSAGES.withEach(2).withHalfLife(Duration.ofDays(36_500)))
                        .score(aLeadWith(engagement), late.plusSeconds(1))
                        .nextChangeAt())
                .isNull();
    }

    @Test
    void reads_every_input_of_a_lead() {
        Contact contact = Leads.emailAndPhone()
                .withName(Leads.said("Jane"))
                .withCompany(Leads.said("Acme"))
                .withLocation(Leads.said("Lyon"));
        var engagement = new Engagement(5, 2, Duration.ofSeconds(200), Set.of("web", "sms"), 0.5, 0.75, true, NOW, NOW);
        Lead lead = aLead().contact(contact)
                .engagement(engagement)
                .expectedAmount(Leads.amount("40", "CHF"))
                .build();

        assertThat(because(lead))
                .containsExactly(
                        "40 CHF",
                        "company given",
                        "e-mail given",
                        "location given",
                        "name given",
                        "phone given",
                        "3 minutes",
                        "2 channels",
                        "5 messages",
                        "2 questions",
                        "purchase intent 50 %",
                        "qualified inquiry 75 %",
                        "marked as qualified",
                        "widget");
        assertThat(values(lead)).isEqualTo("40,Acme,yes,Lyon,yes,yes,3,2,5,2,0.5,0.75,yes,widget");
        assertThat(because(aLead().build())).containsOnly("none", "widget");
        assertThat(values(aLead().build())).isEqualTo("-,-,-,-,-,-,0,0,0,0,0,0,-,widget");
    }

    private static List<String> because(Lead lead) {
        ScorecardBuilder card = Scorecard.named("all");
        for (String input : LeadInput.names()) {
            card.factor(Factor.fit(input, input, input).withBins(Bin.given(0)));
        }
        return card.build().score(lead, NOW).contributions().stream()
                .map(Contribution::because)
                .toList();
    }

    private static String values(Lead lead) {
        var inputs = new LeadInputs(new LeadBinding(LeadInput.names()), lead);
        return String.join(
                ",",
                IntStream.range(0, LeadInput.names().size())
                        .mapToObj(slot -> {
                            double number = inputs.number(slot);
                            String text = inputs.text(slot);
                            InputKind kind = InputCatalog.kind(LeadInput.names().get(slot));
                            assertThat(Double.isNaN(number) || kind == InputKind.NUMBER)
                                    .isTrue();
                            assertThat(text == null || kind != InputKind.NUMBER).isTrue();
                            return text != null
                                    ? text
                                    : Double.isNaN(number)
                                            ? "-"
                                            : Numbers.decimal(number).toPlainString();
                        })
                        .toList());
    }

    @Test
    void reasons_hold_no_contact_data() {
        Contact contact = Leads.emailAndPhone()
                .withName(Leads.said("Jane"))
                .withCompany(Leads.said("Acme"))
                .withLocation(Leads.said("Lyon"));

        assertThat(String.join(" ", because(aLeadWith(contact))))
                .doesNotContainIgnoringCase("jane")
                .doesNotContain("Acme", "Lyon", "555", "example.com");
    }

    @Test
    void the_builder_makes_the_same_value_as_the_document() {
        Scorecard built = Scorecard.named("b2b")
                .version(2)
                .factor(Factor.engagement("q", "Questions", "engagement.questions")
                        .withEach(2.5)
                        .withCap(10))
                .factor(Factor.fit("s", "Source", "source")
                        .withBins(Bin.anyOf(List.of("api", "widget"), 5), Bin.equalTo("manual", -5), Bin.missing(1))
                        .withHalfLife(Duration.ofDays(14)))
                .factor(Factor.fit("a", "Amount", "amount")
                        .withBins(Bin.below(0.5, 0), Bin.between(0.5, 1000, 3), Bin.from(1000, 6)))
                .band("cold", 0)
                .band("hot", 70)
                .build();
        Scorecard read = Scorecard.parse("""
            {"kind": "scorecard", "format": 1, "name": "b2b", "version": 2, "factors": [
              {"id": "q", "label": "Questions", "dimension": "engagement", "input": "engagement.questions",
                "each": 2.50, "cap": 10},
              {"id": "s", "label": "Source", "dimension": "fit", "input": "source", "decay": {"halfLife": "P14D"},
                "bins": [{"anyOf": ["api", "widget"], "points": 5}, {"equals": "manual", "points": -5},
                         {"missing": true, "points": 1}]},
              {"id": "a", "label": "Amount", "dimension": "fit", "input": "amount",
                "bins": [{"below": 0.5, "points": 0}, {"from": 5e-1, "below": 1e3, "points": 3},
                         {"from": 1000, "points": 6}]}],
             "bands": [{"key": "hot", "from": 70}, {"key": "cold", "from": 0}]}
            """);

        assertThat(built).isEqualTo(read).hasSameHashCodeAs(read).hasToString("Scorecard[b2b@2]");
        assertThat(built.toJson())
                .isEqualTo(read.toJson())
                .endsWith("\"bands\":[{\"key\":\"hot\",\"from\":70},{\"key\":\"cold\",\"from\":0}]}");
        assertThat(built).isNotEqualTo(Scorecard.standard());
    }

    @Test
    void refuses_numbers_that_no_document_can_hold() {
        assertThatThrownBy(() -> Bin.from(Double.NaN, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> MESSAGES.withEach(Double.POSITIVE_INFINITY)).isInstanceOf(InvalidInputException.class);
        assertThat(Bin.from(-0.0, 1)).isEqualTo(Bin.from(0.0, 1));
    }

    @Test
    void is_read_from_a_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("card.json");
        Files.writeString(file, Scorecard.standard().toJson());

        assertThat(Scorecard.read(file)).isEqualTo(Scorecard.standard());
        assertThatThrownBy(() -> Scorecard.read(folder.resolve("none.json")))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("unreadable");
    }
}
