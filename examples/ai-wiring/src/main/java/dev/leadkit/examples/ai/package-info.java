/** Reads intent with sentence embeddings. Start at {@link dev.leadkit.examples.embedding.EmbeddingIntent}. */
@NullMarked
package dev.leadkit.examples.ai;

import org.jspecify.annotations.NullMarked;
