package dev.leadkit.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.testkit.LeadStoreContract;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The list of rules in {@code docs/stores.md} is the contract's: with {@code -Dleadkit.write} it is written anew. */
class StoresGuideTest {
    private static final Path PAGE = Block.ROOT.resolve("lead-testkit/docs/stores.md");
    private static final String HEADING = "## The rules\n";

    @Test
    void the_rules_are_those_of_the_contract() throws IOException {
        String rules = Stream.of(LeadStoreContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(DisplayName.class))
                .map(StoresGuideTest::rule)
                .distinct()
                .sorted(Comparator.comparingInt(rule -> Integer.parseInt(rule.replaceFirst("^STORE-(\\d+).*", "$1"))))
                .map(rule -> "- **" + rule.replaceFirst(" ", "** ") + "\n")
                .collect(Collectors.joining());
        String page = Files.readString(PAGE);
        int list = page.indexOf("\n- **STORE-");
        String expected = (list < 0 ? page.strip() + "\n\n" : page.substring(0, list + 1)) + rules;
        if (System.getProperty("leadkit.write") != null) {
            Files.writeString(PAGE, expected);
        }

        assertThat(page).contains(HEADING);
        assertThat(PAGE).content().isEqualToNormalizingNewlines(expected);
        assertThat(rules.lines()).hasSizeGreaterThan(100);
    }

    private static String rule(Method method) {
        return method.getAnnotation(DisplayName.class).value();
    }
}
