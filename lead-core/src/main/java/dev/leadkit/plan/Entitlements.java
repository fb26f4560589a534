package dev.leadkit.plan;

import dev.leadkit.lead.TenantId;

/**
 * Which plan a tenant has.
 *
 * <pre>{@code
 * Plans plans = Plans.read(path);
 * LeadKit.builder().entitlements(tenant -> plans.get(billing.planOf(tenant.value())))
 * }</pre>
 */
@FunctionalInterface
public interface Entitlements {
    /** Everything is open to everybody, without limits. */
    Entitlements EVERYTHING = tenant -> Plan.EVERYTHING;

    /**
     * The tenant's plan at this moment. Asked with every call at a desk, so that another plan holds at once: answer from
     * memory, and from several threads. What it throws reaches the caller, and nothing is done.
     */
    Plan planOf(TenantId tenant);
}
