package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.examples.leaddesk.chart.Bar;
import dev.leadkit.examples.leaddesk.host.TenantDefinitions.Current;
import dev.leadkit.examples.leaddesk.insight.Figures;
import dev.leadkit.examples.leaddesk.settings.BandChanges;
import dev.leadkit.examples.leaddesk.settings.Draft;
import dev.leadkit.examples.leaddesk.settings.PrettyJson;
import dev.leadkit.lead.Lead;
import dev.leadkit.plan.Feature;
import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Decay;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The scorecard: as it is, as a draft, and in which bands the draft would put the leads that there are. */
final class ScorecardSettings {
    /** The newest so many are scored in a dry run. */
    private static final int MOST_LEADS = 2_000;

    private ScorecardSettings() {}

    /** A factor in words. @param most the most that it gives; the bar is as long */
    record FactorWords(String id, String label, String dimension, String input, String points, String more, Bar bar) {}

    static void show(PageCall call) {
        requireReading(call);
        Current<Scorecard> current = call.host().scorecards().current(call.who().tenant());
        Map<String, Object> model = card(current.value());
        model.put("seen", current.version());
        model.put("text", PrettyJson.of(current.value().toJson()));
        call.render("settings-scorecard", model);
    }

    private static void requireReading(PageCall call) {
        call.desk().plan().gate(Feature.SCORING).requireRead(Feature.SCORING);
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
        Draft<Scorecard> draft = Draft.read(SettingsPages.text(call), Scorecard::parse);
        Scorecard card = draft.value();
        Map<String, Object> model = card == null ? new HashMap<>() : card(card);
        model.put("draft", draft);
        call.render("settings-scorecard-draft", model);
    }

    /** Ten points of the score: how many leads by which card. */
    record Step(String name, int before, int after, Bar beforeBar, Bar afterBar) {}

    static void dryRun(PageCall call) {
        requireReading(call);
        Scorecard other = Scorecard.parse(SettingsPages.text(call));
        Scorecard present =
                call.host().scorecards().current(call.who().tenant()).value();
        BandChanges changes =
                BandChanges.of(leads(call).stream(), present, other, call.host().now());
        call.render(
                "settings-scorecard-dry-run", Map.of("changes", changes, "steps", steps(changes), "most", MOST_LEADS));
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

    private static List<Lead> leads(PageCall call) {
        List<Lead> leads = new ArrayList<>();
        LeadQuery query = LeadQuery.all().sortedBy(LeadQuery.Sort.NEWEST).limit(PageRequest.MAX_LIMIT);
        Page<Lead> page = call.desk().list(query);
        leads.addAll(page.items());
        while (page.next() != null && leads.size() < MOST_LEADS) {
            page = call.desk().list(query.after(page.next()));
            leads.addAll(page.items());
        }
        return leads.size() > MOST_LEADS ? leads.subList(0, MOST_LEADS) : leads;
    }

    static void save(PageCall call) {
        call.desk().plan().gate(Feature.SCORING).requireWrite(Feature.SCORING);
        Current<Scorecard> saved = call.host()
                .scorecards()
                .save(
                        call.who().tenant(),
                        call.who().actor(),
                        SettingsPages.number(call, "seen"),
                        CaptureSettings.requireText(SettingsPages.text(call)));
        call.render(
                "settings-saved",
                Map.of(
                        "seen",
                        saved.version(),
                        "words",
                        "The scorecard is saved. Each lead is scored by it with its next change."));
    }
}
