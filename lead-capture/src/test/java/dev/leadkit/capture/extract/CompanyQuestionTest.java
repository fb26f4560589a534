package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyQuestionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is your company's name?",
                "Your company?",
                "Tell us your company please",
                "Company:",
                "Company?",
                "Company for the invoice?",
                "Company and phone?",
                "Company name and phone, please",
                "Is there a company?",
                "Which company?",
                "Name, company and phone?",
                "Your name and company, please",
                "nom et entreprise?",
                "naam en bedrijf?",
                "nombre y empresa?",
                "E o nome da empresa?",
                "Y el nombre de empresa?",
                "Et le nom de l'entreprise?",
                "So, new company?",
                "What is the name of the shop called?",
                "Wie heißt Ihre Firma?",
                "Welche Firma?",
                "Qual é o nome da empresa?",
                "Is this for your practice?",
                "The name of your practice in town?",
                "And the name of your school?",
                "What's the name of the farm?",
                "What's the shop called?",
                "What is the band called?",
                "Whats the crew called?",
                "And what's the company?",
                "What company should I put?",
                "What company do you represent?",
                "What business are you calling from?",
                "What's the company name?",
                "What business is it?",
                "Qual é o nome do seu negócio?",
                "Which account?",
                "Which account is this?",
                "What's the merchant name?",
                "Who's the end customer?",
                "Do you trade under a name?",
                "What are you trading as?",
                "Where do you work?",
                "Whom do you work for?",
                "Who are you with?",
                "Who do you represent?",
                "Who are you representing?",
                "Which firm are you with?",
                "May I ask who you're with?",
                "May I ask who you are with?"
            })
    void the_visitors_firm_is_asked_for(String asked) {
        assertThat(CompanyQuestion.asks(asked)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Qual é seu negócio?",
                "We like company.",
                "We like your company.",
                "So, the new company?",
                "What company do they represent?",
                "Your name. Then the company, phone?",
                "How big is your team?",
                "How big is the company?",
                "Is it the company?",
                "Is this for your practice in town?",
                "What is your practice about?",
                "Your phone and company, please",
                "Company: which is it?",
                "Name of the farm in town?",
                "What is the boat called?",
                "What are you called?",
                "What kind of business is it?",
                "What line of business is it?",
                "What size of company?",
                "What company should we call?",
                "What company do you like?",
                "What company are they?",
                "Which hotel are you staying with?",
                "Which account do you like?",
                "What's the name on account name?",
                "What's the customer name?",
                "What's the client name?",
                "Who's the customer?",
                "Do you trade boats?",
                "Do you work here?",
                "Who is helping you with it?",
                "Who are you with today?",
                "Who do you like?",
                "Are you with us?",
                "Which team are you with?"
            })
    void another_thing_is_asked_for_or_none(String asked) {
        assertThat(CompanyQuestion.asks(asked)).isFalse();
    }

    @Test
    void nobody_asks_where_nothing_was_written() {
        assertThat(CompanyQuestion.asks(null)).isFalse();
        assertThat(CompanyQuestion.asks("")).isFalse();
    }

    @Test
    void only_the_end_of_a_long_text_is_read() {
        String talk = "We have many boats. ".repeat(15);

        assertThat(CompanyQuestion.asks(talk + "Your company?")).isTrue();
        assertThat(CompanyQuestion.asks("Your company? " + talk)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Your name and company, please | true
        Name, company and phone? | true
        Company and your name, please | false
        Company name and phone, please | false
        Your phone and company, please | false
        """)
    void the_name_is_asked_for_first(String asked, boolean expected) {
        assertThat(CompanyQuestion.asksForNameFirst(asked)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Your name and company, please | tove, fjord boats | fjord boats
        Your name and company, please | tove / fjord boats | fjord boats
        Your name and company, please | Tove, Skiff | Skiff
        Your company, please | fjord boats, tove | fjord boats
        Which company is it? | blue fjord pools | blue fjord pools
        """)
    void the_answer_is_taken_from_its_place(String asked, String text, String expected) {
        assertThat(new CompanyExtractor().extract(new Turn(text, asked, null)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }
}
