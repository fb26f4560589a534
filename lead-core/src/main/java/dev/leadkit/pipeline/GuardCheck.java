package dev.leadkit.pipeline;

import dev.leadkit.definition.json.Problems;
import java.util.List;

/** Finds what is wrong with the guards of a transition, each problem with its place. */
final class GuardCheck {
    private final Problems problems;

    GuardCheck(Problems problems) {
        this.problems = problems;
    }

    /** Fields that there are not, wherever they are asked for. */
    void fields(String at, List<Guard> guards) {
        for (int i = 0; i < guards.size(); i++) {
            fields(at + "/" + i, guards.get(i));
        }
    }

    private void fields(String at, Guard guard) {
        if (guard instanceof Guard.Has has) {
            field(at + "/" + GuardJson.HAS, has.field());
        } else if (guard instanceof Guard.All all) {
            fields(at + "/" + GuardJson.ALL, all.parts());
        } else if (guard instanceof Guard.Any any) {
            fields(at + "/" + GuardJson.ANY, any.parts());
        } else if (guard instanceof Guard.Not not) {
            fields(at + "/" + GuardJson.NOT, not.part());
        }
    }

    void field(String at, String field) {
        if (!RequiredField.isKnown(field)) {
            problems.add(
                    at,
                    "unknown-field",
                    "there is no field \"%s\"".formatted(field),
                    "use one of: " + String.join(", ", RequiredField.names()) + ", field:KEY");
        }
    }

    /**
     * Guards that can't hold together, as far as it is easy to see.
     *
     * @param required what must be there beside them
     */
    void contradictions(String at, List<String> required, List<Guard> guards) {
        var together = new Conjunction();
        required.forEach(field -> together.add(Guard.has(field)));
        each(at, guards, together);
    }

    private void each(String at, List<Guard> guards, Conjunction together) {
        for (int i = 0; i < guards.size(); i++) {
            possible(at + "/" + i, guards.get(i), together);
        }
    }

    private void possible(String at, Guard guard, Conjunction together) {
        if (guard instanceof Guard.All all) {
            each(at + "/" + GuardJson.ALL, all.parts(), together);
        } else if (guard instanceof Guard.Any any) {
            // Each by itself; that none of them fits to what stands beside them is not looked for.
            for (int i = 0; i < any.parts().size(); i++) {
                possible(at + "/" + GuardJson.ANY + "/" + i, any.parts().get(i), new Conjunction());
            }
        } else if (!together.add(guard)) {
            problems.add(
                    at,
                    "contradiction",
                    "\"%s\" never holds beside what else is asked for".formatted(guard.label()),
                    "remove one of the two");
        }
    }
}
