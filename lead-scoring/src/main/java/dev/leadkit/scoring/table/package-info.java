/**
 * Tables of leads, as CSV files hold them, read as a stream. Start with {@link dev.leadkit.scoring.table.LeadTable}; how a
 * file may be written is told in {@code csv.md} of lead-core.
 */
@NullMarked
package dev.leadkit.scoring.table;

import org.jspecify.annotations.NullMarked;
