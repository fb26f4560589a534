package dev.leadkit.csv;

import dev.leadkit.field.FieldDef;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes leads into a table that imports read back to the same values, in bounded memory. Safe to share; each export goes on
 * in the thread of the caller.
 *
 * <pre>{@code
 * try (Writer out = Files.newBufferedWriter(path)) {
 *     desk.exports().write(LeadFilter.all(), ExportSettings.spreadsheetSafe(), out);
 * }
 * }</pre>
 */
public final class Exports {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final LeadStore store;
    private final TenantId tenant;
    private final LeadFields fields;

    /** For the desk, which hands it out. */
    public Exports(LeadStore store, TenantId tenant, LeadFields fields) {
        this.store = store;
        this.tenant = tenant;
        this.fields = fields;
    }

    /**
     * Writes a header and a line for each lead, oldest first. A lead that does not change meanwhile comes exactly once.
     *
     * @param out should write UTF-8; it is neither flushed nor closed
     * @return how many leads were written
     * @throws dev.leadkit.lead.InvalidInputException if a custom field is asked for that the kit does not have
     * @throws UncheckedIOException if it can't be written
     * @throws dev.leadkit.store.UnsupportedCapabilityException if the filter asks for what the store declares not to find
     */
    public long write(LeadFilter filter, ExportSettings settings, Appendable out) {
        List<String> custom = custom(settings);
        try {
            FormulaEscape escape = settings.lossless() ? FormulaEscape.LOSSLESS : FormulaEscape.SPREADSHEET_SAFE;
            var table = new CsvWriter(settings.lossless() ? out : out.append(BYTE_ORDER_MARK), settings.separator());
            table.write(header(settings, custom));
            long count = 0;
            for (Lead lead : Pages.<Lead>iterable(
                    page -> store.list(tenant, new LeadQuery(filter, LeadQuery.Sort.OLDEST, page)))) {
                table.write(cells(lead, settings.columns(), custom, escape));
                count++;
            }
            return count;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The keys of the custom fields that are written. */
    private List<String> custom(ExportSettings settings) {
        List<String> wanted = settings.fields();
        Stream<FieldDef> defined =
                wanted == null ? fields.all().stream() : wanted.stream().map(fields::get);
        return defined.map(FieldDef::key).toList();
    }

    private static List<String> header(ExportSettings settings, List<String> custom) {
        List<String> header = new ArrayList<>();
        settings.columns().forEach(field -> header.add(field.key()));
        custom.forEach(key -> header.add(LeadField.custom(key)));
        return header;
    }

    private static List<String> cells(Lead lead, List<CsvField> columns, List<String> custom, FormulaEscape escape) {
        List<String> cells = new ArrayList<>();
        columns.forEach(field -> cells.add(escape.apply(LeadCells.of(lead, field))));
        custom.forEach(key -> cells.add(escape.apply(LeadCells.custom(lead, key))));
        return cells;
    }
}
