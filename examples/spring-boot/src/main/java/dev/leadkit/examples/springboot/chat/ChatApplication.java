package dev.leadkit.examples.springboot.chat;

import dev.leadkit.examples.springboot.autoconfigure.LeadKitCustomizer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the application. LeadKit comes by its auto-configuration; here is only what this application adds. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(ChatProperties.class)
public class ChatApplication {
    public static void main(String[] args) {
        SpringApplication.run(ChatApplication.class, args);
    }

    /** The name stays for as long as the receiver is the same: what it has not got yet is stored under it. */
    @Bean
    LeadKitCustomizer salesEndpoint(SalesDesk sales) {
        return kit -> kit.endpoint("sales", sales);
    }
}
