package dev.leadkit.store.jdbc;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.DocumentWrite;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.Claim;
import dev.leadkit.store.ConflictCheck;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.IdentityKey;
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
final class Conflicts implements ConflictCheck.Stored {
    private final Statements statements;
    private final TenantId tenant;
    private final Map<UUID, Long> applied = new HashMap<>();
    private final Map<UUID, Long> conversations = new HashMap<>();
    private final Map<UUID, Long> leads = new HashMap<>();
    private final Map<DocumentKey, Long> documents = new HashMap<>();
    private final Map<Claim, LeadId> holders = new HashMap<>();

    private Conflicts(Statements statements, TenantId tenant) {
        this.statements = statements;
        this.tenant = tenant;
    }

    /** Reads what concerns the changesets, in a few statements however many they are, and one a document. */
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
        conflicts.readDocuments(changesets);
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

    /** One by one: few are written, and fewer meet. */
    private void readDocuments(List<Changeset> changesets) throws SQLException {
        for (Changeset each : changesets) {
            for (DocumentWrite write : each.documents()) {
                documents.put(write.key(), DocumentRows.version(statements, tenant, write.key()));
            }
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
                        from -> holders.put(new Claim(pipeline, new IdentityKey(from.text())), new LeadId(from.id())));
            }
        }
    }

    /** Whether a changeset of this id was applied. */
    boolean isApplied(Changeset changeset) {
        return applied.containsKey(changeset.id().value());
    }

    /** What stands in its way; empty if nothing does any more. */
    Optional<ConflictException> of(Changeset changeset) {
        return ConflictCheck.of(changeset, this);
    }

    @Override
    public long conversationVersion(String sessionId) {
        return conversations.getOrDefault(HashKey.of(sessionId), 0L);
    }

    @Override
    public long leadVersion(LeadId lead) {
        return leads.getOrDefault(lead.value(), 0L);
    }

    @Override
    public long documentVersion(DocumentKey key) {
        return documents.getOrDefault(key, 0L);
    }

    @Override
    public Optional<LeadId> holder(Claim claim) {
        return Optional.ofNullable(holders.get(claim));
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
