/**
 * Work on many leads at once, with an outcome for each. Start at {@link dev.leadkit.bulk.BulkEdits}, which a desk hands
 * out.
 */
@NullMarked
package dev.leadkit.bulk;

import org.jspecify.annotations.NullMarked;
