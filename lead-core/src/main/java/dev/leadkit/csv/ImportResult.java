package dev.leadkit.csv;

/**
 * What an import came to.
 *
 * @param id of the import: the reference of the {@link dev.leadkit.lead.Cause} of all that it wrote
 */
public record ImportResult(String id, ImportCounts counts) {}
