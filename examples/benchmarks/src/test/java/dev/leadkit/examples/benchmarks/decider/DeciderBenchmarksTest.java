package dev.leadkit.examples.benchmarks.decider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.benchmarks.turns.Smoke;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each benchmark on a small load, and whether all contenders decide the same, without which the figures mean nothing. */
class DeciderBenchmarksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit",
                "leadkit",
                "leadkit, text read",
                Contenders.USUAL,
                "stateless4j, canFire",
                "stateless4j, a machine per lead"
            })
    void all_contenders_decide_the_same(String contender) {
        for (Moves moves : Moves.values()) {
            var decider = Contenders.named(contender, moves.leads());

            assertThat(moves.leads())
                    .allMatch(lead -> Contenders.isAllowed(decider.decide(lead, moves.to())) == moves.isAllowed());
        }
    }

    @Test
    void every_benchmark_runs_and_is_reported() throws Exception {
        Path out = Path.of("target", "smoke", "deciders.md");

        DeciderRun.run(DeciderOptions.parse(Smoke.options(out)));

        assertThat(Files.readString(out))
                .contains("## allowed", "## refused move=guarded", "## refused move=undeclared")
                .contains("| stateless4j, a machine per lead |", "| leadkit, text read |");
    }
}
