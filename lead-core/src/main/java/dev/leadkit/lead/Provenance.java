package dev.leadkit.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a value came from and how far it is trusted.
 *
 * @param by the rule, extractor or person that set it
 * @param confidence how sure the extractor was, 0.0 to 1.0; 1.0 for what a person set
 * @param evidence the characters of the message that gave it; absent when no message did
 * @param at when it was said or set, cut to microseconds
 */
public record Provenance(
        Origin origin,
        String by,
        Assurance assurance,
        double confidence,
        @Nullable Evidence evidence,
        Instant at) {
    /** What kind of thing set a value. */
    public enum Origin {
        MESSAGE,
        RULE,
        PERSON,
        HOST
    }

    public Provenance {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0.0..1.0, was " + confidence);
        }
        at = Input.instant("provenance.at", at);
    }

    /** Whether somebody set it at the desk, be it a person or a program of the host. */
    public boolean isSetAtDesk() {
        return origin == Origin.PERSON || origin == Origin.HOST;
    }

    /** Set by the one who is using the desk, be it a person or a program of the host. */
    public static Provenance by(Actor actor, Instant at) {
        return by(actor, Assurance.CLAIMED, at);
    }

    /** The same, the host vouching for it. */
    public static Provenance verifiedBy(Actor actor, Instant at) {
        return by(actor, Assurance.VERIFIED, at);
    }

    private static Provenance by(Actor actor, Assurance assurance, Instant at) {
        Origin origin = actor.isPerson() ? Origin.PERSON : Origin.HOST;
        return new Provenance(origin, actor.id(), assurance, 1.0, null, at);
    }

    /** What a new lead begins with by a definition of the host. */
    public static Provenance initial(Instant at) {
        return new Provenance(Origin.HOST, "default", Assurance.CLAIMED, 1.0, null, at);
    }

    /** Found by an extractor in a visitor's message. */
    public static Provenance said(String extractor, double confidence, Evidence evidence, Instant at) {
        return new Provenance(Origin.MESSAGE, extractor, Assurance.CLAIMED, confidence, evidence, at);
    }
}
