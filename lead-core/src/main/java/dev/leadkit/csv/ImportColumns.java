package dev.leadkit.csv;

import dev.leadkit.field.FieldDef;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table holds what.
 *
 * @param columns in the order of the table
 */
public record ImportColumns(List<Column> columns) {
    /**
     * A column.
     *
     * @param header as it stands in the table, without blanks around it
     * @param field absent when the column is passed over, or has a custom field
     * @param custom the key of its custom field; absent when it has none
     */
    public record Column(
            String header,
            @Nullable CsvField field,
            @Nullable String custom) {
        boolean isImported() {
            return custom != null || field != null && field.isImported();
        }
    }

    public ImportColumns {
        columns = List.copyOf(columns);
    }

    /** The headers of the columns that are passed over. */
    public List<String> ignored() {
        return columns.stream()
                .filter(column -> !column.isImported())
                .map(Column::header)
                .toList();
    }

    /** The header of the first column with a field; absent when there is none. */
    @Nullable
    String headerOf(CsvField field) {
        return columns.stream()
                .filter(column -> column.field() == field)
                .map(Column::header)
                .findFirst()
                .orElse(null);
    }

    boolean has(CsvField field) {
        return headerOf(field) != null;
    }

    /**
     * Understands a header.
     *
     * @throws InvalidInputException if it is none, or is not clear; it names columns by their numbers only, because what
     *     stands in the place of a header may be a person
     */
    static ImportColumns of(List<String> header, ImportSettings settings, LeadFields fields) {
        List<Column> columns = new ArrayList<>();
        for (String cell : header) {
            String name = FormulaEscape.READ.apply(cell).strip();
            columns.add(column(name, settings, fields));
        }
        var understood = new ImportColumns(columns);
        Set<String> declared = new TreeSet<>(settings.columns().keySet());
        declared.addAll(settings.fields().keySet());
        understood.requireDeclared(declared);
        understood.requireOnce();
        understood.requireFieldsOnce();
        understood.requireKeys(settings.matchBy());
        return understood;
    }

    /** As it was declared; else by a custom field's full name, by a field of every lead, or by what people call a field. */
    private static Column column(String header, ImportSettings settings, LeadFields fields) {
        String key = settings.fields().get(header);
        if (key != null) {
            return new Column(header, null, fields.get(key).key());
        }
        Optional<CsvField> declared = settings.columns().get(header);
        if (declared != null) {
            return new Column(header, declared.orElse(null), null);
        }
        Optional<FieldDef> named = fields.all().stream()
                .filter(field -> LeadField.custom(field.key()).equals(header))
                .findFirst();
        if (named.isPresent()) {
            return new Column(header, null, named.get().key());
        }
        Optional<CsvField> known = CsvField.meantBy(header);
        return known.isPresent()
                ? new Column(header, known.get(), null)
                : new Column(header, null, called(header, fields));
    }

    /** The key of the only custom field of this key or label; absent when there is none, or are several. */
    private static @Nullable String called(String header, LeadFields fields) {
        String word = CsvField.word(header);
        List<String> keys = fields.all().stream()
                .filter(field -> !word.isEmpty()
                        && (CsvField.word(field.key()).equals(word)
                                || CsvField.word(field.label()).equals(word)))
                .map(FieldDef::key)
                .toList();
        return keys.size() == 1 ? keys.get(0) : null;
    }

    private void requireDeclared(Set<String> declared) {
        long found = declared.stream()
                .filter(header ->
                        columns.stream().anyMatch(column -> column.header().equals(header)))
                .count();
        if (found < declared.size()) {
            throw new InvalidInputException(
                    "columns",
                    "each column that was named",
                    "%d of %d in the header".formatted(found, declared.size()));
        }
        if (columns.stream().noneMatch(column -> column.field() != null || column.custom() != null)) {
            throw new InvalidInputException(
                    "columns", "a header that names at least one field, or a mapping of its columns", "none known");
        }
    }

    private void requireOnce() {
        for (CsvField field : CsvField.values()) {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).field() == field) {
                    numbers.add(i + 1);
                }
            }
            if (numbers.size() > 1 && !field.isList()) {
                throw new InvalidInputException(
                        "columns",
                        "one column for \"%s\"; map or ignore the others".formatted(field.key()),
                        "columns " + numbers.stream().map(String::valueOf).collect(Collectors.joining(" and ")));
            }
        }
    }

    private void requireFieldsOnce() {
        List<String> keys = columns.stream()
                .map(Column::custom)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        for (String key : keys) {
            if (Collections.frequency(keys, key) > 1) {
                throw new InvalidInputException(
                        "columns",
                        "one column for \"%s\"; map or ignore the others".formatted(LeadField.custom(key)),
                        "several");
            }
        }
    }

    private void requireKeys(List<MatchKey> keys) {
        if (!keys.isEmpty() && keys.stream().noneMatch(key -> has(key.field()))) {
            String fields = keys.stream().map(key -> key.field().key()).collect(Collectors.joining(" or "));
            throw new InvalidInputException(
                    "columns", "a column for \"%s\", by which leads are matched".formatted(fields), "none");
        }
    }
}
