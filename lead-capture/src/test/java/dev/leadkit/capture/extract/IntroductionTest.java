package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many words by which somebody says who he is. */
class IntroductionTest {
    private final NameExtractor extractor = new NameExtractor();

    private static Turn turn(String text) {
        return Turn.of(text.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        My name would be Tove Lund | Tove Lund | self-introduction
        my names Tove Lund | Tove Lund | self-introduction
        my husband is away. My name is Tove Lund | Tove Lund | self-introduction
        Given name: Tove | Tove | first-name
        First name Tove | Tove | first-name
        First name is Tove | Tove | first-name
        Last name Lund | Lund | last-name
        Last name: Lund | Lund | last-name
        my last name is Lund | Lund | last-name
        Family name: Lund | Lund | last-name
        Name - Tove Lund | Tove Lund | name-label
        Name = Tove Lund | Tove Lund | name-label
        Contact person: Tove Lund | Tove Lund | name-label
        Ansprechpartner Tove Lund | Tove Lund | name-label
        table under my name Tove Lund | Tove Lund | booked-under-name
        in the name of Tove Lund | Tove Lund | booked-under-name
        by the name of Tove Lund | Tove Lund | booked-under-name
        use the name Tove Lund | Tove Lund | booked-under-name
        booked under Tove Lund | Tove Lund | booked-under-name
        it's under Tove | Tove | booked-under-name
        a booking for Tove Lund at eight | Tove Lund | booked-for
        moi c'est Tove | Tove | self-introduction
        i'm called Tove Lund | Tove Lund | self-introduction
        i'm known as Tove | Tove | self-introduction
        i go by Tove | Tove | self-introduction
        this is Tove Lund | Tove Lund | self-introduction
        ok and the boat, this is Tove | Tove | self-introduction
        it's Tove | Tove | self-introduction
        hi it's me, Tove | Tove | self-introduction
        hi it's tove again | Tove | self-introduction
        call me Tove | Tove | self-introduction
        Tove Lund here | Tove Lund | self-introduction
        tove lund here | Tove Lund | self-introduction
        Tove here from Fjord | Tove | self-introduction
        Tove Lund speaking | Tove Lund | self-introduction
        Tove is my name | Tove | self-introduction
        Tove is the name | Tove | self-introduction
        myself Tove Lund | Tove Lund | self-introduction
        myself is Tove | Tove | self-introduction
        me llamo Tove Lund | Tove Lund | self-introduction
        soy Tove Lund | Tove Lund | self-introduction
        Eu sou a Tove | Tove | self-introduction
        meu nome é Tove Lund | Tove Lund | self-introduction
        ich heiße Tove | Tove | self-introduction
        jag heter Tove Lund | Tove Lund | self-introduction
        nazywam się Tove Lund | Tove Lund | self-introduction
        benim adım Tove | Tove | name-label
        我的名字是王小明，你好 | 王小明 | self-introduction
        名前は 田中です | 田中 | self-introduction
        Kind regards\\nTove Lund | Tove Lund | sign-off
        Kind regards, Tove | Tove | sign-off
        thanks, Tove | Tove | sign-off
        Viele Grüße\\nTove Lund | Tove Lund | sign-off
        Med vennlig hilsen\\nTove Lund\\nFjord | Tove Lund | sign-off
        TOVE@FJORD.COM, TOVE LUND | TOVE LUND | beside-contact
        It's Austin Lind | Austin Lind | self-introduction
        Hi, I'm Pastor Mike Lind from Grace Church | Mike Lind | self-introduction
        I'm Chef Tove Lund | Chef Tove Lund | self-introduction
        hello there im Tove, my plants die every winter | Tove | self-introduction
        はじめまして、私は田中と申します | 田中 | self-introduction
        Regards,\\nTove Lund Purchasing | Tove Lund | sign-off
        hi, I'm Christian Lund. My firm | Christian Lund | self-introduction
        I'm Guy Lund | Guy Lund | self-introduction
        Thanks,\\nApril de Vries | April de Vries | sign-off
        Is dat zo?\\n\\nGr,\\nTove de Vries | Tove de Vries | sign-off
        Ik ben zijn dochter Tove en woon daar | Tove | self-introduction
        Oh, ciao, Sally. Sono Tove Lund. È lì? | Tove Lund | self-introduction
        tôi tên là Minh | Minh | name-label
        please book it with the name Tove Lund. | Tove Lund | booked-under-name
        青葉商会の佐藤と申します。 | 佐藤 | self-introduction
        """)
    void a_name_is_said_in_many_ways(String text, String expected, String because) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, because));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my name is Dr Tove Lund | Tove Lund
        my name is Mrs. Lund | Lund
        my name is T. K. Lund | T. K. Lund
        my name is tove van den berg | Tove van den Berg
        my name is Tove van Fjord BV | Tove
        my name is McLund | McLund
        my name is o'hara | O'Hara
        my name is jean-luc | Jean-Luc
        my name is Page Brown | Page Brown
        my name is Will | Will
        I'm Tove Brown | Tove Brown
        my name is Tove 4 | Tove
        my name is tove and my number is 5 | Tove
        my name is tove phone 212 736 5000 | Tove
        my name is tove 2127365000 | Tove
        First name: Tove. Age: 4. Last name: Lund | Tove Lund
        I'm Tove, Tove Lund | Tove Lund
        I'm Tove Lund, Tove | Tove Lund
        """)
    void a_name_is_taken_from_its_first_word_to_its_last(String text, String expected) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the name of the boat is Skiff",
                "Bo's name is on it",
                "what's your name",
                "last name lund",
                "contact person is late",
                "your contact person: Bo Lund",
                "Ihr Ansprechpartner: Bo Lund",
                "i'm, Tove",
                "i go by train",
                "it's me",
                "call me on Friday",
                "don't call me Tove",
                "please don't call me Tove",
                "under the sofa",
                "a booking for Tove at eight",
                "I have a booking. It is for Tove Lund",
                "anybody here?",
                "Tove is my dog",
                "Thanks Tove, that helps",
                "Cheers\nthe boat",
                "moi c'est bien",
                "ich bin müde",
                "soy de Bergen",
                "my name is Tove4",
                "我叫王",
                "TOVE@FJORD.COM",
                "Please write to TOVE@FJORD.COM"
            })
    void nobody_says_who_he_is(String text) {
        assertThat(extractor.told(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        his name is Bo Lund | third-party
        their name is Lund | third-party
        my husband's name is Bo Lund | third-party
        my pet's name is Rex | not-a-person
        my bank name is Fjord | not-a-person
        """)
    void somebody_elses_name_is_rejected(String text, String code) {
        Extraction<String> extraction = extractor.told(turn(text));

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        yes please, Tove Lund | Tove Lund | sign-off
        yes thanks, Tove Lund | Tove Lund | sign-off
        take it. Tove Lund | Tove Lund | sign-off
        I'll take it! Tove Lund | Tove Lund | sign-off
        Sat is fine - Tove Lund | Tove Lund | sign-off
        Hugs, Tove | Tove | sign-off
        xoxo\\nTove | Tove | sign-off
        Sat is fine. Tove 212 736 5000 | Tove | beside-contact
        Tove, 212 736 5000 | Tove | beside-contact
        I, Tove Lund, need a boat | Tove Lund | self-introduction
        I (Tove Lund) need a boat | Tove Lund | self-introduction
        that would be me, Tove Lund | Tove Lund | self-introduction
        you can reach me (Tove) on 5 | Tove | self-introduction
        Nom complet: Tove Lund | Tove Lund | name-label
        Nombre completo: Tove Lund | Tove Lund | name-label
        my name is Coach Lund | Lund | self-introduction
        my name is Father Lund | Lund | self-introduction
        ich bin Jürgen, aus Kiel | Jürgen | self-introduction
        Tove w/ Fjord Boats | Tove | opening
        under Tove Lund | Tove Lund | booked-under-name
        booked under Tove | Tove | booked-under-name
        Jestem Tove Lund i szukam łodzi | Tove Lund | self-introduction
        Dobrý den, jsem Tove Lundová, zajímá mě cena | Tove Lundová | self-introduction
        Bună ziua, sunt Tove Lund | Tove Lund | self-introduction
        Hej, jeg er Tove fra Bergen | Tove | self-introduction
        Jag är Tove Lund och undrar | Tove Lund | self-introduction
        Olen Tove Lund | Tove Lund | self-introduction
        Saya Tove Lestari dari Bandung | Tove Lestari | self-introduction
        Здравствуйте, я Анна Лунд | Анна Лунд | self-introduction
        Είμαι ο Νίκος Λουντ | Νίκος Λουντ | self-introduction
        tôi là Lan | Lan | self-introduction
        tên đầy đủ là Lan Lund | Lan Lund | name-label
        nama lengkap: Tove Lestari | Tove Lestari | name-label
        Em tên Hoa, muốn thuê thuyền | Hoa | name-label
        Adım Can, tekne arıyorum | Can | name-label
        اسمي احمد رقمي | احمد | name-label
        الاسم منى ورقمي | منى | name-label
        أنا كريم ورقمي 01012345678 | كريم | self-introduction
        باسم نور ورقمي | نور | booked-under-name
        קוראים לי דנה ויש לי | דנה | self-introduction
        Привет я Соня)) | Соня | self-introduction
        저녁 6시에 두 명 김개굴 이름으로 예약 | 김개굴 | booked-under-name
        我是王先生，您好 | 王先生 | self-introduction
        我姓王，想租船 | 王 | self-introduction
        我叫陳大文電話 | 陳大文 | self-introduction
        میرا نام احمد ہے | احمد | name-label
        আমার নাম রহিমা বেগম, | রহিমা বেগম | name-label
        ผมชื่อสมชาย ใจดี โทร | สมชาย ใจดี | name-label
        người đặt là Nguyễn Văn An | Nguyễn Văn An | name-label
        ten minh la lan | Lan | name-label
        Jag heter Tove och undrar | Tove | self-introduction
        Jag, Tove Lund, pnr | Tove Lund | self-introduction
        Hej! Det är Tove från Bergen. | Tove | self-introduction
        una prenotazione a nome Tove per domani | Tove | booked-under-name
        my name is tove white email tove@fjord.com | Tove White | self-introduction
        my name is tove best and my number | Tove Best | self-introduction
        Mam na imię Tove Lund, mój numer | Tove Lund | self-introduction
        jmenuji se Tove Lundová, můj telefon | Tove Lundová | self-introduction
        volám sa Tove Lundová | Tove Lundová | self-introduction
        a nevem Lund Tove | Lund Tove | name-label
        Lund Tove vagyok | Lund Tove | self-introduction
        mă numesc Tove Lund | Tove Lund | self-introduction
        numele meu este Tove Lund | Tove Lund | name-label
        nimeni on Tove Lund | Tove Lund | name-label
        ονομάζομαι Νίκος Λουντ | Νίκος Λουντ | self-introduction
        το όνομά μου είναι Νίκος Λουντ | Νίκος Λουντ | name-label
        моє ім'я Дмитро | Дмитро | self-introduction
        קוראים לי יוסי | יוסי | self-introduction
        Atas nama Tove, kirim ke Bergen | Tove | booked-under-name
        Nama penerima: Tove Lund | Tove Lund | name-label
        Họ tên: Tove Lund | Tove Lund | name-label
        ชื่อเอ เบอร์ | เอ | name-label
        ชื่อผู้รับ: คุณแพรว | แพรว | name-label
        ผมชื่อสมชายครับ | สมชาย | name-label
        Moje imię to Tove Lund | Tove Lund | self-introduction
        Aqui é a Tove | Tove | self-introduction
        Aqui e o Tove da Lund | Tove da Lund | self-introduction
        the boat you sold me in spring still leaks a bit\\nCheers Tove | Tove | sign-off
        Is it for sale?\\nGreetz, Tove | Tove | sign-off
        Wäre das möglich?\\n\\nVielen Dank!\\nTove Lund\\nHafenweg 1 | Tove Lund | sign-off
        Mit freundlichen Grüßen\\niA Tove Lund | Tove Lund | sign-off
        Mit freundlichen Grüßen\\ni.A. Tove Lund | Tove Lund | sign-off
        book it under tove | Tove | booked-under-name
        sono la signora Lund | Lund | self-introduction
        ik ben "Sanne" en zoek een boot | Sanne | self-introduction
        hi its tove, we met at the boat show | Tove | self-introduction
        the boat you sold me in spring still leaks a bit.\\n\\ntove lund | Tove Lund | sign-off
        could you send somebody round to look at it please.\\ntove | Tove | sign-off
        a party of two at seven or so, by the window if you still have one left, under Tove Lund | Tove Lund | booked-under-name
        """)
    void a_name_is_told_by_where_it_stands(String text, String expected, String because) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, because));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I like it, Tove Lund",
                "yes please, Tove",
                "yes please (Tove Lund",
                "yes please: Tove Lund",
                "yes, thanks Tove Lund",
                "yes please, Sailing Lund",
                "Thanks Tove, 212 736 5000",
                "Mobile 212 736 5000",
                "MAC 212 736 5000",
                "Bo 212 736 5000",
                "Leaking 212 736 5000",
                "Bakery 212 736 5000",
                "Manager 212 736 5000",
                "Sat is fine. Tove - 212 736 5000",
                "Sat is fine. Tove: 212 736 5000",
                "I like Tove, 212 736 5000",
                "Anna, Tove, 212 736 5000",
                "I, Tove, need a boat",
                "I, too, need a boat",
                "that would be me, Tove",
                "that would be me, tove lund",
                "it was me, Tove and Bo",
                "you can reach me, tove",
                "ich bin der Schwiegersohn, also",
                "ich bin der Jürgen, aus Kiel",
                "I'm the owner of Fjord Ltd, Tove",
                "booked under water",
                "im Namen der Firma",
                "Magyar vagyok",
                "Vi chiamo perché la barca perde",
                "les llamo de Bergen",
                "أنا مهتم بالقارب",
                "您贵姓？",
                "姓名和电话",
                "der Preis.\n\nGruß",
                "Hej, tove@fjord.com är min adress",
                "volám kvůli lodi",
                "ชื่ออะไรคะ",
                "ชื่อร้านเอ",
                "it is licensed under Fjord BY-NC",
                "Hello Tove Lund, we need a boat",
                "Dear Decision Maker,\n\nOur boats sail by themselves",
                "the boat is fine. Anyway, I'm in Bergen",
                "a party of two at seven or so, by the window if you still have one left, under Tove",
                "a boat of two at seven or so, by the window if you still have one left, under Tove Lund",
                "Fjord Bakery here",
                "Happy Oar Boats here",
                "The Crooked Fjord here",
                "Fjord & Lund here",
                "Jsem Švéd a hledám loď",
                "Olen Bergenistä",
                "jag är svensk",
                "Name: Fjord Inc.",
                "the boat you sold me in spring still leaks a bit.\nthanks",
                "the boat you sold me in spring still leaks a bit\ntove",
                "it leaks.\n\ntove",
                "Reorder of Fjord 7"
            })
    void no_name_is_told_by_what_nearly_stands_so(String text) {
        assertThat(extractor.told(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I'm the owner, Tove | Tove
        I'm the owner Tove | Tove
        I'm her mum, Tove Lund. Hi | Tove Lund
        I'm the owner of a boat, Tove | Tove
        the boat with the oars, this is Tove | Tove
        the boat with the oars. This is Tove | Tove
        um this is Tove | Tove
        this is um Tove | Tove
        It's Tove from Fjord and I need one boat | Tove
        I say it's me, Tove | Tove
        Tove here and I need it | Tove
        The long boat with oars is late, Tove here | Tove
        The long boat with oars is late. Tove Lund here | Tove Lund
        The long boat with oars is late it's Tove here | Tove
        hello all Tove this side | Tove
        hello there to all of you, Tove this side | Tove
        you're speaking with Tove | Tove
        you are speaking to Tove | Tove
        Ask for Tove, that is me | Tove
        Ask for Tove, that's my name | Tove
        call me (Tove Lund) | Tove Lund
        """)
    void he_says_his_name_in_the_midst_of_a_message(String text, String expected) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, "self-introduction"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm the owner of a big red old boat here, Tove",
                "I'm the owner, Tove went",
                "I'm the owner; Tove",
                "Wir haben Wasser im Keller",
                "the boat with the oars this is Tove",
                "this was Tove",
                "It's tove from Fjord and I need one boat",
                "It's Tove and I need one boat now",
                "it's me Tove",
                "a b c it's me, Tove",
                "it's tove, again",
                "you call Tove",
                "Tove here to stay",
                "tove here and I need it",
                "The long boat with the oars Tove here",
                "hello there to all of you Tove this side",
                "this side",
                "you speak with Tove",
                "you are speaking of Tove",
                "we were speaking with Tove",
                "I am speaking",
                "Ask for Tove on Friday",
                "Ask for Tove that's me",
                "Ask for tove, that's me",
                "Ask for Tove, that's my dog",
                "Ask for Tove, that was me",
                "that's me",
                "we can - Tove",
                "we can, - Tove"
            })
    void he_nearly_says_a_name(String text) {
        assertThat(extractor.told(turn(text)).found()).isEmpty();
    }
}
