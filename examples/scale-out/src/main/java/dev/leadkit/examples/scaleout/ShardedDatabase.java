package dev.leadkit.examples.scaleout;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.shardingsphere.broadcast.config.BroadcastRuleConfiguration;
import org.apache.shardingsphere.driver.api.ShardingSphereDataSourceFactory;
import org.apache.shardingsphere.infra.algorithm.core.config.AlgorithmConfiguration;
import org.apache.shardingsphere.sharding.api.config.ShardingRuleConfiguration;
import org.apache.shardingsphere.sharding.api.config.rule.ShardingTableReferenceRuleConfiguration;
import org.apache.shardingsphere.sharding.api.config.rule.ShardingTableRuleConfiguration;
import org.apache.shardingsphere.sharding.api.config.strategy.sharding.StandardShardingStrategyConfiguration;

/** Several PostgreSQL databases as one: all that a tenant has is in one of them. */
public final class ShardedDatabase {
    /** All tables but that of the schema's version; each begins its key with the tenant. */
    static final List<String> TABLES = List.of(
            "leadkit_lead",
            "leadkit_lead_tag",
            "leadkit_lead_token",
            "leadkit_identity",
            "leadkit_claim",
            "leadkit_counter",
            "leadkit_conversation",
            "leadkit_message",
            "leadkit_activity",
            "leadkit_document",
            "leadkit_changeset",
            "leadkit_outbox",
            "leadkit_erased",
            "leadkit_erasure");

    private ShardedDatabase() {}

    /**
     * One data source over databases that have LeadKit's tables already. Each tenant is where the hash of its id says, for good.
     *
     * @param shards by their names, {@code shard_0} and so on
     */
    public static DataSource over(Map<String, DataSource> shards) throws SQLException {
        return over(shards, new Properties());
    }

    /**
     * The same where {@link TenantRoutes} say in which of them a tenant is, so that it can be moved.
     *
     * @param directory the URL of the database that has the routes
     */
    public static DataSource over(Map<String, DataSource> shards, String directory) throws SQLException {
        var routes = new Properties();
        routes.setProperty(TenantShards.DIRECTORY, directory);
        return over(shards, routes);
    }

    private static DataSource over(Map<String, DataSource> shards, Properties algorithm) throws SQLException {
        var sharding = new ShardingRuleConfiguration();
        for (String table : TABLES) {
            sharding.getTables()
                    .add(new ShardingTableRuleConfiguration(
                            table, "shard_${0..%d}.%s".formatted(shards.size() - 1, table)));
        }
        sharding.getBindingTableGroups()
                .add(new ShardingTableReferenceRuleConfiguration("tenant", String.join(",", TABLES)));
        sharding.setDefaultDatabaseShardingStrategy(new StandardShardingStrategyConfiguration("tenant_id", "tenants"));
        algorithm.setProperty("strategy", "STANDARD");
        algorithm.setProperty("algorithmClassName", TenantShards.class.getName());
        sharding.getShardingAlgorithms().put("tenants", new AlgorithmConfiguration("CLASS_BASED", algorithm));
        var properties = new Properties();
        properties.setProperty("sql-show", "false");
        return ShardingSphereDataSourceFactory.createDataSource(
                "leadkit",
                shards,
                List.of(sharding, new BroadcastRuleConfiguration(List.of("leadkit_schema"))),
                properties);
    }
}
