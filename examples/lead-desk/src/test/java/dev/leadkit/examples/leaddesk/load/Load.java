package dev.leadkit.examples.leaddesk.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty users at once over 100,000 leads on PostgreSQL. Its name keeps it out of the build, as its figures mean something on
 * an idle machine alone; {@code docs/load.sh} runs it. Clients, server and database share the processors.
 *
 * <p>Each user has a key of his own, so that the server's usual limit of requests holds. First they work without a pause,
 * then with one.
 */
class Load {
    private static final int LEADS = Integer.getInteger("leadkit.load.leads", 100_000);

    /** The URL of a database that an earlier run filled; absent for one of its own. */
    private static final @Nullable String FILLED = System.getProperty("leadkit.load.url");

    private static final Duration WARM_UP = seconds("leadkit.load.warm-up", 40);
    private static final Duration TIME = seconds("leadkit.load.seconds", 60);
    private static final Duration PAUSE = Duration.ofMillis(Integer.getInteger("leadkit.load.pause", 1_000));
    private static final double MOST_P95_MILLIS = 100;
    private static final double MOST_MILLIS = 1_000;
    private static final int MOST_BYTES = 500_000;
    private static final int REPS = 12;

    @TempDir
    Path data;

    @Test
    void twenty_users_are_answered_within_the_limits() throws Exception {
        double others = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<String> users = users();
        List<String> reps = users.stream()
                .filter(user -> user.endsWith(":rep"))
                .map(user -> user.split(":")[1])
                .toList();
        long start = System.nanoTime();
        try (FilledDatabase database =
                        FILLED == null ? FilledDatabase.of(LEADS, reps, data) : FilledDatabase.at(FILLED);
                DeskProcess server = DeskProcess.start(database.url(), data, users)) {
            System.out.printf(
                    "%,d leads in %.0f s; %d users; %d processors with a load of %.1f before%n",
                    LEADS,
                    (System.nanoTime() - start) / 1e9,
                    users.size(),
                    Runtime.getRuntime().availableProcessors(),
                    others);
            List<User> all = signedIn(server.address(), users);
            work(all, WARM_UP, Duration.ZERO, "warming up");
            Timings hurried = work(all, TIME, Duration.ZERO, "without a pause");
            Timings usual = work(all, TIME, PAUSE, "pausing %d ms on average".formatted(PAUSE.toMillis()));
            PageWeight weight = all.get(0).weigh("/board");
            System.out.print(weight);

            assertThat(weight.all()).isLessThan(MOST_BYTES);
            assertThat(usual.ofBoardAndList().millis(95)).isLessThan(MOST_P95_MILLIS);
            assertThat(usual.ofAll().millis(100)).isLessThan(MOST_MILLIS);
            assertThat(hurried.ofAll().millis(100)).isLessThan(MOST_MILLIS);
        }
    }

    private static Duration seconds(String property, int standard) {
        return Duration.ofSeconds(Integer.getInteger(property, standard));
    }

    /** Reps, who see their own leads and those of nobody, and people who see all. */
    private static List<String> users() {
        List<String> users = new ArrayList<>();
        for (int i = 1; i <= REPS; i++) {
            users.add("acme:rep" + i + ":rep");
        }
        for (int i = 1; i <= 5; i++) {
            users.add("acme:manager" + i + ":manager");
        }
        users.addAll(List.of("acme:ann:admin", "acme:val:viewer", "acme:vic:viewer"));
        return users;
    }

    private static List<User> signedIn(String address, List<String> users) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<User> all = new ArrayList<>();
        for (String user : users) {
            all.add(User.signIn(http, address, user, user.hashCode()));
        }
        return all;
    }

    private static Timings work(List<User> users, Duration time, Duration pause, String what) throws Exception {
        var timings = new Timings();
        long start = System.nanoTime();
        Together.run(users.size(), number -> users.get(number).work(time, pause, timings));
        System.out.printf("%n%s%n%s", what, timings.table(Duration.ofNanos(System.nanoTime() - start)));
        return timings;
    }
}
