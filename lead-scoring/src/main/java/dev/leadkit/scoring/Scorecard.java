package dev.leadkit.scoring;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.lead.Band;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.Score;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An additive score: each factor gives or takes points, and the points add up to 0 to 100.
 *
 * <p>Points may have decimals. They are added as they are, without a limit, and the sum is limited and rounded in the end; so
 * a greater sum never gives a lower score. Contributions are whole and sum to the score exactly: each shows its points
 * rounded, what that leaves is one of its own, {@value Contribution#ROUNDING}, and where the sum leaves the range a last one,
 * {@value Contribution#LIMIT}, brings it back.
 *
 * <p>A card reads named inputs: those of a lead, or the columns of a table ({@link #forColumns}).
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

    private final CardParts parts;
    private final String id;
    private final CompiledCard compiled;
    private final LeadBinding leads;
    private final DimensionsOfEntries dimensions;

    /** @param parts checked */
    Scorecard(CardParts parts) {
        this.parts = parts;
        id = parts.name() + "@" + parts.version();
        compiled = new CompiledCard(parts);
        leads = new LeadBinding(compiled.table().inputs());
        dimensions = new DimensionsOfEntries(parts.factors());
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
        return ScorecardJson.parse(json);
    }

    /**
     * The card that ships in the jar: contact details, purchase intent, questions, messages and time, up to 100 points
     * in all.
     */
    public static Scorecard standard() {
        return parse(DefinitionReader.resource(Scorecard.class.getResourceAsStream("standard.json")));
    }

    public String name() {
        return parts.name();
    }

    /** 1 or more. */
    public int version() {
        return parts.version();
    }

    /** Name and version, as scores carry them, such as {@code default@1}. */
    public String id() {
        return id;
    }

    /** What every lead begins with, in points; empty when nothing is said. */
    public OptionalDouble base() {
        return parts.base() == null ? OptionalDouble.empty() : OptionalDouble.of(parts.base());
    }

    /** In the order of the contributions. */
    public List<Factor> factors() {
        return parts.factors();
    }

    /** Those under whose caps factors stand. */
    public List<Group> groups() {
        return parts.groups();
    }

    /** The highest first. */
    public List<Band> bands() {
        return parts.bands();
    }

    /**
     * The points beyond the edge of its band up to which a lead stays in it; 0 for none. A lead without an earlier score of
     * this card is in the band of its value, and so is one of value 0 or 100.
     */
    public int hysteresis() {
        return parts.hysteresis() == null ? 0 : parts.hysteresis();
    }

    public Optional<Calibration> calibration() {
        return Optional.ofNullable(parts.calibration());
    }

    /** How the bands were chosen; empty when nobody says. */
    public Optional<BandsBy> bandsBy() {
        return Optional.ofNullable(parts.bandsBy());
    }

    /** Where a learned card came from, as a JSON object; empty when nobody says. Nothing is computed from it. */
    public Optional<String> learned() {
        return Optional.ofNullable(parts.learned()).map(JsonText::write);
    }

    /** The names of all inputs that it reads, each once, in the order of the factors. */
    public List<String> inputs() {
        return compiled.table().inputs();
    }

    /**
     * Those of the inputs that no lead has: the columns of a table. Leads can be scored if there are none.
     *
     * @return their names, in the order of the factors
     */
    public List<String> inputsBeyondLeads() {
        return leads.unsupplied();
    }

    /** The card as its JSON document; {@link #parse} makes an equal card of it. */
    public String toJson() {
        return ScorecardJson.write(parts);
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@link Score#nextChangeAt()} is the first instant at which decay changes the points of any factor. With a
     * {@linkplain #hysteresis() hysteresis} the band depends on the way that the lead came, if its earlier score is of this
     * card; the value does not.
     *
     * @throws UnsuppliedInputsException if the card reads columns of a table, see {@link #inputsBeyondLeads()}
     */
    @Override
    public Score score(Lead lead, Instant asOf) {
        // Score cuts the instant and refuses one that is out of range.
        CardBreakdown breakdown = breakdown(lead, asOf);
        int value = breakdown.value();
        return new Score(value, band(value, lead), breakdown, id, asOf, after(decaysFrom(lead), breakdown.nextAge()));
    }

    /**
     * The same as {@link #score(Lead, Instant) score}, with the sum behind the value and the probability that it stands for,
     * from one pass.
     *
     * @throws UnsuppliedInputsException if the card reads columns of a table
     */
    public RowScore scoreWithSum(Lead lead, Instant asOf) {
        CardBreakdown breakdown = breakdown(lead, asOf);
        return scored(breakdown, band(breakdown.value(), lead));
    }

    private String band(int value, Lead lead) {
        Score before = lead.score();
        return before == null || !before.card().equals(id) ? compiled.band(value) : compiled.band(value, before.band());
    }

    /**
     * The sum of all points of a lead at an instant, neither rounded nor limited.
     *
     * @throws UnsuppliedInputsException if the card reads columns of a table
     */
    public double sum(Lead lead, Instant asOf) {
        return breakdown(lead, Input.instant("score.asOf", asOf)).total();
    }

    /**
     * The probability that a sum of points stands for.
     *
     * @param sum neither rounded nor limited, see {@link #sum} and {@link RowScorer}
     * @return 0.0 to 1.0; empty for a card without a calibration
     */
    public OptionalDouble probability(double sum) {
        Calibration calibration = parts.calibration();
        return calibration == null ? OptionalDouble.empty() : OptionalDouble.of(calibration.probability(sum));
    }

    /**
     * What an entry of this card's breakdown speaks of: a factor of what the card says, a group's cap of what all of its factors
     * do.
     *
     * @return empty for {@link Contribution#BASE}, {@link Contribution#ROUNDING} and {@link Contribution#LIMIT}, and for the cap of
     *     a group that has factors of both
     */
    public Optional<Dimension> dimension(Contribution contribution) {
        return Optional.ofNullable(dimensions.of(contribution.factor()));
    }

    /**
     * The points of a score by what they speak of, such as those of fit alone. What {@linkplain #dimension has no dimension} is in
     * neither, so both need not come to the value.
     *
     * @throws InvalidInputException if the score is of another card
     */
    public int points(Score score, Dimension dimension) {
        if (!score.card().equals(id)) {
            throw new InvalidInputException("score.card", id, score.card());
        }
        return score.contributions().stream()
                .filter(its -> dimensions.of(its.factor()) == dimension)
                .mapToInt(Contribution::points)
                .sum();
    }

    /**
     * This card over the columns of a table: an input {@code column.HEADER} is read from the column of that header, another
     * from that of its whole name.
     *
     * @param headers of all columns, as they are in the table; those that the card does not read may be anything
     * @throws UnsuppliedInputsException if the card reads a column that is not there
     * @throws dev.leadkit.lead.InvalidInputException if a column that it reads is there twice
     */
    public RowScorer forColumns(List<String> headers) {
        return new RowScorer(this, headers);
    }

    /** @throws UnsuppliedInputsException if the card reads columns of a table, see {@link #inputsBeyondLeads()} */
    @Override
    public void requireFitForLeads() {
        if (!leads.unsupplied().isEmpty()) {
            throw new UnsuppliedInputsException(id, "no lead has", leads.unsupplied());
        }
    }

    @Override
    public Set<String> askedFields() {
        return inputs().stream()
                .flatMap(input -> Stream.ofNullable(InputCatalog.field(input)))
                .map(LeadField::custom)
                .collect(Collectors.toSet());
    }

    private CardBreakdown breakdown(Lead lead, Instant at) {
        requireFitForLeads();
        Instant from = decaysFrom(lead);
        long age = from == null ? 0 : Input.micros(Input.instant("score.asOf", at)) - Input.micros(from);
        return new CardBreakdown(compiled, new LeadInputs(leads, lead), from != null, age);
    }

    private @Nullable Instant decaysFrom(Lead lead) {
        return compiled.table().hasDecay() ? lead.engagement().lastMessageAt() : null;
    }

    CardBreakdown breakdown(RowInputs row) {
        return new CardBreakdown(compiled, row, false, 0);
    }

    RowScore score(RowInputs row) {
        CardBreakdown breakdown = breakdown(row);
        return scored(breakdown, compiled.band(breakdown.value()));
    }

    private RowScore scored(CardBreakdown breakdown, String band) {
        double sum = breakdown.total();
        return new RowScore(breakdown.value(), sum, probability(sum), band, breakdown);
    }

    private static @Nullable Instant after(@Nullable Instant from, long age) {
        if (from == null || age == DecayCurve.NEVER) {
            return null;
        }
        Instant next = from.plus(age, ChronoUnit.MICROS);
        return next.isAfter(LATEST) ? null : next;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scorecard card && parts.equals(card.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return "Scorecard[%s]".formatted(id);
    }
}
