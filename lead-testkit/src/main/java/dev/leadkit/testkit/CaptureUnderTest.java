package dev.leadkit.testkit;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.ChatMessage;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Whatever makes leads of messages: an engine with a host's rules and detectors, or code of the host's own that stands
 * before or in place of it. {@link CaptureRuleLaws} finds out whether it keeps the promises of capture.
 */
@FunctionalInterface
public interface CaptureUnderTest {
    /**
     * Begins with nothing stored and takes messages of any sessions, one delivery after the other.
     *
     * @param deliveries in the order in which they arrive, which need not be that of the conversation; repeats among them; the
     *     laws give a list that can't be changed
     */
    CaptureRun run(List<ChatMessage> deliveries);

    /** The ids of its rules, which are to {@linkplain CaptureRun#fired fire} in some runs; none unless said otherwise. */
    default Set<String> rules() {
        return Set.of();
    }

    /** A capture engine with these rules, over a fresh in-memory store. */
    static CaptureUnderTest of(CaptureRules rules) {
        return of(rules, builder -> builder);
    }

    /**
     * The same with settings of the host's own, such as its intent detector: {@code engine -> engine.intent(strict(ours))}.
     *
     * @param settings called for each run, after the rules were set; leaves them alone
     */
    static CaptureUnderTest of(CaptureRules rules, UnaryOperator<CaptureEngine.Builder> settings) {
        return of(rules, kit -> kit, settings);
    }

    /**
     * The same in a kit of the host's own, such as with its pipeline, scorer and normalizer: rules may move leads to the stages
     * of that pipeline, and wait for scores of that scorer.
     *
     * @param kit called for each run, with a fresh in-memory store, a clock and an identity key that are the same in every run;
     *     leaves them alone
     * @param settings called for each run, after the rules were set; leaves them alone
     */
    static CaptureUnderTest of(
            CaptureRules rules, UnaryOperator<LeadKit.Builder> kit, UnaryOperator<CaptureEngine.Builder> settings) {
        return new EngineUnderTest(rules, kit, settings);
    }

    /**
     * A detector as it is, whose failures break the law. An engine bears with them: it takes one that throws or answers null
     * for one that found nothing, so that no message is lost, and nobody would see it in what comes of a run.
     */
    static IntentDetector strict(IntentDetector detector) {
        return new StrictDetector(detector);
    }
}
