package dev.leadkit.csv;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.operation.OperationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes leads of the lines of a table, or brings leads up to date with them: first a plan, which writes nothing, then what
 * the plan says.
 *
 * <pre>{@code
 * ImportSettings settings = ImportSettings.builder().matchBy(MatchKey.EMAIL).build();
 * ImportPlan plan = desk.imports().plan(CsvSource.of(path), settings, line -> …);
 * ImportResult result = desk.imports().run(plan, line -> …);
 * }</pre>
 *
 * <p>Each line is decided by itself, as the desk would, and written in a unit of its own; a refused one keeps none of the
 * others from being taken. A run does for each line exactly what was planned, or nothing if something else would come of
 * it by then. The same table again changes nothing, where lines are matched by something.
 *
 * <p>Any number of lines is taken in bounded memory, apart from some ten bytes a line and forty a key. If the storage fails
 * during a run, some of the lines are written; plan and run again, and they come as unchanged; or undo what there is of it.
 * Over a store with documents an import is an {@link dev.leadkit.operation.Operation}, which the desk can undo. Safe to share; each import
 * goes on in the thread of the caller.
 */
public final class Imports {
    private final CsvDesk desk;

    /** For the desk, which hands it out. */
    public Imports(CsvDesk desk) {
        this.desk = desk;
    }

    /**
     * Works out what would become of each line. Writes nothing.
     *
     * @throws InvalidInputException if the table has no header, or one that is not clear
     * @throws UncheckedIOException if the table can't be read
     * @throws dev.leadkit.store.StoreException if the storage fails
     */
    public ImportPlan plan(CsvSource source, ImportSettings settings, ImportListener listener) {
        var digests = new Digests();
        try (CsvReader reader = CsvReader.open(source, settings.format())) {
            ImportColumns columns = ImportColumns.of(header(reader), settings, desk.fields());
            ImportCounts counts = new ImportPass(desk, settings, columns, listener).go(reader, lines -> {
                List<LineOutcome> outcomes = new ArrayList<>();
                for (ImportPass.Pending line : lines) {
                    outcomes.add(line.decision().outcome());
                    digests.add(line.decision().outcome());
                }
                return outcomes;
            });
            return new ImportPlan(desk.tenant(), source, settings, reader.dialect(), columns, counts, digests);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Does what was planned. The table is read again; a line that has become another one since is conflicted.
     *
     * @throws InvalidInputException if the plan is another tenant's
     * @throws UncheckedIOException if the table can't be read; the lines that the listener was told of are written
     * @throws dev.leadkit.store.StoreException if the storage fails; some lines more than the listener was told of may be
     *     written
     */
    public ImportResult run(ImportPlan plan, ImportListener listener) {
        if (!plan.tenant().equals(desk.tenant())) {
            throw new InvalidInputException("plan", "one of this tenant", "another tenant's");
        }
        var record =
                new ImportRecord(desk, plan, new OperationId(desk.newLeadId().value()));
        ImportSettings settings = plan.settings();
        try (CsvReader reader = CsvReader.open(plan.source(), settings.format(), plan.dialect())) {
            header(reader);
            var pass = new ImportPass(desk, settings, plan.columns(), listener);
            ImportCounts counts = pass.go(reader, new ImportRun(desk, plan.digests(), record, pass.matcher()));
            record.finish();
            return new ImportResult(record.id().toString(), record.operation(), counts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> header(CsvReader reader) throws IOException {
        CsvRecord header = reader.next();
        while (header != null && header.isBlank()) {
            header = reader.next();
        }
        if (header == null) {
            throw new InvalidInputException("table", "a line of headers", "an empty table");
        }
        if (header.problem() != null) {
            CsvProblem problem = header.problem();
            throw new InvalidInputException(
                    "table",
                    problem.expected(),
                    "%s at line %d, character %d".formatted(problem.found(), problem.line(), problem.column()));
        }
        return header.cells();
    }
}
