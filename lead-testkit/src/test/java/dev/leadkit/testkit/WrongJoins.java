package dev.leadkit.testkit;

import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoreException;
import java.sql.SQLException;

/** Stores that are wrong about whose transaction it is. */
final class WrongJoins {
    private WrongJoins() {}

    /** Nobody would repeat anything, nor remember it. */
    static class MarksEverything extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    try {
                        return super.commit(changeset).asJoined();
                    } catch (ConflictException conflict) {
                        conflict.markJoined();
                        throw conflict;
                    }
                }
            };
        }
    }

    /** Begins by making the connection its own. */
    static class TakesTheConnectionOver extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Capabilities capabilities() {
                    return super.capabilities().withJoining(connection -> {
                        try {
                            connection.setAutoCommit(false);
                        } catch (SQLException failed) {
                            throw new StoreException("failed", failed);
                        }
                        return this;
                    });
                }
            };
        }
    }
}
