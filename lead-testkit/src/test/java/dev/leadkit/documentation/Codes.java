package dev.leadkit.documentation;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Every code that the modules give away, read from their sources: whatever reaches the {@code code} of a public value
 * or exception, followed back through parameters, variables, constants and what methods return.
 */
final class Codes {
    /** A store reads and writes the codes of others, and the testkit makes up some. */
    private static final List<String> MODULES = List.of("lead-core", "lead-scoring", "lead-capture");

    /** What is given away as a code, by another name. */
    private static final Set<String> OTHER_ROOTS = Set.of("CheckedSummary.fallback", "PostReader.skip.code");

    /** Says where a value comes from, and is no reason for anything. */
    private static final Set<String> NO_REASONS = Set.of("Cause");

    /** A code that is passed on has its source elsewhere; an id is what a definition calls its rule. */
    private static final Set<String> PASSED_ON = Set.of("code", "id");

    private final Trees trees;
    private final Map<Element, List<TreePath>> arguments = new HashMap<>();
    private final Map<Element, List<TreePath>> assigned = new HashMap<>();
    private final Map<Element, String> roots = new HashMap<>();
    private final SortedMap<String, Set<String>> found = new TreeMap<>();
    private final Set<String> unread = new TreeSet<>();

    private Codes(Trees trees, List<CompilationUnitTree> units) {
        this.trees = trees;
        units.forEach(unit -> new Index().scan(unit, null));
        units.forEach(unit -> new Returned().scan(unit, null));
        roots.forEach((parameter, type) -> follow(parameter, type));
    }

