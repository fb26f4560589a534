package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.id;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Leads that differ in everything by which they are listed, with many ties in every order. The same in each run. */
final class Population {
    static final int SIZE = 120;

    private static final String[] STAGES = {"new", "contacted", "qualified", "converted", "lost"};
    private static final LeadSource[] SOURCES = {LeadSource.WIDGET, LeadSource.WHATSAPP, LeadSource.of("Widget")};
    private static final String[] CURRENCIES = {"EUR", "USD", "JPY"};

    /** How long a lead of the five-stage pipeline may stay untouched in the stage contacted. */
    static final Duration STALE_AFTER =
            Pipeline.fiveStage().findStage("contacted").map(Stage::staleAfter).orElseThrow();

    private Population() {}

    static List<Lead> of(TenantId tenant) {
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            leads.add(lead(tenant, i));
        }
        return leads;
    }

    private static Lead lead(TenantId tenant, int i) {
        // The ids run against the times, so that no order is right by accident.
        LeadFixture lead = aLead().of(tenant)
                .id(id((i * 61) % SIZE))
                .from(SOURCES[i % 3])
                .createdAt(NOW.plusSeconds(i / 4).plusNanos(i / 2 % 2 * 1_000L))
                .lastActivityAt(NOW.plusSeconds(100 + i * 7 % 13))
                .inStage(STAGES[i % 5]);
        if (i % 4 != 0) {
            lead.scored(i * 7 % 10 * 10);
        }
        if (i % 3 != 0) {
            lead.assignedTo(i % 2 == 0 ? "ann" : "Ann");
        }
        if (i % 5 != 0) {
            lead.worth(i + "." + i % 10, CURRENCIES[i % 3]);
        }
        if (i % 4 == 1) {
            lead.but(it -> it.probability(i * 7 % 11 == 0 ? 0.1234 : i / 121.0));
        }
        if (i % 11 == 0) {
            lead.withdrawn();
        }
        if (i % 13 == 0) {
            lead.but(it -> it.stage("support", 1, "new", false, NOW));
        }
        if (i % 8 % 3 == 1) {
            lead.but(it -> it.snoozedUntil(
                    NOW.plusSeconds(103 + i % 4).plus(STALE_AFTER).plusNanos(i % 2 * 1_000L)));
        }
        if (i % 6 == 0) {
            lead.but(it -> it.rank("0000000000000001"));
        }
        lead.named((i % 2 == 0 ? "Jane " : "José ") + "No" + i % 10);
        lead.tagged(i % 2 == 0 ? "even" : "odd", "t" + i % 4, i % 7 == 0 ? "VIP" : "vip");
        return lead.build();
    }

    /** What a query must give of some leads: the reference for every store. */
    static List<Lead> expected(List<Lead> leads, LeadFilter filter, LeadQuery.Sort sort) {
        return leads.stream()
                .filter(filter::matches)
                .sorted(Comparator.comparing(sort::positionOf, sort.comparator()))
                .toList();
    }
}
