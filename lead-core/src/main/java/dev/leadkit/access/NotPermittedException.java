package dev.leadkit.access;

/** The host's policy does not let the actor do something. Nothing was written. */
public final class NotPermittedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AccessAction action;
    private final String what;

    /** @param what it was about, in a word, without personal data */
    public NotPermittedException(AccessAction action, String what) {
        super("not permitted: %s (%s); ask somebody who may, or change the access policy"
                .formatted(action.name().toLowerCase(java.util.Locale.ROOT), what));
        this.action = action;
        this.what = what;
    }

    public AccessAction action() {
        return action;
    }

    /** What it was about, such as {@code email}, {@code stage won} or {@code view}. */
    public String what() {
        return what;
    }
}
