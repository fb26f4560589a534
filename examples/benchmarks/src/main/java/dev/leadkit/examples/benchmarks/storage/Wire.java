package dev.leadkit.examples.benchmarks.storage;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a program and PostgreSQL and counts what goes over: statements, {@code BEGIN} and {@code COMMIT}
 * included, and round trips, that is how often the program waits for an answer.
 */
final class Wire implements AutoCloseable {
    private final ServerSocket ear;
    private final String host;
    private final int port;
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger roundTrips = new AtomicInteger();

    /** The last to have spoken, so that many messages in one direction count once. */
    private final AtomicLong lastSpeaker = new AtomicLong();

    /** What an operation put on the wire. */
    record Traffic(int statements, int roundTrips) {}

    Wire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::listen);
    }

    int port() {
        return ear.getLocalPort();
    }

    void reset() {
        statements.set(0);
        roundTrips.set(0);
    }

    Traffic traffic() {
        return new Traffic(statements.get(), roundTrips.get());
    }

    private void listen() {
        while (!ear.isClosed()) {
            try {
                Socket program = ear.accept();
                var server = new Socket(host, port);
                program.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                daemon(() -> questions(program, server));
                daemon(() -> answers(server, program));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void questions(Socket from, Socket to) {
        try (from;
                to) {
            var in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            for (boolean started = false; ; ) {
                int type = started ? in.read() : 0;
                if (type < 0) {
                    return;
                }
                int length = in.readInt();
                byte[] body = in.readNBytes(length - Integer.BYTES);
                // The start has no type; what follows it may be the start again, after the question for encryption.
                started = started || body.length > Integer.BYTES;
                if (type == 'E' || type == 'Q') {
                    statements.incrementAndGet();
                }
                if (lastSpeaker.getAndSet(1) != 1) {
                    roundTrips.incrementAndGet();
                }
                byte[] head = type == 0 ? new byte[0] : new byte[] {(byte) type};
                out.write(head);
                out.write(
                        new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
                out.write(body);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException ended) {
            // the other side went away
        }
    }

    private void answers(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                lastSpeaker.set(2);
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // the other side went away
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            ear.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
