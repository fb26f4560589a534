package dev.leadkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.store.TimeRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Both funnels against sets of leads, made in the plainest way. */
class FunnelProperties {
    private static final List<String> STEPS = List.of("new", "contacted", "qualified", "trial", "customer");

    @Property
    void a_cohort_is_what_sets_of_leads_say(
            @ForAll("histories") List<LeadHistory> histories,
            @ForAll @IntRange(max = 220) int from,
            @ForAll @IntRange(max = 220) int length,
            @ForAll SkippedStages skipped) {
        TimeRange window = TimeRange.between(Histories.minute(from), Histories.minute(from + length));
        List<LeadHistory> cohort = histories.stream()
                .filter(lead -> lead.pipeline().equals("p"))
                .filter(lead -> !lead.createdAt().isBefore(Histories.minute(from)))
                .filter(lead -> lead.createdAt().isBefore(Histories.minute(from + length)))
                .toList();

        CohortFunnel funnel = CohortFunnel.of(Histories.PIPELINE, histories.stream(), window, skipped);

        List<CohortFunnel.Step> expected = new ArrayList<>();
        for (String step : STEPS) {
            Set<LeadHistory> visited = having(cohort, lead -> stages(lead).contains(step));
            Set<LeadHistory> further =
                    having(cohort, lead -> stages(lead).stream().anyMatch(later(step)::contains));
            Set<LeadHistory> reached = new HashSet<>(visited);
            if (skipped == SkippedStages.IMPUTED) {
                reached.addAll(further);
            }
            Set<LeadHistory> stayed = new HashSet<>(reached);
            stayed.removeAll(further);
            expected.add(new CohortFunnel.Step(
                    step,
                    reached.size(),
                    reached.size() - visited.size(),
                    reached.size() - stayed.size(),
                    having(stayed, lead -> Histories.WON.contains(now(lead))).size(),
                    having(stayed, lead -> Histories.LOST.contains(now(lead))).size(),
                    having(stayed, FunnelProperties::isOpen).size()));
        }
        assertThat(funnel)
                .isEqualTo(new CohortFunnel(
                        window,
                        skipped,
                        cohort.size(),
                        having(cohort, lead -> Histories.WON.contains(now(lead)))
                                .size(),
                        having(cohort, lead -> Histories.LOST.contains(now(lead)))
                                .size(),
                        having(cohort, FunnelProperties::isOpen).size(),
                        expected));
    }

    @Property
    void an_imputed_cohort_only_gets_smaller_and_loses_nobody(@ForAll("histories") List<LeadHistory> histories) {
        CohortFunnel funnel =
                CohortFunnel.of(Histories.PIPELINE, histories.stream(), TimeRange.ALWAYS, SkippedStages.IMPUTED);

        long before = funnel.leads();
        for (CohortFunnel.Step step : funnel.steps().subList(0, 3)) {
            assertThat(step.reached()).isLessThanOrEqualTo(before);
            assertThat(step.reached()).isEqualTo(step.onward() + step.won() + step.lost() + step.open());
            before = step.reached();
        }
        assertThat(funnel.leads()).isEqualTo(funnel.won() + funnel.lost() + funnel.open());
    }

    @Property
    void a_period_is_what_sets_of_leads_say(
            @ForAll("histories") List<LeadHistory> histories,
            @ForAll @IntRange(max = 350) int from,
            @ForAll @IntRange(max = 350) int length,
            @ForAll SkippedStages skipped) {
        TimeRange window = TimeRange.between(Histories.minute(from), Histories.minute(from + length));

        PeriodFunnel funnel = PeriodFunnel.of(Histories.PIPELINE, histories.stream(), window, skipped);

        Set<String> facts = facts(histories, from, from + length, skipped);
        List<PeriodFunnel.Step> expected = new ArrayList<>();
        for (String step : STEPS) {
            long recorded = count(facts, "came " + step);
            Set<String> leapt = leads(facts, "leapt " + step);
            leapt.removeAll(leads(facts, "came " + step));
            expected.add(new PeriodFunnel.Step(
                    step,
                    recorded + leapt.size(),
                    leapt.size(),
                    count(facts, "onward " + step),
                    count(facts, "back " + step),
                    count(facts, "lost " + step)));
        }
        assertThat(funnel)
                .isEqualTo(new PeriodFunnel(
                        window,
                        skipped,
                        count(facts, "created"),
                        count(facts, "won"),
                        count(facts, "lost"),
                        count(facts, "reopened"),
                        expected));
    }

