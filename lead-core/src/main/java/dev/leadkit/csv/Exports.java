package dev.leadkit.csv;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

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

    /** For the desk, which hands it out. */
    public Exports(LeadStore store, TenantId tenant) {
        this.store = store;
        this.tenant = tenant;
    }

    /**
     * Writes a header and a line for each lead, oldest first. A lead that does not change meanwhile comes exactly once.
     *
     * @param out should write UTF-8; it is neither flushed nor closed
     * @return how many leads were written
     * @throws UncheckedIOException if it can't be written
     * @throws dev.leadkit.store.UnsupportedCapabilityException if the filter asks for what the store declares not to find
     */
    public long write(LeadFilter filter, ExportSettings settings, Appendable out) {
        try {
            FormulaEscape escape = settings.lossless() ? FormulaEscape.LOSSLESS : FormulaEscape.SPREADSHEET_SAFE;
            var table = new CsvWriter(settings.lossless() ? out : out.append(BYTE_ORDER_MARK), settings.separator());
            table.write(settings.columns().stream().map(CsvField::key).toList());
            long count = 0;
            for (Lead lead : Pages.<Lead>iterable(
                    page -> store.list(tenant, new LeadQuery(filter, LeadQuery.Sort.OLDEST, page)))) {
                table.write(cells(lead, settings.columns(), escape));
                count++;
            }
            return count;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> cells(Lead lead, List<CsvField> columns, FormulaEscape escape) {
        return columns.stream()
                .map(field -> escape.apply(LeadCells.of(lead, field)))
                .toList();
    }
}
