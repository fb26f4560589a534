package dev.leadkit.examples.leaddesk.host;

import dev.leadkit.plan.Plan;
import dev.leadkit.plan.Plans;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The plans of this host's price list, {@code plans.json}. A tenant's choice is saved as the plan's key. */
final class PlanChoice {
    private static final String STANDARD = "pro";

    private PlanChoice() {}

    static Plans plans() {
        try (InputStream in = PlanChoice.class.getResourceAsStream("plans.json")) {
            if (in == null) {
                throw new IllegalStateException("plans.json is not in the jar");
            }
            return Plans.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Plan standard(Plans plans) {
        return plans.get(STANDARD);
    }
}
