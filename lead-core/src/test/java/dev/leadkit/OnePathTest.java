package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.board.Place;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.LineOutcome;
import dev.leadkit.csv.MatchKey;
import dev.leadkit.identity.MergeRefusedException;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.TimedRule;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A3: one attempt to get around the pipeline for each way into the desk. Those of capture are in its own module, and what
 * the code may call is held by {@code StageWritersTest} of the testkit.
 */
class OnePathTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static final Pipeline PIPELINE = Pipeline.named("p")
            .open("new", "New")
            .stage(Stage.of("guarded", "Guarded", StageCategory.OPEN).withProbability(1))
            .won("won", "Won")
            .lost("lost", "Lost")
            .allow("new", "guarded", Guard.has("email"))
            .allow("guarded", "won")
            .allow("new", "lost", Guard.has("lostReason"))
            .timed(TimedRule.move("too-early", "new", DAY, "guarded", null))
            .build();

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger score = new AtomicInteger();
    private final LeadDesk desk = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(clock)
            .pipeline(PIPELINE)
            .scorer((lead, at) -> new Score(
                    score.get(),
                    "cold",
                    List.of(new Contribution("all", "All", score.get(), "as the test says")),
                    "card@1",
                    at,
                    null))
            .build()
            .tenant("acme")
            .as(Actor.user("ann"));
    private final LeadId lead = desk.create(NewLead.named("Jane")).id();

    private String stage() {
        return desk.get(lead).stage();
    }

    @Test
    void a_transition_is_refused() {
        for (String to : List.of("guarded", "won", "lost", "nowhere", "")) {
            assertThatThrownBy(() -> desk.transition(lead, to)).isInstanceOf(TransitionRefusedException.class);
        }
        assertThat(stage()).isEqualTo("new");
    }

    @Test
    void a_bulk_is_refused() {
        assertThat(desk.bulk().transition(List.of(lead), "won").outcomes().get(lead))
                .isInstanceOf(BulkOutcome.Refused.class);
        assertThat(stage()).isEqualTo("new");
    }

    @Test
    void a_card_that_is_dragged_is_refused_and_stays_where_it_is() {
        Lead before = desk.get(lead);

        assertThatThrownBy(() -> desk.cards().move(lead, "won", Place.first()))
                .isInstanceOf(TransitionRefusedException.class);
        assertThat(desk.get(lead)).isEqualTo(before);
    }

    @Test
    void a_line_of_a_table_is_refused() {
        desk.create(NewLead.named("Joe").email("joe@acme.example"));
        ImportSettings byEmail =
                ImportSettings.builder().matchBy(MatchKey.EMAIL).build();
        CsvSource table = CsvSource.ofText("name,email,stage\nJoe,joe@acme.example,won\nNew,,guarded\nNobody,,lost");
        List<LineOutcome> outcomes = new ArrayList<>();

        ImportPlan plan = desk.imports().plan(table, byEmail, outcomes::add);
        desk.imports().run(plan, line -> {});

        assertThat(outcomes).hasSize(3).allMatch(LineOutcome.Refused.class::isInstance);
        assertThat(desk.list(LeadQuery.all()).items())
                .hasSize(2)
                .allMatch(each -> each.stage().equals("new"));
    }

    @Test
    void edits_leave_the_stage_alone() {
        desk.update(lead, LeadUpdate.begin().company("Acme").expecting(Money.of("9000", "EUR")));
        desk.assign(lead, "bob");
        desk.tag(lead, "won");
        desk.note(lead, "won!");
        desk.consent(lead, Consent.to("contact"));
        desk.bulk().tag(List.of(lead), "lost");
        desk.bulk().assign(List.of(lead), null);

        assertThat(stage()).isEqualTo("new");
    }

    @Test
    void a_merge_gives_the_survivor_no_stage_of_the_other() {
        Lead won = won();

        desk.merges().apply(desk.merges().preview(lead, won.id()));

        assertThat(stage()).isEqualTo("new");
        Lead other = desk.create(NewLead.named("Jane"));
        for (String field : List.of("stage", "lostReason", "closed")) {
            assertThatThrownBy(() -> desk.merges().preview(lead, other.id(), Map.of(field, other.id())))
                    .isInstanceOf(MergeRefusedException.class);
        }
    }

    @Test
    void taking_a_merge_apart_brings_each_back_to_a_stage_that_it_had() {
        Lead won = won();
        desk.merges().apply(desk.merges().preview(lead, won.id()));
        assertThatThrownBy(() -> desk.transition(won.id(), "lost", "price")).isInstanceOf(LeadMergedException.class);

        desk.merges().undo(won.id());

        assertThat(stage()).isEqualTo("new");
        assertThat(desk.get(won.id()).stage()).isEqualTo("won");
    }

    @Test
    void a_timed_rule_is_refused() {
        clock.advance(DAY);

        assertThat(desk.moves().tick(10).refused())
                .extracting(refused -> refused.lead())
                .containsExactly(lead);
        assertThat(stage()).isEqualTo("new");
    }

    @Test
    void reopening_is_refused_where_nothing_allows_it() {
        Lead lost = desk.transition(lead, "lost", "price");

        assertThatThrownBy(() -> desk.moves().reopen(lead)).isInstanceOf(TransitionRefusedException.class);
        assertThat(desk.get(lead)).isEqualTo(lost);
    }

    @Test
    void an_override_is_refused_to_who_may_not() {
        assertThatThrownBy(() -> desk.moves().override(lead, "won", "because I say so"))
                .isInstanceOf(TransitionRefusedException.class);
        assertThat(stage()).isEqualTo("new");
    }

    @Test
    void a_new_lead_begins_in_the_first_stage_whoever_makes_it() {
        for (Actor actor : List.of(Actor.system(), Actor.importer("file"), Actor.bot("api"))) {
            LeadDesk other = LeadKit.builder()
                    .store(new InMemoryLeadStore())
                    .pipeline(PIPELINE)
                    .build()
                    .tenant("acme")
                    .as(actor);

            assertThat(other.create(NewLead.named("Jane").tag("won").assignee("ann"))
                            .stage())
                    .isEqualTo("new");
        }
    }

    @Test
    void neither_score_nor_probability_moves_a_lead() {
        for (int value : new int[] {100, 0, 50}) {
            score.set(value);
            desk.tag(lead, "scored-" + value);

            assertThat(desk.get(lead).score()).extracting(Score::value).isEqualTo(value);
            assertThat(stage()).isEqualTo("new");
        }
        desk.update(lead, LeadUpdate.begin().email("jane@acme.example"));
        desk.transition(lead, "guarded");
        clock.advance(DAY);
        desk.note(lead, "the stage says that it is won for sure");

        assertThat(stage()).isEqualTo("guarded");
        assertThat(desk.get(lead).closed()).isFalse();
    }

    private Lead won() {
        Lead other = desk.create(NewLead.named("Jane").email("jane@acme.example"));
        desk.transition(other.id(), "guarded");
        return desk.transition(other.id(), "won");
    }
}
