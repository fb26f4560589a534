package dev.leadkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.leadkit.architecture.Modules.CAPTURE;
import static dev.leadkit.architecture.Modules.pure;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.leadkit.LeadKit;
import dev.leadkit.lead.Lead;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/** What makes a replay give the answer of the live run: no clock, no thread, no static state, no runaway pattern. */
@AnalyzeClasses(packages = "dev.leadkit", importOptions = ImportOption.DoNotIncludeTests.class)
class PureCoreTest {
    @ArchTest
    static final ArchRule nothing_asks_the_machine_for_the_time = noClasses()
            .that(pure())
            .should()
            .accessTargetWhere(reaches(resideInAPackage("java.time.."), "now", "system", "systemDefaultZone"))
            .orShould()
            .accessTargetWhere(reaches(belongToAnyOf(System.class), "currentTimeMillis", "nanoTime"))
            .orShould()
            .dependOnClassesThat(belongToAnyOf(Date.class, Calendar.class));

    /** Where the host gave no clock; reading it is another matter, see the next rule. */
    @ArchTest
    static final ArchRule only_the_builder_of_a_kit_falls_back_to_the_system_s_clock = noClasses()
            .that(pure())
            .and()
            .areNotAssignableTo(LeadKit.Builder.class)
            .should()
            .accessTargetWhere(reaches(resideInAPackage("java.time.."), "systemUTC"));

    @ArchTest
    static final ArchRule only_the_front_door_reads_the_clock_it_was_given = noClasses()
            .that(pure())
            .and()
            .resideOutsideOfPackage("dev.leadkit")
            .should()
            .accessTargetWhere(reaches(assignableTo(InstantSource.class), "instant", "millis"));

    /** To pass on that it was interrupted, whoever waits for a lock must name the thread that he is on. */
    @ArchTest
    static final ArchRule nothing_makes_a_thread = noClasses()
            .that(pure())
            .should()
            .accessTargetWhere(reaches(
                    assignableTo(Thread.class),
                    "<init>",
                    "start",
                    "sleep",
                    "ofPlatform",
                    "ofVirtual",
                    "startVirtualThread"))
            .orShould()
            .dependOnClassesThat(belongToAnyOf(
                    Executors.class,
                    ThreadPoolExecutor.class,
                    ForkJoinPool.class,
                    CompletableFuture.class,
                    Timer.class))
            .orShould()
            // The thread one runs on may be asked for, to keep its interrupt.
            .accessTargetWhere(reaches(belongToAnyOf(Thread.class), "<init>", "start"))
            .orShould()
            .accessTargetWhere(reaches(alwaysTrue(), "parallel", "parallelStream"));

    @ArchTest
    static final ArchRule static_fields_are_final = fields().that()
            .areDeclaredInClassesThat(pure())
            .and()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule static_fields_hold_nothing_mutable = noFields()
            .that()
            .areDeclaredInClassesThat(pure())
            .and()
            .areStatic()
            .should()
            .haveRawType(mutable());

    @ArchTest
    static final ArchRule no_array_is_handed_out = noFields()
            .that()
            .areDeclaredInClassesThat(pure())
            .and()
            .areStatic()
            .and()
            .arePublic()
            .should()
            .haveRawType(describe("an array", JavaClass::isArray));

    @ArchTest
    static final ArchRule visitor_text_meets_no_backtracking_pattern = noClasses()
            .that()
            .resideInAPackage(CAPTURE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex..")
            .orShould()
            .accessTargetWhere(reaches(belongToAnyOf(String.class), "matches", "replaceAll", "replaceFirst", "split"));

    @ArchTest
    static final ArchRule a_stage_is_set_by_a_pipeline_alone = noClasses()
            .that()
            // The fixtures of the testkit put leads anywhere; lead-store-jdbc, which reads them back, is not seen here.
            .resideOutsideOfPackages("dev.leadkit.lead..", "dev.leadkit.pipeline..", "dev.leadkit.testkit..")
            .should()
            .accessTargetWhere(reaches(belongToAnyOf(Lead.Builder.class), "stage"));

    /** A call or a method reference. */
    private static DescribedPredicate<JavaAccess<?>> reaches(
            DescribedPredicate<? super JavaClass> owner, String... names) {
        Set<String> banned = Set.of(names);
        return describe(
                "the target is one of " + banned,
                access -> banned.contains(access.getName()) && owner.test(access.getTargetOwner()));
    }

    /** Interfaces such as {@code Map} pass: what they hold is a copy that cannot change, by the way values are built. */
    private static DescribedPredicate<JavaClass> mutable() {
        return assignableTo(Collection.class)
                .or(assignableTo(Map.class))
                .and(not(INTERFACES))
                .or(resideInAPackage("java.util.concurrent.."))
                .or(belongToAnyOf(ThreadLocal.class, StringBuilder.class))
                .as("a mutable type");
    }
}
