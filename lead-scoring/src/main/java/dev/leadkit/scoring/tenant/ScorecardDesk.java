package dev.leadkit.scoring.tenant;

import dev.leadkit.Workbench;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.tenant.ScorecardHistory.Entry;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Document;
import dev.leadkit.store.Documents;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.StaleDocumentException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's scorecards in the name of one actor: published, compared, taken back. Safe to share.
 *
 * <pre>{@code
 * desk.publish(CardRole.SHADOW, next, desk.history().version());
 * ScorecardComparison report = desk.compareShadow(LeadFilter.all(), each -> {});
 * desk.promote(desk.history().version());
 * }</pre>
 *
 * <p>Each card stays kept under its name and version, which means one card for ever. To publish one scores no lead: leads
 * that are worked on from then on get its scores, and {@link dev.leadkit.LeadDesk#rescoring} brings the others along.
 *
 * <p>Whoever changes something says on which {@linkplain ScorecardHistory#version() version} of the history he decided; was
 * there another change since, a {@link StaleDocumentException} says so and nothing is written.
 */
public final class ScorecardDesk {
    private final Workbench bench;
    private final TenantScorecards cards;
    private final Documents documents;

    ScorecardDesk(Workbench bench, TenantScorecards cards) {
        this.bench = bench;
        this.cards = cards;
        this.documents = bench.store().capabilities().requireDocuments();
    }

    /** Read now, whatever is remembered. */
    public ScorecardHistory history() {
        return documents
                .find(bench.tenant(), ScorecardDocuments.HISTORY)
                .map(ScorecardDocuments::read)
                .orElse(ScorecardHistory.EMPTY);
    }

    /** The card that has a role; empty when none has, so that the kit's scorer scores, or nothing is compared. */
    public Optional<Scorecard> find(CardRole role) {
        return history().card(role).flatMap(this::find);
    }

    /** @param card name and version of a card, such as {@code b2b@3}; empty when it was never published */
    public Optional<Scorecard> find(String card) {
        return documents
                .find(bench.tenant(), ScorecardDocuments.card(card))
                .map(Document::text)
                .map(Scorecard::parse);
    }

    /** What stands against publishing a card; empty when nothing does. */
    public List<Problem> check(String json) {
        try {
            return check(Scorecard.parse(json));
        } catch (InvalidDefinitionException invalid) {
            return invalid.problems();
        }
    }

    private List<Problem> check(Scorecard card) {
        List<Problem> problems = new ArrayList<>();
        try {
            Scorecard kept = Scorecard.parse(card.toJson());
            kept.score(nobody(), Instant.EPOCH);
        } catch (InvalidDefinitionException invalid) {
            problems.addAll(invalid.problems());
        } catch (RuntimeException unfit) {
            problems.add(new Problem(
                    "",
                    "scores-no-leads",
                    "the card can't score leads: " + unfit.getMessage(),
                    "publish a card that reads nothing but what leads have"));
        }
        Optional<Scorecard> kept = find(id(card));
        if (kept.isPresent() && !kept.get().toJson().equals(card.toJson())) {
            problems.add(new Problem(
                    "/version",
                    "version-taken",
                    "%s was published before and says something else".formatted(id(card)),
                    "give the card a version that it has not had yet"));
        }
        return problems;
    }

    /** A lead of which nothing is known. */
    private Lead nobody() {
        return Lead.builder(new LeadId(new UUID(0, 0)), bench.tenant(), LeadSource.API, Instant.EPOCH)
                .build();
    }

    private static String id(Scorecard card) {
        return card.name() + "@" + card.version();
    }

    /**
     * Gives a role to a card. One that has it already keeps it, and nothing is written.
     *
     * @param seen the version of the history on which it was decided
     * @throws InvalidDefinitionException with all problems, if the card is not valid, can't score leads, or has the name and
     *     version of another one that was published before
     * @throws StaleDocumentException if the history has another version
     */
    public ScorecardHistory publish(CardRole role, Scorecard card, long seen) {
        List<Problem> problems = check(card);
        if (!problems.isEmpty()) {
            throw new InvalidDefinitionException(problems);
        }
        ScorecardHistory now = history();
        return now.card(role).equals(Optional.of(id(card)))
                ? now
                : write(now, seen, card, List.of(entry(role, id(card))));
    }

    /**
     * Makes the shadow the live card; there is no shadow then.
     *
     * @throws InvalidInputException if there is no shadow
     */
    public ScorecardHistory promote(long seen) {
        ScorecardHistory now = history();
        String shadow = now.card(CardRole.SHADOW).orElseThrow(ScorecardDesk::noShadow);
        return write(now, seen, null, List.of(entry(CardRole.LIVE, shadow), entry(CardRole.SHADOW, null)));
    }

    /**
     * Makes a card live again that was published before.
     *
     * @param card its name and version
     * @throws InvalidInputException if it was never published
     */
    public ScorecardHistory rollBack(String card, long seen) {
        ScorecardHistory now = history();
        if (!now.has(card)) {
            throw new InvalidInputException("card", "name and version of a card that was published", card);
        }
        return write(now, seen, null, List.of(entry(CardRole.LIVE, card)));
    }

    /** Leaves a role without a card: without a live one the kit's scorer scores. Nothing is written when it has none. */
    public ScorecardHistory withdraw(CardRole role, long seen) {
        ScorecardHistory now = history();
        return now.card(role).isEmpty() ? now : write(now, seen, null, List.of(entry(role, null)));
    }

    private Entry entry(CardRole role, @Nullable String card) {
        Actor actor = bench.actor();
        String by = "%s %s".formatted(actor.kind().name().toLowerCase(Locale.ROOT), actor.id());
        return new Entry(role, card, bench.clock().get(), by);
    }

    private ScorecardHistory write(ScorecardHistory now, long seen, @Nullable Scorecard card, List<Entry> entries) {
        if (now.version() != seen) {
            throw new StaleDocumentException(ScorecardDocuments.HISTORY, seen, now.version());
        }
        ScorecardHistory next = now.then(entries);
        ChangesetBuilder unit = bench.units().get();
        if (card != null && find(id(card)).isEmpty()) {
            unit.document(ScorecardDocuments.card(id(card)), 0, card.toJson());
        }
        unit.document(ScorecardDocuments.HISTORY, seen, ScorecardDocuments.write(next));
        bench.store().commit(unit.build());
        cards.changed(bench.tenant());
        bench.scorers().changed(bench.tenant()); // others within a transaction of the host
        return next;
    }

    /**
     * The shadow beside the live card, or the kit's scorer, over the open leads that pass a filter, as of now. Writes nothing,
     * and holds a page of leads at a time.
     *
     * @param each is told both scores of each lead, newest first
     * @throws InvalidInputException if there is no shadow, or nothing scores the tenant's leads
     */
    public ScorecardComparison compareShadow(LeadFilter filter, Consumer<LeadComparison> each) {
        return compare(find(CardRole.SHADOW).orElseThrow(ScorecardDesk::noShadow), filter, each);
    }

    /** The same with a card that nobody has published. */
    public ScorecardComparison compare(Scorecard other, LeadFilter filter, Consumer<LeadComparison> each) {
        return new SideBySide(bench, other).of(filter, each);
    }

    /**
     * The scores of one lead by the live card and the shadow, as of now.
     *
     * @throws LeadNotFoundException if the tenant has no such lead
     * @throws InvalidInputException if there is no shadow, or nothing scores the tenant's leads
     */
    public LeadComparison compareShadow(LeadId lead) {
        Lead its = bench.store().find(bench.tenant(), lead).orElseThrow(() -> new LeadNotFoundException(lead));
        return new SideBySide(bench, find(CardRole.SHADOW).orElseThrow(ScorecardDesk::noShadow)).of(its);
    }

    private static InvalidInputException noShadow() {
        return new InvalidInputException("scorecard", "a card that was published as shadow", "none");
    }
}
