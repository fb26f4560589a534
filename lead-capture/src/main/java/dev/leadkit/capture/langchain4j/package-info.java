/**
 * Reads intent with an embedding model of LangChain4j, which is an optional dependency: without {@code langchain4j-core}
 * nothing else needs this package. Start at {@link dev.leadkit.capture.langchain4j.EmbeddingIntentDetector}.
 */
@NullMarked
package dev.leadkit.capture.langchain4j;

import org.jspecify.annotations.NullMarked;
