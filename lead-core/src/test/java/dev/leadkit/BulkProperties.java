package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkResult;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is done to many leads at once is what would be done to each of them. */
class BulkProperties {
    private static final int LEADS = 6;

    private static final Pipeline PIPELINE = Pipeline.named("p")
            .open("new", "New")
            .open("assigned", "Assigned")
            .won("won", "Won")
            .lost("lost", "Lost")
            .allow("new", "assigned", Guard.has("assignee"))
            .allow("assigned", "won")
            .allowFromAnyOpenStage("lost")
            .allow("lost", "new")
            .build();

    /** Something that is asked of leads by their numbers; some numbers are nobody's. */
    private record Request(
            Kind kind, List<Integer> leads, @Nullable String value) {}

    private enum Kind {
        TRANSITION,
        ASSIGN,
        TAG,
        UNTAG
    }

    @Property(tries = 300)
    void a_bulk_does_what_its_edits_would_do_one_by_one(@ForAll("requests") List<Request> requests) {
        World atOnce = new World();
        World oneByOne = new World();

        for (Request request : requests) {
            BulkResult result = atOnce.atOnce(request);

            assertThat(result.outcomes()).isEqualTo(oneByOne.oneByOne(request));
            assertThat(List.copyOf(result.outcomes().keySet()))
                    .isEqualTo(request.leads().stream()
                            .distinct()
                            .map(atOnce.ids::get)
                            .toList());
        }
        assertThat(atOnce.state()).isEqualTo(oneByOne.state());
    }

    @Property(tries = 300)
    void a_dry_run_tells_of_each_lead_what_the_run_then_does(@ForAll("requests") List<Request> requests) {
        World world = new World();

        for (Request request : requests) {
            Map<Lead, List<Change>> before = world.state();
            Map<LeadId, BulkOutcome> would = new LinkedHashMap<>();
            OperationReport report = world.desk
                    .bulk()
                    .dryRun(world.action(request), world.target(request), portion -> would.putAll(portion.outcomes()));
            assertThat(world.state()).isEqualTo(before);

            Map<LeadId, BulkOutcome> did = new LinkedHashMap<>();
            OperationReport done = world.desk
                    .bulk()
                    .run(world.action(request), world.target(request), portion -> did.putAll(portion.outcomes()));

            assertThat(would).isEqualTo(did);
            assertThat(report.counts()).isEqualTo(done.counts());
        }
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        Arbitrary<List<Integer>> leads =
                Arbitraries.integers().between(0, LEADS + 1).list().ofMinSize(1).ofMaxSize(8);
        Arbitrary<Request> moves = Combinators.combine(
                        leads, Arbitraries.of("new", "assigned", "won", "lost", "nowhere"))
                .as((ids, to) -> new Request(Kind.TRANSITION, ids, to));
        Arbitrary<Request> assigns = Combinators.combine(
                        leads, Arbitraries.of("ann", "bob").injectNull(0.3))
                .as((ids, user) -> new Request(Kind.ASSIGN, ids, user));
        Arbitrary<Request> tags = Combinators.combine(
                        Arbitraries.of(Kind.TAG, Kind.UNTAG), leads, Arbitraries.of("vip", "a"))
                .as(Request::new);
        return Arbitraries.oneOf(moves, moves, assigns, tags).list().ofMaxSize(12);
    }

    /** A desk with a few leads, each two of which are known by the same id; the same in every world. */
    private static final class World {
        private final MovableClock clock = new MovableClock();
        private final AtomicLong lastId = new AtomicLong();
        private final LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .pipeline(PIPELINE)
                .ids(() -> new UUID(1, lastId.incrementAndGet()))
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        private final List<LeadId> ids = new ArrayList<>();

        World() {
            for (int i = 0; i < LEADS; i++) {
                Lead lead = desk.create(NewLead.named("Lead " + i).externalId("crm-" + i / 2));
                ids.add(lead.id());
                if (i % 2 == 0) {
                    desk.transition(lead.id(), "lost", "too early");
                }
            }
            ids.add(new LeadId(new UUID(0, 1)));
            ids.add(new LeadId(new UUID(0, 2)));
        }

        BulkResult atOnce(Request request) {
            List<LeadId> leads = request.leads().stream().map(ids::get).toList();
            String value = request.value();
            return switch (request.kind()) {
                case TRANSITION -> desk.bulk().transition(leads, text(value), "no need");
                case ASSIGN -> desk.bulk().assign(leads, value);
                case TAG -> desk.bulk().tag(leads, text(value));
                case UNTAG -> desk.bulk().untag(leads, text(value));
            };
        }

        BulkTarget target(Request request) {
            return BulkTarget.of(request.leads().stream().map(ids::get).toList());
        }

        BulkAction action(Request request) {
            String value = request.value();
            return switch (request.kind()) {
                case TRANSITION -> BulkAction.transition(text(value), "no need");
                case ASSIGN -> BulkAction.assign(value);
                case TAG -> BulkAction.tag(text(value));
                case UNTAG -> BulkAction.untag(text(value));
            };
        }

        Map<LeadId, BulkOutcome> oneByOne(Request request) {
            Map<LeadId, BulkOutcome> outcomes = new LinkedHashMap<>();
            for (int number : request.leads()) {
                if (!outcomes.containsKey(ids.get(number))) {
                    outcomes.put(ids.get(number), one(request, ids.get(number)));
                }
            }
            return outcomes;
        }

        private BulkOutcome one(Request request, LeadId id) {
            try {
                Lead before = desk.get(id);
                Lead after = edited(request, id);
                return after.equals(before) ? new BulkOutcome.Unchanged(after) : new BulkOutcome.Applied(after);
            } catch (LeadNotFoundException unknown) {
                return new BulkOutcome.NotFound();
            } catch (TransitionRefusedException refused) {
                return new BulkOutcome.Refused(refused.refusals());
            } catch (IdentityTakenException taken) {
                return new BulkOutcome.Taken(taken.holder());
            }
        }

        private Lead edited(Request request, LeadId id) {
            String value = request.value();
            return switch (request.kind()) {
                case TRANSITION -> desk.transition(id, text(value), "no need");
                case ASSIGN -> desk.assign(id, value);
                case TAG -> desk.tag(id, text(value));
                case UNTAG -> desk.untag(id, text(value));
            };
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }

        /** All leads, and what happened to each. */
        Map<Lead, List<Change>> state() {
            Map<Lead, List<Change>> state = new LinkedHashMap<>();
            for (Lead lead : desk.list(LeadQuery.all()).items()) {
                state.put(
                        lead,
                        desk.timeline(lead.id(), PageRequest.first(500)).items().stream()
                                .map(Activity::change)
                                .toList());
            }
            return state;
        }
    }
}
