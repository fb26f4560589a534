package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.retention.LeadClass;
import dev.leadkit.retention.Retention;
import dev.leadkit.retention.RetentionItem;
import dev.leadkit.retention.RetentionItem.Verdict;
import dev.leadkit.retention.RetentionRule;
import dev.leadkit.retention.RetentionRules;
import dev.leadkit.retention.RetentionRun;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the rules: the dry run is what happens, nothing that is kept or held goes, and nothing that is due stays. */
class RetentionProperties {
    private static final List<String> STAGES = List.of("new", "contacted", "qualified", "converted", "lost");
    private static final Pipeline PIPELINE = Pipeline.fiveStage();

    @Property(tries = 60)
    void what_is_due_goes_and_all_else_stays(@ForAll long seed) {
        var random = new Random(seed);
        var clock = new MovableClock();
        LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .build()
                .tenant("acme")
                .as(Actor.system());
        Retention retention = desk.retention();
        Set<LeadId> held = new HashSet<>();
        for (int i = 0; i < 15; i++) {
            clock.advance(Duration.ofHours(random.nextInt(24 * 20)));
            LeadId id = desk.create(NewLead.named("Lead " + i)).id();
            desk.transition(id, STAGES.get(random.nextInt(STAGES.size())), "price");
            if (random.nextInt(6) == 0) {
                retention.hold(id, "case-" + i, "evidence");
                held.add(id);
            }
        }
        RetentionRules rules = rules(random);
        Instant now = clock.instant();
        List<Lead> before = desk.list(LeadQuery.all()).items();
        Set<LeadId> due = new HashSet<>();
        before.stream().filter(lead -> isDue(rules, lead, now)).forEach(lead -> due.add(lead.id()));

        List<RetentionItem> items = new ArrayList<>();
        retention.plan(rules, now, items::add);
        RetentionRun run;
        int erased = 0;
        do {
            run = retention.run(rules, 1 + random.nextInt(4));
            erased += run.erased();
        } while (!run.complete());

        assertThat(items).extracting(RetentionItem::lead).containsExactlyInAnyOrderElementsOf(due);
        assertThat(items)
                .allSatisfy(item -> assertThat(item.verdict())
                        .isEqualTo(held.contains(item.lead()) ? Verdict.HELD : Verdict.ERASE));
        due.removeAll(held);
        assertThat(erased).isEqualTo(due.size());
        assertThat(desk.list(LeadQuery.all()).items())
                .isEqualTo(
                        before.stream().filter(lead -> !due.contains(lead.id())).toList());
    }

    private static RetentionRules rules(Random random) {
        RetentionRules.Builder rules = RetentionRules.named("house");
        LeadClass[] classes = {LeadClass.OPEN, LeadClass.WON, LeadClass.LOST};
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            Period keep = random.nextBoolean()
                    ? Period.ofDays(1 + random.nextInt(150))
                    : Period.ofMonths(1 + random.nextInt(4));
            RetentionRule rule = RetentionRule.of("rule-" + i, classes[random.nextInt(3)], keep);
            rules.rule(random.nextInt(3) == 0 ? rule.inStage(STAGES.get(random.nextInt(STAGES.size()))) : rule);
        }
        return rules.build();
    }

    /** Said again in other words: the first rule for the lead's class and stage, from the last activity on. */
    private static boolean isDue(RetentionRules rules, Lead lead, Instant now) {
        for (RetentionRule rule : rules.rules()) {
            String category =
                    PIPELINE.findStage(lead.stage()).orElseThrow().category().key();
            boolean itsStage = rule.stages().isEmpty() || rule.stages().contains(lead.stage());
            if (itsStage && rule.of().key().equals(category)) {
                Instant end = lead.lastActivityAt()
                        .atZone(ZoneOffset.UTC)
                        .plusMonths(rule.keep().toTotalMonths())
                        .plusDays(rule.keep().getDays())
                        .toInstant();
                return !now.isBefore(end);
            }
        }
        return false;
    }
}
