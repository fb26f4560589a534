package dev.leadkit.csv;

import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param field absent when the column is passed over
     */
    public record Column(String header, @Nullable CsvField field) {}

    public ImportColumns {
        columns = List.copyOf(columns);
    }

    /** The headers of the columns that are passed over. */
    public List<String> ignored() {
        return columns.stream()
                .filter(column -> column.field() == null || !column.field().isImported())
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
    static ImportColumns of(List<String> header, ImportSettings settings) {
        List<Column> columns = new ArrayList<>();
        for (String cell : header) {
            String name = FormulaEscape.READ.apply(cell).strip();
            Optional<CsvField> declared = settings.columns().get(name);
            Optional<CsvField> field = declared == null ? CsvField.meantBy(name) : declared;
            columns.add(new Column(name, field.orElse(null)));
        }
        var understood = new ImportColumns(columns);
        understood.requireDeclared(settings.columns());
        understood.requireOnce();
        understood.requireKeys(settings.matchBy());
        return understood;
    }

    private void requireDeclared(Map<String, Optional<CsvField>> declared) {
        long found = declared.keySet().stream()
                .filter(header ->
                        columns.stream().anyMatch(column -> column.header().equals(header)))
                .count();
        if (found < declared.size()) {
            throw new InvalidInputException(
                    "columns",
                    "each column that was named",
                    "%d of %d in the header".formatted(found, declared.size()));
        }
        if (columns.stream().noneMatch(column -> column.field() != null)) {
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

    private void requireKeys(List<MatchKey> keys) {
        if (!keys.isEmpty() && keys.stream().noneMatch(key -> has(key.field()))) {
            String fields = keys.stream().map(key -> key.field().key()).collect(Collectors.joining(" or "));
            throw new InvalidInputException(
                    "columns", "a column for \"%s\", by which leads are matched".formatted(fields), "none");
        }
    }
}
