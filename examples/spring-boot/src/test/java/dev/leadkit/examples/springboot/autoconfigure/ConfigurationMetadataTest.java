package dev.leadkit.examples.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.springboot.autoconfigure.LeadKitProperties.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The metadata is written by hand; it says what the properties are. */
class ConfigurationMetadataTest {
    private final JsonNode metadata = read();

    private static JsonNode read() {
        try (InputStream file =
                LeadKitProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void each_property_is_described_with_its_type_and_default() {
        for (RecordComponent property : LeadKitProperties.class.getRecordComponents()) {
            JsonNode described = described("leadkit." + kebab(property.getName()));

            assertThat(described.path("type").asString())
                    .isEqualTo(property.getGenericType().getTypeName());
            assertThat(described.path("description").asString()).isNotBlank();
            assertThat(described.path("defaultValue").toString().replace("\"", ""))
                    .as(property.getName())
                    .isEqualTo(defaultOf(property));
        }
    }

    @Test
    void nothing_is_described_that_is_no_property() {
        assertThat(StreamSupport.stream(metadata.path("properties").spliterator(), false)
                        .map(property -> property.path("name").asString())
                        .filter(name -> name.startsWith("leadkit.")))
                .containsExactlyElementsOf(Arrays.stream(LeadKitProperties.class.getRecordComponents())
                        .map(property -> "leadkit." + kebab(property.getName()))
                        .toList());
    }

    @Test
    void each_way_to_make_the_tables_is_a_hint() {
        JsonNode values = metadata.path("hints").path(0).path("values");

        assertThat(StreamSupport.stream(values.spliterator(), false)
                        .map(value -> value.path("value").asString()))
                .containsExactlyElementsOf(Arrays.stream(Schema.values())
                        .map(schema -> schema.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private JsonNode described(String name) {
        return StreamSupport.stream(metadata.path("properties").spliterator(), false)
                .filter(property -> property.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected a description of " + name));
    }

    /** Of the constructor's parameter, where the binder looks; empty for none. */
    private static String defaultOf(RecordComponent property) {
        DefaultValue value = Arrays.stream(LeadKitProperties.class.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(property.getName()))
                .findFirst()
                .orElseThrow()
                .getAnnotation(DefaultValue.class);
        if (value == null) {
            return "";
        }
        return value.value().length == 0 ? "[]" : value.value()[0];
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
