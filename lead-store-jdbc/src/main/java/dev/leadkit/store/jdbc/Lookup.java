package dev.leadkit.store.jdbc;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.SearchTerms;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition of a filter for which there are keys: a tag, a search term, a text within others. It can be answered from
 * either side, by going through the leads that its keys lead to, or by checking leads that something else led to.
 */
final class Lookup {
    private final List<Fragment> sources;
    private final String keyColumn;
    private final Fragment check;

    private Lookup(List<Fragment> sources, String keyColumn, Fragment check) {
        this.sources = sources;
        this.keyColumn = keyColumn;
        this.check = check;
    }

    /** Those of a filter, the one first that leads to the fewest, mostly. All of them must hold. */
    static List<Lookup> of(TenantId tenant, LeadFilter filter) {
        List<Lookup> lookups = new ArrayList<>();
        String part = filter.containing();
        if (part != null) {
            lookups.add(containing(tenant, part));
        }
        filter.tags().all().forEach(tag -> lookups.add(anyTag(tenant, Set.of(tag))));
        if (!filter.tags().any().isEmpty()) {
            lookups.add(anyTag(tenant, filter.tags().any()));
        }
        filter.terms().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .forEach(term -> lookups.add(term(tenant, term)));
        return lookups;
    }

    private static Lookup anyTag(TenantId tenant, Collection<String> tags) {
        List<Fragment> sources = tags.stream()
                .map(tag -> new Fragment("""
                    FROM leadkit_lead_tag t
                    WHERE t.tenant_id = ? AND t.tag = ?
                    """, to -> to.text(tenant.value()).text(tag)))
                .toList();
        return new Lookup(sources, "t.tag", hasAny(tags));
    }

    /** A condition on a lead {@code l} to have at least one of the tags, which begins with AND. */
    static Fragment hasAny(Collection<String> tags) {
        var condition = new Fragment("");
        String before = "    AND (";
        for (String tag : tags) {
            // Counted, since PostgreSQL may turn EXISTS into a join that reads all leads to show the first few.
            condition.add(before + "0 < (SELECT COUNT(*)\n").add(tagOfLead(tag)).add(")\n");
            before = "    OR ";
        }
        return condition.add("    )\n");
    }

    /**
     * FROM and WHERE clauses for the tag if a lead {@code l} has it. Of one tag only: for several, H2 reads all rows of each
     * of them for every lead.
     */
    static Fragment tagOfLead(String tag) {
        return new Fragment("""
            FROM leadkit_lead_tag g
            WHERE g.tenant_id = l.tenant_id AND g.tag = ? AND g.created_at = l.created_at AND g.lead_id = l.lead_id
            """, to -> to.text(tag));
    }

    /** A word begins with it; or digits do, where it may be some. */
    private static Lookup term(TenantId tenant, String term) {
        boolean isDigits = SearchTerms.isDigits(term);
        List<Fragment> sources = new ArrayList<>();
        for (String start : isDigits ? List.of(term, SearchTerms.DIGITS + term) : List.of(term)) {
            byte[] first = start.getBytes(StandardCharsets.UTF_8);
            sources.add(
                    new Fragment("""
                FROM leadkit_lead_token t
                WHERE t.tenant_id = ? AND t.token >= ? AND t.token < ?
                """, to -> to.text(tenant.value()).bytes(first).bytes(end(first))));
        }
        List<String> patterns = new ArrayList<>(List.of("% " + term + "%"));
        if (isDigits) {
            patterns.add("% " + SearchTerms.DIGITS + "%" + term + "%");
        }
        return new Lookup(sources, "t.token", new Fragment("    AND ").add(like("l", patterns)));
    }

    private static Lookup containing(TenantId tenant, String part) {
        List<String> patterns = SearchTerms.containedIn(part).stream()
                .map(pieces -> "%" + String.join("%", pieces) + "%")
                .toList();
        Fragment source = new Fragment("""
            FROM leadkit_lead t
            WHERE t.tenant_id = ?
                AND""" + " ", to -> to.text(tenant.value())).add(like("t", patterns));
        return new Lookup(List.of(source), "t.lead_id", new Fragment("    AND ").add(like("l", patterns)));
    }

    /** Terms are letters and digits, so that there is nothing in them to escape. */
    private static Fragment like(String alias, List<String> patterns) {
        List<String> each =
                patterns.stream().map(pattern -> alias + ".search_text LIKE ?").toList();
        return new Fragment("(%s)\n".formatted(String.join(" OR ", each)), to -> to.texts(patterns));
    }

    /** Above everything that begins with these bytes, because 0xFF is in no UTF-8 text. */
    private static byte[] end(byte[] start) {
        byte[] end = Arrays.copyOf(start, start.length + 1);
        end[start.length] = (byte) 0xFF;
        return end;
    }

    /** FROM and WHERE clauses over a table {@code t}, in which leads may come more than once, and in several of them. */
    List<Fragment> sources() {
        return sources;
    }

    /** The column of a source that is the same in all of its rows or a range of keys, right before the lead's creation. */
    String keyColumn() {
        return keyColumn;
    }

    /** Whether each source has its leads in the order of their creation. */
    boolean isSorted() {
        return keyColumn.equals("t.tag");
    }

    /** The first of its keys in no order, at most so many of each source, of leads that meet a condition on {@code t}. */
    Fragment keys(int most, Fragment condition) {
        return Fragment.unionAll(sources.stream()
                .map(source -> new Fragment("SELECT t.created_at, t.lead_id\n")
                        .add(source)
                        .add(condition)
                        .add("LIMIT %s\n".formatted(most)))
                .toList());
    }

    /** To how many leads each leads, in their order, counting no further than so many keys. */
    static Map<Lookup, Integer> counts(Statements statements, List<Lookup> lookups, int most) throws SQLException {
        var select = new Fragment("SELECT ");
        for (int i = 0; i < lookups.size(); i++) {
            select.add(i == 0 ? "" : ",\n")
                    .add("(SELECT COUNT(*)\nFROM (\n")
                    .add(lookups.get(i).keys(most, new Fragment("")))
                    .add(") c%s)".formatted(i));
        }
        return statements
                .find(select, from -> {
                    Map<Lookup, Integer> counts = new LinkedHashMap<>();
                    for (Lookup lookup : lookups) {
                        counts.put(lookup, from.integer());
                    }
                    return counts;
                })
                .orElseThrow();
    }

    /** The first of those that lead to the fewest. */
    static Lookup rarest(Map<Lookup, Integer> counts) {
        return Collections.min(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** A condition on a lead {@code l}, which begins with AND. */
    Fragment check() {
        return check;
    }
}
