/** Reads intent with sentence embeddings. Start at {@link dev.leadkit.examples.embedding.EmbeddingIntent}. */
@NullMarked
package dev.leadkit.examples.embedding;

import org.jspecify.annotations.NullMarked;
