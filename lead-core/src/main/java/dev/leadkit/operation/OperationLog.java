package dev.leadkit.operation;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps operations as documents, for whatever carries them out. Immutable and safe to share.
 *
 * <p>An operation is one document. Its only portion of leads stands in it; when there are several, each is a document of
 * its own, so that no document grows with the number of leads.
 */
public final class OperationLog implements Operations {
    private static final String KIND = "operation";
    private static final String PORTION = "operation-portion";

    private final LeadStore store;
    private final Documents documents;
    private final TenantId tenant;
    private final Supplier<ChangesetBuilder> units;

    /**
     * @param units begins a unit of work of whoever forgets an operation
     * @throws dev.leadkit.store.UnsupportedCapabilityException if the store keeps no documents
     */
    public OperationLog(LeadStore store, TenantId tenant, Supplier<ChangesetBuilder> units) {
        this.store = store;
        this.documents = store.capabilities().requireDocuments();
        this.tenant = tenant;
        this.units = units;
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return documents.find(tenant, key(id)).map(OperationJson::read);
    }

    @Override
    public Page<Operation> list(PageRequest page) {
        Page<Document> found = documents.list(tenant, KIND, page);
        return new Page<>(found.items().stream().map(OperationJson::read).toList(), found.next());
    }

    @Override
    public List<LeadId> leads(OperationId id, int portion) {
        Operation operation = get(id);
        if (operation.type().equals(Operation.UNDO)) {
            return leads(OperationId.parse(operation.request()), portion);
        }
        Document document = documents
                .find(tenant, portionKey(id, portion))
                .or(() -> portion == 0 ? documents.find(tenant, key(id)) : Optional.empty())
                .orElseThrow(() -> new OperationNotFoundException(id));
        return OperationJson.readLeads(document);
    }

    @Override
    public void forget(OperationId id) {
        find(id).ifPresent(operation -> {
            // The operation itself last, so that one that was half forgotten can be forgotten again.
            for (int portion = 0; hasPortion(operation, portion); portion++) {
                remove(portionKey(id, portion));
            }
            remove(key(id));
        });
    }

    private boolean hasPortion(Operation operation, int portion) {
        return portion <= operation.progress().portion()
                || documents.find(tenant, portionKey(operation.id(), portion)).isPresent();
    }

    private void remove(DocumentKey key) {
        documents.find(tenant, key).ifPresent(document -> {
            Changeset removal =
                    units.get().document(key, document.version(), null).build();
            store.commit(removal);
        });
    }

    /**
     * Adds an operation to the unit of work in which it begins a portion.
     *
     * @param leads those of the portion
     * @return the operation as it will be kept
     */
    public static Operation write(ChangesetBuilder unit, Operation operation, List<LeadId> leads) {
        if (operation.progress().portion() == 0 && operation.progress().finished()) {
            return write(unit, operation, OperationJson.write(operation, leads));
        }
        writePortion(unit, operation.id(), operation.progress().portion(), leads);
        return write(unit, operation);
    }

    /** Adds the leads of a portion that may not have begun yet. */
    public static void writePortion(ChangesetBuilder unit, OperationId id, int portion, List<LeadId> leads) {
        unit.document(portionKey(id, portion), 0, OperationJson.write(leads));
    }

    /** Adds an operation whose leads are kept already, or are those of another one. */
    public static Operation write(ChangesetBuilder unit, Operation operation) {
        return write(unit, operation, OperationJson.write(operation, List.of()));
    }

    private static Operation write(ChangesetBuilder unit, Operation operation, String json) {
        unit.document(key(operation.id()), operation.version(), json);
        return operation.atVersion(operation.version() + 1);
    }

    private static DocumentKey key(OperationId id) {
        return new DocumentKey(KIND, id.toString());
    }

    private static DocumentKey portionKey(OperationId id, int portion) {
        return new DocumentKey(PORTION, String.format(Locale.ROOT, "%s.%06d", id, portion));
    }
}
