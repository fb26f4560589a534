package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.ScorecardBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules of all kinds, as many as one wants, the same each time. */
final class RuleSet {
    private static final List<String> COMPANIES = List.of("Acme", "Globex", "Initech", "Umbrella", "Hooli", "Stark");
    private static final List<String> SOURCES = List.of("widget", "api", "whatsapp", "import", "messenger");

    private RuleSet() {}

    /** The first of these rules are the same for any size. */
    static List<Rule> of(int size) {
        var random = new Random(42);
        List<Rule> rules = new ArrayList<>();
        Fact[] facts = Fact.values();
        for (int i = 0; i < size; i++) {
            rules.add(rule("r" + i, facts[i % facts.length], random));
        }
        return List.copyOf(rules);
    }

    private static Rule rule(String id, Fact fact, Random random) {
        int points = random.nextInt(26) - 8;
        return switch (fact) {
            case MESSAGES, QUESTIONS, MINUTES -> between(id, fact, random.nextInt(12), 1 + random.nextInt(20), points);
            case PURCHASE, QUALIFIED ->
                between(id, fact, random.nextInt(80) / 100.0, 0.05 + random.nextInt(40) / 100.0, points);
            case AMOUNT -> between(id, fact, random.nextInt(900) * 10, 100 + random.nextInt(500) * 10, points);
            case COMPANY -> anyOf(id, fact, COMPANIES, random, points);
            case SOURCE -> anyOf(id, fact, SOURCES, random, points);
            case EMAIL, PHONE, MARKED -> new Rule(id, fact, 0, 0, List.of("yes"), points);
        };
    }

    private static Rule between(String id, Fact fact, double from, double width, int points) {
        return new Rule(id, fact, from, from + width, List.of(), points);
    }

    private static Rule anyOf(String id, Fact fact, List<String> names, Random random, int points) {
        int first = random.nextInt(names.size() - 1);
        return new Rule(id, fact, 0, 0, names.subList(first, first + 1 + random.nextInt(2)), points);
    }

    /** The rules as a scorecard, a factor each. */
    static Scorecard card(List<Rule> rules) {
        ScorecardBuilder card = Scorecard.named("rules");
        for (Rule rule : rules) {
            Bin bin = rule.fact().isNumber()
                    ? Bin.between(rule.from(), rule.below(), rule.points())
                    : Bin.anyOf(rule.texts(), rule.points());
            card.factor(
                    Factor.engagement(rule.id(), rule.id(), rule.fact().input()).withBins(bin));
        }
        return card.build();
    }
}
