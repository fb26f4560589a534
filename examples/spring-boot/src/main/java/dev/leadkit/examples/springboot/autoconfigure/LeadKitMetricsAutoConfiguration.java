package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Measures where the application has a registry of meters. The names are in the README. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        },
        after = LeadKitAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public class LeadKitMetricsAutoConfiguration {
    /** Innermost, so that it times the store and nothing that others put around it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    LeadStoreDecorator leadKitCommitTimer(MeterRegistry registry) {
        return store -> new MeteredLeadStore(store, new CommitTimer(registry));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(CaptureEngine.class)
    static class CaptureConfiguration {
        @Bean
        CaptureMetrics leadKitCaptureMetrics(CaptureEngine engine) {
            return new CaptureMetrics(engine);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(LeadKit.class)
    static class OutboxConfiguration {
        @Bean
        OutboxMetrics leadKitOutboxMetrics(LeadKit kit, LeadKitProperties properties) {
            return new OutboxMetrics(kit, properties.tenants());
        }
    }
}
