package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.PhoneNumber;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneExtractorTest {
    private final PhoneExtractor extractor = new PhoneExtractor(new LibPhoneNormalizer());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        reach me on +49 30 901820 | - | +4930901820
        my number is (212) 736-5000 | US | +12127365000
        mit nummer er 32 12 34 56 | DK | +4532123456
        Kan dere ringe meg på 918 27 364? | NO | +4791827364
        утас 9911 2233 | MN | +97699112233
        2127365000 | US | +12127365000
        212.736.5000 | US | +12127365000
        call 212-736-5000 ext. 12 | US | +12127365000
        Tel: 030/901820 | DE | +4930901820
        call 0477 11 28 98 | BE | +32477112898
        tom 2127365000 | US | +12127365000
        zip 10001 212 736 5000 | US | +12127365000
        whatsapp+4930901820 | - | +4930901820
        WhatsApp me +4930901820, Tove | - | +4930901820
        don't call my office, call 212-736-5000 | US | +12127365000
        Meine Nummer: 030 901820 | DE | +4930901820
        mój numer to 22 550 12 34 | PL | +48225501234
        ２１２－７３６－５０００ | US | +12127365000
        """)
    void finds_a_number_of_a_plan(String text, String region, String expected) {
        assertThat(extractor.extract(new Turn(text, null, region)).found())
                .extracting(candidate -> candidate.value().value())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        it's two one two, seven three six, five oh oh oh | US | +12127365000
        call me at Two One Two. Seven three six. five triple zero thanks | US | +12127365000
        my number is plus four nine three oh nine oh one eight two zero and i am tove | - | +4930901820
        oh three oh nine oh one eight double two | DE | +4930901822
        Meine Nummer: null drei null neun null eins acht zwei null | DE | +4930901820
        mi móvil es seis uno dos tres cuatro cinco seis siete ocho | ES | +34612345678
        two one two 736 5000 | US | +12127365000
        two for one is great, mine is two one two seven three six five zero zero zero | US | +12127365000
        """)
    void hears_a_number_said_digit_by_digit(String text, String region, String expected) {
        assertThat(extractor.extract(new Turn(text, null, region)).found())
                .extracting(candidate -> candidate.value().value())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        my cell is six forty four five fifty oh one twenty-two | - | 6445500122
        it is one eight hundred five five five oh one two two | - | 18005550122
        call two one two, seven thirty six, fifty ten | - | 2127365010
        oh three oh ninety eighteen twenty | DE | +4930901820
        Handy: null eins sieben zwo, siebenunddreißig elf, zwölf, sechs acht | - | 017237111268
        null drei null neunzig achtzehn zwanzig | DE | +4930901820
        null achthundert, zwölf vierunddreißig fünfzig | - | 0800123450
        mijn nummer is nul zes zevenendertig tweeëntwintig elf tachtig | - | 0637221180
        c'est le zéro un quarante-deux soixante-dix-huit zéro deux quatre-vingt-onze | - | 0142780291
        c'est le zéro un quarante deux soixante dix huit zéro deux quatre vingt onze | - | 0142780291
        zéro quatre vingt deux trente et un soixante et onze zéro zéro | - | 0422317100
        plus trente-trois six douze quarante-cinq zéro huit quinze | - | +33612450815
        mi móvil es seis cincuenta y dos, 10 44 73 | - | 652104473
        mi móvil: seis doce veintitrés cero cuatro setenta y uno | - | 612230471
        mi número es seiscientos doce, veintitrés, cero cuatro, setenta y uno | ES | +34612230471
        meu telemóvel é nove um dois trinta e sete meia quatro vinte e um | - | 912376421
        il mio cellulare è tre quattro sette trentasette ventuno quarantotto zero | - | 3473721480
        """)
    void hears_a_number_said_in_tens_and_teens(String text, String region, String expected) {
        assertThat(extractor.extract(new Turn(text, null, region)).found())
                .extracting(candidate -> candidate.value().value())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it was in nineteen eighty four",
                "from nineteen eighty four to nineteen ninety nine, twenty twenty five at the latest",
                "nineteen eighty four, nineteen ninety nine, twenty twenty five",
                "vierzig tausend, höchstens fünfundvierzig tausend",
                "the twelfth to the nineteenth",
                "from ten to twelve, table for four",
                "eight nine ten eleven twelve",
                "five ten fifteen twenty twenty-five thirty",
                "ten nine eight seven six five",
                "thirty forty fifty sixty seventy",
                "it leaves at six fifteen, seven thirty, eight forty-five, nine ten",
                "two ninety-nine, four forty-nine, six twenty, nine ten, eleven fifty",
                "mil novecientos ochenta y cuatro",
                "entre cuarenta y cincuenta y cinco personas",
                "le vingt et un juin à dix-neuf heures quinze",
                "trentasette euro e cinquanta",
                "six, seven or eight people and two hundred forty cups"
            })
    void years_prices_times_and_counts_are_no_number(String text) {
        assertThat(extractor.extract(new Turn(text, null, "US")).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        area code 212, 736, 5000 | +12127365000
        2 1 2 7 3 6 5 0 0 0 | +12127365000
        (212) / 736-5000 | +12127365000
        """)
    void finds_a_number_that_is_dictated_in_figures(String text, String expected) {
        assertThat(extractor.extract(new Turn(text, null, "US")).found())
                .extracting(candidate -> candidate.value().value())
                .containsExactly(expected);
    }

    @Test
    void a_number_to_ring_back_is_a_phones() {
        String said = "null drei null neun null eins acht zwei null";

        assertThat(extractor
                        .extract(new Turn(said, "Ihre Rückrufnummer, bitte?", "DE"))
                        .found())
                .hasSize(1);
        assertThat(extractor
                        .extract(new Turn(said, "Ihre Kundennummer, bitte?", "DE"))
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my order number is two one two seven three six five zero zero zero | order-number
        my boss's number is two one two seven three six five zero zero zero | third-party
        don't call me on two one two seven three six five zero zero zero | negated
        that's four one one one, one one one one, one one one one, one one one one | card-number
        two one two seven three six five | too-short
        """)
    void refuses_a_number_said_digit_by_digit_as_it_does_digits(String text, String code) {
        var extraction = extractor.extract(new Turn(text, null, "US"));
        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one or two of us, three at most, four if Ida comes",
                "one two three four, is this on?",
                "double or triple room",
                "two weeks in August. Three adults, one child, four suitcases"
            })
    void counts_of_things_are_no_number(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my phone is 123 456 7890 | 1234567890
        555 010 4477 | 5550104477
        call me at 010 4477 | 0104477
        """)
    void keeps_the_digits_of_a_number_that_fits_no_plan(String text, String expected) {
        assertThat(extractor.extract(new Turn(text, null, "US")).found())
                .extracting(Candidate::value)
                .allMatch(number -> !number.valid())
                .extracting(PhoneNumber::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        from 10.05.2024 on | date
        10.05.2024-12.05.2024 | date
        20240510 | date
        2024-05-10 14:30:00 | date
        order 7916676427 | order-number
        7916676427 is my order number | order-number
        order #7916676427 | code
        it is wer 859623147 | code
        AB7916676427 | code
        4111 1111 1111 1111 | card-number
        4111111111111111 | card-number
        the host is 192.168.10.12 | ip-address
        $1500000000 is a lot | price
        150000000 euros | price
        123-45-6789 | national-id
        12345-6789 | postal-code
        3171234567890123456 | too-long
        0104477 | too-short
        999999999 | placeholder
        my boss's number is 212 736 5000 | third-party
        call my wife at 212 736 5000 | third-party
        don't call me on 212 736 5000 | negated
        don't call my office (212-736-5000) | negated
        my landlady Mrs Lund: 212 736 5000 | third-party
        build 22736.1500 fails | quantity
        Vertragsnr. 4471-220-983 | order-number
        klantnummer 447 122 0983 | order-number
        at six fifteen, seven thirty, eight forty-five, nine ten | quantity
        it is in https://fjord.example/t/2127365000 | code
        it is in www.fjord.example/t/2127365000 | code
        it is in https://fjord.example/t/p-2127365000 | code
        20240131-5550104477 | code
        não ligue para 212 736 5000 | negated
        bel niet naar 212 736 5000 | negated
        TC kimlik numaram 12345678901 | order-number
        my boss is Bo Lund, 212 736 5000 | third-party
        """)
    void rejects_a_look_alike(String text, String code) {
        Extraction<PhoneNumber> extraction = extractor.extract(new Turn(text, null, "US"));

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).contains(code);
    }

    @Test
    void reads_the_question_that_was_answered() {
        Turn order = new Turn("2127365000", "Could I have your order id?", "US");
        Turn phone = new Turn("7365000", "What is your phone number?", "US");

        assertThat(extractor.extract(order).rejected())
                .extracting(Rejected::code)
                .containsExactly("order-number");
        assertThat(extractor.extract(phone).found()).hasSize(1);
    }

    @Test
    void tells_two_numbers_apart() {
        assertThat(extractor
                        .extract(new Turn("2127365000 2127365001", null, "US"))
                        .found())
                .extracting(candidate -> candidate.value().value())
                .containsExactly("+12127365000", "+12127365001");
    }

    @Test
    void asks_the_normalizer_a_bounded_number_of_times() {
        AtomicInteger asked = new AtomicInteger();
        ContactNormalizer counting = (raw, region) -> {
            asked.incrementAndGet();
            return PhoneNumber.digitsOf(raw);
        };

        new PhoneExtractor(counting).extract(Turn.of("call 2127365000, ".repeat(1000)));

        assertThat(asked).hasValue(PhoneExtractor.MAX_CHECKED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my number is +91 (0) 8123456789 | US | +918123456789
        0091 8123456789 | US | +918123456789
        011 91 8123456789 | US | +918123456789
        +86 13123456789 | US | +8613123456789
        +44 (0)2079460018 | US | +442079460018
        +44 (0) 7911123456 | DE | +447911123456
        +971 (0) 501234567 | IN | +971501234567
        +234 8031234567 | US | +2348031234567
        +49 (0)15112345678 | US | +4915112345678
        + 91 8123456789 | US | +918123456789
        (plus 91) 8123456789 | US | +918123456789
        %2B918123456789 | US | +918123456789
        me + 212 736 5000 | US | +12127365000
        91 8123456789 | US | 918123456789
        """)
    void a_country_code_stays_with_its_number(String text, String region, String expected) {
        assertThat(values(text, region)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        10:15 030 901820 | DE | +4930901820
        030 901820 10:15 | DE | +4930901820
        Tisch für 4 030 901820 | DE | +4930901820
        030 901820 9-17 Uhr | DE | +4930901820
        Tel 030 901820 (10-12 Uhr) | DE | +4930901820
        030 901820 10115 Berlin | DE | +4930901820
        030 901820 - 2 Personen | DE | +4930901820
        seit 2019 030 901820 | DE | +4930901820
        +49 30 901820 10:15 | DE | +4930901820
        0664 1234567 8-12 | AT | +436641234567
        06 12345678 2 persone | IT | +390612345678
        2024-05-10 09:30 212-736-5000 | US | +12127365000
        apt 5 212-736-5000 | US | +12127365000
        212-736-5000 94110 | US | +12127365000
        May 4, 2025 07911 123456 | GB | +447911123456
        room 12 06 12 34 56 78 | FR | +33612345678
        06 12 34 56 78 18h | FR | +33612345678
        212-736-5000 9-5 | US | +12127365000
        212-736-5000 24/7 | US | +12127365000
        212-736-5000 9am-5pm | US | +12127365000
        212-736-5000 (24h) | US | +12127365000
        20€ 212 736 5000 | US | +12127365000
        212 736 5000 20€ | US | +12127365000
        212 736 5000 $4500 | US | +12127365000
        Ford F-150 212-736-5000 | US | +12127365000
        030 901820-21 | DE | +493090182021
        06 12 34 56 78 90 | FR | 061234567890
        """)
    void what_stands_beside_a_number_is_no_part_of_it(String text, String region, String expected) {
        assertThat(values(text, region)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        212-736-5000/212-736-5001 | US | +12127365000 +12127365001
        212 736 5000 212 736 5001 | US | +12127365000 +12127365001
        06 12 34 56 78 / 06 12 34 56 79 | FR | +33612345678 +33612345679
        030 901820 0151 12345678 | DE | +4930901820 +4915112345678
        030 901820/21 | DE | +4930901820
        212-736-5000/12 | US | +12127365000
        call 863 2200 (415 area) | US | 8632200
        """)
    void two_numbers_or_one_and_the_last_digits_of_another(String text, String region, String expected) {
        assertThat(String.join(" ", values(text, region))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        +91, 8123456789 | US | +918123456789
        +91\\n8123456789 | US | +918123456789
        +91 (India) 8123456789 | US | +918123456789
        [+91] 8123456789 | US | +918123456789
        (212)\\n736-5000 | US | +12127365000
        my number is 212, 7365000 | US | +12127365000
        area code: 212, number: 736-5000 | US | +12127365000
        0151, 12345678 | DE | +4915112345678
        020 ~ 79460018 | GB | +442079460018
        room 212, call 736-5000 | US | 7365000
        4 of us, 030 901820 | DE | +4930901820
        """)
    void a_code_that_stands_apart_belongs_to_its_number(String text, String region, String expected) {
        assertThat(values(text.replace("\\n", "\n"), region)).containsExactly(expected);
    }

    @Test
    void a_prefix_that_is_not_dialled_here_is_not_left_off() {
        assertThat(values("0011 91 8123456789", "US")).isEmpty();
    }

    @Test
    void a_number_that_was_broken_off_is_cut() {
        assertThat(extractor.extract(new Turn("212 736 500…", null, "US")).rejected())
                .extracting(Rejected::code)
                .containsExactly("cut");
    }

    @Test
    void a_number_whose_country_code_does_not_fit_is_cut() {
        Extraction<PhoneNumber> extraction = extractor.extract(new Turn("+93, 8123456789", null, "US"));

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly("cut");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        two one two, um, seven three six five zero zero zero | US | +12127365000
        my number is um two one two uh seven three six um five zero zero zero | US | +12127365000
        nove um zero um dois três quatro um um | PT | +351910123411
        two one two seven three six five naught naught naught | US | +12127365000
        two one two seven three six fifty-two hundred | US | +12127365200
        2 one 2 seven 3 six 5 zero 0 zero | US | +12127365000
        +91 eight one two three four five six seven eight nine | US | +918123456789
        """)
    void hears_through_fillers_and_hundreds(String text, String region, String expected) {
        assertThat(values(text, region)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        two one two seven three six five thousand | cut
        S/N 2127365000 | order-number
        SN:2127365000 | order-number
        FedEx 7716 4422 1183 | order-number
        """)
    void refuses_what_goes_on_and_what_is_a_thing(String text, String code) {
        Extraction<PhoneNumber> extraction = extractor.extract(new Turn(text, null, "US"));

        assertThat(extraction.found()).isEmpty();
        assertThat(extraction.rejected()).extracting(Rejected::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.whatsapp.com/send/?phone=%2B12127365000",
                "tel://2127365000",
                "https://t.me/+12127365000",
                "viber://chat?number=%2B12127365000",
                "sip:+12127365000@pbx.fjord.example"
            })
    void links_hold_a_number(String text) {
        assertThat(values(text, "US")).containsExactly("+12127365000");
    }

    @Test
    void a_fax_is_less_sure_than_the_telephone_beside_it() {
        var found = extractor
                .extract(new Turn("Fax no. +49 30 901829, Tel. +49 30 901820", null, "DE"))
                .found();

        assertThat(found)
                .extracting(candidate -> candidate.value().value())
                .containsExactly("+4930901829", "+4930901820");
        assertThat(found.get(0).confidence()).isLessThan(found.get(1).confidence());
    }

    private List<String> values(String text, String region) {
        return extractor.extract(new Turn(text, null, region)).found().stream()
                .map(candidate -> candidate.value().value())
                .toList();
    }

    @Test
    void digits_that_begin_within_a_word_stand_in_no_row_with_themselves() {
        Turn turn = new Turn("Ltd\"12我叫١٢٣٤٥٦٧٨٩12", "", "US");

        assertThatCode(() -> extractor.extract(turn)).doesNotThrowAnyException();
    }
}
