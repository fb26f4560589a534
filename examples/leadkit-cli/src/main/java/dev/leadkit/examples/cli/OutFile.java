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
     * To be asked before anything is written.
     *
     * @throws ParameterException if another option names the same file, by whatever path
     */
    static void check(CommandLine command) throws IOException {
        OptionSpec written = command.getCommandSpec().findOption(OPTION);
        if (!(written.getValue() instanceof Path out) || !Files.exists(out)) {
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
}
