package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.Staleness;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Prints how long reads take on a PostgreSQL database of many leads. Not a test: run it by hand, with the URL of an empty
 * database, how many leads to load (0 if they are there) and how often to ask.
 */
final class ReadTimings {
    private static final LeadFilter ALL = LeadFilter.all();

    private final JdbcLeadStore store;
    private final int times;

    private ReadTimings(JdbcLeadStore store, int times) {
        this.store = store;
        this.times = times;
    }

    public static void main(String[] arguments) {
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setMaximumPoolSize(2);
        try (var database = new HikariDataSource(config)) {
            int leads = Integer.parseInt(arguments[1]);
            if (leads > 0) {
                ManyLeads.load(database, leads, true);
            }
            new ReadTimings(JdbcLeadStore.builder(database).containmentSearch().open(), Integer.parseInt(arguments[2]))
                    .run();
        }
    }

    private void run() {
        for (Sort sort : Sort.values()) {
            list("page 1 by " + sort, LeadQuery.all().sortedBy(sort));
        }
        deep("all", ALL);
        deep("stage new", ALL.inPipeline("five-stage").inStage("new"));
        list("rare source", LeadQuery.of(ALL.fromSource(ManyLeads.RARE_SOURCE)));
        list("rare assignee", LeadQuery.of(ALL.assignedTo(ManyLeads.RARE_ASSIGNEE)));
        list("rare tag", LeadQuery.of(ALL.taggedAny(ManyLeads.RARE_TAG)));
        list("common tag", LeadQuery.of(ALL.taggedAny(ManyLeads.COMMON_TAG)));
        list(
                "common tag by score",
                LeadQuery.of(ALL.taggedAny(ManyLeads.COMMON_TAG)).sortedBy(Sort.SCORE));
        list("band hot", LeadQuery.of(ALL.inBand("hot")));
        for (String text : new String[] {
            "last77",
            "last123 first5",
            "49123",
            "gmail",
            "com",
            "f",
            "first1",
            "firm12",
            ManyLeads.OLD_WORD,
            ManyLeads.OLD_WORD + " gmail",
            ManyLeads.OLD_WORD + " " + ManyLeads.NEW_WORD,
            "nobody",
            "first12 last12 gmail"
        }) {
            list("search " + text, LeadQuery.of(ALL.matching(text)));
        }
        list("search gmail in lost", LeadQuery.of(ALL.matching("gmail").inStage("lost")));
        list("search gmail of rare assignee", LeadQuery.of(ALL.matching("gmail").assignedTo(ManyLeads.RARE_ASSIGNEE)));
        for (String text : new String[] {"ast777", "ast123 first", "mail", "ldnam", "+49 123 45"}) {
            list("containing " + text, LeadQuery.of(ALL.containing(text)));
        }
        LeadFilter all = ALL.inPipeline("five-stage");
        board("board", all);
        stale("board with stale leads, 1 percent", all, 0.01);
        stale("board with stale leads, half", all, 0.5);
        board("board of an assignee", all.assignedTo("user7"));
        stale("board of an assignee with stale leads", all.assignedTo("user7"), 0.5);
        board("board of rare assignee", all.assignedTo(ManyLeads.RARE_ASSIGNEE));
        board("board of source widget", all.fromSource("widget"));
        board("board of band hot, EUR and USD", all.inBand("hot"));
        board("board of scores over 90", all.scoredAtLeast(90));
        board(
                "board of a week",
                all.createdBetween(Instant.parse("2024-03-01T00:00:00Z"), Instant.parse("2024-03-08T00:00:00Z")));
        board("board of common tag", all.taggedAny(ManyLeads.COMMON_TAG));
        board("board of rare tag", all.taggedAny(ManyLeads.RARE_TAG));
        board("board matching last77", all.matching("last77"));
        board("board matching gmail", all.matching("gmail"));
    }

    private void deep(String what, LeadFilter filter) {
        for (Sort sort : Sort.values()) {
            LeadQuery query = LeadQuery.of(filter).sortedBy(sort);
            LeadQuery deep = query;
            for (int page = 0; page < 200; page++) {
                deep = query.limit(500).after(store.list(ACME, deep.limit(500)).next());
            }
            list("%s by %s, page at 100,000".formatted(what, sort), deep.limit(50));
        }
    }

    private void list(String what, LeadQuery query) {
        time(what, () -> store.list(ACME, query).items().size());
    }

    private void board(String what, LeadFilter filter) {
        time(what, () -> (int) store.board(ACME, BoardQuery.of(filter)).columns().stream()
                .mapToLong(column -> column.count())
                .sum());
    }

    /** @param share how many of the time that the leads came in lies behind the instant since which a lead is stale */
    private void stale(String what, LeadFilter filter, double share) {
        Instant first = store.list(ACME, LeadQuery.all().sortedBy(Sort.OLDEST).limit(1))
                .items()
                .get(0)
                .createdAt();
        Instant last = store.list(ACME, LeadQuery.all().limit(1)).items().get(0).createdAt();
        Instant since = first.plusSeconds((long) (Duration.between(first, last).toSeconds() * share));
        SortedMap<String, Instant> stages = new TreeMap<>(Map.of("new", since, "contacted", since, "qualified", since));
        BoardQuery query = BoardQuery.of(filter).countingStale(new Staleness("five-stage", stages, last));
        time(what, () -> (int) store.board(ACME, query).columns().stream()
                .mapToLong(column -> column.stale())
                .sum());
    }

    private interface Read {
        int run();
    }

    private void time(String what, Read read) {
        long[] nanos = new long[times];
        int found = 0;
        for (int i = -3; i < times; i++) {
            long start = System.nanoTime();
            found = read.run();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-45s %8d found  p50 %8.2f ms  p99 %8.2f ms%n",
                what, found, nanos[times / 2] / 1e6, nanos[(int) (times * 0.99)] / 1e6);
    }
}
