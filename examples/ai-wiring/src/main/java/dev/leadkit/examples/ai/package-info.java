/** A chatbot of LangChain4j whose visitors become leads. Start at {@link dev.leadkit.examples.ai.AiWiring}. */
@NullMarked
package dev.leadkit.examples.ai;

import org.jspecify.annotations.NullMarked;
