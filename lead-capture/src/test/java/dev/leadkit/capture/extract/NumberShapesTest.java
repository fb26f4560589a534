package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.lead.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What digits look like, and what stands right beside them. */
class NumberShapesTest {
    private final PhoneExtractor extractor = new PhoneExtractor(new LibPhoneNormalizer());

    private Extraction<?> extract(String text) {
        return extractor.extract(new Turn(text, null, "US"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        call (+1) 212 736 5000 | +12127365000
        call (+49) 30 901820 now | +4930901820
        +(49) 30 901820 | +4930901820
        call me on 212/736/5000 | +12127365000
        call me on 212–736–5000 | +12127365000
        212 - 736 - 5000 | +12127365000
        call 212 736 5000.  Then 10 boats | +12127365000
        I have 7 boats. 212 736 5000 | +12127365000
        2024-05-10 212 736 5000 | +12127365000
        10.05.2024 212 736 5000 | +12127365000
        12563 231 456 1236 | +12314561236
        10.05.2024 10.06.2024 212 736 5000 | +12127365000
        212 736 5000 10.05.2024 | +12127365000
        32.13.2024 212 736 5000 | +12127365000
        2024-05-10-2127365000 | +12127365000
        736 5000 2127365000 | +12127365000
        2127365000 736 5001 | +12127365000
        für uns: 2127365000 | +12127365000
        +10.05.2024 | 10052024
        +2019 2024 | 20192024
        6221.47110 | 622147110
        06221.47110 | 0622147110
        0 7 9 1 1 2 8 3 4 5 6 | 07911283456
        (06221) / 471 100 | 06221471100
        1.212.736.5000 | +12127365000
        20257311-4471 | 202573114471
        p/2127365000 | +12127365000
        fjord.example/?phone=2127365000 | +12127365000
        212.736.500 | 212736500
        192.168.10.256 | 19216810256
        192.168.010.12 | 19216801012
        +123-45-6789 | 123456789
        123 45 6789 | 123456789
        12345 6789 | 123456789
        call 12345-6789 | 123456789
        **2127365000** | +12127365000
        2127365000 xx | +12127365000
        2127365000... | +12127365000
        ph-7916676427 | 7916676427
        tel.2127365000 | +12127365000
        p.2127365000 | +12127365000
        电话2127365000 | +12127365000
        2127365000号 | +12127365000
        the 265398721 | 265398721
        num 265398721 | 265398721
        xyzw 265398721 | 265398721
        152736500 pond | 152736500
        call me at 555-0123 | 5550123
        my cell 5550123 thanks | 5550123
        """)
    void a_number_however_it_is_written(String text, String expected) {
        assertThat(extractor.extract(new Turn(text, null, "US")).found())
                .extracting(candidate -> candidate.value().value())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2127365000 2127365001",
                "4471 2127365000 2127365001",
                "+1 212 736 5000 2127365001",
                "2127365000, 2127365001"
            })
    void two_numbers_side_by_side(String text) {
        assertThat(extractor.extract(new Turn(text, null, "US")).found())
                .extracting(candidate -> candidate.value().value())
                .containsExactly("+12127365000", "+12127365001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        call 212 736 5000 x12 | 212 736 5000 x12
        call 212 736 5000 extension 4 | 212 736 5000 extension 4
        call 212-736-5000 EXT 7 please | 212-736-5000 EXT 7
        call 212 736 5000, ext. 12 | 212 736 5000, ext. 12
        call 212 736 5000 x123456 | 212 736 5000 x123456
        call 212 736 5000 ext. 12b | 212 736 5000
        call 212 736 5000 exactly | 212 736 5000
        call 212 736 5000 x1234567 | 212 736 5000
        """)
    void an_extension_belongs_to_its_number(String text, String expected) {
        assertThat(extract(text).found().get(0).span().of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 2 3 4 5 6 7 8 9 10 11 12 13 14 | quantity
        8 10 12 14 16 | quantity
        52.520006 | quantity
        11.3.8.20250311 | quantity
        4.18.0.1.202503 | quantity
        11.3.8.2025031107 | quantity
        20250311-4471 | code
        20250311/4471 | code
        22736.1500 | quantity
        2019-2024 | date
        2019 2024 | date
        10.05.2024 14:30 | date
        20240510143000 | date
        202405101430 | date
        10052024 | date
        10 05 2024 | date
        2024/05/10 | date
        2024-13-40 | too-short
        1066-2024 | too-short
        20241345 | too-short
        5550123 | too-short
        it is 555 0123 | too-short
        212 736 5000 30 901820 | too-long
        4012888888881882 | too-long
        2012888888881881 | too-long
        99999999 | placeholder
        1111111111 | placeholder
        12.000.000 | price
        1.000.000.000 | price
        $ 150000000 | price
        150000000 $ | price
        150000000% | price
        150000000 pounds | price
        150 000 000 EUR | price
        150000000 views | price
        978-3-16-148410-0 | book-number
        979 10 90636 07 1 | book-number
        4111 1111 1111 1112 | card-number
        4012888888881881 | card-number
        6011 0009 9013 9424 | card-number
        378282246310005 | card-number
        my IBAN is NL91 ABNA 0417 1643 00 | bank-account
        192.168.10.255 | ip-address
        192.0.10.12 | ip-address
        255.255.255.255 | ip-address
        ***-736-5000 | masked
        212 736 50** | masked
        212736500 xx | masked
        212 736 500.. | cut
        my number is 212 736 5?? | cut
        #7916676427 | code
        a@7916676427 | code
        id=7916676427 | code
        ab-7916676427 | code
        7916676427_a | code
        7916676427@x | code
        7916676427-abc | code
        abc 265398721 | code
        zaa 265398721 | code
        purchase 00007412365 | order-number
        123.456.789-09 | national-id
        11.222.333/0001-81 | national-id
        12.345.678-5 | national-id
        250000-280000 | price
        45000–50000 | price
        1500000000 | price
        151.2092955 | quantity
        aaz 265398721 | code
        """)
    void digits_that_are_something_else(String text, String code) {
        Extraction<?> extraction = extract(text);

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"212. 736. 5000", "212, 736, 5000", "1,500,000,000", "212-736-####", "10 boats, 12 oars, 5 sails"
            })
    void digits_that_are_not_even_tried(String text) {
        assertThat(extract(text)).isEqualTo(Extraction.nothing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        my number 2127365000 | - | phone-cue
        my new number is 2127365000 | - | phone-cue
        2127365000 is my number | - | phone-cue
        2127365000 is my new cell | - | phone-cue
        Handynummer 2127365000 | - | phone-cue
        2127365000 | What is your order number and phone? | phone-cue
        2127365000 | What is your phone? | phone-cue
        the number is 2127365000 | - | bare-number
        2127365000. The order is late | - | bare-number
        in case you need me 2127365000 | - | bare-number
        thanks a lot 2127365000 | - | bare-number
        I paid by card, (212) 736-5000 | - | bare-number
        order 55821, 212 736 5000 | - | bare-number
        mobilnummer 2127365000 | - | phone-cue
        con iva, 212 736 5000 | - | bare-number
        telegram 2127365000 | - | phone-cue
        电话和qq号2127365000 | - | phone-cue
        전화번호는 2127365000 | - | phone-cue
        zadzwońcie 2127365000 | - | phone-cue
        мой номер 2127365000 | - | phone-cue
        numaram 2127365000 | - | phone-cue
        số của em 2127365000 | - | phone-cue
        puhelinnumeroni 2127365000 | - | phone-cue
        my order is late, my number 2127365000 | - | phone-cue
        I want to place an order, 2127365000 | - | bare-number
        quiero hacer un pedido 2127365000 | - | bare-number
        хочу сделать заказ, 2127365000 | - | bare-number
        mau buat pesanan 2127365000 | - | bare-number
        https://wa.me/12127365000 | - | phone-cue
        https://api.whatsapp.com/send?phone=12127365000 | - | phone-cue
        Tove. 212 736 5000 | It is 180 plus tax. Name and number? | bare-number
        The barn. 212 736 5000 | Wedding date, venue and your details? | bare-number
        """)
    void words_that_let_digits_be_a_phones(String text, String asked, String because) {
        assertThat(extractor.extract(new Turn(text, asked, "US")).found())
                .extracting(candidate -> candidate.value().value(), Candidate::because)
                .containsExactly(tuple("+12127365000", because));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        the part number is 2127365000 | -
        numer zamówienia 2127365000 | -
        numărul comenzii 2127365000 | -
        rendelésszám 2127365000 | -
        tilausnumero 2127365000 | -
        mã đơn 2127365000 | -
        please make my order 2127365000 faster | -
        I make an order number 2127365000 | -
        رقم الطلب 2127365000 | -
        מספר הזמנה 2127365000 | -
        case 2127365000 | -
        lot 2127365000 | -
        2127365000 is the order | -
        2127365000 was my booking | -
        I paid by card, 2127365000 | -
        Ref. 2127365000 | -
        my ref. 2127365000 | -
        Aktennr. 2127365000 | -
        2127365000 | What is your booking reference?
        2127365000 | What is your date of birth?
        QQ:2127365000 | -
        my qq number is 2127365000 | -
        qq号2127365000 | -
        我的QQ是2127365000 | -
        ICQ: 2127365000 | -
        CPF: 21273650001 | -
        mi dni es 2127365000 | -
        mi número de identificación es 2127365000 | -
        CUIT 20-21273650-3 | -
        RFC 2127365000 | -
        my aadhaar number is 2127 3650 0012 | -
        mijn bsn is 212736500 | -
        PESEL 21273650001 | -
        mój NIP to 212-736-50-01 | -
        codice fiscale 21273650001 | -
        P. IVA: 21273650001 | -
        Steuernummer 12/345/67890 | -
        Steuer-ID 21273650001 | -
        SIREN 212 736 500 | -
        numéro de sécurité sociale 2 12 73 65 000 123 | -
        VAT number: 2127365000 | -
        ИНН 2127365000 | -
        número de cliente 2127365000 | -
        fattura n. 2127365000 | -
        номер заказа 2127365000 | -
        Kd.-Nr. 2127365000 | -
        PO 2127365000 | -
        2127365000 | Qual é o seu CPF?
        """)
    void words_that_make_digits_somebodys_record(String text, String asked) {
        assertThat(extractor.extract(new Turn(text, asked, "US")).rejected())
                .extracting(Rejected::code)
                .containsExactly("order-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"telegram 1987654321", "Skype: 1987654321", "WeChat: 1987654321"})
    void the_number_of_an_account_that_no_plan_knows_is_none(String text) {
        assertThat(extract(text).rejected()).extracting(Rejected::code).containsExactly("code");
    }

    @Test
    void a_local_number_behind_the_name_that_was_asked_for() {
        assertThat(extractor
                        .extract(new Turn("soy Tove 555-9876", "¿Me das tu nombre?", null))
                        .found())
                .extracting(candidate -> candidate.value().value())
                .containsExactly("5559876");
        assertThat(extractor
                        .extract(new Turn("Tove, 555-9876 is the file", "Your name?", null))
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "my number 212 736 5000, 0.95",
        "my number 555 010 4477, 0.8",
        "212 736 5000, 0.7",
        "555 010 4477, 0.55",
    })
    void one_that_is_called_so_and_one_of_a_plan_are_surer(String text, double confidence) {
        assertThat(extract(text).found())
                .singleElement()
                .satisfies(found -> assertThat(found.confidence()).isCloseTo(confidence, within(1e-9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"736 5000 2127365000", "2127365000 736 5001"})
    void a_short_one_beside_a_whole_one_is_left_out(String text) {
        assertThat(extract(text).found())
                .singleElement()
                .extracting(found -> ((PhoneNumber) found.value()).value())
                .isEqualTo("+12127365000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        212−736−5000 | minus signs
        212<thin>736<thin>5000 | thin blanks
        212<none>736<none>5000 | blanks of no width
        ２１２<wide>７３６<wide>５０００ | full width
        212<tab>736<tab>5000 | tabs
        [212] 736-5000 | square brackets
        212--736--5000 | dashes twice
        212—736—5000 | long dashes
        𝟮𝟭𝟮-𝟳𝟯𝟲-𝟱𝟬𝟬𝟬 | bold digits
        2️⃣1️⃣2️⃣7️⃣3️⃣6️⃣5️⃣0️⃣0️⃣0️⃣ | keys
        2, 1, 2, 7, 3, 6, 5, 0, 0, 0 | commas behind each digit
        """)
    void gaps_of_other_characters(String text, String what) {
        String written = text.replace("<thin>", "\u2009")
                .replace("<none>", "\u200b")
                .replace("<wide>", "\u3000")
                .replace("<tab>", "\t");
        assertThat(extract(written).found())
                .as(what)
                .singleElement()
                .extracting(found -> ((PhoneNumber) found.value()).value())
                .isEqualTo("+12127365000");
    }
}
