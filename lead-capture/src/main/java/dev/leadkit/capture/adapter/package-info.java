/**
 * Turns what channels post to a host's webhook into messages for the capture hook. Start from {@link
 * dev.leadkit.capture.adapter.ChannelAdapter}; {@link dev.leadkit.capture.adapter.PostSignature} tells whether a post is
 * genuine.
 */
@NullMarked
package dev.leadkit.capture.adapter;

import org.jspecify.annotations.NullMarked;
