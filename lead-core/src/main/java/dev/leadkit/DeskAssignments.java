package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.access.AccessAction;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.assign.Assignment;
import dev.leadkit.assign.AssignmentDecision;
import dev.leadkit.assign.AssignmentResult;
import dev.leadkit.assign.Assignments;
import dev.leadkit.assign.DrainResult;
import dev.leadkit.assign.Member;
import dev.leadkit.assign.Rotation;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The desk's sharing out of leads: each portion is decided on one reading of team, rotation and leads, and written whole. */
final class DeskAssignments implements Assignments {
    private static final int SMALLEST_PAGE = 50;

    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final DeskWork work;
    private final String pipeline;
    private final Documents documents;
    private final DocumentKey teamKey;
    private final DocumentKey rotationKey;
    private final LeadFilter open;

    /** @param of whose leads are shared out */
    DeskAssignments(Wiring wiring, TenantId tenant, Actor actor, DeskWork work, Pipeline of) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.work = work;
        documents = wiring.store().capabilities().requireDocuments();
        pipeline = of.name();
        teamKey = new DocumentKey("assignment", pipeline);
        rotationKey = new DocumentKey("rotation", pipeline);
        String[] openStages = of.stages().stream()
                .filter(stage -> !stage.category().isClosed())
                .map(Stage::key)
                .toArray(String[]::new);
        open = LeadFilter.all().inPipeline(pipeline).inStage(openStages);
    }

    @Override
    public Optional<Assignment> assignment() {
        return documents.find(tenant, teamKey).map(this::read);
    }

    private Assignment read(Document team) {
        return Assignment.parse(team.text(), wiring.conditions());
    }

    @Override
    public Assignment publish(Assignment wanted) {
        String text = wanted.toJson();
        Assignment bound = Assignment.parse(text, wiring.conditions());
        return Optimistic.retry(() -> {
            Optional<Document> last = documents.find(tenant, teamKey);
            if (last.isPresent() && last.get().text().equals(text)) {
                return bound;
            }
            int lastVersion = last.map(this::read).map(Assignment::version).orElse(0);
            if (wanted.version() <= lastVersion) {
                throw new InvalidInputException(
                        "assignment.version", lastVersion + 1 + " or more", String.valueOf(wanted.version()));
            }
            long stored = last.map(Document::version).orElse(0L);
            wiring.store()
                    .commit(wiring.changeset(tenant, actor)
                            .document(teamKey, stored, text)
                            .build());
            return bound;
        });
    }

    @Override
    public AssignmentDecision assign(LeadId lead) {
        return found(lead, assignAll(List.of(lead)).decisions());
    }

    @Override
    public AssignmentDecision explain(LeadId lead) {
        return found(lead, new Portion(List.of(lead)).decideAll().decisions);
    }

    private static AssignmentDecision found(LeadId lead, Map<LeadId, AssignmentDecision> decisions) {
        AssignmentDecision decision = Objects.requireNonNull(decisions.get(lead));
        if (decision.why().code().equals("not-found")) {
            throw new LeadNotFoundException(lead);
        }
        return decision;
    }

    @Override
    public AssignmentResult assignAll(Collection<LeadId> leads) {
        List<LeadId> each = List.copyOf(new LinkedHashSet<>(leads));
        Map<LeadId, AssignmentDecision> decisions = new LinkedHashMap<>();
        for (int from = 0; from < each.size(); from += PORTION) {
            List<LeadId> some = each.subList(from, Math.min(each.size(), from + PORTION));
            decisions.putAll(
                    Optimistic.retry(() -> new Portion(some).decideAll().commit()).decisions);
        }
        return new AssignmentResult(decisions);
    }

    @Override
    public DrainResult drain(int most) {
        if (most < 1) {
            throw new InvalidInputException("most", "1 or more", String.valueOf(most));
        }
        List<AssignmentDecision> assigned = new ArrayList<>();
        long passedOver = 0;
        LeadQuery query = LeadQuery.of(open.assignedToNobody()).sortedBy(LeadQuery.Sort.OLDEST);
        while (true) {
            int left = most - assigned.size();
            Page<Lead> page =
                    wiring.store().list(tenant, query.limit(Math.max(SMALLEST_PAGE, Math.min(PORTION, left))));
            List<LeadId> oldest = page.items().stream().map(Lead::id).toList();
            Portion portion =
                    Optimistic.retry(() -> new Portion(oldest).decideUntil(left).commit());
            for (AssignmentDecision decision : portion.decisions.values()) {
                if (decision.chosen() == null) {
                    passedOver++;
                } else {
                    assigned.add(decision);
                }
            }
            boolean full = portion.isFull();
            if (full || page.next() == null || assigned.size() == most) {
                return new DrainResult(assigned, passedOver, full);
            }
            query = query.after(page.next());
        }
    }

    /** How many open leads each member has, of those whom it limits. */
    private Map<String, Long> counts(Assignment team) {
        Map<String, Long> counts = new HashMap<>();
        for (Member member : team.members()) {
            if (member.capacity() != null) {
                var his = BoardQuery.of(open.assignedTo(member.user())).cards(0);
                long count = wiring.store().board(tenant, his).columns().stream()
                        .mapToLong(Board.Column::count)
                        .sum();
                counts.put(member.user(), count);
            }
        }
        return counts;
    }

    private Map<LeadId, Lead> find(Collection<LeadId> ids) {
        Map<LeadId, Lead> found = new HashMap<>();
        if (!ids.isEmpty()) {
            wiring.store().findAll(tenant, ids).forEach(lead -> found.put(lead.id(), lead));
        }
        return found;
    }

    /**
     * So many leads as are decided on one reading. The rotation is read before the counts: whoever assigns after it was
     * read moves it on, so that this portion is refused; whoever did before is counted. Used once.
     */
    private final class Portion {
        private final List<LeadId> ids;
        private final Map<LeadId, AssignmentDecision> decisions = new LinkedHashMap<>();
        private final Optional<Assignment> team = assignment();
        private final Optional<Document> before = documents.find(tenant, rotationKey);
        private Rotation rotation =
                before.map(document -> Rotation.parse(document.text())).orElse(Rotation.START);
        private final Map<LeadId, Lead> stored;
        private final Map<LeadId, Lead> previous;
        private final Map<String, Long> openOf;
        private int assigned;

        Portion(List<LeadId> ids) {
            this.ids = ids;
            stored = find(ids);
            boolean sticky = team.isPresent() && team.get().strategy().sticky();
            List<LeadId> earlier = stored.values().stream()
                    .flatMap(lead -> Stream.ofNullable(lead.previous()))
                    .toList();
            previous = find(sticky ? earlier : List.of());
            boolean isAnyFree = stored.values().stream().anyMatch(lead -> lead.assignee() == null);
            openOf = team.isPresent() && isAnyFree ? counts(team.get()) : new HashMap<>();
        }

        Portion decideAll() {
            ids.forEach(this::decide);
            return this;
        }

        /** Looks at no more leads once so many are given away, or nobody can take more. */
        Portion decideUntil(int most) {
            for (LeadId id : ids) {
                if (assigned == most || isFull()) {
                    break;
                }
                decide(id);
            }
            return this;
        }

        boolean isFull() {
            return team.isEmpty() || !team.get().hasRoom(openOf);
        }

        private void decide(LeadId id) {
            AssignmentDecision decision = decision(id);
            decisions.put(id, decision);
            rotation = decision.next();
            if (decision.chosen() != null) {
                openOf.merge(decision.chosen(), 1L, Long::sum);
                assigned++;
            }
        }

        private AssignmentDecision decision(LeadId id) {
            Lead lead = stored.get(id);
            if (lead == null) {
                return AssignmentDecision.notToAssign(id, "not-found", "there is no such lead", rotation);
            } else if (team.isEmpty()) {
                return AssignmentDecision.notToAssign(id, "no-assignment", "no team was published", rotation);
            } else if (!lead.pipeline().equals(pipeline)) {
                return AssignmentDecision.notToAssign(id, "other-pipeline", "another team has it", rotation);
            }
            Lead last = lead.previous() == null ? null : previous.get(lead.previous());
            AssignmentDecision decision =
                    team.get().decide(lead, last == null ? null : last.assignee(), rotation, openOf);
            return decision.chosen() == null ? decision : unlessForbidden(lead, decision);
        }

        private AssignmentDecision unlessForbidden(Lead lead, AssignmentDecision decision) {
            var request = AccessRequest.on(AccessAction.ASSIGN, lead, LeadField.ASSIGNEE);
            return wiring.forbidden(request).stream()
                    .findFirst()
                    .map(its -> AssignmentDecision.notToAssign(lead.id(), its.code(), its.text(), rotation))
                    .orElse(decision);
        }

        Portion commit() {
            if (assigned > 0) {
                Assignment by = team.orElseThrow();
                var cause = new Cause(Cause.ASSIGNMENT, by.name() + "@" + by.version());
                Instant now = wiring.now();
                ChangesetBuilder unit = wiring.changeset(tenant, actor);
                decisions.forEach((id, decision) -> {
                    Lead lead = stored.get(id);
                    if (lead != null
                            && decision.chosen() != null
                            && work.assign(decision.chosen()).decide(lead, now) instanceof Step.Next next) {
                        unit.update(
                                next.before(),
                                next.after(),
                                next.at(),
                                cause,
                                next.extra().toArray(Change[]::new));
                    }
                });
                unit.document(rotationKey, before.map(Document::version).orElse(0L), rotation.toJson(by));
                wiring.store().commit(unit.build());
            }
            return this;
        }
    }
}
