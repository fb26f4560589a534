package dev.leadkit.examples.cli;

import dev.leadkit.csv.CsvField;
import dev.leadkit.csv.CsvFormat;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.MatchKey;
import dev.leadkit.csv.NumberForm;
import dev.leadkit.csv.OnMatch;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadSource;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a table is imported. */
final class ImportOptions {
    private static final String NONE = "none";

    @Option(
            names = "--match",
            paramLabel = "KEYS",
            defaultValue = "email",
            description =
                    "By what leads are found: email, phone, externalId, leadId, or several with commas, of which a line's"
                            + " first counts; or none, so that each line makes a lead. Without: email.")
    private String match = "email";

    @Option(
            names = "--on-match",
            paramLabel = "WHAT",
            defaultValue = "update",
            description = "What becomes of leads that are found: update, fill-gaps or skip. Without: update.")
    private String onMatch = "update";

    @Option(
            names = "--map",
            paramLabel = "COLUMN=FIELD",
            description =
                    "What a column holds, by its header: a field, or field:KEY; nothing passes over it. May be repeated.")
    private Map<String, String> columns = Map.of();

    @Option(names = "--encoding", paramLabel = "NAME", description = "Such as windows-1252; without: detected.")
    private @Nullable String encoding;

    @Option(names = "--separator", paramLabel = "CHAR", description = "A character, or tab; without: detected.")
    private @Nullable String separator;

    @Option(names = "--region", paramLabel = "CC", description = "ISO 3166 code for numbers without a country code.")
    private @Nullable String region;

    @Option(names = "--currency", paramLabel = "CODE", description = "ISO 4217 code for amounts without a currency.")
    private @Nullable String currency;

    @Option(
            names = "--numbers",
            paramLabel = "FORM",
            defaultValue = "plain",
            description =
                    "How amounts are written: plain (1200.50), decimal-point (1,200.50) or decimal-comma (1.200,50).")
    private String numbers = "plain";

    @Option(names = "--zone", paramLabel = "ZONE", description = "For times without an offset; without: UTC.")
    private @Nullable String zone;

    @Option(names = "--source", paramLabel = "KEY", description = "Of new leads whose line says none; without: import.")
    private @Nullable String source;

    /** @throws ParameterException if an option is none */
    ImportSettings settings(CommandLine command) {
        try {
            return settings();
        } catch (InvalidInputException | DateTimeException none) {
            throw new ParameterException(command, String.valueOf(none.getMessage()));
        } catch (IllegalArgumentException unknownEncoding) {
            throw new ParameterException(command, "--encoding: expected the name of an encoding, such as windows-1252");
        }
    }

    private ImportSettings settings() {
        ImportSettings.Builder settings = ImportSettings.builder()
                .matchBy(keys().toArray(MatchKey[]::new))
                .onMatch(constant(OnMatch.values(), "--on-match", onMatch))
                .numbers(constant(NumberForm.values(), "--numbers", numbers))
                .format(format());
        columns.forEach((header, field) -> {
            if (field.isEmpty()) {
                settings.ignore(header);
            } else if (field.startsWith(LeadField.custom(""))) {
                settings.mapField(header, field.substring(LeadField.custom("").length()));
            } else {
                settings.map(header, CsvField.of(field));
            }
        });
        if (region != null) {
            settings.region(region());
        }
        if (currency != null) {
            settings.currency(currency);
        }
        if (zone != null) {
            settings.zone(ZoneId.of(zone));
        }
        if (source != null) {
            settings.source(LeadSource.of(source));
        }
        return settings.build();
    }

    private List<MatchKey> keys() {
        return match.equals(NONE)
                ? List.of()
                : Arrays.stream(match.split(",")).map(ImportOptions::key).toList();
    }

    private static MatchKey key(String name) {
        return Arrays.stream(MatchKey.values())
                .filter(key -> key.field().key().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "--match", "email, phone, externalId, leadId or none", "another text"));
    }

    private CsvFormat format() {
        CsvFormat format = CsvFormat.DETECTED;
        if (separator != null) {
            format = format.withSeparator(separator("--separator", separator));
        }
        return encoding == null ? format : format.withEncoding(Charset.forName(encoding));
    }

    /** @throws InvalidInputException if it is none */
    static char separator(String option, String text) {
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw new InvalidInputException(option, "one character, or tab", text.length() + " characters");
        }
        return text.charAt(0);
    }

    private String region() {
        String code = String.valueOf(region).toUpperCase(Locale.ROOT);
        if (!Set.of(Locale.getISOCountries()).contains(code)) {
            throw new InvalidInputException("--region", "an ISO 3166 code such as US", "another text");
        }
        return code;
    }

    private static <E extends Enum<E>> E constant(E[] values, String option, String text) {
        List<String> names = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int index = names.indexOf(text);
        if (index < 0) {
            throw new InvalidInputException(option, String.join(", ", names), "another text");
        }
        return values[index];
    }
}
