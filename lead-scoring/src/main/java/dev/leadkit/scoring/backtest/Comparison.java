package dev.leadkit.scoring.backtest;

import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.RecordJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two cards side by side on the same rows.
 *
 * @param changed how many rows change band
 * @param moves how many change from which band to which, as {@code warm → hot}
 * @param changes the first of those rows, no more than were asked for
 */
public record Comparison(
        CardResult first, CardResult second, long changed, Map<String, Long> moves, List<BandChange> changes) {
    public Comparison {
        moves = Collections.unmodifiableMap(new LinkedHashMap<>(moves));
        changes = List.copyOf(changes);
    }
    /** All of it as a JSON object, without members for what is absent. */
    public String toJson() {
        return JsonText.write(RecordJson.of(this));
    }
}
