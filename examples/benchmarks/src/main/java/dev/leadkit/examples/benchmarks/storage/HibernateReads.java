package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.examples.benchmarks.storage.Reads.Place;
import java.util.List;
import org.hibernate.SessionFactory;

/** Hibernate 7: HQL with a row value for the place, which is more than its own keyset API makes of it. */
final class HibernateReads {
    private static final String PAGE = """
        from LeadRow l
        where l.id.tenant = :tenant and l.stage = :stage and l.withdrawn = false
            and (l.createdAt, l.id.lead) < (:createdAt, :id)
        order by l.createdAt desc, l.id.lead desc
        """;

    private final SessionFactory sessions;

    HibernateReads(SessionFactory sessions) {
        this.sessions = sessions;
    }

    List<?> page(Place after) {
        return sessions.fromStatelessTransaction(session -> session.createSelectionQuery(PAGE, Entities.LeadRow.class)
                .setParameter("tenant", Population.LARGE.value())
                .setParameter("stage", Reads.STAGE)
                .setParameter("createdAt", after.createdAt())
                .setParameter("id", after.id())
                .setMaxResults(Reads.PAGE + 1)
                .getResultList());
    }
}
