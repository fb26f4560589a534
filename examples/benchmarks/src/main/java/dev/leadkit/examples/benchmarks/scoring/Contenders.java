package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.Scorecard;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Who scores, by name. */
final class Contenders {
    static final String USUAL = "Easy Rules";

    /** When all leads are scored. */
    static final Instant AS_OF = Instant.parse("2026-03-02T09:00:00Z");

    private Contenders() {}

    /** Scores a lead. */
    interface Scorer {
        Object score(Subject subject);
    }

    /** Made from the rules anew, as when they are replaced at run time. */
    static Scorer named(String contender, List<Rule> rules) {
        return switch (contender) {
            case "limit" -> {
                var table = new ScoreTable(rules);
                yield subject -> table.score(subject.lead());
            }
            case "leadkit" -> {
                Scorecard card = RuleSet.card(rules);
                yield subject -> card.score(subject.lead(), AS_OF);
            }
            case "leadkit, contributions read" -> {
                Scorecard card = RuleSet.card(rules);
                yield subject -> read(card.score(subject.lead(), AS_OF));
            }
            case "Java" -> {
                var java = new JavaRules(rules);
                yield subject -> java.score(subject.lead());
            }
            case "Drools" -> new DroolsRules(rules)::score;
            case USUAL -> new EasyRules(rules)::score;
            case "Evrete" -> new EvreteRules(rules)::score;
            case "CEL" -> new CelRules(rules)::score;
            default -> throw new IllegalArgumentException(contender);
        };
    }

    /** For whoever shows why. */
    private static Score read(Score score) {
        score.contributions().get(0);
        return score;
    }

    /** The points of each rule in the answer of any contender. */
    static List<Integer> points(Object answer, int rules) {
        if (answer instanceof Score score) {
            return score.contributions().stream()
                    .limit(rules)
                    .map(Contribution::points)
                    .toList();
        }
        int[] points = answer instanceof ScoreTable.Answer its ? its.points() : ((Scored) answer).points();
        return Arrays.stream(points).boxed().toList();
    }

    static int value(Object answer) {
        if (answer instanceof Score score) {
            return score.value();
        }
        return answer instanceof ScoreTable.Answer its ? its.value() : ((Scored) answer).value();
    }
}
