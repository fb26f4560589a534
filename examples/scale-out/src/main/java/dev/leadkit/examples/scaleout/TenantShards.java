package dev.leadkit.examples.scaleout;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.shardingsphere.sharding.api.sharding.standard.PreciseShardingValue;
import org.apache.shardingsphere.sharding.api.sharding.standard.RangeShardingValue;
import org.apache.shardingsphere.sharding.api.sharding.standard.StandardShardingAlgorithm;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells ShardingSphere in which database a tenant is: by its id alone, or as {@link TenantRoutes} says. */
public final class TenantShards implements StandardShardingAlgorithm<String> {
    /** Property: the URL of the directory of tenants; without it nothing is ever moved. */
    static final String DIRECTORY = "directory";

    private static final Logger LOG = LoggerFactory.getLogger(TenantShards.class);

    private @Nullable TenantRoutes routes;

    @Override
    public void init(Properties properties) {
        String url = properties.getProperty(DIRECTORY);
        if (url != null) {
            var directory = new PGSimpleDataSource();
            directory.setUrl(url);
            try {
                routes = TenantRoutes.at(directory);
            } catch (SQLException failed) {
                throw new IllegalStateException("the directory of tenants can't be read", failed);
            }
        }
    }

    @Override
    public String doSharding(Collection<String> shards, PreciseShardingValue<String> tenant) {
        if (routes == null) {
            return shard(tenant.getValue(), shards.size());
        }
        String shard = routes.shard(tenant.getValue());
        if (!shards.contains(shard)) {
            String found = "tenant %s is in %s, and this process has only %s: add it to its configuration"
                    .formatted(tenant.getValue(), shard, new TreeSet<>(shards));
            LOG.error(found);
            throw new IllegalStateException(found);
        }
        return shard;
    }

    /** @param count how many databases there are */
    static String shard(String tenant, int count) {
        return "shard_" + Math.floorMod(tenant.hashCode(), count);
    }

    @Override
    public Collection<String> doSharding(Collection<String> shards, RangeShardingValue<String> tenants) {
        throw new UnsupportedOperationException("a statement over several tenants");
    }

    @Override
    public String getType() {
        return "LEADKIT_TENANTS";
    }
}
