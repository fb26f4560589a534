package dev.leadkit.capture.rule;

import dev.leadkit.lead.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a condition holds, and why or why not.
 *
 * @param because what was seen when it holds; what is missing when it does not
 */
public record Verdict(boolean holds, List<Reason> because) {
    public Verdict {
        because = List.copyOf(because);
    }

    static Verdict yes(Reason reason) {
        return new Verdict(true, List.of(reason));
    }

    static Verdict no(String code, String text) {
        return new Verdict(false, List.of(Reason.of(code, text)));
    }

    /** Of all verdicts those that agree with the outcome give its reasons. */
    static Verdict of(boolean holds, List<Verdict> verdicts) {
        List<Reason> because = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict.holds == holds) {
                because.addAll(verdict.because);
            }
        }
        return new Verdict(holds, because);
    }
}
