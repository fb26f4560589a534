/**
 * Turns chat messages into leads. Build a {@link dev.leadkit.capture.CaptureEngine} once and call it for every message.
 *
 * <p>What a conversation comes to is a pure fold over its messages in their order; the engine keeps the fold at hand,
 * puts what was set at the desk over it, and commits the difference.
 */
@NullMarked
package dev.leadkit.capture;

import org.jspecify.annotations.NullMarked;
