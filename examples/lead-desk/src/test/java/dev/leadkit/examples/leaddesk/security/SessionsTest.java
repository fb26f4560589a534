package dev.leadkit.examples.leaddesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Principal ANN = new Principal(TenantId.of("acme"), "ann", Role.REP);

    private final Directory directory = new Directory();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final Sessions sessions = new Sessions(new byte[32], directory, now::get);

    @Test
    void a_session_ends_after_twelve_hours() {
        directory.add(ANN);
        String cookie = sessions.begin(ANN);

        now.set(now.get().plus(Sessions.LASTS).minusSeconds(1));
        assertThat(sessions.find(cookie)).contains(ANN);
        now.set(now.get().plusSeconds(1));
        assertThat(sessions.find(cookie)).isEmpty();
    }

    @Test
    void a_user_that_there_is_no_more_has_no_session() {
        assertThat(sessions.find(sessions.begin(ANN))).isEmpty();
    }

    @Test
    void another_servers_session_is_none_here() {
        directory.add(ANN);
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(sessions.find(new Sessions(other, directory, now::get).begin(ANN)))
                .isEmpty();
    }

    @Test
    void the_token_against_forged_requests_is_of_one_session() {
        String first = sessions.begin(ANN);
        now.set(now.get().plus(Duration.ofSeconds(1)));
        String second = sessions.begin(ANN);

        assertThat(sessions.isCsrfToken(first, sessions.csrfToken(first))).isTrue();
        assertThat(sessions.isCsrfToken(first, sessions.csrfToken(second))).isFalse();
        assertThat(sessions.csrfToken(first)).isNotEqualTo(first.substring(first.lastIndexOf('.') + 1));
    }
}
