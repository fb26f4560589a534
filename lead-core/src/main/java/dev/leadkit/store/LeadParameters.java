package dev.leadkit.store;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.pipeline.Pipeline;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a query from named texts, as a URL or a saved view has them. Immutable and safe to share, for as long as the
 * present that it was given is the present.
 *
 * <table>
 * <caption>The names; those with * may have several values</caption>
 * <tr><td>{@code pipeline}</td><td>its name</td></tr>
 * <tr><td>{@code stage}*, {@code source}*</td><td>any of these keys</td></tr>
 * <tr><td>{@code tag}*, {@code tagAll}*, {@code tagNone}*</td><td>any, each, none of these tags</td></tr>
 * <tr><td>{@code assignee}</td><td>the host's id of the person</td></tr>
 * <tr><td>{@code unassigned}</td><td>{@code true}: looked after by nobody</td></tr>
 * <tr><td>{@code created}, {@code active}</td><td>creation, last activity in a {@link DateRange}, by its key</td></tr>
 * <tr><td>{@code from}, {@code activeFrom}</td><td>then or later: an instant with its offset, or a date, which stands
 *     for its beginning</td></tr>
 * <tr><td>{@code to}, {@code activeTo}</td><td>before an instant with its offset, or until the end of a date</td></tr>
 * <tr><td>{@code minScore}, {@code maxScore}</td><td>0 to 100, inclusive</td></tr>
 * <tr><td>{@code band}</td><td>its key</td></tr>
 * <tr><td>{@code stale}</td><td>{@code true}: see {@link LeadFilter#stale}</td></tr>
 * <tr><td>{@code snoozed}</td><td>{@code true}: see {@link LeadFilter#snoozedAt}; not together with {@code stale}</td></tr>
 * <tr><td>{@code q}</td><td>search terms, with a letter or digit at least; none when blank</td></tr>
 * <tr><td>{@code contains}</td><td>see {@link LeadFilter#containing}; none when blank</td></tr>
 * <tr><td>{@code sort}</td><td>a {@link LeadQuery.Sort}, such as {@code last-activity}</td></tr>
 * <tr><td>{@code limit}, {@code cursor}</td><td>see {@link PageRequest}</td></tr>
 * </table>
 */
public final class LeadParameters {
    private static final List<String> NAMES = List.of(
            "active",
            "activeFrom",
            "activeTo",
            "assignee",
            "band",
            "contains",
            "created",
            "cursor",
            "from",
            "limit",
            "maxScore",
            "minScore",
            "pipeline",
            "q",
            "snoozed",
            "sort",
            "source",
            "stage",
            "stale",
            "tag",
            "tagAll",
            "tagNone",
            "to",
            "unassigned");

    private final Pipeline pipeline;
    private final ZoneId zone;
    private final Instant now;

    /**
     * @param pipeline whose stages say what is stale
     * @param zone in which days begin and end
     * @param now the present, by the kit's clock
     */
    public LeadParameters(Pipeline pipeline, ZoneId zone, Instant now) {
        this.pipeline = pipeline;
        this.zone = zone;
        this.now = now;
    }

    /**
     * The query that the parameters ask for; {@link LeadQuery#all} without any.
     *
     * @throws InvalidInputException for the first problem, which may be a name that is unknown; all the others are
     *     {@linkplain Throwable#getSuppressed suppressed} in it, each of the same type
     */
    public LeadQuery query(Map<String, List<String>> parameters) {
        return new Reading(parameters).query();
    }

    /** One reading of parameters, which goes on after a problem. */
    private final class Reading {
        private final Map<String, List<String>> parameters;
        private final List<InvalidInputException> problems = new ArrayList<>();
        private LeadQuery query = LeadQuery.all();

        Reading(Map<String, List<String>> parameters) {
            this.parameters = parameters;
        }

        LeadQuery query() {
            refuseUnknownNames();
            refuseTogether("assignee", "unassigned");
            refuseTogether("stale", "snoozed");
            refuseTogether("created", "from", "to");
            refuseTogether("active", "activeFrom", "activeTo");
            one("pipeline", text -> filter(query.filter().inPipeline(text)));
            many("stage", keys -> filter(query.filter().inStage(keys)));
            many("source", keys -> filter(query.filter().fromSource(keys)));
            many("tag", tags -> filter(query.filter().taggedAny(tags)));
            many("tagAll", tags -> filter(query.filter().taggedAll(tags)));
            many("tagNone", tags -> filter(query.filter().taggedNone(tags)));
            one("assignee", text -> filter(query.filter().assignedTo(text)));
            ifTrue("unassigned", () -> filter(query.filter().assignedToNobody()));
            one("created", text -> created(named("created", text)));
            one("from", text -> created(begins(query.filter().created(), day("from", text))));
            one("to", text -> created(ends(query.filter().created(), day("to", text))));
            one("active", text -> active(named("active", text)));
            one("activeFrom", text -> active(begins(query.filter().lastActivity(), day("activeFrom", text))));
            one("activeTo", text -> active(ends(query.filter().lastActivity(), day("activeTo", text))));
            one("minScore", text -> filter(query.filter().scoredAtLeast(number("minScore", text))));
            one("maxScore", text -> filter(query.filter().scoredAtMost(number("maxScore", text))));
            one("band", text -> filter(query.filter().inBand(text)));
            ifTrue("stale", this::stale);
            ifTrue("snoozed", () -> filter(query.filter().snoozedAt(now)));
            text("q", text -> filter(query.filter().matching(text)));
            text("contains", text -> filter(query.filter().containing(text)));
            one("sort", text -> query = query.sortedBy(sort(text)));
            one("limit", text -> query = query.limit(number("limit", text)));
            one("cursor", text -> query = query.after(text));
            if (!problems.isEmpty()) {
                InvalidInputException first = problems.remove(0);
                problems.forEach(first::addSuppressed);
                throw first;
            }
            return query;
        }

        private void filter(LeadFilter filter) {
            query = new LeadQuery(filter, query.sort(), query.page());
        }

        private void stale() {
            String wanted = query.filter().pipeline();
            if (wanted != null && !wanted.equals(pipeline.name())) {
                throw new InvalidInputException("stale", "the pipeline " + pipeline.name(), "another pipeline");
            }
            filter(query.filter().stale(pipeline, now));
        }

        private void refuseUnknownNames() {
            for (String name : new TreeSet<>(parameters.keySet())) {
                if (!NAMES.contains(name)) {
                    problems.add(new InvalidInputException(
                            isName(name) ? name : "parameter",
                            "one of " + String.join(", ", NAMES),
                            "an unknown name"));
                }
            }
        }

        /** Whether it may be repeated in a message. */
        private boolean isName(String name) {
            return name.length() <= 64
                    && !name.isEmpty()
                    && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
        }

        private void refuseTogether(String name, String... others) {
            for (String other : others) {
                if (parameters.containsKey(name) && parameters.containsKey(other)) {
                    problems.add(new InvalidInputException(name, "either it or " + other, "both"));
                }
            }
        }

        private void created(TimeRange range) {
            filter(query.filter().createdIn(range));
        }

        private void active(TimeRange range) {
            filter(query.filter().activeIn(range));
        }

        private static TimeRange begins(TimeRange range, TimeRange where) {
            return new TimeRange(where.from(), range.before());
        }

        private static TimeRange ends(TimeRange range, TimeRange where) {
            return new TimeRange(range.from(), where.before());
        }

        private TimeRange named(String name, String text) {
            return DateRange.find(text)
                    .orElseThrow(() -> refused(name, "one of " + keys(DateRange.values(), DateRange::key)))
                    .at(now, zone);
        }

        /** All of a date; of an instant, the empty range that begins and ends there. */
        private TimeRange day(String name, String text) {
            try {
                if (text.indexOf('T') < 0) {
                    return DateRange.day(LocalDate.parse(text), zone);
                }
                Instant at = OffsetDateTime.parse(text).toInstant();
                return TimeRange.between(at, at);
            } catch (DateTimeException unreadable) {
                throw refused(name, "a date such as 2026-03-02 or an instant such as 2026-03-02T09:00:00Z");
            }
        }

        private int number(String name, String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException notANumber) {
                throw refused(name, "a whole number");
            }
        }

        private LeadQuery.Sort sort(String text) {
            return Arrays.stream(LeadQuery.Sort.values())
                    .filter(sort -> sort.key().equals(text))
                    .findFirst()
                    .orElseThrow(() -> refused("sort", "one of " + keys(LeadQuery.Sort.values(), LeadQuery.Sort::key)));
        }

        private static <T> String keys(T[] values, Function<T, String> key) {
            return Arrays.stream(values).map(key).collect(Collectors.joining(", "));
        }

        private void ifTrue(String name, Runnable then) {
            one(name, text -> {
                if (!text.equals("true") && !text.equals("false")) {
                    throw refused(name, "true or false");
                }
                if (text.equals("true")) {
                    then.run();
                }
            });
        }

        /** A value that must not be blank, if it is there. */
        private void one(String name, Consumer<String> use) {
            text(name, text -> {
                if (text.isBlank()) {
                    throw new InvalidInputException(name, "a value, or not to be there", "a blank text");
                }
                use.accept(text);
            });
        }

        private void text(String name, Consumer<String> use) {
            List<String> values = parameters.getOrDefault(name, List.of());
            if (values.size() > 1) {
                problems.add(new InvalidInputException(name, "one value", values.size() + " of them"));
            } else if (!values.isEmpty()) {
                reading(name, () -> use.accept(values.get(0)));
            }
        }

        private void many(String name, Consumer<String[]> use) {
            List<String> values =
                    parameters.getOrDefault(name, List.of()).stream().distinct().toList();
            if (values.stream().anyMatch(String::isBlank)) {
                problems.add(new InvalidInputException(name, "values that are not blank", "a blank text"));
            } else if (!values.isEmpty()) {
                reading(name, () -> use.accept(values.toArray(new String[0])));
            }
        }

        /** Names the parameter, whatever its part of the filter is called. */
        private void reading(String name, Runnable use) {
            try {
                use.run();
            } catch (InvalidInputException refused) {
                problems.add(new InvalidInputException(name, refused.expected(), refused.found()));
            }
        }

        private static InvalidInputException refused(String name, String expected) {
            return new InvalidInputException(name, expected, "another text");
        }
    }
}
