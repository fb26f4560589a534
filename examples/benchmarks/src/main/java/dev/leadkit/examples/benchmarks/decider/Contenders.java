package dev.leadkit.examples.benchmarks.decider;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Decision;
import java.util.List;

/** Who decides moves, by name. */
final class Contenders {
    static final String USUAL = "stateless4j, shared";

    private static final Actor ANN = Actor.user("ann");

    private Contenders() {}

    /** Decides where a lead may go. */
    interface Decider {
        Object decide(Lead lead, String to);
    }

    static Decider named(String contender, List<Lead> leads) {
        var machines = new Machines(leads.get(0));
        return switch (contender) {
            case "limit" -> Table::decide;
            case "leadkit" -> Contenders::leadkit;
            case "leadkit, text read" -> Contenders::text;
            case USUAL -> machines::fire;
            case "stateless4j, canFire" -> machines::canFire;
            case "stateless4j, a machine per lead" -> Machines::fireOwn;
            default -> throw new IllegalArgumentException(contender);
        };
    }

    private static Decision leadkit(Lead lead, String to) {
        return Moves.PIPELINE.decide(lead, to, ANN);
    }

    /** For whoever shows the sentence, not the code alone. */
    private static Object text(Lead lead, String to) {
        Decision decision = leadkit(lead, to);
        return decision.isAllowed() ? decision : decision.refusals().get(0).text();
    }

    /** Whether an answer of any contender lets the lead go. */
    static boolean isAllowed(Object answer) {
        if (answer instanceof Table.Answer its) {
            return its.reason() == null;
        } else if (answer instanceof Decision decision) {
            return decision.isAllowed();
        } else if (answer instanceof Boolean fired) {
            return fired;
        }
        return answer.equals(Moves.ALLOWED.to());
    }
}
