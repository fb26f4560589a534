package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentityTest {
    @Test
    void a_channels_user_is_named_after_the_channel() {
        assertThat(Identity.channelUser("whatsapp", "4790000001").value()).isEqualTo("whatsapp:4790000001");
        assertThat(Identity.channelUser("whatsapp", "15:77%").value()).isEqualTo("whatsapp:15:77%");
    }

    @Test
    void users_of_channels_whose_names_hold_a_colon_are_nobody_elses() {
        assertThat(Identity.channelUser("whatsapp:15", "77").value()).isEqualTo("whatsapp%3A15:77");
        assertThat(Identity.channelUser("whatsapp%3A15", "77").value()).isEqualTo("whatsapp%253A15:77");
    }
}