    /** Each thing that happened to each lead in the window, once, as a sentence. */
    private static Set<String> facts(List<LeadHistory> histories, int from, int before, SkippedStages skipped) {
        Set<String> facts = new HashSet<>();
        for (LeadHistory lead : histories) {
            String id = lead.lead() + " ";
            String last = "";
            String lastStep = "";
            for (StageVisit visit : lead.visits()) {
                String stage = visit.stage();
                boolean counts = lead.pipeline().equals("p")
                        && !visit.from().isBefore(Histories.minute(from))
                        && visit.from().isBefore(Histories.minute(before));
                if (counts) {
                    facts.add(id + (last.isEmpty() ? "created" : "moved"));
                    facts.add(id + "came " + stage);
                    if (Histories.WON.contains(stage)) {
                        facts.add(id + "won");
                    }
                    if (Histories.LOST.contains(stage)) {
                        facts.add(id + "lost");
                        facts.add(id + "lost " + last);
                    }
                    boolean wasClosed = Histories.WON.contains(last) || Histories.LOST.contains(last);
                    if (wasClosed && !Histories.WON.contains(stage) && !Histories.LOST.contains(stage)) {
                        facts.add(id + "reopened");
                    }
                    if (later(last).contains(stage)) {
                        facts.add(id + "onward " + last);
                    }
                    if (later(stage).contains(last)) {
                        facts.add(id + "back " + last);
                    }
                    for (String between : Histories.OPEN) {
                        boolean ahead = lastStep.isEmpty() || later(lastStep).contains(between);
                        if (skipped == SkippedStages.IMPUTED
                                && ahead
                                && later(between).contains(stage)) {
                            facts.add(id + "leapt " + between);
                            facts.add(id + "onward " + between);
                        }
                    }
                }
                last = stage;
                lastStep = STEPS.contains(stage) ? stage : lastStep;
            }
        }
        return facts;
    }

    private static Set<String> leads(Set<String> facts, String fact) {
        Set<String> leads = new HashSet<>();
        for (String each : facts) {
            int end = each.indexOf(' ');
            if (each.substring(end + 1).equals(fact)) {
                leads.add(each.substring(0, end));
            }
        }
        return leads;
    }

    private static long count(Set<String> facts, String fact) {
        return leads(facts, fact).size();
    }

    /** The steps further on; the two won ones are equally far. */
    private static List<String> later(String stage) {
        return switch (stage) {
            case "new" -> List.of("contacted", "qualified", "trial", "customer");
            case "contacted" -> List.of("qualified", "trial", "customer");
            case "qualified" -> List.of("trial", "customer");
            default -> List.of();
        };
    }

    private static Set<LeadHistory> having(Iterable<LeadHistory> leads, Predicate<LeadHistory> condition) {
        Set<LeadHistory> having = new HashSet<>();
        for (LeadHistory lead : leads) {
            if (condition.test(lead)) {
                having.add(lead);
            }
        }
        return having;
    }

    private static List<String> stages(LeadHistory lead) {
        return lead.visits().stream().map(StageVisit::stage).toList();
    }

    private static String now(LeadHistory lead) {
        return lead.visits().get(lead.visits().size() - 1).stage();
    }

    private static boolean isOpen(LeadHistory lead) {
        return Histories.OPEN.contains(now(lead)) || now(lead).equals("gone");
    }

    @Provide
    Arbitrary<List<LeadHistory>> histories() {
        return Histories.lists();
    }
}
