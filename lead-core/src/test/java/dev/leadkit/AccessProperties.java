package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.HiddenField;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.insight.LeadHistory;
import dev.leadkit.insight.SkippedStages;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.TimeRange;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What an actor is shown, in lists, counts, sums and figures alike, is what the policy lets him see lead by lead. F5 */
class AccessProperties {
    private static final List<String> STAGES =
            Pipeline.fiveStage().stages().stream().map(Stage::key).toList();
    private static final List<String> PEOPLE = List.of("ann", "bob", "cy");
    private static final List<String> TAGS = List.of("vip", "eu", "old");

    /** One tenant's random leads, seen by one who sees all and by one who is bound to a policy. */
    private static final class Scene {
        private final Random random;
        private final LeadFilter visible;
        private final LeadKit kit;
        private final LeadDesk everything;
        private final LeadDesk bound;

        Scene(long seed) {
            random = new Random(seed);
            visible = filter(2);
            kit = LeadKit.builder()
                    .store(new InMemoryLeadStore())
                    .access(policy(visible))
                    .build();
            everything = kit.tenant("acme").as(Actor.system());
            bound = kit.tenant("acme").as(Actor.user("ann"));
            for (int i = 0; i < 18; i++) {
                LeadId id = everything
                        .create(NewLead.named("Lead " + i % 4)
                                .email("lead%d@acme.example".formatted(i % 6))
                                .assignee(pick(PEOPLE))
                                .source(pick(List.of(LeadSource.MANUAL, LeadSource.API)))
                                .tag(pick(TAGS))
                                .expecting(
                                        Money.of(Integer.toString(random.nextInt(500)), pick(List.of("EUR", "USD")))))
                        .id();
                if (random.nextInt(3) == 0) {
                    everything.assign(id, null);
                }
                everything.transition(id, pick(List.of("new", "contacted")));
                everything.transition(id, pick(STAGES), "price");
            }
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        LeadFilter filter(int depth) {
            LeadFilter all = LeadFilter.all();
            return switch (random.nextInt(depth > 0 ? 11 : 8)) {
                case 0 -> all.assignedTo(pick(PEOPLE));
                case 1 -> all.assignedToNobody();
                case 2 -> all.inStage(pick(List.of("contacted", "converted")), pick(List.of("new", "lost")));
                case 3 -> all.taggedAny(pick(TAGS));
                case 4 -> all.taggedNone(pick(TAGS));
                case 5 -> all.fromSource("api");
                case 6 -> all.taggedAll(pick(TAGS)).assignedTo(pick(PEOPLE));
                case 7 -> pick(List.of(all, LeadFilter.none()));
                case 8 -> filter(depth - 1).and(filter(depth - 1));
                default -> LeadFilter.anyOf(List.of(filter(depth - 1), filter(depth - 1)));
            };
        }

        List<Lead> leads() {
            return pages(everything, LeadQuery.all());
        }

        List<Lead> leads(Predicate<Lead> wanted) {
            return leads().stream().filter(visible::matches).filter(wanted).toList();
        }
    }

    /** The system sees all; anybody else what passes the filter. */
    private static AccessPolicy policy(LeadFilter visible) {
        return new AccessPolicy() {
            @Override
            public LeadFilter visible(TenantId tenant, Actor actor) {
                return actor.equals(Actor.system()) ? LeadFilter.all() : visible;
            }

            @Override
            public Set<HiddenField> hidden(TenantId tenant, Actor actor) {
                return Set.of();
            }

            @Override
            public boolean permits(TenantId tenant, Actor actor, AccessRequest request) {
                return true;
            }
        };
    }

    private static List<Lead> pages(LeadDesk desk, LeadQuery query) {
        List<Lead> leads = new ArrayList<>();
        Page<Lead> page = desk.list(query.limit(7));
        leads.addAll(page.items());
        while (page.next() != null) {
            page = desk.list(query.limit(7).after(page.next()));
            leads.addAll(page.items());
        }
        return leads;
    }

