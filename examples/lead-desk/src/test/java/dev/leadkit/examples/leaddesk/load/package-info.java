/** The server under the load of a busy team over many leads; start from {@link dev.leadkit.examples.leaddesk.load.Load}. */
@NullMarked
package dev.leadkit.examples.leaddesk.load;

import org.jspecify.annotations.NullMarked;
