package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnsupportedCapabilityException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContainmentIndexTest {
    private static final LeadQuery ANE = LeadQuery.of(LeadFilter.all().containing("ane"));

    private final DataSource database = Database.POSTGRESQL.fresh();

    @Test
    void a_store_without_it_refuses_before_it_reads() {
        var faulty = new FaultyDatabase(database);
        JdbcLeadStore store = JdbcLeadStore.over(faulty.dataSource());
        faulty.countCalls();

        assertThat(store.capabilities().containment()).isFalse();
        assertThatThrownBy(() -> store.list(ACME, ANE)).isInstanceOf(UnsupportedCapabilityException.class);
        assertThat(faulty.calls()).isZero();
    }

    @Test
    void it_is_made_when_it_is_asked_for_also_over_leads_that_are_there() {
        JdbcLeadStore before = JdbcLeadStore.over(database);
        ChangesetBuilder unit = aChangeset();
        var jane = unit.create(aLead().named("Jane").build(), NOW, null);
        before.commit(unit.build());

        JdbcLeadStore store =
                JdbcLeadStore.builder(database).containmentSearch().open();

        assertThat(store.capabilities().containment()).isTrue();
        assertThat(store.list(ACME, ANE).items()).containsExactly(jane);
    }

    @Test
    void validating_refuses_without_the_index_and_takes_it_by_whatever_name() {
        JdbcLeadStore.over(database);
        JdbcLeadStore.Builder validating =
                JdbcLeadStore.builder(database).schema(SchemaMode.VALIDATE).containmentSearch();

        assertThatThrownBy(validating::open).isInstanceOf(StoreException.class).hasMessageContaining("containment.sql");

        Database.execute(
                database,
                "CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public",
                "CREATE INDEX another_name ON leadkit_lead USING gin (search_text public.gin_trgm_ops)");
        assertThat(validating.open().capabilities().containment()).isTrue();
    }

    @Test
    void it_keeps_to_the_schema_and_the_prefix_of_the_store() {
        String schema = Database.POSTGRESQL.addSchema(database);
        JdbcLeadStore.Builder builder = JdbcLeadStore.builder(database)
                .schemaName(schema)
                .tablePrefix("crm_")
                .containmentSearch();
        builder.open();

        assertThat(builder.schema(SchemaMode.VALIDATE).open().list(ACME, ANE).items())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void other_databases_have_none(Database other) {
        JdbcLeadStore.Builder builder = JdbcLeadStore.builder(other.fresh()).containmentSearch();

        assertThatThrownBy(builder::open).isInstanceOf(UnsupportedCapabilityException.class);
    }
}
