package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.insight.BusinessHours;
import dev.leadkit.insight.CohortFunnel;
import dev.leadkit.insight.Conversion;
import dev.leadkit.insight.Conversion.Basis;
import dev.leadkit.insight.Dimension;
import dev.leadkit.insight.Forecast;
import dev.leadkit.insight.Insights;
import dev.leadkit.insight.LeadHistory;
import dev.leadkit.insight.LostLeads;
import dev.leadkit.insight.MorningReview;
import dev.leadkit.insight.PeriodFunnel;
import dev.leadkit.insight.ResponseTarget;
import dev.leadkit.insight.ResponseTimes;
import dev.leadkit.insight.SkippedStages;
import dev.leadkit.insight.StageTimes;
import dev.leadkit.insight.TimeInStage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.DateRange;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.TimeRange;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadDeskInsightsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Ninety for a lead with the tag hot, ten for any other. */
    private static final LeadScorer BY_TAG = (lead, asOf) -> {
        int points = lead.tags().contains("hot") ? 90 : 10;
        return new Score(
                points,
                points == 90 ? "hot" : "cold",
                List.of(new Contribution("tag", "Tag", points, "tags")),
                "card@1",
                asOf,
                null);
    };

    private final MovableClock clock = new MovableClock();
    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final LeadKit kit = kit(Pipeline.fiveStage());
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));

    private LeadKit kit(Pipeline pipeline) {
        return LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(pipeline)
                .scorer(BY_TAG)
                .build();
    }

    private Lead lead(String name, String... tags) {
        NewLead wanted = NewLead.named(name).source(LeadSource.WIDGET).assignee("ann");
        for (String tag : tags) {
            wanted = wanted.tag(tag);
        }
        return desk.create(wanted);
    }

    private void hours(int hours) {
        clock.advance(Duration.ofHours(hours));
    }

    @Test
    void a_team_sees_its_month() {
        Lead jane = lead("Jane", "hot");
        Lead john = lead("John");
        lead("Joe");
        hours(1);
        desk.transition(jane.id(), "contacted");
        hours(2);
        desk.transition(john.id(), "lost", "price");
        desk.transition(jane.id(), "converted");
        hours(1);

        Insights insights = desk.insights();
        TimeRange month = DateRange.THIS_MONTH.at(insights.asOf(), BERLIN);
        CohortFunnel funnel = insights.cohortFunnel(month, SkippedStages.IMPUTED);
        Conversion byBand = insights.conversion(month, Basis.CREATED, Dimension.BAND);
        LostLeads lost = insights.lostLeads(month);
        StageTimes times = insights.stageTimes(month);
        ResponseTimes responses =
                insights.responseTimes(month, ResponseTarget.within(Duration.ofHours(2)), Dimension.ASSIGNEE);

        assertThat(funnel.steps())
                .containsExactly(
                        new CohortFunnel.Step("new", 3, 0, 1, 0, 1, 1),
                        new CohortFunnel.Step("contacted", 1, 0, 1, 0, 0, 0),
                        new CohortFunnel.Step("qualified", 1, 1, 1, 0, 0, 0),
                        new CohortFunnel.Step("converted", 1, 0, 0, 1, 0, 0));
        assertThat(funnel.conversion()).hasValue(1.0 / 3);
        assertThat(byBand.rows())
                .containsExactly(new Conversion.Row("cold", 2, 0, 1, 1), new Conversion.Row("hot", 1, 1, 0, 0));
        assertThat(lost.cells()).containsExactly(new LostLeads.Cell("price", "new", "widget", "ann", 1));
        assertThat(times.stages().get(0)).isEqualTo(new StageTimes.OfStage("new", 3, 2, 1, Duration.ofHours(3), null));
        assertThat(responses.total().inTime()).isEqualTo(1);
        assertThat(responses.total().late()).isEqualTo(1);
        assertThat(responses.total().overdue()).isEqualTo(1);
        assertThat(responses.rows()).extracting(ResponseTimes.Row::key).containsExactly("ann");
    }

    @Test
    void a_leap_counts_for_what_it_leaps_over_only_where_that_is_asked_for() {
        desk.transition(lead("Jane").id(), "converted");
        Insights insights = desk.insights();

        assertThat(insights.cohortFunnel(TimeRange.ALWAYS, SkippedStages.IMPUTED)
                        .steps())
                .extracting(CohortFunnel.Step::stage, CohortFunnel.Step::reached, CohortFunnel.Step::leapt)
                .containsExactly(
                        tuple("new", 1L, 0L),
                        tuple("contacted", 1L, 1L),
                        tuple("qualified", 1L, 1L),
                        tuple("converted", 1L, 0L));
        assertThat(insights.cohortFunnel(TimeRange.ALWAYS, SkippedStages.AS_RECORDED)
                        .steps())
                .extracting(CohortFunnel.Step::reached)
                .containsExactly(1L, 0L, 0L, 1L);
        assertThat(insights.periodFunnel(TimeRange.ALWAYS, SkippedStages.IMPUTED)
                        .steps())
                .extracting(PeriodFunnel.Step::onward)
                .containsExactly(1L, 1L, 1L, 0L);
    }

    @Test
    void a_merged_lead_counts_once_and_twice_when_taken_apart_again() {
        Lead jane = lead("Jane");
        hours(48);
        Lead jm = lead("J. Miller");
        desk.transition(jm.id(), "lost", "price");
        desk.merges().apply(desk.merges().preview(jane.id(), jm.id()));

        assertThat(desk.insights()
                        .cohortFunnel(TimeRange.ALWAYS, SkippedStages.IMPUTED)
                        .leads())
                .isEqualTo(1);
        assertThat(desk.insights().lostLeads(TimeRange.ALWAYS).total()).isZero();

        desk.merges().undo(jm.id());

        assertThat(desk.insights()
                        .cohortFunnel(TimeRange.ALWAYS, SkippedStages.IMPUTED)
                        .leads())
                .isEqualTo(2);
        assertThat(desk.insights().lostLeads(TimeRange.ALWAYS).total()).isEqualTo(1);
    }

    @Test
    void a_lead_is_of_the_cohort_in_which_the_first_of_its_parts_was_created_and_keeps_its_own_visits() {
        Instant begin = clock.instant();
        Lead older = lead("J. Miller");
        hours(48);
        Lead jane = lead("Jane");
        hours(5);
        desk.merges().apply(desk.merges().preview(jane.id(), older.id()));

        Insights insights = desk.insights();
        LeadHistory history = insights.histories().findFirst().orElseThrow();

        assertThat(insights.cohortFunnel(TimeRange.between(begin, begin.plusSeconds(1)), SkippedStages.IMPUTED)
                        .leads())
                .isEqualTo(1);
        assertThat(history.createdAt()).isEqualTo(begin);
        assertThat(history.timeIn("new"))
                .contains(new TimeInStage(
                        1, begin.plus(Duration.ofHours(48)), null, Duration.ofHours(5), Duration.ofHours(5)));
    }

    @Test
    void a_closed_lead_that_goes_on_to_another_stage_of_the_kind_stays_in_its_month_with_whom_it_was() {
        Pipeline pipeline = Pipeline.named("p")
                .open("new", "New")
                .won("won", "Won")
                .won("delivered", "Delivered")
                .lost("lost", "Lost")
                .lost("spam", "Spam")
                .startingAt("new")
                .allow("new", "won")
                .allow("won", "delivered")
                .allow("new", "lost")
                .allow("lost", "spam")
                .build();
        LeadDesk another = kit(pipeline).tenant("acme").as(Actor.user("ann"));
        LeadId won = another.create(NewLead.named("Jane").assignee("ann")).id();
        LeadId lost = another.create(NewLead.named("Joe").assignee("ann")).id();
        hours(1);
        another.transition(won, "won");
        another.transition(lost, "lost", "price");
        TimeRange then = TimeRange.between(clock.instant(), clock.instant().plusSeconds(1));
        hours(1);
        another.assign(won, "logistics");
        another.assign(lost, "archive");
        another.transition(won, "delivered");
        another.transition(lost, "spam");
        TimeRange since = new TimeRange(then.before(), null);

        Insights insights = another.insights();

        assertThat(insights.conversion(then, Conversion.Basis.CLOSED, Dimension.ASSIGNEE)
                        .rows())
                .containsExactly(new Conversion.Row("ann", 2, 1, 1, 0));
        assertThat(insights.conversion(since, Conversion.Basis.CLOSED, Dimension.ASSIGNEE)
                        .rows())
                .isEmpty();
        assertThat(insights.lostLeads(then).cells())
                .containsExactly(new LostLeads.Cell("price", "new", "manual", "ann", 1));
        assertThat(insights.lostLeads(since).total()).isZero();
    }

    @Test
    void a_lead_that_is_reopened_is_not_lost_and_its_way_back_is_in_the_period() {
        Pipeline pipeline = Pipeline.named("p")
                .open("new", "New")
                .won("won", "Won")
                .lost("lost", "Lost")
                .allow("new", "won")
                .allow("new", "lost")
                .allow("lost", "new")
                .build();
        LeadDesk another = kit(pipeline).tenant("acme").as(Actor.user("ann"));
        LeadId lead = another.create(NewLead.named("Jane")).id();
        hours(1);
        another.transition(lead, "lost", "price");
        Instant lostAt = clock.instant();
        hours(1);
        another.transition(lead, "new");
        hours(1);

        Insights insights = another.insights();

        assertThat(insights.lostLeads(TimeRange.ALWAYS).total()).isZero();
        assertThat(insights.asOf(lostAt).lostLeads(TimeRange.ALWAYS).total()).isEqualTo(1);
        PeriodFunnel period = insights.periodFunnel(TimeRange.ALWAYS, SkippedStages.AS_RECORDED);
        assertThat(List.of(period.created(), period.lost(), period.reopened())).containsExactly(1L, 1L, 1L);
        assertThat(insights.history(lead).orElseThrow().timeIn("new"))
                .contains(new TimeInStage(
                        2, clock.instant().minus(Duration.ofHours(1)), null, Duration.ofHours(1), Duration.ofHours(2)));
    }

    @Test
    void a_stage_of_an_earlier_version_is_read_as_the_one_that_took_its_place() {
        Pipeline old = Pipeline.named("p")
                .open("new", "New")
                .open("demo", "Demo")
                .won("won", "Won")
                .free()
                .build();
        Pipeline present = Pipeline.named("p")
                .version(2)
                .open("new", "New")
                .open("trial", "Trial")
                .won("won", "Won")
                .free()
                .build();
        LeadDesk before = kit(old).tenant("acme").as(Actor.user("ann"));
        LeadId lead = before.create(NewLead.named("Jane")).id();
        before.transition(lead, "demo");
        Insights insights = kit(present).tenant("acme").as(Actor.user("ann")).insights();

        assertThat(insights.cohortFunnel(TimeRange.ALWAYS, SkippedStages.IMPUTED)
                        .steps())
                .containsExactly(
                        new CohortFunnel.Step("new", 1, 0, 0, 0, 0, 1),
                        new CohortFunnel.Step("trial", 0, 0, 0, 0, 0, 0),
                        new CohortFunnel.Step("won", 0, 0, 0, 0, 0, 0));
        assertThat(insights.renamed(Map.of("demo", "trial"))
                        .cohortFunnel(TimeRange.ALWAYS, SkippedStages.IMPUTED)
                        .steps())
                .containsExactly(
                        new CohortFunnel.Step("new", 1, 0, 1, 0, 0, 0),
                        new CohortFunnel.Step("trial", 1, 0, 0, 0, 0, 1),
                        new CohortFunnel.Step("won", 0, 0, 0, 0, 0, 0));
        assertThatThrownBy(() -> insights.renamed(Map.of("demo", "nowhere")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void what_was_then_is_told_as_of_then() {
        Lead jane = lead("Jane");
        hours(1);
        Instant then = clock.instant();
        hours(1);
        desk.assign(jane.id(), "ben");
        desk.transition(jane.id(), "converted");

        Insights insights = desk.insights();

        assertThat(insights.conversion(TimeRange.ALWAYS, Basis.CREATED, Dimension.ASSIGNEE)
                        .rows())
                .containsExactly(new Conversion.Row("ben", 1, 1, 0, 0));
        assertThat(insights.asOf(then)
                        .conversion(TimeRange.ALWAYS, Basis.CREATED, Dimension.ASSIGNEE)
                        .rows())
                .containsExactly(new Conversion.Row("ann", 1, 0, 0, 1));
        assertThat(insights.asOf(jane.createdAt().minusSeconds(1)).histories()).isEmpty();
    }

    @Test
    void a_band_is_the_one_that_a_closed_lead_had_when_it_was_closed() {
        Lead jane = lead("Jane", "hot");
        desk.transition(jane.id(), "converted");
        hours(1);
        desk.untag(jane.id(), "hot");

        assertThat(desk.insights()
                        .conversion(TimeRange.ALWAYS, Basis.CLOSED, Dimension.BAND)
                        .rows())
                .containsExactly(new Conversion.Row("hot", 1, 1, 0, 0));
    }

    @Test
    void only_the_leads_that_pass_a_filter_are_in_the_figures() {
        lead("Jane", "hot");
        lead("John");

        Insights hot = desk.insights().among(LeadFilter.all().taggedAny("hot"));

        assertThat(hot.cohortFunnel(TimeRange.ALWAYS, SkippedStages.IMPUTED).leads())
                .isEqualTo(1);
        assertThat(hot.forecast().leads()).isEqualTo(1);
        assertThat(hot.morningReview(10).hot().items()).hasSize(1);
    }

    @Test
    void windows_are_half_open() {
        Lead jane = lead("Jane");
        Instant at = jane.createdAt();
        hours(1);
        Insights insights = desk.insights();

        for (TimeRange with : List.of(TimeRange.between(at, at.plusSeconds(1)), new TimeRange(at, null))) {
            assertThat(insights.cohortFunnel(with, SkippedStages.IMPUTED).leads())
                    .isEqualTo(1);
            assertThat(insights.periodFunnel(with, SkippedStages.IMPUTED).created())
                    .isEqualTo(1);
        }
        for (TimeRange without : List.of(TimeRange.between(at.minusSeconds(1), at), TimeRange.between(at, at))) {
            assertThat(insights.cohortFunnel(without, SkippedStages.IMPUTED).leads())
                    .isZero();
            assertThat(insights.periodFunnel(without, SkippedStages.IMPUTED).created())
                    .isZero();
        }
    }

    @Test
    void long_lists_and_timelines_are_read_to_the_end() {
        Lead jane = lead("Jane");
        for (int i = 0; i < 501; i++) {
            desk.note(jane.id(), "called again");
            lead("Lead " + i);
        }
        desk.transition(jane.id(), "lost", "never there");

        CohortFunnel funnel = desk.insights().cohortFunnel(TimeRange.ALWAYS, SkippedStages.IMPUTED);

        assertThat(funnel.leads()).isEqualTo(502);
        assertThat(funnel.lost()).isEqualTo(1);
    }

    /** Four on Friday afternoon; the first answer comes on Monday, the team being there from nine to five. */
    @Test
    void an_agent_s_message_is_an_answer_and_nights_and_weekends_do_not_count() {
        BusinessHours hours = BusinessHours.in(BERLIN)
                .open(
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY);
        Instant asked = Instant.parse("2026-03-06T15:00:00Z");
        Instant before = Instant.parse("2026-03-06T14:59:00Z");
        Instant answered = Instant.parse("2026-03-09T08:30:00Z");
        conversation(asked, before, answered);
        hours(14 * 24);

        ResponseTarget target = ResponseTarget.within(Duration.ofMinutes(90)).during(hours);
        ResponseTimes responses = desk.insights().responseTimes(TimeRange.ALWAYS, target, Dimension.SOURCE);

        assertThat(responses.total())
                .isEqualTo(
                        new ResponseTimes.Row(null, 1, 1, 0, 0, 0, 0, Duration.ofMinutes(90), Duration.ofMinutes(90)));
        assertThat(responses.total().inTimeShare()).hasValue(1.0);
    }

    /** A visitor whom a bot and, at some times, an agent wrote to. */
    private void conversation(Instant capturedAt, Instant... agentAt) {
        Wiring wiring = kit.wiring();
        var tenant = kit.tenant("acme").id();
        Lead lead = wiring.pipeline()
                .enter(Lead.builder(wiring.newLeadId(), tenant, LeadSource.WIDGET, capturedAt), capturedAt)
                .sessions(List.of("s-1"))
                .build();
        var unit = wiring.changeset(tenant, Actor.system());
        unit.create(lead, capturedAt, null);
        unit.conversation(
                Conversation.begin(tenant, "s-1", "widget").withSegment(new Conversation.Segment(lead.id(), null)), 0);
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(ChatMessage.from("s-1")
                .id("m-1")
                .visitor("hello")
                .at(capturedAt)
                .build());
        messages.add(ChatMessage.from("s-1")
                .id("m-2")
                .bot("hi")
                .at(capturedAt.plusSeconds(1))
                .build());
        for (Instant at : agentAt) {
            messages.add(ChatMessage.from("s-1")
                    .id("a-" + at)
                    .agent("how may I help?")
                    .at(at)
                    .build());
        }
        wiring.store().commit(unit.messages(messages).build());
    }

    @Test
    void the_forecast_adds_up_each_currency_by_itself() {
        LeadId euro = desk.create(NewLead.named("A").expecting(Money.of("1000", "EUR")))
                .id();
        desk.create(NewLead.named("B").expecting(Money.of("500", "USD")));
        LeadId won = desk.create(NewLead.named("C").expecting(Money.of("9000", "EUR")))
                .id();
        desk.create(NewLead.named("D"));
        desk.transition(euro, "qualified");
        desk.transition(won, "converted");

        Forecast forecast = desk.insights().forecast();

        assertThat(forecast.leads()).isEqualTo(3);
        assertThat(forecast.withoutAmount()).isEqualTo(1);
        assertThat(forecast.currencies())
                .extracting(Forecast.OfCurrency::weighted, Forecast.OfCurrency::low, Forecast.OfCurrency::high)
                .containsExactly(
                        tuple(Money.of("500", "EUR"), Money.of("0", "EUR"), Money.of("1000", "EUR")),
                        tuple(Money.of("50", "USD"), Money.of("0", "USD"), Money.of("0", "USD")));
    }

    @Test
    void in_the_morning_one_sees_who_is_hot_and_new_and_who_is_about_to_be_forgotten() {
        Lead unnoticed = lead("Old", "hot");
        Lead taken = lead("Taken", "hot");
        hours(30);
        desk.transition(taken.id(), "contacted");
        lead("Cold");
        Lead hot = lead("Hot", "hot");
        hours(20);

        MorningReview review = desk.insights().morningReview(10);

        assertThat(review.hot().items()).extracting(Lead::id).containsExactly(hot.id());
        assertThat(review.unnoticed().items()).extracting(Lead::id).containsExactly(unnoticed.id());
        assertThat(review.stale()).isEqualTo(Map.of("new", 1L));
        assertThat(review.goingStale())
                .extracting(each -> each.lead().displayName(), MorningReview.GoingStale::staleAt)
                .containsExactlyInAnyOrder(
                        tuple("Cold", hot.createdAt().plus(Duration.ofDays(1))),
                        tuple("Hot", hot.createdAt().plus(Duration.ofDays(1))));
        assertThat(desk.insights().morningReview(1).goingStale()).hasSize(1);
        assertThatThrownBy(() -> desk.insights().morningReview(0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_morning_review_looks_among_the_leads_that_are_asked_for() {
        Lead fresh = lead("New");
        Lead contacted = lead("Contacted");
        desk.transition(contacted.id(), "contacted");
        Lead snoozed = lead("Snoozed");
        hours(20);
        desk.update(snoozed.id(), LeadUpdate.begin().snooze(clock.instant().plus(Duration.ofHours(30))));
        LeadFilter all = LeadFilter.all();
        TimeRange lastHour = new TimeRange(clock.instant().minus(Duration.ofHours(1)), null);
        Instant later = clock.instant().plus(Duration.ofHours(12));

        assertThat(goingStale(all.inStage("contacted"), clock.instant())).isEmpty();
        assertThat(goingStale(all.inStage("new"), clock.instant())).containsExactly(fresh.id());
        assertThat(goingStale(all.activeIn(lastHour), clock.instant())).isEmpty();
        assertThat(goingStale(all, later)).contains(snoozed.id());
        assertThat(goingStale(all.snoozeEndsIn(new TimeRange(null, clock.instant())), later))
                .doesNotContain(snoozed.id());
        assertThat(desk.insights()
                        .among(all.snoozedAt(later))
                        .asOf(later)
                        .morningReview(9)
                        .stale())
                .isEmpty();
    }

    private List<LeadId> goingStale(LeadFilter among, Instant asOf) {
        return desk.insights().among(among).asOf(asOf).morningReview(9).goingStale().stream()
                .map(each -> each.lead().id())
                .toList();
    }

    @Test
    void another_tenant_s_leads_are_in_no_figure() {
        LeadId jane = lead("Jane", "hot").id();

        Insights other = kit.tenant("other").as(Actor.user("ann")).insights();

        assertThat(other.histories()).isEmpty();
        assertThat(other.history(jane)).isEmpty();
        assertThat(other.forecast().leads()).isZero();
        assertThat(other.morningReview(10).hot().items()).isEmpty();
    }
}
