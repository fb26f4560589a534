package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * One message of a visitor with what they were answering. Give every extractor the same turn: the work they share is then done
 * once. Immutable and safe to share.
 */
public final class Turn {
    private final Reply reply;
    private final @Nullable String region;
    private @Nullable Boolean asksName;
    private @Nullable Boolean asksCompany;

    /**
     * @param text what the visitor wrote
     * @param asked what bot or agent wrote since the visitor's message before, null if nothing
     * @param region two-letter country whose national phone numbers are meant, null if unknown
     */
    public Turn(String text, @Nullable String asked, @Nullable String region) {
        this.reply = new Reply(text, asked);
        this.region = region;
    }

    /** A message that answers nothing, from nowhere in particular. */
    public static Turn of(String text) {
        return new Turn(text, null, null);
    }

    /** What the visitor wrote. */
    public String text() {
        return reply.text();
    }

    /** What bot or agent wrote since the visitor's message before; null if nothing. */
    public @Nullable String asked() {
        return reply.asked();
    }

    /** The two-letter country whose national phone numbers are meant; null if unknown. */
    public @Nullable String region() {
        return region;
    }

    /** Whether it answers a question for the visitor's name. */
    public boolean asksName() {
        Boolean asks = asksName;
        if (asks == null) {
            asks = asked() != null && NameQuestion.asks(asked());
            asksName = asks; // any thread finds the same
        }
        return asks;
    }

    /** Whether it answers a question for the visitor's company. */
    boolean asksCompany() {
        Boolean asks = asksCompany;
        if (asks == null) {
            asks = CompanyQuestion.asks(asked());
            asksCompany = asks; // likewise
        }
        return asks;
    }

    /** What all extractors read of it. */
    Reply reply() {
        return reply;
    }

    Words words() {
        return reply.words();
    }

    int nextDigit(int from) {
        return reply.nextDigit(from);
    }

    AsciiText ascii() {
        return reply.ascii();
    }
}
