package dev.leadkit.examples.leaddesk.host;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files for their owner alone, where the file system knows owners as POSIX has them; elsewhere as it makes them. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** Makes a folder, and those above it that are missing; one that is there stays as it is. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions("rwx------"));
    }

    static Path makeTemporaryFile(Path folder) throws IOException {
        return Files.createTempFile(folder, "key", ".new", permissions("rw-------"));
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
