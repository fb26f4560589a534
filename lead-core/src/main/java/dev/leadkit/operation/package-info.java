/**
 * Work on many leads that is kept track of, so that it can be gone on with after a crash and undone as a whole. Start at
 * {@link dev.leadkit.operation.Operations}, which a desk hands out.
 */
@NullMarked
package dev.leadkit.operation;

import org.jspecify.annotations.NullMarked;
