package dev.leadkit.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.assign.Assignment;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.field.LeadFields;
import dev.leadkit.pipeline.HostGuards;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.plan.Plans;
import dev.leadkit.retention.RetentionRules;
import dev.leadkit.scoring.Scorecard;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/**
 * What the project's pages show is true: Java compiles, definitions are read, commands name what there is, classes are in a source,
 * links lead somewhere. Output is marked as {@code text}; a block of any other language that is in no source fails.
 */
class PagesTest {
    private static final Map<String, Consumer<String>> READERS = Map.of(
            "pipeline", PagesTest::pipeline,
            "capture-rules", CaptureRules::parse,
            "scorecard", Scorecard::parse,
            "intent-model", IntentModel::parse,
            "plans", Plans::parse,
            "retention", RetentionRules::parse,
            "assignment", Assignment::parse,
            "lead-fields", LeadFields::parse);

    /** Made around by tests of their own, which read each part as what it is a part of. */
    private static final Set<Path> PARTS = Set.of(Path.of("lead-scoring/docs/scorecards.md"));

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

    /** Such as {@code LeadDesk}: with one capital alone most words are no classes. */
    private static final Pattern TYPE = Pattern.compile("(?<![\\w-])[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+\\b");

    private static final Pattern FENCED = Pattern.compile("^ *```.*?^ *```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void every_block_is_checked() throws IOException {
        List<Block> java = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        List<Block> blocks = Block.all();
        for (Block block : blocks) {
            switch (block.language()) {
                case "java" -> java.add(block);
                case "json" -> errors.addAll(json(block));
                case "xml" -> errors.addAll(xml(block));
                case "sh" -> errors.addAll(ShellBlocks.errors(block));
                case "text", "mermaid" -> {}
                default -> {
                    if (block.language().isEmpty() || !block.isFromSource()) {
                        errors.add("%s: \"%s\" is neither checked nor in a source; output is text"
                                .formatted(block.where(), block.language()));
                    }
                }
            }
        }
        java.removeIf(Block::isFromSource);
        errors.addAll(JavaBlocks.errors(java));

        assertThat(String.join("\n", errors)).isEmpty();
        assertThat(blocks).hasSizeGreaterThan(80);
        assertThat(java).hasSizeGreaterThan(25);
    }

    /** The host's guards are the reader's to give. */
    private static void pipeline(String json) {
        HostGuards guards = HostGuards.none();
        Matcher named = Pattern.compile("\"host\": *\"(.*?)\"").matcher(json);
        while (named.find()) {
            guards = guards.with(named.group(1), attempt -> Optional.empty());
        }
        Pipeline.parse(json, guards);
    }

    private static List<String> json(Block block) {
        try {
            boolean whole = JsonText.parse(block.text()) instanceof JsonObject object
                    && object.members().get("kind") instanceof JsonString kind
                    && READERS.containsKey(kind.value());
            if (whole) {
                String kind = ((JsonString) ((JsonObject) JsonText.parse(block.text()))
                                .members()
                                .get("kind"))
                        .value();
                READERS.get(kind).accept(block.text());
            } else if (!PARTS.contains(block.page())) {
                return List.of(block.where() + ": no definition of a known kind");
            }
            return List.of();
        } catch (RuntimeException unreadable) {
            return List.of("%s: %s".formatted(block.where(), unreadable.getMessage()));
        }
    }

    private static List<String> xml(Block block) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.parse(new InputSource(new StringReader("<all>" + block.text() + "</all>")));
            List<String> errors = new ArrayList<>();
            Matcher artifact = Pattern.compile("<groupId>dev\\.leadkit</groupId>\\s*<artifactId>(.*?)</artifactId>")
                    .matcher(block.text());
            while (artifact.find()) {
                if (!isBuilt(artifact.group(1))) {
                    errors.add("%s: there is no %s".formatted(block.where(), artifact.group(1)));
                }
            }
            return errors;
        } catch (Exception broken) {
            return List.of("%s: %s".formatted(block.where(), broken.getMessage()));
        }
    }

    private static boolean isBuilt(String artifact) throws IOException {
        for (Path pom : Block.files("pom.xml")) {
            if (Files.readString(pom).contains("\n  <artifactId>%s</artifactId>".formatted(artifact))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void every_class_that_a_page_names_is_in_a_source() throws IOException {
        Set<String> names = new HashSet<>();
        for (String end : List.of(".java", ".kt", ".xml")) {
            for (Path source : Block.files(end)) {
                TYPE.matcher(Files.readString(source)).results().forEach(name -> names.add(name.group()));
            }
        }
        List<String> unknown = new ArrayList<>();
        for (Path page : Block.pages()) {
            if (page.endsWith("CHANGELOG.md")) {
                continue; // it also tells of what there is no longer
            }
            CODE.matcher(FENCED.matcher(Files.readString(page)).replaceAll(""))
                    .results()
                    .flatMap(code -> TYPE.matcher(code.group()).results())
                    .filter(name -> !names.contains(name.group()))
                    .forEach(name -> unknown.add("%s: %s".formatted(Block.ROOT.relativize(page), name.group())));
        }

        assertThat(String.join("\n", unknown)).isEmpty();
    }

    @Test
    void every_link_leads_to_a_file_and_a_heading_of_it() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : Block.pages()) {
            Matcher link = LINK.matcher(
                    FENCED.matcher(Files.readString(page)).replaceAll("").replaceAll("`[^`\n]*`", ""));
            while (link.find()) {
                String to = link.group(1);
                if (to.startsWith("http")) {
                    continue;
                }
                Path file = to.isEmpty() ? page : page.resolveSibling(to).normalize();
                boolean heading = link.group(2) == null
                        || file.toString().endsWith(".md")
                                && Files.exists(file)
                                && anchors(file).contains(link.group(2));
                if (!Files.exists(file) || !heading) {
                    broken.add("%s: %s".formatted(Block.ROOT.relativize(page), link.group()));
                }
            }
        }

        assertThat(String.join("\n", broken)).isEmpty();
    }

    /** As GitHub makes them. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readString(page)
                .lines()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(java.util.Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N}\\- ]", "").replace(' ', '-'))
                .toList();
    }
}
