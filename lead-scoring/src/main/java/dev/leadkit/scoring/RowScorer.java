package dev.leadkit.scoring;

import dev.leadkit.lead.InvalidInputException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A scorecard over the columns of a table. Each column was looked up once; a row is scored by itself. Nothing decays, as a
 * row has no time, and all that is counted is taken to be of one day. Immutable and safe to share.
 */
public final class RowScorer {
    private final Scorecard card;
    private final int[] columns;

    RowScorer(Scorecard card, List<String> headers) {
        this.card = card;
        this.columns = bind(card, headers);
    }

    private static int[] bind(Scorecard card, List<String> headers) {
        Map<String, Integer> places = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            if (places.putIfAbsent(headers.get(i), i) != null) {
                twice.add(headers.get(i));
            }
        }
        List<String> names = card.inputs();
        List<String> missing =
                names.stream().filter(name -> !places.containsKey(header(name))).toList();
        if (!missing.isEmpty()) {
            throw new UnsuppliedInputsException(card.id(), "is no column of the table", missing);
        }
        Set<String> ambiguous = new TreeSet<>();
        names.stream().map(RowScorer::header).filter(twice::contains).forEach(ambiguous::add);
        if (!ambiguous.isEmpty()) {
            throw new InvalidInputException(
                    "headers", "each column that the card reads once", "two or more of " + ambiguous);
        }
        return names.stream()
                .mapToInt(name -> places.getOrDefault(header(name), -1))
                .toArray();
    }

    /** A lead's input is read from the column of its name, such as {@code amount}. */
    private static String header(String input) {
        String column = InputCatalog.column(input);
        return column == null ? input : column;
    }

    public Scorecard card() {
        return card;
    }

    public RowScore score(Row row) {
        return card.score(new RowInputs(columns, row));
    }

    /** Scores a row of texts, as {@link Row#of} reads it. */
    public RowScore score(List<String> cells) {
        return score(Row.of(cells));
    }

    /** The sum of all points alone, neither rounded nor limited. */
    public double sum(Row row) {
        return card.breakdown(new RowInputs(columns, row)).total();
    }
}
