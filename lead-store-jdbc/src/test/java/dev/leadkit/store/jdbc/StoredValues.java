package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.LeadArbitraries.ids;
import static dev.leadkit.testkit.LeadArbitraries.instants;
import static dev.leadkit.testkit.LeadArbitraries.names;
import static dev.leadkit.testkit.LeadArbitraries.statedConsents;
import static dev.leadkit.testkit.LeadArbitraries.texts;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Mark;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.NoteId;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Whatever a store may be given beside the leads and messages of {@link dev.leadkit.testkit.LeadArbitraries}. */
final class StoredValues {
    private StoredValues() {}

    static Arbitrary<Change> changes() {
        Arbitrary<String> maybe = texts().injectNull(0.3);
        Arbitrary<Duration> durations = Arbitraries.longs().greaterOrEqual(0).map(Duration::ofNanos);
        return Arbitraries.oneOf(
                Combinators.combine(
                                ids(),
                                texts(),
                                Arbitraries.integers(),
                                texts(),
                                leadIds().injectNull(0.5))
                        .as((source, pipeline, version, stage, previous) ->
                                new Change.Created(LeadSource.of(source), pipeline, version, stage, previous)),
                reasons().list().ofMaxSize(3).map(Change.Captured::new),
                Arbitraries.of(new Change.Withdrawn(), new Change.Restored(), new Change.Adjusted()),
                leadIds().map(Change.Merged::new),
                leadIds().map(Change.MergedInto::new),
                leadIds().map(Change.Unmerged::new),
                leadIds().map(Change.UnmergedFrom::new),
                Combinators.combine(texts(), texts(), maybe, durations).as(Change.StageChanged::new),
                Combinators.combine(texts(), reasons().list().ofMinSize(1).ofMaxSize(3))
                        .as(Change.Overridden::new),
                Combinators.combine(texts(), maybe, maybe).as(Change.FieldChanged::new),
                texts().map(Change.Tagged::new),
                texts().map(Change.Untagged::new),
                Combinators.combine(maybe, maybe).as(Change.Assigned::new),
                texts().map(Change.Noted::new),
                Combinators.combine(noteIds(), texts()).as(Change.NoteEdited::new),
                noteIds().map(Change.NoteRemoved::new),
                Combinators.combine(
                                Arbitraries.integers().injectNull(0.3), Arbitraries.integers(), maybe, texts(), texts())
                        .as(Change.Scored::new),
                Combinators.combine(texts(), texts()).as(Change.BandChanged::new),
                Combinators.combine(Arbitraries.of(IdentityKind.class), Arbitraries.of(Assurance.class))
                        .as(Change.Identified::new),
                texts().map(Change.ConversationLinked::new),
                texts().map(Change.ConversationUnlinked::new),
                statedConsents().map(Change.ConsentStated::new),
                texts().map(Change.ConsentDropped::new),
                Combinators.combine(Arbitraries.integers(), Arbitraries.integers(), texts(), texts())
                        .as(Change.Migrated::new),
                Combinators.combine(texts(), texts(), texts(), Arbitraries.integers(), texts(), maybe, durations)
                        .as(Change.PipelineChanged::new),
                maybe.map(Change.Summarised::new));
    }

    static Arbitrary<Conversation> conversations(TenantId tenant) {
        Arbitrary<Conversation.Segment> segments =
                Combinators.combine(leadIds(), instants().injectNull(0.3)).as(Conversation.Segment::new);
        Arbitrary<Mark> marks = Combinators.combine(
                        Arbitraries.of(Mark.Kind.class), actors(), instants(), names().injectNull(0.5))
                .as(Mark::new);
        return Combinators.combine(
                        ids(), ids(), segments.list().ofMaxSize(3), marks.list().ofMaxSize(3))
                .as((session, channel, some, others) -> new Conversation(tenant, session, channel, 1, some, others));
    }

    private static Arbitrary<Actor> actors() {
        return Combinators.combine(Arbitraries.of(Actor.Kind.class), ids(), ids().injectNull(0.5))
                .as(Actor::new);
    }

    private static Arbitrary<Reason> reasons() {
        Arbitrary<Evidence> evidence = Combinators.combine(
                        texts(), texts(), Arbitraries.integers().between(0, 99))
                .as((session, message, start) -> new Evidence(session, message, start, start + 1));
        return Combinators.combine(texts(), texts(), evidence.list().ofMaxSize(2))
                .as((String code, String text, List<Evidence> some) -> new Reason(code, text, some));
    }

    private static Arbitrary<NoteId> noteIds() {
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(1),
                        Arbitraries.integers().greaterOrEqual(0))
                .as(NoteId::new);
    }

    private static Arbitrary<LeadId> leadIds() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) -> new LeadId(new UUID(high, low)));
    }
}
