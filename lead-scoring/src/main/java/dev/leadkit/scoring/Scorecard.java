package dev.leadkit.scoring;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.lead.Band;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.Score;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An additive score: each factor gives or takes whole points, and the points add up to 0 to 100.
 *
 * <p>Factors are added without a limit; where their sum leaves the range, a last contribution
 * {@value Contribution#LIMIT} brings it back. So the contributions sum to the score exactly, always.
 *
 * <p>Compiled once into flat arrays; immutable and safe to share. Two cards are equal when they say the same.
 *
 * <pre>{@code
 * Scorecard card = Scorecard.named("b2b")
 *         .factor(Factor.engagement("questions", "Questions asked", "engagement.questions").withEach(5).withCap(15))
 *         .factor(Factor.fit("company", "Company known", "contact.company").withBins(Bin.missing(-10)))
 *         .band("hot", 70)
 *         .band("cold", 0)
 *         .build();
 * }</pre>
 */
public final class Scorecard implements LeadScorer {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final String name;
    private final int version;
    private final List<Factor> factors;
    private final List<Band> bands;
    private final String id;
    private final FactorTable table;
    private final String[] bandOfScore = new String[101];

    /** @param bands the highest first, the last from 0 */
    Scorecard(String name, int version, List<Factor> factors, List<Band> bands, InputCatalog catalog) {
        this.name = name;
        this.version = version;
        this.factors = List.copyOf(factors);
        this.bands = List.copyOf(bands);
        id = name + "@" + version;
        table = new FactorTable(this.factors, catalog);
        int above = bandOfScore.length;
        for (Band band : this.bands) {
            Arrays.fill(bandOfScore, band.from(), above, band.key());
            above = band.from();
        }
    }

    /** Begins a scorecard in code; {@link ScorecardBuilder#build()} checks it as a whole. */
    public static ScorecardBuilder named(String name) {
        return new ScorecardBuilder(name);
    }

    /** @throws InvalidDefinitionException with all problems of the document, or if the file can't be read */
    public static Scorecard read(Path path) {
        return parse(DefinitionReader.file(path));
    }

    /** @throws InvalidDefinitionException with all problems of the document */
    public static Scorecard parse(String json) {
        return ScorecardJson.parse(json, LeadInput.CATALOG);
    }

    /**
     * The card that ships in the jar: contact details, purchase intent, questions, messages and time, up to 100 points
     * in all.
     */
    public static Scorecard standard() {
        return parse(DefinitionReader.resource(Scorecard.class.getResourceAsStream("standard.json")));
    }

    public String name() {
        return name;
    }

    /** 1 or more. */
    public int version() {
        return version;
    }

    /** In the order of the contributions. */
    public List<Factor> factors() {
        return factors;
    }

    /** The highest first. */
    public List<Band> bands() {
        return bands;
    }

    /** The card as its JSON document; {@link #parse} makes an equal card of it. */
    public String toJson() {
        return ScorecardJson.write(name, version, factors, bands);
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@link Score#nextChangeAt()} is the first instant at which decay changes the points of any factor.
     */
    @Override
    public Score score(Lead lead, Instant asOf) {
        return score(new LeadInputs(lead), asOf);
    }

    Score score(Inputs inputs, Instant asOf) {
        Instant at = Input.instant("score.asOf", asOf);
        Instant decaysFrom = table.hasDecay() ? inputs.decaysFrom() : null;
        long age = decaysFrom == null ? 0 : micros(at) - micros(decaysFrom);
        long nextAge = HalfLife.NEVER;
        int sum = 0;
        var contributions = new Contribution[table.size()];
        for (int f = 0; f < contributions.length; f++) {
            int seen = table.points(f, inputs);
            int capped = Numbers.within(seen, table.cap(f));
            int points = capped;
            if (table.halfLife(f) > 0 && decaysFrom != null) {
                points = HalfLife.left(capped, table.halfLife(f), age);
                nextAge = Math.min(nextAge, HalfLife.nextChange(capped, points, table.halfLife(f)));
            }
            String because = inputs.because(table.slot(f));
            if (points != seen) {
                because = explain(because, seen, capped, points);
            }
            Factor factor = factors.get(f);
            contributions[f] = new Contribution(factor.id(), factor.label(), points, because);
            sum += points;
        }
        int value = Math.max(0, Math.min(100, sum));
        return new Score(
                value,
                bandOfScore[value],
                List.of(value == sum ? contributions : limited(contributions, sum, value)),
                id,
                at,
                decaysFrom == null ? null : after(decaysFrom, nextAge));
    }

    private static @Nullable Instant after(Instant from, long age) {
        if (age == HalfLife.NEVER) {
            return null;
        }
        Instant next = from.truncatedTo(ChronoUnit.MICROS).plus(age, ChronoUnit.MICROS);
        return next.isAfter(LATEST) ? null : next;
    }

    /** Not {@code ChronoUnit.MICROS.between}, which overflows after 292 years. */
    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }

    private static String explain(String because, int seen, int capped, int points) {
        String cap = seen == capped ? "" : ", capped at " + capped;
        String decay = capped == points ? "" : ", decayed from " + capped;
        return because + cap + decay;
    }

    private static Contribution[] limited(Contribution[] contributions, int sum, int value) {
        Contribution[] all = Arrays.copyOf(contributions, contributions.length + 1);
        String because = "the sum is " + sum;
        all[contributions.length] = new Contribution(Contribution.LIMIT, "Limit", value - sum, because);
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scorecard card
                && name.equals(card.name)
                && version == card.version
                && factors.equals(card.factors)
                && bands.equals(card.bands);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version, factors, bands);
    }

    @Override
    public String toString() {
        return "Scorecard[%s]".formatted(id);
    }
}
