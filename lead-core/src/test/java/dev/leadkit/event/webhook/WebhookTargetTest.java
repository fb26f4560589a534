package dev.leadkit.event.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.DeliveryFailedException;
import dev.leadkit.lead.InvalidInputException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook may go. Addresses are written as numbers, so that nothing is looked up. */
class WebhookTargetTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.0.1",
                "198.19.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2002:a00:1::",
                "2001:0:1::"
            })
    void an_address_beside_the_host_is_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "169.253.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:4860::8888"
            })
    void an_address_of_the_internet_is_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/in",
                "ftp://hooks.example/in",
                "https:///in",
                "https://user:secret@hooks.example/in",
                "https://hooks.example/in#part",
                "/in",
                "mailto:jane@acme.example"
            })
    void refuses_a_url_that_is_none_to_call_without_repeating_it(String url) {
        Webhook.Builder builder = Webhook.to(URI.create(url)).secret(WebhookSecret.random());

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("webhook url: expected an https URL with a host, without user and fragment, found another");
    }

    @Test
    void an_answer_is_waited_for_for_some_time() {
        for (Duration none : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
            assertThatThrownBy(() ->
                            Webhook.to(URI.create("https://hooks.example/in")).timeout(none))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("webhook timeout: expected longer than zero");
        }
    }

    @Test
    void a_host_that_leads_inside_is_called_only_when_the_address_is_allowed() throws DeliveryFailedException {
        URI inside = URI.create("https://127.0.0.1/in");

        assertThatThrownBy(() -> new WebhookTarget(inside, false, address -> false).check())
                .isInstanceOf(DeliveryFailedException.class)
                .hasMessage("the host has an address that is not public");
        assertThatThrownBy(() -> new WebhookTarget(URI.create("https://[::1]/in"), false, address -> false).check())
                .isInstanceOf(DeliveryFailedException.class);
        new WebhookTarget(inside, false, InetAddress::isLoopbackAddress).check();
    }

    @Test
    void reads_how_long_to_wait_in_either_form() {
        assertThat(RetryAfter.parse("120", NOW)).contains(Duration.ofSeconds(120));
        assertThat(RetryAfter.parse(" 0 ", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("9".repeat(50), NOW)).contains(Duration.ofSeconds(999_999_999));
        assertThat(RetryAfter.parse("Mon, 2 Mar 2026 09:01:00 GMT", NOW)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.parse("Mon, 2 Mar 2026 08:00:00 GMT", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("", NOW)).isEmpty();
        assertThat(RetryAfter.parse("-5", NOW)).isEmpty();
        assertThat(RetryAfter.parse("later", NOW)).isEmpty();
    }
}
