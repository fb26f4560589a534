package dev.leadkit.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each exception and each code that the modules give away is a heading of {@code lead-core/docs/errors.md}, and no other is. */
class ErrorsPageTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern EXCEPTION = Pattern.compile("(?m)^public (?:[a-z-]+ )*class (\\w+Exception)\\b");
    private static final Pattern TOLD_BY = Pattern.compile("Told by ((?:`[\\w.]+`(?:, )?)+)\\. [A-Z]");

    /** Below these headings of the second level there is nothing to mend. */
    private static final List<String> IN_FAVOUR = List.of("Reasons in favour");

    /** Outcomes that are what was asked for. */
    private static final List<String> AS_ASKED = List.of("applied", "restored", "unchanged");

    private static final SortedMap<String, String> ENTRIES = new TreeMap<>();
    private static final List<String> WITHOUT_MEND = new ArrayList<>();
    private static final List<String> TWICE = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        String page = Files.readString(ROOT.resolve("lead-core/docs/errors.md"));
        for (String section : page.split("(?m)^## ")) {
            String title = section.lines().findFirst().orElse("");
            String[] parts = section.split("(?m)^### ");
            for (int i = 1; i < parts.length; i++) {
                String name = parts[i].lines().findFirst().orElse("");
                if (ENTRIES.put(name, parts[i].substring(name.length()).strip()) != null) {
                    TWICE.add(name);
                }
                if (!parts[i].contains("\n**Mend:** ") && !IN_FAVOUR.contains(title)) {
                    WITHOUT_MEND.add(name);
                }
            }
        }
    }

    private static List<String> exceptions() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path module : children(ROOT)) {
            Path sources = module.resolve("src/main/java");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(each -> each.toString().endsWith("Exception.java"))
                            .toList()) {
                        Matcher type = EXCEPTION.matcher(Files.readString(file));
                        if (type.find()) {
                            names.add(type.group(1));
                        }
                    }
                }
            }
        }
        return names;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    @Test
    void every_exception_and_every_code_is_a_heading_and_no_other_is() throws IOException {
        Codes codes = Codes.ofSources();
        List<String> expected = new ArrayList<>(exceptions());
        assertThat(expected).hasSizeGreaterThan(25);
        assertThat(codes.found()).hasSizeGreaterThan(250);
        expected.addAll(codes.found().keySet());

        assertThat(codes.unread()).isEmpty();
        assertThat(TWICE).isEmpty();
        assertThat(ENTRIES.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        codes.found().forEach((code, types) -> assertThat(toldBy(code)).as(code).isEqualTo(String.join(", ", types)));
    }

    private static String toldBy(String code) {
        Matcher types = TOLD_BY.matcher(ENTRIES.getOrDefault(code, ""));
        return types.find() ? types.group(1).replace("`", "") : "nobody";
    }

    @Test
    void every_entry_says_what_it_means_and_all_but_good_reasons_how_to_mend_it() {
        assertThat(ENTRIES)
                .allSatisfy((name, text) ->
                        assertThat(text.split("\\*\\*Mend:\\*\\*")[0]).as(name).hasSizeGreaterThan(20));
        assertThat(WITHOUT_MEND).containsExactlyInAnyOrderElementsOf(AS_ASKED);
    }
}
