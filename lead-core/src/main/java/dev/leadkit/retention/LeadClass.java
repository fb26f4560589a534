package dev.leadkit.retention;

import dev.leadkit.lead.Contact;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What kind of lead a rule is for. */
public enum LeadClass {
    /** A visitor of whom nothing is known but his sessions, in any stage. */
    ANONYMOUS,
    /** In an open stage. */
    OPEN,
    /** In a stage that means won. */
    WON,
    /** In a stage that means lost. */
    LOST;

    /** The names in JSON. */
    static final List<String> KEYS = Arrays.stream(values()).map(LeadClass::key).toList();

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LeadClass ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether a lead is of this class. One in a closed stage that its pipeline no longer has is neither won nor lost. */
    boolean holds(Lead lead, Pipeline pipeline) {
        return switch (this) {
            case ANONYMOUS -> isAnonymous(lead);
            case OPEN -> !lead.closed();
            case WON -> isIn(lead, pipeline, StageCategory.WON);
            case LOST -> isIn(lead, pipeline, StageCategory.LOST);
        };
    }

    private static boolean isIn(Lead lead, Pipeline pipeline, StageCategory category) {
        return lead.closed()
                && pipeline.findStage(lead.stage()).map(Stage::category).stream()
                        .anyMatch(category::equals);
    }

    private static boolean isAnonymous(Lead lead) {
        Contact contact = lead.contact();
        return contact.name() == null
                && contact.emails().isEmpty()
                && contact.phones().isEmpty()
                && lead.identities().stream().allMatch(identity -> identity.kind() == IdentityKind.SESSION);
    }
}
