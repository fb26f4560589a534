/**
 * Leads from tables and into tables: a reader and a writer of CSV, imports with a plan, exports that come back in. Start at
 * {@link dev.leadkit.csv.Imports} and {@link dev.leadkit.csv.Exports}, which a desk hands out.
 */
@NullMarked
package dev.leadkit.csv;

import org.jspecify.annotations.NullMarked;
