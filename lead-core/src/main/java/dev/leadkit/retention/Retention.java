package dev.leadkit.retention;

import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MergedLeads;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.privacy.PersonalData;
import dev.leadkit.retention.RetentionItem.Verdict;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Optimistic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends the keeping of one tenant's leads by rules, and holds those that must stay. A desk hands it out; immutable and safe
 * to share.
 *
 * <pre>{@code
 * Retention retention = desk.retention();
 * RetentionPlan plan = retention.plan(rules, clock.instant());  // how many, by which rule; nothing happens
 * while (!retention.run(rules, 1_000).complete()) {}            // in portions, as often as the host likes
 * retention.hold(lead, "case-4711", "evidence in a lawsuit");   // stays whatever the rules say
 * }</pre>
 *
 * <p>A lead is erased as {@link PersonalData#erase} does it: with its conversations and every other lead of these, all of it
 * or nothing, with a receipt. So it goes only once no lead that goes with it is kept. Unlike there, only its sessions are
 * suppressed, so that no late message brings it back: the person did not ask never to be heard again.
 *
 * <p>Runs of several processes at the same time do no harm. One that ends half way has erased some leads whole and the
 * others not at all; the next goes on. One page of leads is held in memory, and one person's conversations.
 */
public final class Retention {
    private final LeadStore store;
    private final TenantId tenant;
    private final Pipeline pipeline;
    private final PersonalData data;
    private final Supplier<Instant> now;
    private final Supplier<ChangesetBuilder> units;

    /**
     * For the desk.
     *
     * @param now the present, by the kit's clock
     * @param units begins a unit of work of the desk's actor, now
     */
    public Retention(
            LeadStore store,
            TenantId tenant,
            Pipeline pipeline,
            PersonalData data,
            Supplier<Instant> now,
            Supplier<ChangesetBuilder> units) {
        this.store = store;
        this.tenant = tenant;
        this.pipeline = pipeline;
        this.data = data;
        this.now = now;
        this.units = units;
    }

    /** What the rules come to at an instant, such as the present or a month from now. Writes nothing. */
    public RetentionPlan plan(RetentionRules rules, Instant at) {
        return plan(rules, at, item -> {});
    }

    /**
     * The same, telling of each lead.
     *
     * @param each gets the leads that are due, one after the other
     */
    public RetentionPlan plan(RetentionRules rules, Instant at, Consumer<RetentionItem> each) {
        Map<String, Map<Verdict, Long>> counts = new TreeMap<>();
        dueLeads(rules, at).each((lead, rule) -> {
            Verdict verdict = verdict(rules, at, lead.id());
            if (verdict != null) {
                counts.computeIfAbsent(rule.id(), id -> new EnumMap<>(Verdict.class))
                        .merge(verdict, 1L, Long::sum);
                each.accept(new RetentionItem(lead.id(), rule.id(), rule.keptUntil(lead), verdict));
            }
            return true;
        });
        return new RetentionPlan(at, counts);
    }

    /** Absent when somebody has erased it meanwhile. */
    private @Nullable Verdict verdict(RetentionRules rules, Instant at, LeadId lead) {
        try {
            return verdict(rules, at, data.erasedWith(Set.of(lead)));
        } catch (LeadNotFoundException gone) {
            return null;
        }
    }

    /** A lead that is withdrawn is nobody's: it goes with the others. */
    private Verdict verdict(RetentionRules rules, Instant at, List<Lead> together) {
        if (together.stream().anyMatch(lead -> !holds(lead).isEmpty())) {
            return Verdict.HELD;
        }
        boolean allDue = together.stream()
                .filter(lead -> !lead.withdrawn())
                .allMatch(lead -> rules.due(lead, pipeline, at).isPresent());
        return allDue ? Verdict.ERASE : Verdict.SHARED;
    }

    /**
     * Erases what the rules no longer keep by now.
     *
     * @param limit how many erasures at most, 1 or more
     * @throws InvalidInputException if the limit is less than 1
     */
    public RetentionRun run(RetentionRules rules, int limit) {
        if (limit < 1) {
            throw new InvalidInputException("limit", "1 or more", Integer.toString(limit));
        }
        Instant at = now.get();
        List<ErasureReceipt> receipts = new ArrayList<>();
        boolean complete = dueLeads(rules, at).each((lead, rule) -> {
            if (receipts.size() == limit) {
                return false;
            }
            erase(rules, at, lead, rule, receipts);
            return true;
        });
        return new RetentionRun(at, receipts, complete);
    }

    private void erase(RetentionRules rules, Instant at, Lead lead, RetentionRule rule, List<ErasureReceipt> receipts) {
        var cause = new Cause(Cause.RETENTION, rules.reference(rule));
        try {
            data.eraseIf(Set.of(lead.id()), together -> verdict(rules, at, together) == Verdict.ERASE, cause)
                    .ifPresent(receipts::add);
        } catch (LeadNotFoundException gone) {
            // It went with another one, or somebody was faster.
        }
    }

    private DueLeads dueLeads(RetentionRules rules, Instant at) {
        return new DueLeads(store, tenant, pipeline, rules, at);
    }

    /**
     * Keeps a lead, and all that would be erased with it, whatever the rules say. What stands in its timeline is the matter,
     * the reason and who said so. One that the matter holds already stays as it is.
     *
     * <p>It binds retention. Whoever erases a person at his request decides himself whether he may.
     *
     * @param matter the host's id of what it is held for
     * @param reason in a few words
     * @throws LeadNotFoundException if the tenant has no such lead
     */
    public void hold(LeadId id, String matter, String reason) {
        String its = Input.id("hold.matter", matter);
        write(id, its, true, new Change.FieldChanged(LeadField.HOLD, null, its), reason);
    }

    /**
     * Lifts a hold; the rules decide again once there is no other. One that is not there is lifted already.
     *
     * @param reason in a few words
     * @throws LeadNotFoundException if the tenant has no such lead
     */
    public void lift(LeadId id, String matter, String reason) {
        String its = Input.id("hold.matter", matter);
        write(id, its, false, new Change.FieldChanged(LeadField.HOLD, its, null), reason);
    }

    /** The matters for which a lead is held, sorted; none when it is not. */
    public static Set<String> holds(Lead lead) {
        return lead.holds();
    }

    /** Leaves the time of its last activity as it is: a hold is none. */
    private void write(LeadId id, String matter, boolean held, Change change, String reason) {
        if (reason.isBlank()) {
            throw new InvalidInputException("hold.reason", "a non-blank text", "a blank text");
        }
        var noted = new Change.Noted(Input.text("hold.reason", reason));
        Optimistic.retry(() -> {
            Lead before = store.find(tenant, id).orElseThrow(() -> new LeadNotFoundException(id));
            if (holds(before).contains(matter) == held) {
                return before;
            }
            String pin = LeadField.hold(matter);
            Lead after = held ? before.toBuilder().pin(pin).build() : lifted(before, pin);
            ChangesetBuilder unit = units.get();
            Lead stored = unit.update(before, after, now.get(), null, change, noted);
            store.commit(unit.build());
            return stored;
        });
    }

    /** Nor does it come back with the next merge from a lead that was merged into it. */
    private static Lead lifted(Lead lead, String pin) {
        MergedLeads merged = lead.merged();
        return lead.toBuilder()
                .unpin(pin)
                .merged(merged == null ? null : merged.without(Set.of(pin)))
                .build();
    }
}
