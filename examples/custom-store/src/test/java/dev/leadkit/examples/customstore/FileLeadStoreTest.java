package dev.leadkit.examples.customstore;

import dev.leadkit.store.LeadStore;
import dev.leadkit.testkit.LeadStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** All that a store promises. This class is what an implementer writes first. */
class FileLeadStoreTest extends LeadStoreContract {
    @TempDir
    Path folder;

    @Override
    protected LeadStore openStore() throws IOException {
        return FileLeadStore.open(folder.resolve("leads.log"));
    }

    @Override
    protected void closeStore(LeadStore store) throws IOException {
        ((FileLeadStore) store).close();
    }
}
