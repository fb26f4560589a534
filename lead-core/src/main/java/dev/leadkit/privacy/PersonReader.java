package dev.leadkit.privacy;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.IdentityHasher;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StaleConversationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads leads with their conversations, every other lead of these (a session is one visitor's), and those that they
 * are merged with. It ends, since each round reads sessions or leads that were not read before.
 */
final class PersonReader {
    private final LeadStore store;
    private final TenantId tenant;
    private final IdentityHasher hasher;
    private final Map<LeadId, Lead> leads = new TreeMap<>();
    private final Set<String> sessions = new TreeSet<>();
    private final List<Transcript> transcripts = new ArrayList<>();

    PersonReader(LeadStore store, TenantId tenant, IdentityHasher hasher) {
        this.store = store;
        this.tenant = tenant;
        this.hasher = hasher;
    }

    /** @throws LeadNotFoundException naming the first of the leads that the tenant does not have */
    Person readLeads(Set<LeadId> wanted) {
        read(wanted, Set.of());
        for (LeadId id : new TreeSet<>(wanted)) {
            if (!leads.containsKey(id)) {
                throw new LeadNotFoundException(id);
            }
        }
        return person();
    }

    /** Of a session of which nothing is stored nothing comes. */
    Person readSession(String session) {
        read(Set.of(), Set.of(session));
        return person();
    }

    private Person person() {
        for (Transcript transcript : transcripts) {
            Conversation conversation = transcript.conversation();
            if (!leads.keySet().containsAll(leadsOf(conversation))) {
                // Somebody erased it between two of our reads.
                throw new StaleConversationException(conversation.session(), conversation.version(), 0);
            }
        }
        return new Person(List.copyOf(leads.values()), transcripts, sessions);
    }

    private void read(Set<LeadId> wanted, Set<String> itsSessions) {
        Set<LeadId> nextLeads = wanted;
        Set<String> nextSessions = new TreeSet<>(itsSessions);
        while (!nextLeads.isEmpty() || !nextSessions.isEmpty()) {
            Set<LeadId> merged = new TreeSet<>();
            for (Lead lead : store.findAll(tenant, nextLeads)) {
                leads.put(lead.id(), lead);
                nextSessions.addAll(Person.sessionsOf(lead));
                merged.addAll(mergedWith(lead));
            }
            nextSessions.removeAll(sessions);
            nextLeads = readSessions(nextSessions);
            nextLeads.addAll(merged);
            nextLeads.removeAll(leads.keySet());
            nextSessions = new TreeSet<>();
        }
    }

    /** @return every lead of the sessions */
    private Set<LeadId> readSessions(Set<String> some) {
        Set<LeadId> theirs = new TreeSet<>();
        if (some.isEmpty()) {
            return theirs;
        }
        sessions.addAll(some);
        List<IdentityKey> keys = some.stream()
                .map(session -> hasher.key(Identity.session(session)))
                .toList();
        theirs.addAll(store.capabilities().requireErasure().knownBy(tenant, keys));
        for (String session : some) {
            store.transcript(tenant, session).ifPresent(transcript -> {
                transcripts.add(transcript);
                theirs.addAll(leadsOf(transcript.conversation()));
            });
        }
        return theirs;
    }

    /** Those that a lead stands for, and the one that stands for it. */
    private static Set<LeadId> mergedWith(Lead lead) {
        Set<LeadId> leads = new TreeSet<>(lead.mergedLeads());
        if (lead.mergedInto() != null) {
            leads.add(lead.mergedInto());
        }
        return leads;
    }

    private static Collection<LeadId> leadsOf(Conversation conversation) {
        return conversation.segments().stream().map(Conversation.Segment::lead).toList();
    }
}
