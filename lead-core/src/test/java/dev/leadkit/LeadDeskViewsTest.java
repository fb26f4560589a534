package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.definition.Problem;
import dev.leadkit.field.FieldDef;
import dev.leadkit.field.FieldRule;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.store.TimeRange;
import dev.leadkit.store.UnsupportedCapabilityException;
import dev.leadkit.view.NotTheOwnerException;
import dev.leadkit.view.OpenedView;
import dev.leadkit.view.SavedView;
import dev.leadkit.view.View;
import dev.leadkit.view.ViewId;
import dev.leadkit.view.ViewMode;
import dev.leadkit.view.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeadDeskViewsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder().store(store).clock(clock).build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final Views anns = desk.views();
    private final Views bens = kit.tenant("acme").as(Actor.user("ben")).views();

    @Test
    void a_view_is_saved_found_and_opened_as_a_query() {
        // docs/views.md shows these lines.
        Lead jane = desk.create(NewLead.named("Jane").tag("vip"));
        SavedView saved = desk.views()
                .save(View.named("My new ones")
                        .where("stage", "new", "contacted")
                        .where("tag", "vip")
                        .where("created", "last-7-days")
                        .where("sort", "last-activity")
                        .withColumns("name", "source", "score"));

        OpenedView opened = desk.views().open(saved, ZoneId.of("Europe/Berlin"));

        assertThat(opened.broken()).isEmpty();
        assertThat(opened.columns()).containsExactly("name", "source", "score");
        assertThat(desk.list(opened.query()).items()).containsExactly(jane);
        assertThat(opened.query().sort()).isEqualTo(LeadQuery.Sort.LAST_ACTIVITY);
        assertThat(anns.find(saved.id())).contains(saved);
        assertThat(saved.owner()).isEqualTo("ann");
        assertThat(saved.savedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_range_of_dates_moves_along() {
        SavedView saved = anns.save(View.named("Today").where("created", "today"));
        clock.advance(Duration.ofDays(3));

        LeadQuery query = anns.open(saved, BERLIN).query();

        assertThat(query.filter().created())
                .isEqualTo(TimeRange.between(
                        Instant.parse("2026-03-04T23:00:00Z"), Instant.parse("2026-03-05T23:00:00Z")));
    }

    @Test
    void one_s_own_and_the_shared_ones_are_listed_by_name() {
        SavedView mine = anns.save(View.named("b mine"));
        SavedView shared = bens.save(View.named("a shared").sharedWithAll().asBoard());
        SavedView hidden = bens.save(View.named("c private"));

        assertThat(anns.list()).containsExactly(shared, mine);
        assertThat(bens.list()).containsExactly(shared, hidden);
        assertThat(anns.find(hidden.id())).isEmpty();
        assertThat(kit.tenant("globex").as(Actor.user("ann")).views().list()).isEmpty();
        assertThat(kit.tenant("acme")
                        .as(Actor.bot("b").onBehalfOf("ann"))
                        .views()
                        .list())
                .containsExactly(shared, mine);
        assertThat(shared.view().mode()).isEqualTo(ViewMode.BOARD);
        assertThat(desk.board(BoardQuery.of(anns.open(shared, BERLIN).query().filter()))
                        .columns())
                .hasSize(5);
    }

    @Test
    void a_thousand_views_are_all_listed() {
        for (int i = 0; i < 1_001; i++) {
            anns.save(View.named("v" + i));
        }

        assertThat(anns.list())
                .hasSize(1_001)
                .extracting(saved -> saved.view().name())
                .isSorted();
    }

    @Test
    void a_change_is_made_to_what_was_seen_or_not_at_all() {
        SavedView first = anns.save(View.named("old"));
        SavedView second = anns.save(first, first.view().withName("new").where("stage", "new"));

        assertThat(second.version()).isEqualTo(2);
        assertThat(anns.find(first.id())).contains(second);
        assertThatThrownBy(() -> anns.save(first, first.view().withName("newer")))
                .isInstanceOf(StaleDocumentException.class);
        assertThatThrownBy(() -> anns.remove(first)).isInstanceOf(StaleDocumentException.class);

        anns.remove(second);
        assertThat(anns.list()).isEmpty();
        assertThatThrownBy(() -> anns.remove(second)).isInstanceOf(StaleDocumentException.class);
    }

    @Test
    void a_shared_view_is_changed_by_its_owner_alone_and_a_private_one_is_nobody_else_s_to_know() {
        SavedView shared = anns.save(View.named("s").sharedWithAll());
        SavedView hidden = anns.save(View.named("h"));
        var madeUp = new SavedView(shared.id(), 1, "ben", shared.view(), shared.savedAt());

        assertThatThrownBy(() -> bens.save(madeUp, View.named("mine now")))
                .isInstanceOfSatisfying(NotTheOwnerException.class, refused -> {
                    assertThat(refused.owner()).isEqualTo("ann");
                    assertThat(refused.view()).isEqualTo(shared.id());
                });
        assertThatThrownBy(() -> bens.remove(shared)).isInstanceOf(NotTheOwnerException.class);
        assertThatThrownBy(() -> bens.remove(hidden))
                .as("like one that is not there")
                .isInstanceOf(StaleDocumentException.class);
        assertThat(anns.list()).containsExactly(hidden, shared);
    }

    @Test
    void a_team_s_view_is_seen_by_the_team_and_changed_by_its_owner_alone() {
        Map<String, Set<String>> members = new HashMap<>();
        members.put("ann", Set.of("sales", "north"));
        members.put("ben", Set.of("sales"));
        LeadKit teamed = LeadKit.builder()
                .store(store)
                .clock(clock)
                .teams((tenant, user) ->
                        tenant.value().equals("acme") ? members.getOrDefault(user, Set.of()) : Set.of())
                .build();
        Views ann = teamed.tenant("acme").as(Actor.user("ann")).views();
        Views ben = teamed.tenant("acme").as(Actor.user("ben")).views();
        Views cy = teamed.tenant("acme").as(Actor.user("cy")).views();

        SavedView saved = ann.save(View.named("t").sharedWithTeam("sales"));

        assertThat(ann.find(saved.id()).orElseThrow().view().team()).isEqualTo("sales");
        assertThat(ben.list()).containsExactly(saved);
        assertThat(cy.list()).isEmpty();
        assertThat(cy.find(saved.id())).isEmpty();
        assertThat(teamed.tenant("globex").as(Actor.user("ben")).views().list()).isEmpty();
        assertThatThrownBy(() -> ben.save(saved, saved.view().withName("mine")))
                .isInstanceOf(NotTheOwnerException.class);
        assertThatThrownBy(() -> ben.remove(saved)).isInstanceOf(NotTheOwnerException.class);
        assertThatThrownBy(() -> cy.remove(saved)).isInstanceOf(StaleDocumentException.class);
        assertThatThrownBy(() -> ben.save(View.named("t").sharedWithTeam("north")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("view.team: expected a team that you are in, found another");
        assertThat(ben.open(saved, BERLIN).broken()).isEmpty();

        members.put("ann", Set.of("north"));

        assertThat(ben.list()).as("it stays the team's").containsExactly(saved);
        assertThat(ben.open(saved, BERLIN).broken())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/team", "unknown-team"));
        SavedView renamed = ann.save(saved, saved.view().withName("renamed"));
        SavedView moved = ann.save(renamed, renamed.view().sharedWithTeam("north"));
        assertThat(ben.list()).isEmpty();
        assertThat(ann.open(moved, BERLIN).broken()).isEmpty();
        assertThat(ann.save(moved, moved.view().forOneself()).version()).isEqualTo(4);
    }

    @Test
    void a_view_is_for_one_team_or_for_all() {
        View ofTeam = View.named("v").sharedWithTeam("sales");

        assertThat(ofTeam.sharedWithAll().team()).isNull();
        assertThat(ofTeam.sharedWithAll().sharedWithTeam("sales").shared()).isFalse();
        assertThatThrownBy(() -> new View("v", Map.of(), List.of(), ViewMode.LIST, true, "sales"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> View.named("v").sharedWithTeam(" ")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void what_a_view_names_and_is_no_more_is_reported_and_never_dropped() {
        desk.create(NewLead.unknown().tag("vip").assignee("ann"));
        SavedView saved = anns.save(View.named("v")
                .where("stage", "new", "gone")
                .where("tag", "vip")
                .where("tagNone", "left")
                .where("source", "fax")
                .where("assignee", "zoe")
                .where("band", "tepid")
                .withColumns("name", "shoe size", "tags"));

        OpenedView opened = anns.open(saved, BERLIN);

        assertThat(opened.broken())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/query/assignee/0", "unused-assignee"),
                        tuple("/query/band/0", "unused-band"),
                        tuple("/query/source/0", "unused-source"),
                        tuple("/query/stage/1", "unknown-stage"),
                        tuple("/query/tagNone/0", "unused-tag"),
                        tuple("/columns/1", "unknown-column"));
        assertThat(opened.query().filter())
                .isEqualTo(LeadFilter.all()
                        .inStage("new", "gone")
                        .taggedAny("vip")
                        .taggedNone("left")
                        .fromSource("fax")
                        .assignedTo("zoe")
                        .inBand("tepid"));
        assertThat(opened.columns()).containsExactly("name", "tags");
        assertThat(opened.broken())
                .allSatisfy(problem -> assertThat(problem.mend()).isNotBlank());
    }

    @Test
    void a_custom_field_is_a_column_for_as_long_as_it_is_defined() {
        SavedView saved = anns.save(View.named("v").withColumns("name", "field:budget"));
        Views defining = LeadKit.builder()
                .store(store)
                .fields(LeadFields.named("lead")
                        .add(FieldDef.of("budget", "Budget", FieldRule.number()))
                        .build())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"))
                .views();

        assertThat(defining.open(saved, BERLIN).columns()).containsExactly("name", "field:budget");
        assertThat(anns.open(saved, BERLIN).broken())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/columns/1", "unknown-column"));
    }

    @Test
    void a_view_of_a_pipeline_that_is_replaced_says_so() {
        SavedView saved =
                anns.save(View.named("v").where("pipeline", "five-stage").where("stage", "contacted"));
        Pipeline other = Pipeline.named("other")
                .open("a", "A")
                .won("b", "B")
                .allow("a", "b")
                .build();
        Views later = LeadKit.builder()
                .store(store)
                .pipeline(other)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"))
                .views();

        assertThat(later.open(saved, BERLIN).broken())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/query/pipeline/0", "unknown-pipeline"));
        assertThat(anns.open(saved, BERLIN).broken()).isEmpty();
    }

    @Test
    void what_can_no_longer_be_read_gives_no_query_rather_than_a_wider_one() {
        SavedView saved = anns.save(View.named("v"));
        var key = new DocumentKey("view", saved.id().toString());
        store.commit(kit.wiring()
                .changeset(kit.tenant("acme").id(), Actor.system())
                .document(
                        key,
                        1,
                        saved.toJson()
                                .replace(
                                        "\"query\":{}",
                                        "\"query\":{\"sort\":[\"shoes\"],\"colour\":[\"red\"],\"stage\":[\"new\"]}"))
                .build());

        OpenedView opened = anns.open(anns.find(saved.id()).orElseThrow(), BERLIN);

        assertThat(opened.query()).isNull();
        assertThat(opened.broken())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/query/colour", "unreadable"), tuple("/query/sort", "unreadable"));
    }

    @Test
    void a_view_that_can_not_be_read_is_not_saved() {
        assertThatThrownBy(() -> anns.save(View.named("v").where("sort", "shoes")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("sort: expected one of newest");
        assertThatThrownBy(() -> anns.save(View.named("v").where("colour", "red")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> View.named("v").where("q", "jane@acme.example"))
                .hasMessageContaining("search terms may name a person")
                .hasMessageNotContaining("jane");
        assertThatThrownBy(() -> View.named("v").where("cursor", "x")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> View.named(" ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> View.named("a\u0007b")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> View.named("x".repeat(201))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> View.named("v").withColumns("name", "name")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ViewId.parse("1-1-1-1-1")).isInstanceOf(InvalidInputException.class);
        assertThat(anns.find(new ViewId(new UUID(0, 1)))).isEmpty();
        assertThat(anns.list()).isEmpty();
    }

    @Test
    void a_store_without_documents_is_told_at_once() {
        MeddledStore plain = new MeddledStore().declaring(Capabilities.NONE);
        LeadDesk its = LeadKit.builder().store(plain).build().tenant("acme").as(Actor.user("ann"));

        assertThatThrownBy(its::views).isInstanceOf(UnsupportedCapabilityException.class);
    }
}
