package dev.leadkit.examples.scaleout;

import java.util.Collection;
import org.apache.shardingsphere.sharding.api.sharding.standard.PreciseShardingValue;
import org.apache.shardingsphere.sharding.api.sharding.standard.RangeShardingValue;
import org.apache.shardingsphere.sharding.api.sharding.standard.StandardShardingAlgorithm;

/** In which database a tenant is: by its id, and so the same in every process. */
public final class TenantShards implements StandardShardingAlgorithm<String> {
    @Override
    public String doSharding(Collection<String> shards, PreciseShardingValue<String> tenant) {
        return shard(tenant.getValue(), shards.size());
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
