package dev.leadkit.scoring;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.Band;
import java.util.ArrayList;
import java.util.List;

/** Makes a scorecard in code, the same value that the JSON document would make. Not safe to share. */
public final class ScorecardBuilder {
    private final String name;
    private int version = 1;
    private final List<Factor> factors = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();

    ScorecardBuilder(String name) {
        this.name = name;
    }

    public ScorecardBuilder version(int newVersion) {
        version = newVersion;
        return this;
    }

    /** Adds a factor below those before it; contributions come in this order. */
    public ScorecardBuilder factor(Factor factor) {
        factors.add(factor);
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

    /** @throws InvalidDefinitionException with all problems, placed as they would be in the JSON document */
    public Scorecard build() {
        // By way of the document, so that code and JSON can't differ in what they allow.
        return Scorecard.parse(ScorecardJson.write(name, version, factors, bands));
    }
}
