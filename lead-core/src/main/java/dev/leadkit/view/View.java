package dev.leadkit.view;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which leads somebody wants to see again, and how. Immutable; each method gives a copy.
 *
 * <pre>{@code
 * View hot = View.named("Hot and new")
 *         .where("stage", "new").where("band", "hot").where("created", "last-7-days").where("sort", "score")
 *         .withColumns("name", "source", "score", "createdAt")
 *         .sharedWithAll();
 * }</pre>
 *
 * <p>A view outlives the leads that it was made for, and an erasure leaves it as it is. So it holds nothing of a person:
 * search terms are not saved, and it is for who names the view not to name one.
 *
 * @param name at most {@value #MAX_NAME} characters, not necessarily unique
 * @param query texts by their names in {@link dev.leadkit.store.LeadParameters}; no {@code q}, {@code contains} and
 *     {@code cursor}. A range of dates is saved by its name, so that it moves along
 * @param columns those of a list, in their order, without repeats: of {@link #COLUMNS}, or a name that the kit knows besides;
 *     none for whatever the host shows then
 * @param shared whether everybody of the tenant sees it
 * @param team the name of the team of the owner's that sees it, see {@link Teams}; absent when none does, or everybody
 */
public record View(
        String name,
        Map<String, List<String>> query,
        List<String> columns,
        ViewMode mode,
        boolean shared,
        @Nullable String team) {
    public static final int MAX_NAME = 200;

    /** The columns that every lead has, sorted. */
    public static final List<String> COLUMNS = List.of(
            LeadField.AMOUNT,
            LeadField.ASSIGNEE,
            LeadField.AVATAR,
            "band",
            LeadField.COMPANY,
            "createdAt",
            LeadField.EMAIL,
            "lastActivityAt",
            LeadField.LOCATION,
            LeadField.LOST_REASON,
            LeadField.NAME,
            "need",
            LeadField.PHONE,
            "pipeline",
            "score",
            "source",
            LeadField.STAGE,
            "stageEnteredAt",
            LeadField.TAGS);

    private static final Set<String> NOT_SAVED = Set.of("q", "contains", "cursor");

    /** @throws InvalidInputException naming the first part that is not taken */
    public View {
        name = Input.id("view.name", Input.name("view.name", name));
        if (name.length() > MAX_NAME) {
            throw new InvalidInputException(
                    "view.name", "at most %d characters".formatted(MAX_NAME), name.length() + " characters");
        }
        Map<String, List<String>> sorted = new TreeMap<>();
        query.forEach((parameter, values) -> {
            if (NOT_SAVED.contains(parameter)) {
                throw new InvalidInputException(
                        "view.query",
                        "what may be kept; search terms may name a person, so search within the view",
                        parameter);
            }
            values.forEach(value -> Input.id("view.query", value));
            sorted.put(Input.id("view.query", parameter), List.copyOf(values));
        });
        query = Collections.unmodifiableMap(sorted);
        columns.forEach(column -> Input.id("view.columns", column));
        if (new LinkedHashSet<>(columns).size() < columns.size()) {
            throw new InvalidInputException("view.columns", "each column once", "one of them twice");
        }
        columns = List.copyOf(columns);
        team = team == null ? null : Input.id("view.team", team);
        if (shared && team != null) {
            throw new InvalidInputException("view.team", "a team or everybody, not both", "both");
        }
    }

    /** A list of all leads, for oneself. */
    public static View named(String name) {
        return new View(name, Map.of(), List.of(), ViewMode.LIST, false, null);
    }

    public View withName(String newName) {
        return new View(newName, query, columns, mode, shared, team);
    }

    /** Sets a parameter of the query, see {@link dev.leadkit.store.LeadParameters}. */
    public View where(String parameter, String... values) {
        Map<String, List<String>> more = new TreeMap<>(query);
        more.put(parameter, List.of(values));
        return new View(name, more, columns, mode, shared, team);
    }

    public View withColumns(String... newColumns) {
        return new View(name, query, new ArrayList<>(List.of(newColumns)), mode, shared, team);
    }

    public View asBoard() {
        return new View(name, query, columns, ViewMode.BOARD, shared, team);
    }

    public View sharedWithAll() {
        return new View(name, query, columns, mode, true, null);
    }

    /** Shows it to one of its owner's teams, and to nobody else. */
    public View sharedWithTeam(String itsTeam) {
        return new View(name, query, columns, mode, false, itsTeam);
    }

    /** Shows it to its owner alone. */
    public View forOneself() {
        return new View(name, query, columns, mode, false, null);
    }
}
