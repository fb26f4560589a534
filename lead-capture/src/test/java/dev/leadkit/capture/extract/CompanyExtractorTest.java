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
        ich arbeite bei der Fjord Boote GmbH | Fjord Boote GmbH
        ich komme von der Firma Fjord Boote | Fjord Boote
        la société Fjord Emballages cherche | Fjord Emballages
        le escribo de parte de Fjord Barcos S.L., gracias | Fjord Barcos S.L
        I'm the office manager at Fjord Boats | Fjord Boats
        Tove here, CTO of Fjord, we want a trial | Fjord
        Soy Inés, directora de Fjord | Fjord
        I'm Tove w/ Fjord Catering | Fjord Catering
        we're from Fjord Labs | Fjord Labs
        im with fjord roofing and need nails | fjord roofing
        Hi, we are Fjord & Daughters, a bakery | Fjord & Daughters
        we at Fjord Academy need desks | Fjord Academy
        I own a little shop called Fjord & Thread | Fjord & Thread
        we're a small startup called fjordly, six people | fjordly
        now I run Fjord Robotics | Fjord Robotics
        my company, Fjord Media, needs a site | Fjord Media
        the company I work for is Fjord Mutual | Fjord Mutual
        ordering for fjord widgets llc, to dock 4 | fjord widgets llc
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
        umm it's called Fjord Boats | Fjord Boats
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
                "a flight from Oslo with Tove",
                "I'm with Tove Lund at seven",
                "I want to see it at Fjord Hall",
                "we are Tove and Bo",
                "I run Fjord Server",
                "I spoke to the manager at Fjord",
                "Hello Fjord Boats Ltd",
                "\nÅsa Berg, asa@berg.example",
                "we're from New Bergen"
            })
    void finds_none_in_what_nearly_names_one(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @Test
    void finds_none_in_an_answer_that_gives_none() {
        var question = "Which company do you work for?";

        for (String text : new String[] {
            "none",
            "I'm a student",
            "private",
            "why do you ask?",
            "no",
            "freelance, no company",
            "it's for my wife's birthday"
        }) {
            assertThat(extractor.extract(new Turn(text, question, null)).found())
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void finds_the_one_in_a_signature() {
        var line = "I'd like a price.\n\nBest,\nTove Lund\nFjord Consulting\ntove@fjord.example";
        var list = "Please call back. Tove Lund, buyer, Fjord Tekstil Pvt Ltd, Mob: 98220 55443";
        var polish = "Regards\nTove Lund\nFjordmeble Sp. z o.o.\nul. Długa 5";

        for (String text : new String[] {line, list, polish}) {
            assertThat(extractor.extract(Turn.of(text)).found())
                    .as(text)
                    .extracting(Candidate::because)
                    .containsExactly("signed");
        }
        assertThat(extractor.extract(Turn.of(polish)).found())
                .extracting(Candidate::value)
                .containsExactly("Fjordmeble Sp. z o.o");
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
