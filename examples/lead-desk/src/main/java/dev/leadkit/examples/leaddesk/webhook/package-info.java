/**
 * Posts of chat channels that come in, and events that go out. Start at {@link
 * dev.leadkit.examples.leaddesk.webhook.InboundWebhooks}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.webhook;

import org.jspecify.annotations.NullMarked;
