package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.capture.CaptureEngine;

/**
 * Sets how conversations become leads: rules, intent, mode. Beans of this type are asked in their order, after the
 * properties.
 */
@FunctionalInterface
public interface CaptureEngineCustomizer {
    void customize(CaptureEngine.Builder engine);
}
