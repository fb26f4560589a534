package dev.leadkit.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** The forecast against adding up by hand, and its range against all that may happen. */
class ForecastProperties {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Pipeline PIPELINE = Pipeline.named("p")
            .stage(Stage.of("new", "New", StageCategory.OPEN).withProbability(0.1))
            .stage(Stage.of("half", "Half", StageCategory.OPEN).withProbability(0.5))
            .stage(Stage.of("sure", "Sure", StageCategory.OPEN).withProbability(1))
            .open("unsaid", "Unsaid")
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();
    private static final Map<String, BigDecimal> PROBABILITIES =
            Map.of("new", new BigDecimal("0.1"), "half", new BigDecimal("0.5"), "sure", BigDecimal.ONE);

    @Property
    void each_currency_is_added_up_by_itself(@ForAll("leads") List<Lead> leads) {
        Forecast forecast = Forecast.of(PIPELINE, leads.stream());

        List<Lead> open = leads.stream()
                .filter(lead -> lead.pipeline().equals("p"))
                .filter(lead -> !List.of("won", "lost").contains(lead.stage()))
                .toList();
        assertThat(forecast.leads()).isEqualTo(open.size());
        assertThat(forecast.withoutAmount())
                .isEqualTo(open.stream().filter(lead -> money(lead) == null).count());
        Map<String, List<Lead>> byCurrency = new TreeMap<>();
        for (Lead lead : open) {
            Money money = money(lead);
            if (money != null) {
                byCurrency
                        .computeIfAbsent(money.currency(), none -> new ArrayList<>())
                        .add(lead);
            }
        }
        assertThat(forecast.currencies())
                .extracting(Forecast.OfCurrency::currency)
                .containsExactlyElementsOf(byCurrency.keySet());
        for (Forecast.OfCurrency its : forecast.currencies()) {
            BigDecimal all = BigDecimal.ZERO;
            BigDecimal weighted = BigDecimal.ZERO;
            BigDecimal unweighted = BigDecimal.ZERO;
            long overridden = 0;
            for (Lead lead : Objects.requireNonNull(byCurrency.get(its.currency()))) {
                BigDecimal amount = Objects.requireNonNull(money(lead)).amount();
                Double own = lead.probability();
                BigDecimal probability =
                        own == null ? PROBABILITIES.get(lead.stage()) : new BigDecimal(Double.toString(own));
                overridden += own == null ? 0 : 1;
                if (probability == null) {
                    unweighted = unweighted.add(amount);
                } else {
                    all = all.add(amount);
                    weighted = weighted.add(amount.multiply(probability));
                }
            }
            assertThat(its.overridden()).isEqualTo(overridden);
            assertThat(its.all()).isEqualTo(new Money(all, its.currency()));
            assertThat(its.weighted().amount()).isCloseTo(weighted, within(new BigDecimal("0.00005")));
            assertThat(its.unweightedAmounts()).isEqualTo(new Money(unweighted, its.currency()));
            assertThat(its.low().amount()).isLessThanOrEqualTo(its.high().amount());
            assertThat(its.high().amount()).isLessThanOrEqualTo(all);
            for (Money part : List.of(its.all(), its.weighted(), its.low(), its.high(), its.unweightedAmounts())) {
                assertThat(part.currency()).isEqualTo(its.currency());
            }
        }
    }

    private record Deal(int amount, int percent) {}

    @Property(tries = 100)
    void up_to_twelve_amounts_the_range_is_exact(@ForAll("deals") List<Deal> deals) {
        var won = new WonAmount();
        deals.forEach(deal -> won.add(BigDecimal.valueOf(deal.amount()), deal.percent() / 100.0));

        List<Deal> few = deals.subList(0, Math.min(deals.size(), WonAmount.EXACT));
        var exact = new WonAmount();
        few.forEach(deal -> exact.add(BigDecimal.valueOf(deal.amount()), deal.percent() / 100.0));
        assertThat(exact.quantile(0.1)).isEqualByComparingTo(quantile(few, 0.1));
        assertThat(exact.quantile(0.9)).isEqualByComparingTo(quantile(few, 0.9));
        assertThat(won.quantile(0.1)).isLessThanOrEqualTo(won.quantile(0.9));
    }

