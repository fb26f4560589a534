package dev.leadkit.capture.rule;

import dev.leadkit.capture.text.Beginning;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.identity.LeadPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    private final LeadPolicy leads;
    private final List<CaptureRule> rules;
    private final List<TextPattern> patterns;
    private final int searched;
    private final Set<String> attributes;
    private final Set<String> ids;

    CaptureRules(String name, int version, CapturePolicy policy, LeadPolicy leads, List<CaptureRule> rules) {
        this.name = name;
        this.version = version;
        this.policy = policy;
        this.leads = leads;
        // A stable sort, so that equal priorities keep the order of the document.
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(CaptureRule::priority).reversed())
                .toList();
        List<TextPattern> found = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        this.rules.forEach(rule -> collect(rule.when(), found, names));
        this.patterns = found.stream().distinct().toList();
        this.searched = RuleLimits.MAX_SEARCH / Math.max(1, patternSteps());
        this.attributes = Collections.unmodifiableSet(names);
        this.ids = this.rules.stream().map(CaptureRule::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Collects what a message must be searched for. */
    private static void collect(Condition condition, List<TextPattern> found, Set<String> names) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> collect(part, found, names));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> collect(part, found, names));
        } else if (condition instanceof Condition.Not not) {
            collect(not.part(), found, names);
        } else if (condition instanceof Condition.TextMatches text) {
            found.add(text.pattern());
        } else if (condition instanceof Condition.WithAttribute attribute) {
            names.add(attribute.name());
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

    /** How many leads one person gets in the pipeline; {@link LeadPolicy#ONE_OPEN} unless said otherwise. */
    public LeadPolicy leads() {
        return leads;
    }

    /** In the order in which they are looked at. */
    public List<CaptureRule> rules() {
        return rules;
    }

    /** The ids of all rules. */
    public Set<String> ids() {
        return ids;
    }

    /** All patterns that rules ask for. */
    public List<TextPattern> patterns() {
        return patterns;
    }

    /** The single steps of all patterns: what a character of a message may cost. */
    int patternSteps() {
        return patterns.stream().mapToInt(TextPattern::steps).sum();
    }

    /**
     * At the beginning of each message so many characters are searched for the patterns: 20 million over the steps of all of them
     * together, which is more than the 65,536 that are analysed unless they have more than 305.
     */
    public int searchedCharacters() {
        return searched;
    }

    /**
     * What is likely not meant though it is allowed: patterns of so many steps that long messages are searched in part, and a rule
     * that asks for a tag which no rule gives.
     */
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        if (searched < Beginning.ANALYSED) {
            warnings.add(new Problem(
                    "/rules",
                    "searched-in-part",
                    "the patterns have %s steps together, so that only the first %s characters of a message are searched"
                            .formatted(patternSteps(), searched),
                    "repeat less in them, or join some: up to %s steps messages are searched whole"
                            .formatted(RuleLimits.MAX_SEARCH / Beginning.ANALYSED)));
        }
        Set<String> given =
                rules.stream().flatMap(rule -> rule.then().tags().stream()).collect(Collectors.toSet());
        for (CaptureRule rule : rules) {
            Set<String> never = new TreeSet<>();
            collectTags(rule.when(), never);
            never.removeAll(given);
            if (!never.isEmpty()) {
                warnings.add(new Problem(
                        "/rules",
                        "tag-never-given",
                        "the rule %s asks for %s, which no rule gives as a tag; what is tagged at the desk it does not see"
                                .formatted(rule.id(), String.join(", ", never)),
                        "let a rule give the tag, or ask for something that is said"));
            }
        }
        return warnings;
    }

    private static void collectTags(Condition condition, Set<String> tags) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> collectTags(part, tags));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> collectTags(part, tags));
        } else if (condition instanceof Condition.Not not) {
            collectTags(not.part(), tags);
        } else if (condition instanceof Condition.Tagged tagged) {
            tags.addAll(tagged.any());
            tags.addAll(tagged.all());
            tags.addAll(tagged.none());
        }
    }

    /** The names of all message attributes that rules ask for. */
    public Set<String> attributes() {
        return attributes;
    }

    /** The document that {@link #parse} reads as an equal set, its rules in the order in which they are looked at. */
    public String toJson() {
        return CaptureRulesWriter.write(this, rules);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaptureRules that
                && name.equals(that.name)
                && version == that.version
                && policy == that.policy
                && leads.equals(that.leads)
                && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version, policy, leads, rules);
    }

    /** The name and version. */
    @Override
    public String toString() {
        return name + "@" + version;
    }

    /** Makes a set of rules in code. Not safe to share. */
    public static final class Builder {
        private final String name;
        private int version = 1;
        private CapturePolicy policy = CapturePolicy.BY_RULE;
        private LeadPolicy leads = LeadPolicy.ONE_OPEN;
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

        /** How many leads one person gets in the pipeline; {@link LeadPolicy#ONE_OPEN} unless said otherwise. */
        public Builder leads(LeadPolicy newPolicy) {
            leads = newPolicy;
            return this;
        }

        public Builder rule(CaptureRule rule) {
            rules.add(rule);
            return this;
        }

        /** @throws InvalidDefinitionException with all problems, placed as they would be in the JSON document */
        public CaptureRules build() {
            // Through the document, so that what can be built can be written, and the same limits hold.
            return parse(CaptureRulesWriter.write(new CaptureRules(name, version, policy, leads, List.of()), rules));
        }
    }
}
