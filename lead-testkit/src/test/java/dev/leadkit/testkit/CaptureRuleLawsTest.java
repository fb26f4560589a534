package dev.leadkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.capture.rule.TimeWindow;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The laws catch rules that are wrong within a thousand tries, and show it by three messages or fewer. */
class CaptureRuleLawsTest {
    private static final String ALL_LAWS = "";
    private static final Pattern BROKEN = Pattern.compile("(?s)broken: (CAPTURE-\\d+) .*?by (\\d+) messages.*");

    static Stream<Arguments> wrong_captures() {
        return Stream.of(
                arguments(WrongCaptures.ThrowsOnEmptyText.class, "CAPTURE-01"),
                arguments(WrongCaptures.ThrowsOnAnEmoji.class, "CAPTURE-01"),
                arguments(WrongCaptures.AnswersVisitorsAlone.class, "CAPTURE-01"),
                arguments(WrongCaptures.CountsInAStaticField.class, "CAPTURE-02"),
                arguments(WrongCaptures.AsksTheClock.class, "CAPTURE-02"),
                arguments(WrongCaptures.CountsRedeliveries.class, "CAPTURE-03"),
                arguments(WrongCaptures.TakesWhatArrivedLast.class, "CAPTURE-04"),
                arguments(WrongCaptures.ForgetsTies.class, "CAPTURE-04"),
                arguments(WrongCaptures.OrdersByIds.class, "CAPTURE-04"),
                arguments(WrongCaptures.IgnoresSequences.class, "CAPTURE-04"),
                arguments(WrongCaptures.LosesWhoeverTakesHisTime.class, "CAPTURE-04"),
                arguments(WrongCaptures.PointsIntoAnotherSession.class, "CAPTURE-06"),
                arguments(WrongCaptures.TagsEveryText.class, "CAPTURE-05"),
                arguments(WrongCaptures.MakesALeadOfEachMessage.class, "CAPTURE-05"),
                arguments(WrongCaptures.LooksAgainFromEachCharacter.class, "CAPTURE-05"),
                arguments(WrongCaptures.KeepsSilent.class, "CAPTURE-06"),
                arguments(WrongCaptures.TagsInNobodysName.class, "CAPTURE-06"),
                arguments(WrongCaptures.PointsBeyondTheText.class, "CAPTURE-06"),
                arguments(WrongCaptures.CapturesTheBot.class, "CAPTURE-07"),
                arguments(WrongCaptures.MixesSessions.class, "CAPTURE-08"),
                arguments(WrongCaptures.PromisesALead.class, "CAPTURE-09"),
                arguments(WrongCaptures.DetectsTheFirst.class, "CAPTURE-02"),
                arguments(WrongCaptures.DetectorThrowsOnAnEmoji.class, "CAPTURE-01"),
                arguments(WrongCaptures.DetectorAnswersNull.class, "CAPTURE-01"),
                arguments(WrongCaptures.SortsItsDeliveries.class, "CAPTURE-01"),
                arguments(WrongCaptures.AsksTheLocale.class, "CAPTURE-02"),
                arguments(WrongCaptures.AsksTheTimeZone.class, "CAPTURE-02"),
                arguments(WrongCaptures.NumbersTheBudgets.class, "CAPTURE-03"),
                arguments(WrongCaptures.NumbersTheBudgets.class, "CAPTURE-04"),
                arguments(WrongCaptures.TakesArrivalForConsent.class, "CAPTURE-04"));
    }

    @ParameterizedTest
    @MethodSource("wrong_captures")
    void a_wrong_capture_breaks_the_law_that_names_its_fault(Class<?> wrong, String law) {
        Events events = run(wrong, law, 1_000);

        assertThat(events.failed().stream()).singleElement().satisfies(failed -> {
            Matcher broken = BROKEN.matcher(message(failed));
            assertThat(broken.matches()).as(message(failed)).isTrue();
            assertThat(broken.group(1)).isEqualTo(law);
            assertThat(Integer.parseInt(broken.group(2))).isLessThanOrEqualTo(3);
        });
    }

