/**
 * Models of LangChain4j, which is an optional dependency: without {@code langchain4j-core} nothing else needs this package.
 * Start at {@link dev.leadkit.capture.langchain4j.EmbeddingIntentDetector} to read intent, at {@link
 * dev.leadkit.capture.langchain4j.ChatIntentAdvisor} for a chat model's view of it, at {@link
 * dev.leadkit.capture.langchain4j.ChatSummaryModel} to sum up a need or a conversation.
 */
@NullMarked
package dev.leadkit.capture.langchain4j;

import org.jspecify.annotations.NullMarked;
