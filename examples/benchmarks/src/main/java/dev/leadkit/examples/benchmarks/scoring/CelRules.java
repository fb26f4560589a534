package dev.leadkit.examples.benchmarks.scoring;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules as expressions of CEL, each a program. */
final class CelRules {
    private final List<Rule> rules;
    private final List<CelRuntime.Program> programs = new ArrayList<>();

    CelRules(List<Rule> rules) {
        this.rules = rules;
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder();
        for (Fact fact : Fact.values()) {
            builder.addVar(fact.property(), fact.isNumber() ? SimpleType.DOUBLE : SimpleType.STRING);
        }
        CelCompiler compiler = builder.build();
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
        try {
            for (Rule rule : rules) {
                String condition = rule.condition(rule.fact().property());
                programs.add(runtime.createProgram(compiler.compile(condition).getAst()));
            }
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    Scored score(Subject subject) {
        var scored = new Scored(rules.size());
        Map<String, Object> facts = subject.byProperty();
        try {
            for (int i = 0; i < programs.size(); i++) {
                if ((boolean) programs.get(i).eval(facts)) {
                    scored.add(i, rules.get(i).points());
                }
            }
        } catch (CelEvaluationException wrong) {
            throw new IllegalStateException(wrong);
        }
        return scored;
    }
}
