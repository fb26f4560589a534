package dev.leadkit.examples.benchmarks.scoring;

import java.util.List;
import java.util.Set;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** The rules as Easy Rules has them, their conditions and actions in Java. */
final class EasyRules {
    private static final String SUBJECT = "subject";
    private static final String SCORED = "scored";

    private final int size;
    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules all = new Rules();

    EasyRules(List<Rule> rules) {
        size = rules.size();
        for (int i = 0; i < size; i++) {
            all.register(rule(i, rules.get(i)));
        }
    }

    private static org.jeasy.rules.api.Rule rule(int place, Rule rule) {
        Set<String> texts = Set.copyOf(rule.texts());
        Fact fact = rule.fact();
        return new RuleBuilder()
                .name(rule.id())
                .priority(place)
                .when(facts -> {
                    Subject subject = facts.get(SUBJECT);
                    return fact.isNumber() ? rule.takes(subject.number(fact)) : texts.contains(subject.text(fact));
                })
                .then(facts -> {
                    Scored scored = facts.get(SCORED);
                    scored.add(place, rule.points());
                })
                .build();
    }

    Scored score(Subject subject) {
        var scored = new Scored(size);
        var facts = new Facts();
        facts.put(SUBJECT, subject);
        facts.put(SCORED, scored);
        engine.fire(all, facts);
        return scored;
    }
}
