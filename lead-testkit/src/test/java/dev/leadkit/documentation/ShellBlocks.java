package dev.leadkit.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at commands without running them: modules, profiles, test classes, jars, options and files must be there. */
final class ShellBlocks {
    private static final Set<String> PLAIN = Set.of("cd", "cat", "grep", "awk", "curl", "printf", "unzip", "psql");
    private static final Pattern JAR = Pattern.compile("java (?:-\\S+ )*-jar (?:(\\S*)/)?target/([a-z-]+)\\.jar(.*)");
    private static final Pattern OPTION = Pattern.compile("(?<= )--([a-z-]+)");

    private final Block block;
    private final List<String> errors = new ArrayList<>();

    private ShellBlocks(Block block) {
        this.block = block;
    }

    static List<String> errors(Block block) throws IOException {
        var shell = new ShellBlocks(block);
        for (String line : block.text().replace("\\\n", " ").split("\n")) {
            String command = line.replaceAll("(^|\\s)#.*", "").strip().replaceFirst("^\\$ ", "");
            if (block.text().startsWith("$ ") && !line.startsWith("$ ")) {
                continue; // what the command before printed
            }
            if (!command.isEmpty()) {
                shell.check(command.replaceAll("\\s+", " "));
            }
        }
        return shell.errors;
    }

    private void check(String line) throws IOException {
        String command = line.replaceFirst("^/usr/bin/time -v ", "");
        String first = command.split(" ")[0];
        Matcher jar = JAR.matcher(command);
        if (first.equals("mvn")) {
            maven(command);
        } else if (jar.matches()) {
            jar(jar.group(2), jar.group(3));
        } else if (first.equals("leadkit")) {
            jar("leadkit", command.substring(first.length()));
        } else if (first.startsWith(".ci/")) {
            exists(Block.ROOT.resolve(first));
        } else if (!PLAIN.contains(first) && !command.startsWith("printf \"%d,")) {
            errors.add("%s: nobody knows how to check \"%s\"".formatted(block.where(), first));
        }
        Matcher path = Pattern.compile("(?:examples|lead-[a-z]+)/[\\w./-]+").matcher(command);
        while (path.find()) {
            if (!path.group().contains("/target/")) {
                exists(Block.ROOT.resolve(path.group()));
            }
        }
    }

    private void maven(String command) throws IOException {
        String pom = Files.readString(Block.ROOT.resolve("pom.xml"));
        Matcher modules = Pattern.compile("-pl (\\S+)").matcher(command);
        while (modules.find()) {
            for (String module : modules.group(1).split(",")) {
                exists(Block.ROOT.resolve(module).resolve("pom.xml"));
            }
        }
        Matcher profile = Pattern.compile("-P(\\S+)").matcher(command);
        while (profile.find()) {
            if (!pom.contains("<id>%s</id>".formatted(profile.group(1)))) {
                errors.add("%s: there is no profile %s".formatted(block.where(), profile.group(1)));
            }
        }
        Matcher test = Pattern.compile("-Dtest=(\\w+)").matcher(command);
        while (test.find()) {
            if (Block.files("/" + test.group(1) + ".java").isEmpty()) {
                errors.add("%s: there is no test %s".formatted(block.where(), test.group(1)));
            }
        }
    }

    /** The options are looked for in the sources of the module that makes the jar. */
    private void jar(String name, String arguments) throws IOException {
        List<Path> made = new ArrayList<>();
        for (Path pom : Block.files("pom.xml")) {
            if (Files.readString(pom).contains("<finalName>%s</finalName>".formatted(name))) {
                made.add(pom.getParent());
            }
        }
        if (made.size() != 1) {
            errors.add("%s: %d modules make %s.jar".formatted(block.where(), made.size(), name));
            return;
        }
        StringBuilder sources = new StringBuilder();
        for (Path source : Block.files(".java")) {
            if (source.startsWith(made.get(0).resolve("src/main"))) {
                sources.append(Files.readString(source));
            }
        }
        Matcher option = OPTION.matcher(arguments);
        while (option.find()) {
            String key = option.group(1);
            if (sources.indexOf("\"" + key + "\"") < 0 && sources.indexOf("\"--" + key + "\"") < 0) {
                errors.add("%s: %s.jar does not know --%s".formatted(block.where(), name, key));
            }
        }
    }

    private void exists(Path path) {
        if (!Files.exists(path)) {
            errors.add("%s: there is no %s".formatted(block.where(), Block.ROOT.relativize(path)));
        }
    }
}
