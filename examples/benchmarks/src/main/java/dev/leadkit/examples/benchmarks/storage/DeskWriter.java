package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.LeadStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** Ours, from the front door: what was asked for is checked, filled in, decided and read first where it must be. */
final class DeskWriter implements Writer {
    private final LeadDesk desk;

    DeskWriter(LeadStore store, TenantId tenant) {
        desk = LeadKit.builder()
                .store(withEndpoint(store))
                .identityKey("a secret for benchmarks alone".getBytes(StandardCharsets.UTF_8))
                .pipeline(Population.PIPELINE)
                .build()
                .tenant(tenant.value())
                .as(Population.ANN);
    }

    @Override
    public void write(Unit unit) {
        if (unit.wanted() != null) {
            desk.create(unit.wanted());
        } else {
            unit.changesets()
                    .forEach(each ->
                            desk.transition(each.leads().get(0).lead().id(), Objects.requireNonNull(unit.to())));
        }
    }

    /** As if the kit had one endpoint. */
    private static LeadStore withEndpoint(LeadStore store) {
        return (LeadStore) Proxy.newProxyInstance(
                LeadStore.class.getClassLoader(), new Class<?>[] {LeadStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        Changeset unit = (Changeset) arguments[0];
                        return store.commit(new Changeset(
                                unit.id(),
                                unit.tenant(),
                                unit.at(),
                                unit.actor(),
                                unit.leads(),
                                unit.conversations(),
                                unit.messages(),
                                unit.activities(),
                                unit.documents(),
                                Set.of(Population.ENDPOINT)));
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
