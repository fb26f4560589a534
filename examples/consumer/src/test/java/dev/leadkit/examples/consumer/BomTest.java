package dev.leadkit.examples.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The BOM has no parent, so nothing but this keeps it at one with the other POMs. */
class BomTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    @Test
    void the_bom_manages_every_module_that_others_depend_on_and_nothing_else() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            List<String> libraries = folders.filter(
                            folder -> Files.exists(folder.resolve("src/main/java/module-info.java")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();

            assertThat(all("<artifactId>(.*?)</artifactId>", managed())).containsExactlyInAnyOrderElementsOf(libraries);
            assertThat(all("<version>(.*?)</version>", managed())).containsOnly("${project.version}");
        }
    }

    @Test
    void the_bom_has_the_version_of_the_other_poms() throws IOException {
        Pattern version = Pattern.compile("<version>(.*?)</version>");
        Matcher ofTheBom = version.matcher(bom());
        Matcher ofTheParent = version.matcher(Files.readString(ROOT.resolve("pom.xml")));

        assertThat(ofTheBom.find() && ofTheParent.find()).isTrue();
        assertThat(ofTheBom.group(1)).isEqualTo(ofTheParent.group(1));
    }

    private static String managed() throws IOException {
        String bom = bom();
        return bom.substring(bom.indexOf("<dependencyManagement>"), bom.indexOf("</dependencyManagement>"));
    }

    private static String bom() throws IOException {
        return Files.readString(ROOT.resolve("lead-core/bom/pom.xml"));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
