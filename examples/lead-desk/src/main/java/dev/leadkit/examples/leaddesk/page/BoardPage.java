package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadUpdate;
import dev.leadkit.board.Place;
import dev.leadkit.examples.leaddesk.rest.Problem;
import dev.leadkit.examples.leaddesk.rest.ProblemException;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.plan.Feature;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The board: the page, the parts of it that are read anew, and the moves of cards. */
final class BoardPage {
    private static final int CARDS = 25;

    /** What a stage may ask for that is a value of the lead. */
    private static final Set<String> FIELDS = Set.of("name", "email", "phone", "company", "location", "amount");

    private BoardPage() {}

    static void show(PageCall call) {
        call.desk().plan().gate(Feature.BOARD).requireRead(Feature.BOARD); // before the filter, which asks for the list
        FilterForm form = FilterForm.read(call);
        call.render(
                "board",
                Map.of(
                        "columns",
                        columns(call, form.filter(), CARDS),
                        "form",
                        form,
                        "users",
                        call.host().directory().of(call.who().tenant()),
                        "takers",
                        call.takers(),
                        "canMove",
                        canMove(call)));
    }

    /** The heads of all columns, without cards. */
    static void heads(PageCall call) {
        call.render(
                "board-heads",
                Map.of("columns", columns(call, FilterForm.read(call).filter(), 0)));
    }

    /** More cards of a column, after a cursor. */
    static void more(PageCall call) {
        FilterForm form = FilterForm.read(call, "cursor");
        Pipeline pipeline = pipeline(call);
        LeadFilter ofColumn =
                form.filter().inPipeline(pipeline.name()).inStage(call.ctx().pathParam("stage"));
        LeadQuery query = LeadQuery.of(ofColumn).sortedBy(LeadQuery.Sort.BOARD).limit(CARDS);
        String cursor = call.query("cursor");
        Page<Lead> page = call.desk().list(cursor == null ? query : query.after(cursor));
        List<CardView> cards = page.items().stream()
                .map(lead -> CardView.of(lead, pipeline, call.host().now()))
                .toList();
        call.render(
                "board-more",
                Map.of("cards", cards, "next", page.next() == null ? "" : page.next(), "canMove", canMove(call)));
    }

    /** One card; nothing for a lead that is not on the board, such as one that the filter leaves out. */
    static void card(PageCall call) {
        LeadFilter filter =
                FilterForm.read(call).filter().inPipeline(pipeline(call).name());
        Optional<Lead> lead =
                call.lead().flatMap(call.desk()::find).filter(found -> !found.withdrawn() && filter.matches(found));
        if (lead.isPresent()) {
            card(call, lead.get(), "");
        } else {
            call.ctx().html("");
        }
    }

    private static void card(PageCall call, Lead lead, String changeset) {
        CardView card = CardView.of(lead, pipeline(call), call.host().now()).withChangeset(changeset);
        call.render("board-card", Map.of("card", card, "canMove", canMove(call)));
    }

    /**
     * Moves a card, and fills in what the stage asks for, all at once or not at all: a form with {@code to}, {@code from}
     * (where it was seen), {@code place} (first, last, or the card to stand below), {@code reason} and fields.
     */
    static void move(PageCall call) throws Exception {
        LeadId id = call.lead().orElseThrow(BoardPage::missing);
        Map<String, String> form = call.form();
        LeadUpdate update = update(form);
        String assignee = form.get("assignee");
        if (assignee != null
                && call.takers().stream().noneMatch(user -> user.user().equals(assignee))) {
            throw new ProblemException(Problem.of(
                    422, "not-a-taker", "you can move it only as your own; give it to somebody else afterwards"));
        }
        boolean fillsIn = update != null || assignee != null;
        Lead moved = fillsIn
                ? call.host().transactions().once(connection -> {
                    LeadDesk desk = call.host().desk(call.who(), connection);
                    requireUnmoved(call, desk, id, form.get("from"));
                    if (update != null) {
                        desk.update(id, update);
                    }
                    if (assignee != null) {
                        desk.assign(id, assignee);
                    }
                    return moved(desk, id, form);
                })
                : movedAsSeen(call, id, form);
        card(call, moved, changeset(call.desk(), moved));
    }

