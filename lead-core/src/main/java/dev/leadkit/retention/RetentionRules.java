package dev.leadkit.retention;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a tenant's leads are kept, as a document; the schema is {@code retention.schema.json} beside this class.
 * Immutable and safe to share.
 *
 * <pre>{@code
 * RetentionRules rules = RetentionRules.named("house")
 *         .rule(RetentionRule.of("visitors", LeadClass.ANONYMOUS, Period.ofDays(30)))
 *         .rule(RetentionRule.of("lost", LeadClass.LOST, Period.ofYears(1)))
 *         .build();
 * }</pre>
 *
 * @param name of the document
 * @param version of the document, 1 or more
 * @param rules of those that are for a lead, the first decides alone; a lead that none is for is kept
 */
public record RetentionRules(String name, int version, List<RetentionRule> rules) {
    /**
     * @throws InvalidInputException if name and ids are no ids, see {@link Input#id}, also not together in a receipt
     * @throws IllegalArgumentException if two rules have the same id
     */
    public RetentionRules {
        rules = List.copyOf(rules);
        for (RetentionRule rule : rules) {
            Input.id("retention.rule", reference(name, version, rule));
        }
        if (rules.stream().map(RetentionRule::id).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("each rule needs an id of its own");
        }
    }

    /** @throws InvalidDefinitionException with every problem of the document */
    public static RetentionRules parse(String json) {
        return RetentionJson.parse(json);
    }

    /** @throws InvalidDefinitionException with every problem, that the file can't be read among them */
    public static RetentionRules read(Path path) {
        return parse(DefinitionReader.file(path));
    }

    /** The same document, as {@link #parse} takes it. */
    public String toJson() {
        return RetentionJson.write(this);
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** By what a rule is known in receipts, such as {@code house@1:lost}. */
    public String reference(RetentionRule rule) {
        return reference(name, version, rule);
    }

    private static String reference(String name, int version, RetentionRule rule) {
        return "%s@%s:%s".formatted(name, version, rule.id());
    }

    /** The rule that decides on a lead; empty when it is kept for as long as anybody likes. */
    public Optional<RetentionRule> ruleFor(Lead lead, Pipeline pipeline) {
        return rules.stream().filter(rule -> rule.isFor(lead, pipeline)).findFirst();
    }

    /** The rule by which a lead is no longer kept at an instant; empty when it is kept. */
    public Optional<RetentionRule> due(Lead lead, Pipeline pipeline, Instant at) {
        return ruleFor(lead, pipeline).filter(rule -> !rule.keptUntil(lead).isAfter(at));
    }

    /** Collects rules. Not safe to share. */
    public static final class Builder {
        private final String name;
        private final List<RetentionRule> rules = new ArrayList<>();
        private int version = 1;

        private Builder(String name) {
            this.name = name;
        }

        /** 1 unless said otherwise. */
        public Builder version(int newVersion) {
            version = newVersion;
            return this;
        }

        /** Adds a rule after the others. */
        public Builder rule(RetentionRule rule) {
            rules.add(rule);
            return this;
        }

        public RetentionRules build() {
            return new RetentionRules(name, version, rules);
        }
    }
}
