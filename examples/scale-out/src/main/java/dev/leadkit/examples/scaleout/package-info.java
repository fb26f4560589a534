/** A store over several PostgreSQL databases, each tenant in one of them. */
@NullMarked
package dev.leadkit.examples.scaleout;

import org.jspecify.annotations.NullMarked;
