package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.LeadKit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Adds {@code leadkit} to the health of an application; {@code management.health.leadkit.enabled=false} leaves it out. */
@AutoConfiguration(after = LeadKitAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(LeadKit.class)
@ConditionalOnEnabledHealthIndicator("leadkit")
public class LeadKitHealthAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "leadkitHealthIndicator")
    HealthIndicator leadkitHealthIndicator(LeadKit kit, LeadKitProperties properties) {
        return new LeadKitHealthIndicator(kit, properties.tenants());
    }
}
