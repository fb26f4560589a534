package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadMergedException;
import dev.leadkit.TransitionRefusedException;
import dev.leadkit.identity.MergeRefusedException;
import dev.leadkit.insight.Conversion.Basis;
import dev.leadkit.insight.Dimension;
import dev.leadkit.insight.Insights;
import dev.leadkit.insight.ResponseTarget;
import dev.leadkit.insight.SkippedStages;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.TimeRange;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same random work gives the same figures on each database as in memory. */
class InsightsOnDatabasesTest {
    private static final int OPERATIONS = 200;
    private static final List<String> STAGES = List.of("new", "contacted", "qualified", "converted", "lost");

    @ParameterizedTest
    @EnumSource(Database.class)
    void figures_are_those_of_the_store_in_memory(Database kind) {
        Insights inMemory = worked(new InMemoryLeadStore()).insights();
        Insights onDatabase = worked(JdbcLeadStore.over(kind.fresh())).insights();

        assertThat(onDatabase.histories().toList())
                .containsExactlyElementsOf(inMemory.histories().toList());
        for (int day = 0; day < 6; day += 3) {
            Instant from = NOW.plus(Duration.ofDays(day));
            TimeRange window = TimeRange.between(from, from.plus(Duration.ofDays(3)));
            assertThat(figures(onDatabase, window)).isEqualTo(figures(inMemory, window));
        }
    }

    private static List<Object> figures(Insights insights, TimeRange window) {
        var target = ResponseTarget.within(Duration.ofHours(6));
        return List.of(
                insights.cohortFunnel(window, SkippedStages.IMPUTED),
                insights.periodFunnel(window, SkippedStages.AS_RECORDED),
                insights.stageTimes(window),
                insights.conversion(window, Basis.CLOSED, Dimension.ASSIGNEE),
                insights.lostLeads(window),
                insights.responseTimes(window, target, Dimension.BAND),
                insights.forecast(),
                insights.morningReview(500));
    }

    /** A desk at which the same was done, whatever the store. */
    private static LeadDesk worked(LeadStore store) {
        var random = new Random(7);
        var now = new AtomicReference<>(NOW);
        var ids = new AtomicLong();
        InstantSource clock = now::get;
        LeadDesk desk = Hosts.builder(store)
                .clock(clock.withZone(ZoneOffset.UTC))
                .ids(() -> new UUID(1, ids.incrementAndGet()))
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        List<LeadId> leads = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++) {
            now.set(now.get().plus(Duration.ofMinutes(random.nextInt(90))));
            if (leads.isEmpty() || random.nextInt(4) == 0) {
                NewLead wanted = NewLead.named("Lead " + i).assignee(random.nextBoolean() ? "ann" : "ben");
                Money amount = Money.of(Integer.toString(random.nextInt(9_000)), random.nextBoolean() ? "EUR" : "USD");
                leads.add(desk.create(wanted.expecting(amount)).id());
                continue;
            }
            LeadId lead = leads.get(random.nextInt(leads.size()));
            LeadId other = leads.get(random.nextInt(leads.size()));
            String stage = STAGES.get(random.nextInt(STAGES.size()));
            try {
                switch (random.nextInt(8)) {
                    case 0 -> desk.assign(lead, "ben");
                    case 1 -> desk.note(lead, "called");
                    case 2 -> desk.merges().apply(desk.merges().preview(lead, other));
                    case 3 -> desk.merges().undo(lead);
                    default -> desk.transition(lead, stage, "price");
                }
            } catch (TransitionRefusedException | LeadMergedException | MergeRefusedException refused) {
                // Nothing was done.
            }
        }
        return desk;
    }
}
