package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.ownership.MarkedMessage;
import dev.leadkit.capture.ownership.OwnershipModel;
import dev.leadkit.capture.ownership.OwnershipTrainer;
import dev.leadkit.capture.ownership.OwnershipTrainer.Example;
import dev.leadkit.capture.ownership.ValueSigns;
import dev.leadkit.capture.text.WordSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That the weights by which names and firms are told to be the visitor's are those which our sample messages teach, that what they teach
 * carries over, and what comes of it. With {@code -Dleadkit.write} the weights are written anew: {@code mvn test -pl lead-capture -am
 * -Dtest=OwnNamesTest -Dsurefire.failIfNoSpecifiedTests=false -Dleadkit.write}.
 */
class OwnNamesTest {
    private static final WordSet TITLES =
            WordSet.listed("the dr mr mrs ms miss prof frau herr sr sra señor señora m mme dhr mevr");

    /** Something that may be a name, with what is seen of it. */
    record Sample(MarkedMessage message, Span span, ValueSigns signs, boolean own) {
        Example example() {
            return OwnershipTrainer.example(message, span.start(), span.end(), signs, own);
        }

        double logOdds(OwnershipModel model) {
            return model.logOdds(message.reply(), span.start(), span.end(), signs);
        }
    }

    enum Kind {
        NAMES('n', OwnNames.NAMES, new NameExtractor()::told) {
            @Override
            OwnershipModel shipped() {
                return OwnershipModel.names();
            }
        },
        FIRMS('c', OwnNames.FIRMS, new CompanyExtractor()::told) {
            @Override
            OwnershipModel shipped() {
                return OwnershipModel.companies();
            }
        };

        private final char mark;
        private final OwnNames own;
        private final Function<Turn, Extraction<String>> told;

        Kind(char mark, OwnNames own, Function<Turn, Extraction<String>> told) {
            this.mark = mark;
            this.own = own;
            this.told = told;
        }

        abstract OwnershipModel shipped();

        private String file() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<Example> examples() {
            return samples().stream().map(Sample::example).toList();
        }

        List<Sample> samples() {
            List<MarkedMessage> messages = new ArrayList<>(MarkedMessage.withNames());
            messages.addAll(MarkedMessage.ofTests(file()));
            List<Sample> samples = new ArrayList<>();
            for (MarkedMessage message : messages) {
                Turn turn = new Turn(message.reply().text(), message.reply().asked(), "US");
                List<Spotted> all = own.spot(turn, told.apply(turn));
                for (Spotted one : all) {
                    Boolean isOwn = isOwn(message, turn, one);
                    if (isOwn != null) {
                        Span span = Span.ofWords(turn.words(), one.from(), one.to());
                        samples.add(new Sample(message, span, own.spotter().signs(turn, one, all), isOwn));
                    }
                }
            }
            return samples;
        }

        /** Null where it has a part of such a name, or readers differ. */
        private @Nullable Boolean isOwn(MarkedMessage message, Turn turn, Spotted one) {
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
            return between.isEmpty() || TITLES.contains(between.toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ships_what_the_samples_teach(Kind kind) throws IOException {
        List<Sample> samples = kind.samples();
        List<Example> examples = samples.stream().map(Sample::example).toList();
        if (System.getProperty("leadkit.write") != null) {
            Path file = Path.of("src/main/resources/dev/leadkit/capture/ownership", kind.file() + ".tsv");
            OwnershipTrainer.write(examples, file);
            return;
        }
        OwnershipModel learned = OwnershipTrainer.model(examples);

        for (Sample sample : samples) {
            assertThat(sample.logOdds(learned))
                    .as(sample.message().reply().text())
                    .isCloseTo(sample.logOdds(kind.shipped()), within(0.5));
        }
    }

    /** "Misleading" was written to mislead, by one who had seen no rule and no other sample. */
    @ParameterizedTest
    @CsvSource({"NAMES, misleading, 0.5, 0.9", "NAMES, dialogues, 0.85, 0.95", "FIRMS, misleading, 0.45, 0.95"})
    void what_other_writers_teach_is_true_of_what_was_left_out(Kind kind, String leftOut, double own, double others) {
        OwnershipTrainer.Right right = OwnershipTrainer.leftOut(leftOut, kind.examples());

        assertThat(right.own()).isGreaterThan(own);
        assertThat(right.others()).isGreaterThan(others);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Skerry Dental needs forty licences by May | Skerry Dental
            Hi, Skerry Textiles would like to reorder the blue one | Skerry Textiles
            """)
    void a_firm_that_no_word_tells_is_found_by_what_stands_around_it(String text, String firm) {
        assertThat(new CompanyExtractor().extract(Turn.of(text)).found())
                .extracting(Candidate::value)
                .containsExactly(firm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we buy from Nordic Linen, can you beat them?",
                "my son goes to Skerry Primary School",
                "deliver to the Grand Skerry Hotel please, I'm a guest there",
                "this is about the order for Bergen Logistics, I'm their bookkeeper",
                "add vegan cheese",
                "play something by Skerry & The Skiffs"
            })
    void does_not_take_somebody_elses_firm_for_the_visitors(String text) {
        assertThat(new CompanyExtractor().extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hi there. Can I still return the lamp?\\nBest\\nIngrid Solheim | Ingrid Solheim
            """)
    void a_name_is_found_by_what_stands_around_it(String text, String name) {
        assertThat(new NameExtractor()
                        .extract(Turn.of(text.replace("\\n", "\n")))
                        .found())
                .extracting(Candidate::value)
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is Doctor Berg in today?",
                "I love Nina Simone",
                "does the Skerry Pro come in blue?",
                "remind me to call Ingrid on Friday",
                "Proceed with it",
                "Oops, I mean on Friday"
            })
    void does_not_take_somebody_elses_name_for_the_visitors(String text) {
        assertThat(new NameExtractor().extract(Turn.of(text)).found()).isEmpty();
    }

    @Test
    void what_a_cue_told_is_refused_where_what_stands_around_it_speaks_against_it() {
        Extraction<String> answer = new NameExtractor()
                .extract(new Turn("Whoever's at the desk, usually Bo", "And who should the courier ask for?", null));

        assertThat(answer.found()).isEmpty();
        assertThat(answer.rejected()).extracting(Rejected::code).containsExactly("unlikely");
    }

    @Test
    void does_not_take_the_name_of_whoever_wrote_before_for_the_visitors() {
        Turn turn = new Turn("here is fine, cheers Anna", "Hello, this is Anna from Skerry Studio.", null);

        assertThat(new NameExtractor().extract(turn).found()).isEmpty();
    }

    @Test
    void of_a_text_that_is_no_chat_message_only_what_cues_tell_is_found() {
        String opening = "Skerry Dental needs forty licences by May. ";
        String filler = "and more of the same ".repeat(1000);

        assertThat(new CompanyExtractor().extract(Turn.of(opening + filler)).found())
                .isEmpty();
        assertThat(new CompanyExtractor()
                        .extract(Turn.of("My company is Skerry Dental. " + filler))
                        .found())
                .extracting(Candidate::value)
                .containsExactly("Skerry Dental");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我叫Bo", "我叫Bo，谢谢", "名前はBoです", "저는 Bo입니다", "我叫王小明"})
    void a_name_that_is_a_part_of_a_word_is_believed(String text) {
        assertThat(new NameExtractor().extract(Turn.of(text)).found())
                .hasSameSizeAs(new NameExtractor().told(Turn.of(text)).found());
    }
}
