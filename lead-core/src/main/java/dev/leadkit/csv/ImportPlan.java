package dev.leadkit.csv;

import dev.leadkit.lead.TenantId;

/**
 * What an import would do, worked out without writing anything. It holds neither the table nor the outcomes, which go to
 * the listener, but eight bytes a line, by which {@link Imports#run} sees whether the same would still happen. Safe to share.
 */
public final class ImportPlan {
    private final TenantId tenant;
    private final CsvSource source;
    private final ImportSettings settings;
    private final CsvDialect dialect;
    private final ImportColumns columns;
    private final ImportCounts counts;
    private final Digests digests;

    ImportPlan(
            TenantId tenant,
            CsvSource source,
            ImportSettings settings,
            CsvDialect dialect,
            ImportColumns columns,
            ImportCounts counts,
            Digests digests) {
        this.tenant = tenant;
        this.source = source;
        this.settings = settings;
        this.dialect = dialect;
        this.columns = columns;
        this.counts = counts;
        this.digests = digests;
    }

    /** How the table is read, and how that was found. */
    public CsvDialect dialect() {
        return dialect;
    }

    /** Which column holds what. */
    public ImportColumns columns() {
        return columns;
    }

    /** How many lines would come to what; none is conflicted. */
    public ImportCounts counts() {
        return counts;
    }

    TenantId tenant() {
        return tenant;
    }

    CsvSource source() {
        return source;
    }

    ImportSettings settings() {
        return settings;
    }

    Digests digests() {
        return digests;
    }
}
