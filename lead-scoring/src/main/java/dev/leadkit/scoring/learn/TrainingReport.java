package dev.leadkit.scoring.learn;

import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.RecordJson;
import dev.leadkit.scoring.backtest.Quality;
import java.util.List;

/**
 * How a card was learned and how well it will do. Immutable.
 *
 * @param card its name and version
 * @param rows how many rows the history has
 * @param positives how many of them ended well
 * @param usedRows how many were learned from; fewer than {@code rows} when those are too many to keep
 * @param seed of what is left to chance
 * @param leftOut columns that the card does not read, and why
 * @param warnings what a person should look at
 * @param crossValidated how models did on rows that they had not seen
 * @param inSample how the card does on the rows that it was learned from; always a little better
 * @param strengths the strengths of regularisation that were tried
 * @param strength the one that was taken
 * @param pairsTried how many pairs of columns were tried, and what they gained
 * @param calibration how sums become probabilities: {@code logistic} or {@code points}
 * @param scale what 70 and 40 stand for, for people
 * @param factors those of the card, with what each bin rests on
 */
public record TrainingReport(
        String card,
        long rows,
        long positives,
        int usedRows,
        long seed,
        List<LeftOut> leftOut,
        List<String> warnings,
        Quality crossValidated,
        Quality inSample,
        List<StrengthTried> strengths,
        double strength,
        List<PairsTried> pairsTried,
        String calibration,
        String scale,
        List<FactorCurve> factors) {
    public TrainingReport {
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
        strengths = List.copyOf(strengths);
        pairsTried = List.copyOf(pairsTried);
        factors = List.copyOf(factors);
    }
    /** All of it as a JSON object, without members for what is absent. */
    public String toJson() {
        return JsonText.write(RecordJson.of(this));
    }

    /** What one wants to know first, in lines for people. */
    public String toText() {
        return ReportText.of(this);
    }
}
