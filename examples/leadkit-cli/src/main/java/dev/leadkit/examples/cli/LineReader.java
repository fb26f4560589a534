package dev.leadkit.examples.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 text line by line, and never holds more than one line. Bytes that are not UTF-8 become U+FFFD, a byte order
 * mark before a line is left out. Not safe to share.
 */
final class LineReader implements Closeable {
    /** The most bytes of a line. */
    static final int MAX_BYTES = 64 * 1024 * 1024;

    private final InputStream in;
    private final byte[] block = new byte[64 * 1024];
    private int blockAt;
    private int blockEnd;
    private byte[] line = new byte[8 * 1024];
    private int length;
    private long number;
    private long bytesRead;
    private boolean malformed;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** The bytes of all lines read so far. */
    long bytesRead() {
        return bytesRead;
    }

    /** Whether the line read last held bytes that are not UTF-8. */
    boolean malformed() {
        return malformed;
    }

    /** The next line that is not blank, see {@link #next}. */
    @Nullable
    String nextFilled() throws IOException, BadLineException {
        String text = next();
        while (text != null && text.isBlank()) {
            text = next();
        }
        return text;
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws BadLineException if it is over {@link #MAX_BYTES}; the one after it can be read
     */
    @Nullable
    String next() throws IOException, BadLineException {
        length = 0;
        boolean ended = false;
        boolean tooLong = false;
        long before = bytesRead;
        while (!ended && (blockAt < blockEnd || fill())) {
            int end = blockAt;
            while (end < blockEnd && block[end] != '\n') {
                end++;
            }
            tooLong |= length + (end - blockAt) > MAX_BYTES;
            if (!tooLong) {
                append(blockAt, end);
            }
            ended = end < blockEnd;
            int consumed = end - blockAt + (ended ? 1 : 0);
            bytesRead += consumed;
            blockAt += consumed;
        }
        if (bytesRead == before) {
            return null;
        }
        number++;
        if (tooLong) {
            line = new byte[8 * 1024];
            throw new BadLineException("longer than %d bytes".formatted(MAX_BYTES));
        }
        String text = decoded();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private boolean fill() throws IOException {
        blockAt = 0;
        blockEnd = in.read(block);
        return blockEnd > 0;
    }

    private void append(int from, int to) {
        int needed = length + (to - from);
        if (needed > line.length) {
            line = Arrays.copyOf(line, Math.max(needed, Math.min(2 * line.length, MAX_BYTES)));
        }
        System.arraycopy(block, from, line, length, to - from);
        length = needed;
    }

    private String decoded() {
        try {
            malformed = false;
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            malformed = true;
            return new String(line, 0, length, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
