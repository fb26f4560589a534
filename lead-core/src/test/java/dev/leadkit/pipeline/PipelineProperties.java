package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PipelineProperties {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ANN = Actor.user("ann");
    private static final List<String> STAGES = List.of("s0", "s1", "s2", "s3", "won", "lost");

    @Property
    void decide_is_total_and_deterministic(
            @ForAll("pipelines") Pipeline pipeline, @ForAll("leads") Lead lead, @ForAll("targets") String to) {
        Decision decision = pipeline.decide(lead, to, ANN);

        assertThat(decision.to()).isEqualTo(to);
        assertThat(decision.isAllowed()).isEqualTo(decision.refusals().isEmpty());
        assertThat(pipeline.decide(lead, to, Actor.system())).isEqualTo(decision);
    }

    @Property
    void a_move_is_allowed_exactly_when_it_is_declared_and_nothing_it_asks_for_is_missing(
            @ForAll("pipelines") Pipeline pipeline, @ForAll("leads") Lead lead, @ForAll("targets") String to) {
        Optional<Transition> declared = pipeline.transitions().stream()
                .filter(move -> move.from().equals(lead.stage()) && move.to().equals(to))
                .findFirst();
        boolean expected = declared.isPresent()
                && declared.get().guards().stream()
                        .allMatch(guard -> guard.refusalsOf(new Attempt(lead, to, ANN, NOW))
                                .isEmpty())
                && pipeline.findStage(to).orElseThrow().required().stream()
                        .allMatch(field -> RequiredField.isPresent(lead, field));

        assertThat(pipeline.decide(lead, to, ANN).isAllowed()).isEqualTo(expected);
    }

    @Property
    void options_are_the_decisions_for_all_other_stages(
            @ForAll("pipelines") Pipeline pipeline, @ForAll("leads") Lead lead) {
        List<Decision> expected = pipeline.stages().stream()
                .map(Stage::key)
                .filter(key -> !key.equals(lead.stage()))
                .map(key -> pipeline.decide(lead, key, ANN))
                .toList();

        assertThat(pipeline.options(lead, ANN)).isEqualTo(expected);
    }

    @Property
    void an_allowed_move_leads_to_its_stage_and_changes_nothing_else(
            @ForAll("pipelines") Pipeline pipeline, @ForAll("leads") Lead lead) {
        for (Decision option : pipeline.options(lead, ANN)) {
            if (option instanceof Decision.Allowed allowed) {
                Lead moved = allowed.apply(lead, NOW.plusSeconds(1));

                StageCategory category =
                        pipeline.findStage(option.to()).orElseThrow().category();
                assertThat(moved.stage()).isEqualTo(option.to());
                assertThat(moved.closed()).isEqualTo(category != StageCategory.OPEN);
                assertThat(moved.toBuilder()
                                .stage(lead.pipeline(), lead.pipelineVersion(), lead.stage(), lead.closed(), NOW)
                                .lostReason(lead.lostReason())
                                .build())
                        .isEqualTo(lead);
                assertThat(moved.lostReason()).isEqualTo(category == StageCategory.LOST ? lead.lostReason() : null);
            }
        }
    }

    @Property
    void every_pipeline_can_be_drawn(@ForAll("pipelines") Pipeline pipeline) {
        assertThat(pipeline.toMermaid()).startsWith("stateDiagram-v2\n").contains("[*] --> s0");
        assertThat(pipeline.toDot()).startsWith("digraph \"any\" {\n").endsWith("}\n");
    }

    /** One to four open stages in a row that ends in won, with any other moves beside. */
    @Provide
    Arbitrary<Pipeline> pipelines() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4), Arbitraries.longs(), Arbitraries.of(true, false))
                .as(PipelineProperties::pipeline);
    }

    private static Pipeline pipeline(int open, long seed, boolean free) {
        var random = new Random(seed);
        PipelineBuilder builder = Pipeline.named("any");
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < open; i++) {
            keys.add("s" + i);
            builder.stage(Stage.of("s" + i, "Stage " + i, StageCategory.OPEN).requiring(anyFields(random)));
        }
        builder.stage(Stage.of("won", "Won", StageCategory.WON).requiring(anyFields(random)));
        builder.lost("lost", "Lost");
        if (free) {
            return builder.free().build();
        }
        keys.add("won");
        for (int i = 0; i < open; i++) {
            builder.allow(keys.get(i), keys.get(i + 1), anyGuards(random));
            if (i > 0 && random.nextBoolean()) {
                builder.allow(keys.get(i), keys.get(i - 1), anyGuards(random));
            }
        }
        if (random.nextBoolean()) {
            builder.allow("lost", "s0", anyGuards(random));
        }
        return builder.allowFromAnyOpenStage("lost").build();
    }

    private static String[] anyFields(Random random) {
        return RequiredField.names().stream()
                .filter(field -> random.nextInt(6) == 0)
                .toArray(String[]::new);
    }

    private static Guard[] anyGuards(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Guard[] {Guard.scoreAtLeast(random.nextInt(101))};
            case 1 -> new Guard[] {Guard.has("assignee"), Guard.scoreAtLeast(random.nextInt(101))};
            default -> new Guard[0];
        };
    }

    @Provide
    Arbitrary<Lead> leads() {
        return Combinators.combine(
                        targets(),
                        Arbitraries.integers().between(0, 100).injectNull(0.3),
                        Arbitraries.of("ann").injectNull(0.5),
                        Arbitraries.of("price").injectNull(0.5))
                .as((stage, score, assignee, reason) -> Lead.builder(
                                new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.API, NOW)
                        .stage("any", 1, stage, stage.equals("won") || stage.equals("lost"), NOW)
                        .score(score == null ? null : score(score))
                        .assignee(assignee)
                        .lostReason(reason)
                        .build());
    }

    private static Score score(int value) {
        return new Score(value, "cold", List.of(new Contribution("f", "F", value, "x")), "card@1", NOW, null);
    }

    @Provide
    Arbitrary<String> targets() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(STAGES)),
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(5)));
    }
}
