package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.CommitResult.SeenMessage;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Takes what a unit of work writes, table by table, as statements for one row and the rows for them. Whether each table
 * is a round trip or all of them are one is for the implementation.
 *
 * <p>Each method may throw {@link PassingException.LostRace}, and so may {@link #finish}; as after a duplicate key,
 * everything must then be rolled back.
 */
interface Writes {
    /** Adds rows, whose keys must all be free. */
    <T> void insert(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException;

    /** Changes rows, which must all be there in the version that the statement names. */
    <T> void update(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException;

    /** Removes rows; one that is not there is no error. */
    <T> void delete(String sql, Collection<T> rows, Statements.ItemBinder<T> binder) throws SQLException;

    /** Adds to the counters, and makes those that are not there yet. */
    void count(TenantId tenant, List<Counters.Change> changes) throws SQLException;

    /**
     * Adds the messages that are not there yet; no two may be the same. Their conversations must have been written
     * before: everybody else who has messages for them then waits.
     */
    void say(TenantId tenant, List<ChatMessage> messages) throws SQLException;

    /**
     * Sees to it that all of it is written.
     *
     * @return the messages that were there before
     */
    Set<SeenMessage> finish() throws SQLException;
}
