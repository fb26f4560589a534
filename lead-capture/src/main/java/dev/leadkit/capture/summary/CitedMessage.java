package dev.leadkit.capture.summary;

import dev.leadkit.capture.text.Words;
import dev.leadkit.lead.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message that a claim names, and where the claim's words stand in it: in their order, in which only whole parts of a claim may be
 * moved. Not safe to share.
 */
final class CitedMessage {
    private final int index;
    private final SaidMessage said;
    private final Set<String> claimed = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();
    private Part part = new Part(0, 0);
    private int first = Integer.MAX_VALUE;
    private int last = -1;

    /** How a word of a claim goes on from the words before it. */
    enum Step {
        /** It stands behind them. */
        ON,
        /** It is what the number before it is of, wherever that stands. */
        COUNTED,
        /** A part of the claim begins, which may stand before them. */
        ANEW
    }

    /** Words of the message that a part of a claim goes through; {@code end} is not among them. */
    private record Part(int start, int end) {
        boolean overlaps(Part other) {
            return start < other.end && other.start < end;
        }
    }

    CitedMessage(int index, SaidMessage said) {
        this.index = index;
        this.said = said;
    }

    /** Whether it says the next word of the claim where the claim may go on; remembers where. */
    boolean follows(String word, Step step) {
        if (!said.says(word)) {
            return false;
        }
        claimed.add(word);
        int next = said.placeFrom(word, part.end());
        Part longer = new Part(part.end() == 0 ? next : part.start(), next + 1);
        if (next >= 0 && isFree(longer)) {
            part = longer;
            return found(next);
        }
        return step == Step.COUNTED ? found(said.placeFrom(word, 0)) : step == Step.ANEW && beginsAnew(word);
    }

    private boolean beginsAnew(String word) {
        for (int next = said.placeFrom(word, 0); next >= 0; next = said.placeFrom(word, next + 1)) {
            Part anew = new Part(next, next + 1);
            if (isFree(anew) && !anew.overlaps(part)) {
                parts.add(part);
                part = anew;
                return found(next);
            }
        }
        return false;
    }

    private boolean isFree(Part place) {
        return parts.stream().noneMatch(place::overlaps);
    }

    private boolean found(int place) {
        first = Math.min(first, place);
        last = Math.max(last, place);
        return true;
    }

    SaidMessage said() {
        return said;
    }

    int index() {
        return index;
    }

    boolean isUsed() {
        return last >= 0;
    }

    /**
     * What a claim in these words leaves out, a code; null when nothing: of the sentences that it is taken from, and of any other in
     * which a word of it is denied, or half of its words depend on something or are asked.
     */
    @Nullable
    String lostIn(String text, Words claim) {
        List<String> telling =
                claimed.stream().filter(word -> !NeedWords.endsThing(word)).toList();
        boolean denied = said.isDenied(first, last) || telling.stream().anyMatch(said::saysInDenial);
        if (denied && !Reservations.isDenial(claim, 0, claim.count())) {
            return "negation-lost";
        }
        if (!said.isFromVisitor()) {
            if (said.isConditional(first, last, telling) && !Reservations.isConditional(claim, 0, claim.count())) {
                return "condition-lost";
            }
            if (said.isAsked(first, last, telling) && text.indexOf('?') < 0) {
                return "question-lost";
            }
        }
        return null;
    }

    Evidence evidence() {
        return said.evidence(first, last);
    }
}
