/** Tests of the whole server, over HTTP. */
@NullMarked
package dev.leadkit.examples.leaddesk;

import org.jspecify.annotations.NullMarked;
