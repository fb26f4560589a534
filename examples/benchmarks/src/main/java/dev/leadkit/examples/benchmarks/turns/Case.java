package dev.leadkit.examples.benchmarks.turns;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * A benchmark with the values of its parameters.
 *
 * @param operation what is compared between contenders, such as {@code page row=0}
 * @param parameters all of them, the contender included
 */
public record Case(Class<?> suite, Method method, String operation, String contender, Map<String, String> parameters) {
    /** The contender that every benchmark has: the least that any program could do. */
    public static final String LIMIT = "limit";

    private static final String CONTENDER = "contender";

    /** All of some suites, in the order of the report. */
    public static List<Case> of(Class<?>... suites) {
        List<Case> cases = new ArrayList<>();
        for (Class<?> suite : suites) {
            Stream.of(suite.getMethods())
                    .filter(method -> method.isAnnotationPresent(Benchmark.class))
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> cases.addAll(of(method)));
        }
        return cases;
    }

    private static List<Case> of(Method method) {
        Class<?> state = method.getParameterTypes()[0];
        List<Map<String, String>> combinations = List.of(Map.of());
        List<String> names = Stream.of(state.getFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .map(java.lang.reflect.Field::getName)
                .sorted(Comparator.comparing(CONTENDER::equals)) // last, so that contenders stand side by side
                .toList();
        for (String name : names) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> some : combinations) {
                for (String value : values(state, name)) {
                    var extended = new TreeMap<>(some);
                    extended.put(name, value);
                    more.add(extended);
                }
            }
            combinations = more;
        }
        return combinations.stream()
                .map(parameters -> {
                    var others = new TreeMap<>(parameters);
                    String contender = others.remove(CONTENDER);
                    if (contender == null) {
                        throw new IllegalStateException("no contender in " + method);
                    }
                    StringBuilder operation = new StringBuilder(method.getName());
                    others.forEach((name, value) ->
                            operation.append(' ').append(name).append('=').append(value));
                    return new Case(method.getDeclaringClass(), method, operation.toString(), contender, parameters);
                })
                .toList();
    }

    private static String[] values(Class<?> state, String name) {
        try {
            return state.getField(name).getAnnotation(Param.class).value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For JMH, exactly this benchmark. */
    String include() {
        return "^" + suite.getName().replace(".", "\\.") + "\\." + method.getName() + "$";
    }

    /** The benchmark's first argument with its parameters set, to be used without JMH. */
    public Object state() {
        try {
            Object state =
                    method.getParameterTypes()[0].getDeclaredConstructor().newInstance();
            for (var parameter : parameters.entrySet()) {
                var field = state.getClass().getField(parameter.getKey());
                if (field.getType() == int.class) {
                    field.setInt(state, Integer.parseInt(parameter.getValue()));
                } else {
                    field.set(state, parameter.getValue());
                }
            }
            return state;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
