package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScorecardProperties {

    private static final List<String> NUMBERS = List.of(
            "engagement.messages", "engagement.questions", "engagement.activeMinutes", "intent.purchase", "amount");
    private static final List<String> TEXTS = List.of("source", "contact.company");
    private static final List<String> FLAGS = List.of("contact.email", "contact.phone", "marked.qualified");

    @Property
    void a_score_is_0_to_100_and_the_sum_of_its_contributions(
            @ForAll("cards") Scorecard card, @ForAll("leads") Lead lead, @ForAll("instants") Instant asOf) {
        Score score = card.score(lead, asOf);

        assertThat(score.value()).isBetween(0, 100);
        assertThat(sum(score.contributions())).isEqualTo(score.value());
    }

    @Property
    void every_factor_contributes_in_the_order_of_the_card_and_the_limit_comes_last_and_only_when_needed(
            @ForAll("cards") Scorecard card, @ForAll("leads") Lead lead, @ForAll("instants") Instant asOf) {
        List<Contribution> contributions = card.score(lead, asOf).contributions();
        List<Contribution> ofFactors = contributions.subList(0, card.factors().size());
        List<Contribution> rest = contributions.subList(card.factors().size(), contributions.size());
        int sum = sum(ofFactors);

        assertThat(ofFactors)
                .extracting(Contribution::factor)
                .isEqualTo(card.factors().stream().map(Factor::id).toList());
        assertThat(rest)
                .hasSize(sum < 0 || sum > 100 ? 1 : 0)
                .allMatch(part -> part.factor().equals(Contribution.LIMIT));
    }

    @Property
    void no_factor_goes_beyond_its_cap(
            @ForAll("cards") Scorecard card, @ForAll("leads") Lead lead, @ForAll("instants") Instant asOf) {
        List<Contribution> contributions = card.score(lead, asOf).contributions();

        for (int f = 0; f < card.factors().size(); f++) {
            int cap = card.factors().get(f).effectiveCap();
            assertThat(contributions.get(f).points()).isBetween(-cap, cap);
        }
    }

    @Property
    void the_same_lead_and_instant_give_the_same_score(
            @ForAll("cards") Scorecard card, @ForAll("leads") Lead lead, @ForAll("instants") Instant asOf) {
        Score score = card.score(lead, asOf);

        assertThat(card.score(lead.toBuilder().build(), asOf)).isEqualTo(score);
        assertThat(Scorecard.parse(card.toJson()).score(lead, asOf)).isEqualTo(score);
    }

    @Property
    void stage_score_and_assignee_never_matter(
            @ForAll("cards") Scorecard card, @ForAll("leads") Lead lead, @ForAll("instants") Instant asOf) {
        Score score = card.score(lead, asOf);
        Lead later = lead.toBuilder()
                .stage("sales", 2, "converted", true, asOf)
                .score(score)
                .assignee("ann")
                .lostReason("price")
                .version(9)
                .build();

        assertThat(card.score(later, asOf)).isEqualTo(score);
    }

    @Property
    void a_card_survives_its_own_json(@ForAll("cards") Scorecard card) {
        assertThat(Scorecard.parse(card.toJson())).isEqualTo(card);
    }

    @Property
    void decay_only_ever_lessens_what_a_factor_gives_or_takes(
            @ForAll("cards") Scorecard card,
            @ForAll("leads") Lead lead,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant other) {
        Instant early = one.isBefore(other) ? one : other;
        Instant late = one.isBefore(other) ? other : one;
        List<Contribution> before = card.score(lead, early).contributions();
        List<Contribution> after = card.score(lead, late).contributions();

        for (int f = 0; f < card.factors().size(); f++) {
            int was = before.get(f).points();
            int is = after.get(f).points();
            assertThat(Math.abs(is)).isLessThanOrEqualTo(Math.abs(was));
            assertThat(is * was).isNotNegative();
            if (card.factors().get(f).halfLife() == null) {
                assertThat(is).isEqualTo(was);
            }
        }
    }

    @Property
    void the_points_stay_up_to_the_next_change_and_differ_at_it(
            @ForAll("cards") Scorecard card,
            @ForAll("leads") Lead lead,
            @ForAll("instants") Instant asOf,
            @ForAll("shares") double share) {
        Score score = card.score(lead, asOf);
        Instant next = score.nextChangeAt();
        if (next == null) {
            Instant farFuture = Instant.parse("9999-01-01T00:00:00Z");
            assertThat(points(card.score(lead, farFuture))).isEqualTo(points(score));
            return;
        }
        Duration wait = Duration.between(score.asOf(), next);
        Instant between = score.asOf().plusSeconds((long) (wait.toSeconds() * share));

        assertThat(next).isAfter(score.asOf());
        assertThat(points(card.score(lead, between))).isEqualTo(points(score));
        assertThat(points(card.score(lead, next.minusNanos(1000)))).isEqualTo(points(score));
        assertThat(points(card.score(lead, next)).subList(0, card.factors().size()))
                .isNotEqualTo(points(score).subList(0, card.factors().size()));
    }

    private static int sum(List<Contribution> contributions) {
        return contributions.stream().mapToInt(Contribution::points).sum();
    }

    private static List<Integer> points(Score score) {
        return score.contributions().stream().map(Contribution::points).toList();
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0, 0.99);
    }

    @Provide
    Arbitrary<Instant> instants() {
        long second = 1_000_000L;
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(-second, second),
                        Arbitraries.longs().between(0, 200L * 24 * 3600 * second))
                .map(micros -> Leads.NOW
                        .plusSeconds(Math.floorDiv(micros, second))
                        .plusNanos(Math.floorMod(micros, second) * 1000));
    }

    @Provide
    Arbitrary<Lead> leads() {
        Arbitrary<Engagement> engagement = Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((messages, questions, minutes, intent, marked, none) -> none
                        ? Engagement.NONE
                        : new Engagement(
                                messages,
                                Math.min(messages, questions),
                                Duration.ofMinutes(minutes),
                                Set.of("web"),
                                intent,
                                0,
                                marked,
                                Leads.NOW,
                                Leads.NOW));
        Arbitrary<Contact> contact = Arbitraries.of(
                Contact.UNKNOWN,
                Leads.email(),
                Leads.emailAndPhone().withCompany(Leads.said("a")),
                Leads.email().withCompany(Leads.said("z")));
        Arbitrary<Integer> amount = Arbitraries.integers().between(0, 1_000_000).injectNull(0.5);
        return Combinators.combine(engagement, contact, amount)
                .as((chat, person, money) -> Leads.aLead()
                        .engagement(chat)
                        .contact(person)
                        .expectedAmount(money == null ? null : Leads.amount(money.toString(), "EUR"))
                        .build());
    }

    @Provide
    Arbitrary<Scorecard> cards() {
        return factors().list().ofMinSize(1).ofMaxSize(8).map(factors -> {
            ScorecardBuilder card = Scorecard.named("random");
            for (int f = 0; f < factors.size(); f++) {
                Factor factor = factors.get(f);
                card.factor(new Factor(
                        "f" + f,
                        factor.label(),
                        factor.dimension(),
                        factor.input(),
                        factor.bins(),
                        factor.each(),
                        factor.cap(),
                        factor.halfLife()));
            }
            return card.build();
        });
    }

    private static Arbitrary<Factor> factors() {
        Arbitrary<Factor> each = Combinators.combine(
                        Arbitraries.of(NUMBERS),
                        Arbitraries.doubles().between(-100, 100).ofScale(3))
                .as((input, points) -> Factor.engagement("f", "F", input).withEach(points));
        Arbitrary<Factor> ranges = Combinators.combine(Arbitraries.of(NUMBERS), ranges())
                .as((input, bins) -> Factor.engagement("f", "F", input).withBins(bins.toArray(Bin[]::new)));
        Arbitrary<Factor> texts = Combinators.combine(Arbitraries.of(TEXTS), points(), points(), points())
                .as((input, one, two, three) -> Factor.fit("f", "F", input)
                        .withBins(Bin.equalTo("a", one), Bin.anyOf(List.of("widget", "b"), two), Bin.missing(three)));
        Arbitrary<Factor> flags = Combinators.combine(Arbitraries.of(FLAGS), points(), points())
                .as((input, yes, no) -> Factor.fit("f", "F", input).withBins(Bin.equalTo("yes", yes), Bin.missing(no)));
        Arbitrary<Integer> cap = Arbitraries.integers().between(1, 100).injectNull(0.5);
        Arbitrary<Duration> halfLife = Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 120).map(Duration::ofSeconds),
                        Arbitraries.longs().between(1, 400).map(Duration::ofDays),
                        Arbitraries.just(Duration.ofDays(36_500)))
                .injectNull(0.4);
        return Combinators.combine(Arbitraries.oneOf(each, ranges, texts, flags), cap, halfLife)
                .as((factor, its, life) -> new Factor(
                        factor.id(),
                        factor.label(),
                        factor.dimension(),
                        factor.input(),
                        factor.bins(),
                        factor.each(),
                        its,
                        life));
    }

    /** Neighbouring ranges between sorted limits, open at both ends. */
    private static Arbitrary<List<Bin>> ranges() {
        Arbitrary<Set<Double>> limits = Arbitraries.doubles()
                .between(-1, 50)
                .ofScale(1)
                .set()
                .ofMinSize(1)
                .ofMaxSize(5);
        return Combinators.combine(limits, points().list().ofSize(7)).as((set, points) -> {
            List<Double> sorted = List.copyOf(new TreeSet<>(set));
            List<Bin> bins = new ArrayList<>();
            bins.add(Bin.below(sorted.get(0), points.get(0)));
            for (int i = 1; i < sorted.size(); i++) {
                bins.add(Bin.between(sorted.get(i - 1), sorted.get(i), points.get(i)));
            }
            bins.add(Bin.from(sorted.get(sorted.size() - 1), points.get(5)));
            bins.add(Bin.missing(points.get(6)));
            return bins;
        });
    }

    private static Arbitrary<Integer> points() {
        return Arbitraries.integers().between(-100, 100);
    }
}
