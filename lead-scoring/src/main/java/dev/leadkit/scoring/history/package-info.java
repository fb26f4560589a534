/**
 * Leads whose end is known, as rows of values with an outcome. Learning and looking back both read them, from a table or
 * from a store alike; start with {@link dev.leadkit.scoring.history.History}.
 */
@NullMarked
package dev.leadkit.scoring.history;

import org.jspecify.annotations.NullMarked;
