package dev.leadkit.csv;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a table is imported.
 *
 * <pre>{@code
 * ImportSettings.builder()
 *         .matchBy(MatchKey.EXTERNAL_ID, MatchKey.EMAIL)
 *         .onMatch(OnMatch.FILL_GAPS)
 *         .map("Ansprechpartner", CsvField.NAME)
 *         .region("DE")
 *         .currency("EUR")
 *         .build();
 * }</pre>
 *
 * @param matchBy the first of these for which a line has a value says which lead it is about; a line with none of them is
 *     refused. Empty: no lead is looked for, and each line makes one, also when the table comes again
 * @param columns the fields of columns, by the header as it stands in the table; empty for a column to be passed over.
 *     Other columns are known by the keys and synonyms of {@link CsvField}
 * @param fields the keys of the custom fields of columns, by the header as it stands in the table. Other columns are known by
 *     {@code field:KEY}, by the key or by the label
 * @param source of leads that are made, where the line says none
 * @param region the ISO 3166 region for numbers without a country code; absent when unknown
 * @param currency of amounts where the line says none; absent when each must say its own
 * @param zone in which times without an offset are meant
 */
public record ImportSettings(
        CsvFormat format,
        List<MatchKey> matchBy,
        OnMatch onMatch,
        Map<String, Optional<CsvField>> columns,
        Map<String, String> fields,
        LeadSource source,
        @Nullable String region,
        @Nullable String currency,
        NumberForm numbers,
        ZoneId zone) {
    /** The source of leads that are made, unless said otherwise. */
    public static final LeadSource IMPORT = LeadSource.of("import");

    public ImportSettings {
        matchBy = List.copyOf(matchBy);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings. Not safe to share. */
    public static final class Builder {
        private CsvFormat format = CsvFormat.DETECTED;
        private List<MatchKey> matchBy = List.of(MatchKey.EMAIL);
        private OnMatch onMatch = OnMatch.UPDATE;
        private final Map<String, Optional<CsvField>> columns = new LinkedHashMap<>();
        private final Map<String, String> fields = new LinkedHashMap<>();
        private LeadSource source = IMPORT;
        private @Nullable String region;
        private @Nullable String currency;
        private NumberForm numbers = NumberForm.PLAIN;
        private ZoneId zone = ZoneOffset.UTC;

        private Builder() {}

        /** What is known of the table; all is detected unless said otherwise. */
        public Builder format(CsvFormat itsFormat) {
            format = itsFormat;
            return this;
        }

        /** By what leads are found, see {@link ImportSettings#matchBy}; by e-mail unless said otherwise. */
        public Builder matchBy(MatchKey... keys) {
            matchBy = List.of(keys);
            return this;
        }

        /** What becomes of leads that are found; they are updated unless said otherwise. */
        public Builder onMatch(OnMatch what) {
            onMatch = what;
            return this;
        }

        /** @throws InvalidInputException if imports don't read this field */
        public Builder map(String header, CsvField field) {
            if (!field.isImported()) {
                throw new InvalidInputException("field", "a field that imports read", field.key());
            }
            columns.put(header.strip(), Optional.of(field));
            return this;
        }

        /** @param key of a custom field; whether there is one is asked with the plan */
        public Builder mapField(String header, String key) {
            fields.put(header.strip(), key);
            return this;
        }

        /** Passes over a column. */
        public Builder ignore(String header) {
            columns.put(header.strip(), Optional.empty());
            return this;
        }

        public Builder source(LeadSource ofNewLeads) {
            source = ofNewLeads;
            return this;
        }

        /** The ISO 3166 region in which numbers without a country code are meant. */
        public Builder region(String code) {
            region = Input.id("region", code);
            return this;
        }

        /** @throws InvalidInputException if it is no ISO 4217 code */
        public Builder currency(String code) {
            currency = new Money(BigDecimal.ZERO, code).currency();
            return this;
        }

        public Builder numbers(NumberForm form) {
            numbers = form;
            return this;
        }

        public Builder zone(ZoneId itsZone) {
            zone = itsZone;
            return this;
        }

        /** @throws InvalidInputException if a match key is named twice */
        public ImportSettings build() {
            if (matchBy.stream().distinct().count() < matchBy.size()) {
                throw new InvalidInputException("matchBy", "each key once", "one twice");
            }
            return new ImportSettings(
                    format,
                    new ArrayList<>(matchBy),
                    onMatch,
                    columns,
                    fields,
                    source,
                    region,
                    currency,
                    numbers,
                    zone);
        }
    }
}
