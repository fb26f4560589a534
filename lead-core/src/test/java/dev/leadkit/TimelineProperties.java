package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.field.FieldDef;
import dev.leadkit.field.FieldRule;
import dev.leadkit.field.LeadFields;
import dev.leadkit.identity.MergeRefusedException;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadDiff;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadRebuild;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.lead.Told;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done at the desk, the timeline alone rebuilds each lead, as it is and as it was at each version. */
class TimelineProperties {
    private static final TenantId ACME = TenantId.of("acme");
    private static final int LEADS = 4;
    private static final LeadFields FIELDS = LeadFields.named("any")
            .add(FieldDef.of("seats", "Seats", FieldRule.number(1, 9)))
            .add(FieldDef.of("plan", "Plan", FieldRule.text(9)).beginningWith(FieldValue.of("free")))
            .build();

    /** Something that is asked of a lead by its number; {@code other} is the number of another one, where it takes two. */
    private record Request(Kind kind, int lead, int other, String value, boolean byProgram) {}

    private enum Kind {
        NAME,
        EMAIL,
        PHONE,
        COMPANY,
        AMOUNT,
        FIELD,
        CLEAR,
        TAG,
        UNTAG,
        ASSIGN,
        MOVE,
        NOTE,
        CONSENT,
        MERGE,
        UNMERGE,
        DISTINCT
    }

    @Property(tries = 100)
    void the_timeline_alone_rebuilds_each_lead(@ForAll("requests") List<Request> requests) {
        var world = new World();

        for (Request request : requests) {
            world.perform(request);
        }

        for (LeadId id : world.ids) {
            Lead stored = world.desk.get(id);
            List<Activity> timeline =
                    world.desk.timeline(id, PageRequest.first(500)).items();
            Lead rebuilt = LeadRebuild.of(ACME, timeline);
            assertThat(Told.of(rebuilt)).isEqualTo(Told.of(stored));
            assertThat(LeadDiff.between(stored, rebuilt)).isEmpty();
        }
        for (Lead once : world.versions) {
            List<Activity> timeline =
                    world.desk.timeline(once.id(), PageRequest.first(500)).items();
            assertThat(Told.of(LeadRebuild.asOf(ACME, timeline, once.version())))
                    .isEqualTo(Told.of(once));
        }
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, LEADS - 1),
                        Arbitraries.integers().between(0, LEADS - 1),
                        Arbitraries.of("1", "2", "3", "4"),
                        Arbitraries.of(true, false))
                .as(Request::new)
                .list()
                .ofMaxSize(25);
    }

    private static final class World {
        private final MovableClock clock = new MovableClock();
        private final LeadKit kit = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .fields(FIELDS)
                .scorer((lead, asOf) -> {
                    int value = Math.min(100, 10 * lead.tags().size());
                    return new Score(
                            value,
                            value > 10 ? "warm" : "cold",
                            List.of(new Contribution("tags", "Tags", value, "tags")),
                            "c@1",
                            asOf,
                            null);
                })
                .build();
        private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
        private final LeadDesk program = kit.tenant("acme").as(Actor.system());
        private final List<LeadId> ids = new ArrayList<>();
        private final Set<Lead> versions = new LinkedHashSet<>();

        World() {
            for (int i = 0; i < LEADS; i++) {
                NewLead wanted = NewLead.named("Lead " + i)
                        .email("a%d@x.example".formatted(i))
                        .email("b%d@x.example".formatted(i))
                        .externalId("crm-" + i);
                Lead lead = (i % 2 == 0 ? desk : program).create(wanted);
                ids.add(lead.id());
                versions.add(lead);
            }
        }

        void perform(Request request) {
            clock.advance(Duration.ofSeconds(1));
            LeadId id = ids.get(request.lead());
            try {
                perform(request, request.byProgram() ? program : desk, id);
            } catch (LeadMergedException | MergeRefusedException | TransitionRefusedException refused) {
                // Nothing was written, and the timelines must not tell anything.
            }
            desk.list(LeadQuery.all()).items().forEach(versions::add);
        }

        private void perform(Request request, LeadDesk by, LeadId id) {
            String value = request.value();
            LeadUpdate update = LeadUpdate.begin();
            switch (request.kind()) {
                case NAME -> by.update(id, update.name("Name " + value));
                case EMAIL -> by.update(id, update.email("e" + value + "@x.example"));
                case PHONE -> by.update(id, update.phone("+49 151 " + value, null));
                case COMPANY -> by.update(id, update.company("Firm " + value).location("Place " + value));
                case AMOUNT -> by.update(id, update.expecting(Money.of(value + ".50", "EUR")));
                case FIELD -> by.update(id, update.field("seats", value).field("plan", "p" + value));
                case CLEAR ->
                    by.update(
                            id,
                            update.clear(List.of("email", "phone", "amount", "field:seats")
                                    .get(Integer.parseInt(value) - 1)));
                case TAG -> by.tag(id, value);
                case UNTAG -> by.untag(id, value);
                case ASSIGN -> by.assign(id, value.equals("1") ? null : value);
                case MOVE ->
                    by.transition(
                            id,
                            List.of("contacted", "qualified", "lost", "new").get(Integer.parseInt(value) - 1),
                            "price");
                case NOTE -> by.note(id, "note " + value);
                case CONSENT ->
                    by.consent(
                            id,
                            value.equals("1")
                                    ? Consent.withdrawnFrom("mail")
                                    : Consent.to("mail").text(value));
                case MERGE -> by.merges().apply(by.merges().preview(id, ids.get(request.other()), Map.of()));
                case UNMERGE -> by.merges().undo(id);
                case DISTINCT -> by.merges().markDistinct(id, ids.get(request.other()));
            }
        }
    }
}
