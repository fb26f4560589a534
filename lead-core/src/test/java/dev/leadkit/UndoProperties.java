package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Touch;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Row B14: undone is as if it had never been, and nothing that somebody did since is lost. */
class UndoProperties {
    private static final int LEADS = 3;
    private static final Instant BEGIN = new MovableClock().instant();

    private static final Pipeline PIPELINE = Pipeline.named("p")
            .open("new", "New")
            .open("talking", "Talking")
            .won("won", "Won")
            .lost("lost", "Lost")
            .lost("spam", "Spam")
            .allow("new", "talking")
            .allow("talking", "won")
            .allowFromAnyOpenStage("lost")
            .allowFromAnyOpenStage("spam")
            .allow("lost", "new")
            .allow("lost", "spam")
            .build();

    /** Something that is done to a lead, by its number. */
    private record Edit(int lead, Kind kind, String value) {}

    private enum Kind {
        NAME("Jane", "Joe"),
        COMPANY("Acme", "Globex"),
        LOCATION("Bern", "Rome"),
        AMOUNT("10", "20.50"),
        EMAIL("a@x.org", "b@x.org", "c@x.org"),
        PHONE("+41441111111", "+41442222222"),
        TAG("vip", "fair"),
        UNTAG("vip", "fair"),
        ASSIGN("bob", "cy", ""),
        PROBABILITY("0.25", "0.5", ""),
        SNOOZE("P1D", "P400D", ""),
        CLEAR("name", "email", "phone", "company", "location", "amount", "probability", "snoozedUntil"),
        MOVE("new", "talking", "won", "lost", "spam"),
        CONSENT("contact", "-contact", "news");

        private final List<String> values;

        Kind(String... values) {
            this.values = List.of(values);
        }
    }

    @Provide
    Arbitrary<Edit> edits() {
        return Combinators.combine(Arbitraries.integers().between(0, LEADS - 1), Arbitraries.of(Kind.class))
                .flatAs((lead, kind) -> Arbitraries.of(kind.values).map(value -> new Edit(lead, kind, value)));
    }

    @Provide
    Arbitrary<BulkAction> actions() {
        return Arbitraries.of(
                BulkAction.transition("talking"),
                BulkAction.transition("lost", "price"),
                BulkAction.transition("spam"),
                BulkAction.assign("bob"),
                BulkAction.assign(null),
                BulkAction.tag("vip"),
                BulkAction.untag("fair"),
                BulkAction.edit().company("Acme").location("Rome").expecting(Money.of("7", "EUR")),
                BulkAction.edit().probability(0.75).snooze(BEGIN.plus(Duration.ofDays(900))),
                BulkAction.edit()
                        .clear("company")
                        .clear("amount")
                        .clear("probability")
                        .clear("snoozedUntil"));
    }

    @Property(tries = 300)
    void a_bulk_undone_restores_each_lead_exactly_and_undone_again_repeats_it(
            @ForAll @Size(max = 12) List<@From("edits") Edit> history, @ForAll("actions") BulkAction action) {
        World world = new World();
        history.forEach(world::apply);
        List<Lead> before = world.leads();
        OperationId bulk = Objects.requireNonNull(
                world.desk.bulk().run(action, BulkTarget.of(world.ids)).operation());
        List<Lead> after = world.leads();
        world.tick();

        OperationReport undo = world.desk.undo(bulk);
        assertThat(plain(world.leads())).isEqualTo(plain(before));

        List<Lead> undone = world.leads();
        OperationReport twice = world.desk.undo(bulk);
        assertThat(twice.counts().keySet()).containsExactly("nothing-to-undo");
        assertThat(world.leads()).isEqualTo(undone);

        OperationReport redo = world.desk.undo(Objects.requireNonNull(undo.operation()));
        assertThat(plain(world.leads())).isEqualTo(plain(after));

        world.desk.undo(Objects.requireNonNull(redo.operation()));
        assertThat(plain(world.leads())).isEqualTo(plain(before));
    }

    @Property(tries = 300)
    void edits_undone_from_the_last_to_the_first_lead_back_to_the_beginning(
            @ForAll @Size(max = 10) List<@From("edits") Edit> edits) {
        World world = new World();
        List<List<Lead>> states = new ArrayList<>(List.of(world.leads()));
        List<ChangesetId> made = new ArrayList<>();
        for (Edit edit : edits) {
            Lead old = world.lead(edit);
            world.apply(edit);
            if (world.lead(edit).version() > old.version()) {
                made.add(world.lastChangeset(edit));
                states.add(world.leads());
            }
        }

        for (int i = made.size() - 1; i >= 0; i--) {
            world.desk.undo(made.get(i));
            assertThat(plain(world.leads())).isEqualTo(plain(states.get(i)));
        }
    }

