package dev.leadkit.examples.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads conversations, one JSON object a line; blank lines are passed over. Not safe to share. */
final class ConversationReader implements Closeable {
    private final LineReader lines;
    private final ConversationParser parser = new ConversationParser();
    private final boolean apart;
    private String text = "";

    private ConversationReader(InputStream in, boolean apart) {
        lines = new LineReader(in);
        this.apart = apart;
    }

    /** Reads lines of which those with one id are one conversation. */
    static ConversationReader of(InputStream in) {
        return new ConversationReader(in, false);
    }

    /** Reads lines of which each is a conversation by itself, whatever its id, as those of several sources are in one file. */
    static ConversationReader ofSources(InputStream in) {
        return new ConversationReader(in, true);
    }

    /** The number of the line read last, from 1 and blank ones counted. */
    long number() {
        return lines.number();
    }

    /** The line read last, as it stands; empty before the first. */
    String text() {
        return text;
    }

    long bytesRead() {
        return lines.bytesRead();
    }

    /**
     * The next conversation; null after the last.
     *
     * @throws BadLineException if the line is none; the one after it can be read
     */
    @Nullable
    ConversationLine next() throws IOException, BadLineException {
        String line = lines.nextFilled();
        if (line == null) {
            return null;
        }
        text = line;
        ConversationLine parsed = parser.parse(line);
        ConversationLine conversation = apart ? parsed.in("line-" + number()) : parsed;
        if (!lines.malformed()) {
            return conversation;
        }
        List<String> notices = new ArrayList<>(conversation.notices());
        notices.add("bytes that are not UTF-8 became U+FFFD");
        return new ConversationLine(conversation.id(), conversation.messages(), notices);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
