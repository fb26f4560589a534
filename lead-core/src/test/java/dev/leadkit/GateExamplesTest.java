package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.HiddenField;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.Plans;
import dev.leadkit.plan.Quota;
import dev.leadkit.retention.LeadClass;
import dev.leadkit.retention.Retention;
import dev.leadkit.retention.RetentionItem.Verdict;
import dev.leadkit.retention.RetentionPlan;
import dev.leadkit.retention.RetentionRule;
import dev.leadkit.retention.RetentionRules;
import dev.leadkit.retention.RetentionRun;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The examples of docs/plans.md, docs/permissions.md and docs/retention.md. */
class GateExamplesTest {
    private static final Map<TenantId, String> PLANS = Map.of(TenantId.of("acme"), "freemium");

    private static String planOf(TenantId tenant) {
        return PLANS.getOrDefault(tenant, "basic");
    }

    @Test
    void plans() {
        String json = """
            {"kind": "plans", "format": 1, "name": "shop", "version": 1, "plans": [
              {"key": "freemium",
               "features": [
                 {"feature": "history", "access": "hidden"},
                 {"feature": "scoring", "access": "locked-preview", "upgradeHint": "See how warm a lead is with Basic"},
                 {"feature": "bulk", "access": "read-only"}],
               "quotas": [{"quota": "open-leads", "most": 100, "upgradeHint": "Basic holds any number"}]},
              {"key": "basic"}]}
            """;
        Plans plans = Plans.parse(json); // or Plans.read(path), or Plan.named("freemium")….build()
        LeadKit kit = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .entitlements(tenant -> plans.get(planOf(tenant)))
                .build();

        LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
        assertThat(desk.plan().gate(Feature.SCORING).access()).isEqualTo(FeatureAccess.LOCKED_PREVIEW);
        assertThat(desk.plan().usage(Quota.OPEN_LEADS))
                .get()
                .satisfies(usage -> assertThat(usage.left()).isEqualTo(100));
        assertThat(kit.tenant("globex").as(Actor.user("eve")).plan().usages()).isEmpty();
    }

    private static boolean isLead(Actor actor) {
        return actor.id().equals("boss");
    }

    static final class SalesRoles implements AccessPolicy {
        @Override
        public LeadFilter visible(TenantId tenant, Actor actor) {
            LeadFilter all = LeadFilter.all();
            return isLead(actor) ? all : LeadFilter.anyOf(List.of(all.assignedTo(actor.id()), all.assignedToNobody()));
        }

        @Override
        public Set<HiddenField> hidden(TenantId tenant, Actor actor) {
            return isLead(actor) ? Set.of() : Set.of(HiddenField.AMOUNT);
        }

        @Override
        public boolean permits(TenantId tenant, Actor actor, AccessRequest request) {
            return isLead(actor)
                    || switch (request.action()) {
                        case EXPORT, MERGE, CONFIGURE, PERSONAL_DATA, RETENTION -> false;
                        case MOVE -> !"converted".equals(request.stage());
                        default -> true;
                    };
        }
    }

    @Test
    void permissions() {
        LeadKit kit = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .access(new SalesRoles())
                .build();
        LeadDesk boss = kit.tenant("acme").as(Actor.user("boss"));
        LeadDesk ann = kit.tenant("acme").as(Actor.user("ann"));
        boss.create(NewLead.named("Jane").assignee("ann").expecting(Money.of("900", "EUR")));
        boss.create(NewLead.named("Bo").assignee("bob"));
        boss.create(NewLead.named("Cy"));

        assertThat(boss.list(LeadQuery.all()).items()).hasSize(3);
        assertThat(ann.list(LeadQuery.all()).items())
                .hasSize(2)
                .allSatisfy(lead -> assertThat(lead.expectedAmount()).isNull());
        assertThat(ann.options(ann.list(LeadQuery.all()).items().get(0).id()))
                .filteredOn(decision -> !decision.isAllowed())
                .singleElement()
                .satisfies(decision -> assertThat(decision.to()).isEqualTo("converted"));
    }

    @Test
    void retention() {
        var clock = new MovableClock();
        LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .build()
                .tenant("acme")
                .as(Actor.system());
        LeadId lead = desk.create(NewLead.named("Jane")).id();
        desk.transition(lead, "lost", "price");
        Instant now = clock.instant().plus(Duration.ofDays(200));

        RetentionRules rules = RetentionRules.named("house")
                .rule(RetentionRule.of("visitors", LeadClass.ANONYMOUS, Period.ofDays(30)))
                .rule(RetentionRule.of("lost", LeadClass.LOST, Period.ofMonths(6)))
                .rule(RetentionRule.of("sleeping", LeadClass.OPEN, Period.ofYears(1))
                        .inStage("contacted"))
                .build();

        Retention retention = desk.retention();
        RetentionPlan plan = retention.plan(rules, now); // the dry run: how many, by which rule
        retention.hold(lead, "case-4711", "evidence in a lawsuit"); // stays, whatever the rules say
        RetentionRun run = retention.run(rules, 1_000); // at most so many erasures
        retention.lift(lead, "case-4711", "settled");

        assertThat(plan.count(Verdict.ERASE)).isEqualTo(1);
        assertThat(run.complete()).isTrue();
        assertThat(desk.find(lead)).isPresent();
        clock.advance(Duration.ofDays(200));
        assertThat(retention.run(rules, 1_000).erased()).isEqualTo(1);
    }
}
