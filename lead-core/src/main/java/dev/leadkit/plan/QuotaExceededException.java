package dev.leadkit.plan;

/** There would be more of something than the tenant's plan holds. Nothing was written. */
public final class QuotaExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Usage usage;
    private final long more;

    QuotaExceededException(Usage usage, long more) {
        super("%s: the tenant's plan holds %d, %d are used, and %d more were asked for; remove some or change the plan"
                .formatted(usage.quota().key(), usage.limit().most(), usage.used(), more));
        this.usage = usage;
        this.more = more;
    }

    /** What is used, of how much, with the upgrade hint. */
    public Usage usage() {
        return usage;
    }

    /** How many more were asked for at once. */
    public long more() {
        return more;
    }
}
