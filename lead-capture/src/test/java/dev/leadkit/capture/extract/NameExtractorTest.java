package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameExtractorTest {
    private final NameExtractor extractor = new NameExtractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        My name is Tove Lund. | Tove Lund
        my name is tove lund and i need a boat | Tove Lund
        my name's Tove | Tove
        I'm Tove O'Hara from Fjord | Tove O'Hara
        hi, i am tove | Tove
        I am called Tove Lund | Tove Lund
        I'm Tove, Tove Lund | Tove Lund
        I'm Tove, or Tove Lund if you need it all | Tove Lund
        hi, my name is Ellen E. L. L. E. N. and my phone is broken | Ellen
        Stolik na niedzielę, na nazwisko Marek Lund | Marek Lund
        столик на воскресенье, на имя Анна Лунд | Анна Лунд
        меня Анна зовут | Анна
        Tove Lund bol rahi hoon, kal aaungi | Tove Lund
        Tove Lund hoon. Mujhe milna hai | Tove Lund
        mera name Tove hai | Tove
        Halo, saya Tove 081234567890 | Tove
        Pak, ini Tove. Mau booking | Tove
        hej jag heter tove lund jag har stopp i köket | Tove Lund
        水曜日に予約したいのですが、Tove Lundの名前でお願いします | Tove Lund
        四个人的桌子，姓名Tove Lund | Tove Lund
        你好，我是车主陈女士，车坏了 | 陈女士
        2명 예약하고 싶어요. 이름은 이영희입니다. | 이영희
        Rechnung bitte z. Hd. Jürgen Groß | Jürgen Groß
        I have a table at nine under the name "Tove Lund". | Tove Lund
        Tove Lund is the reservation name | Tove Lund
        hiya its tove, we met at the boat show in Bergen | Tove
        I'm Tove Lund, tove@fjord.example | Tove Lund
        I'm Tove, tove@fjord.example | Tove
        Hello, this is anne-marie de vries | Anne-Marie de Vries
        Name: Åsa Lind | Åsa Lind
        my name is Page Lindqvist | Page Lindqvist
        Tove Lund is my name | Tove Lund
        I'm going by the name of Tove | Tove
        I go by the name Tove | Tove
        I am Mr. Jean LUNDQVIST Purchasing Director | Jean LUNDQVIST
        Tove Lund here looking for a boat for my uncle | Tove Lund
        Bo, my number is 212 736 5000 | Bo
        mình tên Hùng | Hùng
        Mera naam Asha Rao hai. Aaj aana tha | Asha Rao
        मेरा नाम अनीता है | अनीता
        Auf den Namen Groß, bitte | Groß
        Tabiki. İsmim Aylin. | Aylin
        はじめまして。加藤と言います | 加藤
        제 이름은 김철수이고 연락처는 메일이에요 | 김철수
        저는 김철수입니다 | 김철수
        Mijn naam is jan de lange. | Jan de Lange
        una mesa para dos. Nombre Inés Peña. | Inés Peña
        Tove Lund here, any boats left? | Tove Lund
        It's booked under Tove Lund | Tove Lund
        under the name of Tove Lund for eight | Tove Lund
        my reservation for Tove Lund is at eight | Tove Lund
        Mein Name ist Jürgen Groß | Jürgen Groß
        ich heiße Jürgen | Jürgen
        Hola, me llamo Inés Peña | Inés Peña
        je m'appelle Zoé | Zoé
        меня зовут Анна Лебедева | Анна Лебедева
        你好，我叫王小明 | 王小明
        my name is Dr. Tove K. Lund | Tove K. Lund
        I'm Sally from Fjord | Sally
        I'm Tove White and I need a boat | Tove White
        First name: Tove, last name: Lund | Tove Lund
        it's me, Tove! | Tove
        hi its tove again, any news? | Tove
        hi, this is um tove lund calling | Tove Lund
        Tove Lund here from Fjord, any boats left? | Tove Lund
        a nombre de Inés Peña, gracias | Inés Peña
        op naam van Sanne de Wit | Sanne de Wit
        chamo-me Inês Prado | Inês Prado
        Hola, soy Inés Peña, una pregunta | Inés Peña
        Oi, sou a Inês Prado da Fjord Ltda | Inês Prado
        ich bin der Jürgen aus Kiel | Jürgen
        moi c'est Zoé ! | Zoé
        Contact person: Tove Lund | Tove Lund
        Ansprechpartner Herr Uwe Groß, danke | Uwe Groß
        bitte um Rückruf 0151 23456789 Name Groß | Groß
        Bitte ein Angebot. Gruß, Jürgen Groß | Jürgen Groß
        bel me op 040-2345678, mvg Sanne de Wit | Sanne de Wit
        Passenger is Tove Lund. | Tove Lund
        Attn Tove Lund, accounts | Tove Lund
        Your name (required): Tove Lund; Your e-mail: tove@fjord.example | Tove Lund
        you can reach me, Tove Lund, after six | Tove Lund
        I'm the caretaker, Tove | Tove
        I'm her mum, Tove Lund. | Tove Lund
        ask for Tove, that's me | Tove
        Ask for Tove on 212 736 5000 | Tove
        Tove Lund, that is my name | Tove Lund
        Hey Tove here I need a boat | Tove
        it's Tove btw, not customer | Tove
        please move the table under my name, Tove Lund | Tove Lund
        please book a table for Tove Lund at six | Tove Lund
        Tove Lund this side from Fjord | Tove Lund
        Well hello there, it's Tove here, about the boat | Tove
        Transcript: yes hello um this is uh tove lund calling | Tove Lund
        My name is Wm. Lund | Wm. Lund
        My name is Tove Le, two boats please | Tove Le
        Hallo, hier ist Jürgen Groß, ich brauche ein Boot | Jürgen Groß
        Groß mein Name, guten Tag | Groß
        Zoé Petit à l'appareil | Zoé Petit
        Buenas, les habla Inés Peña | Inés Peña
        Hej, tu Ola Nowak, mam pytanie | Ola Nowak
        dzień dobry, z tej strony Ola Nowak | Ola Nowak
        u spreekt met Sanne de Wit, van Fjord | Sanne de Wit
        Hej, Tove heter jag och söker en båt | Tove
        Olá, aqui é a Inês, quero um barco | Inês
        Best wishes from Tove Lund | Tove Lund
        """)
    void finds_an_introduction(String text, String expected) {
        assertThat(extractor.extract(Turn.of(text)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tove from Fjord Boats. Do you rent by the day? | Tove
        Hi, um, Tove Lund. I'd like a boat for May. | Tove Lund
        Good day. Tove Lund, procurement, Fjord County Schools | Tove Lund
        Tove in sales at Fjord. Your bill is wrong | Tove
        Hey, Tove with Fjord Boats, any left? | Tove
        Hi, Tove Lund again. Any news? | Tove Lund
        Hello, Tove Lund calling about the boat in May | Tove Lund
        Hi folks, Tove from the rowing club. Any left? | Tove
        Tove Lund, party of two at eight | Tove Lund
        Tove Lund, for 7:15PM, two of us | Tove Lund
        Tove Lund, room 12, the heating is off | Tove Lund
        its tove | Tove
        Hello all, it's Tove. The boat leaks a bit | Tove
        yo its tove from last week, still got the boat? | Tove
        """)
    void finds_a_name_with_which_a_message_opens(String text, String expected) {
        assertFound(text, expected, "opening");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "New York. When is the next boat?",
                "Fjord Boats Ltd, we need a price",
                "Dinner at Fjord Hall, for two",
                "Departing from Bergen",
                "Grand Fjord. How long is the tour?",
                "Golden Seadog, two years old",
                "it's Fjordphone. The screen is black",
                "it's friday",
                "Oi, quero saber do preco",
                "저는 서울 강남에 살아요",
                "Hello Tove, thanks for the boat, here is my address: bo.lund@fjord.example",
                "Мой телефон +7 800 555 35 35",
                "@FjordHelp Boat. I could not book one",
                "don't make me sail @Fjord again",
                "We ordered it under PO-77182",
                "I'm pre-approved for a boat",
                "Would six do? It'll save you the trip",
                "Merci, mon numéro est le 06 54 23 45 67",
                "Suddenly, my phone rang 2 times",
                "It's leaking"
            })
    void finds_no_name_in_other_openings(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thanks, Bo.", "Thank you, Bo!", "Great, thanks, Bo"})
    void thanks_that_answer_are_said_to_whom_they_name(String text) {
        assertThat(extractor.extract(new Turn(text, "You're all set.", null)).found())
                .isEmpty();
        assertThat(extractor
                        .extract(new Turn("No. Best regards, Tove", "Anything else?", null))
                        .found())
                .extracting(Candidate::value)
                .containsExactly("Tove");
    }

    @Test
    void an_opening_that_answers_something_else_is_no_name() {
        assertThat(extractor
                        .extract(new Turn("Long Sea, by the pier", "Which film?", null))
                        .found())
                .isEmpty();
        assertThat(extractor
                        .extract(new Turn("Nope, Tove Lund, cash buyer", "Do you have an agent?", null))
                        .found())
                .extracting(Candidate::value)
                .containsExactly("Tove Lund");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        Please refund me.\\nTove Lund ; Tove Lund
        Two boats, please.\\n\\nFlorence Lund\\n+47 22 55 01 34 ; Florence Lund
        Two boats, please.\\n\\nTove Lund | Buyer\\nFjord Ltd ; Tove Lund
        The boat is worse now. Please hurry. Tove K. Lund ; Tove K. Lund
        Thanks so much!\\nTove Lund\\nEvents Coordinator ; Tove Lund
        I sent you a mail!\\n\\nBest\\nChristian ; Christian
        What comes next?\\n\\nThanx\\nTove ; Tove
        Yours faithfully\\n\\nMs. Tove Lund\\nManaging Director ; Tove Lund
        Do you mend boats?\\n\\nTove ; Tove
        Two boats?\\n\\nKind regards,\\n\\nEng. Tove Lund\\nManager ; Tove Lund
        I paid twice. Tove Lund, same card as before ; Tove Lund
        It leaks. Kind regards, Professor Tove Lund, Dept of Boats, Fjord University ; Tove Lund
        Спасибо!\\n\\nС уважением,\\nАлексей, ООО Фьорд ; Алексей
        Vores budget er 900 kr. Mvh Tove fra Fjord Boats, tlf: 31920192 ; Tove
        Dobrý den, ozvěte se mi.\\n\\nS pozdravem\\nLund ; Lund
        Je suis au 06 55 44 33 22.\\n\\nMerci beaucoup\\nTove LUNDE ; Tove LUNDE
        Hei, lukema on viisi. Terveisin Matti ; Matti
        We shall file a complaint.\\n\\nTove Lund, Esq.\\nLund & Daughters ; Tove Lund
        Ist das Boot noch da? Kann es heute holen Gruß Jürgen ; Jürgen
        Is de boot er nog? Groetjes Sanne ; Sanne
        Sounds good.\\n\\nTa\\nTove\\n\\n--\\nTove Lund-Wills\\nHead of Boats ; Tove Lund-Wills
        NAME * Tove\\nSURNAME * Mkhize-Lund\\nCELL 082 ; Tove Mkhize-Lund
        Nom : DE LA LUNDE\\nPrénom : Tove ; Tove DE LA LUNDE
        I would like to know if you could build a boat for me, looking forward to hearing from you!\\nTove ; Tove
        Could you repair the old one?\\n\\nTove ; Tove
        Please send us the offer\\n\\nTove Lund ; Tove Lund
        """)
    void finds_a_name_with_which_a_message_ends(String text, String expected) {
        assertThat(extractor.extract(Turn.of(text.replace("\\n", "\n"))).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'd like to fly to:\nNew York",
                "Two boats to sail home.\n\nFlorence, Italy",
                "I need:\nLong Boats",
                "Where is it? By the Long Sea",
                "I asked my colleague. Bo Lund, the new one",
                "Hallo Herr Lund,\nich hätte gern das Boot wieder.\n\nDanke",
                "Здравствуйте, хочу вернуть лодку.\n\nБлагодарствую",
                "هل القارب متوفر عندكم وكم سعره مع التوصيل؟\nمشكورين",
                "Тоже не работает. Браузер Skerry",
                "Thank you\nMerry Christmas",
                "### Will you take part in the regatta?\n\nProducer",
                "Boats for hire\n\nNew sails\n\nSkerry Deluxe Nova",
                "Write to us and we send you the boat.\n\nxkqjwhdfpsoeirutyqlk",
                "Send it to us.\nFjord Boats",
                "I need one. Long Boats"
            })
    void finds_no_name_in_other_endings(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        *Your name* Tove Lund\\n*Message* a boat; Tove Lund
        Requested by: Tove Lund\\nQty: 12; Tove Lund
        Name\\nTove Lund\\nEmail\\ntove@fjord.example; Tove Lund
        Contact: Tove Two Rivers\\nItem: boats; Tove Two Rivers
        [Name] Tove Lund [Phone] 212 736 5000; Tove Lund
        Vorname: Uwe\\nNachname: Groß; Uwe Groß
        Nom : Petit\\nPrénom : Zoé; Zoé Petit
        Nombre y apellidos: Inés Peña; Inés Peña
        Guest: Tove Lund | Nights: 3; Tove Lund
        """)
    void reads_the_fields_of_a_form(String text, String expected) {
        assertThat(extractor.extract(Turn.of(text.replace("\\n", "\n"))).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contact: none",
                "Client: Fjord Boats\nTel: 5",
                "Passenger is late",
                "Paid by: card",
                "Sold by: Bo Lund",
                "the patient, Bo Lund",
                "Name / Phone"
            })
    void finds_no_name_in_other_fields(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @Test
    void finds_a_sign_off() {
        assertThat(extractor
                        .extract(Turn.of("I need ten boats.\n\nBest regards,\nTove Lund"))
                        .found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple("Tove Lund", "sign-off"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tove Lund, 212 736 5000 | Tove Lund
        I need a boat. Tove Lund +1 212 736 5000 | Tove Lund
        any boats left? Tove Lund, tove@fjord.example | Tove Lund
        call me on 212 736 5000, Tove Lund | Tove Lund
        my mobile 212 736 5000 (Tove) | Tove
        rappelez moi 07 88 11 22 33 Mme Lund | Lund
        """)
    void finds_a_name_beside_how_to_reach_it(String text, String expected) {
        assertFound(text, expected, "beside-contact");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask my colleague. Bo Lund, 212 736 5000",
                "I was called from 212 736 5000 (Bo)",
                "my boss: Bo Lund, 212 736 5000",
                "New Bergen, 212 736 5000",
                "Fjord Consulting, 212 736 5000",
                "Box 1651\nAPO AA 94530",
                "61 Long Street, Bergsund",
                "212 736 5000, ask for a table",
                "We sell these.\nSkerry 900MHz 256MB",
                "Jag bor i Lund. Personnummer 900101-2385"
            })
    void finds_no_name_in_what_else_stands_beside_a_number(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I need ten boats. You can text me. - Tove",
                "Talk soon,\nTove",
                "Thanks for the offer.\n\nBest,\nTove\nFjord Consulting\ntove@fjord.example, 212 736 5000",
                "Grazie, Tove - tove@fjord.example"
            })
    void finds_a_sign_off_in_many_forms(String text) {
        assertThat(extractor.extract(Turn.of(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple("Tove", "sign-off"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm interested in a boat",
                "I'm Looking for a car",
                "Click here for more",
                "46. I'm stock size.",
                "Стоп. Зачем вам имя?",
                "мою собаку звати Рорі",
                "min hund heter Rufus",
                "강아지 이름은 초코입니다",
                "我叫老鼠移到滑鼠位置",
                "I think my brother put the account under Mike.",
                "Yes, I'm calling on behalf of my mother, Tove Lund.",
                "i am from norway",
                "this is great",
                "this is a test",
                "my name is on the order",
                "it is under the sofa",
                "a table for Friday",
                "a reservation for two",
                "I'm happy with it",
                "thanks, bye",
                "is anybody here",
                "call me at noon",
                "im waiting",
                "I'm Dissatisfied with it",
                "i'm somewhere in the middle of the city",
                "No thanks, Tove.",
                "Thanks, Tove! See you then.",
                "wir haben Wasser im Keller",
                "we have a boat. I'm w/ friends",
                "Long Sea is the name of the movie",
                "call me asap",
                "This is ridiculous, I want a boat",
                "Fjord Bakery here, we need flour",
                "I'm the owner, obviously",
                "I'm VP Operations at Fjord",
                "I'm Head of IT at Fjord",
                "Guten Tag, ich bin Geschäftsführer eines Vereins",
                "I'm worth two millions",
                "I'm Oslo based",
                "Sorry, it's Oslo",
                "This is Fjord & Lund Company, Oslo. We'd like one.",
                "table for Fjord Cafe in Oslo next friday",
                "it's a small company from Oslo, the name is Fjordia",
                "Please pay.\n\nDistinti saluti,\nUfficio Amministrazione",
                "Thank you,\nFjord Supplier Quality",
                "I'm Scottish, is that a problem?",
                "Sou Brasileira",
                "Sou Cliente Fjord",
                "Soy Jubilado",
                "Ik ben Belg",
                "Ich bin Rentner und suche ein Boot",
                "Je suis Locataire",
                "Sono Italiana",
                "Jeg er Pensionist",
                "Я Студентка",
                "저는 회사원이에요",
                "我叫了外卖还没到",
                "Boote kosten bei uns etwa 7.500 € im Monat. Geht das auch kürzer?",
                "Type here and go",
                "Pozdravljeni Tove, je še na voljo?"
            })
    void finds_no_name_where_nobody_says_theirs(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my wife's name is Ann | third-party
        her name is Ann | third-party
        my company name is Fjord | not-a-person
        """)
    void rejects_a_name_that_is_not_the_visitors(String text, String code) {
        Extraction<String> extraction = extractor.extract(Turn.of(text));

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        May I have your name, please? | tove lund | Tove Lund
        Who am I speaking with? | Yes, it's Tove | Tove
        What's your name? | Sure, Tove Lund and my number is 5 | Tove Lund
        Wie ist Ihr Name? | Jürgen Groß | Jürgen Groß
        Can I get your name and company for the event? | Tove Lund | Tove Lund
        Sorry to hear that. Name on order? | D'Arcy Lund | D'Arcy Lund
        Parent's name and phone please | Tove Lund, 212 736 5000 | Tove Lund
        And you are? | Tove | Tove
        Who should I put the order under? | Tove Lund, with a T | Tove Lund
        Who is the policyholder? | Tove Lund | Tove Lund
        Who should he ask for? | Ask for Tove | Tove
        Who will sign it? | I will - Tove Lund, director | Tove Lund
        Who's my contact? | Tove Lund, but write to all of us | Tove Lund
        What do I call you? | people call me Tove | Tove
        Hello! My name is Bo. And yours? | Tove. It was a present | Tove
        Could I have your details? | sure, tove lund, tove@fjord.example | Tove Lund
        Friday with Bo? Name and number | tove lund 0434 555 162 | Tove Lund
        Sure. Name, company and phone for the order? | Tove Lund, Fjord, 212 736 5000 | Tove Lund
        Who and where do we call? | tove lund, 8085550145 | Tove Lund
        Can I take a name? | yeah it's tove, tove lund | Tove Lund
        And your surname? | Lund. Tove Lund. | Tove Lund
        ¿Con quién hablo? | Con Inés, 310 555 2841 | Inés
        Com quem eu falo? | com a Inês | Inês
        Comment vous appelez-vous ? Quel est votre nom ? | Zoé Petit | Zoé Petit
        Как к вам обращаться? | Тимур | Тимур
        お名前をお願いします。 | 佐藤花子です。090 | 佐藤花子
        请问怎么称呼您？ | 我姓陈，陈小明 | 陈小明
        성함이 어떻게 되세요? | 김하나입니다 | 김하나
        ما اسمك؟ | ليلى حسن +20 100 555 8127 | ليلى حسن
        Naam? | Jan de Vries | Jan de Vries
        Your name? | April | April
        Qual é o seu nome? | Octavio Henrique Lima de Souza Prado | Octavio Henrique Lima de Souza Prado
        A che nome segno il tavolo? | segnami come Rossi | Rossi
        Your name? | sorry, I meant Tove Lund | Tove Lund
        Could you spell your last name? | It's L-U-N-D. My number | Lund
        """)
    void reads_the_answer_to_a_question_for_the_name(String asked, String text, String expected) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        May I have your name, please? | why do you need that
        What is the name of your pet? | Rex
        What is your company name? | Fjord
        Qual o nome da empresa? | Fjord
        When would you like to come? | Tove
        Can I get the name, time and location for the event? | Regatta
        May I have your name, please? | no thankyou
        May I have your name, please? | nevermind
        Who is your doctor? | Dr. Lund. I think she is new
        Who did you speak to? | Tove Lund
        Whom would you like to see? | Tove
        Who's this? | just put the bakery
        Name, phone, email? | tovelund@fjord.example
        What should I name it? | put Regatta
        Could I have your order details? | Tove
        What's the recipient's name? | Bo Lund
        What do I call you about? | the Red Boat
        Which film? | Tove of the Fjord
        And who will sign? | I will
        Which city are you in? | it's Tove
        Which car do you drive? | It's Corolla Verso
        """)
    void takes_no_other_answer_for_a_name(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found()).isEmpty();
    }

    @Test
    void a_name_at_the_end_is_found_where_none_before_it_is_believed() {
        var german = "bei meinem Auto leuchtet etwas im Tacho. Rufen Sie an: 06181 / 23 45 67.\n\nTove Lund";

        assertFound(german, "Tove Lund", "beside-contact");
    }

    private void assertFound(String text, String expected, String because) {
        assertThat(extractor.extract(Turn.of(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, because));
    }
}
