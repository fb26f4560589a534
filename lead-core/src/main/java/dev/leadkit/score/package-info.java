/**
 * Scores of stored leads: which scorer a tenant has, and stored scores brought up to date when time or the scorer changed
 * them. Start at {@link dev.leadkit.score.Rescoring}, which a desk hands out, and {@link dev.leadkit.score.Scorers}.
 */
@NullMarked
package dev.leadkit.score;

import org.jspecify.annotations.NullMarked;
