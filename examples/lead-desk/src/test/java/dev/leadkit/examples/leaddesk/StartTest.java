package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.examples.leaddesk.server.LeadDeskServer;
import dev.leadkit.examples.leaddesk.server.ServerOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** What the first start does, and the next one. */
class StartTest {
    private static final String KEY = "--api-key=k=roastery:mika:manager";

    @TempDir
    Path data;

    private LeadDeskServer start(StringWriter progress, String... options) throws Exception {
        var parsed = CommandLine.populateCommand(new ServerOptions(), options);
        return LeadDeskServer.start(parsed, new PrintWriter(progress, true));
    }

    @Test
    void the_first_start_brings_a_sample_and_the_next_one_finds_it() throws Exception {
        var first = new StringWriter();
        var second = new StringWriter();
        String[] options = {"--port=0", "--data=" + data, KEY};
        JsonNode before;
        try (LeadDeskServer server = start(first, options)) {
            var mika = new Client("http://127.0.0.1:" + server.port(), "k");
            before = mika.get("/board?cards=0").json();
            assertThat(mika.get("/insights/funnel").json().get("won").asInt()).isPositive();
            assertThat(mika.get("/insights/morning-review").json().get("hot").size())
                    .isPositive();
        }
        try (LeadDeskServer server = start(second, options)) {
            var mika = new Client("http://127.0.0.1:" + server.port(), "k");
            assertThat(mika.get("/board?cards=0").json()).isEqualTo(before);
        }

        assertThat(first.toString()).contains("sample: 48 conversations", "sample: done, 38 leads");
        assertThat(second.toString()).isEmpty();
        for (JsonNode column : before.get("columns")) {
            assertThat(column.get("count").asInt()).as("%s", column).isPositive();
        }
    }

    @Test
    void the_secrets_are_for_their_owner_alone() throws Exception {
        start(new StringWriter(), "--port=0", "--no-sample", "--data=" + data).close();

        for (String secret : Set.of("identity.key", "session.key")) {
            assertThat(Files.getPosixFilePermissions(data.resolve(secret)))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void a_data_folder_that_it_makes_is_for_its_owner_alone() throws Exception {
        Path made = data.resolve("made");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

        start(new StringWriter(), "--port=0", "--no-sample", "--data=" + made).close();
        start(new StringWriter(), "--port=0", "--no-sample", "--data=" + data).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_wrong_option_is_named_and_its_secret_not_repeated() {
        assertThatThrownBy(() -> start(new StringWriter(), "--data=" + data, "--api-key=secret1=acme:ann"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KEY=TENANT:USER:ROLE")
                .hasMessageNotContaining("secret1");
        assertThatThrownBy(() -> start(new StringWriter(), "--data=" + data, "--api-key=secret1=acme:ann:king"))
                .hasMessageContaining("viewer, rep, manager, admin");
        assertThatThrownBy(() -> start(
                        new StringWriter(),
                        "--data=" + data,
                        "--api-key=k1=acme:ann:rep",
                        "--api-key=k2=acme:ann:admin"))
                .hasMessageContaining("one role");
        assertThatThrownBy(() -> start(
                        new StringWriter(), "--port=0", "--no-sample", "--data=" + data, "--webhook-in=acme:fax=s"))
                .hasMessageContaining("whatsapp");
    }
}
