package dev.leadkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.leadkit.architecture.Modules.CAPTURE;
import static dev.leadkit.architecture.Modules.LANGCHAIN4J;
import static dev.leadkit.architecture.Modules.SCORING;
import static dev.leadkit.architecture.Modules.TESTKIT;
import static dev.leadkit.architecture.Modules.core;
import static dev.leadkit.architecture.Modules.pure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * Dependencies run one way: the lead knows nobody, the front door and the other modules know it.
 *
 * <p>lead-store-jdbc is not on this class path (it tests with the testkit). Its module descriptor requires core alone,
 * so the compiler holds it to the same direction.
 */
@AnalyzeClasses(packages = "dev.leadkit", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionTest {
    @ArchTest
    static final ArchRule a_lead_knows_no_other_package = knowsOnly("dev.leadkit.lead..");

    @ArchTest
    static final ArchRule a_definition_knows_no_feature = knowsOnly("dev.leadkit.definition..");

    @ArchTest
    static final ArchRule a_pipeline_knows_leads_and_definitions =
            knowsOnly("dev.leadkit.pipeline..", "dev.leadkit.lead..", "dev.leadkit.definition..");

    @ArchTest
    static final ArchRule a_conversation_knows_leads = knowsOnly("dev.leadkit.conversation..", "dev.leadkit.lead..");

    @ArchTest
    static final ArchRule a_store_knows_what_it_keeps = knowsOnly(
            "dev.leadkit.store..", "dev.leadkit.lead..", "dev.leadkit.pipeline..", "dev.leadkit.conversation..");

    @ArchTest
    static final ArchRule privacy_stands_on_the_ground_floor = knowsOnly(
            "dev.leadkit.privacy..",
            "dev.leadkit.store..",
            "dev.leadkit.lead..",
            "dev.leadkit.conversation..",
            "dev.leadkit.definition..");

    @ArchTest
    static final ArchRule insight_stands_on_the_ground_floor = knowsOnly(
            "dev.leadkit.insight..",
            "dev.leadkit.store..",
            "dev.leadkit.lead..",
            "dev.leadkit.pipeline..",
            "dev.leadkit.conversation..");

    @ArchTest
    static final ArchRule assignment_stands_on_the_ground_floor =
            knowsOnly("dev.leadkit.assign..", "dev.leadkit.store..", "dev.leadkit.lead..", "dev.leadkit.definition..");

    @ArchTest
    static final ArchRule views_stand_on_the_ground_floor = knowsOnly(
            "dev.leadkit.view..",
            "dev.leadkit.store..",
            "dev.leadkit.lead..",
            "dev.leadkit.pipeline..",
            "dev.leadkit.definition..");

    @ArchTest
    static final ArchRule an_operation_stands_on_the_ground_floor = knowsOnly(
            "dev.leadkit.operation..", "dev.leadkit.store..", "dev.leadkit.lead..", "dev.leadkit.definition..");

    @ArchTest
    static final ArchRule bulk_stands_on_operations = knowsOnly(
            "dev.leadkit.bulk..",
            "dev.leadkit.operation..",
            "dev.leadkit.store..",
            "dev.leadkit.lead..",
            "dev.leadkit.pipeline..",
            "dev.leadkit.definition..");

    @ArchTest
    static final ArchRule scores_stand_on_operations =
            knowsOnly("dev.leadkit.score..", "dev.leadkit.operation..", "dev.leadkit.store..", "dev.leadkit.lead..");

    @ArchTest
    static final ArchRule undo_stands_on_operations =
            knowsOnly("dev.leadkit.undo..", "dev.leadkit.operation..", "dev.leadkit.lead..", "dev.leadkit.pipeline..");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule core_uses_its_declared_libraries = uses(classes().that(core()), "tools.jackson..");

    @ArchTest
    static final ArchRule scoring_stands_on_core =
            uses(classes().that().resideInAPackage(SCORING), SCORING, "com.github.benmanes.caffeine..");

    @ArchTest
    static final ArchRule capture_stands_on_core = uses(
            classes().that().resideInAPackage(CAPTURE).and().resideOutsideOfPackage(LANGCHAIN4J),
            CAPTURE,
            "com.github.benmanes.caffeine..",
            "com.google.i18n.phonenumbers..",
            "com.google.re2j..");

    @ArchTest
    static final ArchRule adapters_of_LangChain4j_stand_on_capture = uses(
            classes().that().resideInAPackage(LANGCHAIN4J),
            CAPTURE,
            "dev.langchain4j..",
            "com.github.benmanes.caffeine..");

    @ArchTest
    static final ArchRule nobody_needs_the_adapters_of_LangChain4j = noClasses()
            .that(pure())
            .and()
            .resideOutsideOfPackage(LANGCHAIN4J)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LANGCHAIN4J);

    @ArchTest
    static final ArchRule nothing_that_ships_needs_the_testkit =
            noClasses().that(pure()).should().dependOnClassesThat().resideInAPackage(TESTKIT);

    @ArchTest
    static final ArchRule json_is_read_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("dev.leadkit.definition.json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

    private static ArchRule knowsOnly(String feature, String... others) {
        return classes()
                .that()
                .resideInAPackage(feature)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("dev.leadkit..")
                        .or(resideInAnyPackage(feature))
                        .or(resideInAnyPackage(others))
                        .as("stand beside or below it"));
    }

    private static ArchRule uses(GivenClassesConjunction module, String... own) {
        return module.should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax..", "org.slf4j..", "org.jspecify..")
                        .or(core())
                        .or(resideInAnyPackage(own))
                        .as("come from the JDK, core or its declared libraries"));
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}
