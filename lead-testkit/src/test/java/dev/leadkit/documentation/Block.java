package dev.leadkit.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param page relative to the project's folder
 * @param line where its text begins, counted from 1
 * @param language what stands behind the fence; empty when nothing does
 * @param given the declarations that a comment {@code <!-- given … -->} before it makes, as members of a class
 */
record Block(Path page, int line, String language, String given, String text) {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** Of languages that are not called as their files end. */
    private static final Map<String, String> ENDINGS = Map.of("kotlin", "kt", "yml", "yaml");

    private static final Pattern FENCE = Pattern.compile(
            "(?:<!-- given (?<given>.*?)-->\\s*)?^(?<indent> *)```(?<language>\\S*)[^\\n]*\\n(?<text>.*?)^ *```$",
            Pattern.DOTALL | Pattern.MULTILINE);

    /** Those of a page, in its order. */
    static List<Block> of(Path page, String markdown) {
        List<Block> blocks = new ArrayList<>();
        Matcher fence = FENCE.matcher(markdown);
        while (fence.find()) {
            int line = (int) markdown.substring(0, fence.start("text")).lines().count() + 1;
            String given = fence.group("given") == null ? "" : fence.group("given");
            String text = fence.group("text").replaceAll("(?m)^" + fence.group("indent"), "");
            blocks.add(new Block(page, line, fence.group("language"), given, text));
        }
        return blocks;
    }

    /** Those of all pages of the project. */
    static List<Block> all() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            blocks.addAll(of(ROOT.relativize(page), Files.readString(page)));
        }
        return blocks;
    }

    static List<Path> pages() throws IOException {
        return files(".md");
    }

    /** The project's own files whose names end so, without what a build or a tool made. */
    static List<Path> files(String end) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes its) {
                String name = folder.getFileName().toString();
                boolean made = name.equals("target") || name.equals("node_modules") || name.startsWith(".");
                return made && !folder.equals(ROOT) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
                if (file.toString().endsWith(end)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }

    /** The folder of the module that the page belongs to. */
    Path module() {
        Path folder = ROOT.resolve(page).getParent();
        while (!Files.exists(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Whether it stands, but for the breaking of lines, in a source of its module; of an example if it is the project's page. */
    boolean isFromSource() {
        Path folder = module().equals(ROOT) ? ROOT.resolve("examples") : module();
        try {
            String wanted = squeezed(text);
            for (Path file : files("." + ENDINGS.getOrDefault(language, language))) {
                if (file.startsWith(folder) && squeezed(Files.readString(file)).contains(wanted)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    String where() {
        return page + ":" + line;
    }
}
