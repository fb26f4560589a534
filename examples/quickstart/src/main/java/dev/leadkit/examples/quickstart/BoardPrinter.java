package dev.leadkit.examples.quickstart;

import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Score;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.Board;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a board and a lead as text. */
final class BoardPrinter {
    private final Pipeline pipeline;
    private final Instant now;
    private final PrintStream out;

    BoardPrinter(Pipeline pipeline, Instant now, PrintStream out) {
        this.pipeline = pipeline;
        this.now = now;
        this.out = out;
    }

    void board(Board board) {
        for (Board.Column column : board.columns()) {
            String name = pipeline.findStage(column.stage()).map(Stage::name).orElse(column.stage());
            String sums = column.sums().stream().map(Money::toString).collect(Collectors.joining(" + "));
            out.printf("%n%s (%d)  %s%n", name.toUpperCase(Locale.ROOT), column.count(), sums);
            column.cards().forEach(this::card);
        }
    }

    private void card(Lead lead) {
        String tags = lead.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
        Score score = lead.score();
        out.printf(
                "  %s %-9s %5s  %s  %s%n",
                fitted(lead.displayName()),
                lead.source().key(),
                age(lead.createdAt()),
                score == null ? "" : "%-4s %3d".formatted(score.band(), score.value()),
                tags);
    }

    void why(Lead lead) {
        out.printf("%nWHY %s?%n", lead.displayName());
        for (Reason reason : lead.capturedBecause()) {
            out.printf("  captured because of \"%s\": %s%n", reason.code(), reason.text());
        }
        if (lead.need() != null) {
            out.printf("  needs: %s%n", lead.need().text());
        }
        Score score = lead.score();
        if (score != null) {
            out.printf("  scored %d (%s) because%n", score.value(), score.band());
            for (Contribution part : score.contributions()) {
                out.printf("    %+4d  %-20s %s%n", part.points(), part.label(), part.because());
            }
        }
        out.println();
    }

    private String age(Instant since) {
        Duration age = Duration.between(since, now);
        return age.toDays() > 0 ? age.toDays() + " d" : age.toHours() + " h";
    }

    /** The name in twenty-four characters. */
    private static String fitted(String name) {
        int length = name.codePointCount(0, name.length());
        return length > 24 ? name.substring(0, name.offsetByCodePoints(0, 23)) + "…" : name + " ".repeat(24 - length);
    }
}
