package dev.leadkit.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Characters of a stream with their places, one by one. Bytes that are none in the encoding come as {@link #UNDECODABLE},
 * so that the reader can tell their line; a stream of the JDK would only fail. Not safe to share.
 */
final class CsvText implements Closeable {
    static final int END = -1;
    static final int UNDECODABLE = -2;

    private static final int BUFFER = 1 << 14;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean noMoreBytes;
    private boolean finished;
    private boolean undecodable;
    private boolean begun;
    private boolean afterReturn;
    private long bytesRead;
    private long line = 1;
    private long column;

    CsvText(InputStream in, Charset encoding) {
        this.in = in;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The next character, or one of the constants here. */
    int read() throws IOException {
        while (!chars.hasRemaining()) {
            if (undecodable) {
                undecodable = false;
                column++;
                return UNDECODABLE;
            }
            if (finished) {
                return END;
            }
            fill();
        }
        char c = chars.get();
        if (!begun) {
            begun = true;
            if (c == BYTE_ORDER_MARK) {
                return read();
            }
        }
        advance(c);
        return c;
    }

    private void advance(char c) {
        boolean secondOfTwo = c == '\n' && afterReturn;
        afterReturn = c == '\r';
        if (c != '\r' && c != '\n') {
            column++;
        } else if (!secondOfTwo) {
            line++;
            column = 0;
        }
    }

    private void fill() throws IOException {
        chars.clear();
        while (chars.position() == 0 && !finished && !undecodable) {
            CoderResult result = decoder.decode(bytes, chars, noMoreBytes);
            if (result.isError()) {
                bytes.position(bytes.position() + result.length());
                undecodable = true;
            } else if (noMoreBytes && result.isUnderflow()) {
                decoder.flush(chars);
                finished = true;
            } else if (result.isUnderflow()) {
                readBytes();
            }
        }
        chars.flip();
    }

    private void readBytes() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        noMoreBytes = count < 0;
        if (count > 0) {
            bytes.position(bytes.position() + count);
            bytesRead += count;
        }
        bytes.flip();
    }

    /** The line of the next character, counted from 1; a line ends with CR, LF or both. */
    long line() {
        return line;
    }

    /** How many characters of this line were read. */
    long column() {
        return column;
    }

    long bytesRead() {
        return bytesRead;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
