package dev.leadkit.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Reads every column of every table as text, to see where something stands. */
final class TableScan {
    /** The places of a value that was found: table and column. */
    private final List<Cell> cells = new ArrayList<>();

    private record Cell(String place, String text) {}

    private TableScan() {}

    static TableScan of(DataSource database) {
        var scan = new TableScan();
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                scan.read(connection, table);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return scan;
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        Set<String> tables = new TreeSet<>();
        try (ResultSet rows = database.getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (rows.getString("TABLE_TYPE").endsWith("TABLE") && table.startsWith("leadkit_")) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private void read(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String place =
                            table + "." + rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
                    Object value = rows.getObject(i);
                    if (value instanceof byte[] bytes) {
                        cells.add(new Cell(place, lower(new String(bytes, StandardCharsets.UTF_8))));
                        cells.add(new Cell(place, HexFormat.of().formatHex(bytes)));
                    } else if (value != null) {
                        cells.add(new Cell(place, lower(rows.getString(i))));
                    }
                }
            }
        }
    }

    /** The tables that were read. */
    Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        cells.forEach(cell -> tables.add(cell.place().substring(0, cell.place().indexOf('.'))));
        return tables;
    }

    /** Where a text stands, in any case, as it is or in hexadecimal or Base64 digits. */
    Set<String> placesOf(String text) {
        Set<String> places = new TreeSet<>();
        for (String form : forms(text)) {
            cells.stream().filter(cell -> cell.text().contains(form)).forEach(cell -> places.add(cell.place()));
        }
        return places;
    }

    private static Set<String> forms(String text) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(lower(text));
        for (String each : List.of(text, lower(text))) {
            byte[] bytes = each.getBytes(StandardCharsets.UTF_8);
            forms.add(HexFormat.of().formatHex(bytes));
            // Whole groups of three bytes only: the rest depends on what stands around.
            for (int start = 0; start < 3 && bytes.length >= start + 6; start++) {
                int length = (bytes.length - start) / 3 * 3;
                byte[] part = Arrays.copyOfRange(bytes, start, start + length);
                forms.add(lower(Base64.getEncoder().encodeToString(part)));
                forms.add(lower(Base64.getUrlEncoder().encodeToString(part)));
            }
        }
        return forms;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