    /** One large deal among two hundred small ones: no bell, which a normal distribution of all would make of it. */
    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void a_range_of_many_has_what_may_happen_in_eight_of_ten(@ForAll("many") List<Deal> deals) {
        var won = new WonAmount();
        deals.forEach(deal -> won.add(BigDecimal.valueOf(deal.amount()), deal.percent() / 100.0));

        double[] distribution = distribution(deals);
        for (double share : new double[] {0.1, 0.9}) {
            int found = won.quantile(share).intValue();
            // Sums come in whole steps, of which two hundred deals of 1 make few: within two, or a hundredth of what is
            // asked for.
            assertThat(cumulative(distribution, found - 2) - 0.01).isLessThanOrEqualTo(share);
            assertThat(cumulative(distribution, found + 2) + 0.01).isGreaterThanOrEqualTo(share);
        }
    }

    private static double cumulative(double[] distribution, int amount) {
        double sum = 0;
        for (int i = 0; i <= Math.min(amount, distribution.length - 1); i++) {
            sum += distribution[i];
        }
        return sum;
    }

    private static BigDecimal quantile(List<Deal> deals, double share) {
        double[] distribution = distribution(deals);
        double below = 0;
        for (int amount = 0; amount < distribution.length; amount++) {
            below += distribution[amount];
            if (below >= share - 1e-12) {
                return BigDecimal.valueOf(amount);
            }
        }
        throw new AssertionError("probabilities come to " + below);
    }

    /** The chance of each sum, in whole units. */
    private static double[] distribution(List<Deal> deals) {
        int most = deals.stream().mapToInt(Deal::amount).sum();
        double[] chances = new double[most + 1];
        chances[0] = 1;
        for (Deal deal : deals) {
            double probability = deal.percent() / 100.0;
            double[] next = new double[most + 1];
            for (int sum = 0; sum <= most; sum++) {
                next[sum] += chances[sum] * (1 - probability);
                if (sum >= deal.amount()) {
                    next[sum] += chances[sum - deal.amount()] * probability;
                }
            }
            chances = next;
        }
        return chances;
    }

    @Provide
    Arbitrary<List<Deal>> deals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(0, 100))
                .as(Deal::new)
                .list()
                .ofMaxSize(20);
    }

    /** No edge cases: of two hundred equal deals the sums stand far apart, and no smooth curve comes near to them. */
    @Provide
    Arbitrary<List<Deal>> many() {
        return Combinators.combine(
                        Combinators.combine(
                                        Arbitraries.integers().between(1, 20),
                                        Arbitraries.integers().between(5, 95))
                                .as(Deal::new)
                                .list()
                                .ofSize(200),
                        Arbitraries.integers().between(500, 5_000),
                        Arbitraries.integers().between(20, 80))
                .as((small, amount, percent) -> {
                    List<Deal> all = new ArrayList<>(small);
                    all.add(new Deal(amount, percent));
                    return all;
                })
                .withoutEdgeCases();
    }

    private static @Nullable Money money(Lead lead) {
        return lead.expectedAmount() == null ? null : lead.expectedAmount().value();
    }

    @Provide
    Arbitrary<List<Lead>> leads() {
        return Combinators.combine(
                        Arbitraries.of("p", "p", "p", "other"),
                        Arbitraries.of("new", "half", "sure", "unsaid", "won", "lost", "gone"),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("99999"))
                                .ofScale(2)
                                .injectNull(0.2),
                        Arbitraries.of("EUR", "USD", "JPY"),
                        Arbitraries.of(0.0, 0.01, 0.35, 1.0).injectNull(0.6))
                .as(ForecastProperties::lead)
                .list()
                .ofMaxSize(30);
    }

    private static Lead lead(
            String pipeline, String stage, @Nullable BigDecimal amount, String currency, @Nullable Double own) {
        boolean closed = stage.equals("won") || stage.equals("lost");
        return Lead.builder(new LeadId(UUID.randomUUID()), TenantId.of("acme"), LeadSource.API, NOW)
                .stage(pipeline, 1, stage, closed, NOW)
                .probability(own)
                .expectedAmount(
                        amount == null
                                ? null
                                : new Attributed<>(new Money(amount, currency), Provenance.by(Actor.user("ann"), NOW)))
                .build();
    }
}
