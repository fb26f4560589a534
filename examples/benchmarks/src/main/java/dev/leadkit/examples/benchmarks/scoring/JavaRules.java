package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.lead.Lead;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The rules as one writes them in Java: a list of predicates, gone through for each lead. */
final class JavaRules {
    private final List<Predicate<Lead>> conditions;
    private final List<Rule> rules;

    JavaRules(List<Rule> rules) {
        this.rules = rules;
        conditions = rules.stream().map(JavaRules::condition).toList();
    }

    private static Predicate<Lead> condition(Rule rule) {
        Fact fact = rule.fact();
        if (fact.isNumber()) {
            return lead -> rule.takes(fact.number(lead));
        }
        Set<String> texts = Set.copyOf(rule.texts());
        return lead -> {
            String text = fact.text(lead);
            return text != null && texts.contains(text);
        };
    }

    Scored score(Lead lead) {
        var scored = new Scored(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            if (conditions.get(i).test(lead)) {
                scored.add(i, rules.get(i).points());
            }
        }
        return scored;
    }
}
