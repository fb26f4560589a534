package dev.leadkit.examples.scaleout;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints in the end what this module's tests checked: a line for each test, with what it counted; for a class of very many, one line. A
 * test counts by a {@code TestReporter}: {@code reporter.publishEntry("kills", "10")}. JUnit finds this class by its name in
 * {@code META-INF/services}.
 */
public final class CheckTable implements TestExecutionListener {
    private static final int VERY_MANY = 20;

    /** One line, or what becomes part of one. */
    private static final class Check {
        private final String group;
        private final String name;
        private final StringJoiner counted = new StringJoiner(", ");
        private final long begun = System.nanoTime();
        private Duration took = Duration.ZERO;
        private boolean failed;

        Check(String group, String name) {
            this.group = group;
            this.name = name;
        }
    }

    private final Map<String, Check> running = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Check>> groups = new LinkedHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            running.put(test.getUniqueId(), new Check(group(test), name(test)));
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        Check check = running.get(test.getUniqueId());
        if (check != null) {
            entry.getKeyValuePairs().forEach((what, count) -> check.counted.add(count + " " + what));
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Check check = running.remove(test.getUniqueId());
        boolean failed = result.getStatus() == Status.FAILED;
        if (check == null && failed) {
            check = new Check(group(test), name(test)); // of the class, before its first test
        }
        if (check != null) {
            check.failed = failed;
            check.took = Duration.ofNanos(System.nanoTime() - check.begun);
            groups.computeIfAbsent(check.group, none -> new LinkedHashMap<>()).put(test.getUniqueId(), check);
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        var table = new StringBuilder("\nWhat was checked\n");
        groups.forEach((group, checks) -> {
            if (checks.size() > VERY_MANY) {
                table.append(line(together(group, checks)));
            } else {
                checks.values().forEach(check -> table.append(line(check)));
            }
        });
        System.out.println(table);
    }

    private static Check together(String group, Map<String, Check> checks) {
        var all = new Check(group, group);
        all.counted.add(checks.size() + " tests");
        checks.values().forEach(check -> {
            all.took = all.took.plus(check.took);
            all.failed |= check.failed;
        });
        return all;
    }

    private static String line(Check check) {
        return String.format(
                Locale.ROOT,
                "%-6s %7.1f s  %s%s%n",
                check.failed ? "FAILED" : "ok",
                check.took.toMillis() / 1e3,
                check.name,
                check.counted.length() == 0 ? "" : ": " + check.counted);
    }

    private static String group(TestIdentifier test) {
        return test.getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName()
                        : source instanceof ClassSource type ? type.getClassName() : "")
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .orElse("");
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getMethodName().replace('_', ' ')
                        : Objects.requireNonNullElse(test.getDisplayName(), ""))
                .orElse(test.getDisplayName());
    }
}
