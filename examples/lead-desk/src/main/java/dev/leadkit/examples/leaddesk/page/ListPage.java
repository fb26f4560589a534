package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.LeadDesk;
import dev.leadkit.definition.Problem;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.Gate;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.DateRange;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.Page;
import dev.leadkit.view.SavedView;
import dev.leadkit.view.ViewId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The leads as a table: filters and order in the address, pages by cursor, views that were saved. */
final class ListPage {
    private static final List<Sort> SORTS = List.of(Sort.NEWEST, Sort.OLDEST, Sort.LAST_ACTIVITY, Sort.SCORE);
    private static final List<String> PAGING = List.of("cursor", "view", "shown", "total");
    private static final int LEADS = 50;

    private ListPage() {}

    /** A choice of the form. */
    record Choice(String value, String word, String colour) {
        static Choice ofKey(String key) {
            return new Choice(key, Words.ofKey(key), "");
        }
    }

    /**
     * A line of the table.
     *
     * @param stage its name and colour
     */
    record Line(CardView lead, Choice stage) {}

    /**
     * A saved view as a link.
     *
     * @param isOwn whether whoever looks may take it away
     * @param sharedWith who else sees it, in a word; empty when nobody does
     */
    record Tab(
            String id, String name, String address, boolean isOpen, boolean isOwn, String sharedWith, long version) {}

    static void show(PageCall call) {
        Map<String, Object> model = new HashMap<>();
        FilterForm form = form(call, model);
        LeadDesk desk = call.desk();
        Pipeline pipeline = call.host().pipeline(call.who().tenant());
        Page<Lead> page = desk.list(query(call, form));
        int shown = number(call.query("shown"));
        model.put("form", form);
        model.put(
                "lines",
                page.items().stream().map(lead -> line(call, lead, pipeline)).toList());
        model.put("next", page.next() == null ? "" : page.next());
        model.put("isFirst", call.query("cursor") == null);
        model.put("from", shown + 1);
        model.put("to", shown + page.items().size());
        model.put("total", count(call, form, pipeline, page, shown));
        model.put("tabs", tabs(call));
        model.put("broken", broken(call));
        choices(call, pipeline, model);
        call.render("list", model);
    }

    private static FilterForm form(PageCall call, Map<String, Object> model) {
        String[] others = PAGING.toArray(new String[0]);
        model.put("wrong", "");
        try {
            return FilterForm.read(call, others);
        } catch (InvalidInputException wrong) {
            model.put("wrong", "%s: expected %s".formatted(wrong.field(), wrong.expected()));
            return FilterForm.unread(call, others);
        }
    }

    private static LeadQuery query(PageCall call, FilterForm form) {
        LeadQuery query = form.parameters().containsKey("limit")
                ? form.query()
                : form.query().limit(LEADS);
        String cursor = call.query("cursor");
        return cursor == null ? query : query.after(cursor);
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 0;
    }

    /** How many there are in all; the columns of the board know it, and later pages have it from the first. */
    private static long count(PageCall call, FilterForm form, Pipeline pipeline, Page<Lead> page, int shown) {
        if (page.next() == null) {
            return (long) shown + page.items().size();
        }
        int told = number(call.query("total"));
        if (told > shown) {
            return told;
        }
        LeadFilter filter = form.filter();
        String inOther = filter.pipeline();
        LeadFilter counted = inOther == null ? filter.inPipeline(pipeline.name()) : filter;
        return call.desk().board(BoardQuery.of(counted).cards(0)).columns().stream()
                .mapToLong(Board.Column::count)
                .sum();
    }

    private static Line line(PageCall call, Lead lead, Pipeline pipeline) {
        return new Line(
                CardView.of(lead, pipeline, call.host().now()), stage(pipeline.findStage(lead.stage()), lead.stage()));
    }

    static Choice stage(Optional<Stage> stage, String key) {
        return new Choice(key, stage.map(Stage::name).orElse(key), ColumnView.colour(stage.orElse(null)));
    }

    private static void choices(PageCall call, Pipeline pipeline, Map<String, Object> model) {
        model.put(
                "stages",
                pipeline.stages().stream()
                        .map(stage -> stage(Optional.of(stage), stage.key()))
                        .toList());
        model.put("pipelineStages", pipeline.stages());
        model.put(
                "sources",
                Stream.of(
                                LeadSource.WIDGET,
                                LeadSource.WHATSAPP,
                                LeadSource.MESSENGER,
                                LeadSource.API,
                                LeadSource.MANUAL)
                        .map(source -> Choice.ofKey(source.key()))
                        .toList());
        model.put(
                "ranges",
                Arrays.stream(DateRange.values())
                        .map(range -> Choice.ofKey(range.key()))
                        .toList());
        model.put("sorts", SORTS.stream().map(sort -> Choice.ofKey(sort.key())).toList());
        model.put("users", call.host().directory().of(call.who().tenant()));
        model.put(
                "teams",
                new TreeSet<>(call.host()
                        .kit()
                        .wiring()
                        .teams()
                        .of(call.who().tenant(), call.who().user())));
        model.put("canWork", call.who().role().isAtLeast(Role.REP));
        Gate bulk = call.desk().plan().gate(Feature.BULK);
        model.put(
                "canBulk",
                call.who().role().isAtLeast(Role.REP) && bulk.access().mayWrite());
        model.put("bulkHint", bulk.access().mayWrite() || bulk.upgradeHint() == null ? "" : bulk.upgradeHint());
        model.put("canManage", call.who().role().isAtLeast(Role.MANAGER));
    }

    private static List<Tab> tabs(PageCall call) {
        if (!call.desk().plan().gate(Feature.VIEWS).access().mayRead()) {
            return List.of();
        }
        return call.desk().views().list().stream()
                .map(saved -> tab(call, saved))
                .toList();
    }

    private static Tab tab(PageCall call, SavedView saved) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(saved.view().query());
        String id = saved.id().toString();
        parameters.put("view", List.of(id));
        return new Tab(
                id,
                saved.view().name(),
                FilterForm.address(parameters),
                id.equals(call.query("view")),
                saved.owner().equals(call.who().user()),
                saved.view().shared() ? "shared" : saved.view().team() != null ? "team" : "",
                saved.version());
    }

    /** What the view names and there is no more. */
    private static List<String> broken(PageCall call) {
        String id = call.query("view");
        if (id == null) {
            return List.of();
        }
        try {
            return call
                    .desk()
                    .views()
                    .find(ViewId.parse(id))
                    .map(saved ->
                            call.desk().views().open(saved, ZoneOffset.UTC).broken())
                    .orElse(List.of())
                    .stream()
                    .map(Problem::message)
                    .toList();
        } catch (InvalidInputException none) {
            return List.of();
        }
    }

    /** Where a table is read in. */
    static void imports(PageCall call) {
        call.desk().imports(); // refused here, before somebody has chosen a file
        call.render("import", Map.of());
    }
}
