package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.LeadDesk;
import dev.leadkit.csv.CsvField;
import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ExportSettings;
import dev.leadkit.csv.ImportCounts;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.LineError;
import dev.leadkit.csv.LineOutcome;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.store.LeadFilter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads from CSV tables and into them. */
final class TableRoutes {
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private TableRoutes() {}

    /** What becomes of a line. @param outcome created, updated, unchanged, refused or conflicted */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long line,
            String outcome,
            @Nullable String leadId,
            @Nullable Collection<String> fields,
            @Nullable List<LineError> errors) {
        static Line of(LineOutcome outcome) {
            long line = outcome.line();
            if (outcome instanceof LineOutcome.Created created) {
                String lead = created.lead() == null ? null : created.lead().toString();
                return new Line(line, "created", lead, created.fields(), null);
            }
            if (outcome instanceof LineOutcome.Updated updated) {
                return new Line(line, "updated", updated.lead().toString(), updated.fields(), null);
            }
            if (outcome instanceof LineOutcome.Unchanged unchanged) {
                return new Line(line, "unchanged", unchanged.lead().toString(), null, null);
            }
            return outcome instanceof LineOutcome.Refused refused
                    ? new Line(line, "refused", null, null, refused.errors())
                    : new Line(line, "conflicted", null, null, null);
        }
    }

    /** @param ignored headers of columns that are not known */
    record Imported(boolean dryRun, ImportCounts counts, List<String> ignored, List<Line> items) {}

    static List<Route> all() {
        return List.of(
                Route.decision("/imports", TableRoutes::importTable), Route.get("/exports", TableRoutes::export));
    }

    private static Answer importTable(Call call) {
        ImportParameters parameters = ImportParameters.read(call.query());
        LeadDesk desk = call.desk();
        desk.imports(); // refused before the table is read
        call.requireMediaType("text/csv");
        CsvSource table = CsvSource.ofBytes(call.bytes(MOST_BYTES));
        List<Line> lines = new ArrayList<>();
        ImportPlan plan = desk.imports().plan(table, parameters.settings(), line -> {
            if (parameters.dryRun()) {
                lines.add(Line.of(line));
            }
        });
        ImportCounts counts = parameters.dryRun()
                ? plan.counts()
                : desk.imports().run(plan, line -> lines.add(Line.of(line))).counts();
        return Answer.ok(
                new Imported(parameters.dryRun(), counts, plan.columns().ignored(), lines));
    }

    private static Answer export(Call call) {
        Map<String, List<String>> query = new LinkedHashMap<>(call.query());
        boolean lossless = Parameters.flag(query, "lossless");
        String columns = Parameters.one(query, "columns");
        query.keySet().removeAll(List.of("lossless", "columns"));
        for (String none : List.of("limit", "cursor", "sort")) {
            if (query.containsKey(none)) {
                throw new InvalidInputException(none, "filters, lossless and columns alone", none);
            }
        }
        ExportSettings settings = lossless ? ExportSettings.asTheyAre() : ExportSettings.spreadsheetSafe();
        if (columns != null) {
            settings = settings.columns(
                    List.of(columns.split(",")).stream().map(CsvField::of).toArray(CsvField[]::new));
        }
        LeadDesk desk = call.desk();
        LeadFilter filter = desk.parameters(ZoneOffset.UTC).query(query).filter();
        var exports = desk.exports();
        ExportSettings wanted = settings;
        return Answer.ok(new Answer.Content() {
                    @Override
                    public String mediaType() {
                        return "text/csv; charset=utf-8";
                    }

                    @Override
                    public void writeTo(OutputStream out) throws IOException {
                        Writer table = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                        exports.write(filter, wanted, table);
                        table.flush();
                    }
                })
                .header("Content-Disposition", "attachment; filename=\"leads.csv\"");
    }
}
