package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExtractorProperties {
    static final List<Extractor<?>> EXTRACTORS = List.of(
            new EmailExtractor(),
            new PhoneExtractor(new LibPhoneNormalizer()),
            new NameExtractor(),
            new CompanyExtractor(),
            new LocationExtractor(),
            new BudgetExtractor());
    /** So many letters of a domain are spelled at least. */
    private static final int SHORTEST = 4;

    private static final List<String> PIECES = List.of(
            "@",
            " at ",
            " dot ",
            ".",
            ",",
            "-",
            "+",
            "(",
            ")",
            "\"",
            "'",
            "’",
            "\n",
            " ",
            ":",
            "/",
            "#",
            "$",
            "€",
            "12",
            "4477",
            "5550104477",
            "2024",
            "k",
            "my name is ",
            "my company ",
            "name ",
            "work at ",
            "Fjord & Sons ",
            "Ltd",
            "I live in ",
            "Oslo, Norway",
            "from ",
            "i'm ",
            "Tove",
            "lund",
            "is my name",
            "under ",
            "budget ",
            "up to ",
            "tove@fjord.example",
            "com",
            "van ",
            "Dr. ",
            "not ",
            "my wife's number ",
            "call ",
            "order ",
            "\u0000",
            "\ud800",
            "\udc00",
            "\ud83d\ude00",
            "é",
            "我叫",
            "王小明",
            "١٢٣٤٥٦٧٨٩",
            "İ",
            "ß",
            "ext. 5",
            "\u0301",
            "here",
            "…");

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces)),
                Arbitraries.strings().all().ofMaxLength(200));
    }

    @Property(tries = 3000)
    void no_text_makes_an_extractor_throw_and_every_span_lies_inside(
            @ForAll("hostile") String text, @ForAll("hostile") String asked) {
        for (Extractor<?> extractor : EXTRACTORS) {
            Extraction<?> extraction = extractor.extract(new Turn(text, asked, "US"));

            extraction.found().forEach(found -> assertInside(found.span(), text));
            extraction.rejected().forEach(rejected -> {
                assertInside(rejected.span(), text);
                assertThat(rejected.field()).isEqualTo(extractor.field());
            });
        }
    }

    @Property(tries = 1000)
    void the_same_text_gives_the_same_answer(@ForAll("hostile") String text) {
        for (Extractor<?> extractor : EXTRACTORS) {
            assertThat(extractor.extract(Turn.of(text))).isEqualTo(extractor.extract(Turn.of(text)));
        }
    }

    @Property(tries = 2000)
    void a_written_address_is_the_text_at_its_span(@ForAll("hostile") String text) {
        for (Candidate<String> found :
                new EmailExtractor().extract(Turn.of(text)).found()) {
            if (found.because().equals("address")) {
                assertThat(found.value())
                        .isEqualTo(new LibPhoneNormalizer().email(found.span().of(text)));
            }
        }
    }

    @Property(tries = 2000)
    void a_name_has_the_letters_of_its_span(@ForAll("hostile") String text) {
        for (Candidate<String> found :
                new NameExtractor().extract(Turn.of(text)).found()) {
            assertThat(letters(found.span().of(text))).endsWith(letters(found.value()));
        }
    }

    @Property(tries = 2000)
    void a_firm_of_an_address_begins_as_its_domain_does(
            @ForAll("firm_texts") String text, @ForAll("domains") String domain, @ForAll("hostile") String address) {
        CompanyOfAddress.of(address)
                .flatMap(firm -> firm.in(text))
                .ifPresent(found -> assertInside(found.span(), text));

        CompanyOfAddress.of("tove@" + domain + ".example")
                .flatMap(firm -> firm.in(text))
                .ifPresent(found -> {
                    assertInside(found.span(), text);
                    String name = letters(found.value());
                    String letters = letters(domain);
                    assertThat(Stream.of(letters, letters.replaceFirst("^get", "")))
                            .anyMatch(begin -> spelled(name, begin) >= SHORTEST
                                    || spelled(name.replaceFirst("^the", ""), begin) >= SHORTEST);
                });
    }

    @Provide
    Arbitrary<String> firm_texts() {
        Arbitrary<String> words = Arbitraries.of(
                "fjord", "Skerry", "Bo", "boats", "Veterinary", "Ltd", "The", "the", "and", "&", "é", "at", "dot", "@");
        Arbitrary<String> marks = Arbitraries.of(" ", " ", " ", "-", "'", ".", "/", ", ", ": ", "\n");
        return Arbitraries.oneOf(
                Combinators.combine(words, marks)
                        .as(String::concat)
                        .list()
                        .ofMaxSize(30)
                        .map(all -> String.join("", all)),
                hostile());
    }

    @Provide
    Arbitrary<String> domains() {
        return Arbitraries.of("fjord", "skerry", "bo", "boats", "vet", "ltd", "the", "and", "get", "-")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    /** How many letters of a domain a name begins with; either may have an "and" that the other has not. */
    private static int spelled(String name, String domain) {
        int at = 0;
        int spelled = 0;
        while (at < name.length() && spelled < domain.length()) {
            if (name.charAt(at) == domain.charAt(spelled)) {
                at++;
                spelled++;
            } else if (name.startsWith("and", at)) {
                at += 3;
            } else if (domain.startsWith("and", spelled)) {
                spelled += 3;
            } else {
                break;
            }
        }
        return spelled;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetter)
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static void assertInside(Span span, String text) {
        assertThat(span.length()).isPositive();
        assertThat(span.end()).isLessThanOrEqualTo(text.length());
    }
}
