package dev.leadkit.capture.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The expected signatures were made by {@code openssl dgst -hmac}. */
class PostSignatureTest {
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = "sha256=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494";
    private static final String SHA1 = "sha1=f8446672f033e4b2beafc5ca3a71eafcd2cafb6e";
    private static final String TIMED = "sha256=a1009ab9ee547e3f1e0e786efcf299afa487d90cb7e054e2254cc15cda759002";

    @Test
    void a_genuine_post_is_told_from_a_forged_one() {
        PostSignature meta = PostSignature.meta("secret");

        assertThat(meta.isGenuine(SHA256, BODY)).isTrue();
        assertThat(meta.isGenuine(SHA256, "{\"a\":2}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(meta.isGenuine(SHA1, BODY)).isFalse();
        assertThat(meta.isGenuine("", BODY)).isFalse();
        assertThat(meta.isGenuine(null, BODY)).isFalse();
        assertThat(PostSignature.meta("another").isGenuine(SHA256, BODY)).isFalse();
        assertThat(PostSignature.intercom("secret").isGenuine(SHA1, BODY)).isTrue();
    }

    @Test
    void a_signature_over_the_time_ends_with_it() {
        PostSignature chatwoot = PostSignature.chatwoot("secret");
        Instant sent = Instant.ofEpochSecond(1_772_000_000);

        assertThat(chatwoot.isGenuine(TIMED, "1772000000", BODY, sent.plusSeconds(300)))
                .isTrue();
        assertThat(chatwoot.isGenuine(TIMED, "1772000000", BODY, sent.plusSeconds(301)))
                .isFalse();
        assertThat(chatwoot.isGenuine(TIMED, "1772000001", BODY, sent)).isFalse();
        assertThat(chatwoot.isGenuine(TIMED, "1e9", BODY, sent)).isFalse();
        assertThat(chatwoot.isGenuine(TIMED, null, BODY, sent)).isFalse();
        assertThat(chatwoot.isGenuine(TIMED, "", BODY, Instant.EPOCH)).isFalse();
    }

    @Test
    void a_call_by_which_no_post_would_ever_be_genuine_is_refused() {
        assertThatThrownBy(() -> PostSignature.chatwoot("secret").isGenuine(TIMED, BODY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the signature covers the time too: call isGenuine(header, timestamp, body, now)");
        assertThatThrownBy(() -> PostSignature.meta("secret").isGenuine(SHA256, "1772000000", BODY, Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the signature is of the body alone: call isGenuine(header, body)");
    }

    @Test
    void no_secret_is_no_signature() {
        assertThatThrownBy(() -> PostSignature.meta(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_time_has_twelve_digits_at_most() throws GeneralSecurityException {
        PostSignature chatwoot = PostSignature.chatwoot("secret");

        for (String time : List.of("9", "1999999999", "999999999999")) {
            assertThat(chatwoot.isGenuine(signed(time), time, BODY, Instant.ofEpochSecond(Long.parseLong(time))))
                    .isTrue();
        }
        String longer = "1000000000000";
        assertThat(chatwoot.isGenuine(signed(longer), longer, BODY, Instant.ofEpochSecond(1_000_000_000_000L)))
                .isFalse();
    }

    @Test
    void a_time_ahead_of_ours_is_taken_as_far_as_one_behind_it() throws GeneralSecurityException {
        PostSignature chatwoot = PostSignature.chatwoot("secret");
        Instant now = Instant.ofEpochSecond(1_772_000_000);

        assertThat(chatwoot.isGenuine(signed("1772000300"), "1772000300", BODY, now))
                .isTrue();
        assertThat(chatwoot.isGenuine(signed("1772000301"), "1772000301", BODY, now))
                .isFalse();
    }

    private static String signed(String time) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(BODY));
    }
}
