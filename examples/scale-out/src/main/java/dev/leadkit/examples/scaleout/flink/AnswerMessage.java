package dev.leadkit.examples.scaleout.flink;

import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;

/**
 * Calls the live engine's hook for each message. It keeps nothing that the store has not: a message that comes again, since a task
 * was killed, changes nothing.
 */
final class AnswerMessage extends RichMapFunction<SentMessage, Answer> {
    private static final long serialVersionUID = 1;

    private final HostSettings settings;
    private transient @Nullable TaskHost host;
    private transient MessageTime time;
    private transient CaptureEngine engine;

    /** What is transient is there once the task is open. */
    @SuppressWarnings("NullAway.Init")
    AnswerMessage(HostSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        time = new MessageTime();
        host = new TaskHost(settings, time.clock(), time);
        engine = CaptureEngine.builder(host.kit())
                .rules(CaptureRules.parse(settings.captureRules()))
                .build();
    }

    @Override
    public void close() {
        if (host != null) {
            host.close();
        }
    }

    @Override
    public Answer map(SentMessage sent) {
        time.at(sent);
        CaptureOutcome outcome = engine.tenant(sent.tenant()).onMessage(sent.message());
        return new Answer(
                sent.tenant(),
                sent.session(),
                sent.id(),
                outcome.status().name(),
                outcome.lead().map(LeadId::toString).orElse(null),
                outcome.because().stream().map(Reason::code).toList());
    }
}
