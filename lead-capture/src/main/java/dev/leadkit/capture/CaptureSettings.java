package dev.leadkit.capture;

import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.lead.ContactNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * By what messages are read. Immutable; the same settings make the same of the same messages.
 *
 * @param region the ISO 3166 region of numbers without a country code, unless the message names one; absent when unknown
 */
record CaptureSettings(
        CaptureRules rules,
        IntentDetector intent,
        ContactNormalizer normalizer,
        @Nullable String region) {

    /** The same in another region. */
    CaptureSettings in(@Nullable String newRegion) {
        return new CaptureSettings(rules, intent, normalizer, newRegion);
    }

    /** The same by other rules. */
    CaptureSettings with(CaptureRules newRules) {
        return new CaptureSettings(newRules, intent, normalizer, region);
    }
}
