package dev.leadkit.capture.summary;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.NeedSummarizer;
import dev.leadkit.lead.NeedSummary;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a language model sum up, and takes over only what was said.
 *
 * <p>Each line of the answer must name the messages that it is taken from, and each of its words and numbers must stand in
 * them, in their order, numbers and "not" with the words that they are with there, and none of what it claims may be denied elsewhere
 * in them; of a conversation it must say who speaks, which the messages
 * must bear out. Contact data is taken out of the messages before and of the answer after; an answer longer than {@value
 * #LONGEST_ANSWER} characters is not read. So whatever a message makes the model write, nothing is accepted that nobody said.
 * Whatever goes wrong, the summary is that of {@link ExtractiveSummarizer}, with the reason beside it.
 *
 * <p>Capture itself does not call it: the need that it writes is made offline, so that capture never waits for a model and comes to
 * the same again. A host that wants this summary asks for it when somebody looks at the lead, or after the commit, and may write it on
 * the lead until the visitor says more:
 *
 * <pre>{@code
 * var summarizer = CheckedSummarizer.over(model, executor);
 * desk.summarize(lead.id(), summarizer);
 * for (Transcript transcript : desk.transcript(lead.id())) {
 *     List<Utterance> conversation = Utterance.of(transcript.messages());
 *     CheckedSummary need = summarizer.summarize(SummaryKind.NEED, conversation);
 *     CheckedSummary handOver = summarizer.summarize(SummaryKind.CONVERSATION, conversation);
 * }
 * }</pre>
 *
 * <p>Immutable, and safe to share if the model is.
 */
public final class CheckedSummarizer implements NeedSummarizer {
    /** Characters of messages that the model is told unless another window is set; about four make a token. */
    public static final int WINDOW = 8_000;

    /** How long a model may take unless another time is set. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int LONGEST_ANSWER = 4_000;
    private final SummaryModel model;
    private final String name;
    private final ExecutorService executor;
    private final Duration timeout;
    private final int window;

    private CheckedSummarizer(SummaryModel model, String name, ExecutorService executor, Duration timeout, int window) {
        this.model = Objects.requireNonNull(model, "model");
        this.name = Objects.requireNonNull(name, "name");
        this.executor = Objects.requireNonNull(executor, "executor");
        this.timeout = timeout;
        this.window = window;
    }

    /**
     * @param model is asked for its name here, and never again
     * @param executor where the model is called; the host's, which also shuts it down
     */
    public static CheckedSummarizer over(SummaryModel model, ExecutorService executor) {
        return new CheckedSummarizer(model, model.name(), executor, TIMEOUT, WINDOW);
    }

    /**
     * @param newTimeout more than 292 years are as good as for ever
     * @throws IllegalArgumentException if it is not more than zero
     */
    public CheckedSummarizer withTimeout(Duration newTimeout) {
        if (newTimeout.isNegative() || newTimeout.isZero()) {
            throw new IllegalArgumentException("a time-out is more than zero, was " + newTimeout);
        }
        return new CheckedSummarizer(model, name, executor, newTimeout, window);
    }

    /**
     * @param characters of messages that the model is told
     * @throws IllegalArgumentException if it is not more than zero
     */
    public CheckedSummarizer withWindow(int characters) {
        if (characters <= 0) {
            throw new IllegalArgumentException("a window is more than zero, was " + characters);
        }
        return new CheckedSummarizer(model, name, executor, timeout, characters);
    }

    /**
     * Waits for the model, at most its time. Never throws for what the model does.
     *
     * @param conversation in its order
     */
    public CheckedSummary summarize(SummaryKind kind, List<Utterance> conversation) {
        List<Utterance> told = kind.among(conversation);
        if (told.isEmpty()) {
            return offline(kind, told, "no-message");
        }
        Future<String> answer;
        try {
            answer = executor.submit(() -> model.answer(SummaryPrompt.of(kind, told, window)));
        } catch (RejectedExecutionException full) {
            return offline(kind, told, "rejected");
        }
        try {
            return checked(answer.get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS), kind, told);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return offline(kind, told, "timed-out");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return offline(kind, told, "interrupted");
        } catch (ExecutionException | CancellationException failed) {
            return offline(kind, told, "failed"); // its message may repeat what was said
        }
    }

    /** The visitor's need by the model; empty where the offline summary would be used, for whatever reason, which the lead has already. */
    @Override
    public Optional<NeedSummary> summarize(List<ChatMessage> messages) {
        CheckedSummary made = summarize(SummaryKind.NEED, Utterance.of(messages));
        Summary summary = made.summary();
        return made.fallback() != null || summary.isEmpty()
                ? Optional.empty()
                : Optional.of(new NeedSummary(summary.text(), made.by(), summary.evidence()));
    }

    private CheckedSummary checked(@Nullable String answer, SummaryKind kind, List<Utterance> messages) {
        if (answer != null && answer.length() > LONGEST_ANSWER) {
            return offline(kind, messages, "too-long");
        }
        CheckedAnswer read = CheckedAnswer.of(answer == null ? "" : answer, kind, messages);
        return read.summary().isEmpty()
                ? offline(kind, messages, read.problem())
                : new CheckedSummary(read.summary(), name, null);
    }

    private static CheckedSummary offline(SummaryKind kind, List<Utterance> messages, @Nullable String reason) {
        Summary summary = ExtractiveSummarizer.of(kind).summarize(messages);
        return new CheckedSummary(summary, CheckedSummary.OFFLINE, reason);
    }
}
