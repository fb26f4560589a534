package dev.leadkit.operation;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Input;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of work on many leads. It is written together with each portion of them, so that after a crash at most the
 * last portion is in doubt; that one is gone through again, and does nothing twice, see {@link OperationId#changeset}.
 *
 * @param type who knows what it does, such as {@link #BULK}
 * @param request what was asked for, in the words of the type
 * @param at when it began
 * @param actor who began it
 * @param version of the document that keeps it; 0 when it is not kept yet
 */
public record Operation(
        OperationId id, String type, String request, Instant at, Actor actor, Progress progress, long version) {
    /** The same done to many leads. */
    public static final String BULK = "bulk";

    /** Leads made of a table, or brought up to date with it; can't be gone on with, but the table imported again. */
    public static final String IMPORT = "import";

    /** Leads scored anew; nothing is kept of which leads, and there is nothing to undo. */
    public static final String RESCORING = "rescoring";

    /** Another operation undone; the request is its id, and its leads are those of this one. */
    public static final String UNDO = "undo";

    /**
     * How far it has come.
     *
     * @param portion the number, from 0, of the last portion that was begun
     * @param next where the portion after it begins, in the words of the operation's type; absent when there is none
     * @param begun how many leads are in the portions that were begun
     * @param total how many leads there were when it began; absent when unknown
     * @param counts how many leads came to what, as far as was known when it was written: the last portion is not in
     *     it, unless there are several and all are done
     * @param finished whether no portion is left
     */
    public record Progress(
            int portion,
            @Nullable String next,
            long begun,
            @Nullable Long total,
            SortedMap<String, Long> counts,
            boolean finished) {
        public Progress {
            if (portion < 0 || begun < 0 || total != null && total < 0) {
                throw new IllegalArgumentException("the numbers of a progress must be 0 or more, were %d, %d, %s"
                        .formatted(portion, begun, total));
            }
            counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        }

        /** At the first portion. */
        public static Progress first(@Nullable String next, int leads, @Nullable Long total) {
            return new Progress(0, next, leads, total, new TreeMap<>(), next == null);
        }

        /** At the portion after this one. */
        public Progress then(@Nullable String newNext, int leads, Map<String, Long> countsBefore) {
            return new Progress(portion + 1, newNext, begun + leads, total, new TreeMap<>(countsBefore), false);
        }

        /** With all portions done. */
        public Progress done(Map<String, Long> allCounts) {
            return new Progress(portion, null, begun, total, new TreeMap<>(allCounts), true);
        }
    }

    public Operation {
        Input.id("operation.type", type);
        at = Input.instant("operation.at", at);
    }

    public Operation with(Progress newProgress) {
        return new Operation(id, type, request, at, actor, newProgress, version);
    }

    /** With what is still of use of the request. */
    public Operation asking(String newRequest) {
        return new Operation(id, type, newRequest, at, actor, progress, version);
    }

    Operation atVersion(long newVersion) {
        return new Operation(id, type, request, at, actor, progress, newVersion);
    }
}
