package dev.leadkit.store.jdbc;

import dev.leadkit.store.LeadStore;
import dev.leadkit.testkit.LeadStoreContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a durable H2 file, with the pool of the store itself. */
class JdbcLeadStoreH2FileTest extends LeadStoreContract {
    @TempDir
    static Path folder;

    @Override
    protected LeadStore openStore() {
        return JdbcLeadStore.h2File(folder.resolve(UUID.randomUUID().toString()));
    }

    @Override
    protected void closeStore(LeadStore store) {
        ((JdbcLeadStore) store).close();
    }
}
