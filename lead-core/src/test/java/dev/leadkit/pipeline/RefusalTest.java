package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private final Refusal lazy = Refusal.lazy("score-too-low", null, "at least %d, it is %d", 60, 42);

    @Test
    void the_sentence_is_made_of_the_arguments_when_it_is_read() {
        assertThat(lazy.text()).isEqualTo("at least 60, it is 42");
        assertThat(lazy.arguments()).containsExactly(60, 42);
        assertThat(lazy).hasToString("Refusal[code=score-too-low, text=at least 60, it is 42, field=null]");
    }

    @Test
    void one_that_says_the_same_is_equal_however_it_was_made() {
        var plain = new Refusal("score-too-low", "at least 60, it is 42", null);

        assertThat(plain).isEqualTo(lazy).hasSameHashCodeAs(lazy);
        assertThat(lazy).isEqualTo(Refusal.lazy("score-too-low", null, "at least %d, it is %d", 60, 42));
        assertThat(lazy).isNotEqualTo(Refusal.lazy("score-too-low", null, "at least %d, it is %d", 60, 43));
        assertThat(lazy).isNotEqualTo(new Refusal("score-too-low", "at least 60, it is 42", "email"));
        assertThat(plain).isNotEqualTo(new Refusal("score-too-low", "at least 60, there is none", null));
    }

    @Test
    void what_was_found_is_left_out_where_it_is_hidden_and_what_was_asked_for_stays() {
        Refusal amount =
                Refusal.lazy("amount-too-low", "amount", "at least %s", 50).butFound("amount", ", it is %s", 40);
        Refusal either = Refusal.noneOf(List.of(List.of(amount), List.of(lazy)));

        assertThat(amount.text()).isEqualTo("at least 50, it is 40");
        assertThat(amount.arguments()).containsExactly(50, 40);
        assertThat(amount.without("score"::equals)).isEqualTo(amount);
        assertThat(amount.without("amount"::equals).text()).isEqualTo("at least 50");
        assertThat(amount.without("amount"::equals).arguments()).containsExactly(50);
        assertThat(either.without("amount"::equals).text())
                .isEqualTo("none of these holds: at least 50; or at least 60, it is 42");
    }

    @Test
    void a_sentence_of_the_hosts_own_is_no_pattern() {
        assertThat(new Refusal("off", "100 % of the budget is spent", null).text())
                .isEqualTo("100 % of the budget is spent");
    }

    @Test
    void alternatives_are_told_apart() {
        Refusal one = Refusal.noneOf(List.of(List.of(lazy), List.of(new Refusal("x", "y", "email"))));

        assertThat(one.text()).isEqualTo("none of these holds: at least 60, it is 42; or y");
        assertThat(one).isEqualTo(Refusal.noneOf(one.alternatives()));
        assertThat(one).isNotEqualTo(Refusal.noneOf(List.of(List.of(lazy))));
    }
}
