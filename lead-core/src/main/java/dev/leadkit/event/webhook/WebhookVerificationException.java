package dev.leadkit.event.webhook;

/** A webhook that arrived is not genuine, or came too late. Answer it with status 400 or 401 and do nothing else. */
public final class WebhookVerificationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Fault {
        MISSING_HEADER("one of webhook-id, webhook-timestamp and webhook-signature is missing; answer 400"),
        OUT_OF_TIME("the timestamp is none, or too far from now; answer 400, and compare the clocks"),
        WRONG_SIGNATURE("no signature fits a secret; answer 401, and compare the secrets");

        private final String text;

        Fault(String text) {
            this.text = text;
        }
    }

    private final Fault fault;

    WebhookVerificationException(Fault fault) {
        super(fault.text);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
