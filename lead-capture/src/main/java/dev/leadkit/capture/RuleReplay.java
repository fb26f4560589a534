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
import java.util.LinkedHashSet;
import java.util.List;
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
        List<Outcome> before = outcomes(key, stored, engine.settings());
        List<Outcome> after = outcomes(key, stored, others);
        List<Difference> sides = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            sides.add(new Difference(key.session(), i, before.get(i), after.get(i)));
        }
        return Optional.of(sides);
    }

    private List<Outcome> outcomes(SessionKey key, Optional<Transcript> stored, CaptureSettings settings) {
        var loader = new ConversationLoader(
                engine.wiring().store(),
                key,
                () -> new ConversationFold(
                        settings, engine.reader(), fold -> projection.scoreOf(tenant, key.session(), fold)),
                // Of both sides, so that they have the same parts.
                engine.settings().rules().leads());
        LiveConversation live = ConversationLoader.known(stored);
        loader.fold(live, stored, List.of(), null, null);
        var explainer = new ConversationExplainer(settings.rules());
        List<Outcome> outcomes = new ArrayList<>();
        for (LiveSegment segment : live.segments) {
            outcomes.add(outcome(key, segment.fold, explainer));
        }
        return outcomes;
    }

    private Outcome outcome(SessionKey key, ConversationFold fold, ConversationExplainer explainer) {
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
                fold.effects().firings().stream()
                        .map(firing -> firing.rule().id())
                        .toList());
    }
}
