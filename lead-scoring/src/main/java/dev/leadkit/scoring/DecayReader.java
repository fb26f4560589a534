package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.Problems;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how points decay. */
final class DecayReader {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final int MAX_STEPS = 100;

    private final Problems problems;
    private Decay.@Nullable Step before;
    private boolean inOrder = true;

    private DecayReader(Problems problems) {
        this.problems = problems;
    }

    static @Nullable Decay read(JsonFields factor) {
        JsonFields fields = factor.optionalObject("decay");
        return fields == null ? null : new DecayReader(factor.problems()).decay(fields);
    }

    private @Nullable Decay decay(JsonFields fields) {
        Duration halfLife = time(fields, "halfLife");
        Duration linear = time(fields, "linear");
        Duration window = time(fields, "window");
        List<Decay.Step> steps = steps(fields);
        fields.rejectUnknown();
        long shapes = Stream.of("halfLife", "linear", "window", "steps")
                .filter(fields::has)
                .count();
        if (shapes != 1) {
            problems.add(
                    fields.pointer(),
                    "unclear-decay",
                    "expected one of halfLife, linear, window and steps, found keys " + fields.keys(),
                    shapes == 0 ? "write one" : "keep one");
            return null;
        }
        if (halfLife != null) {
            return Decay.halfLife(halfLife);
        } else if (linear != null) {
            return Decay.linear(linear);
        } else if (window != null) {
            return Decay.window(window);
        }
        return new Decay.Steps(steps);
    }

    private List<Decay.Step> steps(JsonFields fields) {
        if (!fields.has("steps")) {
            return fields.optionalObjects("steps", step -> null);
        }
        List<Decay.Step> steps = fields.objects("steps", this::step);
        if (!inOrder || steps.size() > MAX_STEPS) {
            problems.add(
                    fields.pointer("steps"),
                    inOrder ? "too-many-steps" : "unordered-steps",
                    inOrder
                            ? "expected at most %d steps, found %d".formatted(MAX_STEPS, steps.size())
                            : "a step comes later than the next, or keeps no more",
                    "let each step come later and keep less than the one before");
        }
        return steps;
    }

    private Decay.@Nullable Step step(JsonFields fields) {
        Duration after = fields.has("after") ? time(fields, "after") : fields.duration("after");
        Double keep = Points.readShare(fields, "keep");
        if (after == null || keep == null) {
            return null;
        }
        var step = new Decay.Step(after, keep);
        inOrder &= before == null || before.after().compareTo(after) < 0 && before.keep() > keep;
        before = step;
        return step;
    }

    private @Nullable Duration time(JsonFields fields, String key) {
        Duration time = fields.optionalDuration(key);
        if (time != null && (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0)) {
            problems.add(
                    fields.pointer(key),
                    "out-of-range",
                    "expected one second to 36500 days, found " + time,
                    "choose a time in that range");
        }
        return time;
    }
}
