package dev.leadkit.pipeline;

import static dev.leadkit.pipeline.Leads.ANN;
import static dev.leadkit.pipeline.Leads.NOW;
import static dev.leadkit.pipeline.Leads.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {
    private static final Lead LEAD = in("new").build();
    private static final Refusal NO_CREDIT = new Refusal("credit-refused", "the credit check was negative", null);

    private final List<Attempt> asked = new ArrayList<>();

    /** Refuses with what it is given. */
    private HostGuard credit(Optional<Refusal> answer) {
        return attempt -> {
            asked.add(attempt);
            return answer;
        };
    }

    private static Pipeline pipeline(String guards, HostGuard credit) {
        return Pipeline.parse("""
                {"kind": "pipeline", "format": 1, "name": "sales", "version": 1, "start": "new",
                 "stages": [{"key": "new", "name": "New", "category": "open"},
                            {"key": "won", "name": "Won", "category": "won", "required": ["email"]},
                            {"key": "lost", "name": "Lost", "category": "lost"}],
                 "transitions": [{"from": "new", "to": "won", "guards": %s}, {"from": "new", "to": "lost"}]}
                """.formatted(guards), HostGuards.none().with("credit", credit));
    }

    @Test
    void sees_who_would_move_what_where_and_when() {
        pipeline("[{\"host\": \"credit\"}]", credit(Optional.empty())).decide(LEAD, "won", ANN, NOW.plusSeconds(5));

        assertThat(asked).singleElement().satisfies(attempt -> {
            assertThat(attempt.lead()).isEqualTo(LEAD);
            assertThat(attempt.to()).isEqualTo("won");
            assertThat(attempt.actor()).isEqualTo(ANN);
            assertThat(attempt.at()).isEqualTo(NOW.plusSeconds(5));
        });
    }

    @Test
    void its_refusal_stands_beside_the_others() {
        Decision decision = pipeline("[{\"host\": \"credit\"}]", credit(Optional.of(NO_CREDIT)))
                .decide(LEAD, "won", ANN);

        assertThat(decision.refusals()).extracting(Refusal::code).containsExactly("missing-field", "credit-refused");
        assertThat(decision.refusals()).last().isEqualTo(NO_CREDIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"host\": \"credit\"}]",
                "[{\"host\": \"credit\"}, {\"host\": \"credit\"}]",
                "[{\"any\": [{\"has\": \"name\"}, {\"source\": [\"api\"]}, {\"host\": \"credit\"}]}]",
                "[{\"all\": [{\"has\": \"fax\"}, {\"host\": \"credit\"}]}]",
                "[{\"any\": [{\"all\": [{\"host\": \"credit\"}, {\"has\": \"name\"}]},"
                        + " {\"all\": [{\"not\": {\"host\": \"credit\"}}, {\"has\": \"phone\"}]}]}]"
            })
    void runs_exactly_once_in_each_decision_that_asks_for_it(String guards) {
        Pipeline pipeline = pipeline(guards.replace("fax", "phone"), credit(Optional.empty()));

        pipeline.decide(LEAD, "won", ANN);
        assertThat(asked).hasSize(1);
        pipeline.decide(LEAD, "lost", ANN);
        pipeline.decide(LEAD, "nowhere", ANN);
        assertThat(asked).hasSize(1);
        pipeline.options(LEAD, ANN);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatever_it_throws_refuses_the_move_and_hides_what_was_said() {
        HostGuard broken = attempt -> {
            throw new IllegalStateException("no line to jane@acme.com");
        };

        Decision decision =
                pipeline("[{\"host\": \"credit\"}]", broken).decide(in("new").build(), "won", ANN);

        assertThat(decision.refusals())
                .last()
                .isEqualTo(new Refusal("guard-failed", "the guard \"credit\" failed and could not be asked", null));
    }

    @Test
    void one_that_fails_holds_in_no_way_not_even_turned_around() {
        HostGuard broken = attempt -> {
            throw new IllegalStateException();
        };
        List<String> turnedAround = List.of(
                "[{\"not\": {\"host\": \"credit\"}}]",
                "[{\"not\": {\"not\": {\"host\": \"credit\"}}}]",
                "[{\"not\": {\"any\": [{\"host\": \"credit\"}, {\"has\": \"phone\"}]}}]",
                "[{\"not\": {\"all\": [{\"any\": [{\"host\": \"credit\"}]}]}}]");

        assertThat(turnedAround)
                .allSatisfy(guards -> assertThat(pipeline(guards, broken)
                                .decide(LEAD, "won", ANN)
                                .refusals())
                        .extracting(Refusal::code)
                        .containsExactly("missing-field", "guard-failed"));
    }

    @Test
    void one_that_fails_does_not_stand_in_the_way_of_another_alternative() {
        HostGuard broken = attempt -> {
            throw new IllegalStateException();
        };

        Decision decision = pipeline("[{\"any\": [{\"host\": \"credit\"}, {\"source\": [\"api\"]}]}]", broken)
                .decide(LEAD, "won", ANN);

        assertThat(decision.refusals()).extracting(Refusal::code).containsExactly("missing-field");
    }

    @Test
    @SuppressWarnings({"NullAway", "OptionalAssignedToNull"}) // what a host may do
    void an_answer_of_null_is_a_failure() {
        Decision decision =
                pipeline("[{\"host\": \"credit\"}]", attempt -> null).decide(LEAD, "won", ANN);

        assertThat(decision.refusals()).extracting(Refusal::code).contains("guard-failed");
    }

    @Test
    void can_be_given_in_code() {
        Pipeline pipeline = Pipeline.named("p")
                .open("new", "New")
                .won("won", "Won")
                .allow("new", "won", Guard.host("credit", credit(Optional.of(NO_CREDIT))))
                .build();

        assertThat(pipeline.decide(LEAD, "won", ANN).refusals()).containsExactly(NO_CREDIT);
    }

    @Test
    void a_name_is_given_once() {
        HostGuards guards = HostGuards.none().with("credit", credit(Optional.empty()));

        assertThat(guards.names()).containsExactly("credit");
        assertThatThrownBy(() -> guards.with("credit", credit(Optional.empty())))
                .isInstanceOf(InvalidInputException.class);
    }
}
