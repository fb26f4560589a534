package dev.leadkit.privacy;

import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Leads and conversations that belong together, as they were read.
 *
 * @param leads sorted by id
 * @param transcripts of those sessions of which something is stored, sorted by session
 * @param sessions all of them
 */
record Person(List<Lead> leads, List<Transcript> transcripts, Set<String> sessions) {
    Person {
        leads = List.copyOf(leads);
        transcripts = List.copyOf(transcripts);
        sessions = Set.copyOf(sessions);
    }

    /** Every session over which a lead was heard. */
    static Set<String> sessionsOf(Lead lead) {
        Set<String> sessions = new TreeSet<>(lead.sessions());
        lead.identities().stream()
                .filter(identity -> identity.kind() == IdentityKind.SESSION)
                .map(Identity::value)
                .forEach(sessions::add);
        return sessions;
    }
}
