package dev.leadkit.examples.benchmarks.storage;

import java.sql.SQLException;

/**
 * Writes a unit again where another thread was the first to make a counter, which is there then. Only contenders that
 * look for a counter and then make it need this; the clock runs on.
 */
final class Again implements Writer {
    private static final String TAKEN = "23505";
    private static final int ATTEMPTS = 5;

    private final Writer writer;

    /** @param writer leaves nothing behind when it fails */
    Again(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void write(Unit unit) throws SQLException {
        for (int left = ATTEMPTS; left > 0; left--) {
            try {
                writer.write(unit);
                return;
            } catch (SQLException failed) {
                if (left == 1 || !TAKEN.equals(failed.getSQLState())) {
                    throw failed;
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        writer.close();
    }
}
