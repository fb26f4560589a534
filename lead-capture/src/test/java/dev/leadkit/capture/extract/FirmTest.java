package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.capture.text.Words;
import org.junit.jupiter.api.Test;
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
        I'm currently working at Fjord Foods | Fjord Foods | workplace
        I work over at Fjord Distillers | Fjord Distillers | workplace
        am working Fjord Foods | Fjord Foods | workplace-bare
        hello, from the Fjord team | Fjord | comes-from
        I'm Tove von der Firma Fjord | Fjord | comes-from
        i work in fjordline | fjordline | workplace-in
        I work at the Fjord | Fjord | workplace
        Trabajo en una empresa llamada Fjord desde mayo | Fjord | own-company
        Wir sind eine Firma namens Fjord aus Kiel | Fjord | own-company
        Dzwonię w imieniu firmy Fjord, mój numer | Fjord | own-company
        jestem z firmy Fjord S.A. Potrzebujemy łodzi | Fjord S.A. | own-company
        Здравствуйте, я из компании Fjord | Fjord | own-company
        я работаю программистом в компании Fjord. | Fjord | own-company
        Jeg arbejder som salgschef hos Fjord i Bergen | Fjord | workplace
        Mon entreprise s'appelle Fjord | Fjord | own-company
        we @ Fjord are looking for terms | Fjord | own-company
        my company is fjord.space | fjord.space | own-company
        Meu nome é João da empresa Fjord Ltda | Fjord Ltda | comes-from
        halo, perusahaan kami PT Fjord tertarik | PT Fjord | own-company
        Nama saya Budi dari PT Fjord, mau pesan | PT Fjord | comes-from
        Hej, det er Tove fra Fjord Maleri. Jeg ringer | Fjord Maleri | comes-from
        Hola, soy de Constructora Fjord. Vi el terreno | Constructora Fjord | comes-from
        sono Tove Lund, agronoma presso il Consorzio Fjord | Consorzio Fjord | workplace
        Regards,\\nTove Lund\\nFjord Commodities\\ntove@mail.example | Fjord Commodities | signature
        my company is Fjord Corp International. | Fjord Corp International | own-company
        my company is Fjord B.V. | Fjord B.V. | own-company
        my company is Fjord Sp. z o.o. | Fjord Sp. z o.o. | own-company
        my company is Fjord GmbH & Co. KG | Fjord GmbH & Co. KG | own-company
        employed by Fjord Boats | Fjord Boats | workplace
        I represent Fjord | Fjord | workplace
        on behalf of Fjord Boats | Fjord Boats | workplace
        namens Fjord Boten | Fjord Boten | workplace
        vi på Fjord Båt vill ha mer | Fjord Båt | workplace
        Tove Lund ringing from Fjord Boats | Fjord Boats | comes-from
        bel van Fjord Boten | Fjord Boten | comes-from
        les escribo de Fjord Barcos | Fjord Barcos | comes-from
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
        we need a quote for Fjord Boats Ltd | Fjord Boats Ltd | company-bare
        ordering two boats for fjord boats ltd | fjord boats ltd | company-bare
        """)
    void a_firm_is_said_in_many_ways(String text, String expected, String because) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, because));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ich habe von einer Firma namens Fjord gehört",
                "kupiłam łódź od firmy Fjord",
                "I'm at fjord.ai/pricing and it fails",
                "notre agence de conseil peut améliorer votre site",
                "pour mon entreprise basée à Kiel",
                "ik wil een offerte voor een spa",
                "our business processes, and what they cost",
                "our pages on Fjord, Lund, and Berg",
                "Regards,\nTove Lund\nProduct Partnerships",
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
        assertThat(extractor.told(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Which company do you work for? | Fjord Boats and I need help | Fjord Boats
        Where do you work? | Fjord Boats | Fjord Boats
        Your company? | Fjord Boats | Fjord Boats
        Company name please | Fjord Boats | Fjord Boats
        Nome da empresa? | Fjord Boats | Fjord Boats
        Which firm is it? | Lund | Lund
        Company | Les Halles | Les Halles
        회사명 | Fjord | Fjord
        会社名 | Fjord | Fjord
        Company | Fjord-boats.com | Fjord-boats.com
        """)
    void a_firm_is_asked_for_in_many_ways(String asked, String text, String expected) {
        assertThat(extractor.told(new Turn(text, asked, null)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, "answer-to-company-question"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Which company do you work for? | freelance
        Which firm is it? | my wife's
        We are a company from Oslo. | Fjord Boats
        Tell me more about your company. | Fjord Boats
        How does it touch your business? | Losing clients
        Company names are listed here. | Fjord Boats
        """)
    void no_other_answer_is_a_firm(String asked, String text) {
        assertThat(extractor.told(new Turn(text, asked, null)).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"her company is called Fjord Boats", "their firm is Fjord Boats"})
    void somebody_elses_firm_is_rejected(String text) {
        assertThat(extractor.told(turn(text)).rejected())
                .extracting(Rejected::code)
                .containsExactly("third-party");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I started a shop called Fjord | Fjord
        I have a very old red shop called Fjord | Fjord
        we're a tiny crew called Fjord | Fjord
        we are an old crew called Fjord | Fjord
        we run a crew called Fjord | Fjord
        we were running a crew called Fjord | Fjord
        I'm working for a shop called Fjord | Fjord
        our old press (Fjord Books) is new | Fjord Books
        our HOA (Agent Homes) needs it | Agent Homes
        our one two three four five, Fjord Foods | Fjord Foods
        treasurer of a club called Fjord | Fjord
        I work at a shop called Fjord | Fjord
        We represent a small brand called Fjord | Fjord
        I've a café in Leith called Fjord | Fjord
        we're a tiny distillery called Fjord | Fjord
        The farm's called Fjord Acres | Fjord Acres
        Our farm's called Fjord Acres | Fjord Acres
        Fjord Vets, that's our clinic | Fjord Vets
        Fjord Vets, that was our clinic | Fjord Vets
        Fjord Vets, that's our old clinic | Fjord Vets
        Fjord Vets (which is our clinic) | Fjord Vets
        Fjord Foods, that's us | Fjord Foods
        Fjord Foods, thats us | Fjord Foods
        Fjord Foods, that is us | Fjord Foods
        Us, Fjord Foods | Fjord Foods
        We operate as Fjord Cabs | Fjord Cabs
        trading as Fjord Cabs | Fjord Cabs
        Our fleet policy, Fjord Couriers, is due | Fjord Couriers
        our HOA (Fjord Homes) needs it | Fjord Homes
        our site: the Fjord Foods | Fjord Foods
        We're a strata manager (Fjord Homes) | Fjord Homes
        We are a strata manager, Fjord Homes | Fjord Homes
        Fjord Public Library, where I work, wants a printer | Fjord Public Library
        Fjord Baptist Church would like to buy two | Fjord Baptist Church
        Two things. Fjord Baptist Church requires a boat | Fjord Baptist Church
        Fjord Baptist Church is looking for a boat | Fjord Baptist Church
        Fjord Baptist Church is seeking a boat | Fjord Baptist Church
        mine's Fjord Vets | Fjord Vets
        mine is Fjord Vets | Fjord Vets
        The Crooked Fjord here, a table please | The Crooked Fjord
        Hello Fjord & Sons here | Fjord & Sons
        fjord bakery here, we need flour | fjord bakery
        the Fjord Bakery here | Fjord Bakery
        """)
    void a_firm_is_said_to_be_ours(String text, String expected) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, "own-company"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I saw a shop called Fjord",
                "I have a very old red brick corner village shop called Fjord",
                "they have a crew called Fjord",
                "I opened a crew called Fjord",
                "the press (Fjord Books) is new",
                "our town's press (Fjord Books) is new",
                "our one two three four five six, Fjord Foods",
                "our site http://Fjord Foods",
                "it is for us or we (",
                "member of a club called Fjord",
                "I look at a shop called Fjord",
                "they're a tiny distillery called Fjord",
                "A farm's called Fjord Acres",
                "The dog's called Fjord Acres",
                "Fjord Vets, that's our dog",
                "Fjord Vets that's our clinic",
                "that's our clinic",
                "Fjord Foods, call us",
                "Fjord Foods that's us",
                "that's us",
                "us, fjord foods",
                "Us and Fjord Foods",
                "It is for us, Fjord Foods",
                "seen as Fjord Cabs",
                "Our fleet policy, Fjord, is due",
                "our sister, Fjord Foods",
                "our current one, Fjord Foods",
                "our school's boiler, Fjord Heating, is new",
                "our site: http://Fjord.example",
                "our shiny new website for rent today, Fjord Foods",
                "our boat. Then, Fjord Foods",
                "our boat, Bergen Foods",
                "We're a strata manager of Fjord Homes",
                "We're the best, Fjord Homes",
                "we (fjord labs) like it",
                "We, Fjord Labs, like it",
                "Fjord Public Library where I work",
                "Fjord Public Library, where I live",
                "Fjord Public Library, where we work",
                "Fjord Baptist Church is big",
                "Fjord Baptist Church would be big",
                "I think Fjord Baptist Church would like to buy",
                "Bo Lund would like a boat",
                "Church would like a boat",
                "Oslo Church would like to buy a bell",
                "mine is Fjord",
                "vi hos Fjord Båt vill",
                "Bo Lund here",
                "Bo & Lund here",
                "Happy oar here",
                "Happy here",
                "a Fjord bakery here",
                "fjord bakery here is good",
                "see the Fjord, Bakery here"
            })
    void nobody_says_that_it_is_ours(String text) {
        assertThat(extractor.told(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sure it's fjord inc | fjord inc
        fjord consulting and my account number is 4711 | fjord consulting
        fjord labs | fjord labs
        fjord labs password 1 | fjord labs
        fjord labs with passcode 1 | fjord labs
        fjord labs and the one time passcode 1 | fjord labs
        fjord company | fjord
        Fjord Company | Fjord Company
        """)
    void a_firm_is_all_that_is_said(String text, String expected) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, "company-alone"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fjord boats for two",
                "bigger boats",
                "blue labs",
                "labs",
                "4 fjord labs",
                "Hello Fjord Labs",
                "Fjord Hotel",
                "fjord labs with my friends",
                "fjord labs with",
                "fjord ltd called me"
            })
    void something_else_is_all_that_is_said(String text) {
        assertThat(extractor.told(turn(text)).found()).isEmpty();
    }

    @Test
    void of_an_answer_to_something_else_only_a_legal_form_tells() {
        assertThat(extractor
                        .extract(new Turn("fjord labs", "Which room?", null))
                        .found())
                .isEmpty();
        assertThat(extractor
                        .extract(new Turn("fjord labs ltd", "Which room?", null))
                        .found())
                .extracting(Candidate::value)
                .containsExactly("fjord labs ltd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Fjord is our farm name | Fjord | own-company
        company names: fjord | fjord | company-label
        the company name fjord boats | fjord boats | company-label
        the company name: fjord boats | fjord boats | company-label
        Company is called Fjord | Fjord | own-company
        the company is Fjord | Fjord | own-company
        ich suche die Firma Fjord | Fjord | own-company
        my firm (fjord) is good | fjord | own-company
        Clinic: Fjord Vets \\n Name: Tove | Fjord Vets | company-label
        5 company Fjord Ltd | Fjord Ltd | company-bare
        and company Fjord Ltd | Fjord Ltd | company-bare
        I like it. fjord is my company name | fjord | own-company
        my shop name is Fjord | Fjord | company-label
        my shop is Fjord Tent House | Fjord Tent House | own-company
        our farm Fjord needs hay | Fjord | own-company
        account: Fjord Vets | Fjord Vets | company-bare
        buyer: Fjord Vets | Fjord Vets | company-bare
        customer name: Fjord Vets | Fjord Vets | company-bare
        """)
    void a_firm_stands_beside_a_word_for_it(String text, String expected, String because) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, because));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the company name fjord boats is good",
                "which company name: Fjord",
                "what company name is Fjord",
                "the company is called Fjord",
                "I like it, company called Fjord",
                "a company is Fjord",
                "die Firma für Boote",
                "ich suche Firma Fjord",
                "Clinic: Fjord Vets, Name: Tove",
                "Clinic: fjord vets | Name: Tove",
                "fjord your company name",
                "we said fjord is my company name",
                "is my company name",
                "fjord boats and skiffs and oars is my company name",
                "my company name. I need it",
                "the company name",
                "my brand name is Fjord",
                "my shop is Fjord open",
                "my shop is Open on Monday",
                "my shop is fjord tent house",
                "the shop is Fjord Tent House",
                "our farm fjord needs hay",
                "the farm Fjord needs hay",
                "buyer Fjord Vets",
                "tell the buyer: Fjord Vets"
            })
    void a_word_for_a_firm_names_none(String text) {
        assertThat(extractor.told(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        My job at Fjord is boring | Fjord
        I'm the CEO of fjord.ai and need desks | fjord.ai
        I joined Fjordly as head of ops | Fjordly
        I've joined Fjordly as head of ops | Fjordly
        recently joined Fjordly as head of ops | Fjordly
        we at Fjord need desks | Fjord
        us at Fjord need desks | Fjord
        Here at Fjord we need desks | Fjord
        I'm the guy over at Fjord | Fjord
        I run sales at Fjord | Fjord
        I manage sales at Fjord | Fjord
        I head sales at Fjord | Fjord
        Tove, head of sales at Fjord | Fjord
        we teach at Fjord School | Fjord School
        I will teach at Fjord School | Fjord School
        my shift at Fjord Hall | Fjord Hall
        I'm the bookkeeper for Fjord Marine | Fjord Marine
        I'm the bookkeeper for the Fjord | Fjord
        I run the office for Fjord Marine | Fjord Marine
        I coordinate for Fjord Marine | Fjord Marine
        I do marketing at Fjord Marine | Fjord Marine
        I handle travel for the Fjord | Fjord
        Tove here, head of sales at Fjord | Fjord
        """)
    void a_job_is_done_for_a_firm(String text, String expected) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, "title-at"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the job at Fjord is boring",
                "Bo joined Fjordly as head of ops",
                "Just joined Fjordly today",
                "it works over at Fjord Distillers",
                "they are not working Fjord Foods",
                "So work at Fjord",
                "Bo at Fjord needs desks",
                "the guy over at Fjord",
                "I'm the guy sat over Fjord",
                "I see sales at Fjord",
                "Today, head of sales at Fjord",
                "my boss, the head of sales at Fjord",
                "she will teach at Fjord School",
                "I, teach at Fjord School",
                "hello, from Fjord",
                "my one, from the Fjord",
                "my dog at Fjord is boring",
                "the bookkeeper for Fjord Marine",
                "I'm the bookkeeper for fjord",
                "I'm the bookkeeper for Bergen",
                "she is the bookkeeper for Fjord Marine",
                "I'm the bookkeeper for my friend Fjord",
                "They buy for Fjord Marine",
                "I look at Fjord Marine",
                "I handle. travel for Fjord",
                "the driver, Bo, for Fjord Marine"
            })
    void no_job_is_done_for_one(String text) {
        assertThat(extractor.told(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Please call. Tove Lund, Fjord Press | Fjord Press
        Tove Lund, Skiff Amber Oar | Skiff Amber Oar
        Tove Lund, Skiff Amber, Oslo, tove@skiff-amber.example | Skiff Amber
        Tove Lund (Skiff Labs) | Skiff Labs
        Tove Lund · Skiff Labs | Skiff Labs
        Tove Lund - Skiff Labs | Skiff Labs
        Tove Lund, tove.lund@skerry.example, Fjord Boats | Fjord Boats
        Tove Lund / Skiff Labs | Skiff Labs
        Tove Lund • Skiff Labs • 5 | Skiff Labs
        Tove Lund, Fjord Marketing | Fjord Marketing
        """)
    void a_firm_stands_beside_its_bearers_name(String text, String expected) {
        assertThat(extractor.extract(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, OwnNames.SURROUNDINGS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please call-Tove Lund, Fjord Press",
                "Please call Tove Lund, Fjord Press",
                "tove lund, Fjord Press",
                "Tove Lund went, Fjord Press",
                "Tove Lund, hi. Fjord Press",
                "Tove Lund, McLund",
                "Tove Lund, BOATLINE",
                "Tove Lund, boatLine",
                "Tove, Skiff",
                "Tove Lund, Skiff Amber: two",
                "Tove Lund, Skiff Amber, two",
                "Tove Lund, Skiff Street",
                "Tove Lund, Skiff Director",
                "Tove Lund, Skiff Amber Director",
                "Tove Lund, Events Coordinator",
                "Tove Lund, Mr Skiff",
                "Tove Lund, Skiff 12",
                "Tove Lund, skiff amber",
                "Tove Lund, buyer, Lund",
                "Tove Lund, Skiff, tove@amber.example",
                "Tove Lund, Skiff, bo@amber.example, tove@skiff.example",
                "Lund, Skiff Amber"
            })
    void no_firm_stands_beside_a_name(String text) {
        assertThat(extractor.extract(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Best,\\nTove\\nFjord Bakery\\nOslo | Fjord Bakery
        call Bo. attn Tove Lund (Fjord Bakery) now | Fjord Bakery
        """)
    void a_firm_stands_below_its_bearers_name(String text, String expected) {
        assertThat(extractor.extract(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, OwnNames.SURROUNDINGS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Tove Lund, buyer, Skiff Amber | Skiff Amber
        It stopped.\\n\\nTove Lund\\nProduction Manager, Skiff Motors | Skiff Motors
        Please call.\\n\\nRegards,\\nTove\\nHead of Safety\\nSkiffia | Skiffia
        Bye.\\n\\nTove Lund\\nHead of Sales at Skiffia | Skiffia
        Bye.\\n\\nSaludos,\\nTove Lund\\nTaxi Skiffiano | Taxi Skiffiano
        Bye.\\n\\nTove Lund\\nSenior Engineer\\nLund Works\\nPhone: 212 736 5000\\nt.lund@lund.example | Lund Works
        Привет.\\n\\nМария Козлова\\nCTO, Скиф | Скиф
        """)
    void a_firm_stands_behind_its_bearers_title(String text, String expected) {
        assertThat(extractor.extract(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, "signature"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bye.\\n\\nTove Lund\\nSales Manager\\nOslo",
                "Bye.\\n\\nTove Lund\\nSales Manager\\n212 736 5000",
                "Bye.\\n\\nTove Lund\\nSales Manager\\nHead of Europe",
                "Bye.\\n\\nRegards,\\nTove Lund\\nCape Town",
                "Bye.\\n\\nRegards,\\nTove Lund\\nProduct Designer",
                "Bye.\\n\\nRegards,\\nTove Lund\\nCustomer Service",
                "Ask them.\\nTove Lund\\nManager, Skiff. Or call her?"
            })
    void no_firm_stands_behind_a_title(String text) {
        assertThat(extractor.extract(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best,\\nTove Lund\\nthe bakery",
                "Best,\\nTove\\nfjord bakery",
                "call Bo. attn Tove Lund, Fjord Bakery now",
                "Bye.\\nTove Lund\\nLong Short",
                "Bye.\\nTove Lund\\nYoung Places",
                "Bye.\\nTove\\nLong & Short",
                "Bye.\\nTove Young\\nYoung",
                "Bye.\\nTove Young\\nyoung & young",
                "Bye.\\nTove Young\\nYoung & Young is late",
                "Bye.\\nbought by Tove Lund\\nLong & Short",
                "Regards,\\nTove Lund\\nEvents Coordinator"
            })
    void no_firm_stands_below_a_name(String text) {
        assertThat(extractor.extract(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Les Halles | Les Halles
        El Faro | El Faro
        First Parish | First Parish
        The Fjord | The Fjord
        Fjord d'Anjou | Fjord d'Anjou
        Fjord d’Anjou | Fjord d’Anjou
        Fjord d'anjou | Fjord
        Falcão e Filhos | Falcão e Filhos
        Falcão e filhos | Falcão
        Falcão e Lund | Falcão
        Lund och Söner | Lund och Söner
        Lund & Sons | Lund & Sons
        Bank of Norway | Bank of Norway
        Bank of the North | Bank of the North
        Bank of The North | Bank of The North
        Lund Bank of the north | Lund Bank
        Lund Bank of the And | Lund Bank
        Lund Bank of the | Lund Bank
        Lund Bank of, the North | Lund Bank
        Lund Bank of the, North | Lund Bank
        Fjord and the Boats | Fjord
        payFlow | payFlow
        Fjord B.V. and more | Fjord B.V.
        Fjord b v | Fjord
        Fjord AS, Bergen | Fjord AS
        Fjord as of now | Fjord
        Fjord Pvt. Ltd. Bye | Fjord Pvt. Ltd
        Fjord GmbH & Co. KG. Danke | Fjord GmbH & Co. KG
        Fjord, Ltd | Fjord, Ltd
        Fjord, Lund | Fjord
        Fjord Password | Fjord
        fjord boats and skiffs | fjord boats
        fjord line oar boat skiff | fjord line oar boat
        fjord 4711 | fjord
        fjord 47 | fjord 47
        Fjord 4711 | Fjord 4711
        Fjord bakery | Fjord bakery
        T. Lund | T. Lund
        Fjord.Lund | Fjord.Lund
        Dr. Lund School | Dr. Lund School
        St. Olav Church | St. Olav Church
        Fjord. Olav Church | Fjord
        """)
    void a_firms_name_has_articles_and_links(String text, String expected) {
        assertThat(extractor.told(turn("I work at " + text)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"les halles are old", "El faro", "First", "First, Parish", "First Of", "das Boot"})
    void an_article_alone_begins_no_name(String text) {
        assertThat(extractor.told(turn("I work at " + text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Happy Oar | false
        The Crooked Fjord | true
        The Happy & oar | true
        Happy & Oar | false
        Happy oar | false
        The crooked Fjord | false
        Tove Lund | false
        Happy | false
        The | false
        """)
    void no_person_is_called_by_ordinary_words_in_capitals(String text, boolean expected) {
        Words words = Words.of(text);

        assertThat(OurFirm.isNoPerson(words, 0, words.count())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        青葉システムズ株式会社の田中と申します。 | 青葉システムズ株式会社
        株式会社青葉の佐藤です。見積もりをお願いします。 | 株式会社青葉
        弊社は青葉商事株式会社です | 青葉商事株式会社
        我是上海青叶科技有限公司的王明，想了解价格 | 上海青叶科技有限公司
        我们公司是青叶科技有限公司 | 青叶科技有限公司
        我叫王明，在青叶公司工作 | 青叶公司
        青叶科技有限公司 | 青叶科技有限公司
        Спасибо!\\n\\nС уважением,\\nАлексей, ООО Фьорд | ООО Фьорд
        Я являюсь представителем компании «Фьорд». | Фьорд
        меня зовут Анна, компания ООО «Фьорд» | Фьорд
        Наша компания Фьорд ищет лодки | Фьорд
        Я работаю в компании Фьорд | Фьорд
        """)
    void a_firm_in_other_scripts(String text, String expected) {
        assertThat(extractor.extract(turn(text)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "青葉株式会社から買いました",
                "株式会社青葉 御中 いつもお世話になっております",
                "有限公司",
                "我在网上看到青叶有限公司的广告",
                "Я купил это у ООО «Фьорд»"
            })
    void anothers_firm_in_other_scripts(String text) {
        assertThat(extractor.extract(turn(text)).found()).isEmpty();
    }
}
