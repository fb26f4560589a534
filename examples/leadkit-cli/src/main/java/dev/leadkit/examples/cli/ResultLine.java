package dev.leadkit.examples.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What capture made of a conversation, with the keys and their order as they stand in a line of output. A key whose value
 * is absent is left out; a list is always there.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResultLine(
        String id,
        boolean captured,
        @Nullable String leadId,
        @Nullable String stage,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Boolean phoneValid,
        @Nullable String company,
        @Nullable String location,
        @Nullable Amount budget,
        @Nullable Amount expectedAmount,
        boolean purchaseIntent,
        boolean qualified,
        double intentConfidence,
        @Nullable String needSummary,
        int score,
        String band,
        List<Points> breakdown,
        List<String> tags,
        List<Fired> firedRules,
        List<String> emails,
        List<String> phones,
        List<String> names,
        List<String> companies) {

    /** An amount; the currency of a budget may be null, and then says so. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Amount(BigDecimal amount, @Nullable String currency) {}

    /** What one factor gave to the score, and what its cap and time took from that, where they did. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Points(
            String factor,
            int points,
            String because,
            @Nullable Integer lostToCap,
            @Nullable Integer lostToDecay) {}

    /** A rule that fired. */
    record Fired(String rule, String because) {}
}
