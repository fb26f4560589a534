package dev.leadkit.examples.benchmarks.storage;

import java.lang.reflect.Method;
import java.sql.SQLException;
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
record Case(Class<?> suite, Method method, String operation, String contender, Map<String, String> parameters) {
    private static final String CONTENDER = "contender";

    /** An operation of a case, to be done once, outside of JMH. */
    interface Operation extends AutoCloseable {
        /** @return the answer, if it has one */
        Object run() throws SQLException;

        @Override
        void close();
    }

    /** All of them, in the order of the report. */
    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        Stream.of(WriteBenchmark.class, ReadBenchmark.class)
                .flatMap(suite -> Stream.of(suite.getMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .sorted(Comparator.comparing(
                                (Method method) -> method.getDeclaringClass().getSimpleName())
                        .reversed()
                        .thenComparing(Method::getName))
                .forEach(method -> cases.addAll(of(method)));
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

    /** The same without JMH, over the target of this process. */
    Operation open() throws SQLException {
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
            if (state instanceof WriteBenchmark.Work work) {
                return work.opened();
            }
            return ((ReadBenchmark.Question) state).opened();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
