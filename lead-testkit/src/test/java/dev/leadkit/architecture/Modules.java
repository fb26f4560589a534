package dev.leadkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Which package belongs to which module, for the rules. */
final class Modules {
    static final String SCORING = "dev.leadkit.scoring..";
    static final String CAPTURE = "dev.leadkit.capture..";
    static final String LANGCHAIN4J = "dev.leadkit.capture.langchain4j..";
    static final String JDBC = "dev.leadkit.store.jdbc..";
    static final String TESTKIT = "dev.leadkit.testkit..";

    private Modules() {}

    /** Whatever is in no other module: a new package of lead-core is under its rules without being named here. */
    static DescribedPredicate<JavaClass> core() {
        return resideInAPackage("dev.leadkit..")
                .and(resideOutsideOfPackages(SCORING, CAPTURE, JDBC, TESTKIT, "dev.leadkit.examples.."))
                .as("lead-core");
    }

    /** The modules whose answers depend on nothing but what they are given. */
    static DescribedPredicate<JavaClass> pure() {
        return core().or(resideInAnyPackage(SCORING, CAPTURE)).as("lead-core, lead-scoring and lead-capture");
    }
}
