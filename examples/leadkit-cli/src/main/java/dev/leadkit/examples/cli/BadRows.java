package dev.leadkit.examples.cli;

import dev.leadkit.scoring.table.TableProblem;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Says on stderr which lines of a table were left out; of very many, the first and how many more. Not safe to share. */
final class BadRows implements Consumer<TableProblem> {
    private static final int SHOWN = 50;

    private final PrintWriter err;
    private long count;

    BadRows(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(TableProblem problem) {
        count++;
        if (count <= SHOWN) {
            err.println(problem);
        }
    }

    /** Says how many were not shown. */
    int end() {
        if (count > SHOWN) {
            err.println("and %,d more lines that were left out".formatted(count - SHOWN));
        }
        return count == 0 ? 0 : LeadKitCli.PROBLEMS;
    }
}
