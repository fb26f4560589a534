package dev.leadkit.examples.cli;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.scoring.Row;
import dev.leadkit.scoring.RowScore;
import dev.leadkit.scoring.RowScorer;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.UnsuppliedInputsException;
import dev.leadkit.scoring.table.InvalidTableException;
import dev.leadkit.scoring.table.LeadTable;
import dev.leadkit.scoring.table.Where;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadkit score}: scores the rows of a table, of any length. */
@Command(
        name = "score",
        description = {
            "Scores each row of a table: id,score,probability,band.",
            "A line that can't be read is told on stderr and left out; the exit code is then 1."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ScoreCommand implements Callable<Integer> {
    private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int DIGITS = 6;

    @Spec
    private CommandSpec spec;

    @Option(names = "--scorecard", required = true, paramLabel = "FILE", description = "The card.")
    private Path scorecard;

    @Mixin
    private LeadTableOptions tableOptions;

    @Option(names = "--id", paramLabel = "COLUMN", description = "What names a row; without: its number, from 1.")
    private @Nullable String id;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the scores go; without: stdout.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        OutFile.check(command);
        Where where = tableOptions.where(command);
        var badRows = new BadRows(command.getErr());
        try {
            Scorecard card = Scorecard.read(scorecard);
            LeadTable table = tableOptions.open(command);
            RowScorer scorer = card.forColumns(table.headers());
            int idColumn = id == null ? -1 : table.column(id);
            if (where != null) {
                table.column(where.column());
            }
            try (Writer writer = out == null ? new Unclosed(command.getOut()) : Files.newBufferedWriter(out)) {
                var run = new Run(writer, table, scorer, idColumn, command.getErr());
                table.read(where, run, badRows);
                run.end();
            }
            return badRows.end();
        } catch (InvalidDefinitionException invalid) {
            ProblemLines.print(command.getErr(), scorecard, invalid);
        } catch (InvalidTableException | UnsuppliedInputsException | InvalidInputException unusable) {
            command.getErr().println("leadkit: " + unusable.getMessage());
        }
        return LeadKitCli.PROBLEMS;
    }

    /** Writes a line a row. Not safe to share. */
    private static final class Run implements LeadTable.Lines {
        private final Writer writer;
        private final LeadTable table;
        private final RowScorer scorer;
        private final int idColumn;
        private final PrintWriter err;
        private final long startedAt = System.nanoTime();
        private long shownAt = startedAt;
        private long rows;

        Run(Writer writer, LeadTable table, RowScorer scorer, int idColumn, PrintWriter err) throws IOException {
            this.writer = writer;
            this.table = table;
            this.scorer = scorer;
            this.idColumn = idColumn;
            this.err = err;
            writer.write("id,score,probability,band\n");
        }

        @Override
        public void line(long line, long row, List<String> cells) throws IOException {
            RowScore score = scorer.score(Row.of(table.values(cells)));
            writer.write(idColumn < 0 ? Long.toString(row) : quoted(cells.get(idColumn)));
            writer.write(',');
            writer.write(Integer.toString(score.value()));
            writer.write(',');
            writer.write(
                    score.probability().isPresent()
                            ? probability(score.probability().getAsDouble())
                            : "");
            writer.write(',');
            writer.write(quoted(score.band()));
            writer.write('\n');
            rows++;
            if (rows % 4096 == 0 && System.nanoTime() - shownAt >= EVERY_NANOS) {
                shownAt = System.nanoTime();
                err.println(String.format(Locale.ROOT, "%,d rows, %,.0f/s", rows, perSecond()));
            }
        }

        private double perSecond() {
            return rows / Math.max(0.001, (System.nanoTime() - startedAt) / 1e9);
        }

        void end() {
            err.println(String.format(Locale.ROOT, "%,d rows scored, %,.0f/s", rows, perSecond()));
        }

        private static String probability(double probability) {
            return new BigDecimal(probability)
                    .setScale(DIGITS, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }

        private static String quoted(String cell) {
            boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
        }
    }

    /** Stdout, which stays open. */
    private static final class Unclosed extends FilterWriter {
        Unclosed(Writer writer) {
            super(writer);
        }

        @Override
        public void write(String text) throws IOException {
            out.write(text);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
