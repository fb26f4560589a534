package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Moves that no transition speaks of: opening again, restoring, entering, being adopted by another version. */
class SpecialMovesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ANN = Actor.user("ann");

    private final Pipeline sales = Pipeline.named("sales")
            .open("new", "New")
            .stage(Stage.of("talk", "Talk", StageCategory.OPEN).requiring("name", "email"))
            .won("customer", "Customer")
            .lost("dropped", "Dropped")
            .startingAt("new")
            .allow("new", "talk")
            .allow("talk", "customer")
            .allowFromAnyOpenStage("dropped")
            .allow("customer", "talk", Guard.scoreAtLeast(60))
            .reopening(new Reopening("new", false))
            .build();

    private static Lead lead(String stage, boolean closed) {
        return Lead.builder(new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.API, NOW)
                .stage("sales", 1, stage, closed, NOW)
                .lostReason(stage.equals("dropped") ? "price" : null)
                .build();
    }

    private Decision reopening(String from, String to) {
        return sales.decideReopening(lead(from, !from.equals("new")), to, ANN, NOW, Occupancy.UNKNOWN);
    }

    private static void assertRefused(Decision decision, String... codes) {
        assertThat(decision.refusals()).extracting(Refusal::code).containsExactly(codes);
    }

    @Test
    void a_closed_lead_is_opened_where_the_pipeline_says() {
        assertThat(reopening("dropped", "new").isAllowed()).isTrue();
        assertRefused(reopening("dropped", "talk"), "reopening-not-allowed");
    }

    @Test
    void only_a_closed_lead_is_opened_and_only_to_an_open_stage() {
        assertRefused(reopening("new", "talk"), "not-closed");
        assertRefused(reopening("dropped", "customer"), "not-open");
    }

    @Test
    void a_transition_that_is_declared_keeps_its_guards_when_it_opens_a_lead() {
        assertRefused(reopening("customer", "talk"), "missing-field", "missing-field", "score-too-low");
    }

    @Test
    void no_lead_is_opened_from_or_to_a_stage_that_does_not_exist() {
        assertRefused(reopening("gone", "new"), "unknown-stage");
        assertRefused(reopening("dropped", "gone"), "unknown-stage");
    }

    @Test
    void who_may_override_moves_a_lead_whatever_speaks_against_it_but_not_where_there_is_no_such_move() {
        OverridePolicy ann = OverridePolicy.users("ann");

        Decision moved = sales.decideOverride(lead("new", false), "customer", ANN, NOW, Occupancy.UNKNOWN, ann);

        assertThat(moved)
                .isInstanceOfSatisfying(
                        Decision.Allowed.class,
                        allowed -> assertThat(allowed.overridden())
                                .extracting(Refusal::code)
                                .containsExactly("not-declared"));
        assertRefused(
                sales.decideOverride(lead("new", false), "new", ANN, NOW, Occupancy.UNKNOWN, ann), "already-there");
        assertRefused(
                sales.decideOverride(lead("gone", false), "talk", ANN, NOW, Occupancy.UNKNOWN, ann), "unknown-stage");
        assertRefused(
                sales.decideOverride(lead("new", false), "gone", ANN, NOW, Occupancy.UNKNOWN, ann), "unknown-stage");
        assertRefused(
                sales.decideOverride(
                        lead("new", false), "customer", ANN, NOW, Occupancy.UNKNOWN, OverridePolicy.nobody()),
                "not-declared",
                "override-not-permitted");
    }

    @Test
    void a_lead_is_not_restored_to_a_pipeline_or_stage_that_is_not_there() {
        Lead lost = lead("dropped", true);

        assertThat(sales.decideRestoring(lost, "sales", "new", Occupancy.UNKNOWN)
                        .isAllowed())
                .isTrue();
        assertThat(sales.decideRestoring(lost, "support", "new", Occupancy.UNKNOWN)
                        .refusals())
                .containsExactly(
                        new Refusal("other-pipeline", "the lead was in pipeline \"support\", not in \"sales\"", null));
        assertRefused(sales.decideRestoring(lost, "sales", "gone", Occupancy.UNKNOWN), "unknown-stage");
    }

    @Test
    void entering_asks_for_what_the_stage_requires_and_for_the_stage() {
        assertThat(sales.decideEntry(lead("new", false), "new", ANN).isAllowed())
                .isTrue();
        assertRefused(sales.decideEntry(lead("new", false), "talk", ANN), "missing-field", "missing-field");
        assertRefused(sales.decideEntry(lead("new", false), "gone", ANN), "unknown-stage");
    }

    @Test
    void another_version_adopts_a_lead_as_it_is_and_a_reason_stays_while_the_stage_means_it() {
        Pipeline next = sales.withVersion(2);

        Lead stays = next.adopt(lead("dropped", true), "dropped");
        Lead opens = next.adopt(lead("dropped", true), "talk");

        assertThat(stays.pipelineVersion()).isEqualTo(2);
        assertThat(stays.lostReason()).isEqualTo("price");
        assertThat(stays.closed()).isTrue();
        assertThat(opens.lostReason()).isNull();
        assertThat(opens.closed()).isFalse();
        assertThat(opens.stageEnteredAt()).isEqualTo(NOW);
    }

    @Test
    void no_version_adopts_a_lead_of_another_pipeline_or_to_a_stage_that_it_lacks() {
        Pipeline other = Pipeline.fiveStage();

        assertThatThrownBy(() -> other.adopt(lead("new", false), "new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a lead of sales can't be adopted by " + other);
        assertThatThrownBy(() -> sales.adopt(lead("new", false), "gone"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no stage gone");
    }
}
