package dev.leadkit.event;

/**
 * Gets what happened to leads, at an endpoint that the kit was built with. May be called from several threads at once,
 * though never for two versions of one lead, unless a lease ran out meanwhile.
 *
 * <p>A listener must be idempotent: it may get an event more than once, always with the same {@link LeadEvent#id()}.
 *
 * <pre>{@code
 * LeadKit kit = LeadKit.builder().store(store).endpoint("crm", event -> crm.push(event.toJson())) … .build();
 * OutboxRelay relay = kit.relay();
 * scheduler.scheduleWithFixedDelay(() -> relay.poll(tenants), 0, 1, SECONDS);
 * }</pre>
 */
@FunctionalInterface
public interface LeadListener {
    /**
     * Takes an event. Returning says that the endpoint has it for good.
     *
     * @throws DeliveryFailedException to say why not, and when or whether to try again
     * @throws Exception of any other kind, to try again later; its message is not kept, since it may hold personal data
     */
    void onEvent(LeadEvent event) throws Exception;
}
