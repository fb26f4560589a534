package dev.leadkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The contract catches stores that are wrong, and says which promise they broke. */
class WrongStoresTest {
    static Stream<Arguments> wrong_stores() {
        return Stream.of(
                arguments(WrongWrites.LosesWrites.class, List.of("STORE-61", "STORE-62")),
                arguments(WrongWrites.TearsChangesets.class, List.of("STORE-06", "STORE-07", "STORE-08")),
                arguments(WrongReads.LeaksTenants.class, List.of("STORE-57", "STORE-59")),
                arguments(WrongWrites.IgnoresVersions.class, List.of("STORE-11", "STORE-12", "STORE-13", "STORE-61")),
                arguments(WrongWrites.ChecksThenWrites.class, List.of("STORE-61")),
                arguments(WrongWrites.SwallowsConflicts.class, List.of("STORE-11", "STORE-15", "STORE-63")),
                arguments(WrongReads.PagesByOffset.class, List.of("STORE-45")),
                arguments(WrongReads.TakesAnyCursor.class, List.of("STORE-47", "STORE-48")),
                arguments(WrongWrites.ForgetsMessages.class, List.of("STORE-31")),
                arguments(WrongWrites.StripsTexts.class, List.of("STORE-36")),
                arguments(WrongWrites.CutsTimes.class, List.of("STORE-01", "STORE-04")),
                arguments(WrongWrites.CutsNames.class, List.of("STORE-03")),
                arguments(WrongWrites.AppliesRepeats.class, List.of("STORE-09", "STORE-65")),
                arguments(WrongWrites.SharesClaims.class, List.of("STORE-07", "STORE-15", "STORE-63")),
                arguments(WrongWrites.ClaimsForEver.class, List.of("STORE-16", "STORE-25")),
                arguments(WrongReads.CountsCards.class, List.of("STORE-53")),
                arguments(WrongReads.SearchesAnywhere.class, List.of("STORE-49", "STORE-51")),
                arguments(WrongReads.LagsBehind.class, List.of("STORE-01", "STORE-67")),
                arguments(WrongReads.TurnsTimelines.class, List.of("STORE-38", "STORE-39")),
                arguments(WrongReads.IgnoresCase.class, List.of("STORE-35")),
                arguments(WrongReads.DropsWithdrawn.class, List.of("STORE-44")),
                arguments(WrongJoins.MarksEverything.class, List.of("STORE-110")),
                arguments(WrongJoins.TakesTheConnectionOver.class, List.of("STORE-111")));
    }

    @ParameterizedTest
    @MethodSource("wrong_stores")
    void a_wrong_store_breaks_the_rules_that_name_its_fault(Class<?> wrong, List<String> rules) {
        List<String> broken = brokenRules(wrong);

        assertThat(broken).containsAll(rules);
    }

    @Test
    void the_right_store_breaks_none() {
        List<String> broken = brokenRules(InMemoryLeadStoreTest.class);

        assertThat(broken).isEmpty();
    }

    @Test
    void no_two_rules_have_the_same_number() {
        List<String> numbers = run(InMemoryLeadStoreTest.class).started().stream()
                .map(event -> number(event.getTestDescriptor().getDisplayName()))
                .toList();

        assertThat(numbers).hasSizeGreaterThanOrEqualTo(69).doesNotHaveDuplicates();
    }

    private static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }

    /** The numbers of the rules that failed, as the failures name them. */
    private static List<String> brokenRules(Class<?> contract) {
        return run(contract).failed().stream()
                .map(WrongStoresTest::message)
                .map(message -> number(message.replaceFirst("^broken: ", "")))
                .toList();
    }

    private static String number(String rule) {
        return rule.replaceFirst("(?s)^(STORE-\\d+) .*", "$1");
    }

    private static String message(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage();
    }
}
