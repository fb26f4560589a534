package dev.leadkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.NoteId;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.DocumentWrite;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.IdentityHasher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChangesetAccessTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor ANN = Actor.user("ann");
    private static final LeadId OTHER = new LeadId(new UUID(0, 2));

    private static final NoteId NOTE = new NoteId(2, 0);

    /** What each kind of change asks for; one that only follows from something else asks for nothing by itself. */
    private static final Map<Change, List<String>> ASKS = Map.ofEntries(
            Map.entry(new Change.Created(LeadSource.MANUAL, "p", 1, "new", null), List.of()),
            Map.entry(new Change.Captured(List.of()), List.of()),
            Map.entry(new Change.Withdrawn(), List.of()),
            Map.entry(new Change.Restored(), List.of()),
            Map.entry(new Change.Merged(OTHER), List.of("MERGE merge")),
            Map.entry(new Change.MergedInto(OTHER), List.of("MERGE merge")),
            Map.entry(new Change.Unmerged(OTHER), List.of("MERGE merge")),
            Map.entry(new Change.UnmergedFrom(OTHER), List.of("MERGE merge")),
            Map.entry(new Change.StageChanged("new", "won", null, Duration.ZERO), List.of("MOVE stage won")),
            Map.entry(new Change.NoteEdited(NOTE, "text"), List.of("NOTE notes")),
            Map.entry(new Change.NoteRemoved(NOTE), List.of("NOTE notes")),
            Map.entry(new Change.Adjusted(), List.of()),
            Map.entry(new Change.Overridden("signed", List.of()), List.of()),
            Map.entry(new Change.Migrated(1, 2, "new", "fresh"), List.of()),
            Map.entry(
                    new Change.PipelineChanged("p", "new", "q", 1, "won", null, Duration.ZERO),
                    List.of("MOVE stage won")),
            Map.entry(new Change.FieldChanged("email", null, "x"), List.of("EDIT email")),
            Map.entry(new Change.Tagged("vip"), List.of("TAG tag")),
            Map.entry(new Change.Untagged("vip"), List.of("TAG tag")),
            Map.entry(new Change.Assigned(null, "ann"), List.of("ASSIGN assignee")),
            Map.entry(new Change.Noted("text"), List.of("NOTE notes")),
            Map.entry(new Change.Scored(null, 1, null, "cold", "c@1"), List.of()),
            Map.entry(new Change.BandChanged("cold", "hot"), List.of()),
            Map.entry(new Change.Identified(IdentityKind.EMAIL, Assurance.CLAIMED), List.of()),
            Map.entry(new Change.ConversationLinked("s"), List.of()),
            Map.entry(new Change.ConversationUnlinked("s"), List.of()),
            Map.entry(
                    new Change.ConsentStated(new Attributed<>(Consent.to("contact"), Provenance.by(ANN, NOW))),
                    List.of("EDIT consent:contact")),
            Map.entry(new Change.ConsentDropped("contact"), List.of("EDIT consent:contact")),
            Map.entry(new Change.Summarised("need"), List.of()));

    private final Lead lead = Pipeline.fiveStage()
            .enter(Lead.builder(new LeadId(new UUID(0, 1)), ACME, LeadSource.MANUAL, NOW), NOW)
            .build();

    /** A new kind of change fails this: say in {@link ChangesetAccess} what it asks for, then here. */
    @Test
    void knows_every_kind_of_change() {
        assertThat(ASKS.keySet().stream().map(Object::getClass).collect(Collectors.<Class<?>>toSet()))
                .isEqualTo(Set.copyOf(Arrays.asList(Change.class.getPermittedSubclasses())));
    }

    @Test
    void a_change_asks_for_what_it_does() {
        ASKS.forEach((change, asked) -> {
            List<String> expected = asked.isEmpty() ? List.of("EDIT lead") : asked;

            assertThat(asked(changing(change))).as(change.toString()).isEqualTo(expected);
        });
    }

    @Test
    void what_follows_from_a_merge_or_a_move_asks_for_nothing_more() {
        assertThat(asked(changing(new Change.Merged(OTHER), new Change.Tagged("vip"))))
                .containsExactly("MERGE merge");
        assertThat(asked(changing(
                        new Change.FieldChanged("lostReason", null, "price"),
                        new Change.StageChanged("new", "lost", "price", Duration.ZERO))))
                .containsExactly("MOVE stage lost");
        assertThat(asked(changing(new Change.FieldChanged("lostReason", null, "price"))))
                .containsExactly("EDIT lostReason");
    }

    @Test
    void a_new_lead_asks_to_be_created_in_its_stage_whatever_it_holds() {
        var unit = new ChangesetBuilder(id(), ACME, NOW, ANN, IdentityHasher.of(new byte[16]));
        unit.create(lead.toBuilder().assignee("bob").tags(Set.of("vip")).build(), NOW, null);

        assertThat(asked(unit.build())).containsExactly("CREATE stage new");
    }

    @Test
    void a_document_asks_to_configure_its_kind() {
        var unit = new Changeset(
                id(),
                ACME,
                NOW,
                ANN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new DocumentWrite(new DocumentKey("view", "mine"), 0, "{}")),
                Set.of());

        assertThat(asked(unit)).containsExactly("CONFIGURE view");
    }

    @Test
    void what_is_noted_beside_leads_asks_for_nothing_and_a_card_that_is_put_elsewhere_for_its_rank() {
        var unit = new ChangesetBuilder(id(), ACME, NOW, ANN, IdentityHasher.of(new byte[16]));
        unit.update(lead, lead.toBuilder().rank("0").build(), NOW, null);
        unit.document(new DocumentKey("card-order", "new"), 0, "0");

        assertThat(asked(unit.build())).containsExactly("EDIT rank");
    }

    @Test
    void a_legal_hold_that_comes_or_goes_asks_for_retention_even_where_nothing_tells_of_it() {
        Lead held = lead.toBuilder().pin(LeadField.hold("case-4711")).build();

        assertThat(asked(writing(lead, held))).containsExactly("RETENTION hold");
        assertThat(asked(writing(held, lead))).containsExactly("RETENTION hold");
        assertThat(asked(writing(held, held, new Change.Tagged("vip")))).containsExactly("TAG tag");
    }

    private Changeset changing(Change... changes) {
        return writing(lead, lead, changes);
    }

    private static Changeset writing(Lead lead, Lead next, Change... changes) {
        Lead after = next.toBuilder().version(2).build();
        List<Activity> activities = new ArrayList<>();
        for (Change change : changes) {
            activities.add(new Activity(lead.id(), 2, activities.size(), NOW, ANN, id(), null, change));
        }
        var write = new LeadWrite(new LeadState(lead, Set.of(), Set.of()), new LeadState(after, Set.of(), Set.of()));
        return new Changeset(
                id(), ACME, NOW, ANN, List.of(write), List.of(), List.of(), activities, List.of(), Set.of());
    }

    private static ChangesetId id() {
        return new ChangesetId(new UUID(0, 9));
    }

    private static List<String> asked(Changeset changeset) {
        return ChangesetAccess.of(changeset).stream()
                .map(request -> request.action() + " " + request.what())
                .toList();
    }
}
