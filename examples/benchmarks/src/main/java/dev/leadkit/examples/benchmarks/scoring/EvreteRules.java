package dev.leadkit.examples.benchmarks.scoring;

import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;

/** The rules as Evrete has them: conditions in Java's text, compiled, and a stateless session for each lead. */
final class EvreteRules implements AutoCloseable {
    private final int size;
    private final KnowledgeService service = new KnowledgeService();
    private final Knowledge knowledge;

    EvreteRules(List<Rule> rules) {
        size = rules.size();
        var building = service.newKnowledge().builder();
        for (int i = 0; i < size; i++) {
            Rule rule = rules.get(i);
            int place = i;
            building = building.newRule(rule.id())
                    .forEach("$s", Subject.class, "$o", Scored.class)
                    .where(rule.javaCondition("$s." + rule.fact().property()))
                    .execute(found -> {
                        Scored scored = found.get("$o");
                        scored.add(place, rule.points());
                    });
        }
        knowledge = building.build();
    }

    Scored score(Subject subject) {
        var scored = new Scored(size);
        knowledge.newStatelessSession().insert(subject, scored).fire();
        return scored;
    }

    @Override
    public void close() {
        service.shutdown();
    }
}
