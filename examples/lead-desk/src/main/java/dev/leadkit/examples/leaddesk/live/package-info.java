/**
 * What happened to leads, told to open browsers. Start at {@link dev.leadkit.examples.leaddesk.live.LiveFeed}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.live;

import org.jspecify.annotations.NullMarked;
