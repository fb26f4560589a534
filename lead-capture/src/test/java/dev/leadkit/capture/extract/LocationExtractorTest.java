package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationExtractorTest {
    private final LocationExtractor extractor = new LocationExtractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I live in Bergen | Bergen
        i live in bergen | bergen
        We're based in Lyon, France. | Lyon, France
        I am currently living in Lillevik Sund | Lillevik Sund
        I'm from Norway | Norway
        I come from new york, usa | new york, usa
        location: Oslo | Oslo
        my city is Oslo | Oslo
        ich wohne in Graz | Graz
        j'habite à Lyon | Lyon
        """)
    void finds_where_the_visitor_is_at_home(String text, String expected) {
        assertThat(extractor.extract(Turn.of(text)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Bergen | Bergen
        in bergen | bergen
        Lillevik Sund, thanks | Lillevik Sund
        oslo and I need a boat | oslo
        """)
    void finds_the_answer_to_a_question_for_it(String text, String expected) {
        assertThat(extractor
                        .extract(new Turn(text, "Where are you located?", null))
                        .found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a flight to Oslo",
                "the shop in Bergen",
                "I'm from Fjord Boats",
                "do you live in Oslo?",
                "I live in a small flat",
                "I'm based on this",
                "the city is nice",
                "from Oslo to Bergen"
            })
    void finds_none_in_what_is_no_home(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @Test
    void somebody_elses_is_rejected() {
        Extraction<String> extraction = extractor.extract(Turn.of("my brother lives in Oslo"));

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly("third-party");
    }
}
