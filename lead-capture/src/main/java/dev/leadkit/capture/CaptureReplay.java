package dev.leadkit.capture;

import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Reason;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would make of stored conversations.
 *
 * <p>Both sides are what rules make of the messages and marks alone: what a person set at the desk is left out, and so is
 * what rules of the past did. Of a lead that is {@link Kind#GONE} nothing is lost by publishing the new rules: they take
 * no lead back. How many leads a person gets is not replayed: under another
 * {@link dev.leadkit.capture.rule.CaptureRules#leads() LeadPolicy} too, conversations have the parts that they have now.
 *
 * @param same how many conversations come out alike
 * @param differences the others, in the order of the sessions
 * @param unknown sessions of which nothing is stored
 */
public record CaptureReplay(int same, List<Difference> differences, List<String> unknown) {

    /** How the two sides differ. */
    public enum Kind {
        /** It would be captured and is not. */
        ADDED,
        /** It is captured and would not be. */
        GONE,
        /** Captured or not as before, but something else of it would be different. */
        CHANGED
    }

    /**
     * One conversation that comes out differently.
     *
     * @param segment which part of it, 0 for the first; a conversation has more than one when its visitor wrote again after
     *     his lead was closed
     * @param before what the present rules make of it
     * @param after what the new ones would
     */
    public record Difference(String session, int segment, Outcome before, Outcome after) {
        public Kind kind() {
            if (before.captured() == after.captured()) {
                return Kind.CHANGED;
            }
            return after.captured() ? Kind.ADDED : Kind.GONE;
        }
    }

    /**
     * What one set of rules makes of a conversation, as a lead that nobody touched.
     *
     * @param because why it is a lead, or what is missing for that
     * @param stage the key of the stage; that in which leads begin when it is not captured
     * @param tags those that rules gave, captured or not
     * @param assignee who gets it; absent for nobody
     * @param amount what to expect of it; absent when nothing is known
     * @param score absent when leads get none
     * @param consents what stands for each purpose, sorted by it: what came with the messages, and what rules said
     * @param fired the ids of the rules that fired, in the order in which they first did
     */
    public record Outcome(
            boolean captured,
            List<Reason> because,
            String stage,
            Set<String> tags,
            @Nullable String assignee,
            @Nullable Money amount,
            @Nullable Integer score,
            List<Consent> consents,
            List<String> fired) {
        public Outcome {
            because = List.copyOf(because);
            tags = Collections.unmodifiableSet(new TreeSet<>(tags));
            consents = List.copyOf(consents);
            fired = List.copyOf(fired);
        }

        /** Whether it comes to the same, for whatever reasons. */
        boolean isLike(Outcome other) {
            return withoutReasons().equals(other.withoutReasons());
        }

        private Outcome withoutReasons() {
            return new Outcome(captured, List.of(), stage, tags, assignee, amount, score, consents, fired);
        }
    }

    public CaptureReplay {
        differences = List.copyOf(differences);
        unknown = List.copyOf(unknown);
    }

    /** How many conversations differ in one way, in some part of them; one whose parts differ in several counts in each. */
    public long count(Kind kind) {
        return differences.stream()
                .filter(one -> one.kind() == kind)
                .map(Difference::session)
                .distinct()
                .count();
    }
}
