package dev.leadkit.csv;

import dev.leadkit.csv.LineOutcome.Created;
import dev.leadkit.csv.LineOutcome.Refused;
import dev.leadkit.csv.LineOutcome.Unchanged;
import dev.leadkit.csv.LineOutcome.Updated;
import dev.leadkit.lead.Change;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** What was planned for each line, in eight bytes a line, to see whether the same would still happen. Not safe to share. */
final class Digests {
    private long[] values = new long[1 << 10];
    private int size;

    void add(LineOutcome planned) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = of(planned);
    }

    /** Whether an outcome is the one that was planned for a line, counted from 0. */
    boolean isPlanned(int index, LineOutcome outcome) {
        return index < size && values[index] == of(outcome);
    }

    /** The first eight bytes of SHA-256 over all that an outcome says, apart from new ids and times. */
    private static long of(LineOutcome outcome) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text(outcome).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private static String text(LineOutcome outcome) {
        if (outcome instanceof Created created) {
            return created.line() + " created " + texts(created.changes());
        }
        if (outcome instanceof Updated updated) {
            return updated.line() + " updated " + updated.lead() + texts(updated.changes());
        }
        if (outcome instanceof Unchanged unchanged) {
            return unchanged.line() + " unchanged " + unchanged.lead();
        }
        return outcome.line() + " refused " + (outcome instanceof Refused refused ? refused.errors() : "");
    }

    private static List<String> texts(List<Change> changes) {
        return changes.stream()
                .map(change -> change instanceof Change.StageChanged moved
                        ? moved.from() + ">" + moved.to() + ":" + moved.reason()
                        : change.toString())
                .toList();
    }
}
