package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.PhoneNumber;
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
}
