package dev.leadkit.examples.ai;

import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** The chatbot that was there before: it knows nothing of leads. */
interface YardBot {
    @SystemMessage("You answer visitors of a boat yard in one or two sentences.")
    @UserMessage("{{text}}") // not the text itself, in which a visitor's braces would be a template
    String answer(@MemoryId String session, @V("text") String text, InvocationParameters parameters);
}
