package dev.leadkit.examples.ai;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.leadkit.capture.intent.IntentExample;
import dev.leadkit.capture.intent.IntentLabel;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.langchain4j.EmbeddingIntentDetector;
import java.util.List;

/** Intent by likeness to a boat yard's examples, with an embedding model in this process. */
final class YardIntent {
    private static final List<IntentExample> EXAMPLES = List.of(
            IntentExample.of("I want to buy a sailing boat", IntentLabel.PURCHASE),
            IntentExample.of("please reserve a berth for my yacht", IntentLabel.PURCHASE),
            IntentExample.of("we'd like to order two kayaks", IntentLabel.PURCHASE),
            IntentExample.of("book me a sailing course in June", IntentLabel.PURCHASE),
            IntentExample.of("how much does the blue one cost?", IntentLabel.QUALIFIED),
            IntentExample.of("do you have motor boats in stock?", IntentLabel.QUALIFIED),
            IntentExample.of("which of your courses is good for beginners?", IntentLabel.QUALIFIED),
            IntentExample.of("can you send me a quote?", IntentLabel.QUALIFIED),
            IntentExample.of("my order has not arrived yet", IntentLabel.NONE),
            IntentExample.of("the sail that you delivered is torn, I want a refund", IntentLabel.NONE),
            IntentExample.of("I forgot my password", IntentLabel.NONE),
            IntentExample.of("please change the address of my account", IntentLabel.NONE),
            IntentExample.of("when do you close today?", IntentLabel.NONE),
            IntentExample.of("what is the weather like tomorrow?", IntentLabel.NONE),
            IntentExample.of("hello, how are you?", IntentLabel.NONE),
            IntentExample.of("thanks, that is all", IntentLabel.NONE));

    private YardIntent() {}

    /** The detector; it falls back to the trained model. */
    static EmbeddingIntentDetector detector() {
        return new EmbeddingIntentDetector(new AllMiniLmL6V2QuantizedEmbeddingModel(), EXAMPLES, IntentModel.trained());
    }
}
