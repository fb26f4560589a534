package dev.leadkit.testkit;

import dev.leadkit.lead.Reason;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of some deliveries, as {@link CaptureRuleLaws} looks at it.
 *
 * @param answers one for each delivery, in their order
 * @param leads as they are in the end, in the order of their sessions; withdrawn ones are none
 * @param steps how many steps the work took, such as characters looked at; 0 when nobody counted
 * @param fired the ids of the rules that fired; empty also when nobody knows
 */
public record CaptureRun(List<Answer> answers, List<CapturedLead> leads, long steps, Set<String> fired) {

    /**
     * The answer to one delivery.
     *
     * @param captured whether its conversation is a lead then
     * @param because why it is one, or what is missing for that
     * @param notices what else is to be said of the delivery
     */
    public record Answer(boolean captured, List<Reason> because, List<String> notices) {
        public Answer {
            because = List.copyOf(because);
            notices = List.copyOf(notices);
        }
    }

    /**
     * A lead, as far as laws are about it.
     *
     * @param contact what the visitor gave of himself
     * @param because why it is a lead
     * @param effects what rules did to it, and what consents stand
     */
    public record CapturedLead(String session, Set<String> contact, List<Reason> because, List<RuleEffect> effects) {
        public CapturedLead {
            contact = Collections.unmodifiableSet(new TreeSet<>(contact));
            because = List.copyOf(because);
            effects = List.copyOf(effects);
        }
    }

    /**
     * One thing that a rule did to a lead.
     *
     * @param kind such as {@code tag}, {@code stage}, {@code assignee}, {@code amount} or {@code consent}
     * @param value the tag, the stage, the person, the amount, what was said of which purpose
     * @param rule the id of the rule; of what a message brought with it, by what it was found; blank when nobody knows
     */
    public record RuleEffect(String kind, String value, String rule) {}

    public CaptureRun {
        answers = List.copyOf(answers);
        leads = List.copyOf(leads);
        fired = Collections.unmodifiableSet(new TreeSet<>(fired));
    }

    /** Of rules that nobody knows. */
    public CaptureRun(List<Answer> answers, List<CapturedLead> leads, long steps) {
        this(answers, leads, steps, Set.of());
    }
}
