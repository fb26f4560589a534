package dev.leadkit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A table of the host's own, beside ours. */
final class HostRows {
    private HostRows() {}

    static void createIn(DataSource database) {
        Database.execute(database, "CREATE TABLE host_row (id INT PRIMARY KEY)");
    }

    static void insert(Connection connection, int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO host_row (id) VALUES (?)")) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }

    static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM host_row")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static boolean isThere(Connection connection, int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM host_row WHERE id = ?")) {
            statement.setInt(1, id);
            return statement.executeQuery().next();
        }
    }

    static int count(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return count(connection);
        }
    }
}
