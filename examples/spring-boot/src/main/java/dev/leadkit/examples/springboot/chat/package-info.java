/**
 * An application with a chat: it keeps a row for each post of its channel and lets LeadKit find the leads, both in one
 * transaction. Start at {@link dev.leadkit.examples.springboot.chat.ChatApplication}.
 */
@NullMarked
package dev.leadkit.examples.springboot.chat;

import org.jspecify.annotations.NullMarked;
