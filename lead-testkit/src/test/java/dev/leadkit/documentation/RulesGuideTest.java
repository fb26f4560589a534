package dev.leadkit.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.testkit.CaptureUnderTest;
import dev.leadkit.testkit.ScorecardLaws;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The wrong rule and the wrong card of {@code docs/rules.md}: they fail as the page says, and what mends them does. */
class RulesGuideTest {
    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Block.ROOT.resolve("lead-testkit/docs/rules.md"));
    }

    static CaptureRules rules(String pattern) {
        return CaptureRules.parse("""
                {"kind": "capture-rules", "format": 1, "name": "ours", "version": 1, "policy": "by-rule",
                 "rules": [{"id": "wants-demo", "when": {"text": {"matches": "%s"}}, "then": {"createLead": true}}]}
                """.formatted(pattern));
    }

    static class WrongRuleTest {
        String pattern() {
            return "(?i)demo";
        }

        @Property(shrinking = ShrinkingMode.FULL)
        void a_longer_word_is_not_the_word(@ForAll @LowerChars @StringLength(max = 8) String rest) {
            Assume.that(!rest.isEmpty());
            ChatMessage message = ChatMessage.from("s-1")
                    .id("m-1")
                    .at(Instant.EPOCH)
                    .visitor("demo" + rest)
                    .build();

            var run = CaptureUnderTest.of(rules(pattern())).run(List.of(message));

            assertThat(run.leads()).isEmpty();
        }
    }

    static class RightRuleTest extends WrongRuleTest {
        @Override
        String pattern() {
            return "(?i)\\\\bdemo\\\\b";
        }
    }

    static class WrongCardTest extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return Scorecard.named("ours")
                    .factor(Factor.engagement("questions", "Questions", "engagement.questions")
                            .withBins(Bin.between(1, 5, 20), Bin.from(5, 10)))
                    .build();
        }

        @Override
        protected List<Raise> neverLowers() {
            return List.of(Raise.QUESTIONS);
        }
    }

    @Test
    void the_rule_is_wrong_for_the_sample_that_the_page_shows() {
        EngineExecutionResults results = run(WrongRuleTest.class, "");

        assertThat(results.testEvents().failed().count()).isOne();
        String report = report(results);
        assertThat(report).contains("Sample", "rest: \"a\""); // "Shrunk" unless it was the first that was tried
        assertThat(page).contains("rest: \"a\"");
    }

    @Test
    void the_mended_rule_keeps_the_property() {
        run(RightRuleTest.class, "")
                .testEvents()
                .assertStatistics(all -> all.succeeded(1).failed(0));
        assertThat(page).contains("(?i)" + "\\\\bdemo\\\\b");
    }

    @Test
    void the_card_breaks_the_law_that_the_page_shows() {
        EngineExecutionResults results = run(WrongCardTest.class, "SCORE-04");

        String message = results.testEvents().failed().stream()
                .map(failed -> failed.getRequiredPayload(TestExecutionResult.class))
                .map(failed -> failed.getThrowable().orElseThrow().getMessage())
                .findFirst()
                .orElseThrow();
        for (String line : List.of(
                "broken: SCORE-04 is never lowered by what is claimed to be a good sign",
                "questions=4, ",
                "[the score with more QUESTIONS]",
                "  10\nto be greater than or equal to:\n  20")) {
            assertThat(message).contains(line);
            assertThat(page).contains(line);
        }
    }

    private static String report(EngineExecutionResults results) {
        StringBuilder report = new StringBuilder();
        results.allEvents().reportingEntryPublished().stream()
                .map(each -> each.getRequiredPayload(ReportEntry.class))
                .forEach(each -> each.getKeyValuePairs()
                        .forEach((key, value) -> report.append(value).append('\n')));
        return report.toString();
    }

    private static EngineExecutionResults run(Class<?> properties, String beginning) {
        return EngineTestKit.engine("jqwik")
                .configurationParameter("jqwik.database", "target/jqwik-database-of-laws")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .configurationParameter("jqwik.shrinking.bounded.seconds", "1")
                .selectors(selectClass(properties))
                .filters((PostDiscoveryFilter) found -> FilterResult.includedIf(
                        found.isContainer() || found.getDisplayName().startsWith(beginning)))
                .execute();
    }
}
