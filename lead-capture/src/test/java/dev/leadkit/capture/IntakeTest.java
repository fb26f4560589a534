package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as nothing taken. */
class IntakeTest {
    @Test
    void nothing_is_taken_where_all_is_dropped_or_stated() {
        ChatMessage statement =
                ChatMessage.from("s").id("m1").visitor("yes").at(Chats.MORNING).build();

        assertThat(new Intake.Taken(List.of(), 0, 0, 1, true).isNothing()).isTrue();
        assertThat(new Intake.Taken(List.of(statement), 0, 1, 0, true).isNothing())
                .isTrue();
        assertThat(new Intake.Taken(List.of(statement), 0, 1, 1, true).isNothing())
                .isTrue();
        assertThat(new Intake.Taken(List.of(statement), 0, 1, 2, true).isNothing())
                .isTrue();
        assertThat(new Intake.Taken(List.of(statement), 0, 0, 1, true).isNothing())
                .isFalse();
        assertThat(Intake.Taken.NOTHING.isNothing()).isFalse();
    }
}
