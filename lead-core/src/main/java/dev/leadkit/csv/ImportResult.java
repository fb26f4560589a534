package dev.leadkit.csv;

import dev.leadkit.operation.OperationId;
import org.jspecify.annotations.Nullable;

/**
 * What an import came to.
 *
 * @param id of the import: the reference of the {@link dev.leadkit.lead.Cause} of all that it wrote
 * @param operation by which it can be undone, of the same id; absent when nothing was written and over a store without
 *     documents
 */
public record ImportResult(String id, @Nullable OperationId operation, ImportCounts counts) {}
