package dev.leadkit.capture;

import dev.leadkit.capture.LiveConversation.LiveSegment;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Mark;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The messages and marks of a conversation's parts, in the order in which folds take them. Immutable. */
final class Pieces {
    private final List<Piece> inOrder;

    /** Something of a conversation, to be taken by the part to which it belongs. */
    record Piece(
            LiveSegment segment,
            String session,
            @Nullable ChatMessage message,
            @Nullable Mark mark) {
        private static final Comparator<Piece> ORDER = Comparator.comparing(Piece::at)
                .thenComparing(piece -> piece.message() == null)
                .thenComparing(Piece::message, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Piece::session);

        Instant at() {
            return message != null ? message.at() : mark != null ? mark.at() : Instant.MAX;
        }

        void takeInto(ConversationFold fold) {
            if (message != null) {
                fold.add(message);
            }
            if (mark != null) {
                fold.add(mark);
            }
        }
    }

    Pieces(Collection<Piece> pieces) {
        inOrder = pieces.stream().sorted(Piece.ORDER).toList();
    }

    /** Folds each part's into the fold that it has. */
    void take() {
        inOrder.forEach(piece -> piece.takeInto(piece.segment().fold));
    }

    /** Folds the same once more, such as by other rules: each part into a new fold, which it does not keep. */
    Map<LiveSegment, ConversationFold> takenInto(Collection<LiveSegment> parts, Supplier<ConversationFold> newFold) {
        Map<LiveSegment, ConversationFold> folds = new LinkedHashMap<>();
        parts.forEach(part -> folds.put(part, newFold.get()));
        inOrder.forEach(piece -> piece.takeInto(folds.computeIfAbsent(piece.segment(), part -> newFold.get())));
        return folds;
    }

    /** Whether one of a part's conversations makes a lead when it is taken alone. */
    boolean isOneCaptured(LiveSegment part, Supplier<ConversationFold> newFold) {
        Map<String, ConversationFold> alone = new HashMap<>();
        for (Piece piece : inOrder) {
            if (piece.segment() == part) {
                ConversationFold fold = alone.computeIfAbsent(piece.session(), session -> newFold.get());
                piece.takeInto(fold);
                if (fold.isCaptured()) {
                    return true;
                }
            }
        }
        return false;
    }
}
