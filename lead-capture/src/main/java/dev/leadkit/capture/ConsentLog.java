package dev.leadkit.capture;

import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.Verdict;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the visitor said of the uses of his data, in messages and by rules; the latest of each purpose. Not safe to share. */
final class ConsentLog {
    private static final String BY_MESSAGE = "consent";

    private List<Attributed<Consent>> standing = List.of();

    /** Takes what the host says with a message, whoever wrote it. */
    void add(ChatMessage message) {
        for (Consent stated : message.consents()) {
            var evidence = MessageEvidence.of(message);
            add(new Attributed<>(
                    stated,
                    new Provenance(
                            Provenance.Origin.MESSAGE, BY_MESSAGE, Assurance.CHANNEL, 1.0, evidence, message.at())));
        }
    }

    /** Takes what a rule says that fired; its source is the first thing that the rule saw. */
    void add(CaptureRule rule, Consent stated, Verdict verdict, Instant at) {
        Evidence evidence = verdict.because().stream()
                .flatMap(reason -> reason.evidence().stream())
                .findFirst()
                .orElse(null);
        add(new Attributed<>(
                stated, new Provenance(Provenance.Origin.RULE, rule.id(), Assurance.CLAIMED, 1.0, evidence, at)));
    }

    private void add(Attributed<Consent> stated) {
        List<Attributed<Consent>> all = new ArrayList<>(standing);
        all.add(stated);
        standing = Consent.latest(all);
    }

    /** What he last said of a purpose; absent when he said nothing. */
    @Nullable
    Attributed<Consent> of(String purpose) {
        return standing.stream()
                .filter(stated -> stated.value().purpose().equals(purpose))
                .findFirst()
                .orElse(null);
    }

    /**
     * What a lead has afterwards. What a rule said that there still is, is made anew with each fold; all else was said once and
     * for all.
     *
     * @param rules the ids of today's rules
     */
    List<Attributed<Consent>> over(List<Attributed<Consent>> before, Set<String> rules) {
        if (before.isEmpty()) {
            return standing;
        }
        List<Attributed<Consent>> all = new ArrayList<>(standing);
        for (Attributed<Consent> stated : before) {
            Provenance from = stated.provenance();
            if (from.origin() != Provenance.Origin.RULE || !rules.contains(from.by())) {
                all.add(stated);
            }
        }
        return Consent.latest(all);
    }
}
