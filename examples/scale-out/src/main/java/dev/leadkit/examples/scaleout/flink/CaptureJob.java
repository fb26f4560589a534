package dev.leadkit.examples.scaleout.flink;

import org.apache.flink.streaming.api.datastream.DataStream;

/** Turns a stream of chat messages into leads, each conversation in its order, all conversations side by side. */
public final class CaptureJob {
    private CaptureJob() {}

    /**
     * An answer to each message.
     *
     * @param messages each conversation's in their order, as a topic has them that is partitioned by conversation
     */
    public static DataStream<Answer> over(DataStream<SentMessage> messages, HostSettings settings) {
        return messages.keyBy(SentMessage::conversation)
                .map(new AnswerMessage(settings))
                .name("capture");
    }
}
