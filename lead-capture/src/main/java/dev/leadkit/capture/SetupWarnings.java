package dev.leadkit.capture;

import dev.leadkit.Wiring;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What works but is hardly meant in how an engine is set up, each with its mend. Nothing of a visitor is in it. */
final class SetupWarnings {
    private SetupWarnings() {}

    /** In the order of the checks; empty when all is well. */
    static List<String> of(Wiring wiring, CaptureRules rules) {
        List<String> warnings = new ArrayList<>();
        if (wiring.normalizer() == ContactNormalizer.plainDigits()) {
            warnings.add(
                    "the kit has no normalizer, so that no number of the desk or of a table is known to be one of a chat;"
                            + " give it .normalizer(new LibPhoneNormalizer())");
        }
        Set<String> stages = wiring.pipeline().stages().stream().map(Stage::key).collect(Collectors.toSet());
        for (CaptureRule rule : rules.rules()) {
            String stage = rule.then().stage();
            if (stage != null && !stages.contains(stage)) {
                warnings.add("rule %s moves leads to %s, which is no stage of the kit's pipeline %s; name one of %s"
                        .formatted(
                                rule.id(),
                                stage,
                                wiring.pipeline().name(),
                                String.join(", ", stages.stream().sorted().toList())));
            }
        }
        rules.warnings().forEach(warning -> warnings.add(warning.message() + "; " + warning.mend()));
        return warnings;
    }
}
