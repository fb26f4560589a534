package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.insight.Insights;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.HostGuards;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.PipelineTraffic;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.store.DateRange;
import dev.leadkit.store.TimeRange;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A pipeline whose definition uses all that there is, at the desk: the examples of {@code docs/pipeline.md}. */
class LeadDeskPipelineTest {
    private static final String SALES = """
        {"kind": "pipeline", "format": 1, "name": "sales", "version": 1,
         "stages": [
           {"key": "new", "name": "New", "category": "open", "colour": "#3b82f6", "probability": 0.1, "staleAfter": "P1D"},
           {"key": "offer", "name": "Offer", "category": "open", "probability": 0.5, "wipLimit": 20,
            "required": ["amount"]},
           {"key": "won", "name": "Won", "category": "won"},
           {"key": "lost", "name": "Lost", "category": "lost", "required": ["lostReason"],
            "lostReasons": ["price", {"key": "rival", "name": "Went to a rival"}]}],
         "start": "new",
         "transitions": [
           {"from": "new", "to": "offer", "required": ["company"],
            "guards": [{"any": [{"score": {"atLeast": 40}}, {"tags": {"any": ["vip"]}}]}]},
           {"from": "offer", "to": "won",
            "guards": [{"timeInStage": {"atLeast": "PT1H"}}, {"host": "credit-check"}, {"actor": ["user"]}]},
           {"from": "new", "to": "lost"},
           {"from": "offer", "to": "lost"}]}
        """;

    private final MovableClock clock = new MovableClock();
    private final List<String> checked = new ArrayList<>();
    private boolean good = true;

    private final HostGuards guards = HostGuards.none().with("credit-check", attempt -> {
        checked.add(attempt.to());
        return good
                ? Optional.empty()
                : Optional.of(new Refusal("credit-refused", "the credit check was negative", null));
    });
    private final LeadDesk desk = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(clock)
            .pipeline(Pipeline.parse(SALES, guards))
            .build()
            .tenant("acme")
            .as(Actor.user("ann"));

    private List<String> reasons(Decision decision) {
        return decision.refusals().stream().map(Refusal::code).toList();
    }

    @Test
    void the_desk_names_all_that_is_missing_before_anybody_drops_a_card() {
        Lead lead = desk.create(NewLead.named("Jane"));

        assertThat(desk.preview(lead.id(), "offer").refusals())
                .extracting(Refusal::text)
                .containsExactly(
                        "the lead needs \"amount\" first",
                        "the lead needs \"company\" first",
                        "none of these holds: the score must be at least 40, there is none;"
                                + " or it must be tagged vip");
        assertThat(checked).isEmpty();
    }

    @Test
    void time_in_stage_is_measured_by_the_kits_clock_in_preview_options_and_move_alike() {
        Lead lead = offered();
        assertThat(reasons(desk.preview(lead.id(), "won").decision())).containsExactly("too-soon");

        clock.advance(Duration.ofHours(1));

        assertThat(desk.preview(lead.id(), "won").isAllowed()).isTrue();
        assertThat(desk.options(lead.id()))
                .filteredOn(Decision::isAllowed)
                .extracting(Decision::to)
                .containsExactly("won");
        assertThat(desk.transition(lead.id(), "won").closed()).isTrue();
    }

    @Test
    void a_move_asks_the_host_once() {
        Lead lead = offered();
        clock.advance(Duration.ofHours(1));
        checked.clear();

        desk.transition(lead.id(), "won");

        assertThat(checked).containsExactly("won");
    }

    @Test
    void the_hosts_own_reason_reaches_the_caller() {
        Lead lead = offered();
        clock.advance(Duration.ofHours(1));
        good = false;

        var refused = catchThrowableOfType(TransitionRefusedException.class, () -> desk.transition(lead.id(), "won"));

        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("credit-refused");
        assertThat(desk.get(lead.id()).stage()).isEqualTo("offer");
    }

    @Test
    void a_reason_that_is_not_listed_is_refused_and_is_not_repeated() {
        Lead lead = desk.create(NewLead.named("Jane"));

        var refused = catchThrowableOfType(
                TransitionRefusedException.class, () -> desk.transition(lead.id(), "lost", "Jane is rude"));

        assertThat(refused)
                .hasMessageEndingWith("the reason is none of those of \"lost\": price, rival")
                .hasMessageNotContaining("rude");
        assertThat(reasons(desk.preview(lead.id(), "lost").decision())).containsExactly("missing-field");
        assertThat(desk.transition(lead.id(), "lost", "rival").lostReason()).isEqualTo("rival");
    }

    @Test
    void the_diagram_shows_where_leads_are_and_go() {
        offered();
        desk.create(NewLead.named("John"));
        clock.advance(Duration.ofHours(1));
        Insights insights = desk.insights();
        TimeRange month = DateRange.THIS_MONTH.at(insights.asOf(), ZoneOffset.UTC);

        PipelineTraffic traffic = insights.traffic(month);

        assertThat(traffic.leads("new")).isEqualTo(1);
        assertThat(traffic.moved("new", "offer")).isEqualTo(1);
        assertThat(traffic.conversion("new", "offer")).hasValue(0.5);
        assertThat(Pipeline.parse(SALES, guards).toDot(traffic))
                .contains("s1 [label=\"Offer\\nneeds amount\\n1 lead\"]")
                .contains("needs company, 1 lead (50 %)\"]");
    }

    private Lead offered() {
        Lead lead = desk.create(NewLead.named("Jane").company("Acme").tag("vip").expecting(Money.of("900", "EUR")));
        return desk.transition(lead.id(), "offer");
    }
}
