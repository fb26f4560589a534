/**
 * Events as webhooks in the format of Standard Webhooks (standardwebhooks.com), and the check of their signatures for
 * those who receive them. Start at {@link dev.leadkit.event.webhook.Webhook}.
 */
@NullMarked
package dev.leadkit.event.webhook;

import org.jspecify.annotations.NullMarked;
