package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.examples.benchmarks.storage.Reads.Place;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Jdbi 3: the statement by hand, the rows as records. */
final class JdbiReads {
    private final Jdbi jdbi;
    private final boolean postgres;

    JdbiReads(DataSource pool, boolean postgres) {
        this.postgres = postgres;
        jdbi = Jdbi.create(pool);
        jdbi.registerRowMapper(ConstructorMapper.factory(JdbiLead.class));
    }

    List<JdbiLead> page(Place after) {
        return jdbi.withHandle(handle -> {
            try (Query query = handle.createQuery(JdbcReads.pageSql(postgres))) {
                int index = 0;
                for (Object value : JdbcReads.pageParameters(postgres, after)) {
                    query.bind(index++, value);
                }
                return query.mapTo(JdbiLead.class).list();
            }
        });
    }
}
