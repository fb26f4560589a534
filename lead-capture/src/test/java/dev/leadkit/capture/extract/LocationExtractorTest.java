package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
        I'm from İstanbul | İstanbul
        I live in İZMİR | İZMİR
        location: Oslo | Oslo
        my city is Oslo | Oslo
        ich wohne in Graz | Graz
        j'habite à Lyon | Lyon
        j'habite en Norvège | Norvège
        vivo en Sevilla | Sevilla
        ik woon in Rotterdam | Rotterdam
        we are based in Lyon | Lyon
        we are currently based in Lyon | Lyon
        we are also located in Graz | Graz
        We are now based near Lyon | Lyon
        we are living in Lyon | Lyon
        I am now living in Lyon | Lyon
        I now live in Graz | Graz
        I actually live in Graz | Graz
        we're located outside of Graz | Graz
        we reside at Lyon | Lyon
        I live in Bergen and work from home | Bergen
        I live in Lillevik, Norway | Lillevik, Norway
        I live in Lillevik, near the sea | Lillevik
        I live in Lillevik Sund Nord Vest | Lillevik Sund Nord
        location = Oslo | Oslo
        my country is Norway | Norway
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
        we are in Bergen | Bergen
        it's bergen | bergen
        near Bergen, why? | Bergen
        Currently in the city of Bergen | Bergen
        in bergen since May | bergen
        Lillevik, Norway | Lillevik, Norway
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
                "from Oslo to Bergen",
                "are you based in Lyon?",
                "they are based in Lyon",
                "I'm from Lillevik",
                "I live out of town",
                "j'habite près de Lyon",
                "the country is Norway",
                "my brother lives in the city",
                "a vivo in Oslo"
            })
    void finds_none_in_what_is_no_home(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What city are you in?",
                "Which city do you live in?",
                "Which country are you in?",
                "Where do you live?",
                "Where are you based?",
                "What is your location?",
            })
    void is_asked_for_in_several_ways(String asked) {
        assertThat(extractor.extract(new Turn("Lillevik", asked, null)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple("Lillevik", "answer-to-location-question"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Where are you going? | Bergen
        Where are you flying to? | Bergen
        Where are you travelling to? | Bergen
        Which city has the best boats? | Bergen
        Where is the shop? | Bergen
        Where are you located? | I'm in a meeting
        Where are you located? | why do you ask
        Where are you located? | sure
        Where are you located? | in Lillevik since May
        Where are you located? | lillevik
        """)
    void no_other_answer_is_one(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found()).isEmpty();
    }

    @Test
    void each_of_several_is_found() {
        assertThat(extractor
                        .extract(Turn.of("we live in Bergen. I am from Norway"))
                        .found())
                .extracting(Candidate::value)
                .containsExactly("Bergen", "Norway");
    }

    @Test
    void somebody_elses_is_rejected() {
        Extraction<String> extraction = extractor.extract(Turn.of("my brother lives in Oslo"));

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly("third-party");
    }
}
