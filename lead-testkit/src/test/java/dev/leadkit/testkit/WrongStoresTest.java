package dev.leadkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/** The contract catches stores that are wrong, and says which promise they broke. */
class WrongStoresTest {
    private static final List<String> ALL_RULES = List.of();

    private static final List<String> OUTBOX_RULES =
            IntStream.rangeClosed(75, 89).mapToObj("STORE-%02d"::formatted).toList();

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
                arguments(WrongReads.ForgetsOwnProbabilities.class, List.of("STORE-103", "STORE-133")),
                arguments(WrongReads.CountsStaleCards.class, List.of("STORE-53", "STORE-134")),
                arguments(WrongReads.SearchesAnywhere.class, List.of("STORE-49", "STORE-51")),
                arguments(WrongReads.LagsBehind.class, List.of("STORE-01", "STORE-67")),
                arguments(WrongReads.TurnsTimelines.class, List.of("STORE-38", "STORE-39")),
                arguments(WrongReads.IgnoresCase.class, List.of("STORE-35")),
                arguments(WrongReads.DropsWithdrawn.class, List.of("STORE-44")),
                arguments(WrongBulks.ShufflesOutcomes.class, List.of("STORE-69", "STORE-74")),
                arguments(WrongBulks.LeavesOutConflicts.class, List.of("STORE-69", "STORE-74")),
                arguments(WrongBulks.SwallowsConflictsOfMany.class, List.of("STORE-69", "STORE-74")),
                arguments(WrongBulks.HidesRepeats.class, List.of("STORE-69", "STORE-73")),
                arguments(WrongBulks.StopsAtTheFirstConflict.class, List.of("STORE-69", "STORE-70", "STORE-74")),
                arguments(WrongBulks.ChecksAllFirst.class, List.of("STORE-71")),
                arguments(WrongBulks.MixesTenants.class, List.of("STORE-72")),
                arguments(WrongOutboxes.LeasesWithoutLock.class, List.of("STORE-77", "STORE-78")),
                arguments(WrongOutboxes.ForgetsOrderAfterFailure.class, List.of("STORE-81")),
                arguments(WrongOutboxes.DropsOnRetry.class, List.of("STORE-81", "STORE-83")),
                arguments(WrongOutboxes.LeaksTenants.class, List.of("STORE-86")),
                arguments(WrongOutboxes.SettlesWithLostLease.class, List.of("STORE-79")),
                arguments(WrongOutboxes.RetriesAtOnce.class, List.of("STORE-81")),
                arguments(WrongOutboxes.WritesApart.class, List.of("STORE-76")),
                arguments(WrongOutboxes.IgnoresEndpoints.class, List.of("STORE-75", "STORE-89")),
                arguments(WrongErasures.ForgetsMessages.class, List.of("STORE-90")),
                arguments(WrongErasures.ForgetsClaims.class, List.of("STORE-91")),
                arguments(WrongErasures.ForgetsVersions.class, List.of("STORE-92")),
                arguments(WrongErasures.ForgetsOrders.class, List.of("STORE-93")),
                arguments(WrongErasures.ForgetsCounters.class, List.of("STORE-94")),
                arguments(WrongErasures.ForgetsSuppression.class, List.of("STORE-95")),
                arguments(WrongErasures.ForgetsTheTenant.class, List.of("STORE-96")),
                arguments(WrongErasures.ForgetsChangesets.class, List.of("STORE-97")),
                arguments(WrongFilters.ForgetsUnwantedTags.class, List.of("STORE-100", "STORE-104")),
                arguments(WrongFilters.ClosesRanges.class, List.of("STORE-101", "STORE-102")),
                arguments(WrongFilters.RemembersCounts.class, List.of("STORE-56", "STORE-103")),
                arguments(WrongFilters.TakesCursorsOfOtherFilters.class, List.of("STORE-47", "STORE-105")),
                arguments(WrongFilters.PassesOverContainment.class, List.of("STORE-106")),
                arguments(WrongFilters.TakesTheFirstAlternative.class, List.of("STORE-100", "STORE-130")),
                arguments(WrongReads.ForgetsThatScoresOfClosedLeadsStay.class, List.of("STORE-131", "STORE-132")),
                arguments(WrongFilters.OrdersBySearch.class, List.of("STORE-108")),
                arguments(WrongFilters.FindsAHundred.class, List.of("STORE-109")),
                arguments(WrongJoins.MarksEverything.class, List.of("STORE-110")),
                arguments(WrongJoins.TakesTheConnectionOver.class, List.of("STORE-111")),
                arguments(WrongDocuments.LeaksTenants.class, List.of("STORE-112")),
                arguments(WrongDocuments.IgnoresVersions.class, List.of("STORE-113")),
                arguments(WrongDocuments.WritesApart.class, List.of("STORE-114")),
                arguments(WrongDocuments.KeepsRemoved.class, List.of("STORE-115")),
                arguments(WrongDocuments.SortsByLetters.class, List.of("STORE-116")),
                arguments(WrongDocuments.DeclaresNoneAndTakesAll.class, List.of("STORE-112", "STORE-116")),
                arguments(WrongDocuments.MixesChangesets.class, List.of("STORE-117")),
                arguments(WrongSizes.RefusesLongWords.class, List.of("STORE-135")),
                arguments(WrongSizes.FailsForNul.class, List.of("STORE-136")),
                arguments(WrongSizes.SkipsLargeChangesets.class, List.of("STORE-137")),
                arguments(WrongSizes.ListsFiftyActivities.class, List.of("STORE-137")),
                arguments(WrongSizes.ReadsFiveHundredMessages.class, List.of("STORE-138")),
                arguments(WrongSizes.ReportsThreeSeenMessages.class, List.of("STORE-138")),
                arguments(WrongSizes.CutsDocuments.class, List.of("STORE-139")),
                arguments(WrongSizes.SuppressesAHundred.class, List.of("STORE-140")),
                arguments(WrongSizes.AsksForFiveStages.class, List.of("STORE-141")),
                arguments(WrongSizes.ReadsOneDay.class, List.of("STORE-01")),
                arguments(WrongSizes.ReadsOneEvidence.class, List.of("STORE-01")),
                arguments(WrongSizes.ReadsOneEvidenceOfTheNeed.class, List.of("STORE-01")),
                arguments(WrongSizes.TurnsEvidence.class, List.of("STORE-01")),
                arguments(WrongSizes.ReadsTwoSegments.class, List.of("STORE-30")),
                arguments(WrongSizes.ReadsTwentyPins.class, List.of("STORE-142")),
                arguments(WrongSizes.ReadsFiftySessions.class, List.of("STORE-142")));
    }

    @ParameterizedTest
    @MethodSource("wrong_stores")
    void a_wrong_store_breaks_the_rules_that_name_its_fault(Class<?> wrong, List<String> rules) {
        // The others take long, and whether they break is no matter.
        List<String> broken = brokenRules(wrong, rules);

        assertThat(broken).containsAll(rules);
    }

    @Test
    void the_right_store_breaks_none() {
        List<String> broken = brokenRules(InMemoryLeadStoreTest.class, ALL_RULES);

        assertThat(broken).isEmpty();
    }

    @Test
    void a_store_without_an_outbox_breaks_none_as_long_as_it_refuses_endpoints() {
        List<String> broken = brokenRules(WrongOutboxes.DeclaresNone.class, OUTBOX_RULES);

        assertThat(broken).isEmpty();
    }

    @Test
    void a_store_without_an_outbox_that_takes_endpoints_breaks_every_rule_of_outboxes() {
        List<String> broken = brokenRules(WrongOutboxes.DeclaresNoneAndTakesAll.class, OUTBOX_RULES);

        assertThat(broken).containsExactlyInAnyOrderElementsOf(OUTBOX_RULES);
    }

    @Test
    void a_store_without_erasure_that_says_so_breaks_none() {
        List<String> broken = brokenRules(WrongErasures.HasNone.class, ALL_RULES);

        assertThat(broken).isEmpty();
    }

    @Test
    void no_two_rules_have_the_same_number() {
        List<String> numbers = run(InMemoryLeadStoreTest.class, ALL_RULES).started().stream()
                .map(event -> number(event.getTestDescriptor().getDisplayName()))
                .toList();

        assertThat(numbers)
                .hasSizeGreaterThanOrEqualTo(100)
                .allMatch(number -> number.matches("STORE-\\d{2,3}"))
                .doesNotHaveDuplicates();
    }

    private static Events run(Class<?> contract, List<String> rules) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .filters((PostDiscoveryFilter) rule -> FilterResult.includedIf(
                        rule.isContainer() || rules.equals(ALL_RULES) || rules.contains(number(rule.getDisplayName()))))
                .execute()
                .testEvents();
    }

    /** The numbers of the rules that failed, as the failures name them. */
    private static List<String> brokenRules(Class<?> contract, List<String> rules) {
        return run(contract, rules).failed().stream()
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
