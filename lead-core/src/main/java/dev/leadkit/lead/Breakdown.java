package dev.leadkit.lead;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The contributions of a score that are made when they are read, for scorers that are asked often and read seldom. A
 * {@link Score} keeps it as it is; any other list it copies.
 *
 * <p>An implementation is immutable and safe to share, gives equal contributions each time, and holds on to nothing of the
 * lead but the facts that it reads.
 */
public abstract class Breakdown extends AbstractList<Contribution> implements RandomAccess {
    /** For implementations. */
    protected Breakdown() {}

    /** The points of one contribution, without making it. */
    public abstract int points(int index);

    /** The points of all contributions together; override it where that is known. */
    public int sum() {
        int sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += points(i);
        }
        return sum;
    }
}
