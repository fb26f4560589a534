package dev.leadkit.examples.cli;

import dev.leadkit.csv.CsvFormat;
import dev.leadkit.csv.CsvSource;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.scoring.table.LeadTable;
import dev.leadkit.scoring.table.NumberStyle;
import dev.leadkit.scoring.table.Where;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The table that is learned from, scored or looked back on. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LeadTableOptions {
    @Option(names = "--in", required = true, paramLabel = "FILE", description = "The table, as CSV with a header.")
    private Path in;

    @Option(names = "--where", paramLabel = "COLUMN=VALUE", description = "Only rows with this value in this column.")
    private @Nullable String where;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Such as windows-1252; without: detected.")
    private @Nullable String encoding;

    @Option(names = "--separator", paramLabel = "CHAR", description = "A character, or tab; without: detected.")
    private @Nullable String separator;

    @Option(
            names = "--numbers",
            paramLabel = "FORM",
            description =
                    "How numbers are written: plain (1200.50), decimal-point (1,200.50) or decimal-comma (1.200,50);"
                            + " without: detected.")
    private @Nullable String numbers;

    Path file() {
        return in;
    }

    long bytes() throws IOException {
        return Files.size(in);
    }

    /** Reads the header, and says on stderr how the table is written. */
    LeadTable open(CommandLine command) throws IOException {
        NumberStyle style = numbers(command);
        CsvFormat format = format(command);
        LeadTable table = LeadTable.open(CsvSource.of(in), format, style);
        command.getErr()
                .println("read as %s, numbers %s"
                        .formatted(table.dialect(), table.numbers().key()));
        return table;
    }

    /** @throws ParameterException if it has no equals sign */
    @Nullable
    Where where(CommandLine command) {
        if (where == null) {
            return null;
        }
        int at = where.indexOf('=');
        if (at < 1) {
            throw new ParameterException(command, "--where: expected COLUMN=VALUE");
        }
        return new Where(where.substring(0, at).strip(), where.substring(at + 1).strip());
    }

    private @Nullable NumberStyle numbers(CommandLine command) {
        if (numbers == null) {
            return null;
        }
        return Stream.of(NumberStyle.values())
                .filter(style -> style.key().equals(numbers))
                .findFirst()
                .orElseThrow(() ->
                        new ParameterException(command, "--numbers: expected plain, decimal-point or decimal-comma"));
    }

    private CsvFormat format(CommandLine command) {
        CsvFormat format = CsvFormat.DETECTED;
        try {
            if (encoding != null) {
                format = format.withEncoding(Charset.forName(encoding));
            }
            if (separator != null) {
                String character = separator.equalsIgnoreCase("tab") ? "\t" : separator;
                if (character.length() != 1) {
                    throw new ParameterException(command, "--separator: expected one character, or tab");
                }
                format = format.withSeparator(character.charAt(0));
            }
        } catch (InvalidInputException none) {
            throw new ParameterException(command, "--separator: " + none.getMessage());
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(command, "--encoding: expected the name of an encoding, such as windows-1252");
        }
        return format;
    }
}
