package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineDiagramTest {
    @Test
    void draws_the_five_stage_preset_in_mermaid() {
        assertThat(Pipeline.fiveStage().toMermaid()).isEqualTo("""
            stateDiagram-v2
                direction LR
                state "New" as s0
                state "Contacted" as s1
                state "Qualified" as s2
                state "Converted" as s3
                state "Lost" as s4
                [*] --> s0
                s0 --> s1
                s0 --> s2
                s0 --> s3
                s0 --> s4
                s1 --> s0
                s1 --> s2
                s1 --> s3
                s1 --> s4
                s2 --> s0
                s2 --> s1
                s2 --> s3
                s2 --> s4
                s3 --> [*]
                s4 --> [*]
                classDef c0 fill:#3b82f6
                class s0 c0
                classDef c1 fill:#eab308
                class s1 c1
                classDef c2 fill:#a855f7
                class s2 c2
                classDef c3 fill:#22c55e
                class s3 c3
                classDef c4 fill:#ef4444
                class s4 c4
            """);
    }

    @Test
    void draws_the_five_stage_preset_in_dot() {
        assertThat(Pipeline.fiveStage().toDot()).isEqualTo("""
            digraph "five-stage" {
                rankdir=LR;
                node [shape=box, style="rounded,filled", fillcolor="#ffffff"];
                begin [shape=point];
                s0 [label="New", fillcolor="#3b82f6"];
                s1 [label="Contacted", fillcolor="#eab308"];
                s2 [label="Qualified", fillcolor="#a855f7"];
                s3 [label="Converted", fillcolor="#22c55e", peripheries=2];
                s4 [label="Lost", fillcolor="#ef4444", peripheries=2];
                begin -> s0;
                s0 -> s1;
                s0 -> s2;
                s0 -> s3;
                s0 -> s4;
                s1 -> s0;
                s1 -> s2;
                s1 -> s3;
                s1 -> s4;
                s2 -> s0;
                s2 -> s1;
                s2 -> s3;
                s2 -> s4;
            }
            """);
    }

    @Test
    void no_name_can_break_a_drawing() {
        Pipeline odd = Pipeline.named("a \"b\" \\ c")
                .open("x\"; } //", "Näme \"q\" ; --> \n %% 🙂")
                .won("won", "Won")
                .allow("x\"; } //", "won", Guard.scoreAtLeast(60), Guard.has("email"))
                .build();

        assertThat(odd.toMermaid()).isEqualTo("""
            stateDiagram-v2
                direction LR
                state "Näme #34;q#34; #59; --#62; #10; #37;#37; 🙂" as s0
                state "Won" as s1
                [*] --> s0
                s0 --> s1 : score ≥ 60, has email
                s1 --> [*]
            """);
        assertThat(odd.toDot()).isEqualTo("""
            digraph "a \\"b\\" \\\\ c" {
                rankdir=LR;
                node [shape=box, style="rounded,filled", fillcolor="#ffffff"];
                begin [shape=point];
                s0 [label="Näme \\"q\\" ; -->   %% 🙂"];
                s1 [label="Won", peripheries=2];
                begin -> s0;
                s0 -> s1 [label="score ≥ 60, has email"];
            }
            """);
    }

    /** Everything that a drawing shows. */
    private static Pipeline sales() {
        return Pipeline.named("sales")
                .stage(Stage.of("new", "New", StageCategory.OPEN).withColour("#3b82f6"))
                .stage(Stage.of("talk", "Talk", StageCategory.OPEN).requiring("email"))
                .stage(Stage.of("offer", "Offer", StageCategory.OPEN).requiring("amount", "assignee"))
                .stage(Stage.of("won", "Won", StageCategory.WON).withColour("#22c55e"))
                .stage(Stage.of("lost", "Lost", StageCategory.LOST).requiring("lostReason"))
                .allow("new", "talk", Guard.any(Guard.scoreAtLeast(40), Guard.taggedAny("vip")))
                .allow(new Transition(
                        "talk", "offer", List.of("company"), List.of(Guard.inStageFor(Duration.ofHours(1)))))
                .allow(
                        "offer",
                        "won",
                        Guard.amountAtLeast(Money.of("500", "EUR")),
                        Guard.not(Guard.taggedAny("spam")),
                        Guard.host("credit-check", attempt -> Optional.empty()))
                .allow("lost", "new", Guard.by(Actor.Kind.USER))
                .allowFromAnyOpenStage("lost")
                .build();
    }

    private static final PipelineTraffic TRAFFIC = new PipelineTraffic(
            Map.of("new", 12L, "talk", 1L, "won", 7L),
            Map.of("new", 40L, "talk", 24L, "offer", 9L, "lost", 11L),
            Map.of(
                    new PipelineTraffic.Edge("new", "talk"), 24L,
                    new PipelineTraffic.Edge("talk", "offer"), 8L,
                    new PipelineTraffic.Edge("offer", "won"), 7L,
                    new PipelineTraffic.Edge("new", "lost"), 1L,
                    new PipelineTraffic.Edge("talk", "won"), 3L,
                    new PipelineTraffic.Edge("demo", "won"), 2L));

    @Test
    void moves_that_are_not_declared_are_drawn_in_the_order_of_the_board_and_only_where_one_was_made() {
        Pipeline sales = Pipeline.named("sales")
                .open("new", "New")
                .open("talk", "Talk")
                .open("offer", "Offer")
                .won("won", "Won")
                .allow("new", "talk")
                .allow("talk", "offer")
                .allow("offer", "won")
                .build();
        var traffic = new PipelineTraffic(
                Map.of(),
                Map.of(),
                Map.of(
                        new PipelineTraffic.Edge("won", "new"), 1L,
                        new PipelineTraffic.Edge("talk", "won"), 2L,
                        new PipelineTraffic.Edge("new", "won"), 3L,
                        new PipelineTraffic.Edge("talk", "new"), 4L,
                        new PipelineTraffic.Edge("new", "offer"), 5L,
                        new PipelineTraffic.Edge("offer", "new"), 0L));

        assertThat(sales.toDot(traffic).lines().filter(line -> line.contains("not declared")))
                .containsExactly(
                        "    s0 -> s2 [label=\"not declared, 5 leads\", style=dashed];",
                        "    s0 -> s3 [label=\"not declared, 3 leads\", style=dashed];",
                        "    s1 -> s0 [label=\"not declared, 4 leads\", style=dashed];",
                        "    s1 -> s3 [label=\"not declared, 2 leads\", style=dashed];",
                        "    s3 -> s0 [label=\"not declared, 1 lead\", style=dashed];");
    }

    @ParameterizedTest
    @CsvSource({
        "sales.mmd, MERMAID, false",
        "sales-live.mmd, MERMAID, true",
        "sales.dot, DOT, false",
        "sales-live.dot, DOT, true",
    })
    void draws_guards_required_fields_colours_and_what_goes_on(String golden, String language, boolean live) {
        Pipeline sales = sales();

        String drawn = language.equals("DOT")
                ? live ? sales.toDot(TRAFFIC) : sales.toDot()
                : live ? sales.toMermaid(TRAFFIC) : sales.toMermaid();

        assertThat(drawn).isEqualTo(DefinitionReader.resource(getClass().getResourceAsStream("diagrams/" + golden)));
    }
}
