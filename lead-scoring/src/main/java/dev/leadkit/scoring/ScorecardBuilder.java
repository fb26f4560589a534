package dev.leadkit.scoring;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.lead.Band;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a scorecard in code, the same value that the JSON document would make. Not safe to share. */
public final class ScorecardBuilder {
    private final String name;
    private int version = 1;
    private @Nullable Double base;
    private final List<Factor> factors = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private @Nullable Integer hysteresis;
    private @Nullable Calibration calibration;
    private @Nullable BandsBy bandsBy;
    private @Nullable JsonObject learned;

    ScorecardBuilder(String name) {
        this.name = name;
    }

    public ScorecardBuilder version(int newVersion) {
        version = newVersion;
        return this;
    }

    /**
     * What every lead begins with.
     *
     * @param points −1000 to 1000, with at most three decimals
     * @throws dev.leadkit.lead.InvalidInputException if it is not finite
     */
    public ScorecardBuilder base(double points) {
        base = Numbers.finite("base", points);
        return this;
    }

    /** Adds a factor below those before it; contributions come in this order. */
    public ScorecardBuilder factor(Factor factor) {
        factors.add(factor);
        return this;
    }

    /** Adds a group, into which factors are put by its id. */
    public ScorecardBuilder group(String id, String label, int cap) {
        groups.add(new Group(id, label, cap));
        return this;
    }

    /**
     * Adds a band. Without any, hot begins at 70, warm at 40 and cold at 0.
     *
     * @throws dev.leadkit.lead.InvalidInputException if the key is no id or {@code from} is not 0 to 100
     */
    public ScorecardBuilder band(String key, int from) {
        bands.add(new Band(key, from));
        return this;
    }

    /**
     * Lets a lead stay in its band until it is so many points beyond the edge.
     *
     * @param points 1 to 50
     */
    public ScorecardBuilder hysteresis(int points) {
        hysteresis = points;
        return this;
    }

    /** Says what probability a sum stands for. */
    public ScorecardBuilder calibration(Calibration newCalibration) {
        calibration = newCalibration;
        return this;
    }

    /** Says how the bands were chosen. */
    public ScorecardBuilder bandsBy(BandsBy newBandsBy) {
        bandsBy = newBandsBy;
        return this;
    }

    /**
     * Says where a learned card came from.
     *
     * @param json one JSON object, kept as it is
     * @throws InvalidDefinitionException if it is none
     */
    public ScorecardBuilder learned(String json) {
        learned = DefinitionReader.readObject(
                "{\"learned\":" + json + "}", fields -> fields.optionalObjectAsItIs("learned"));
        return this;
    }

    /** @throws InvalidDefinitionException with all problems, placed as they would be in the JSON document */
    public Scorecard build() {
        // By way of the document, so that code and JSON can't differ in what they allow.
        return Scorecard.parse(ScorecardJson.write(
                new CardParts(name, version, base, factors, groups, bands, hysteresis, calibration, bandsBy, learned)));
    }
}
