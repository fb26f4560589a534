package dev.leadkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.leadkit.lead.LeadScorer;
import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Cell;
import dev.leadkit.scoring.Decay;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Repeat;
import dev.leadkit.scoring.Scorecard;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The laws catch scorers that are wrong within a thousand tries. */
class ScorecardLawsTest {
    private static final String ALL_LAWS = "";

    static Stream<Arguments> wrong_scorers() {
        return Stream.of(
                arguments(WrongScorers.ThrowsWithoutMessages.class, "SCORE-01"),
                arguments(WrongScorers.LeavesTheRange.class, "SCORE-01"),
                arguments(WrongScorers.ReadsAColumn.class, "SCORE-01"),
                arguments(WrongScorers.SaysAnotherTime.class, "SCORE-01"),
                arguments(WrongScorers.CountsItsLeads.class, "SCORE-02"),
                arguments(WrongScorers.RemembersTheBest.class, "SCORE-02"),
                arguments(WrongScorers.WritesDecimalsOfTheMachine.class, "SCORE-02"),
                arguments(WrongScorers.CountsDaysOfTheMachine.class, "SCORE-02"),
                arguments(WrongScorers.ShowsOtherPoints.class, "SCORE-03"),
                arguments(WrongScorers.NamesAFactorTwice.class, "SCORE-03"),
                arguments(WrongScorers.KeepsSilent.class, "SCORE-03"),
                arguments(WrongScorers.FallsWithQuestions.class, "SCORE-04"),
                arguments(WrongScorers.AddsToTheScoreBefore.class, "SCORE-05"),
                arguments(WrongScorers.StaysInItsBand.class, "SCORE-05"),
                arguments(WrongScorers.CountsArrivals.class, "SCORE-06"),
                arguments(WrongScorers.GrowsWithTime.class, "SCORE-07"),
                arguments(WrongScorers.ForgetsTheNextChange.class, "SCORE-08"),
                arguments(WrongScorers.AnnouncesInVain.class, "SCORE-08"),
                arguments(WrongScorers.AnnouncesTooLate.class, "SCORE-08"),
                arguments(WrongScorers.LooksAtTheStage.class, "SCORE-09"),
                arguments(WrongScorers.TellsTheAddress.class, "SCORE-10"),
                arguments(WrongScorers.TellsThePlace.class, "SCORE-10"),
                arguments(WrongScorers.NamesTheCardAfterTheFirm.class, "SCORE-10"));
    }

    @ParameterizedTest
    @MethodSource("wrong_scorers")
    void a_wrong_scorer_breaks_the_law_that_names_its_fault(Class<?> wrong, String law) {
        Events events = run(wrong, law, 1_000);

        assertThat(events.failed().stream())
                .singleElement()
                .satisfies(failed -> assertThat(message(failed)).contains("broken: " + law));
    }

    @ParameterizedTest
    @MethodSource("right_scorers")
    void a_right_card_keeps_all_laws(Class<?> right) {
        Events events = run(right, ALL_LAWS, 60);

        assertThat(events.failed().stream().map(ScorecardLawsTest::message)).isEmpty();
        events.assertStatistics(statistics -> statistics.succeeded(10).failed(0));
    }

    static Stream<Class<?>> right_scorers() {
        return Stream.of(StandardCard.class, EveryKindOfFactor.class, Slow.class, CountsAddresses.class);
    }

    static class StandardCard extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return Scorecard.standard();
        }

        @Override
        protected List<Raise> neverLowers() {
            return List.of(Raise.values());
        }
    }

    /** Groups, repeats, decimals, cells and all ways of decay. */
    static class EveryKindOfFactor extends ScorecardLaws {
        private static final Scorecard CARD = Scorecard.named("all")
                .base(10.125)
                .group("chat", "Chat", 30)
                .factor(factor("messages", "engagement.messages")
                        .withEach(1.5)
                        .withRepeat(Repeat.perDay(3))
                        .inGroup("chat")
                        .withDecay(Decay.steps(new Decay.Step(Duration.ofDays(2), 0.5))))
                .factor(factor("questions", "engagement.questions")
                        .withEach(4.25)
                        .withRepeat(Repeat.first(4))
                        .inGroup("chat"))
                .factor(factor("minutes", "engagement.activeMinutes")
                        .withEach(-1)
                        .withCap(9)
                        .withDecay(Decay.linear(Duration.ofDays(9))))
                .factor(factor("intent", "intent.purchase")
                        .withBins(Bin.from(0.5, 20.5))
                        .withHalfLife(Duration.ofDays(4)))
                .factor(factor("both", "contact.email")
                        .crossedWith("source", List.of(new Cell(Bin.equalTo("yes", 0), Bin.equalTo("api", 0), 7.75)))
                        .withDecay(Decay.window(Duration.ofDays(40))))
                .build();

        private static Factor factor(String id, String input) {
            return Factor.engagement(id, id, input);
        }

        @Override
        protected LeadScorer scorer() {
            return CARD;
        }

        @Override
        protected List<Raise> neverLowers() {
            return List.of(Raise.MESSAGES, Raise.QUESTIONS, Raise.PURCHASE_INTENT, Raise.EMAIL);
        }
    }

    /** More addresses and numbers are more points, which only more of them show. */
    static class CountsAddresses extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> WrongScorers.of(
                    Math.min(
                            100,
                            10 * lead.contact().emails().size()
                                    + 10 * lead.contact().phones().size()),
                    asOf);
        }

        @Override
        protected List<Raise> neverLowers() {
            return List.of(Raise.EMAIL, Raise.PHONE);
        }
    }

    /** Says that its bands depend on the way. */
    static class Slow extends WrongScorers.StaysInItsBand {
        @Override
        protected boolean bandsDependOnTheWay() {
            return true;
        }
    }

    private static Events run(Class<?> laws, String law, int tries) {
        return EngineTestKit.engine("jqwik")
                .configurationParameter("jqwik.database", "target/jqwik-database-of-laws")
                .configurationParameter("jqwik.tries.default", String.valueOf(tries))
                // the law that broke is all that counts, and jqwik's end of a bounded shrinking races with the
                // shrinking
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .selectors(selectClass(laws))
                .filters((PostDiscoveryFilter) found -> FilterResult.includedIf(
                        found.isContainer() || found.getDisplayName().startsWith(law)))
                .execute()
                .testEvents();
    }

    private static String message(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .toString(); // with its class, which is all that some have
    }
}
