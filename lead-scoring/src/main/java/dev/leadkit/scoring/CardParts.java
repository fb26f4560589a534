package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.lead.Band;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a scorecard says.
 *
 * @param base what every lead begins with; absent for nothing
 * @param bands the highest first, the last from 0; while a card is being built in any order, and none for the usual ones
 * @param hysteresis the points beyond a band's edge up to which a lead stays in it; absent for none
 * @param learned where the card came from; absent when nobody says
 */
record CardParts(
        String name,
        int version,
        @Nullable Double base,
        List<Factor> factors,
        List<Group> groups,
        List<Band> bands,
        @Nullable Integer hysteresis,
        @Nullable Calibration calibration,
        @Nullable BandsBy bandsBy,
        @Nullable JsonObject learned) {
    CardParts {
        factors = List.copyOf(factors);
        groups = List.copyOf(groups);
        bands = List.copyOf(bands);
    }
}
