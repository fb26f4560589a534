package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.lead.InvalidInputException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells which property mends what LeadKit does not take when the application starts. */
final class InvalidInputFailureAnalyzer extends AbstractFailureAnalyzer<InvalidInputException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidInputException cause) {
        String what = switch (cause.field()) {
            case "identityKey" -> "leadkit.identity-key";
            case "tenant" -> "leadkit.tenants";
            default -> cause.field();
        };
        return new FailureAnalysis(
                "LeadKit can't start with " + cause.getMessage(),
                "Set %s: %s.".formatted(what, cause.expected()),
                cause);
    }
}