    private static Lead movedAsSeen(PageCall call, LeadId id, Map<String, String> form) {
        requireUnmoved(call, call.desk(), id, form.get("from"));
        return moved(call.desk(), id, form);
    }

    private static Lead moved(LeadDesk desk, LeadId id, Map<String, String> form) {
        String to = form.getOrDefault("to", "");
        Place place = place(form.getOrDefault("place", "first"));
        return to.equals(form.get("from"))
                ? desk.cards().place(id, place)
                : desk.cards().move(id, to, form.get("reason"), place);
    }

    private static Place place(String text) {
        return switch (text) {
            case "first" -> Place.first();
            case "last" -> Place.last();
            default -> PageCall.leadId(text).map(Place::after).orElseThrow(BoardPage::missing);
        };
    }

    /** What the form fills in; null when it is nothing. */
    private static @Nullable LeadUpdate update(Map<String, String> form) {
        if (form.keySet().stream().noneMatch(FIELDS::contains)) {
            return null;
        }
        LeadUpdate update = LeadUpdate.begin();
        for (Map.Entry<String, String> field : form.entrySet()) {
            String text = field.getValue();
            update = switch (field.getKey()) {
                case "name" -> update.name(text);
                case "email" -> update.email(text);
                case "phone" -> update.phone(text, null);
                case "company" -> update.company(text);
                case "location" -> update.location(text);
                case "amount" -> update.expecting(Money.of(text, form.getOrDefault("currency", "")));
                default -> update;
            };
        }
        return update;
    }

    /** Whoever moves a card decides on the column where he sees it. */
    private static void requireUnmoved(PageCall call, LeadDesk desk, LeadId id, @Nullable String from) {
        Lead lead = desk.get(id);
        if (from == null || lead.stage().equals(from)) {
            return;
        }
        String stage = pipeline(call).findStage(lead.stage()).map(Stage::name).orElse(lead.stage());
        String who = hasHistory(desk)
                ? Timelines.last(desk, id, BoardPage::isMove)
                        .map(activity -> Words.actor(activity.actor()))
                        .orElse("somebody")
                : "somebody";
        throw new ProblemException(
                Problem.of(412, "moved-meanwhile", "%s moved it to %s meanwhile".formatted(who, stage)));
    }

    private static boolean hasHistory(LeadDesk desk) {
        return desk.plan().gate(Feature.HISTORY).access().mayRead();
    }

    private static boolean isMove(Activity activity) {
        return activity.change() instanceof Change.StageChanged;
    }

    /**
     * What is to be undone to take the move back; empty when it was only put elsewhere in its column, and where the plan opens
     * no history.
     */
    private static String changeset(LeadDesk desk, Lead moved) {
        if (!hasHistory(desk)) {
            return "";
        }
        return Timelines.last(desk, moved.id(), activity -> activity.version() == moved.version() && isMove(activity))
                .map(activity -> activity.changeset().toString())
                .orElse("");
    }

    private static List<ColumnView> columns(PageCall call, LeadFilter filter, int cards) {
        Pipeline pipeline = pipeline(call);
        Board board = call.desk().board(BoardQuery.of(filter).cards(cards));
        return board.columns().stream()
                .map(column -> ColumnView.of(column, pipeline, call.host().now()))
                .toList();
    }

    private static Pipeline pipeline(PageCall call) {
        return call.host().pipeline(call.who().tenant());
    }

    private static boolean canMove(PageCall call) {
        return call.who().role().isAtLeast(Role.REP)
                && call.desk().plan().gate(Feature.BOARD).access().mayWrite();
    }

    private static RuntimeException missing() {
        return new ProblemException(Problem.of(404, "lead-not-found", "there is no such lead"));
    }
}
