package dev.leadkit.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.lead.Lead;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an assignment is written, in JSON and in code, and what is said of one that is wrong. */
class AssignmentDefinitionTest {
    private static final String INBOUND = """
        {"kind": "assignment", "format": 1, "name": "inbound", "version": 3,
         "strategy": {"order": "weighted", "sticky": true, "needs": [
           {"skill": "german", "tag": "de"},
           {"skill": "chat", "source": "whatsapp"},
           {"skill": "enterprise", "condition": "big-deal"}]},
         "members": [
           {"user": "ann", "weight": 2, "capacity": 20, "skills": ["enterprise", "german"]},
           {"user": "ben", "skills": ["chat"], "away": true},
           {"user": "cy"}]}
        """;

    private static final Predicate<Lead> BIG = lead -> lead.expectedAmount() != null;

    private static List<Problem> problems(String json) {
        return catchThrowableOfType(
                        InvalidDefinitionException.class, () -> Assignment.parse(json, Map.of("big-deal", BIG)))
                .problems();
    }

    @Test
    void the_json_document_is_the_value_that_is_made_in_code() {
        var made = new Assignment(
                "inbound",
                3,
                Strategy.weighted()
                        .stickyToPrevious()
                        .needing(Need.forTag("de", "german"))
                        .needing(Need.forSource("whatsapp", "chat"))
                        .needing(Need.forCondition("big-deal", BIG, "enterprise")),
                List.of(
                        Member.of("ann").withWeight(2).withCapacity(20).withSkills("german", "enterprise"),
                        Member.of("ben").withSkills("chat").withAway(true),
                        Member.of("cy")));

        assertThat(Assignment.parse(INBOUND, Map.of("big-deal", BIG))).isEqualTo(made);
        assertThat(Assignment.parse(made.toJson(), Map.of("big-deal", BIG))).isEqualTo(made);
        assertThat(made.toJson()).isEqualTo(INBOUND.replaceAll("\\s", ""));
    }

    @Test
    void all_mistakes_are_found_at_once_each_with_its_place() {
        List<Problem> problems = problems("""
            {"kind": "assignment", "format": 1, "name": "a\\tb", "version": 0, "owner": "ann",
             "strategy": {"order": "capacity", "sticky": "yes", "needs": [
               {"skill": "german", "tag": "de", "source": "api"},
               {"skill": "german"},
               {"skill": "enterprise", "condition": "small-deal"},
               {"skill": " ", "tag": "x"},
               {"skill": "chat", "source": "whatsapp"},
               {"skill": "chat", "source": "whatsapp"}]},
             "members": [
               {"user": "ann", "weight": 0, "capacity": 1000001, "skills": ["chat", "chat", 7]},
               {"weight": 1},
               {"user": "ann", "capacity": 5, "color": "red"},
               "ben"]}
            """);

        assertThat(problems)
                .extracting(Problem::pointer, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("/name", "bad-id"),
                        tuple("/version", "out-of-range"),
                        tuple("/owner", "unknown-key"),
                        tuple("/strategy/sticky", "wrong-type"),
                        tuple("/strategy/needs/0", "unknown-need"),
                        tuple("/strategy/needs/1", "unknown-need"),
                        tuple("/strategy/needs/2/condition", "unknown-condition"),
                        tuple("/strategy/needs/3/skill", "blank"),
                        tuple("/strategy/needs/5", "duplicate-need"),
                        tuple("/members/0/weight", "out-of-range"),
                        tuple("/members/0/capacity", "out-of-range"),
                        tuple("/members/0/skills", "duplicate-skill"),
                        tuple("/members/0/skills/2", "wrong-type"),
                        tuple("/members/0", "missing-capacity"),
                        tuple("/members/1", "missing"),
                        tuple("/members/2/user", "duplicate-member"),
                        tuple("/members/2/color", "unknown-key"),
                        tuple("/members/3", "wrong-type"));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.mend()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                  | ''           | missing",
                "[]                                                                  | ''           | wrong-type",
                "{\"kind\": \"pipeline\"}                                            | /kind        | wrong-kind",
                "{\"kind\": \"assignment\", \"format\": 2}                           | /format      | unknown-format",
                "{\"members\": []}                                                   | /members     | empty",
                "{\"strategy\": \"round-robin\"}                                     | /strategy    | wrong-type",
                "{\"strategy\": {}}                                                  | /strategy    | missing",
                "{\"strategy\": {\"order\": \"random\"}}                             | /strategy/order | unknown-value",
            })
    void one_mistake_has_its_place(String json, String pointer, String code) {
        assertThat(problems(json)).extracting(Problem::pointer, Problem::code).contains(tuple(pointer, code));
    }

    @Test
    void a_skill_that_nobody_has_would_leave_leads_waiting_for_ever() {
        assertThat(problems("""
            {"kind": "assignment", "format": 1, "name": "t", "version": 1,
             "strategy": {"order": "round-robin", "needs": [{"skill": "german", "tag": "de"}]},
             "members": [{"user": "ann", "skills": ["German"]}]}
            """))
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/strategy/needs/0/skill", "skill-of-nobody"));
    }

    @Test
    void made_in_code_the_same_mistakes_have_the_same_places() {
        var invalid = catchThrowableOfType(
                InvalidDefinitionException.class,
                () -> Assignment.of("t", Strategy.byCapacity(), Member.of("ann").withCapacity(1), Member.of("ann")));

        assertThat(invalid.problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/members/1/user", "duplicate-member"), tuple("/members/1", "missing-capacity"));
    }

    @Test
    void a_thousand_members_are_the_most() {
        Member[] members = new Member[1_001];
        for (int i = 0; i < members.length; i++) {
            members[i] = Member.of("m" + i);
        }
        var invalid = catchThrowableOfType(
                InvalidDefinitionException.class, () -> Assignment.of("t", Strategy.roundRobin(), members));

        assertThat(invalid.problems()).extracting(Problem::code).containsExactly("too-many");
    }

    @Test
    void a_file_that_is_not_there_is_a_problem_too() {
        var invalid = catchThrowableOfType(
                InvalidDefinitionException.class, () -> Assignment.read(Path.of("no-such-file.json")));

        assertThat(invalid.problems()).extracting(Problem::code).containsExactly("unreadable");
    }
}
