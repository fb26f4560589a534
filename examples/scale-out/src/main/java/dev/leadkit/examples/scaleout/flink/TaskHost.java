package dev.leadkit.examples.scaleout.flink;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.lead.IdSource;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A kit with connections of its own, for as long as a task is open. */
final class TaskHost implements AutoCloseable {
    private final HikariDataSource pool;
    private final LeadKit kit;

    /** @param clock the task's, which follows from what it works on */
    TaskHost(HostSettings settings, Clock clock, IdSource ids) throws IOException {
        byte[] identityKey = Files.readAllBytes(Path.of(settings.identityKeyFile()));
        var config = new HikariConfig(settings.poolFile());
        config.setMaximumPoolSize(1); // a task works on one thing at a time
        pool = new HikariDataSource(config);
        kit = LeadKit.builder()
                .store(JdbcLeadStore.builder(pool).schema(SchemaMode.VALIDATE).open())
                .identityKey(identityKey)
                .pipeline(Pipeline.parse(settings.pipeline()))
                .scorer(Scorecard.parse(settings.scorecard()))
                .normalizer(new LibPhoneNormalizer())
                .clock(clock)
                .ids(ids)
                .build();
    }

    LeadKit kit() {
        return kit;
    }

    @Override
    public void close() {
        pool.close();
    }
}
