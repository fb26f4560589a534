package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many words by which somebody says for which firm he speaks. */
class FirmTest {
    private final CompanyExtractor extractor = new CompanyExtractor();

    private static Turn turn(String text) {
        return Turn.of(text.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my wife. I work at Fjord Boats | Fjord Boats | workplace
        I'm working with Fjord Boats Ltd | Fjord Boats Ltd | workplace-in
        i work in fjordline | fjordline | workplace-in
        I work at the Fjord | Fjord | workplace
        my company is Fjord B.V. | Fjord B.V | own-company
        my company is Fjord Sp. z o.o. | Fjord Sp. z o.o | own-company
        my company is Fjord GmbH & Co. KG | Fjord GmbH & Co. KG | own-company
        employed by Fjord Boats | Fjord Boats | workplace
        I represent Fjord | Fjord | workplace
        on behalf of Fjord Boats | Fjord Boats | workplace
        namens Fjord Boten | Fjord Boten | workplace
        trabajo en Fjord Barcos | Fjord Barcos | workplace
        trabajo para la empresa Fjord Barcos | Fjord Barcos | workplace
        trabalho na Fjord Barcos | Fjord Barcos | workplace
        lavoro per Fjord Barche | Fjord Barche | workplace
        ik werk bij Fjord Boten | Fjord Boten | workplace
        fjord is my company name | fjord | own-company
        fjord the company name | fjord | own-company
        sure its fjord inc | fjord inc | company-alone
        fjord infotech and my account number is 4711 | fjord infotech | company-alone
        it is fjord company | fjord | company-alone
        the company I work for is Fjord Boats | Fjord Boats | own-company
        the name of our company is Fjord Boats | Fjord Boats | own-company
        name of the company is Fjord Boats | Fjord Boats | own-company
        my company's name is Fjord Boats | Fjord Boats | company-label
        company name fjord | fjord | company-label
        our company Fjord Boats needs boats | Fjord Boats | own-company
        my company is fjord boats thanks | fjord boats | own-company
        My Company Is Fjord Boats | Fjord Boats | own-company
        my company is Fjord Boats - we need a boat | Fjord Boats | own-company
        company fjord boats ltd | fjord boats ltd | company-bare
        I opened a small shop called Fjord | Fjord | own-company
        I work for a company called Fjord Boats | Fjord Boats | own-company
        die Firma Fjord Boote braucht ein Boot | Fjord Boote | own-company
        hi this is Tove with Fjord Line | Fjord Line | comes-from
        Tove calling from Fjord Boats | Fjord Boats | comes-from
        writing from Fjord Boats Ltd | Fjord Boats Ltd | comes-from
        we're with Fjord Line Shipping | Fjord Line Shipping | comes-from
        I am with fjord shipping | fjord shipping | comes-from
        we are Fjord & Lund | Fjord & Lund | we-are
        We are the Fjord Bakery | Fjord Bakery | we-are
        we run Fjord Bakery | Fjord Bakery | we-are
        I own Fjord Bakery | Fjord Bakery | we-are
        wir sind Fjord Boote GmbH | Fjord Boote GmbH | we-are
        wir, die Fjord Boote GmbH, suchen | Fjord Boote GmbH | we-are
        wij zijn Fjord Techniek | Fjord Techniek | we-are
        nous sommes Fjord Emballages SARL | Fjord Emballages SARL | we-are
        I'm the manager at Fjord | Fjord | title-at
        I'm head of sales at Fjord Boats | Fjord Boats | title-at
        I'm the owner of Fjord Boats | Fjord Boats | title-at
        Tove, buyer at Fjord Boats | Fjord Boats | title-at
        Tove Lund, CEO of Fjord | Fjord | title-at
        Tove Lund, buyer, Fjord Boats Ltd | Fjord Boats Ltd | beside-name
        Tove Lund\\nFjord Bakery\\n212 736 5000 | Fjord Bakery | beside-name
        we need a quote for Fjord Boats Ltd | Fjord Boats Ltd | company-bare
        ordering two boats for fjord boats ltd | fjord boats ltd | company-bare
        """)
    void a_firm_is_said_in_many_ways(String text, String expected, String because) {
        assertThat(extractor.extract(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, because));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "company growing fast",
                "my company, growing fast",
                "die Firma braucht ein Boot",
                "there is a shop called Fjord",
                "I go to a company called Fjord Boats",
                "it works with Fjord Boats",
                "they own Fjord Bakery",
                "the manager at Fjord",
                "I'm owner of a boat",
                "your company name is Fjord",
                "insurance company name is Fjord",
                "Hello Fjord Boats Ltd",
                "Dear Fjord Boats Ltd, I need a boat",
                "a boat for Fjord Boats Ltd",
                "I am working in bergen",
                "i work in bergen",
                "i work in Fjordline",
                "i work in the shop",
                "I work at the shop",
                "company fjord 2024",
                "we are fjord & lund"
            })
    void nobody_says_for_which_firm_he_speaks(String text) {
        assertThat(extractor.extract(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Which company do you work for? | Fjord Boats and I need help | Fjord Boats
        Where do you work? | Fjord Boats | Fjord Boats
        Your company? | Fjord Boats | Fjord Boats
        Company name please | Fjord Boats | Fjord Boats
        Nome da empresa? | Fjord Boats | Fjord Boats
        Which firm is it? | Lund | Lund
        """)
    void a_firm_is_asked_for_in_many_ways(String asked, String text, String expected) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, "answer-to-company-question"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Which company do you work for? | freelance
        Which firm is it? | my wife's
        We are a company from Oslo. | Fjord Boats
        Company names are listed here. | Fjord Boats
        """)
    void no_other_answer_is_a_firm(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"her company is called Fjord Boats", "their firm is Fjord Boats"})
    void somebody_elses_firm_is_rejected(String text) {
        assertThat(extractor.extract(turn(text)).rejected())
                .extracting(Rejected::code)
                .containsExactly("third-party");
    }
}