    static Codes ofSources() throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources = new ArrayList<>();
            for (String module : MODULES) {
                try (Stream<Path> all = Files.walk(Path.of("..", module, "src/main/java"))) {
                    all.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                            .forEach(sources::add);
                }
            }
            // Drivers and models that a module has for itself are not on this class path: what uses them stays
            // unresolved.
            List<String> options =
                    List.of("-proc:none", "-XDshould-stop.ifError=FLOW", "-cp", System.getProperty("java.class.path"));
            var task = (JavacTask) javac.getTask(
                    null, files, problem -> {}, options, null, files.getJavaFileObjectsFromPaths(sources));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            return new Codes(Trees.instance(task), units);
        }
    }

    /** By code, the public types that tell it. */
    SortedMap<String, Set<String>> found() {
        return found;
    }

    /** Expressions that end in a code and that this class can't read. */
    Set<String> unread() {
        return unread;
    }

    /** Remembers what is passed to each parameter and set to each variable. */
    private final class Index extends TreePathScanner<Void, Void> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            index(trees.getElement(getCurrentPath()), call.getArguments());
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void none) {
            index(trees.getElement(getCurrentPath()), made.getArguments());
            return super.visitNewClass(made, none);
        }

        private void index(@Nullable Element called, List<? extends ExpressionTree> given) {
            if (called instanceof ExecutableElement method && isOurs(method)) {
                int named = Math.min(given.size(), method.getParameters().size());
                for (int i = 0; i < named; i++) {
                    VariableElement parameter = method.getParameters().get(i);
                    add(arguments, parameter, new TreePath(getCurrentPath(), given.get(i)));
                    String type = root(method, parameter);
                    if (type != null) {
                        roots.put(parameter, type);
                    }
                }
            }
        }

        @Override
        public Void visitVariable(VariableTree variable, Void none) {
            if (variable.getInitializer() != null) {
                add(
                        assigned,
                        trees.getElement(getCurrentPath()),
                        new TreePath(getCurrentPath(), variable.getInitializer()));
            }
            return super.visitVariable(variable, none);
        }

        @Override
        public Void visitAssignment(AssignmentTree set, Void none) {
            Element variable = trees.getElement(new TreePath(getCurrentPath(), set.getVariable()));
            add(assigned, variable, new TreePath(getCurrentPath(), set.getExpression()));
            return super.visitAssignment(set, none);
        }

        private void add(Map<Element, List<TreePath>> to, @Nullable Element of, TreePath value) {
            if (of != null) {
                to.computeIfAbsent(of, first -> new ArrayList<>()).add(value);
            }
        }
    }

    /** A method {@code code()} that is written out tells what it returns. */
    private final class Returned extends TreePathScanner<Void, Void> {
        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (method.getName().contentEquals("code") && method.getBody() != null) {
                Element its = trees.getElement(getCurrentPath());
                if (isPublic(its.getEnclosingElement())) {
                    for (TreePath value : returnedBy(getCurrentPath())) {
                        if (value.getLeaf() instanceof LiteralTree) {
                            tell(value, nameOf(its.getEnclosingElement()), new HashSet<>());
                        }
                    }
                }
            }
            return super.visitMethod(method, none);
        }
    }

    private static boolean isOurs(Element element) {
        return element.getEnclosingElement().toString().startsWith("dev.leadkit.");
    }

    private static boolean isPublic(Element type) {
        return type.getModifiers().contains(Modifier.PUBLIC)
                || type.getEnclosingElement().getKind() == ElementKind.INTERFACE;
    }

    private static String nameOf(Element type) {
        Element outer = type.getEnclosingElement();
        return (outer instanceof TypeElement ? nameOf(outer) + "." : "") + type.getSimpleName();
    }

    /** The type that gives the parameter away, if it is a code that starts there. */
    private static @Nullable String root(ExecutableElement method, VariableElement parameter) {
        Element type = method.getEnclosingElement();
        String name = parameter.getSimpleName().toString();
        boolean text = parameter.asType().toString().endsWith("String");
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            boolean root = isPublic(type) && name.equals("code") && !NO_REASONS.contains(nameOf(type));
            return text && (root || OTHER_ROOTS.contains(nameOf(type) + "." + name)) ? nameOf(type) : null;
        }
        return OTHER_ROOTS.contains(nameOf(type) + "." + method.getSimpleName() + "." + name) ? nameOf(type) : null;
    }

    private void follow(Element parameter, String type) {
        Deque<Element> open = new ArrayDeque<>(List.of(parameter));
        Set<Element> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (TreePath value : arguments.getOrDefault(open.remove(), List.of())) {
                Set<Element> more = new HashSet<>();
                tell(value, type, more);
                more.stream().filter(seen::add).forEach(open::add);
            }
        }
    }

    private void tell(TreePath value, String type, Set<Element> parameters) {
        for (String code : values(value, parameters, 0)) {
            found.computeIfAbsent(code, first -> new TreeSet<>()).add(type);
        }
    }

    /** What an expression can be; parameters that it comes from are added to those to follow. */
    private Set<String> values(TreePath at, Set<Element> parameters, int depth) {
        Tree tree = at.getLeaf();
        Set<String> values = new TreeSet<>();
        if (depth > 12) {
            return values;
        } else if (tree instanceof LiteralTree literal) {
            if (literal.getValue() instanceof String text) {
                values.add(text);
            }
        } else if (tree instanceof ParenthesizedTree inner) {
            values.addAll(values(new TreePath(at, inner.getExpression()), parameters, depth + 1));
        } else if (tree instanceof ConditionalExpressionTree either) {
            values.addAll(values(new TreePath(at, either.getTrueExpression()), parameters, depth + 1));
            values.addAll(values(new TreePath(at, either.getFalseExpression()), parameters, depth + 1));
        } else if (tree instanceof BinaryTree sum) {
            for (String left : whole(new TreePath(at, sum.getLeftOperand()), depth)) {
                for (String right : whole(new TreePath(at, sum.getRightOperand()), depth)) {
                    values.add(left + right);
                }
            }
        } else if (tree instanceof SwitchExpressionTree choice) {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitCase(CaseTree one, Void none) {
                    if (one.getBody() instanceof ExpressionTree body) {
                        values.addAll(values(new TreePath(getCurrentPath(), body), parameters, depth + 1));
                    }
                    return super.visitCase(one, none);
                }

                @Override
                public Void visitYield(YieldTree yield, Void none) {
                    values.addAll(values(new TreePath(getCurrentPath(), yield.getValue()), parameters, depth + 1));
                    return null;
                }
            }.scan(at, null);
        } else {
            values.addAll(named(at, parameters, depth));
        }
        return values;
    }

    /** The values of a part of a code, parameters included. */
    private Set<String> whole(TreePath part, int depth) {
        Set<Element> parameters = new HashSet<>();
        Set<String> values = new TreeSet<>(values(part, parameters, depth + 1));
        for (Element parameter : parameters) {
            arguments.getOrDefault(parameter, List.of()).forEach(each -> values.addAll(whole(each, depth + 1)));
        }
        return values;
    }

    private Set<String> named(TreePath at, Set<Element> parameters, int depth) {
        Element element = trees.getElement(at);
        Set<String> values = new TreeSet<>();
        if (at.getLeaf() instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && call.getArguments().toString().equals("' ','-'")) {
            values(new TreePath(at, select.getExpression()), parameters, depth + 1)
                    .forEach(each -> values.add(each.replace(' ', '-')));
            return values;
        }
        if (element instanceof VariableElement variable) {
            if (variable.getConstantValue() instanceof String constant) {
                values.add(constant);
            } else if (variable.getKind() == ElementKind.PARAMETER) {
                parameters.add(variable);
                assigned.getOrDefault(variable, List.of())
                        .forEach(each -> values.addAll(values(each, parameters, depth + 1)));
            } else {
                List<TreePath> set = assigned.getOrDefault(variable, List.of());
                set.forEach(each -> values.addAll(values(each, parameters, depth + 1)));
                if (set.isEmpty()) {
                    unread.add(at.getLeaf() + " in " + where(at));
                }
            }
        } else if (element instanceof ExecutableElement method && isOurs(method)) {
            if (!PASSED_ON.contains(method.getSimpleName().toString())) {
                called(at, method, parameters, depth, values);
            }
        } else {
            unread.add(at.getLeaf() + " in " + where(at));
        }
        return values;
    }

    private void called(TreePath at, ExecutableElement method, Set<Element> parameters, int depth, Set<String> values) {
        TreePath declared = trees.getPath(method);
        if (method.getEnclosingElement().getKind() == ElementKind.RECORD
                && method.getParameters().isEmpty()
                && (declared == null || !(declared.getLeaf() instanceof MethodTree))) {
            component(method, parameters);
        } else if (declared == null) {
            unread.add(at.getLeaf() + " in " + where(at));
        } else if (method.getEnclosingElement().getKind() == ElementKind.ENUM
                && returnedBy(declared).stream()
                        .allMatch(each -> each.getLeaf().toString().startsWith("name()"))) {
            method.getEnclosingElement().getEnclosedElements().stream()
                    .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                    .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .forEach(values::add);
        } else {
            returnedBy(declared).forEach(each -> values.addAll(values(each, parameters, depth + 1)));
        }
    }

    /** What a record's accessor gives is what its constructor was given. */
    private static void component(ExecutableElement accessor, Set<Element> parameters) {
        for (Element member : accessor.getEnclosingElement().getEnclosedElements()) {
            if (member.getKind() == ElementKind.CONSTRUCTOR) {
                ((ExecutableElement) member)
                        .getParameters().stream()
                                .filter(each -> each.getSimpleName().equals(accessor.getSimpleName()))
                                .forEach(parameters::add);
            }
        }
    }

    private static List<TreePath> returnedBy(TreePath method) {
        List<TreePath> returned = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree one, Void none) {
                if (one.getExpression() != null) {
                    returned.add(new TreePath(getCurrentPath(), one.getExpression()));
                }
                return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
                return null;
            }
        }.scan(method, null);
        return returned;
    }

    private static String where(TreePath at) {
        String file = at.getCompilationUnit().getSourceFile().getName();
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
