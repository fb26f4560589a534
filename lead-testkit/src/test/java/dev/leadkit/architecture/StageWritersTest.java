package dev.leadkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.leadkit.architecture.Modules.pure;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Pipeline;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A3: a lead's stage is set by pipelines alone. A host that commits changesets of its own is beyond these rules, as it is
 * beyond everything in the jar.
 */
@AnalyzeClasses(packages = "dev.leadkit", importOptions = ImportOption.DoNotIncludeTests.class)
class StageWritersTest {
    /**
     * Stores give back the leads that they were given, and the testkit makes leads for tests: both are no part of this. Nor
     * are those two that make a lead again from its timeline, of which nothing is stored.
     */
    private static final DescribedPredicate<JavaClass> BESIDE_PIPELINES = pure().and(
                    not(resideInAPackage("dev.leadkit.pipeline..")))
            .and(not(describe(
                    "TimelineFold and TraceDiff",
                    type -> Set.of("dev.leadkit.lead.TimelineFold", "dev.leadkit.lead.TraceDiff")
                            .contains(type.getName()))))
            .as("beside pipelines");

    @ArchTest
    static final ArchRule a_stage_is_set_by_a_pipeline_alone =
            noClasses().that(BESIDE_PIPELINES).should().accessTargetWhere(calls(Lead.Builder.class, "stage"));

    /** Whoever made a lead from its parts could put it anywhere. */
    @ArchTest
    static final ArchRule a_lead_is_made_by_its_builder_alone =
            noClasses().that(not(belongToAnyOf(Lead.class))).should().accessTargetWhere(calls(Lead.class, "<init>"));

    /** A new lead, a new line of a table, a conversation that is folded from its beginning; every later move is decided. */
    @ArchTest
    static final ArchRule leads_are_put_into_the_first_stage_where_they_begin = noClasses()
            .that(BESIDE_PIPELINES.and(not(resideInAPackage("dev.leadkit")
                    .or(describe(
                            "LineDecider and LeadProjection",
                            type -> Set.of("LineDecider", "LeadProjection").contains(type.getSimpleName()))))))
            .should()
            .accessTargetWhere(calls(Pipeline.class, "enter"));

    /** Decisions can't be made up: both kinds that move a lead come from a pipeline. */
    @ArchTest
    static final ArchRule a_move_is_allowed_by_a_pipeline_alone =
            noClasses().that(BESIDE_PIPELINES).should().accessTargetWhere(calls(Decision.Allowed.class, "<init>"));

    @Test
    void the_rules_find_what_they_look_for() {
        var stray = new ClassFileImporter().importClasses(Stray.class, Lead.class, Lead.Builder.class, Pipeline.class);

        assertThat(a_stage_is_set_by_a_pipeline_alone.evaluate(stray).hasViolation())
                .isTrue();
        assertThat(leads_are_put_into_the_first_stage_where_they_begin
                        .evaluate(stray)
                        .hasViolation())
                .isTrue();
    }

    /** Does what the rules forbid. */
    static final class Stray {
        Lead stray(Lead lead, Pipeline pipeline) {
            Lead won = lead.toBuilder()
                    .stage("p", 1, "won", true, lead.createdAt())
                    .build();
            return pipeline.enter(won.toBuilder(), lead.createdAt()).build();
        }
    }

    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String name) {
        return describe(
                "calls %s.%s".formatted(owner.getSimpleName(), name),
                access -> access instanceof JavaCall<?>
                        && access.getTargetOwner().isEquivalentTo(owner)
                        && access.getTarget().getName().equals(name));
    }
}
