package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.examples.leaddesk.chart.Bar;
import dev.leadkit.examples.leaddesk.insight.Figures;
import dev.leadkit.examples.leaddesk.rest.Json;
import dev.leadkit.examples.leaddesk.settings.BandChanges;
import dev.leadkit.examples.leaddesk.settings.CardBacktest;
import dev.leadkit.examples.leaddesk.settings.Draft;
import dev.leadkit.examples.leaddesk.settings.PrettyJson;
import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Decay;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.backtest.BandResult;
import dev.leadkit.scoring.backtest.CardResult;
import dev.leadkit.scoring.backtest.Comparison;
import dev.leadkit.scoring.past.ClosedLeads;
import dev.leadkit.scoring.past.PointInTime;
import dev.leadkit.scoring.tenant.CardRole;
import dev.leadkit.scoring.tenant.ScorecardDesk;
import dev.leadkit.scoring.tenant.ScorecardHistory;
import dev.leadkit.scoring.tenant.ScorecardHistory.Entry;
import dev.leadkit.store.LeadFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The scorecard: as it is, as a draft, in which bands the draft would put the leads that there are and what it would have been
 * worth on those that are closed, and the cards before it.
 */
final class ScorecardSettings {
    /** Closed leads that came so long ago are looked at by the backtest. */
    private static final Duration BACKTESTED = Duration.ofDays(365);

    private ScorecardSettings() {}

    /** A factor in words. @param most the most that it gives; the bar is as long */
    record FactorWords(String id, String label, String dimension, String input, String points, String more, Bar bar) {}

    static void show(PageCall call) {
        ScorecardHistory history = call.host().scorecards(call.desk()).history();
        Scorecard current = call.host().scorecard(call.who().tenant()).value();
        Map<String, Object> model = card(current);
        model.put("id", current.id());
        model.put("seen", history.version());
        model.put("text", PrettyJson.of(PrettyJson.withVersion(current.toJson(), nextVersion(current, history))));
        model.put("past", past(history));
        call.render("settings-scorecard", model);
    }

    /** One that no card of the name has had. */
    private static int nextVersion(Scorecard current, ScorecardHistory history) {
        String prefix = current.name() + "@";
        return 1
                + history.entries().stream()
                        .map(Entry::card)
                        .filter(card -> card != null
                                && card.substring(0, card.lastIndexOf('@') + 1).equals(prefix))
                        .mapToInt(card -> Integer.parseInt(card.substring(prefix.length())))
                        .reduce(current.version(), Math::max);
    }

    /** What had the role of the live card, newest first. */
    private static List<Entry> past(ScorecardHistory history) {
        List<Entry> past = new ArrayList<>(history.entries());
        past.removeIf(entry -> entry.role() != CardRole.LIVE);
        Collections.reverse(past);
        return past;
    }

    private static Map<String, Object> card(Scorecard card) {
        Map<String, Object> model = new HashMap<>();
        model.put("name", card.name());
        model.put("bands", card.bands());
        model.put("factors", factors(card));
        return model;
    }

    private static List<FactorWords> factors(Scorecard card) {
        double most = card.factors().stream()
                .mapToDouble(ScorecardSettings::most)
                .max()
                .orElse(1);
        return card.factors().stream()
                .map(factor -> new FactorWords(
                        factor.id(),
                        factor.label(),
                        factor.dimension().name().toLowerCase(Locale.ROOT),
                        factor.input(),
                        points(factor),
                        more(factor),
                        Bar.of(Math.max(1, most))
                                .then("went-on", Math.max(0, most(factor)))
                                .build()))
                .toList();
    }

    private static double most(Factor factor) {
        Integer cap = factor.cap();
        return cap != null ? cap : points(factor.bins()).max().orElse(0);
    }

    private static DoubleStream points(List<Bin> bins) {
        return bins.stream().mapToDouble(Bin::points);
    }

    private static String points(Factor factor) {
        Double each = factor.each();
        if (each != null) {
            return "%s each".formatted(signed(each));
        }
        double[] sorted = points(factor.bins()).sorted().toArray();
        if (sorted.length == 0) {
            return Figures.UNKNOWN;
        }
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        return least == most ? signed(least) : signed(least) + " to " + signed(most);
    }

    private static String signed(double points) {
        String number = points == Math.rint(points) ? String.valueOf((long) points) : String.valueOf(points);
        return points > 0 ? "+" + number : number;
    }

    private static String more(Factor factor) {
        List<String> more = new ArrayList<>();
        if (factor.cap() != null) {
            more.add("at most " + factor.cap());
        }
        if (factor.decay() != null) {
            more.add(decay(factor.decay()));
        }
        return String.join(", ", more);
    }

    private static String decay(Decay decay) {
        if (decay instanceof Decay.HalfLife halving) {
            return "half after " + Figures.duration(halving.time());
        } else if (decay instanceof Decay.Linear linear) {
            return "down to nothing in " + Figures.duration(linear.time());
        } else if (decay instanceof Decay.Window window) {
            return "gone after " + Figures.duration(window.time());
        }
        return "less in steps";
    }

