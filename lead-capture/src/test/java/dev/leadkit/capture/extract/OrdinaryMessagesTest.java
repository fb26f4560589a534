package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Messages as many people write them: of {@code own.txt} an address or a number is found, of {@code others.txt} none. What
 * stands before {@code ||} had been asked.
 */
class OrdinaryMessagesTest {
    private static final String BEHIND_QUESTION = " || ";

    private final EmailExtractor emails = new EmailExtractor();
    private final PhoneExtractor phones = new PhoneExtractor(new LibPhoneNormalizer());

    @TestFactory
    Stream<DynamicTest> finds_what_a_visitor_gives() {
        return lines("own.txt")
                .map(line -> DynamicTest.dynamicTest(
                        line, () -> assertThat(found(line)).isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> finds_nothing_where_nothing_of_his_is_given() {
        return lines("others.txt")
                .map(line -> DynamicTest.dynamicTest(
                        line, () -> assertThat(found(line)).isEmpty()));
    }

    private List<Object> found(String line) {
        int asked = line.indexOf(BEHIND_QUESTION);
        Turn turn = asked < 0
                ? new Turn(line, null, "US")
                : new Turn(line.substring(asked + BEHIND_QUESTION.length()), line.substring(0, asked), "US");
        return Stream.concat(emails.extract(turn).found().stream(), phones.extract(turn).found().stream())
                .<Object>map(Candidate::value)
                .toList();
    }

    private static Stream<String> lines(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(OrdinaryMessagesTest.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
