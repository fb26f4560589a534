package dev.leadkit.testkit;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.NoteId;
import dev.leadkit.lead.Reason;
import java.time.Duration;
import java.util.List;

/** Changes of every kind, each with and without the parts that may be absent. */
final class Changes {
    private Changes() {}

    static List<Change> ofEveryKind() {
        var evidence = List.of(new Evidence("s-1", "m-1", 0, 5), new Evidence("s-1", "m-2", 7, 7));
        return List.of(
                new Change.Created(LeadSource.of("Messe/Köln"), "five-stage", 3, "new", Leads.id(7)),
                new Change.Created(LeadSource.API, "five-stage", 1, "new", null),
                new Change.Captured(List.of(
                        new Reason("contact-given", "an e-mail address was given 🙂", evidence),
                        Reason.of("marked-qualified", "somebody marked it"))),
                new Change.Captured(List.of()),
                new Change.Withdrawn(),
                new Change.Restored(),
                new Change.Merged(Leads.id(8)),
                new Change.MergedInto(Leads.id(9)),
                new Change.Unmerged(Leads.id(8)),
                new Change.UnmergedFrom(Leads.id(9)),
                new Change.StageChanged("qualified", "lost", "price", Duration.ofNanos(123_456_789_012_345_000L)),
                new Change.StageChanged("lost", "new", null, Duration.ZERO),
                new Change.FieldChanged("name", "Jane ", "Ján Ë\n\"x\""),
                new Change.FieldChanged("email", null, "jane@acme.example"),
                new Change.FieldChanged("phone", "+4915123456789", null),
                new Change.FieldChanged("probability", null, "0.35"),
                new Change.FieldChanged("snoozedUntil", "2026-03-02T09:00:00.123456Z", null),
                new Change.Tagged("vip "),
                new Change.Untagged("vip"),
                new Change.Assigned(null, "ann"),
                new Change.Assigned("ann", null),
                new Change.Assigned("ann", "bob"),
                new Change.Noted("n".repeat(64 * 1024) + "\n🙂 "),
                new Change.Noted(""),
                new Change.Overridden("signed by hand", List.of(Reason.of("not-declared", "no transition"))),
                new Change.Overridden("x", List.of()),
                new Change.NoteEdited(new NoteId(Long.MAX_VALUE, 7), "called again"),
                new Change.NoteRemoved(new NoteId(3, 0)),
                new Change.Scored(null, 71, null, "hot", "default@1"),
                new Change.Scored(71, 0, "hot", "cold", "default@2"),
                new Change.BandChanged("hot", "cold"),
                new Change.Identified(IdentityKind.CHANNEL_USER, Assurance.CHANNEL),
                new Change.ConversationLinked("s-1"),
                new Change.ConversationUnlinked("s-1"),
                new Change.ConsentStated(Leads.consents().get(0)),
                new Change.ConsentStated(Leads.consents().get(1)),
                new Change.ConsentDropped("contact"),
                new Change.Migrated(1, 2, "new", "fresh"),
                new Change.PipelineChanged("sales", "won", "service", 3, "begun", null, Duration.ofDays(2)),
                new Change.PipelineChanged("sales", "new", "service", 3, "lost", "price", Duration.ZERO),
                new Change.Summarised("Wants 40 chairs"),
                new Change.Summarised(null),
                new Change.Adjusted());
    }
}
