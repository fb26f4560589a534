package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Band;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bands of a scorecard, which must cover 0 to 100 without a doubt. */
final class BandReader {
    /** What holds when a card names no bands. */
    static final List<Band> DEFAULT = List.of(new Band("hot", 70), new Band("warm", 40), new Band("cold", 0));

    private final Problems problems;
    private final Set<String> keys = new HashSet<>();
    private final Set<Integer> starts = new HashSet<>();
    private boolean allRead = true;

    private BandReader(Problems problems) {
        this.problems = problems;
    }

    /** The highest first. */
    static List<Band> read(JsonFields card) {
        if (!card.has("bands")) {
            card.optionalObjects("bands", band -> null); // makes the key known
            return DEFAULT;
        }
        var reader = new BandReader(card.problems());
        List<Band> bands = new ArrayList<>(card.objects("bands", reader::band));
        bands.sort(Comparator.comparingInt(Band::from).reversed());
        if (!bands.isEmpty() && reader.allRead && !reader.starts.contains(0)) {
            card.problems()
                    .add(
                            card.pointer("bands"),
                            "uncovered-scores",
                            "no band takes the scores from 0 to "
                                    + (bands.get(bands.size() - 1).from() - 1),
                            "let one band begin at 0");
        }
        return bands;
    }

    private @Nullable Band band(JsonFields fields) {
        String key = Ids.read(fields, "key");
        Integer from = fields.integer("from", 0, 100);
        if (key != null && !keys.add(key)) {
            problems.add(
                    fields.pointer("key"),
                    "duplicate-band",
                    "the band \"%s\" stands twice".formatted(key),
                    "give each band a key of its own");
        }
        if (from != null && !starts.add(from)) {
            problems.add(
                    fields.pointer("from"),
                    "duplicate-from",
                    "another band begins at %s, too".formatted(from),
                    "let each band begin at a score of its own");
        }
        allRead &= from != null;
        return key == null || from == null ? null : new Band(key, from);
    }
}
