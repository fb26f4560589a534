package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.pipeline.Pipeline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadParametersTest {
    private static final Instant NOW = Instant.parse("2026-03-03T11:30:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LeadParameters parameters = new LeadParameters(Pipeline.fiveStage(), BERLIN, NOW);

    private LeadQuery query(String... namesAndValues) {
        Map<String, List<String>> named = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            named.merge(
                    namesAndValues[i],
                    List.of(namesAndValues[i + 1]),
                    (some, more) -> List.of(some.get(0), more.get(0)));
        }
        return parameters.query(named);
    }

    @Test
    void nothing_asks_for_all_leads() {
        assertThat(query()).isEqualTo(LeadQuery.all());
    }

    @Test
    void every_name_is_a_part_of_the_query() {
        LeadFilter all = LeadFilter.all();

        assertThat(query("pipeline", "sales").filter()).isEqualTo(all.inPipeline("sales"));
        assertThat(query("stage", "new", "stage", "lost").filter()).isEqualTo(all.inStage("new", "lost"));
        assertThat(query("source", "widget").filter()).isEqualTo(all.fromSource("widget"));
        assertThat(query("tag", "a", "tagAll", "b", "tagNone", "c").filter())
                .isEqualTo(all.taggedAny("a").taggedAll("b").taggedNone("c"));
        assertThat(query("assignee", "ann").filter()).isEqualTo(all.assignedTo("ann"));
        assertThat(query("unassigned", "true").filter()).isEqualTo(all.assignedToNobody());
        assertThat(query("unassigned", "false").filter()).isEqualTo(all);
        assertThat(query("minScore", "10", "maxScore", "20").filter())
                .isEqualTo(all.scoredAtLeast(10).scoredAtMost(20));
        assertThat(query("band", "hot").filter()).isEqualTo(all.inBand("hot"));
        assertThat(query("stale", "true").filter()).isEqualTo(all.stale(Pipeline.fiveStage(), NOW));
        assertThat(query("q", " jane ").filter()).isEqualTo(all.matching("jane"));
        assertThat(query("q", " ").filter()).isEqualTo(all);
        assertThat(query("contains", "ane").filter()).isEqualTo(all.containing("ane"));
        assertThat(query("sort", "last-activity", "limit", "7", "cursor", "x"))
                .isEqualTo(LeadQuery.all()
                        .sortedBy(LeadQuery.Sort.LAST_ACTIVITY)
                        .limit(7)
                        .after("x"));
    }

    @Test
    void dates_are_whole_days_in_the_zone_and_instants_are_themselves() {
        LeadFilter all = LeadFilter.all();

        assertThat(query("created", "last-7-days").filter())
                .isEqualTo(all.createdIn(DateRange.LAST_7_DAYS.at(NOW, BERLIN)));
        assertThat(query("from", "2026-03-29", "to", "2026-03-29").filter())
                .isEqualTo(all.createdBetween(
                        Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
        assertThat(query("to", "2026-03-02T10:00:00+01:00").filter())
                .isEqualTo(all.createdIn(new TimeRange(null, Instant.parse("2026-03-02T09:00:00Z"))));
        assertThat(query("active", "today").filter()).isEqualTo(all.activeIn(DateRange.TODAY.at(NOW, BERLIN)));
        assertThat(query("activeFrom", "2026-03-02T09:00:00Z").filter())
                .isEqualTo(all.activeIn(new TimeRange(Instant.parse("2026-03-02T09:00:00Z"), null)));
    }

    @ParameterizedTest
    @CsvSource({
        "colour, red, colour, one of active",
        "from, yesterday, from, a date such as",
        "to, 2026-02-30, to, a date such as",
        "activeTo, 2026-03-02T09:00:00, activeTo, a date such as",
        "created, last-8-days, created, one of today",
        "minScore, high, minScore, a whole number",
        "minScore, -1, minScore, 0 to 100",
        "maxScore, 101, maxScore, 0 to 100",
        "unassigned, yes, unassigned, true or false",
        "stale, 1, stale, true or false",
        "sort, name, sort, one of newest",
        "limit, 501, limit, 1 to 500",
        "limit, 0, limit, 1 to 500",
        "contains, ab, contains, three letters or digits",
        "stage, '', stage, values that are not blank",
        "assignee, ' ', assignee, a value",
    })
    void a_value_that_is_not_taken_is_refused_with_the_mend(String name, String value, String field, String expected) {
        assertThatThrownBy(() -> query(name, value)).isInstanceOfSatisfying(InvalidInputException.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.expected()).startsWith(expected);
        });
    }

    @Test
    void all_problems_are_told_at_once() {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> query(
                        "colour",
                        "red",
                        "limit",
                        "many",
                        "band",
                        "hot",
                        "assignee",
                        "ann",
                        "unassigned",
                        "true",
                        "sort",
                        "newest",
                        "sort",
                        "oldest"));

        assertThat(refused.field()).isEqualTo("colour");
        assertThat(refused.getSuppressed())
                .extracting(problem -> ((InvalidInputException) problem).field())
                .containsExactly("assignee", "sort", "limit");
    }

    @Test
    void a_hostile_name_is_not_repeated() {
        assertThatThrownBy(() -> query("<script>jane@acme.example", "x")).hasMessageStartingWith("parameter: expected");
    }

    @Test
    void stale_is_of_the_pipeline_alone() {
        assertThatThrownBy(() -> query("pipeline", "other", "stale", "true")).hasMessageStartingWith("stale: expected");
    }
}
