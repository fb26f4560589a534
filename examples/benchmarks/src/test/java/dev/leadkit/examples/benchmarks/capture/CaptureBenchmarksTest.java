package dev.leadkit.examples.benchmarks.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.benchmarks.turns.Smoke;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each benchmark on a small load, and whether all contenders find the same, without which the figures mean nothing. */
class CaptureBenchmarksTest {
    private static final int LENGTH = 184;

    @Test
    void all_messages_have_the_same_length() {
        Stream.of(Message.MIXED, Message.MIXED_WITH_AT, Message.MIXED_WITH_NUMBERS, Message.SPOKEN, Message.PLAIN)
                .flatMap(List::stream)
                .forEach(message -> assertThat(message.text()).hasSize(LENGTH));
    }

    @Test
    void only_some_of_the_messages_have_the_word_at() {
        assertThat(Message.MIXED).noneMatch(message -> message.text().matches(".*\\b[Aa]t\\b.*"));
        assertThat(Message.MIXED_WITH_AT).allMatch(message -> message.text().matches(".*\\b[Aa]t\\b.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "leadkit", "gated regex", "re2j", Contenders.REGEX})
    void finds_the_address(String contender) {
        for (Message message : all(List.of(Message.MIXED, Message.MIXED_WITH_AT))) {
            assertThat(Contenders.email(contender).apply(message.text())).isEqualTo(message.email());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "leadkit"})
    void finds_the_spoken_address(String contender) {
        for (Message message : Message.SPOKEN) {
            assertThat(Contenders.spokenEmail(contender).apply(message.text())).isEqualTo(message.email());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "leadkit", "leadkit, whole message", Contenders.USUAL})
    void finds_address_number_and_name_and_nothing_where_there_is_none(String contender) {
        for (Message message :
                all(List.of(Message.MIXED, Message.MIXED_WITH_AT, Message.MIXED_WITH_NUMBERS, Message.PLAIN))) {
            Contact found = Contenders.contact(contender, message.text()).get();

            assertThat(found.email()).isEqualTo(message.email());
            assertThat(digits(found.phone())).isEqualTo(message.phone());
            assertThat(found.name()).isEqualTo(message.name());
        }
    }

    private static List<Message> all(List<List<Message>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /** Without the country code. */
    private static @Nullable String digits(@Nullable String phone) {
        return phone == null ? null : phone.replaceAll("\\D", "").replaceFirst("^1", "");
    }

    @Test
    void every_benchmark_runs_and_is_reported() throws Exception {
        Path out = Path.of("target", "smoke", "capture.md");

        CaptureRun.run(CaptureOptions.parse(Smoke.options(out)));

        assertThat(Files.readString(out))
                .contains("## email message=written", "## email message=mixed", "## emailSpoken")
                .contains(
                        "## emailPhoneName message=mixed",
                        "## emailPhoneName message=numbers",
                        "## emailPhoneName message=plain")
                .contains("## hostile attack=digits length=102400", "## 1 MB to 512 KB");
    }
}
