package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Evidence;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenAttributesTest {
    @Test
    void a_hundred_values_of_an_attribute_are_kept_with_where_each_came_first() {
        SeenAttributes seen = new SeenAttributes();
        for (int i = 0; i < 101; i++) {
            seen.add(message("m" + i, "page", " p" + i), Set.of("page"));
        }
        seen.add(message("again", "page", "p0"), Set.of("page"));
        seen.add(message("other", "colour", "red"), Set.of("page"));

        assertThat(seen.first("page", Set.of())).isEqualTo(new Evidence("s", "m0", 0, 0));
        assertThat(seen.first("page", Set.of("p0"))).isEqualTo(new Evidence("s", "m0", 0, 0));
        assertThat(seen.first("page", Set.of("p99"))).isEqualTo(new Evidence("s", "m99", 0, 0));
        assertThat(seen.first("page", Set.of("p100"))).isNull();
        assertThat(seen.first("colour", Set.of())).isNull();
    }

    private static ChatMessage message(String id, String name, String value) {
        return ChatMessage.from("s")
                .id(id)
                .visitor("hello")
                .at(Chats.MORNING)
                .attribute(name, value)
                .build();
    }
}
