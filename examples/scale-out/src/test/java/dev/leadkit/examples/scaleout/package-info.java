/** The contract of a store, and what reaches which database. */
@NullMarked
package dev.leadkit.examples.scaleout;

import org.jspecify.annotations.NullMarked;
