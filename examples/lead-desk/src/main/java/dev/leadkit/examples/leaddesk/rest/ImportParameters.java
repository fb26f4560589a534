package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.csv.CsvField;
import dev.leadkit.csv.CsvFormat;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.MatchKey;
import dev.leadkit.csv.NumberForm;
import dev.leadkit.csv.OnMatch;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadSource;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** How a table is imported, as the parameters say; the names are those of the command line. */
record ImportParameters(boolean dryRun, ImportSettings settings) {
    private static final String[] NAMES = {
        "dryRun", "match", "onMatch", "map", "encoding", "separator", "region", "currency", "numbers", "zone", "source"
    };

    /** @throws InvalidInputException for the first that is none */
    static ImportParameters read(Map<String, List<String>> query) {
        Parameters.requireKnown(query, NAMES);
        ImportSettings.Builder settings = ImportSettings.builder()
                .matchBy(keys(query).toArray(MatchKey[]::new))
                .format(format(query));
        one(query, "onMatch", text -> settings.onMatch(constant(OnMatch.values(), "onMatch", text)));
        one(query, "numbers", text -> settings.numbers(constant(NumberForm.values(), "numbers", text)));
        one(query, "region", text -> settings.region(region(text)));
        one(query, "currency", settings::currency);
        one(query, "source", text -> settings.source(LeadSource.of(text)));
        one(query, "zone", text -> settings.zone(zone(text)));
        for (String mapping : query.getOrDefault("map", List.of())) {
            int equals = mapping.lastIndexOf('=');
            if (equals < 1) {
                throw new InvalidInputException("map", "HEADER=field, or HEADER= to pass over it", "another text");
            }
            String header = mapping.substring(0, equals);
            String field = mapping.substring(equals + 1);
            if (field.isEmpty()) {
                settings.ignore(header);
            } else {
                settings.map(header, CsvField.of(field));
            }
        }
        return new ImportParameters(Parameters.flag(query, "dryRun"), settings.build());
    }

    private static void one(Map<String, List<String>> query, String name, Consumer<String> use) {
        String text = Parameters.one(query, name);
        if (text != null) {
            use.accept(text);
        }
    }

    private static List<MatchKey> keys(Map<String, List<String>> query) {
        String text = Parameters.one(query, "match");
        List<MatchKey> keys = new ArrayList<>();
        if (text == null) {
            keys.add(MatchKey.EMAIL);
        } else if (!text.equals("none")) {
            for (String name : text.split(",")) {
                keys.add(Arrays.stream(MatchKey.values())
                        .filter(key -> key.field().key().equals(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInputException(
                                "match", "email, phone, externalId, leadId or none", "another text")));
            }
        }
        return keys;
    }

    private static CsvFormat format(Map<String, List<String>> query) {
        CsvFormat format = CsvFormat.DETECTED;
        String separator = Parameters.one(query, "separator");
        if (separator != null) {
            if (separator.length() != 1 && !separator.equals("tab")) {
                throw new InvalidInputException(
                        "separator", "one character, or tab", separator.length() + " characters");
            }
            format = format.withSeparator(separator.equals("tab") ? '\t' : separator.charAt(0));
        }
        String encoding = Parameters.one(query, "encoding");
        return encoding == null ? format : format.withEncoding(charset(encoding));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException none) {
            throw new InvalidInputException(
                    "encoding", "the name of an encoding, such as windows-1252", "another text");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException none) {
            throw new InvalidInputException("zone", "a zone such as Europe/Berlin", "another text");
        }
    }

    private static String region(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!Set.of(Locale.getISOCountries()).contains(code)) {
            throw new InvalidInputException("region", "an ISO 3166 code such as US", "another text");
        }
        return code;
    }

    private static <E extends Enum<E>> E constant(E[] values, String name, String text) {
        List<String> names = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int index = names.indexOf(text);
        if (index < 0) {
            throw new InvalidInputException(name, String.join(", ", names), "another text");
        }
        return values[index];
    }
}
