package dev.leadkit.examples.customstore;

import dev.leadkit.store.Changeset;
import dev.leadkit.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file to which changesets are appended: a line for those that were committed together, which begins with its
 * checksum. JSON has no line break in it, so that a line is whole or is the last one. Not safe to share.
 */
final class ChangesetLog implements AutoCloseable {
    private static final int CHECKSUM = 8;

    private final FileChannel file;
    private boolean broken;

    private ChangesetLog(FileChannel file) {
        this.file = file;
    }

    /** @throws StoreException if another process has it open */
    static ChangesetLog open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isOurs(file)) {
            file.close();
            throw new StoreException("expected to be the only one who has the log open, found another", null);
        }
        return new ChangesetLog(file);
    }

    private static boolean isOurs(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    /**
     * All that was appended, oldest first. A last line that was never finished is cut off: nobody was told of it.
     *
     * @throws StoreException if a line that was finished is not what was written
     */
    List<Changeset> replay() throws IOException {
        byte[] all = new byte[Math.toIntExact(file.size())];
        ByteBuffer into = ByteBuffer.wrap(all);
        while (into.hasRemaining() && file.read(into) >= 0) {}
        List<Changeset> changesets = new ArrayList<>();
        int from = 0;
        while (from < all.length) {
            int end = from;
            while (end < all.length && all[end] != '\n') {
                end++;
            }
            if (end == all.length || !isWhole(all, from, end)) {
                if (end + 1 < all.length) {
                    throw new StoreException("the log is damaged at byte %d, and more follows".formatted(from), null);
                }
                file.truncate(from).force(true);
                break;
            }
            changesets.addAll(ChangesetJson.read(Arrays.copyOfRange(all, from + CHECKSUM, end)));
            from = end + 1;
        }
        file.position(from);
        return changesets;
    }

    private static boolean isWhole(byte[] all, int from, int end) {
        int json = from + CHECKSUM;
        return json <= end
                && checksum(all, json, end - json).equals(new String(all, from, CHECKSUM, StandardCharsets.US_ASCII));
    }

    /**
     * Appends changesets, all of them or none, and returns when the disk has them.
     *
     * @throws StoreException if that failed; nothing can be appended any more, since nobody knows what is in the file
     */
    void append(List<Changeset> changesets) {
        requireSound();
        broken = true; // until it is known to be in the file
        byte[] json = ChangesetJson.write(changesets);
        ByteBuffer line = ByteBuffer.allocate(CHECKSUM + json.length + 1)
                .put(checksum(json, 0, json.length).getBytes(StandardCharsets.US_ASCII))
                .put(json)
                .put((byte) '\n')
                .flip();
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(false);
            broken = false;
        } catch (IOException failed) {
            throw new StoreException("the log could not be written", failed);
        }
    }

    /** @throws StoreException if an append has failed */
    void requireSound() {
        if (broken) {
            throw new StoreException("the log could not be written; open the store anew", null);
        }
    }

    private static String checksum(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return "%08x".formatted(crc.getValue());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
