package dev.leadkit.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows on stderr how far a run is: a bar that is drawn over itself on a terminal, else a line now and then, and the
 * throughput at the end. Not safe to share.
 */
final class Progress {
    private static final Path STDERR = Path.of("/proc/self/fd/2");
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean bar;
    private final long totalBytes;
    private final long every;
    private final long startedAt = System.nanoTime();
    private long shownAt = startedAt;
    private boolean barStands;
    private long conversations;
    private long captured;
    private long messages;
    private long badLines;

    /** @param totalBytes the size of the input; 0 when unknown */
    Progress(PrintWriter err, boolean bar, long totalBytes) {
        this.err = err;
        this.bar = bar;
        this.totalBytes = totalBytes;
        this.every = (bar ? Duration.ofMillis(100) : Duration.ofSeconds(5)).toNanos();
    }

    /** Whether stderr is a terminal, as far as the system tells. */
    static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(STDERR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException noProc) {
            return System.console() != null;
        }
    }

    void conversation(boolean isLead, int itsMessages) {
        conversations++;
        captured += isLead ? 1 : 0;
        messages += itsMessages;
    }

    /** Says what is wrong with a line. */
    void badLine(long number, String reason) {
        badLines++;
        print("line %d: %s".formatted(number, reason));
    }

    /** Says what was done to a line on its way in. */
    void notice(long number, String notice) {
        print("line %d: notice: %s".formatted(number, notice));
    }

    boolean foundBadLines() {
        return badLines > 0;
    }

    /** Shows where the run is, if it is time. */
    void at(long bytes) {
        long now = System.nanoTime();
        if (now - shownAt >= every) {
            shownAt = now;
            show(bytes);
        }
    }

    private void show(long bytes) {
        double share = totalBytes > 0 ? Math.min(1.0, (double) bytes / totalBytes) : 0;
        String percent = totalBytes > 0 ? "%3d %% ".formatted((int) (100 * share)) : "";
        String counts = text("%s%,d conversations, %,.0f/s", percent, conversations, conversations / seconds());
        if (bar) {
            int full = (int) (share * WIDTH);
            err.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + counts + "  ");
            err.flush();
            barStands = true;
        } else {
            print(counts);
        }
    }

    /** Ends the bar and prints what the run came to. */
    void end(long bytes) {
        if (bar) {
            show(bytes);
            err.println();
            barStands = false;
        }
        print(text(
                "%,d conversations (%,d captured, %,d bad lines), %,d messages in %.1f s:"
                        + " %,.0f conversations/s, %,.0f messages/s",
                conversations,
                captured,
                badLines,
                messages,
                seconds(),
                conversations / seconds(),
                messages / seconds()));
    }

    private void print(String line) {
        if (barStands) {
            err.print("\r" + " ".repeat(WIDTH + 50) + "\r");
            barStands = false;
        }
        err.println(line);
    }

    private double seconds() {
        return Math.max(0.001, (System.nanoTime() - startedAt) / 1e9);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
