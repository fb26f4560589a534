package dev.leadkit.examples.benchmarks;

import dev.leadkit.examples.benchmarks.storage.StorageOptions;
import dev.leadkit.examples.benchmarks.storage.StorageRun;
import java.util.Arrays;

/** {@code java -jar benchmarks.jar storage [--leads 1000000] …}, see the README. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 0 || !args[0].equals("storage")) {
            System.err.println("usage: benchmarks storage " + StorageOptions.USAGE);
            System.exit(2);
        }
        StorageOptions options;
        try {
            options = StorageOptions.parse(Arrays.asList(args).subList(1, args.length));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println("usage: benchmarks storage " + StorageOptions.USAGE);
            System.exit(2);
            return;
        }
        StorageRun.run(options);
        // Pools and servers have threads of their own.
        System.exit(0);
    }
}
