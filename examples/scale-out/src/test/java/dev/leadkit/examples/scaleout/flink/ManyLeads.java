package dev.leadkit.examples.scaleout.flink;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.LeadStore;
import dev.leadkit.testkit.LeadFixture;
import dev.leadkit.testkit.Leads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Leads of several tenants, one a minute: half of them scored by the card before, half as they should be by now, and of each ten
 * one is closed.
 */
final class ManyLeads {
    static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    /** Cools down, so that a score depends on when it is asked for. */
    static final Scorecard CARD = Scorecard.named("web")
            .version(2)
            .factor(Factor.engagement("messages", "Messages written", "engagement.messages")
                    .withEach(7)
                    .withCap(60)
                    .withHalfLife(Duration.ofDays(400)))
            .factor(Factor.engagement("intent", "Purchase intent", "intent.purchase")
                    .withBins(Bin.from(0.5, 30)))
            .factor(Factor.fit("company", "Company known", "contact.company").withBins(Bin.given(10)))
            .band("hot", 70)
            .band("warm", 40)
            .band("cold", 0)
            .build();

    private static final Duration APART = Duration.ofMinutes(1);
    private static final int TOGETHER = 500;

    private final int tenants;
    private final int each;

    ManyLeads(int tenants, int each) {
        this.tenants = tenants;
        this.each = each;
    }

    int size() {
        return tenants * each;
    }

    List<String> tenants() {
        return IntStream.range(0, tenants)
                .mapToObj(number -> "tenant-" + number)
                .toList();
    }

    /** After the last. */
    Instant end() {
        return FIRST.plus(APART.multipliedBy(each));
    }

    /** So many for each tenant. */
    List<LeadRange> pieces(int count) {
        Duration piece = Duration.between(FIRST, end()).dividedBy(count);
        return tenants().stream()
                .flatMap(tenant -> LeadRange.pieces(tenant, FIRST, end(), piece).stream())
                .toList();
    }

    void writeTo(LeadStore store) {
        tenants().parallelStream().forEach(tenant -> {
            for (int from = 0; from < each; from += TOGETHER) {
                List<Changeset> units = new ArrayList<>();
                for (int i = from; i < Math.min(each, from + TOGETHER); i++) {
                    units.add(unit(TenantId.of(tenant), i));
                }
                store.commitAll(units).forEach(CommitOutcome::orThrow);
            }
        });
    }

    private Changeset unit(TenantId tenant, int number) {
        Lead lead = lead(tenant, number);
        Scorecard its = number % 2 == 0 ? CARD : Scorecard.standard();
        var unit =
                new ChangesetBuilder(new ChangesetId(UUID.randomUUID()), tenant, end(), Actor.system(), Leads.HASHER);
        unit.create(lead.toBuilder().score(its.score(lead, end())).build(), lead.createdAt(), null);
        return unit.build();
    }

    private static Lead lead(TenantId tenant, int number) {
        Instant at = FIRST.plus(APART.multipliedBy(number));
        int messages = number % 12;
        LeadFixture lead = Leads.aLead()
                .of(tenant)
                .createdAt(at)
                .named("Lead " + number)
                .inStage(number % 10 == 7 ? "lost" : "new")
                .but(its -> its.engagement(new Engagement(
                                messages,
                                messages / 3,
                                Duration.ofMinutes(messages),
                                Set.of("widget"),
                                number % 100 / 100.0,
                                0,
                                false,
                                messages == 0 ? null : at,
                                messages == 0 ? null : at))
                        .lastActivityAt(at));
        return (number % 3 == 0 ? lead.company("Company " + number % 97) : lead).build();
    }
}
