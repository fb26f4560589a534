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

    /** For so long others may queue behind us, while we wait for those who were there before. */
    private static final String PATIENCE = "SET lock_timeout = '1s'";

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
        for (String table : ShardedDatabase.TABLES) {
            String name = name();
            untilLocked("""
                DROP TRIGGER IF EXISTS %1$s_row ON %2$s;
                DROP TRIGGER IF EXISTS %1$s_gone ON %2$s;
                CREATE TRIGGER %1$s_row BEFORE INSERT OR UPDATE ON %2$s
                FOR EACH ROW WHEN (NEW.tenant_id = %3$s) EXECUTE FUNCTION scaleout_refuse();
                CREATE TRIGGER %1$s_gone BEFORE DELETE ON %2$s
                FOR EACH ROW WHEN (OLD.tenant_id = %3$s) EXECUTE FUNCTION scaleout_refuse()
                """.formatted(name, table, literal));
        }
    }

    /** Does nothing where there is none. */
    void lift() throws SQLException {
        for (String table : ShardedDatabase.TABLES) {
            if (Integer.parseInt(ask(
                            "SELECT COUNT(*) FROM pg_trigger WHERE tgrelid = '%s'::regclass AND tgname LIKE 'scaleout_away_' || md5(?) || '%%'"
                                    .formatted(table)))
                    > 0) {
                untilLocked("""
                    DROP TRIGGER IF EXISTS %1$s_row ON %2$s;
                    DROP TRIGGER IF EXISTS %1$s_gone ON %2$s
                    """.formatted(name(), table));
            }
        }
    }

    private String name() throws SQLException {
        return "scaleout_away_" + ask("SELECT md5(?)");
    }

    /** The statements of one string are one transaction. */
    private void untilLocked(String statements) throws SQLException {
        execute(PATIENCE);
        for (int attempt = 1; ; attempt++) {
            try {
                execute(statements);
                return;
            } catch (SQLException failed) {
                if (!NO_LOCK.equals(failed.getSQLState()) || attempt == ATTEMPTS) {
                    throw failed;
                }
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