    @Property(tries = 500)
    void what_was_done_since_stays_and_what_nobody_touched_is_as_before(
            @ForAll @Size(max = 6) List<@From("edits") Edit> history,
            @ForAll("edits") Edit edit,
            @ForAll @Size(max = 6) List<@From("edits") Edit> later) {
        World world = new World();
        history.forEach(world::apply);
        Lead before = world.lead(edit);
        world.apply(edit);
        Lead after = world.lead(edit);
        if (after.version() == before.version()) {
            return;
        }
        ChangesetId changeset = world.lastChangeset(edit);
        Map<String, Object> touched = new TreeMap<>();
        for (Edit each : later) {
            Lead old = world.lead(each);
            world.apply(each);
            if (each.lead() == edit.lead()) {
                Map<String, Object> was = fields(old);
                Map<String, Object> is = fields(world.lead(each));
                is.forEach((field, value) -> {
                    if (!value.equals(was.get(field))) {
                        touched.put(field, value);
                    }
                });
            }
        }
        Map<String, Object> present = fields(world.lead(edit));

        world.desk.undo(changeset);

        Map<String, Object> expected = new TreeMap<>(present);
        fields(before).forEach((field, value) -> {
            boolean itsWork = !value.equals(fields(after).get(field));
            if (itsWork && !touched.containsKey(field)) {
                expected.put(field, value);
            }
        });
        if (world.lead(edit).closed()) {
            expected.put("snooze", "null"); // a closed lead has none
        }
        assertThat(fields(world.lead(edit))).isEqualTo(expected);
        Lead undone = world.lead(edit);
        assertThat(world.desk.undo(changeset).changeset()).isNull();
        assertThat(world.lead(edit)).isEqualTo(undone);
    }

    /** What a person sees of a lead, field by field; a field without a value has an empty one. */
    private static Map<String, Object> fields(Lead lead) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("name", attributed(lead.contact().name()));
        fields.put("company", attributed(lead.contact().company()));
        fields.put("location", attributed(lead.contact().location()));
        fields.put("amount", attributed(lead.expectedAmount()));
        for (String email : Kind.EMAIL.values) {
            fields.put(
                    email,
                    lead.contact().emails().stream()
                            .filter(known -> known.value().equals(email))
                            .map(Object.class::cast)
                            .findFirst()
                            .orElse(""));
        }
        for (String phone : Kind.PHONE.values) {
            fields.put(
                    phone,
                    lead.contact().phones().stream()
                            .filter(known -> known.value().value().contains(phone.substring(1)))
                            .map((Attributed<PhoneNumber> known) -> (Object) known)
                            .findFirst()
                            .orElse(""));
        }
        for (String tag : Kind.TAG.values) {
            fields.put("tag:" + tag, lead.tags().contains(tag));
        }
        fields.put("probability", String.valueOf(lead.probability()));
        fields.put("snooze", String.valueOf(lead.snoozedUntil()));
        fields.put("assignee", lead.assignee() == null ? "" : lead.assignee());
        fields.put(
                "stage",
                List.of(lead.stage(), lead.stageEnteredAt(), lead.closed(), String.valueOf(lead.lostReason())));
        for (String purpose : List.of("contact", "news")) {
            fields.put(
                    "consent:" + purpose,
                    lead.consent(purpose).<Object>map(said -> said).orElse(""));
        }
        return fields;
    }

    private static Object attributed(@Nullable Attributed<?> value) {
        return value == null ? "" : value;
    }

    private static List<Lead> plain(List<Lead> leads) {
        return leads.stream()
                .map(lead -> lead.toBuilder()
                        .version(1)
                        .lastActivityAt(Instant.EPOCH)
                        .lastTouch(Touch.CREATED)
                        .build())
                .toList();
    }

    /** A desk with a few leads. */
    private static final class World {
        private final MovableClock clock = new MovableClock();
        private final LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .pipeline(PIPELINE)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        private final List<LeadId> ids = new ArrayList<>();

        World() {
            for (int i = 0; i < LEADS; i++) {
                ids.add(desk.create(NewLead.named("Lead " + i).tag("fair").email("first@x.org"))
                        .id());
            }
        }

        void tick() {
            clock.advance(Duration.ofMinutes(1));
        }

        List<Lead> leads() {
            return ids.stream().map(desk::get).toList();
        }

        Lead lead(Edit edit) {
            return desk.get(ids.get(edit.lead()));
        }

        ChangesetId lastChangeset(Edit edit) {
            List<Activity> timeline =
                    desk.timeline(ids.get(edit.lead()), PageRequest.first(500)).items();
            return timeline.get(timeline.size() - 1).changeset();
        }

        void apply(Edit edit) {
            tick();
            LeadId id = ids.get(edit.lead());
            String value = edit.value();
            LeadUpdate update = LeadUpdate.begin();
            switch (edit.kind()) {
                case NAME -> desk.update(id, update.name(value));
                case COMPANY -> desk.update(id, update.company(value));
                case LOCATION -> desk.update(id, update.location(value));
                case AMOUNT -> desk.update(id, update.expecting(Money.of(value, "EUR")));
                case EMAIL -> desk.update(id, update.email(value));
                case PHONE -> desk.update(id, update.phone(value, null));
                case TAG -> desk.tag(id, value);
                case UNTAG -> desk.untag(id, value);
                case ASSIGN -> desk.assign(id, value.isEmpty() ? null : value);
                case PROBABILITY ->
                    desk.update(
                            id,
                            value.isEmpty()
                                    ? update.stageProbability()
                                    : update.probability(Double.parseDouble(value)));
                case SNOOZE ->
                    desk.update(id, value.isEmpty() ? update.wake() : update.snooze(BEGIN.plus(Duration.parse(value))));
                case CLEAR -> desk.update(id, update.clear(value));
                case CONSENT ->
                    desk.consent(
                            id, value.startsWith("-") ? Consent.withdrawnFrom(value.substring(1)) : Consent.to(value));
                case MOVE -> {
                    if (desk.preview(id, value).isAllowed()) {
                        desk.transition(id, value, "price");
                    }
                }
            }
        }
    }
}
