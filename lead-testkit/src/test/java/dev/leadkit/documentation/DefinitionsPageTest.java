package dev.leadkit.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code lead-core/docs/definitions.md} is made from the JSON Schemas: with {@code -Dleadkit.write} it is written anew. */
class DefinitionsPageTest {
    private static final Path PAGE = Block.ROOT.resolve("lead-core/docs/definitions.md");

    private static final String HEAD = """
            # Definitions

            What each definition may hold. This page is made from the JSON Schemas in the jars, which an editor can check against;
            `mvn test -pl lead-testkit -am -Dtest=DefinitionsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dleadkit.write` writes it
            anew. A definition is read whole: all problems are told at once, and each code is in [errors](errors.md).

            """;

    @Test
    void the_page_is_what_the_schemas_say() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (Path file : Block.files(".schema.json")) {
            if (file.toString().contains("src/main/resources")) {
                String name = file.getFileName().toString().replace(".schema.json", "");
                page.append(SchemaPage.section(name, Files.readString(file)));
            }
        }
        String expected = page.toString()
                        .replaceAll(" +\n", "\n")
                        .replaceAll("\n{3,}", "\n\n")
                        .strip() + "\n";
        if (System.getProperty("leadkit.write") != null) {
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE).content().isEqualToNormalizingNewlines(expected);
    }
}
