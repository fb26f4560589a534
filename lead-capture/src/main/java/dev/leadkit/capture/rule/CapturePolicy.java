package dev.leadkit.capture.rule;

/** Who is captured. */
public enum CapturePolicy {
    /** Every session is a lead from the visitor's first message on; rules add to it. */
    EVERYONE("everyone"),
    /** A session is a lead once a rule says so, or a person promotes it. */
    BY_RULE("by-rule");

    private final String key;

    CapturePolicy(String key) {
        this.key = key;
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }
}
