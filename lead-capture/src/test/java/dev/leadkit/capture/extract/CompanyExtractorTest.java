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
        we work for the Bank of Bergen | Bank of Bergen
        I'm working for fjord boats, can you help? | fjord boats
        I'm Tove Lund from Fjord Boats | Fjord Boats
        Hi, this is Tove from Fjord | Fjord
        I'm from fjord boats pvt ltd | fjord boats pvt ltd
        writing on behalf of Fjord AS | Fjord AS
        Wir sind die Schreinerei Obermaier und brauchen 20 Stühle | Schreinerei Obermaier
        wir sind das Bootszentrum Kiel und brauchen 20 Stühle | Bootszentrum Kiel
        nous sommes la Poissonnerie du Port | Poissonnerie du Port
        Company: Fjord gGmbH, Kiel | Fjord gGmbH
        our shop is called Fjord | Fjord
        I have a shop called Fjord | Fjord
        I represent Fjord Industries | Fjord Industries
        ich arbeite bei Fjord | Fjord
        meine Firma heißt Fjord Boote GmbH | Fjord Boote GmbH
        je travaille chez Fjord | Fjord
        ich arbeite bei der Fjord Boote GmbH | Fjord Boote GmbH
        ich komme von der Firma Fjord Boote | Fjord Boote
        la société Fjord Emballages cherche | Fjord Emballages
        le escribo de parte de Fjord Barcos S.L., gracias | Fjord Barcos S.L.
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
        Tove from Fjordly. We want a report | Fjordly
        Hey, Tove with Fjord Landscaping, any left? | Fjord Landscaping
        Tove in sales at Fjord. Your bill is wrong | Fjord
        Tove Lund this side from Fjord Systems, Bergen | Fjord Systems
        I am Mr Bo Lund of Lund Farms | Lund Farms
        u spreekt met Sanne de Wit van Fjord Dakwerken | Fjord Dakwerken
        I teach at Fjord Middle School | Fjord Middle School
        I buy for Fjord Montessori | Fjord Montessori
        I look after IT for Fjord Marine | Fjord Marine
        I work over at Fjord Distillers | Fjord Distillers
        I'm the facilities guy over at Fjordplex | Fjordplex
        Here at Fjord Academy we need desks | Fjord Academy
        Just joined Fjordly as head of ops | Fjordly
        I'm with the Fjord Fire Department | Fjord Fire Department
        a table, from the Fjord Food Bank team | Fjord Food Bank
        Our indie press (Fjord Books) wants a cover | Fjord Books
        my clinic, Fjord Vets, is new | Fjord Vets
        para a minha clínica, a Clínica Fjord | Clínica Fjord
        we're a tiny outfit called Fjord Gin | Fjord Gin
        We are a 12-person practice (Fjord Architects) | Fjord Architects
        Ship it to Fjord Veterinary, that's our clinic | Fjord Veterinary
        Fjord Road Gym here, do you fix mills? | Fjord Road Gym
        fjord coffee roasters here | fjord coffee roasters
        Invoice to Fjord Joinery, please | Fjord Joinery
        reorder for fjord day spa: ten towels | fjord day spa
        60 sacks of compost for Fjord Nurseries please | Fjord Nurseries
        für die Brauerei Fjord bräuchten wir einen Film | Brauerei Fjord
        Tove Lund, Lund & Bo Solicitors. We need a scanner | Lund & Bo Solicitors
        Tove Lund, procurement, Fjord County Schools. We need one | Fjord County Schools
        Hi, Tove Lund, Fjordly, tove@fjordly.example | Fjordly
        price to buyer@fjord.example attn Tove Lund, Fjord Supply | Fjord Supply
        We (Fjord Labs) would like a demo | Fjord Labs
        My restaurant Fjord Lane needs an oven | Fjord Lane
        founder of a small firm called Fjordly | Fjordly
        I'm on the board of Fjord Court Association | Fjord Court Association
        jag jobbar på Fjord AB | Fjord AB
        Firma: Fjord Ocel s.r.o. | Fjord Ocel s.r.o.
        Account name: Fjord Vets | Fjord Vets
        Regards, Tove Lund (Fjord Ceramics) | Fjord Ceramics
        sono Paolo Ferri, responsabile acquisti di Officina Fjord | Officina Fjord
        Soy el gerente del Hotel Fjord, necesito toallas | Hotel Fjord
        I'm part of the Vendor Management Team at Fjord Corporation, and we buy boats | Fjord Corporation
        Head of Growth at Fjordly (80 people). We need boats. | Fjordly
        It is for our survey team at Fjordly | Fjordly
        my name is Jens, the owner of Jens' Boats. | Jens' Boats
        Let's keep in touch. Tove Lund, VP Data, Fjordly (3,000 people). | Fjordly
        mi negocio se llama Flor de Fiordo y vendo ropa | Flor de Fiordo
        Mi negocio se llama Barbería Fiordo | Barbería Fiordo
        nuestro taller se llama Fiordo | Fiordo
        la mia azienda si chiama FiordoTest | FiordoTest
        o nome da minha empresa é Fiorde | Fiorde
        el nombre de mi empresa es Fiordo | Fiordo
        nasza firma nazywa się Fiord | Fiord
        Моя компания называется Fjord. | Fjord
        Nama usaha saya Warung Bu Fjord | Warung Bu Fjord
        Nama usaha saya adalah Fjord Traders. | Fjord Traders
        cégünk neve Fjord Bt, három helyre kérnénk | Fjord Bt
        şirketimizin adı Fiyort, fiyat alabilir miyim | Fiyort
        Firma: Fiyort Gıda San. ve Tic. Ltd. Şti. | Fiyort Gıda San. ve Tic. Ltd. Şti
        Добрый день! Это Анна Берг, ООО «Фьорд», нужно 40 кг рыбы к пятнице, звоните в любое время | Фьорд
        Gäller BRF Fjorden på Storgatan | BRF Fjorden
        Hi, this is Tove with FJD. Call me back | FJD
        Hello Bo, I am Tove Lund, Talent Acquisition at Fjordly. | Fjordly
        Hi, Tove Lund, Channel 8 News. When is the fair? | Channel 8 News
        A quote for 15 please. Tove Lund, Head of Finance Operations, Fjordly (900 people). | Fjordly
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
        it's a small company from Norway, the name is Fjord | Fjord
        Fjord collections | Fjord collections
        the fjord | fjord
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
                "we're from New Bergen",
                "I got an offer from Fjord Boats Ltd",
                "I look at Fjord Motors for fun",
                "I'm at the Fjord Inn in room 4",
                "I prefer to do it with Fjord Airlines",
                "looking for events in Bergen",
                "our supplier, Fjord Foods, let us down",
                "a quote for renters insurance",
                "my brand name is fjordly",
                "Tove Lund, New York",
                "I manage a group of 8 dental clinics",
                "our company whant to buy boats",
                "Manager at Fjord was rude",
                "Tove Lund, room 12",
                "op naam van Sanne de Wit",
                "Where is the Fjord Gym? Over here",
                "Departing from Oslofjord",
                "we are a small startup (Pvt Ltd)",
                "I run a small Pte Ltd (retail)",
                "Tove Lund\nDigital Marketing Consultant",
                "Save on boats. Representing quality nationwide carriers. Act now!",
                "szukam biura dla mojej firmy. Czy Fjord jest otwarty?",
                "qual é o nome da sua empresa? Fiorde?",
                "mi negocio se parece a Fiordo"
            })
    void finds_none_in_what_nearly_names_one(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        And your name and company? | Tove Lund, Fjord Health | Fjord Health
        May I ask who you're with? | Tove Lund, I look after IT for Fjord Marine | Fjord Marine
        Which company are you with? | we're with fjordform | fjordform
        If you represent a company or a consortium, please enter it here. | Fjordly | Fjordly
        Please give me your company name and password. | fjord pswd 7895 | fjord
        What's the business called? | The Gilded Fjord | The Gilded Fjord
        And the name of your school? | Fjord Elementary | Fjord Elementary
        Client name | Fjord Logistics | Fjord Logistics
        Is this for your practice? | ya fjord street dental, im the owner | fjord street dental
        """)
    void hears_questions_for_it_in_other_words(String asked, String text, String expected) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        What can we help you with? | oh sorry wrong window
        Where do you work? | from home mostly
        Your company name, and the last digits of your account? | it restarted
        What company do you work for? | we are a secret boat organisation
        What is the name of the company that you ask about? | fjord
        Who is helping you with it? | Bo Lund
        Which hotel are you staying with? | Fjord Hall
        """)
    void takes_no_other_answer_for_one(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        Your name: Bo | Business: Fjord & Daughters | Vehicles: 6; Fjord & Daughters
        Facility: Fjord Hospital\\nContact: Tove Lund; Fjord Hospital
        Name\\nTove\\nCompany\\nFjord & Sons\\nMessage\\na boat; Fjord & Sons
        [Name] Tove [Company] Fjord Quarries [Phone] 5; Fjord Quarries
        Client: Fjord Farm Shop\\nTel: 5; Fjord Farm Shop
        """)
    void reads_the_fields_of_a_form(String text, String expected) {
        assertThat(extractor.extract(Turn.of(text.replace("\\n", "\n"))).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @Test
    void finds_none_in_other_fields() {
        for (String text :
                new String[] {"Hotel: Fjord Hall\nNights: 3", "Client: Tove Lund\nTel: 5", "Restaurant: Fjord"}) {
            assertThat(extractor.extract(Turn.of(text)).found()).as(text).isEmpty();
        }
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

        var kindFirst = "Un saludo,\nInés Peña\nClínica Dental Peña";
        var bars = "Price?\n--\nTove Lund | Procurement | Fjord Steel AB\nM: 5";

        for (String text : new String[] {line, list, polish, kindFirst, bars}) {
            assertThat(extractor.extract(Turn.of(text)).found())
                    .as(text)
                    .extracting(Candidate::because)
                    .singleElement()
                    .isIn(OwnNames.SURROUNDINGS, "signature");
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
