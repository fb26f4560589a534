package dev.leadkit.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a plan can limit in number. What is there beyond a limit stays, can be seen, changed, closed and deleted, and not be added to. */
public enum Quota {
    /** Leads of the pipeline in open stages. */
    OPEN_LEADS,
    /** Leads created in the calendar month in UTC. Who was erased or merged away no longer counts. */
    LEADS_PER_MONTH,
    /** Saved views. */
    VIEWS,
    /** Pipelines of the tenant's own. */
    PIPELINES;

    /** The names in JSON. */
    static final List<String> KEYS = Arrays.stream(values()).map(Quota::key).toList();

    /** The name in JSON, such as {@code open-leads}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Quota ofKey(String key) {
        return values()[KEYS.indexOf(key)];
    }
}
