package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.ConversationWrite;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Finds out what stands in the way of changesets of one tenant that could not be written. Only reads. */
final class Conflicts {
    private final Statements statements;
    private final TenantId tenant;
    private final Map<UUID, Long> applied = new HashMap<>();
    private final Map<UUID, Long> conversations = new HashMap<>();
    private final Map<UUID, Long> leads = new HashMap<>();
    private final Map<Claim, LeadId> holders = new HashMap<>();

    private record Claim(String pipeline, String key) {}

    private Conflicts(Statements statements, TenantId tenant) {
        this.statements = statements;
        this.tenant = tenant;
    }

    /** Reads what concerns the changesets, in a few statements however many they are. */
    static Conflicts read(Statements statements, TenantId tenant, List<Changeset> changesets) throws SQLException {
        var conflicts = new Conflicts(statements, tenant);
        conflicts.readVersions(
                changesets.stream().map(each -> each.id().value()).toList(), Conflicts::findApplied, conflicts.applied);
        conflicts.readVersions(
                changesets.stream()
                        .flatMap(each -> each.conversations().stream())
                        .map(write -> HashKey.of(write.conversation().session()))
                        .toList(),
                ConversationSql::findVersions,
                conflicts.conversations);
        List<LeadWrite> leads =
                changesets.stream().flatMap(each -> each.leads().stream()).toList();
        conflicts.readVersions(
                leads.stream().map(write -> write.lead().id().value()).toList(),
                LeadSql::findVersions,
                conflicts.leads);
        conflicts.readHolders(leads);
        return conflicts;
    }

    private void readVersions(Collection<UUID> ids, Function<Integer, String> sql, Map<UUID, Long> into)
            throws SQLException {
        for (List<UUID> some : Statements.portions(new TreeSet<>(ids))) {
            statements.list(
                    sql.apply(some.size()) + statements.seeingOthers(),
                    to -> to.text(tenant.value()).ids(some),
                    from -> into.put(from.id(), from.number()));
        }
    }

    private void readHolders(List<LeadWrite> writes) throws SQLException {
        Map<String, TreeSet<String>> byPipeline = new HashMap<>();
        for (LeadWrite write : writes) {
            for (IdentityKey key : write.after().claims()) {
                byPipeline
                        .computeIfAbsent(write.lead().pipeline(), pipeline -> new TreeSet<>())
                        .add(key.hex());
            }
        }
        for (var ofPipeline : byPipeline.entrySet()) {
            String pipeline = ofPipeline.getKey();
            for (List<String> some : Statements.portions(ofPipeline.getValue())) {
                statements.list(
                        findHolders(some.size()) + statements.seeingOthers(),
                        to -> to.text(tenant.value()).text(pipeline).texts(some),
                        from -> holders.put(new Claim(pipeline, from.text()), new LeadId(from.id())));
            }
        }
    }

    /** Whether a changeset of this id was applied. */
    boolean isApplied(Changeset changeset) {
        return applied.containsKey(changeset.id().value());
    }

    /** The first conflict, of the conversations, then the leads, then the claims; empty if nothing stands in the way any more. */
    Optional<ConflictException> of(Changeset changeset) {
        for (ConversationWrite write : changeset.conversations()) {
            String session = write.conversation().session();
            long found = conversations.getOrDefault(HashKey.of(session), 0L);
            if (found != write.expectedVersion()) {
                return Optional.of(new StaleConversationException(session, write.expectedVersion(), found));
            }
        }
        for (LeadWrite write : changeset.leads()) {
            LeadId lead = write.lead().id();
            long found = leads.getOrDefault(lead.value(), 0L);
            if (found != write.expectedVersion()) {
                return Optional.of(new StaleLeadException(lead, write.expectedVersion(), found));
            }
        }
        return changeset.leads().stream()
                .flatMap(write -> taken(write, changeset).stream())
                .findFirst();
    }

    /** A claim that another lead of the same changeset gives up is free. */
    private Optional<ConflictException> taken(LeadWrite write, Changeset changeset) {
        Lead lead = write.lead();
        for (IdentityKey key : write.after().claims()) {
            LeadId holder = holders.get(new Claim(lead.pipeline(), key.hex()));
            if (holder != null && !holder.equals(lead.id()) && !isGivenUp(holder, lead.pipeline(), key, changeset)) {
                return Optional.of(new IdentityTakenException(holder));
            }
            for (LeadWrite other : changeset.leads()) {
                if (!other.lead().id().equals(lead.id()) && claims(other, lead.pipeline(), key)) {
                    return Optional.of(new IdentityTakenException(other.lead().id()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isGivenUp(LeadId holder, String pipeline, IdentityKey key, Changeset changeset) {
        return changeset.leads().stream()
                .anyMatch(write -> write.lead().id().equals(holder) && !claims(write, pipeline, key));
    }

    private static boolean claims(LeadWrite write, String pipeline, IdentityKey key) {
        return write.lead().pipeline().equals(pipeline)
                && write.after().claims().contains(key);
    }

    private static String findApplied(int changesets) {
        return """
            SELECT changeset_id, 1
            FROM leadkit_changeset
            WHERE tenant_id = ? AND changeset_id IN (%s)
            """.formatted(Statements.placeholders(changesets));
    }

    private static String findHolders(int keys) {
        return """
            SELECT identity_key, lead_id
            FROM leadkit_claim
            WHERE tenant_id = ? AND pipeline = ? AND identity_key IN (%s)
            """.formatted(Statements.placeholders(keys));
    }
}
