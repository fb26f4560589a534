package dev.leadkit;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.PublishedPipeline;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadParameters;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Pages;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.view.NotTheOwnerException;
import dev.leadkit.view.OpenedView;
import dev.leadkit.view.SavedView;
import dev.leadkit.view.View;
import dev.leadkit.view.ViewId;
import dev.leadkit.view.ViewReferences;
import dev.leadkit.view.Views;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The desk's saved views, each a document of the store. */
final class DeskViews implements Views {
    private static final String KIND = "view";

    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final Documents documents;

    DeskViews(Wiring wiring, TenantId tenant, Actor actor) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        documents = wiring.store().capabilities().requireDocuments();
    }

    @Override
    public SavedView save(View view) {
        requireReadable(view);
        requireTeam(view, null);
        return write(new ViewId(wiring.ids().next()), 0, user(), view);
    }

    @Override
    public SavedView save(SavedView seen, View next) {
        requireReadable(next);
        SavedView stored = requireOwn(seen);
        requireTeam(next, stored.view().team());
        return write(seen.id(), seen.version(), stored.owner(), next);
    }

    private SavedView write(ViewId id, long expectedVersion, String owner, View view) {
        var next = new SavedView(id, expectedVersion + 1, owner, view, wiring.now());
        Instant at = commit(id, expectedVersion, next.toJson());
        return new SavedView(id, next.version(), owner, view, at);
    }

    @Override
    public void remove(SavedView seen) {
        requireOwn(seen);
        commit(seen.id(), seen.version(), null);
    }

    /** @return when, as it is stored */
    private Instant commit(ViewId id, long expectedVersion, @Nullable String text) {
        Changeset unit = wiring.changeset(tenant, actor)
                .document(key(id), expectedVersion, text)
                .build();
        wiring.store().commit(unit);
        return unit.at();
    }

    /** The stored view, by which it is told whose it is; what the caller saw of it could be made up. */
    private SavedView requireOwn(SavedView seen) {
        SavedView stored =
                find(seen.id()).orElseThrow(() -> new StaleDocumentException(key(seen.id()), seen.version(), 0));
        if (!stored.owner().equals(user())) {
            throw new NotTheOwnerException(stored.id(), stored.owner());
        }
        return stored;
    }

    /** @param before the team that it has already, which whoever has left it may leave there */
    private void requireTeam(View view, @Nullable String before) {
        String team = view.team();
        if (team != null && !team.equals(before) && !teams().contains(team)) {
            throw new InvalidInputException("view.team", "a team that you are in", "another");
        }
    }

    /** Whatever the zone and the day, a text is read or it is not. */
    private void requireReadable(View view) {
        parameters(pipeline(view), ZoneOffset.UTC).query(view.query());
    }

    @Override
    public Optional<SavedView> find(ViewId id) {
        return documents.find(tenant, key(id)).map(DeskViews::read).filter(saved -> saved.isVisibleTo(user(), teams()));
    }

    @Override
    public List<SavedView> list() {
        Set<String> teams = teams();
        return Pages.stream(page -> documents.list(tenant, KIND, page))
                .map(DeskViews::read)
                .filter(saved -> saved.isVisibleTo(user(), teams))
                .sorted(Comparator.comparing((SavedView saved) -> saved.view().name())
                        .thenComparing(saved -> saved.id().value()))
                .toList();
    }

    @Override
    public OpenedView open(SavedView saved, ZoneId zone) {
        Set<String> teams = wiring.teams().of(tenant, saved.owner());
        Pipeline pipeline = pipeline(saved.view());
        return new ViewReferences(pipeline, parameters(pipeline, zone), this::isColumn, teams, this::hasLead)
                .open(saved);
    }

    /** One that every lead has, or a custom field. */
    private boolean isColumn(String name) {
        String custom = LeadField.keyOfCustom(name);
        return View.COLUMNS.contains(name)
                || custom != null && wiring.fields().find(custom).isPresent();
    }

    private boolean hasLead(LeadFilter filter) {
        return !wiring.store()
                .list(tenant, LeadQuery.of(filter).limit(1))
                .items()
                .isEmpty();
    }

    /** The one that a view names, if the tenant has it, else the one that new leads enter. */
    private Pipeline pipeline(View view) {
        return view.query().getOrDefault("pipeline", List.of()).stream()
                .findFirst()
                .flatMap(name -> wiring.pipelines().find(tenant, name))
                .map(PublishedPipeline::current)
                .orElseGet(() -> wiring.pipeline(tenant));
    }

    private LeadParameters parameters(Pipeline pipeline, ZoneId zone) {
        return new LeadParameters(pipeline, zone, wiring.now());
    }

    private static SavedView read(Document document) {
        ViewId id = ViewId.parse(document.key().name());
        return SavedView.parse(id, document.version(), document.text(), document.at());
    }

    private static DocumentKey key(ViewId id) {
        return new DocumentKey(KIND, id.toString());
    }

    private Set<String> teams() {
        return wiring.teams().of(tenant, user());
    }

    private String user() {
        String person = actor.onBehalfOf();
        return person == null ? actor.id() : person;
    }
}
