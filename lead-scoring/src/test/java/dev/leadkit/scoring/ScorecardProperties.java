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
import org.jspecify.annotations.Nullable;

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
    void every_factor_contributes_in_the_order_of_the_card_and_the_card_itself_only_when_needed(
            @ForAll("cards") Scorecard card, @ForAll("leads") Lead lead, @ForAll("instants") Instant asOf) {
        List<Contribution> contributions = card.score(lead, asOf).contributions();
        List<Contribution> ofFactors = contributions.subList(0, card.factors().size());
        List<String> rest = contributions.subList(card.factors().size(), contributions.size()).stream()
                .map(Contribution::factor)
                .toList();
        long rounded = (long) Math.floor(card.sum(lead, asOf) + 0.5);

        assertThat(ofFactors)
                .extracting(Contribution::factor)
                .isEqualTo(card.factors().stream().map(Factor::id).toList());
        assertThat(rest.contains(Contribution.BASE)).isEqualTo(card.base().isPresent());
        assertThat(rest.contains(Contribution.LIMIT)).isEqualTo(rounded < 0 || rounded > 100);
        assertThat(rest).isSubsetOf(Contribution.BASE, "cap:g", "cap:h", Contribution.ROUNDING, Contribution.LIMIT);
    }

    @Property
    void a_score_with_its_sum_is_the_score(
            @ForAll("cards") Scorecard card, @ForAll("leads") Lead lead, @ForAll("instants") Instant asOf) {
        Score score = card.score(lead, asOf);
        Lead scored = lead.toBuilder().score(score).build();
        double sum = card.sum(lead, asOf);

        assertThat(card.scoreWithSum(scored, asOf))
                .isEqualTo(
                        new RowScore(score.value(), sum, card.probability(sum), score.band(), score.contributions()));
    }

    @Property
    void a_greater_sum_never_has_a_lower_score(
            @ForAll("cards") Scorecard card,
            @ForAll("leads") Lead one,
            @ForAll("leads") Lead other,
            @ForAll("instants") Instant asOf) {
        boolean isLess = card.sum(one, asOf) <= card.sum(other, asOf);
        int difference = card.score(one, asOf).value() - card.score(other, asOf).value();

        assertThat(isLess ? -difference : difference).isNotNegative();
    }

    @Property
    void whole_points_need_no_rounding(
            @ForAll("wholeCards") Scorecard card, @ForAll("leads") Lead lead, @ForAll("instants") Instant asOf) {
        assertThat(card.score(lead, asOf).contributions())
                .noneMatch(part -> part.factor().equals(Contribution.ROUNDING));
    }

    @Property
    void what_cap_and_decay_took_was_there(
            @ForAll("cards") Scorecard card, @ForAll("leads") Lead lead, @ForAll("instants") Instant asOf) {
        for (Contribution part : card.score(lead, asOf).contributions()) {
            int seen = part.points() + part.lostToCap() + part.lostToDecay();

            assertThat(Integer.signum(part.lostToCap()) * seen).isNotNegative();
            assertThat(Integer.signum(part.lostToDecay()) * seen).isNotNegative();
            assertThat(Math.abs(part.points())).isLessThanOrEqualTo(Math.abs(seen));
        }
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
            if (card.factors().get(f).decay() == null) {
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
        Arbitrary<Double> base =
                Arbitraries.doubles().between(-50, 50).ofScale(2).injectNull(0.5);
        return Combinators.combine(factors().list().ofMinSize(1).ofMaxSize(8), base)
                .as(ScorecardProperties::card);
    }

    @Provide
    Arbitrary<Scorecard> wholeCards() {
        return factors()
                .map(factor -> factor.each() == null || factor.input().equals("intent.purchase")
                        ? Factor.fit("f", "F", "engagement.messages")
                                .withBins(Bin.from(2, 7))
                                .withCap(3)
                        : factor.withEach(Math.rint(factor.each())))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(factors -> card(factors, null));
    }

    private static Scorecard card(List<Factor> factors, @Nullable Double base) {
        ScorecardBuilder card = Scorecard.named("random").group("g", "G", 20).group("h", "H", 100);
        if (base != null) {
            card.base(base);
        }
        for (int f = 0; f < factors.size(); f++) {
            Factor its = factors.get(f);
            card.factor(new Factor(
                    "f" + f,
                    its.label(),
                    its.dimension(),
                    its.input(),
                    its.bins(),
                    its.each(),
                    its.repeat(),
                    its.with(),
                    its.cells(),
                    its.cap(),
                    its.group(),
                    its.decay()));
        }
        return card.build();
    }

    private static Arbitrary<Factor> factors() {
        Arbitrary<Repeat> repeat =
                Arbitraries.of(Repeat.each(), Repeat.once(), Repeat.first(3)).injectNull(0.5);
        Arbitrary<Factor> each = Combinators.combine(
                        Arbitraries.of(NUMBERS),
                        Arbitraries.doubles().between(-100, 100).ofScale(3),
                        repeat)
                .as((input, points, its) -> {
                    Factor factor = Factor.engagement("f", "F", input).withEach(points);
                    return its == null ? factor : factor.withRepeat(its);
                });
        Arbitrary<Factor> ranges = Combinators.combine(Arbitraries.of(NUMBERS), ranges())
                .as((input, bins) -> Factor.engagement("f", "F", input).withBins(bins.toArray(Bin[]::new)));
        Arbitrary<Factor> texts = Combinators.combine(Arbitraries.of(TEXTS), points(), points(), points())
                .as((input, one, two, three) -> Factor.fit("f", "F", input)
                        .withBins(Bin.equalTo("a", one), Bin.anyOf(List.of("widget", "b"), two), Bin.missing(three)));
        Arbitrary<Factor> flags = Combinators.combine(Arbitraries.of(FLAGS), points(), points())
                .as((input, yes, no) -> Factor.fit("f", "F", input).withBins(Bin.equalTo("yes", yes), Bin.missing(no)));
        Arbitrary<Factor> crossed = Combinators.combine(points(), points(), points())
                .as((one, two, three) -> Factor.fit("f", "F", "engagement.messages")
                        .crossedWith(
                                "source",
                                List.of(
                                        new Cell(Bin.from(3, 0), Bin.equalTo("widget", 0), one),
                                        new Cell(Bin.below(3, 0), Bin.given(0), two),
                                        new Cell(Bin.from(3, 0), Bin.missing(0), three))));
        Arbitrary<Integer> cap = Arbitraries.integers().between(1, 100).injectNull(0.5);
        Arbitrary<String> group = Arbitraries.of("g", "h").injectNull(0.6);
        return Combinators.combine(
                        Arbitraries.oneOf(each, ranges, texts, flags, crossed), cap, group, decays().injectNull(0.4))
                .as((factor, its, of, decay) -> new Factor(
                        factor.id(),
                        factor.label(),
                        factor.dimension(),
                        factor.input(),
                        factor.bins(),
                        factor.each(),
                        factor.repeat(),
                        factor.with(),
                        factor.cells(),
                        its,
                        of,
                        decay));
    }

    private static Arbitrary<Decay> decays() {
        Arbitrary<Duration> times = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 120).map(Duration::ofSeconds),
                Arbitraries.longs().between(1, 400).map(Duration::ofDays),
                Arbitraries.just(Duration.ofDays(36_499)));
        Arbitrary<Decay> steps = Combinators.combine(
                        times, Arbitraries.doubles().between(0, 0.9).ofScale(3), Arbitraries.of(true, false))
                .as((time, keep, more) -> more && keep > 0
                        ? Decay.steps(
                                new Decay.Step(time.dividedBy(2).plusMillis(500), keep),
                                new Decay.Step(time.plusMillis(1), 0))
                        : Decay.steps(new Decay.Step(time, keep)));
        return Arbitraries.oneOf(times.map(Decay::halfLife), times.map(Decay::linear), times.map(Decay::window), steps);
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

    private static Arbitrary<Double> points() {
        return Arbitraries.doubles().between(-100, 100).ofScale(3);
    }
}
