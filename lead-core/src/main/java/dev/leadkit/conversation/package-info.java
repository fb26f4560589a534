/**
 * What was said: messages, who said them, and which leads a conversation led to. Start at
 * {@link dev.leadkit.conversation.ChatMessage}; a whole conversation is a {@link dev.leadkit.conversation.Transcript}.
 */
@NullMarked
package dev.leadkit.conversation;

import org.jspecify.annotations.NullMarked;
