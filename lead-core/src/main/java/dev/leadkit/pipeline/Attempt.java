package dev.leadkit.pipeline;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a guard looks at: a lead that somebody would move. Each decision makes one of its own and remembers in it what the
 * host's guards said; not safe to share.
 */
public final class Attempt {
    private final Lead lead;
    private final String to;
    private final Actor actor;
    private final Instant at;
    private @Nullable Map<String, List<Refusal>> answers;

    /** Decisions make their own; a host makes one to test its guards. */
    public Attempt(Lead lead, String to, Actor actor, Instant at) {
        this.lead = lead;
        this.to = to;
        this.actor = actor;
        this.at = at;
    }

    /** The lead as it is, with the reason for which it would be lost where one was given. */
    public Lead lead() {
        return lead;
    }

    /** The key of the stage to which it would move. */
    public String to() {
        return to;
    }

    /** Who would move it. */
    public Actor actor() {
        return actor;
    }

    /** When. */
    public Instant at() {
        return at;
    }

    /** Asks a guard of the host the first time, and knows the answer from then on. */
    List<Refusal> ask(Guard.Host guard) {
        if (answers == null) {
            answers = new HashMap<>();
        }
        List<Refusal> answer = answers.get(guard.name());
        if (answer == null) {
            answer = HostGuards.ask(guard, this);
            answers.put(guard.name(), answer);
        }
        return answer;
    }
}