    private static Set<LeadId> ids(List<Lead> leads) {
        return leads.stream().map(Lead::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Property(tries = 60)
    void a_list_is_what_may_be_seen_of_it(@ForAll long seed) {
        var scene = new Scene(seed);
        LeadFilter asked = scene.filter(2);

        List<Lead> shown = pages(scene.bound, LeadQuery.of(asked));

        assertThat(shown).isEqualTo(scene.leads(asked::matches));
        assertThat(pages(scene.bound, LeadQuery.of(LeadFilter.all().matching("lead"))))
                .isEqualTo(scene.leads(lead -> true));
    }

    @Property(tries = 60)
    void counts_and_sums_tell_nothing_of_what_is_not_seen(@ForAll long seed) {
        var scene = new Scene(seed);
        LeadFilter asked = scene.filter(1);
        List<Lead> seen = scene.leads(asked::matches);

        Board board = scene.bound.board(BoardQuery.of(asked).cards(2));

        for (Board.Column column : board.columns()) {
            List<Lead> its = seen.stream()
                    .filter(lead -> lead.stage().equals(column.stage()))
                    .toList();
            assertThat(column.count()).isEqualTo(its.size());
            for (Money sum : column.sums()) {
                assertThat(its.stream()
                                .map(lead -> lead.expectedAmount().value())
                                .filter(amount -> amount.currency().equals(sum.currency()))
                                .reduce(Money::plus))
                        .contains(sum);
            }
            assertThat(its).containsAll(column.cards());
            if (column.next() != null) {
                LeadQuery rest = LeadQuery.of(
                                asked.inPipeline(its.get(0).pipeline()).inStage(column.stage()))
                        .sortedBy(LeadQuery.Sort.BOARD);
                assertThat(scene.bound.list(rest.after(column.next())).items())
                        .hasSize(its.size() - column.cards().size());
            }
        }
        assertThat(board.columns().stream().mapToLong(Board.Column::count).sum())
                .isEqualTo(seen.size());
    }

    @Property(tries = 40)
    void figures_are_of_what_may_be_seen(@ForAll long seed) {
        var scene = new Scene(seed);
        Set<LeadId> seen = ids(scene.leads(lead -> true));

        assertThat(scene.bound.insights().histories().map(LeadHistory::lead).collect(Collectors.toSet()))
                .isEqualTo(seen);
        assertThat(scene.bound
                        .insights()
                        .cohortFunnel(TimeRange.ALWAYS, SkippedStages.AS_RECORDED)
                        .leads())
                .isEqualTo(seen.size());
    }

    @Property(tries = 40)
    void a_lead_that_may_not_be_seen_is_not_there(@ForAll long seed) {
        var scene = new Scene(seed);
        List<Lead> all = scene.leads();

        var outcomes = scene.bound.bulk().tag(ids(all), "seen").outcomes();

        for (Lead lead : all) {
            boolean visible = scene.visible.matches(lead);
            assertThat(scene.bound.find(lead.id()).isPresent())
                    .isEqualTo(scene.visible.matches(scene.everything.get(lead.id())));
            assertThat(outcomes.get(lead.id()) instanceof BulkOutcome.NotFound).isEqualTo(!visible);
            if (!scene.visible.matches(scene.everything.get(lead.id()))) {
                assertThat(scene.bound.timeline(lead.id(), PageRequest.first(9)).items())
                        .isEmpty();
            }
        }
    }

    @Property(tries = 40)
    void duplicates_are_looked_for_among_what_may_be_seen(@ForAll long seed) {
        var scene = new Scene(seed);
        Set<LeadId> seen = ids(scene.leads(lead -> true));

        for (LeadId lead : seen) {
            Set<LeadId> all = scene.everything.merges().duplicates(lead).stream()
                    .map(duplicate -> duplicate.lead().id())
                    .collect(Collectors.toSet());
            all.retainAll(seen);
            assertThat(scene.bound.merges().duplicates(lead))
                    .extracting(duplicate -> duplicate.lead().id())
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Property(tries = 30)
    void of_a_conversation_the_parts_are_shown_whose_leads_may_be_seen(@ForAll long seed) {
        var scene = new Scene(seed);
        List<Lead> leads = scene.leads();
        LeadId first = leads.get(0).id();
        LeadId second = leads.get(1).id();
        converse(scene, first, second);

        for (LeadId id : List.of(first, second)) {
            boolean one = scene.bound.find(first).isPresent();
            boolean two = scene.bound.find(second).isPresent();
            if (scene.bound.find(id).isPresent()) {
                assertThat(scene.bound.transcript(id).get(0).messages())
                        .extracting(ChatMessage::id)
                        .isEqualTo(one && two ? List.of("m-1", "m-2") : one ? List.of("m-1") : List.of("m-2"));
            }
        }
    }

    /** One session over which both leads were heard, one after the other. */
    private static void converse(Scene scene, LeadId first, LeadId second) {
        Wiring wiring = scene.kit.wiring();
        TenantId acme = TenantId.of("acme");
        var start = Instant.parse("2026-01-01T00:00:00Z");
        ChangesetBuilder unit = wiring.changeset(acme, Actor.system());
        unit.conversation(
                Conversation.begin(acme, "s-1", "widget")
                        .withSegment(new Conversation.Segment(first, null))
                        .withSegment(new Conversation.Segment(second, start)),
                0);
        unit.messages(List.of(
                ChatMessage.from("s-1").id("m-1").visitor("one").at(start).build(),
                ChatMessage.from("s-1")
                        .id("m-2")
                        .visitor("two")
                        .at(start.plusSeconds(1))
                        .build()));
        for (LeadId id : List.of(first, second)) {
            Lead lead = wiring.store().find(acme, id).orElseThrow();
            unit.update(lead, lead.toBuilder().sessions(List.of("s-1")).build(), wiring.now(), null);
        }
        wiring.store().commit(unit.build());
    }
}
