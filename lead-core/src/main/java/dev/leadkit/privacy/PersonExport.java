package dev.leadkit.privacy;

import dev.leadkit.conversation.Transcript;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.RecordJson;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * All that is kept of a person, to be handed over to him. It is personal data through and through: never log it.
 *
 * @param at when it was read
 * @param leads with their timelines, by id
 * @param conversations with all their messages, those of bots and agents too, by session
 */
public record PersonExport(TenantId tenant, Instant at, List<ExportedLead> leads, List<Transcript> conversations) {
    /** @param timeline oldest first, without what may be another person's: see {@link PersonalData#export} */
    public record ExportedLead(Lead lead, List<Activity> timeline) {
        public ExportedLead {
            timeline = List.copyOf(timeline);
        }
    }

    public PersonExport {
        leads = List.copyOf(leads);
        conversations = List.copyOf(conversations);
    }

    /**
     * The same as one JSON object. The members have the names of the records' components, so that nothing can be left
     * out; what is absent has no member; instants and ids are texts, and {@code type} says which kind of change an
     * activity is.
     */
    public String toJson() {
        return JsonText.write(RecordJson.of(this));
    }
}
