package dev.leadkit.store.jdbc;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.SearchTerms;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The FROM and WHERE clause for the leads of a tenant that pass a filter, with its parameters. Means the same as
 * {@link LeadFilter#matches}. Not safe to share.
 */
final class LeadSelection {
    private final StringBuilder sql = new StringBuilder();
    private final List<Statements.Binder> parameters = new ArrayList<>();

    LeadSelection(TenantId tenant, LeadFilter filter) {
        List<String> terms = new ArrayList<>(filter.terms());
        // The longest term finds the fewest leads, mostly. The others are looked up for those alone.
        terms.sort(Comparator.comparing(String::length).reversed());
        if (terms.isEmpty()) {
            add("FROM leadkit_lead l\nWHERE l.tenant_id = ?\n", to -> to.text(tenant.value()));
        } else {
            fromThoseFound(tenant, terms.remove(0));
        }
        add("    AND l.withdrawn = FALSE\n", to -> {});
        equal("l.pipeline", filter.pipeline());
        oneOf("l.stage", filter.stages());
        oneOf("l.source", filter.sources());
        tagged(filter.tags());
        equal("l.assignee", filter.assignee());
        if (filter.from() != null) {
            Instant from = filter.from();
            add("    AND l.created_at >= ?\n", to -> to.instant(from));
        }
        if (filter.before() != null) {
            Instant before = filter.before();
            add("    AND l.created_at < ?\n", to -> to.instant(before));
        }
        if (filter.minScore() != null) {
            int least = filter.minScore();
            add("    AND l.score >= ?\n", to -> to.number(least));
        }
        equal("l.band", filter.band());
        terms.forEach(this::alsoFoundBy);
    }

    /** Adds a clause to the end. */
    LeadSelection add(String clause, Statements.Binder binder) {
        sql.append(clause);
        parameters.add(binder);
        return this;
    }

    String sql() {
        return sql.toString();
    }

    void bind(Parameters to) throws SQLException {
        for (Statements.Binder each : parameters) {
            each.bind(to);
        }
    }

    private void equal(String column, @Nullable String value) {
        if (value != null) {
            add("    AND %s = ?\n".formatted(column), to -> to.text(value));
        }
    }

    private void oneOf(String column, Collection<String> values) {
        if (!values.isEmpty()) {
            add(
                    "    AND %s IN (%s)\n".formatted(column, Statements.placeholders(values.size())),
                    to -> to.texts(values));
        }
    }

    private void tagged(Collection<String> tags) {
        if (!tags.isEmpty()) {
            add("""
                    AND EXISTS (
                        SELECT 1
                        FROM leadkit_lead_tag g
                        WHERE g.tenant_id = l.tenant_id AND g.lead_id = l.lead_id AND g.tag IN (%s))
                """.formatted(Statements.placeholders(tags.size())), to -> to.texts(tags));
        }
    }

    /**
     * The leads that a term finds drive the statement. An outer join for H2's sake, which else goes through all leads
     * and looks up the term for each; the condition on {@code l.withdrawn} makes it an inner one.
     */
    private void fromThoseFound(TenantId tenant, String term) {
        String found = """
            SELECT DISTINCT t.lead_id
            FROM leadkit_lead_token t
            WHERE t.tenant_id = ? AND t.token >= ? AND t.token < ?
            """;
        List<byte[]> ranges = ranges(term);
        add("FROM (\n%s) found\n".formatted(String.join("UNION\n", Collections.nCopies(ranges.size(), found))), to -> {
            for (byte[] start : ranges) {
                to.text(tenant.value()).bytes(start).bytes(end(start));
            }
        });
        add("""
            LEFT JOIN leadkit_lead l ON l.tenant_id = ? AND l.lead_id = found.lead_id
            WHERE l.tenant_id = ?
            """, to -> to.text(tenant.value()).text(tenant.value()));
    }

    private void alsoFoundBy(String term) {
        List<byte[]> ranges = ranges(term);
        String range = "t.token >= ? AND t.token < ?";
        add("""
                AND EXISTS (
                    SELECT 1
                    FROM leadkit_lead_token t
                    WHERE t.tenant_id = l.tenant_id AND t.lead_id = l.lead_id AND (%s))
            """.formatted(ranges.size() == 1 ? range : range + " OR " + range), to -> {
            for (byte[] start : ranges) {
                to.bytes(start).bytes(end(start));
            }
        });
    }

    /** Where the tokens begin that a term finds: as a word, and as digits where it may be some. */
    private static List<byte[]> ranges(String term) {
        byte[] word = term.getBytes(StandardCharsets.UTF_8);
        return SearchTerms.isDigits(term)
                ? List.of(word, (SearchTerms.DIGITS + term).getBytes(StandardCharsets.UTF_8))
                : List.of(word);
    }

    /** Above everything that begins with these bytes, because 0xFF is in no UTF-8 text. */
    private static byte[] end(byte[] start) {
        byte[] end = Arrays.copyOf(start, start.length + 1);
        end[start.length] = (byte) 0xFF;
        return end;
    }
}
