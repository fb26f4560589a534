/** What a user of LeadKit tests with: the store contract and jqwik arbitraries. */
module dev.leadkit.testkit {
    requires transitive dev.leadkit.capture;
    requires transitive dev.leadkit.core;
    requires transitive dev.leadkit.scoring;
    requires transitive net.jqwik.api;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires org.slf4j;

    exports dev.leadkit.testkit;

    opens dev.leadkit.testkit to
            org.junit.platform.commons;
}
