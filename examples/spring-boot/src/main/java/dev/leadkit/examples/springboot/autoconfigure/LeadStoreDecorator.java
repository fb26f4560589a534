package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.store.LeadStore;

/** Puts something around the store that the kit works on, such as a stopwatch. Beans of this type are asked in their order. */
@FunctionalInterface
public interface LeadStoreDecorator {
    LeadStore decorate(LeadStore store);
}
