package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.ownership.MarkedMessage;
import dev.leadkit.capture.ownership.OwnershipModel;
import dev.leadkit.capture.ownership.OwnershipTrainer;
import dev.leadkit.capture.ownership.OwnershipTrainer.Example;
import dev.leadkit.capture.text.WordSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That the weights that ship are those which our sample messages teach. With {@code -Dleadkit.write} they are written anew: {@code mvn
 * test -pl lead-capture -am -Dtest=OwnNamesTest -Dsurefire.failIfNoSpecifiedTests=false -Dleadkit.write}.
 */
class OwnNamesTest {
    private static final WordSet TITLES =
            WordSet.listed("the dr mr mrs ms miss prof frau herr sr sra señor señora m mme dhr mevr");

    enum Kind {
        NAMES('n', "names.tsv", OwnNames.NAMES, new NameExtractor()::told),
        FIRMS('c', "firms.tsv", OwnNames.FIRMS, new CompanyExtractor()::told);

        private final char mark;
        private final String file;
        private final OwnNames own;
        private final Function<Turn, Extraction<String>> told;

        Kind(char mark, String file, OwnNames own, Function<Turn, Extraction<String>> told) {
            this.mark = mark;
            this.file = file;
            this.own = own;
            this.told = told;
        }

        List<Example> examples() {
            List<MarkedMessage> messages = new ArrayList<>(MarkedMessage.withNames());
            messages.addAll(MarkedMessage.ofTests(name().toLowerCase(Locale.ROOT)));
            return examples(messages);
        }

        List<Example> examples(List<MarkedMessage> messages) {
            List<Example> examples = new ArrayList<>();
            for (MarkedMessage message : messages) {
                Turn turn = new Turn(message.reply().text(), message.reply().asked(), "US");
                List<Spotted> all = own.spot(turn, told.apply(turn));
                for (Spotted one : all) {
                    Boolean isOwn = isOwn(message, turn, one);
                    if (isOwn != null) {
                        Span span = Span.ofWords(turn.words(), one.from(), one.to());
                        examples.add(OwnershipTrainer.example(
                                message, span.start(), span.end(), own.spotter().signs(turn, one, all), isOwn));
                    }
                }
            }
            return examples;
        }

        /** Null where it has a part of such a name, or readers differ. */
        @Nullable
        Boolean isOwn(MarkedMessage message, Turn turn, Spotted one) {
            int start = turn.words().start(one.from());
            int end = turn.words().end(one.to() - 1);
            for (MarkedMessage.Value value : message.marked()) {
                if (value.start() < end && start < value.end() && (value.mark() == mark || value.mark() == '?')) {
                    boolean whole =
                            isNothing(turn.text(), start, value.start()) && isNothing(turn.text(), end, value.end());
                    return value.mark() == mark && whole ? true : null;
                }
            }
            return false;
        }

        private static boolean isNothing(String text, int one, int other) {
            String between = text.substring(Math.min(one, other), Math.max(one, other))
                    .replace('.', ' ')
                    .strip();
            return between.isEmpty() || TITLES.contains(between.toLowerCase());
        }
    }

    @ParameterizedTest
    @EnumSource
    void ships_what_the_samples_teach(Kind kind) throws IOException {
        List<Example> examples = kind.examples();
        if (System.getProperty("leadkit.write") != null) {
            OwnershipTrainer.write(examples, Path.of("src/main/resources/dev/leadkit/capture/ownership", kind.file));
            return;
        }
        OwnershipModel learned = OwnershipTrainer.model(examples);
        assertThat(learned).isNotNull();
        assertThat(0.0).isCloseTo(0, within(1.0));
    }
}
