package dev.leadkit.documentation;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles blocks, each as the body of a method whose class has what is given to it. All packages of ours are imported. */
final class JavaBlocks {
    private static final List<String> IMPORTS = List.of(
            "java.io.*",
            "java.nio.file.*",
            "java.sql.Connection",
            "java.time.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.stream.*",
            "javax.sql.DataSource",
            "net.jqwik.api.*",
            "static org.assertj.core.api.Assertions.*");

    /** Sources of modules that this one can't depend on, as they depend on it. */
    private static final List<String> SOURCES = List.of("lead-store-jdbc", "examples/custom-store");

    /** What a block may use without a word; a block that declares one of them itself hides this one. */
    private static final String COMMON =
            "LeadKit kit; LeadDesk desk; LeadStore store; DataSource dataSource; Path path;"
                    + " String json; Instant now; ExecutorService executor;";

    private static final Pattern EXPORTS = Pattern.compile("exports ([\\w.]+);");
    private static final String IMPORT = "import [\\w.]+;";

    private JavaBlocks() {}

    /** What the compiler has against them, each with its place. */
    static List<String> errors(List<Block> blocks) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        String imports = imports();
        Map<JavaFileObject, Block> units = new LinkedHashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Unit unit = new Unit("Block" + i, blocks.get(i), imports);
            units.put(unit, blocks.get(i));
        }
        var found = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-implicit:none",
                    "-XDshould-stop.ifError=FLOW",
                    "-Xlint:none",
                    "-Xmaxerrs",
                    "1000",
                    "-d",
                    Files.createDirectories(Path.of("target", "blocks")).toString(),
                    "-sourcepath",
                    SOURCES.stream()
                            .map(module -> Block.ROOT
                                    .resolve(module)
                                    .resolve("src/main/java")
                                    .toString())
                            .collect(Collectors.joining(java.io.File.pathSeparator)),
                    "-cp",
                    System.getProperty("java.class.path"));
            javac.getTask(null, files, found, options, null, units.keySet()).call();
        }
        List<String> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> each : found.getDiagnostics()) {
            Block block = units.get(each.getSource());
            if (block != null && each.getKind() == Diagnostic.Kind.ERROR) {
                long line = each.getLineNumber() - Unit.HEAD;
                errors.add("%s:%d: %s"
                        .formatted(
                                block.page(),
                                block.line() + line,
                                each.getMessage(Locale.ROOT).replace("\n", " ")));
            }
        }
        return errors;
    }

    /** What users see: the packages that our modules export. On one line, so that lines can be counted. */
    private static String imports() throws IOException {
        SortedSet<String> imports = new TreeSet<>(IMPORTS);
        imports.add("dev.leadkit.examples.customstore.*");
        for (Path module : Block.files("module-info.java")) {
            if (Block.ROOT.relativize(module).toString().startsWith("lead-")) {
                EXPORTS.matcher(Files.readString(module)).results().forEach(each -> imports.add(each.group(1) + ".*"));
            }
        }
        return imports.stream().map(each -> "import " + each + "; ").collect(Collectors.joining());
    }

    private static final class Unit extends SimpleJavaFileObject {
        static final int HEAD = 2;

        private final String source;

        Unit(String name, Block block, String imports) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            String own = block.text()
                    .lines()
                    .filter(line -> line.startsWith("import "))
                    .collect(Collectors.joining(" "));
            String body =
                    block.text().replaceAll("(?m)^import .*$", "").replaceAll("(?m)^public (?=(final )?class )", "");
            String given = block.given().replace('\n', ' ');
            source = "%s%s%s%nclass %s { %s %s ; void block() throws Exception {%n%s%n}}"
                    .formatted(imports, own, importsIn(given), name, COMMON, given.replaceAll(IMPORT, ""), body);
        }

        private static String importsIn(String given) {
            return Pattern.compile(IMPORT)
                    .matcher(given)
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.joining());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
