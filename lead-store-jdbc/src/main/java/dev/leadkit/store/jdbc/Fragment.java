package dev.leadkit.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A piece of a statement with its parameters, to which more is added. Not safe to share. */
final class Fragment {
    private final StringBuilder sql = new StringBuilder();
    private final List<Statements.Binder> parameters = new ArrayList<>();

    Fragment(String sql) {
        add(sql);
    }

    Fragment(String sql, Statements.Binder binder) {
        add(sql, binder);
    }

    /** Adds a clause without parameters. */
    Fragment add(String clause) {
        sql.append(clause);
        return this;
    }

    /** Adds a clause to the end. */
    Fragment add(String clause, Statements.Binder binder) {
        sql.append(clause);
        parameters.add(binder);
        return this;
    }

    Fragment add(Fragment other) {
        sql.append(other.sql);
        parameters.addAll(other.parameters);
        return this;
    }

    /** Selects with all their rows, duplicates too, of which each may have an order and a limit of its own. */
    static Fragment unionAll(List<Fragment> selects) {
        if (selects.size() == 1) {
            return selects.get(0);
        }
        var union = new Fragment("(");
        for (Iterator<Fragment> each = selects.iterator(); each.hasNext(); ) {
            union.add(each.next()).add(each.hasNext() ? ")\nUNION ALL\n(" : ")\n");
        }
        return union;
    }

    String sql() {
        return sql.toString();
    }

    void bind(Parameters to) throws SQLException {
        for (Statements.Binder each : parameters) {
            each.bind(to);
        }
    }
}
