package dev.leadkit.capture.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.rule.Assignment.Share;
import dev.leadkit.lead.InvalidInputException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final int SESSIONS = 30_000;

    @Test
    void each_of_several_gets_as_many_as_the_others() {
        Map<String, Long> taken = taken(Assignment.roundRobin("ann", "ben", "eve"));

        assertThat(taken)
                .hasSize(3)
                .allSatisfy(
                        (user, count) -> assertThat((double) count / SESSIONS).isCloseTo(1 / 3.0, within(0.02)));
    }

    @Test
    void each_gets_as_much_as_he_can_take() {
        Map<String, Long> taken =
                taken(Assignment.byCapacity(new Share("ann", 6), new Share("ben", 3), new Share("eve", 1)));

        assertThat((double) taken.get("ann") / SESSIONS).isCloseTo(0.6, within(0.02));
        assertThat((double) taken.get("ben") / SESSIONS).isCloseTo(0.3, within(0.02));
        assertThat((double) taken.get("eve") / SESSIONS).isCloseTo(0.1, within(0.02));
    }

    @Test
    void a_session_goes_to_the_same_person_in_any_order_of_the_list() {
        Assignment one = Assignment.roundRobin("ann", "ben", "eve");
        Assignment other = Assignment.roundRobin("eve", "ann", "ben");

        assertThat(IntStream.range(0, 200).mapToObj(i -> "session-" + i))
                .allSatisfy(session -> assertThat(other.choose(session)).isEqualTo(one.choose(session)));
    }

    @Test
    void who_leaves_gives_up_his_own_sessions_and_no_others() {
        Assignment three = Assignment.roundRobin("ann", "ben", "eve");
        Assignment two = Assignment.roundRobin("ann", "eve");

        assertThat(IntStream.range(0, 200)
                        .mapToObj(i -> "session-" + i)
                        .filter(session -> !three.choose(session).equals("ben")))
                .allSatisfy(session -> assertThat(two.choose(session)).isEqualTo(three.choose(session)));
    }

    @Test
    void the_choice_stays_the_same_from_release_to_release() {
        Assignment team = Assignment.roundRobin("ann", "ben", "eve");

        assertThat(IntStream.range(0, 6).mapToObj(i -> team.choose("session-" + i)))
                .containsExactly("ann", "eve", "ben", "eve", "ben", "eve");
    }

    @Test
    void refuses_nobody_one_person_twice_and_shares_out_of_range() {
        assertThatThrownBy(Assignment::roundRobin).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Assignment.roundRobin("ann", "ann")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Share("ann", 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Share(" ", 1)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void one_person_gets_every_session() {
        assertThat(Assignment.to("ann").choose("session-1")).isEqualTo("ann");
        assertThat(Assignment.roundRobin("ann").choose("session-2")).isEqualTo("ann");
        assertThat(Assignment.byCapacity(new Share("ann", 3)).choose("session-3"))
                .isEqualTo("ann");
    }

    @Test
    void a_share_is_one_to_a_thousand() {
        assertThat(new Share("ann", 1).share()).isEqualTo(1);
        assertThat(new Share("ann", 1_000).share()).isEqualTo(1_000);
        assertThatThrownBy(() -> new Share("ann", 1_001)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void no_more_than_a_hundred_share_in_it() {
        String[] users = IntStream.range(0, 101).mapToObj(i -> "user-" + i).toArray(String[]::new);
        assertThat(Assignment.roundRobin(Arrays.copyOf(users, 100)).choose("session"))
                .startsWith("user-");
        assertThatThrownBy(() -> Assignment.roundRobin(users)).isInstanceOf(InvalidInputException.class);
    }

    private static Map<String, Long> taken(Assignment assignment) {
        return IntStream.range(0, SESSIONS)
                .mapToObj(i -> assignment.choose("session-" + i))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
