/**
 * How long leads are kept, and what ends it. Start at {@link dev.leadkit.retention.Retention}, which a desk hands out.
 */
@NullMarked
package dev.leadkit.retention;

import org.jspecify.annotations.NullMarked;
