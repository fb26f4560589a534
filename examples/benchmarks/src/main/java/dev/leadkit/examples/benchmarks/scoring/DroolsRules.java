package dev.leadkit.examples.benchmarks.scoring;

import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.utils.KieHelper;

/** The rules as Drools has them: compiled from its language, a stateless session for each lead. */
final class DroolsRules {
    private final int size;
    private final KieBase base;

    DroolsRules(List<Rule> rules) {
        size = rules.size();
        String type = Subject.class.getName();
        var text = new StringBuilder("package rules\nimport ").append(type).append(";\nglobal ");
        text.append(Scored.class.getName()).append(" scored;\n");
        for (int i = 0; i < size; i++) {
            Rule rule = rules.get(i);
            text.append("rule \"%s\" when Subject(%s) then scored.add(%d, %d); end%n"
                    .formatted(rule.id(), rule.condition(rule.fact().property()), i, rule.points()));
        }
        base = new KieHelper().addContent(text.toString(), ResourceType.DRL).build();
    }

    Scored score(Subject subject) {
        var scored = new Scored(size);
        StatelessKieSession session = base.newStatelessKieSession();
        session.setGlobal("scored", scored);
        session.execute(subject);
        return scored;
    }
}
