package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import java.util.List;
import java.util.TreeSet;

/** What visitors say who leave their address, and that one lead came of each. */
final class Visits {
    private Visits() {}

    static ChatMessage message(String session, int number) {
        return ChatMessage.from(session)
                .id("m-" + number)
                .visitor("Please write to %s@acme.example".formatted(session))
                .at(NOW.plusSeconds(number))
                .build();
    }

    static void assertOneLeadEach(Place.Opened opened, int visitors, int messages) {
        Audit audit = Audit.of(opened, ACME);
        assertThat(audit.faults()).isEmpty();
        assertThat(audit.leads())
                .hasSize(visitors)
                .allSatisfy(lead -> assertThat(lead.sessions()).hasSize(1));
        assertThat(audit.leads()).extracting(lead -> lead.sessions().get(0)).doesNotHaveDuplicates();
        for (int visitor = 0; visitor < visitors; visitor++) {
            List<String> ids = opened.store().transcript(ACME, "session-" + visitor).orElseThrow().messages().stream()
                    .map(ChatMessage::id)
                    .toList();
            assertThat(ids).hasSize(messages);
            assertThat(new TreeSet<>(ids)).hasSize(messages);
        }
    }
}
