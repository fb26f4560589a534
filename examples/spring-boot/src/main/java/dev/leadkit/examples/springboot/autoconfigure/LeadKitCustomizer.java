package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.LeadKit;

/**
 * Sets what the properties don't: pipeline, endpoints, scorer, permissions. Beans of this type are asked in their order,
 * after the properties, so that they have the last word.
 */
@FunctionalInterface
public interface LeadKitCustomizer {
    void customize(LeadKit.Builder kit);
}
