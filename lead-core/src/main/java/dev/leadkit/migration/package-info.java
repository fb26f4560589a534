/**
 * A tenant's own pipelines: published version by version, each with a plan of what becomes of the leads, which are then
 * brought to it in batches. Start at {@link dev.leadkit.migration.Pipelines}.
 */
@NullMarked
package dev.leadkit.migration;

import org.jspecify.annotations.NullMarked;
