package dev.leadkit.capture;

import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.capture.CaptureReplay.Difference;
import dev.leadkit.capture.CaptureReplay.Outcome;
import dev.leadkit.capture.LiveConversation.LiveSegment;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folds stored conversations twice, with the engine's rules and with others, and compares. Both sides have the parts that the
 * engine's {@code LeadPolicy} makes. Reads and never writes.
 */
final class RuleReplay {
    private final CaptureEngine engine;
    private final TenantId tenant;
    private final CaptureSettings others;
    private final LeadProjection projection;

    /** What became of leads of several conversations, so that these are folded together once and not with each of them. */
    private final Map<LeadId, Sides> ofLeads = new HashMap<>();

    private record Sides(Outcome before, Outcome after) {}

    RuleReplay(CaptureEngine engine, TenantId tenant, CaptureRules rules) {
        this.engine = engine;
        this.tenant = tenant;
        this.others = engine.settings().with(rules);
        this.projection = new LeadProjection(engine.wiring());
    }

    CaptureReplay overLeads(TimeRange created) {
        Set<String> sessions = new LinkedHashSet<>();
        LeadQuery query = LeadQuery.of(LeadFilter.all().createdIn(created))
                .sortedBy(Sort.OLDEST)
                .limit(PageRequest.MAX_LIMIT);
        Page<Lead> page = engine.wiring().store().list(tenant, query);
        page.items().forEach(lead -> sessions.addAll(lead.sessions()));
        while (page.next() != null) {
            page = engine.wiring().store().list(tenant, query.after(page.next()));
            page.items().forEach(lead -> sessions.addAll(lead.sessions()));
        }
        return over(sessions);
    }

    CaptureReplay over(Collection<String> sessions) {
        int same = 0;
        List<Difference> differences = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String session : new LinkedHashSet<>(sessions)) {
            var key = new SessionKey(tenant, Input.id("session", session));
            Optional<List<Difference>> sides = Optimistic.retry(() -> bothSides(key));
            if (sides.isEmpty()) {
                unknown.add(session);
                continue;
            }
            List<Difference> unlike = sides.get().stream()
                    .filter(side -> !side.before().isLike(side.after()))
                    .toList();
            differences.addAll(unlike);
            same += unlike.isEmpty() ? 1 : 0;
        }
        return new CaptureReplay(same, differences, unknown);
    }

    /** Each part of a conversation as both rules see it; empty when nothing of it is stored. */
    private Optional<List<Difference>> bothSides(SessionKey key) {
        Optional<Transcript> stored = engine.wiring().store().transcript(tenant, key.session());
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        var loader = new ConversationLoader(
                engine.wiring().store(),
                key,
                () -> newFold(key, engine.settings()),
                // Of both sides, so that they have the same parts.
                engine.settings().rules().leads());
        LiveConversation live = ConversationLoader.known(stored);
        Pieces pieces = loader.read(live, stored, lead -> !ofLeads.containsKey(lead.id()));
        pieces.take();
        Map<LiveSegment, ConversationFold> after = pieces.takenInto(live.segments, () -> newFold(key, others));
        List<Difference> differences = new ArrayList<>();
        after.forEach((part, fold) -> {
            Sides sides = sides(key, part, fold);
            differences.add(new Difference(key.session(), differences.size(), sides.before(), sides.after()));
        });
        return Optional.of(differences);
    }

    private ConversationFold newFold(SessionKey key, CaptureSettings settings) {
        return engine.newFold(settings, tenant, fold -> projection.scoreOf(tenant, key.session(), fold));
    }

    /** @param fold what a part comes to by the other rules */
    private Sides sides(SessionKey key, LiveSegment part, ConversationFold fold) {
        Sides known = part.lead == null ? null : ofLeads.get(part.lead.id());
        if (known != null) {
            return known;
        }
        var sides = new Sides(outcome(key, part.fold, engine.settings().rules()), outcome(key, fold, others.rules()));
        if (part.lead != null && part.lead.sessions().size() > 1) {
            ofLeads.put(part.lead.id(), sides);
        }
        return sides;
    }

    private Outcome outcome(SessionKey key, ConversationFold fold, CaptureRules rules) {
        var explainer = new ConversationExplainer(rules);
        Lead seen = projection.trial(tenant, key.session(), fold);
        Attributed<Money> amount = seen.expectedAmount();
        return new Outcome(
                fold.isCaptured(),
                explainer.because(fold.isCaptured() ? seen : null, fold),
                seen.stage(),
                seen.tags(),
                seen.assignee(),
                amount == null ? null : amount.value(),
                seen.score() == null ? null : seen.score().value(),
                seen.consents().stream().map(Attributed::value).toList(),
                fold.effects().firings().stream()
                        .map(firing -> firing.rule().id())
                        .toList());
    }
}
