package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Server-sent events. */
@Timeout(60)
class LiveTest {
    @TempDir
    static Path data;

    private static TestDesk desk;
    private static Client ann;

    @BeforeAll
    static void start() throws Exception {
        desk = TestDesk.start(data);
        ann = desk.as("acme-ann");
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    @Test
    void a_change_is_told_to_who_listens_and_holds_nothing_of_the_person() throws Exception {
        try (EventStream events = EventStream.open(desk, "acme-max", null)) {
            String id = ann.post("/leads", "{\"name\":\"Secret Name\",\"email\":\"secret@s.example\"}")
                    .at("/id");
            EventStream.Event created = events.next();
            ann.post("/leads/" + id + "/transition", "{\"to\":\"contacted\"}");
            EventStream.Event moved = events.next();

            assertThat(created.name()).isEqualTo("lead");
            assertThat(created.data()).contains(id, "lead.created").doesNotContain("Secret", "secret");
            assertThat(moved.data()).contains("lead.stage_changed", "\"stage\":\"contacted\"");
            assertThat(moved.id()).startsWith("evt_").isNotEqualTo(created.id());
        }
    }

    @Test
    void who_comes_back_gets_what_he_missed() throws Exception {
        String last;
        try (EventStream events = EventStream.open(desk, "acme-max", null)) {
            ann.post("/leads", "{\"name\":\"First\"}");
            last = events.next().id();
        }
        String missed = ann.post("/leads", "{\"name\":\"Missed\"}").at("/id");
        try (EventStream events = EventStream.open(desk, "acme-max", last)) {
            assertThat(events.next().data()).contains(missed);
        }
        try (EventStream events = EventStream.open(desk, "acme-max", "evt_of_long_ago")) {
            assertThat(events.next().name()).isEqualTo("reset");
        }
    }

    @Test
    void nobody_is_told_of_what_he_may_not_see() throws Exception {
        try (EventStream birch = EventStream.open(desk, "birch-bea", null);
                EventStream rob = EventStream.open(desk, "acme-rob", null)) {
            ann.post("/leads", "{\"name\":\"Rae's\",\"assignee\":\"rae\"}");
            String robs = ann.post("/leads", "{\"name\":\"Rob's\",\"assignee\":\"rob\"}")
                    .at("/id");
            String birchs =
                    desk.as("birch-bea").post("/leads", "{\"name\":\"Birch\"}").at("/id");

            assertThat(rob.next().data()).contains(robs);
            assertThat(birch.next().data()).contains(birchs);
            ann.put("/leads/" + robs + "/assignee", "{\"assignee\":\"rae\"}");
            EventStream.Event gone = rob.next();
            assertThat(gone.name()).isEqualTo("gone");
            assertThat(gone.data()).isEqualTo("{\"lead\":\"" + robs + "\"}");
        }
    }

    @Test
    void after_an_erasure_all_of_the_tenant_read_anew_and_no_other() throws Exception {
        String id = ann.post("/leads", "{\"name\":\"Erased\"}").at("/id");
        try (EventStream events = EventStream.open(desk, "acme-max", null);
                EventStream birch = EventStream.open(desk, "birch-bea", null)) {
            ann.delete("/leads/" + id);
            EventStream.Event reset = events.next();
            while (!reset.name().equals("reset")) { // of the creation, if it comes late
                reset = events.next();
            }
            String birchs =
                    desk.as("birch-bea").post("/leads", "{\"name\":\"Birch\"}").at("/id");

            assertThat(reset.data()).isEqualTo("{}");
            assertThat(birch.next().data()).contains(birchs);
        }
    }

    @Test
    void only_who_asks_for_events_gets_a_stream() {
        Reply reply = ann.get("/events");

        assertThat(reply.status()).isEqualTo(406);
        assertThat(List.of(reply.code())).containsExactly("not-acceptable");
    }
}