    @ParameterizedTest
    @MethodSource("right_captures")
    void a_right_capture_keeps_all_laws(Class<?> right, int tries) {
        Events events = run(right, ALL_LAWS, tries);

        events.assertStatistics(statistics -> statistics.succeeded(9).failed(0));
    }

    static Stream<Arguments> right_captures() {
        return Stream.of(
                arguments(Simple.class, 100),
                arguments(StandardRules.class, 12),
                arguments(AnyRules.class, 12),
                arguments(ManyConditions.class, 2));
    }

    @Test
    void conversations_fire_rules_that_ask_for_channels_attributes_consents_and_times() {
        CaptureRules rules = CaptureRules.named("of-every-kind")
                .rule(CaptureRule.of("channel", Condition.channel("whatsapp"), Effect.lead()))
                .rule(CaptureRule.of("attribute", Condition.attribute("campaign"), Effect.lead()))
                .rule(CaptureRule.of("consent", Condition.consent("marketing"), Effect.lead()))
                .rule(CaptureRule.of(
                        "sunday", Condition.at(TimeWindow.in(ZoneOffset.UTC).on(DayOfWeek.SUNDAY)), Effect.lead()))
                .build();
        CaptureUnderTest capture = CaptureUnderTest.of(rules);
        Set<String> fired = new TreeSet<>();

        CaptureArbitraries.conversations("s-1")
                .sampleStream()
                .limit(200)
                .forEach(messages -> fired.addAll(capture.run(messages).fired()));

        assertThat(fired).containsExactlyInAnyOrderElementsOf(capture.rules());
    }

    @Test
    void a_failure_shows_plain_text_as_it_is_and_escapes_the_rest() {
        assertThat(Texts.name("jane@acme.example")).isEqualTo("\"jane@acme.example\" (17 chars)");
        assertThat(Texts.name("E\u0301 \"x\"")).isEqualTo("\"E\\u0301 \\\"x\\\"\" (6 chars)");
    }

    @Test
    void a_capture_that_claims_no_order_is_not_asked_for_it() {
        Events events = run(OrderIsNotClaimed.class, "CAPTURE-04", 1_000);

        events.assertStatistics(statistics -> statistics.succeeded(1).failed(0));
    }

    static class Simple extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture();
        }
    }

    static class StandardRules extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return CaptureUnderTest.of(CaptureRules.standard(), engine -> engine.region("US"));
        }

        @Override
        protected int mostEffects() {
            return 15; // so that a flood takes less time
        }
    }

    /** More conditions, each of which may be a reason, than laws take unless told otherwise. */
    static class ManyConditions extends StandardRules {
        @Override
        protected CaptureUnderTest capture() {
            Condition[] hundred =
                    Collections.nCopies(100, Condition.messages(200)).toArray(Condition[]::new);
            CaptureRules.Builder rules = CaptureRules.named("many");
            for (int i = 0; i < 11; i++) {
                rules.rule(CaptureRule.of("r" + i, Condition.all(hundred), Effect.lead()));
            }
            return CaptureUnderTest.of(rules.build());
        }

        @Override
        protected int mostReasons() {
            return 1_200;
        }
    }

    /** Other rules over the whole grammar in each try. */
    static class AnyRules extends CaptureRuleLaws {
        private final Arbitrary<CaptureRules> rules = CaptureArbitraries.rules();

        @Override
        protected CaptureUnderTest capture() {
            return CaptureUnderTest.of(rules.sample());
        }

        @Override
        protected int mostEffects() {
            return 23; // five rules of three tags and a consent, a stage, an assignee and an amount
        }

        @Override
        protected Arbitrary<String> visitorTexts() {
            return Arbitraries.oneOf(CaptureArbitraries.visitorTexts(), Arbitraries.of("a demo", "our fleet", "aaa"));
        }
    }

    static class OrderIsNotClaimed extends WrongCaptures.TakesWhatArrivedLast {
        @Override
        protected boolean isOrderFree() {
            return false;
        }
    }

    private static Events run(Class<?> laws, String law, int tries) {
        return EngineTestKit.engine("jqwik")
                .configurationParameter("jqwik.database", "target/jqwik-database-of-laws")
                .configurationParameter("jqwik.tries.default", String.valueOf(tries))
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
                .getMessage();
    }
}
