package dev.leadkit.examples.scaleout;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Two servers of which one is the other's synchronous standby: a commit returns when both have it on disk. When the primary is lost the
 * standby takes its place, and another standby is made where the lost one was.
 */
final class ReplicatedServer implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long PAUSE_NANOS = 20_000_000;

    /** What belongs to a running server, or is sent by the primary anyway. */
    private static final List<String> NOT_COPIED =
            List.of("postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot", "epg-lock", "pg_stat_tmp");

    private final String name;
    private final int[] ports = new int[2];
    private final EmbeddedPostgres[] servers = new EmbeddedPostgres[2];
    private int primary;
    private int copies;
    private Path primaryData;
    private Path standbyData;

    ReplicatedServer(String name) throws IOException {
        this.name = name;
        for (int i = 0; i < 2; i++) {
            try (var socket = new ServerSocket(0)) {
                ports[i] = socket.getLocalPort();
            }
        }
        primaryData = Servers.data(name + "-0");
        standbyData = primaryData;
        servers[0] = Servers.start(primaryData, ports[0], Servers.DURABLE);
    }

    /** One address for both: the driver looks for the one that takes writes. */
    String url() {
        return "jdbc:postgresql://localhost:%d,localhost:%d/postgres?user=postgres&targetServerType=primary&loadBalanceHosts=false&hostRecheckSeconds=1&connectTimeout=2&socketTimeout=30"
                .formatted(ports[0], ports[1]);
    }

    /** Copies the primary at work, as {@code pg_basebackup} does, starts the copy as its standby and makes commits wait for it. */
    void addStandby() throws Exception {
        int standby = 1 - primary;
        standbyData = Servers.data(name + "-" + ++copies);
        try (Connection connection = connect(primary);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM RESET synchronous_standby_names");
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("SELECT pg_backup_start('standby', true)");
            copy(primaryData, standbyData);
            try (ResultSet backup = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(true)")) {
                backup.next();
                Files.writeString(standbyData.resolve("backup_label"), backup.getString(1));
            }
            Files.createFile(standbyData.resolve("standby.signal"));
            Files.writeString(
                    standbyData.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=%d user=postgres application_name=standby'%n"
                            .formatted(ports[primary]),
                    StandardOpenOption.TRUNCATE_EXISTING);
            servers[standby] = Servers.start(standbyData, ports[standby], settings());
            statement.execute("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
            statement.execute("SELECT pg_reload_conf()");
            await(statement, "SELECT COUNT(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'");
        }
    }

    /** Also answers while it only follows. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Servers.DURABLE);
        settings.put("hot_standby", "on");
        return settings;
    }

    /** {@code kill -9} of the primary with all its processes. It never comes back. */
    void killPrimary() throws Exception {
        long pid = Long.parseLong(
                Files.readAllLines(primaryData.resolve("postmaster.pid")).get(0));
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> children = postmaster.children().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().get();
        servers[primary].close();
    }

    /** Makes the standby the primary, which waits for no standby until there is one. */
    void promote() throws SQLException {
        primary = 1 - primary;
        primaryData = standbyData;
        try (Connection connection = connect(primary);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_promote(true, 60)");
            await(statement, "SELECT NOT pg_is_in_recovery()");
        }
    }

    private Connection connect(int server) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(ports[server]));
    }

    private static void await(Statement statement, String question) throws SQLException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try (ResultSet answer = statement.executeQuery(question)) {
                answer.next();
                if (answer.getBoolean(1)) {
                    return;
                }
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + LONGEST + ": " + question);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(folder).toString());
                Files.createDirectories(copy);
                copyOwnerAndMode(folder, copy);
                return NOT_COPIED.contains(folder.getFileName().toString()) && !folder.equals(from)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!NOT_COPIED.contains(file.getFileName().toString())) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    try {
                        Files.copy(file, copy);
                        copyOwnerAndMode(file, copy);
                    } catch (NoSuchFileException goneMeanwhile) {
                        return FileVisitResult.CONTINUE; // what the server removes while it is copied is not needed
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
    }

    private static void copyOwnerAndMode(Path from, Path to) throws IOException {
        Files.setOwner(to, Files.getOwner(from));
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }

    @Override
    public void close() throws IOException {
        for (EmbeddedPostgres server : servers) {
            if (server != null) {
                server.close();
            }
        }
    }
}
