/**
 * A store of one's own: {@link dev.leadkit.examples.customstore.FileLeadStore} keeps leads in maps and in a file, and
 * passes the contract. Read it to write yours.
 */
@NullMarked
package dev.leadkit.examples.customstore;

import org.jspecify.annotations.NullMarked;
