package dev.leadkit.event.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.event.webhook.WebhookVerificationException.Fault;
import dev.leadkit.lead.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Signatures as the vector that the reference libraries of Standard Webhooks share, and as receivers check them. */
class WebhookSigningTest {
    private static final String TEXT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1_614_265_330;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final WebhookSecret secret = WebhookSecret.parse(TEXT);
    private final WebhookVerifier verifier = WebhookVerifier.of(secret);

    @Test
    void signs_as_the_published_vector() {
        assertThat(secret.sign(ID, TIME, BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void signs_the_same_where_numbers_are_written_in_other_digits() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(secret.sign(ID, TIME, BODY)).isEqualTo(SIGNATURE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void takes_a_genuine_webhook_within_five_minutes() {
        assertThat(fault(SIGNATURE, 0)).isNull();
        assertThat(fault(SIGNATURE, 300)).isNull();
        assertThat(fault(SIGNATURE, -300)).isNull();
        assertThat(fault(SIGNATURE, 301)).isEqualTo(Fault.OUT_OF_TIME);
        assertThat(fault(SIGNATURE, -301)).isEqualTo(Fault.OUT_OF_TIME);
    }

    @Test
    void takes_one_signature_of_several_by_one_secret_of_several() {
        WebhookSecret fresh = WebhookSecret.random();
        String both = fresh.sign(ID, TIME, BODY) + " v1a,ignored " + SIGNATURE;

        assertThat(fault(both, 0)).isNull();
        WebhookVerifier.of(WebhookSecret.random(), fresh)
                .verify(ID, Long.toString(TIME), both, BODY, Instant.ofEpochSecond(TIME));
    }

    @Test
    void refuses_another_body_id_time_or_version() {
        Instant now = Instant.ofEpochSecond(TIME);
        String time = Long.toString(TIME);

        for (Runnable forged : new Runnable[] {
            () -> verifier.verify(ID, time, SIGNATURE, new byte[0], now),
            () -> verifier.verify(ID + "x", time, SIGNATURE, BODY, now),
            () -> verifier.verify(ID, Long.toString(TIME + 1), SIGNATURE, BODY, now),
            () -> verifier.verify(ID, time, SIGNATURE.replace("v1,", "v2,"), BODY, now),
            () -> verifier.verify(ID, time, SIGNATURE.substring(3), BODY, now),
            () -> verifier.verify(ID, time, "", BODY, now)
        }) {
            var refused = catchThrowableOfType(WebhookVerificationException.class, forged::run);
            assertThat(refused.fault()).isEqualTo(Fault.WRONG_SIGNATURE);
        }
    }

    @Test
    void refuses_what_lacks_a_header_or_has_no_time() {
        Instant now = Instant.ofEpochSecond(TIME);

        assertThatThrownBy(() -> verifier.verify(null, "1", SIGNATURE, BODY, now))
                .isInstanceOf(WebhookVerificationException.class)
                .hasMessage("one of webhook-id, webhook-timestamp and webhook-signature is missing; answer 400");
        for (String none : new String[] {"", "-1", "soon", "1614265330.0", "9".repeat(40)}) {
            var refused = catchThrowableOfType(
                    WebhookVerificationException.class, () -> verifier.verify(ID, none, SIGNATURE, BODY, now));
            assertThat(refused.fault()).isEqualTo(Fault.OUT_OF_TIME);
        }
    }

    private @Nullable Fault fault(String signature, long secondsLater) {
        Instant now = Instant.ofEpochSecond(TIME).plus(Duration.ofSeconds(secondsLater));
        var refused = catchThrowableOfType(
                WebhookVerificationException.class,
                () -> verifier.verify(ID, Long.toString(TIME), signature, BODY, now));
        return refused == null ? null : refused.fault();
    }

    @Test
    void a_secret_is_written_as_it_was_read_and_shown_only_when_asked() {
        assertThat(secret.reveal()).isEqualTo(TEXT);
        assertThat(secret).hasToString("whsec_…");
        assertThat(WebhookSecret.random().reveal())
                .isNotEqualTo(WebhookSecret.random().reveal());
    }

    @Test
    void refuses_a_text_that_is_no_secret_without_repeating_it() {
        for (String text :
                new String[] {TEXT.substring(6), "whsec_?", secretOf(23), secretOf(65), "whsk_" + TEXT.substring(6)}) {
            assertThatThrownBy(() -> WebhookSecret.parse(text))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageNotContaining(text)
                    .hasMessageStartingWith("webhook secret: expected whsec_ and 24 to 64 bytes in Base64");
        }
        WebhookSecret.parse(secretOf(24));
        WebhookSecret.parse(secretOf(64));
    }

    private static String secretOf(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
