package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.MailProviders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyOfAddressTest {
    private static CompanyOfAddress at(String domain) {
        return CompanyOfAddress.of("tove@" + domain).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        fjordboats.example | I work at Fjord Boats, thanks | Fjord Boats
        fjordboats.example | the fjord boats are old | fjord boats
        fjordboats.example | Fjordboats. A boat please | Fjordboats
        fjordboats.example | Fjord-Boats | Fjord-Boats
        fjord-boats.example | fjord boats | fjord boats
        FjordBoats.Example | fjord boats | fjord boats
        fjordboats.co.uk | fjord boats | fjord boats
        mail.fjordboats.example | fjord boats | fjord boats
        boat.example | Boat | Boat
        fjord24.example | Fjord 24 | Fjord 24
        fjordsboats.example | Fjord's Boats | Fjord's Boats
        """)
    void a_name_is_the_firms_that_spells_its_domain(String domain, String text, String expected) {
        assertThat(at(domain).in(text)).map(Candidate::value).contains(expected);
    }

    @Test
    void tells_where_the_name_stands_and_how_sure_it_is() {
        String text = "We,  the Fjord  Boats Ltd, need oars";

        Candidate<String> found = at("fjordboats.example").in(text).orElseThrow();

        assertThat(found.value()).isEqualTo("Fjord Boats Ltd");
        assertThat(found.span().of(text)).isEqualTo("Fjord  Boats Ltd");
        assertThat(found.confidence()).isEqualTo(0.75);
        assertThat(found.because()).isEqualTo("firm-of-address");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        fjordboats.example | write to fjord boats ltd please | fjord boats ltd
        fjordboats.example | Fjord Boats GmbH & Co. KG in Kiel | Fjord Boats GmbH & Co. KG
        fjordboats.example | Fjord Boats, Ltd is late | Fjord Boats, Ltd
        fjordboats.example | fjord boats, ltd | fjord boats
        fjordboats.example | Fjord Boats Bergen is open | Fjord Boats Bergen
        fjordboats.example | fjord boats bergen | fjord boats
        fjordboats.example | The Fjord Boats Company is here | The Fjord Boats Company
        fjordboats.example | The fjord boats | The fjord boats
        fjordboats.example | for the Fjord Boats | Fjord Boats
        """)
    void a_legal_form_and_words_in_capitals_belong_to_it(String domain, String text, String expected) {
        assertThat(at(domain).in(text)).map(Candidate::value).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        fjordboats.example | Fjord & Boats | Fjord & Boats
        fjordboats.example | Fjord and Boats | Fjord and Boats
        fjordandboats.example | Fjord & Boats | Fjord & Boats
        fjordandboats.example | fjord and boats | fjord and boats
        andfjord.example | and fjord | and fjord
        fjordboats.example | boats and fjord boats | fjord boats
        """)
    void an_ampersand_is_left_out_or_spelled(String domain, String text, String expected) {
        assertThat(at(domain).in(text)).map(Candidate::value).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        berglindo.example | Berg Lindö | Berg Lindö
        bergoland.example | berg øland | berg øland
        strassebau.example | Straße Bau | Straße Bau
        lodzboats.example | Łodz Boats | Łodz Boats
        berglindö.example | Berg Lindö | Berg Lindö
        """)
    void accents_make_no_difference(String domain, String text, String expected) {
        assertThat(at(domain).in(text)).map(Candidate::value).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        skerryvet.example | Skerry Veterinary | Skerry Veterinary
        skerryvet.example | our Skerry Veterinary Ltd | Skerry Veterinary Ltd
        skerryvet.example | Skerry veterinary clinic | Skerry veterinary clinic
        fjordboatsvet.example | Fjord Boats Veterinary | Fjord Boats Veterinary
        fjordcovehoa.example | at Fjord Cove we have mice | Fjord Cove
        fjordcovehoa.example | Fjord Cove, at last | Fjord Cove
        fjordlinetrip.example | Fjord Line | Fjord Line
        skerryshop.example | Skerry is open | Skerry
        skerryandshop.example | Skerry & Shop | Skerry & Shop
        skiffenbo.example | Skiffen is here | Skiffen
        skiffeninc.example | Skiffen is here | Skiffen
        skifflineshop.example | skiff line is here | skiff line
        skifflineshop.example | skiff line shop | skiff line
        """)
    void a_domain_may_say_more_or_less_than_the_name(String domain, String text, String expected) {
        assertThat(at(domain).in(text)).map(Candidate::value).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        fjordvet.example | Fjord Veterinary
        skerryvet.example | skerry veterinary
        skerryv.example | skerry
        skerryv.example | Skerryboats
        skerryvets.example | Skerry, Veterinary
        fjordcovehoa.example | fjord cove
        fjordlinetravel.example | Fjord Line
        skiffenboat.example | Skiffen is here
        skiffeninc.example | skiffen is here
        skiffinc.example | Skiff is here
        bergenbo.example | Bergen is cold
        windowbo.example | Window is open
        fjord-line.example | the fjord
        fjord-line.example | Fjord
        fjordboats.example | Fjord. Boats
        fjordboats.example | Fjord, Boats
        fjordboats.example | a fjord with boats
        fjordboats.example | fjord boatsmen
        fjordboats.example | Fjord's Boats
        fjordboats.example | fjord and and boats
        """)
    void a_name_that_nearly_spells_it_is_none(String domain, String text) {
        assertThat(at(domain).in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        getfjord.example | Fjord | Fjord
        use-fjordly.example | fjordly | fjordly
        tryskiff.example | Skiff | Skiff
        joinfjordly.example | Fjordly | Fjordly
        hellofjord.example | Fjord | Fjord
        hellobo.example | Hello Bo | Hello Bo
        usebos.example | use bos | use bos
        useboat.example | boat | boat
        """)
    void a_verb_before_it_is_no_part_of_a_name_of_four_letters_or_more(String domain, String text, String expected) {
        assertThat(at(domain).in(text)).map(Candidate::value).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tove@gmail.com",
                "tove@GMail.com",
                "tove@gmx.de",
                "tove@t-online.de",
                "tove@btinternet.co.uk",
                "tove@mail.yahoo.co.uk",
                "tove@fjord.example.com",
                "tove@bob.example",
                "tove@getbob.example.org",
                "tove@co.uk",
                "tove@-.-",
                "tove@fjord",
                "tove@",
                ""
            })
    void no_firm_is_told_by_the_domain_of_a_provider_or_of_few_letters(String address) {
        assertThat(CompanyOfAddress.of(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write to tove@fjordboats.example",
                "www.fjordboats.example is ours",
                "https://fjordboats.example/boats",
                "see bergen.example/fjordboats",
                "fjordboats/boats",
                "mailto:fjordboats",
                "tove at fjordboats dot example",
                "tove at fjord boats dot example",
                "tove at fjordboats co dot uk",
                "tove at fjordboats and co dot uk"
            })
    void what_stands_in_an_address_names_nobody(String text) {
        assertThat(at("fjordboats.example").in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tove@fjordboats.example. Fjord Boats",
                "company: Fjord Boats",
                "Tove / Fjord Boats / Bergen",
                "meet at Fjord Boats",
                "not at all, but Fjord Boats dot",
                "Fjord Boats."
            })
    void finds_a_firm_beside_an_address_or_a_mark(String text) {
        assertThat(at("fjordboats.example").in(text)).map(Candidate::value).contains("Fjord Boats");
    }

    @Test
    void a_providers_domain_is_no_firm() {
        MailProviders.ALL.forEach(provider -> assertThat(CompanyOfAddress.of("tove@" + provider + ".pt"))
                .as(provider)
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sapo.pt", "rambler.ru", "tuta.com", "walla.co.il", "gmail.com", "t-online.de"})
    void where_everybody_may_have_a_mailbox_is_no_firm(String domain) {
        assertThat(CompanyOfAddress.of("tove@" + domain)).isEmpty();
    }
}
