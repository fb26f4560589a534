package dev.leadkit.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.leadkit.definition.json.RecordJson;
import java.io.IOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What GraalVM leaves out of an image unless a jar names it: resources, and what is read by reflection. Both files are
 * compared with what they should say, so whoever adds a resource or a part of a report reads here what is missing.
 */
@AnalyzeClasses(packages = "dev.leadkit", importOptions = ImportOption.DoNotIncludeTests.class)
class NativeImageTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @ParameterizedTest
    @ValueSource(strings = {"lead-core", "lead-scoring", "lead-capture", "lead-store-jdbc"})
    void every_resource_of_a_jar_is_named(String module) throws IOException {
        Path resources = ROOT.resolve(module).resolve("src/main/resources");
        List<String> names;
        try (Stream<Path> files = Files.walk(resources)) {
            names = files.filter(Files::isRegularFile)
                    .map(file -> resources.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("META-INF/"))
                    .sorted()
                    .toList();
        }

        assertThat(names).isNotEmpty();
        expect(
                module,
                "resource-config.json",
                names.stream()
                        .map(name -> "      {\"pattern\": \"\\\\Q" + name + "\\\\E\"}")
                        .collect(joining(",\n", "{\n  \"resources\": {\n    \"includes\": [\n", "\n    ]\n  }\n}\n")));
    }

    @ArchTest
    static void every_record_that_becomes_json_by_its_components_is_named(JavaClasses classes) throws IOException {
        Map<String, List<Class<?>>> read =
                readByReflection(classes).stream().collect(groupingBy(NativeImageTest::moduleOf));

        assertThat(read).containsOnlyKeys("lead-core", "lead-scoring");
        for (String module : read.keySet()) {
            expect(
                    module,
                    "reflect-config.json",
                    read.get(module).stream().map(NativeImageTest::entry).collect(joining(",\n", "[\n", "\n]\n")));
        }
    }

    private static void expect(String module, String file, String text) throws IOException {
        Path expected = Files.createDirectories(Path.of("target", "native-image", module))
                .resolve(file)
                .toAbsolutePath();
        Files.writeString(expected, text);

        assertThat(ROOT.resolve(module)
                        .resolve("src/main/resources/META-INF/native-image/dev.leadkit")
                        .resolve(module)
                        .resolve(file))
                .as("to mend it, copy %s", expected)
                .hasContent(text);
    }

    private static String moduleOf(Class<?> type) {
        String name = type.getName();
        if (name.startsWith("dev.leadkit.scoring.")) {
            return "lead-scoring";
        }
        return name.startsWith("dev.leadkit.capture.") ? "lead-capture" : "lead-core";
    }

    private static String entry(Class<?> type) {
        String read = type.isRecord()
                ? "\"allRecordComponents\": true, \"allPublicMethods\": true"
                : "\"allPermittedSubclasses\": true";
        return "  {\"name\": \"%s\", %s}".formatted(type.getName(), read);
    }

    /** What {@link RecordJson} meets, beginning with those that hand themselves to it. */
    private static Set<Class<?>> readByReflection(JavaClasses classes) {
        Set<Class<?>> met = new TreeSet<>(Comparator.comparing(Class::getName));
        classes.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(RecordJson.class))
                .map(JavaMethodCall::getOriginOwner)
                .filter(caller -> !caller.isEquivalentTo(RecordJson.class))
                .forEach(caller -> meet(caller.reflect(), met));
        return met;
    }

    private static void meet(Type type, Set<Class<?>> met) {
        if (type instanceof ParameterizedType generic) {
            meet(generic.getRawType(), met);
            meetAll(generic.getActualTypeArguments(), met);
        } else if (type instanceof WildcardType wildcard) {
            meetAll(wildcard.getUpperBounds(), met);
        } else if (type instanceof TypeVariable<?> variable) {
            meetAll(variable.getBounds(), met);
        } else if (type instanceof GenericArrayType array) {
            meet(array.getGenericComponentType(), met);
        } else if (type instanceof Class<?> one && one.getName().startsWith("dev.leadkit.") && !one.isEnum()) {
            meetOwn(one, met);
        }
    }

    private static void meetOwn(Class<?> type, Set<Class<?>> met) {
        assertThat(type.isRecord() || type.isSealed())
                .as("%s is a record, or says which records it may be", type.getName())
                .isTrue();
        if (!met.add(type)) {
            return;
        }
        if (type.isRecord()) {
            assertThat(Modifier.isPublic(type.getModifiers()))
                    .as(type.getName())
                    .isTrue();
            for (RecordComponent component : type.getRecordComponents()) {
                meet(component.getGenericType(), met);
            }
            meetAll(Stream.of(type.getInterfaces()).filter(Class::isSealed).toArray(Type[]::new), met);
        } else {
            meetAll(type.getPermittedSubclasses(), met);
        }
    }

    private static void meetAll(Type[] types, Set<Class<?>> met) {
        for (Type type : types) {
            meet(type, met);
        }
    }
}
