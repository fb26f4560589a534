/**
 * What a search at the desk finds, best first, and why. Start at {@link dev.leadkit.search.SearchHit}; {@link
 * dev.leadkit.search.SearchIndex} is where a search engine of the host's is plugged in.
 */
@NullMarked
package dev.leadkit.search;

import org.jspecify.annotations.NullMarked;
