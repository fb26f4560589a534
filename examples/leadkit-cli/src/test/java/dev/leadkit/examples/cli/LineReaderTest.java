package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void counts_lines_and_bytes_and_needs_no_end_of_the_last_line() throws Exception {
        var lines = new LineReader(stream("eins\n\nzwölf"));

        assertThat(lines.next()).isEqualTo("eins");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("zwölf");
        assertThat(lines.number()).isEqualTo(3);
        assertThat(lines.bytesRead()).isEqualTo(12);
        assertThat(lines.next()).isNull();
    }

    @Test
    void reads_a_line_that_spans_many_blocks() throws Exception {
        String text = "ü".repeat(200_000);
        var lines = new LineReader(stream(text + "\n" + text));

        assertThat(lines.next()).isEqualTo(text);
        assertThat(lines.next()).isEqualTo(text);
        assertThat(lines.next()).isNull();
    }

    @Test
    void passes_over_a_line_that_is_too_long_and_reads_the_next() throws Exception {
        byte[] block = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        List<InputStream> parts = new ArrayList<>();
        for (int i = 0; i <= LineReader.MAX_BYTES >> 20; i++) {
            parts.add(new ByteArrayInputStream(block));
        }
        parts.add(stream("\nnext"));
        var lines = new LineReader(new SequenceInputStream(Collections.enumeration(parts)));

        assertThatThrownBy(lines::next).isInstanceOf(BadLineException.class).hasMessage("longer than 67108864 bytes");
        assertThat(lines.next()).isEqualTo("next");
        assertThat(lines.number()).isEqualTo(2);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
