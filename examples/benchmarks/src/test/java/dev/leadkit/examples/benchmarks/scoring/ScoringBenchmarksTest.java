package dev.leadkit.examples.benchmarks.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.benchmarks.turns.Smoke;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each benchmark on a small load, and whether all contenders score the same, without which the figures mean nothing. */
class ScoringBenchmarksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"leadkit", "leadkit, contributions read", "Java", "Drools", Contenders.USUAL, "Evrete", "CEL"})
    void all_contenders_give_the_same_points(String contender) {
        for (int size : List.of(20, 200)) {
            List<Rule> rules = RuleSet.of(size);
            var limit = Contenders.named("limit", rules);
            var scorer = Contenders.named(contender, rules);

            for (Subject subject : Subjects.all()) {
                Object expected = limit.score(subject);
                Object answer = scorer.score(subject);

                assertThat(Contenders.points(answer, size)).isEqualTo(Contenders.points(expected, size));
                assertThat(Contenders.value(answer)).isEqualTo(Contenders.value(expected));
            }
        }
    }

    @Test
    void the_leads_differ_in_their_scores_and_every_rule_holds_for_some() {
        List<Rule> rules = RuleSet.of(20);
        var limit = Contenders.named("limit", rules);

        assertThat(Subjects.all().stream()
                        .map(subject -> Contenders.value(limit.score(subject)))
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(10);
        for (int i = 0; i < rules.size(); i++) {
            int rule = i;
            assertThat(Subjects.all())
                    .anyMatch(subject ->
                            Contenders.points(limit.score(subject), 20).get(rule)
                                    == rules.get(rule).points());
        }
    }

    @Test
    void every_benchmark_runs_and_is_reported() throws Exception {
        Path out = Path.of("target", "smoke", "scoring.md");
        List<String> options = Smoke.options(out);

        ScoringRun.run(ScoringOptions.parse(options));

        assertThat(Files.readString(out))
                .contains("## replace rules=200", "## score rules=20", "## score rules=200")
                .contains("| leadkit, contributions read |", "| Drools |");
    }
}
