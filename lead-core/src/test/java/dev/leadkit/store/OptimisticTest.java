package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.LeadId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OptimisticTest {
    private final StaleLeadException conflict = new StaleLeadException(new LeadId(new UUID(0, 1)), 1, 2);
    private final IdentityTakenException taken = new IdentityTakenException(new LeadId(new UUID(0, 1)));
    private int attempts;

    @Test
    void tries_again_until_nobody_was_faster() {
        int result = Optimistic.retry(() -> {
            if (++attempts < 3) {
                throw conflict;
            }
            return attempts;
        });

        assertThat(result).isEqualTo(3);
    }

    @Test
    void gives_up_on_an_identity_that_was_found_taken_three_times_whatever_else_came_between() {
        assertThatThrownBy(() -> Optimistic.retry(() -> {
                    attempts++;
                    throw attempts > 5 ? taken : conflict;
                }))
                .isSameAs(taken);

        assertThat(attempts).isEqualTo(8);
    }

    @Test
    void tries_nothing_again_within_a_transaction_of_the_host() {
        conflict.markJoined();

        assertThatThrownBy(() -> Optimistic.retry(() -> {
                    attempts++;
                    throw conflict;
                }))
                .isSameAs(conflict);

        assertThat(attempts).isEqualTo(1);
    }
}
