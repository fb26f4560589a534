package dev.leadkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.leadkit.architecture.Modules.LANGCHAIN4J;
import static dev.leadkit.architecture.Modules.pure;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a caller can see: types of the JDK and our own, and every package says what may be null. */
@AnalyzeClasses(packages = "dev.leadkit", importOptions = ImportOption.DoNotIncludeTests.class)
class PublicSurfaceTest {
    /** Adapters take the library's type, that is what they are for; whoever calls them has the library. */
    @ArchTest
    static final ArchRule no_library_type_is_in_a_public_signature = classes()
            .that(pure())
            .and()
            .arePublic()
            .and()
            .resideOutsideOfPackage(LANGCHAIN4J)
            .should(new ShowOnlyOwnTypes());

    @Test
    void every_package_is_null_marked_and_says_what_it_is() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();

        List<Path> packages =
                sourceFolders(root).flatMap(PublicSurfaceTest::packages).toList();

        assertThat(packages)
                .hasSizeGreaterThan(5)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .startsWith("/**")
                        .contains("@NullMarked\npackage "));
    }

    /** All modules, lead-store-jdbc and the examples too. */
    private static Stream<Path> sourceFolders(Path root) throws IOException {
        return Stream.concat(children(root), children(root.resolve("examples")))
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory);
    }

    private static Stream<Path> packages(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList().stream();
        }
    }

    private static final class ShowOnlyOwnTypes extends ArchCondition<JavaClass> {
        ShowOnlyOwnTypes() {
            super("show only types of the JDK and of LeadKit");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getSuperclass().ifPresent(superclass -> check(type.getName() + " extends", superclass, events));
            type.getInterfaces().forEach(itf -> check(type.getName() + " implements", itf, events));
            type.getMembers().stream().filter(ShowOnlyOwnTypes::isVisible).forEach(member -> {
                member.getAllInvolvedRawTypes()
                        .forEach(part -> checkRaw(member.getFullName() + " shows", part, events));
                if (member instanceof JavaCodeUnit method) {
                    method.getExceptionTypes()
                            .forEach(thrown -> checkRaw(member.getFullName() + " throws", thrown, events));
                }
            });
        }

        private static boolean isVisible(JavaMember member) {
            return member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED);
        }

        private static void check(String where, JavaType type, ConditionEvents events) {
            type.getAllInvolvedRawTypes().forEach(part -> checkRaw(where, part, events));
        }

        private static void checkRaw(String where, JavaClass type, ConditionEvents events) {
            JavaClass part = type.getBaseComponentType();
            boolean own = part.isPrimitive()
                    || part.getPackageName().startsWith("java.")
                    || part.getPackageName().startsWith("javax.")
                    || (part.getPackageName() + ".").startsWith("dev.leadkit.");
            if (!own) {
                events.add(SimpleConditionEvent.violated(type, where + " " + part.getName()));
            }
        }
    }
}