    static void check(PageCall call) {
        String text = SettingsPages.text(call);
        Draft<Scorecard> draft = Draft.read(text, Scorecard::parse);
        Scorecard card = draft.value();
        Map<String, Object> model = card == null ? new HashMap<>() : card(card);
        model.put(
                "draft",
                card == null
                        ? draft
                        : new Draft<>(
                                card,
                                Draft.marked(
                                        text,
                                        call.host().scorecards(call.desk()).check(text))));
        call.render("settings-scorecard-draft", model);
    }

    /** Ten points of the score: how many leads by which card. */
    record Step(String name, int before, int after, Bar beforeBar, Bar afterBar) {}

    static void dryRun(PageCall call) {
        String text = SettingsPages.text(call);
        ScorecardDesk cards = call.host().scorecards(call.desk());
        List<Problem> problems = cards.check(text);
        if (!problems.isEmpty()) {
            throw new InvalidDefinitionException(problems);
        }
        Scorecard other = Scorecard.parse(text);
        Scorecard present = call.host().scorecard(call.who().tenant()).value();
        BandChanges changes = BandChanges.of(cards, present, other, call.desk()::get);
        Map<String, Object> model = new HashMap<>();
        model.put("changes", changes);
        model.put("steps", steps(changes));
        CardBacktest backtest = backtest(call, present, other);
        model.put("backtest", backtest);
        Comparison comparison = backtest.comparison();
        model.put(
                "worths",
                comparison == null
                        ? List.of()
                        : List.of(Worth.of("Now", comparison.first()), Worth.of("Draft", comparison.second())));
        call.render("settings-scorecard-dry-run", model);
    }

    /** What a card would have been worth. @param auc 0.5 is chance, 1 is best */
    record Worth(String name, String card, String auc, List<BandRow> bands) {
        static Worth of(String name, CardResult result) {
            return new Worth(
                    name,
                    result.card(),
                    String.format(Locale.ROOT, "%.2f", result.quality().auc()),
                    result.bands().stream().map(BandRow::of).toList());
        }
    }

    /** What became of the leads of one band. @param rate the share of them that was won */
    record BandRow(String band, long leads, long won, String rate) {
        static BandRow of(BandResult band) {
            return new BandRow(band.band(), band.rows(), band.won(), Figures.percent(band.won(), band.rows()));
        }
    }

    /** As each lead was right before it was closed. */
    private static CardBacktest backtest(PageCall call, Scorecard present, Scorecard other) {
        Instant now = call.host().now();
        return CardBacktest.of(
                present,
                other,
                ClosedLeads.at(call.desk())
                        .reading(call.host().intents())
                        .history(
                                LeadFilter.all().createdBetween(now.minus(BACKTESTED), now),
                                PointInTime.beforeClosing(),
                                CardBacktest.fields(present, other)));
    }

    private static List<Step> steps(BandChanges changes) {
        int[] before = changes.before();
        int[] after = changes.after();
        int most = IntStream.concat(IntStream.of(before), IntStream.of(after))
                .max()
                .orElse(1);
        List<Step> steps = new ArrayList<>();
        for (int i = before.length - 1; i >= 0; i--) {
            steps.add(new Step(
                    i * 10 + " to " + (i == before.length - 1 ? 100 : i * 10 + 9),
                    before[i],
                    after[i],
                    Bar.of(most).then("open", before[i]).build(),
                    Bar.of(most).then("went-on", after[i]).build()));
        }
        return steps;
    }

    static void save(PageCall call) {
        Scorecard card = Scorecard.parse(CaptureSettings.requireText(SettingsPages.text(call)));
        ScorecardDesk cards = call.host().scorecards(call.desk());
        published(call, cards.publish(CardRole.LIVE, card, SettingsPages.number(call, "seen")));
    }

    /** Back to a card that was published before, or to the built-in one where none is named. */
    static void rollBack(PageCall call) {
        ScorecardDesk cards = call.host().scorecards(call.desk());
        String card = call.query("card");
        long seen = SettingsPages.number(call, "seen");
        published(
                call,
                card == null || card.isEmpty() ? cards.withdraw(CardRole.LIVE, seen) : cards.rollBack(card, seen));
    }

    private static void published(PageCall call, ScorecardHistory history) {
        call.host().rescorer().begin(call.who().tenant());
        call.render(
                "settings-scorecard-saved",
                Map.of(
                        "seen",
                        history.version(),
                        "card",
                        history.card(CardRole.LIVE).orElse("The built-in card")));
    }

    /** How far the leads have come to the scores of the card; the page asks until all have. */
    static void progress(PageCall call) {
        call.ctx()
                .contentType("application/json")
                .result(Json.text(call.host().rescorer().progress(call.who().tenant())));
    }
}
