package dev.leadkit.capture.summary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets a language model sum up what a visitor needs, and takes over only what the visitor said.
 *
 * <p>Each line of the answer must name the messages that it is taken from, and each of its words and numbers must stand in
 * them; contact data is taken out of the messages before and of the answer after; an answer longer than {@value
 * #LONGEST_ANSWER} characters is not read. Whatever goes wrong, the summary is that of {@link ExtractiveSummarizer}, with the
 * reason beside it.
 *
 * <p>Capture itself does not call it: a lead's need is made offline, so that capture never waits for a model and comes to the
 * same again. A host that wants this summary asks for it when somebody looks at the lead, or after the commit:
 *
 * <pre>{@code
 * var summarizer = CheckedSummarizer.over(model, executor);
 * List<ChatMessage> messages = …; // of desk.transcript(lead.id())
 * CheckedSummary summary = summarizer.summarize(VisitorMessage.of(messages));
 * }</pre>
 *
 * <p>Immutable, and safe to share if the model is.
 */
public final class CheckedSummarizer {
    /** Characters of messages that the model is told unless another window is set; about four make a token. */
    public static final int WINDOW = 8_000;

    /** How long a model may take unless another time is set. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int LONGEST_ANSWER = 4_000;
    private static final String DIVIDER = "; ";

    private final SummaryModel model;
    private final ExecutorService executor;
    private final Duration timeout;
    private final int window;
    private final ExtractiveSummarizer offline = new ExtractiveSummarizer();

    private CheckedSummarizer(SummaryModel model, ExecutorService executor, Duration timeout, int window) {
        this.model = Objects.requireNonNull(model, "model");
        this.executor = Objects.requireNonNull(executor, "executor");
        this.timeout = timeout;
        this.window = window;
    }

    /** @param executor where the model is called; the host's, which also shuts it down */
    public static CheckedSummarizer over(SummaryModel model, ExecutorService executor) {
        return new CheckedSummarizer(model, executor, TIMEOUT, WINDOW);
    }

    /** @throws IllegalArgumentException if it is not more than zero */
    public CheckedSummarizer withTimeout(Duration newTimeout) {
        if (newTimeout.isNegative() || newTimeout.isZero()) {
            throw new IllegalArgumentException("a time-out is more than zero, was " + newTimeout);
        }
        return new CheckedSummarizer(model, executor, newTimeout, window);
    }

    /**
     * @param characters of messages that the model is told
     * @throws IllegalArgumentException if it is not more than zero
     */
    public CheckedSummarizer withWindow(int characters) {
        if (characters <= 0) {
            throw new IllegalArgumentException("a window is more than zero, was " + characters);
        }
        return new CheckedSummarizer(model, executor, timeout, characters);
    }

    /**
     * Waits for the model, at most its time. Never throws for what the model does.
     *
     * @param messages the visitor's, oldest first
     */
    public CheckedSummary summarize(List<VisitorMessage> messages) {
        List<VisitorMessage> told = List.copyOf(messages);
        if (told.isEmpty()) {
            return offline(told, "no-message");
        }
        Future<String> answer;
        try {
            answer = executor.submit(() -> model.answer(SummaryPrompt.of(told, window)));
        } catch (RejectedExecutionException full) {
            return offline(told, "rejected");
        }
        try {
            return checked(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS), told);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return offline(told, "timed-out");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return offline(told, "interrupted");
        } catch (ExecutionException | CancellationException failed) {
            return offline(told, "failed"); // its message may repeat what the visitor wrote
        }
    }

    private CheckedSummary checked(String answer, List<VisitorMessage> messages) {
        if (answer == null || answer.isBlank()) {
            return offline(messages, "no-claim");
        }
        if (answer.length() > LONGEST_ANSWER) {
            return offline(messages, "too-long");
        }
        var text = new StringBuilder();
        List<Summary.Piece> pieces = new ArrayList<>();
        String problem = "no-claim";
        for (String line : answer.lines().filter(line -> !line.isBlank()).toList()) {
            Claim claim = Claim.of(line, messages);
            if (claim == null) {
                return offline(messages, "no-claim");
            }
            if (claim.problem() != null) {
                problem = claim.problem();
                if (problem.equals("contact-data")) {
                    continue;
                }
                return offline(messages, problem);
            }
            int length = text.length()
                    + (text.isEmpty() ? 0 : DIVIDER.length())
                    + claim.text().length();
            if (length > ExtractiveSummarizer.MAX_LENGTH) {
                problem = "too-long";
                continue;
            }
            text.append(text.isEmpty() ? "" : DIVIDER).append(claim.text());
            pieces.addAll(claim.pieces());
        }
        return text.isEmpty()
                ? offline(messages, problem)
                : new CheckedSummary(new Summary(text.toString(), pieces), model.name(), null);
    }

    private CheckedSummary offline(List<VisitorMessage> messages, String reason) {
        return new CheckedSummary(offline.summarize(messages), CheckedSummary.OFFLINE, reason);
    }
}
