package dev.leadkit.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The file that a command writes ({@code --out}), which must be none of those that it reads. */
final class OutFile {
    private static final String OPTION = "--out";

    private OutFile() {}

    /**
     * To be asked before any work is done.
     *
     * @throws ParameterException if it can't be written, or another option names the same file, by whatever path
     */
    static void check(CommandLine command) throws IOException {
        OptionSpec written = command.getCommandSpec().findOption(OPTION);
        if (!(written.getValue() instanceof Path out)) {
            return;
        }
        if (!mayBeWritten(out)) {
            throw new ParameterException(command, OPTION + ": expected a file that can be written");
        }
        if (!Files.exists(out)) {
            return;
        }
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.equals(written)
                    && option.getValue() instanceof Path read
                    && Files.exists(read)
                    && Files.isSameFile(read, out)) {
                throw new ParameterException(command, OPTION + ": expected another file than " + option.longestName());
            }
        }
    }

    private static boolean mayBeWritten(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        return Files.exists(out)
                ? !Files.isDirectory(out) && Files.isWritable(out)
                : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    }
}
