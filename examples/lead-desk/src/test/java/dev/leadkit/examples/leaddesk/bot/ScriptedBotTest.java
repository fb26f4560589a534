package dev.leadkit.examples.leaddesk.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.examples.leaddesk.bot.ScriptedBot.Understood;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptedBotTest {
    private static List<ChatMessage> said(Speaker... speakers) {
        return IntStream.range(0, speakers.length)
                .mapToObj(i -> ChatMessage.from("s")
                        .id("s" + i)
                        .said(speakers[i], "words")
                        .at(Instant.EPOCH.plusSeconds(i))
                        .build())
                .toList();
    }

    @Test
    void greets_then_asks_for_an_address_then_for_a_budget() {
        assertThat(ScriptedBot.reply(said(), new Understood(false, false))).contains(ScriptedBot.GREETING);
        assertThat(ScriptedBot.reply(said(Speaker.VISITOR), new Understood(false, false))
                        .orElseThrow())
                .contains("e-mail");
        assertThat(ScriptedBot.reply(said(Speaker.VISITOR), new Understood(true, false))
                        .orElseThrow())
                .contains("budget");
        assertThat(ScriptedBot.reply(said(Speaker.VISITOR), new Understood(true, true))
                        .orElseThrow())
                .contains("colleague");
    }

    @Test
    void does_not_ask_for_a_budget_for_ever() {
        Speaker[] many = {Speaker.VISITOR, Speaker.VISITOR, Speaker.VISITOR, Speaker.VISITOR};

        assertThat(ScriptedBot.reply(said(many), new Understood(true, false)).orElseThrow())
                .doesNotContain("budget");
    }

    @Test
    void is_silent_once_a_person_has_written() {
        assertThat(ScriptedBot.reply(
                        said(Speaker.VISITOR, Speaker.AGENT, Speaker.VISITOR), new Understood(false, false)))
                .isEmpty();
    }
}
