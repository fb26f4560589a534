package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.visits.CountingLoader;
import dev.leadkit.capture.visits.Visits;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The work grows with the text, not with its square: twice the text takes at most 2.2 times as many looks at a character
 * and rounds of a loop. They are counted, so a busy machine changes nothing.
 */
class HostileTextTest {
    private static final int KB = 1024;
    private static final int MB = 1024 * KB;
    private static final double MOST = 2.2;

    /** Loaded anew, with a counter in it, since a {@code String} cannot be asked how often it was looked at. */
    private static final Map<String, Consumer<String>> READERS = countedReaders();

    private static final List<String> PIECES = List.of(
            ".",
            "@",
            "a",
            "a@",
            "a.",
            "a@a.",
            "1",
            "1 ",
            "1-",
            "1.",
            "1.1.",
            "+",
            "(",
            "(1",
            "at ",
            " at a dot ",
            "\"",
            "a'",
            "-",
            "my name is ",
            "my company ",
            "I'm A from B ",
            "Company ",
            "i live in new ",
            "name ",
            "for ",
            "is ",
            "not ",
            "i want ",
            "budget ",
            "x@y.z",
            "1,",
            "9999999 ",
            "\n",
            "call 2127365000 ",
            "\\a\\\\a",
            "\0",
            "1234567890",
            "a,b ",
            "A ",
            "A. ",
            "and ",
            "de la ",
            "\ud83d\ude00",
            "\ud83d",
            "under ",
            "$",
            "$1",
            "1k ",
            "to 1",
            "a b@",
            "\"a\"@",
            ". ",
            "a-b",
            "we are from A ",
            "need a ",
            "x x x@y dot ",
            "here ",
            ", that's our Shop, ",
            "\nA B, C: ",
            "我叫",
            "\u0301",
            "x1 ",
            " arroba a punto ",
            "chiocciola ",
            "malpa aet ",
            "j ",
            "dix ",
            "soixante dix ",
            "quatre vingt ",
            "six cuarenta y ",
            "and en ",
            "hundred six ",
            "huit cent ",
            "//1/",
            "area code 1, ");

    /** What an attack begins with, repeats and ends with. */
    record Attack(String prefix, String pump, String suffix) {
        static Attack of(String pump) {
            return new Attack("", pump, "");
        }

        String ofLength(int length) {
            int times = (length - prefix.length() - suffix.length()) / pump.length();
            return prefix + pump.repeat(times) + suffix;
        }
    }

    static Stream<Attack> attacks() {
        Stream<Attack> plain = PIECES.stream().map(Attack::of);
        Stream<Attack> known = Stream.of(
                new Attack("", "1234567890", "@mail"),
                new Attack("", "a", "!"),
                new Attack("", "\\a\\\\a", "\u000b@gmail.com"),
                new Attack("\0\0", "\0", "\n"),
                new Attack("foo", "\n", "bar"),
                new Attack("\"", "a", "\"@fjord.example"),
                new Attack("tove@", "fjord.", "example"),
                new Attack("tove@", "-", "fjord.example"),
                new Attack("call me on ", "(1 ", "2127365000"),
                new Attack("my name is ", "A. ", "Lund"),
                new Attack("my name is Tove Lund. ", "Tove. ", ""),
                new Attack("my name is Tove Lund. ", "Tove_", ""),
                new Attack("my pin is ", "4 ", ""),
                new Attack("my budget is between ", "1 and ", "2 thousand euros"),
                new Attack("my colleague's ", "and ", "number is 2127365000"),
                Attack.of("aAT"),
                Attack.of("aATaDot"),
                Attack.of("邮箱a@a.com"),
                Attack.of("qq号1"),
                new Attack(":", "\na@a.com", ""),
                new Attack("From: a\n", "from: a@a.com\n", ""),
                Attack.of("a@a.com\n"),
                Attack.of("5万5千"),
                Attack.of("yüz bin "),
                Attack.of("ищу до 5 lakh tak "),
                Attack.of("1L "),
                Attack.of("1 m d'"),
                Attack.of("site says:\n1234567890\n"),
                Attack.of("$1 is not over our "),
                Attack.of("nif é 1234567890 "));
        Random random = new Random(4);
        Stream<Attack> mixed =
                IntStream.range(0, 40).mapToObj(i -> Attack.of(anyOf(random) + anyOf(random) + anyOf(random)));
        return Stream.of(plain, known, mixed).flatMap(attacks -> attacks);
    }

    private static String anyOf(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void takes_work_in_proportion_to_the_text(Attack attack) {
        READERS.forEach((name, reader) -> {
            assertProportional(name, reader, attack, KB);
            assertProportional(name, reader, attack, 16 * KB);
        });
    }

    @ParameterizedTest
    @MethodSource("long_attacks")
    void takes_work_in_proportion_up_to_a_megabyte(Attack attack) {
        READERS.forEach((name, reader) -> assertProportional(name, reader, attack, MB / 2));
    }

    static Stream<Attack> long_attacks() {
        return Stream.of(Attack.of(String.join("", PIECES)), Attack.of("a"), Attack.of("1 "));
    }

    @Tag("reliability")
    @EnabledIfSystemProperty(named = "leadkit.tier", matches = "soak|endurance")
    @ParameterizedTest
    @MethodSource("attacks")
    void takes_work_in_proportion_up_to_a_megabyte_whatever_the_attack(Attack attack) {
        READERS.forEach((name, reader) -> assertProportional(name, reader, attack, MB / 2));
    }

    private static void assertProportional(String name, Consumer<String> reader, Attack attack, int length) {
        String text = attack.ofLength(length);
        String twice = attack.ofLength(2 * length);

        long before = Visits.of(() -> reader.accept(text));
        long after = Visits.of(() -> reader.accept(twice));

        assertThat((double) after / before)
                .as("%s on %s, %d visits of %d characters", name, attack, before, length)
                .isLessThanOrEqualTo(MOST);
    }

    @SuppressWarnings("unchecked") // the loader cannot know what the supplier supplies
    private static Map<String, Consumer<String>> countedReaders() {
        return (Map<String, Consumer<String>>) new CountingLoader()
                .create(HostileReaders.class, Supplier.class)
                .get();
    }
}
