package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ANN = Actor.user("ann");

    private final Pipeline sales = Pipeline.named("sales")
            .open("new", "New")
            .stage(Stage.of("qualified", "Qualified", StageCategory.OPEN).requiring("name", "email"))
            .won("customer", "Customer")
            .lost("dropped", "Dropped")
            .startingAt("new")
            .allow("new", "qualified")
            .allow("qualified", "customer", Guard.scoreAtLeast(60), Guard.has("amount"))
            .allow("dropped", "new")
            .allowFromAnyOpenStage("dropped")
            .build();

    private static Lead.Builder aLead(String stage) {
        return Lead.builder(new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.API, NOW)
                .stage("sales", 1, stage, false, NOW);
    }

    private static Score score(int value) {
        return new Score(value, "cold", List.of(new Contribution("f", "F", value, "x")), "card@1", NOW, null);
    }

    @Test
    void allows_a_declared_transition() {
        Decision decision = sales.decide(aLead("new").build(), "dropped", ANN);

        assertThat(decision.isAllowed()).isTrue();
        assertThat(decision.to()).isEqualTo("dropped");
        assertThat(decision.refusals()).isEmpty();
    }

    @Test
    void refuses_a_transition_that_was_never_declared() {
        Decision decision = sales.decide(aLead("new").build(), "customer", ANN);

        assertThat(decision)
                .isEqualTo(refused(
                        "customer",
                        new Refusal(
                                "not-declared",
                                "no transition from new to customer; allowed: qualified, dropped",
                                null)));
    }

    @Test
    void refuses_to_leave_a_stage_that_nothing_leaves() {
        Decision decision = sales.decide(aLead("customer").build(), "new", ANN);

        assertThat(decision.refusals())
                .extracting(Refusal::text)
                .containsExactly("no transition from customer to new; allowed: none");
    }

    @Test
    void refuses_a_stage_that_does_not_exist() {
        assertThat(sales.decide(aLead("new").build(), "won", ANN))
                .isEqualTo(refused(
                        "won",
                        new Refusal(
                                "unknown-stage",
                                "there is no stage \"won\"; stages: new, qualified, customer, dropped",
                                null)));
    }

    @Test
    void refuses_a_lead_whose_stage_the_pipeline_no_longer_has() {
        assertThat(sales.decide(aLead("trial").build(), "new", ANN))
                .isEqualTo(refused(
                        "new",
                        new Refusal(
                                "unknown-stage",
                                "the lead's stage \"trial\" is none of version 1 of pipeline \"sales\"",
                                null)));
    }

    @Test
    void refuses_the_stage_in_which_the_lead_is() {
        assertThat(sales.decide(aLead("new").build(), "new", ANN))
                .isEqualTo(refused("new", new Refusal("already-there", "the lead is in \"new\" already", null)));
    }

    @Test
    void names_every_field_that_the_stage_requires() {
        assertThat(sales.decide(aLead("new").build(), "qualified", ANN))
                .isEqualTo(refused(
                        "qualified",
                        new Refusal("missing-field", "the lead needs \"name\" first", LeadField.NAME),
                        new Refusal("missing-field", "the lead needs \"email\" first", LeadField.EMAIL)));
    }

    @Test
    void names_every_guard_that_refuses() {
        assertThat(sales.decide(aLead("qualified").build(), "customer", ANN))
                .isEqualTo(refused(
                        "customer",
                        new Refusal("score-too-low", "the score must be at least 60, there is none", null),
                        new Refusal("missing-field", "the lead needs \"amount\" first", LeadField.AMOUNT)));
        assertThat(sales.decide(aLead("qualified").score(score(59)).build(), "customer", ANN)
                        .refusals())
                .first()
                .isEqualTo(new Refusal("score-too-low", "the score must be at least 60, it is 59", null));
        assertThat(sales.decide(aLead("qualified").score(score(60)).build(), "customer", ANN)
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly("missing-field");
    }

    @Test
    void gives_a_decision_for_each_other_stage_in_the_order_of_the_board() {
        Lead lead = aLead("new").build();

        List<Decision> options = sales.options(lead, ANN);

        assertThat(options)
                .extracting(Decision::to, Decision::isAllowed)
                .containsExactly(tuple("qualified", false), tuple("customer", false), tuple("dropped", true));
    }

    @Test
    void names_the_fields_that_the_stage_and_the_way_require_each_once() {
        Pipeline pipeline = Pipeline.named("sales")
                .open("new", "New")
                .stage(Stage.of("won", "Won", StageCategory.WON).requiring("email"))
                .allow(new Transition("new", "won", List.of("phone", "email"), List.of(Guard.has("phone"))))
                .build();

        assertThat(pipeline.decide(aLead("new").build(), "won", ANN).refusals())
                .extracting(Refusal::field)
                .containsExactly(LeadField.EMAIL, LeadField.PHONE);
    }

    @Test
    void takes_a_reason_of_the_list_alone_and_names_the_list() {
        Pipeline pipeline = Pipeline.named("sales")
                .open("new", "New")
                .won("won", "Won")
                .stage(Stage.of("lost", "Lost", StageCategory.LOST)
                        .withLostReasons(LostReason.of("price"), new LostReason("rival", "Went to a rival")))
                .lost("spam", "Spam")
                .free()
                .build();
        Lead other = aLead("new").lostReason("jane@acme.com said no").build();

        assertThat(pipeline.decide(aLead("new").lostReason("rival").build(), "lost", ANN)
                        .isAllowed())
                .isTrue();
        assertThat(pipeline.decide(aLead("new").build(), "lost", ANN).isAllowed())
                .isTrue();
        assertThat(pipeline.decide(other, "lost", ANN))
                .isEqualTo(refused(
                        "lost",
                        new Refusal(
                                "unknown-lost-reason",
                                "the reason is none of those of \"lost\": price, rival",
                                LeadField.LOST_REASON)));
        assertThat(pipeline.decide(other, "spam", ANN).isAllowed()).isTrue();
    }

    private static Decision refused(String to, Refusal... refusals) {
        return new Decision.Refused(to, List.of(refusals));
    }

    @Test
    void a_lead_enters_the_stage_at_the_given_instant() {
        Lead lead = aLead("new").lostReason("price").build();

        Lead moved = allowed(sales.decide(lead, "dropped", ANN)).apply(lead, NOW.plusSeconds(60));

        assertThat(moved)
                .isEqualTo(lead.toBuilder()
                        .stage("sales", 1, "dropped", true, NOW.plusSeconds(60))
                        .build());
        assertThat(moved.closed()).isTrue();
    }

    @Test
    void a_lead_that_is_opened_again_has_no_reason_for_being_lost() {
        Lead lost = aLead("dropped").lostReason("price").build();

        Lead reopened = allowed(sales.decide(lost, "new", ANN)).apply(lost, NOW);

        assertThat(reopened.closed()).isFalse();
        assertThat(reopened.lostReason()).isNull();
    }

    @Test
    void a_new_lead_enters_the_first_stage() {
        Lead lead = sales.enter(Lead.builder(new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.API, NOW), NOW)
                .build();

        assertThat(lead.stage()).isEqualTo("new");
        assertThat(lead.pipeline()).isEqualTo("sales");
        assertThat(lead.closed()).isFalse();
    }

    private static Decision.Allowed allowed(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Allowed.class);
        return (Decision.Allowed) decision;
    }

    @Test
    void the_five_stage_preset_moves_freely_between_open_stages() {
        Pipeline five = Pipeline.fiveStage();

        assertThat(five.stages())
                .extracting(Stage::name, Stage::category)
                .containsExactly(
                        tuple("New", StageCategory.OPEN),
                        tuple("Contacted", StageCategory.OPEN),
                        tuple("Qualified", StageCategory.OPEN),
                        tuple("Converted", StageCategory.WON),
                        tuple("Lost", StageCategory.LOST));
        assertThat(five.isFree()).isTrue();
        assertThat(five.options(aLead("qualified").build(), ANN)).allMatch(Decision::isAllowed);
        assertThat(five.options(aLead("lost").build(), ANN)).noneMatch(Decision::isAllowed);
    }

    @Test
    void the_six_stage_preset_asks_for_an_assignee_before_assigned() {
        Pipeline six = Pipeline.sixStage();

        assertThat(six.stages())
                .extracting(Stage::name)
                .containsExactly("New", "Qualified", "Assigned", "Contacted", "Converted", "Lost");
        assertThat(six.decide(aLead("qualified").build(), "assigned", ANN).refusals())
                .containsExactly(new Refusal("missing-field", "the lead needs \"assignee\" first", LeadField.ASSIGNEE));
        assertThat(six.decide(aLead("qualified").assignee("ann").build(), "assigned", ANN)
                        .isAllowed())
                .isTrue();
        assertThat(six.decide(aLead("new").build(), "converted", ANN).refusals())
                .extracting(Refusal::text)
                .containsExactly("no transition from new to converted; allowed: qualified, lost");
    }

    @Test
    void says_which_fields_it_asks_for_however_deep_in_its_guards() {
        Pipeline asking = Pipeline.named("asking")
                .stage(Stage.of("new", "New", StageCategory.OPEN).requiring("phone"))
                .won("won", "Won")
                .allow(new Transition(
                        "new",
                        "won",
                        List.of("company"),
                        List.of(
                                Guard.has("email"),
                                Guard.all(
                                        Guard.has("name"),
                                        Guard.any(Guard.has("amount"), Guard.not(Guard.has("location")))))))
                .build();

        assertThat(asking.askedFields()).containsExactly("amount", "company", "email", "location", "name", "phone");
    }

    @Test
    void another_number_changes_nothing_else() {
        for (Pipeline each : List.of(sales, Pipeline.fiveStage(), Pipeline.sixStage())) {
            Pipeline next = each.withVersion(7);

            assertThat(next).hasToString("Pipeline[%s@7]".formatted(each.name()));
            assertThat(next.transitions()).isEqualTo(each.transitions());
            assertThat(next.stages()).isEqualTo(each.stages());
            assertThat(next.withVersion(each.version()).toJson()).isEqualTo(each.toJson());
        }
    }

    @Test
    void is_read_from_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sales.json"), sales.toJson());

        assertThat(Pipeline.read(file).toJson()).isEqualTo(sales.toJson());
        assertThat(Pipeline.read(file, HostGuards.none()).toJson()).isEqualTo(sales.toJson());
    }

    @Test
    void decisions_are_equal_when_they_say_the_same() {
        Decision refused = sales.decide(aLead("new").build(), "customer", ANN);
        Decision again = sales.decide(aLead("new").build(), "customer", ANN);

        assertThat(refused).isEqualTo(again).hasSameHashCodeAs(again);
        assertThat(refused)
                .isNotEqualTo(sales.decide(aLead("new").build(), "qualified", ANN))
                .isNotEqualTo(refused("customer"));
        assertThat(refused).asString().startsWith("Refused[to=customer, refusals=[Refusal[code=not-declared");
        assertThat(sales.decide(aLead("new").build(), "dropped", ANN)).hasToString("Allowed[to=dropped]");
    }

    @Test
    void a_hard_limit_refuses_where_every_stage_has_one_too() {
        WipLimit one = WipLimit.of(1).asHard();
        Pipeline narrow = Pipeline.named("narrow")
                .stage(Stage.of("new", "New", StageCategory.OPEN).withWipLimit(one))
                .stage(Stage.of("won", "Won", StageCategory.WON).withWipLimit(one))
                .free()
                .build();
        Lead lead = aLead("new").build();

        Decision full = narrow.decide(lead, "won", ANN, NOW, new Occupancy(Map.of("won", 1L), Map.of()));
        Decision empty = narrow.decide(lead, "won", ANN, NOW, new Occupancy(Map.of("won", 0L), Map.of()));

        assertThat(full.refusals()).extracting(Refusal::code).containsExactly(WipLimit.CODE);
        assertThat(empty.isAllowed()).isTrue();
    }

    @Test
    void a_limit_limits_something_and_a_source_is_one_of_some() {
        assertThatThrownBy(() -> new WipLimit(null, null, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Guard.from()).isInstanceOf(IllegalArgumentException.class);
    }
}
