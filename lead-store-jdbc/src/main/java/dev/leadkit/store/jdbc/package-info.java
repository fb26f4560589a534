/**
 * Keeps leads in a relational database through plain JDBC; H2 for now. Start at
 * {@link dev.leadkit.store.jdbc.JdbcLeadStore}.
 *
 * <p>A changeset is one transaction. {@code …Sql} holds the statements of a table, {@code …Rows} binds and reads them,
 * {@code …Json} writes what no query asks for. The tables come from numbered SQL files beside this package, under
 * {@code schema/}.
 */
@NullMarked
package dev.leadkit.store.jdbc;

import org.jspecify.annotations.NullMarked;
