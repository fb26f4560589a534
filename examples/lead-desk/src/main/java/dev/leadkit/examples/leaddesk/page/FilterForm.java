package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The filters and the order in the address of a page, by the names of the REST interface, and what its form shows of them.
 * Fields that were left empty are none.
 *
 * @param parameters without the cursor
 */
record FilterForm(Map<String, List<String>> parameters, LeadQuery query) {
    /** As an assignee: nobody. */
    private static final String NOBODY = "-";

    private static final Set<String> NO_FILTERS = Set.of("sort", "limit");

    /**
     * Reads the address.
     *
     * @param others parameters that the page reads itself
     * @throws dev.leadkit.lead.InvalidInputException if a filter is none
     */
    static FilterForm read(PageCall call, String... others) {
        Map<String, List<String>> given = given(call, Set.of(others));
        return new FilterForm(given, call.desk().parameters(ZoneOffset.UTC).query(given));
    }

    /** The form of an address whose filters can't be read: it shows them, and finds nothing. */
    static FilterForm unread(PageCall call, String... others) {
        return new FilterForm(given(call, Set.of(others)), LeadQuery.of(LeadFilter.none()));
    }

    private static Map<String, List<String>> given(PageCall call, Set<String> others) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        call.ctx().queryParamMap().forEach((name, values) -> {
            List<String> filled =
                    values.stream().filter(text -> !text.isBlank()).toList();
            if (!filled.isEmpty() && !others.contains(name)) {
                given.put(name, filled);
            }
        });
        if (given.getOrDefault("assignee", List.of()).equals(List.of(NOBODY))) {
            given.remove("assignee");
            given.put("unassigned", List.of("true"));
        }
        return given;
    }

    LeadFilter filter() {
        return query.filter();
    }

    /** The value of a field; empty when it has none. */
    public String one(String name) {
        if (name.equals("assignee") && parameters.containsKey("unassigned")) {
            return NOBODY;
        }
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    public boolean has(String name, String value) {
        return parameters.getOrDefault(name, List.of()).contains(value);
    }

    /** What the address says beside the fields of a form, which must go along with it. */
    public List<Hidden> beside(List<String> fields) {
        List<Hidden> hidden = new ArrayList<>();
        parameters.forEach((name, values) -> {
            boolean isShown = fields.contains(name) || name.equals("unassigned") && fields.contains("assignee");
            // A field shows one tag; the others go along.
            values.stream()
                    .skip(!isShown ? 0 : name.equals("tag") ? 1 : values.size())
                    .forEach(value -> hidden.add(new Hidden(name, value)));
        });
        return hidden;
    }

    /** A parameter that goes along. */
    record Hidden(String name, String value) {}

    /** How many values are chosen. */
    public int count(String name) {
        return parameters.getOrDefault(name, List.of()).size();
    }

    /** Whether anything is left out. */
    public boolean isFiltering() {
        return parameters.keySet().stream().anyMatch(name -> !NO_FILTERS.contains(name));
    }

    /** For the address of a page with the same filters, such as {@code ?stage=new}; empty without any. */
    public String address() {
        return address(parameters);
    }

    /** The same with the filters alone, as exports take them. */
    public String filterAddress() {
        Map<String, List<String>> filters = new LinkedHashMap<>(parameters);
        filters.keySet().removeAll(NO_FILTERS);
        return address(filters);
    }

    /** The same with another value of a parameter. */
    public String addressWith(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(parameters);
        more.put(name, List.of(value));
        return address(more);
    }

    static String address(Map<String, List<String>> parameters) {
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(value -> parts.add(encoded(name) + "=" + encoded(value))));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
