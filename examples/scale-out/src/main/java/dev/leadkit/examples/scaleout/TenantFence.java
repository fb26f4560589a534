package dev.leadkit.examples.scaleout;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Shuts a tenant's rows in one database: whoever writes one is refused. Raised table by table, and each waits for those who write to
 * that table at the moment: so once it is up, nobody has anything of the tenant in an open transaction.
 */
final class TenantFence {
    private static final String REFUSE = """
        CREATE OR REPLACE FUNCTION scaleout_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'the tenant is moved to another shard' USING ERRCODE = '%s';
        END $$
        """.formatted(TenantMove.MOVING);

    private static final String WRITES = """
        CREATE TRIGGER %1$s_written BEFORE INSERT OR UPDATE ON %2$s
        FOR EACH ROW WHEN (NEW.tenant_id = %3$s) EXECUTE FUNCTION scaleout_refuse()
        """;

    private static final String DELETES = """
        CREATE TRIGGER %1$s_deleted BEFORE DELETE ON %2$s
        FOR EACH ROW WHEN (OLD.tenant_id = %3$s) EXECUTE FUNCTION scaleout_refuse()
        """;

    private static final String IS_UP = """
        SELECT COUNT(*)
        FROM pg_trigger
        WHERE tgrelid = '%s'::regclass AND tgname = 'scaleout_away_' || MD5(?) || '_written'
        """;

    /** For so long others may queue behind us, while we wait for those who were there before. */
    private static final String PATIENCE = "SET LOCAL lock_timeout = '1s'";

    private static final String NO_LOCK = "55P03";
    private static final int ATTEMPTS = 20;

    private final String tenant;
    private final Connection connection;

    TenantFence(String tenant, Connection connection) {
        this.tenant = tenant;
        this.connection = connection;
    }

    void raise() throws SQLException {
        execute(REFUSE);
        String literal = ask("SELECT quote_literal(?)");
        String name = name();
        for (String table : ShardedDatabase.TABLES) {
            if (!isUp(table)) {
                untilLocked(WRITES.formatted(name, table, literal), DELETES.formatted(name, table, literal));
            }
        }
    }

    /** Does nothing where there is none. */
    void lift() throws SQLException {
        String name = name();
        for (String table : ShardedDatabase.TABLES) {
            if (isUp(table)) {
                untilLocked(
                        "DROP TRIGGER %s_written ON %s".formatted(name, table),
                        "DROP TRIGGER %s_deleted ON %s".formatted(name, table));
            }
        }
    }

    private boolean isUp(String table) throws SQLException {
        return Integer.parseInt(ask(IS_UP.formatted(table))) > 0;
    }

    private String name() throws SQLException {
        return "scaleout_away_" + ask("SELECT md5(?)");
    }

    /** In one transaction, which waits for others a moment at a time. */
    private void untilLocked(String... statements) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            connection.setAutoCommit(false);
            try {
                execute(PATIENCE);
                for (String each : statements) {
                    execute(each);
                }
                connection.commit();
                return;
            } catch (SQLException failed) {
                if (!NO_LOCK.equals(failed.getSQLState()) || attempt == ATTEMPTS) {
                    throw failed;
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void execute(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private String ask(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
