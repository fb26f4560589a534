package dev.leadkit.examples.cli;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a store holds, in a form that is equal for two stores that hold the same: without ids, versions and the times
 * at which this process did its work.
 *
 * @param rows how many rows each table has, apart from the counters, whose slots writers pick at random
 * @param counters what the slots of each column of the board add up to, by currency
 * @param leads the leads with their timelines, sorted
 * @param conversations by session, with their messages
 */
record StoreImage(
        Map<String, Long> rows, List<String> counters, List<String> leads, Map<String, String> conversations) {
    private static final TenantId TENANT = TenantId.of(CaptureRun.TENANT);

    private static final String TABLES = """
        SELECT table_name
        FROM information_schema.tables
        WHERE table_name LIKE 'LEADKIT%' AND table_name <> 'LEADKIT_COUNTER'
        """;

    private static final String COUNTERS = """
        SELECT pipeline || ' ' || stage || ' ' || SUM(leads) || ' ' || SUM(amount) || currency
        FROM leadkit_counter
        GROUP BY pipeline, stage, currency
        HAVING SUM(leads) <> 0 OR SUM(amount) <> 0
        ORDER BY 1
        """;

    static StoreImage of(Path database, Collection<String> sessions) throws SQLException {
        Map<String, Long> rows = rows(database);
        List<String> counters = ask(database, COUNTERS);
        try (JdbcLeadStore store = JdbcLeadStore.h2File(database)) {
            Map<String, String> conversations = new TreeMap<>();
            for (String session : new TreeSet<>(sessions)) {
                store.transcript(TENANT, session).ifPresent(found -> conversations.put(session, describe(found)));
            }
            return new StoreImage(rows, counters, leads(store), conversations);
        }
    }

    static Map<String, Long> rows(Path database) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : ask(database, TABLES)) {
            rows.put(
                    table,
                    Long.valueOf(ask(database, "SELECT COUNT(*) FROM " + table).get(0)));
        }
        return rows;
    }

    /** The first column. */
    private static List<String> ask(Path database, String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + database, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                answers.add(found.getString(1));
            }
        }
        return answers;
    }

    private static List<String> leads(LeadStore store) {
        List<String> leads = new ArrayList<>();
        LeadQuery query = LeadQuery.of(LeadFilter.all()).limit(PageRequest.MAX_LIMIT);
        Page<Lead> page = store.list(TENANT, query);
        while (true) {
            page.items().forEach(lead -> leads.add(describe(lead, store)));
            if (page.next() == null) {
                leads.sort(null);
                return leads;
            }
            page = store.list(TENANT, query.after(page.next()));
        }
    }

    private static String describe(Lead lead, LeadStore store) {
        List<Object> parts = new ArrayList<>(List.of(lead.sessions(), lead.contact(), lead.identities()));
        parts.addAll(List.of(lead.source(), lead.stage(), lead.closed(), lead.stageEnteredAt(), lead.tags()));
        parts.addAll(List.of(lead.engagement(), lead.capturedBecause(), lead.pinned(), lead.withdrawn()));
        parts.addAll(List.of(lead.createdAt(), lead.lastActivityAt()));
        parts.addAll(List.of("" + lead.need(), "" + lead.expectedAmount(), "" + lead.score()));
        Page<Activity> timeline = store.timeline(TENANT, lead.id(), PageRequest.first(PageRequest.MAX_LIMIT));
        for (Activity activity : timeline.items()) {
            parts.add(
                    "\n  " + activity.at() + " " + activity.actor() + " " + activity.cause() + " " + activity.change());
        }
        return parts.toString();
    }

    private static String describe(Transcript transcript) {
        List<ChatMessage> messages = transcript.messages();
        var conversation = transcript.conversation();
        return "%s with %d leads: %s"
                .formatted(conversation.channel(), conversation.segments().size(), messages);
    }
}
