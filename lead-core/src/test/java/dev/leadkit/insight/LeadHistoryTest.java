package dev.leadkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadHistoryTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Cause MESSAGE = new Cause(Cause.MESSAGE, "m-1");
    private static final Activity CREATED =
            entry(1, 0, NINE, Actor.system(), MESSAGE, new Change.Created(LeadSource.WIDGET, "p", 1, "new", null));

    private final Lead lead = Lead.builder(new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.WIDGET, NINE)
            .version(2)
            .stage("p", 1, "lost", true, TEN)
            .build();

    private static Activity entry(
            long version, int index, Instant at, Actor actor, @Nullable Cause cause, Change change) {
        return new Activity(
                new LeadId(new UUID(0, 1)), version, index, at, actor, new ChangesetId(new UUID(0, 2)), cause, change);
    }

    private static Activity moved(long version, Instant at, String from, String to) {
        return entry(
                version, 1, at, Actor.user("ann"), null, new Change.StageChanged(from, to, "price", Duration.ZERO));
    }

    private static Activity byAnn(long version, int index, Change change) {
        return entry(version, index, TEN, Actor.user("ann"), null, change);
    }

    @Test
    void tells_who_brought_a_lead_where_and_when_and_why() {
        List<Activity> timeline = List.of(
                CREATED,
                entry(1, 1, NINE, Actor.system(), MESSAGE, new Change.Assigned(null, "ben")),
                byAnn(2, 0, new Change.Assigned("ben", "ann")),
                moved(2, TEN, "new", "lost"),
                byAnn(2, 2, new Change.Scored(10, 80, "cold", "hot", "card@1")));

        LeadHistory history = LeadHistory.read(lead, timeline, NOON).orElseThrow();

        assertThat(history.visits())
                .containsExactly(
                        new StageVisit("new", NINE, TEN, Actor.system(), MESSAGE, null, "ben", null),
                        new StageVisit("lost", TEN, null, Actor.user("ann"), null, "price", "ann", "hot"));
        assertThat(history.answeredAt()).isEqualTo(TEN);
        assertThat(history.current().length(NOON)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_lead_that_is_withdrawn_or_not_created_yet_has_none() {
        List<Activity> timeline = List.of(CREATED, moved(2, TEN, "new", "lost"));

        assertThat(LeadHistory.read(lead.toBuilder().withdrawn(true).build(), timeline, NOON))
                .isEmpty();
        assertThat(LeadHistory.read(
                        lead.toBuilder().mergedInto(new LeadId(new UUID(0, 9))).build(), timeline, NOON))
                .isEmpty();
        assertThat(LeadHistory.read(lead, timeline, NINE.minusNanos(1))).isEmpty();
        assertThat(LeadHistory.read(lead, timeline, NINE)).isPresent();
    }

    @Test
    void what_happened_after_the_lead_was_read_is_left_out() {
        List<Activity> timeline = List.of(CREATED, moved(2, TEN, "new", "lost"), moved(3, TEN, "lost", "new"));

        assertThat(LeadHistory.read(lead, timeline, NOON)
                        .orElseThrow()
                        .current()
                        .stage())
                .isEqualTo("lost");
    }

    @Test
    void the_last_instant_counts() {
        List<Activity> timeline = List.of(CREATED, moved(2, TEN, "new", "lost"));

        assertThat(LeadHistory.read(lead, timeline, TEN).orElseThrow().visits()).hasSize(2);
        assertThat(LeadHistory.read(lead, timeline, TEN.minusSeconds(1))
                        .orElseThrow()
                        .visits())
                .hasSize(1);
    }

    /** A late message showed that the visitor had been captured an hour before the timeline began. */
    @Test
    void the_first_visit_begins_when_the_lead_says_that_it_was_created() {
        Lead earlier =
                lead.toBuilder().createdAt(NINE.minus(Duration.ofHours(1))).build();

        LeadHistory history = LeadHistory.read(earlier, List.of(CREATED, moved(2, TEN, "new", "lost")), NOON)
                .orElseThrow();

        assertThat(history.visits().get(0).from()).isEqualTo(NINE.minus(Duration.ofHours(1)));
        assertThat(history.visits().get(0).to()).isEqualTo(TEN);
    }

    @Test
    void a_timeline_without_its_beginning_tells_what_it_can() {
        LeadHistory history = LeadHistory.read(lead, List.of(moved(2, TEN, "contacted", "lost")), NOON)
                .orElseThrow();
        LeadHistory empty = LeadHistory.read(lead, List.of(), NOON).orElseThrow();

        assertThat(history.visits()).extracting(StageVisit::stage).containsExactly("contacted", "lost");
        assertThat(history.visits().get(0).by()).isNull();
        assertThat(empty.current()).isEqualTo(new StageVisit("lost", NINE, null, null, null, null, null, null));
    }

    @Test
    void the_first_answer_counts_and_none_before_the_lead_or_after_now() {
        LeadHistory history = LeadHistory.read(lead, List.of(CREATED), NOON).orElseThrow();

        assertThat(history.answeredAt()).isNull();
        assertThat(history.withReply(NINE.minusSeconds(1)).answeredAt()).isNull();
        assertThat(history.withReply(NOON.plusSeconds(1)).answeredAt()).isNull();
        assertThat(history.withReply(TEN).withReply(NOON).answeredAt()).isEqualTo(TEN);
        assertThat(history.withReply(TEN).withReply(NINE).answeredAt()).isEqualTo(NINE);
    }
}
