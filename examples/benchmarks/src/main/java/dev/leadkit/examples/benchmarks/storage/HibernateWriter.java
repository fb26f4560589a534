package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.store.jdbc.StoredRows.Step;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** Hibernate 7 as its guide advises for many writes: a stateless session with a JDBC batch size, entities given to it. */
final class HibernateWriter implements Writer {
    private static final int BATCH_SIZE = 50;
    private static final String ADD_TO_COUNTER = """
        update CounterRow c set c.leads = c.leads + :leads, c.amount = c.amount + :amount where c.id = :id
        """;

    private final SessionFactory sessions;

    HibernateWriter(SessionFactory sessions) {
        this.sessions = sessions;
    }

    static SessionFactory sessions(DataSource database) {
        var configuration = new Configuration();
        for (Class<?> entity : Entities.ALL) {
            configuration.addAnnotatedClass(entity);
        }
        configuration.addProperties(properties(Map.of(
                AvailableSettings.STATEMENT_BATCH_SIZE,
                Integer.toString(BATCH_SIZE),
                AvailableSettings.ORDER_INSERTS,
                "true",
                AvailableSettings.ORDER_UPDATES,
                "true",
                AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT,
                "false",
                "hibernate.timezone.default_storage",
                "NORMALIZE_UTC",
                AvailableSettings.JDBC_TIME_ZONE,
                "UTC")));
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database);
        return configuration.buildSessionFactory();
    }

    private static java.util.Properties properties(Map<String, String> settings) {
        var properties = new java.util.Properties();
        properties.putAll(settings);
        return properties;
    }

    @Override
    public void write(Unit unit) {
        sessions.inStatelessTransaction(session -> {
            for (Step step : unit.steps()) {
                List<Object> entities = EntityRows.of(step);
                switch (step.kind()) {
                    case INSERT -> session.insertMultiple(entities);
                    case UPDATE -> session.updateMultiple(entities);
                    case DELETE -> session.deleteMultiple(entities);
                    case COUNT -> entities.forEach(each -> count(session, (Entities.CounterRow) each));
                }
            }
        });
    }

    private static void count(StatelessSession session, Entities.CounterRow counter) {
        int changed = session.createMutationQuery(ADD_TO_COUNTER)
                .setParameter("leads", counter.leads)
                .setParameter("amount", counter.amount)
                .setParameter("id", counter.id)
                .executeUpdate();
        if (changed == 0) {
            session.insert(counter);
        }
    }
}
