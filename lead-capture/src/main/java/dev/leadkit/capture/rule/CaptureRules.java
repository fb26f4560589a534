package dev.leadkit.capture.rule;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who is captured, and what happens then: a policy and its rules, at one version. Immutable and safe to share.
 *
 * <p>The JSON document and the builder make the same value; {@code capture-rules.schema.json} beside this class is its
 * schema.
 */
public final class CaptureRules {
    private final String name;
    private final int version;
    private final CapturePolicy policy;
    private final List<CaptureRule> rules;
    private final List<TextPattern> patterns;

    CaptureRules(String name, int version, CapturePolicy policy, List<CaptureRule> rules) {
        this.name = name;
        this.version = version;
        this.policy = policy;
        // A stable sort, so that equal priorities keep the order of the document.
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(CaptureRule::priority).reversed())
                .toList();
        List<TextPattern> found = new ArrayList<>();
        rules.forEach(rule -> collectPatterns(rule.when(), found));
        this.patterns = found.stream().distinct().toList();
    }

    private static void collectPatterns(Condition condition, List<TextPattern> found) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> collectPatterns(part, found));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> collectPatterns(part, found));
        } else if (condition instanceof Condition.Not not) {
            collectPatterns(not.part(), found);
        } else if (condition instanceof Condition.TextMatches text) {
            found.add(text.pattern());
        }
    }

    /** By rule, with the three usual triggers: contact given, marked as qualified, purchase intent. */
    public static CaptureRules standard() {
        return parse(DefinitionReader.resource(CaptureRules.class.getResourceAsStream("standard.json")));
    }

    /** @throws InvalidDefinitionException with all problems of the document, or if the file can't be read */
    public static CaptureRules read(Path path) {
        return parse(DefinitionReader.file(path));
    }

    /** @throws InvalidDefinitionException with all problems of the document */
    public static CaptureRules parse(String json) {
        return CaptureRulesJson.parse(json);
    }

    /** Begins a set in code. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    /** 1 or more. */
    public int version() {
        return version;
    }

    public CapturePolicy policy() {
        return policy;
    }

    /** In the order in which they are looked at. */
    public List<CaptureRule> rules() {
        return rules;
    }

    /** All patterns that rules ask for. */
    public List<TextPattern> patterns() {
        return patterns;
    }

    /** Makes a set of rules in code. Not safe to share. */
    public static final class Builder {
        private final String name;
        private int version = 1;
        private CapturePolicy policy = CapturePolicy.BY_RULE;
        private final List<CaptureRule> rules = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder version(int newVersion) {
            version = newVersion;
            return this;
        }

        public Builder policy(CapturePolicy newPolicy) {
            policy = newPolicy;
            return this;
        }

        public Builder rule(CaptureRule rule) {
            rules.add(rule);
            return this;
        }

        /** @throws InvalidDefinitionException with all problems, placed as they would be in the JSON document */
        public CaptureRules build() {
            CaptureRulesJson.requireUniqueIds(rules);
            return new CaptureRules(name, version, policy, rules);
        }
    }
}
