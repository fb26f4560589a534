package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyExtractorTest {
    private final CompanyExtractor extractor = new CompanyExtractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        My company is Fjord Boats. | Fjord Boats
        my company name is fjord boats and my order is late | fjord boats
        company name: fjord boats | fjord boats
        Company: Fjord & Sons Ltd. | Fjord & Sons Ltd
        my name is tove and company is fjord | fjord
        I work at Fjord | Fjord
        we work for the Bank of Bergen | the Bank of Bergen
        I'm working for fjord boats, can you help? | fjord boats
        I'm Tove Lund from Fjord Boats | Fjord Boats
        Hi, this is Tove from Fjord | Fjord
        I'm from fjord boats pvt ltd | fjord boats pvt ltd
        writing on behalf of Fjord AS | Fjord AS
        our shop is called Fjord | Fjord
        I have a shop called Fjord | Fjord
        I represent Fjord Industries | Fjord Industries
        ich arbeite bei Fjord | Fjord
        meine Firma heißt Fjord Boote GmbH | Fjord Boote GmbH
        je travaille chez Fjord | Fjord
        """)
    void finds_the_firm_that_the_visitor_speaks_for(String text, String expected) {
        assertThat(extractor.extract(Turn.of(text)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Fjord Boats | Fjord Boats
        fjord boats | fjord boats
        sure it's fjord boats and the pin is 4477 | fjord boats
        """)
    void finds_the_answer_to_a_question_for_it(String text, String expected) {
        var turn = new Turn(text, "May I have your company's name, please?", null);

        assertThat(extractor.extract(turn).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, "answer-to-company-question"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my company is growing",
                "my company is looking for boats",
                "our business is small",
                "my insurance company name",
                "what is your company name?",
                "I work from home",
                "I work for a bank",
                "I'm working in sales",
                "it works with windows",
                "I'm from Bergen",
                "I'm Tove from Bergen",
                "I'm Tove from Norway",
                "a restaurant called Fjord",
                "is the store open?",
                "I want to buy from you",
                "keep me company please",
                "I come from a small town",
                "a flight from Oslo with Tove"
            })
    void finds_none_in_what_nearly_names_one(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @Test
    void finds_none_in_an_answer_that_gives_none() {
        var question = "Which company do you work for?";

        for (String text : new String[] {"none", "I'm a student", "private", "why do you ask?", "no"}) {
            assertThat(extractor.extract(new Turn(text, question, null)).found())
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void somebody_elses_is_rejected() {
        assertThat(extractor.extract(Turn.of("my wife works at Fjord Boats")).found())
                .isEmpty();
        assertThat(extractor.extract(Turn.of("his company is Fjord Boats")).rejected())
                .extracting(Rejected::code)
                .containsExactly("third-party");
    }
}
