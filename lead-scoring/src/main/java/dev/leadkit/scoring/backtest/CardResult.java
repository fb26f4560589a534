package dev.leadkit.scoring.backtest;

import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.RecordJson;
import java.util.List;

/**
 * How one card did on a history.
 *
 * @param card its name and version
 * @param quality ranked by its score; its probabilities, or a hundredth of the score for a card without a calibration
 * @param calibrated whether the card says probabilities
 * @param bands the highest first
 * @param limits for each band but the lowest, what following up from there on would have meant
 */
public record CardResult(
        String card, Quality quality, boolean calibrated, List<BandResult> bands, List<Confusion> limits) {
    public CardResult {
        bands = List.copyOf(bands);
        limits = List.copyOf(limits);
    }
    /** All of it as a JSON object, without members for what is absent. */
    public String toJson() {
        return JsonText.write(RecordJson.of(this));
    }
}
