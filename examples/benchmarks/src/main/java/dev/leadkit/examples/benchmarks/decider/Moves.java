package dev.leadkit.examples.benchmarks.decider;

import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The moves that are decided: some leads of one stage, with where they are to go. The pipeline is the preset of six stages,
 * in which a lead needs an assignee and a score of 40 to be assigned.
 */
enum Moves {
    /** From qualified to assigned, by leads that have both. */
    ALLOWED("assigned", 40, "ann"),
    /** The same by leads whose score is too low. */
    GUARDED("assigned", 0, "ann"),
    /** From qualified to converted, which no transition does. */
    UNDECLARED("converted", 40, "ann");

    static final int LEAST_SCORE = 40;
    static final String FROM = "qualified";

    static final Pipeline PIPELINE = Pipeline.named("six")
            .open("new", "New")
            .open(FROM, "Qualified")
            .stage(Stage.of("assigned", "Assigned", StageCategory.OPEN).requiring("assignee"))
            .open("contacted", "Contacted")
            .won("converted", "Converted")
            .lost("lost", "Lost")
            .allow("new", FROM)
            .allow(FROM, "assigned", Guard.scoreAtLeast(LEAST_SCORE))
            .allow("assigned", FROM)
            .allow("assigned", "contacted")
            .allow("contacted", "assigned")
            .allow("contacted", "converted")
            .allowFromAnyOpenStage("lost")
            .build();

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int LEADS = 64;

    private final String to;
    private final int lowestScore;
    private final String assignee;

    Moves(String to, int lowestScore, String assignee) {
        this.to = to;
        this.lowestScore = lowestScore;
        this.assignee = assignee;
    }

    static Moves named(String name) {
        return switch (name) {
            case "allowed" -> ALLOWED;
            case "guarded" -> GUARDED;
            default -> UNDECLARED;
        };
    }

    String to() {
        return to;
    }

    boolean isAllowed() {
        return this == ALLOWED;
    }

    /** Leads whose scores differ, so that no branch sees one value alone. */
    List<Lead> leads() {
        return IntStream.range(0, LEADS)
                .mapToObj(i -> lead(i, lowestScore + i % LEAST_SCORE))
                .toList();
    }

    private Lead lead(int number, int score) {
        return Lead.builder(new LeadId(new UUID(0, number)), TenantId.of("acme"), LeadSource.API, NOW)
                // As a store gives it: a text of its own, whose hash nobody asked for yet.
                .stage("six", 1, String.valueOf(FROM.toCharArray()), false, NOW)
                .assignee(assignee)
                .score(new Score(score, "warm", List.of(new Contribution("f", "F", score, "x")), "card@1", NOW, null))
                .build();
    }
}
