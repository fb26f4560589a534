package dev.leadkit.examples.benchmarks.decider;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import com.github.oxo42.stateless4j.delegates.FuncBoolean;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Transition;

/**
 * The pipeline as stateless4j has it, its triggers named as the stages to which they lead. Guards take no argument there,
 * so one definition for all leads looks at whichever lead is put before it.
 */
final class Machines {
    private final StateMachine<String, String> shared;
    private Lead lead;
    private String stage = Moves.FROM;

    Machines(Lead first) {
        lead = first;
        shared = new StateMachine<>(Moves.FROM, () -> stage, moved -> stage = moved, definition(() -> isReady(lead)));
    }

    private static boolean isReady(Lead lead) {
        var score = lead.score();
        return lead.assignee() != null && score != null && score.value() >= Moves.LEAST_SCORE;
    }

    private static StateMachineConfig<String, String> definition(FuncBoolean ready) {
        var config = new StateMachineConfig<String, String>();
        for (Transition transition : Moves.PIPELINE.transitions()) {
            var from = config.configure(transition.from());
            boolean guarded = transition.guards().contains(Guard.scoreAtLeast(Moves.LEAST_SCORE));
            if (guarded) {
                from.permitIf(transition.to(), transition.to(), ready);
            } else {
                from.permit(transition.to(), transition.to());
            }
        }
        return config;
    }

    /** One definition for all; gives the stage to which it went, or the exception. */
    Object fire(Lead its, String to) {
        put(its);
        return fired(shared, to);
    }

    /** One definition for all; whether it would go, without a reason. */
    boolean canFire(Lead its, String to) {
        put(its);
        return shared.canFire(to);
    }

    private void put(Lead its) {
        lead = its;
        stage = its.stage();
    }

    /** A definition and a machine for the lead. */
    static Object fireOwn(Lead lead, String to) {
        return fired(new StateMachine<>(lead.stage(), definition(() -> isReady(lead))), to);
    }

    private static Object fired(StateMachine<String, String> machine, String to) {
        try {
            machine.fire(to);
            return machine.getState();
        } catch (IllegalStateException refused) {
            return refused;
        }
    }
}
