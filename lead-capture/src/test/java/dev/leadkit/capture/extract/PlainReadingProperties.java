package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The short way says nothing but what all rules say: of clauses made from the words that the rules know and some others. */
class PlainReadingProperties {
    private static final List<String> KNOWN = known();

    /** So common with a value that clauses of them are given often enough. */
    private static final List<String> COMMON = List.of(("""
                    my email is me at to send reach call write it it's the you can please or and address on a new mail contact
                    use number text i i'm your for would be this best way mine us are should here that's name if""").split("\\s+"));

    private static final List<String> OTHERS = List.of(("""
                    boat Jane quote sits worked ed bring office running Karen seen 12 480291 second-hand merged table boats
                    212-736-5000 bo@acme.com jo@work.me jo@acme.example tom@a.says Bo's why emergency""").split("\\s+"));
    private static final List<String> MARKS =
            List.of("", "", "", "", "", "", "", "", ",", ",", ".", "?", "!", ":", ";", "\n", " ", "..", ")");
    private static final List<String> VALUES =
            List.of("jane@acme.com", "212-736-5000", "(312) 726-1234", "+1 206 682 1234");

    private static List<String> known() {
        List<String> words = new ArrayList<>();
        WordRole.ROLES.forEach((word, role) -> words.add(word));
        for (WordSet each : List.of(
                OwnershipWords.CHANNELS,
                OwnershipWords.SORTS,
                OwnershipWords.REACHING,
                OwnershipWords.LINKS,
                OwnershipWords.SEVERAL_RELATIONS,
                WordsBefore.TELLING,
                WordsAfter.TELLING,
                WordsAfter.TELLING_AT_ONCE,
                WordsAfter.TELLING_FIRST,
                Neighbours.SIGNS,
                Giving.TELLING,
                Added.TELLING)) {
            each.forEach(words::add);
        }
        return words.stream().sorted().distinct().toList();
    }

    @Property(tries = 10_000)
    void all_rules_agree_where_the_short_way_sees_a_value_as_the_visitors(
            @ForAll Random random, @ForAll @IntRange(max = 8) int before, @ForAll @IntRange(max = 5) int after) {
        var text = new StringBuilder();
        addWords(text, random, before);
        int start = text.length();
        text.append(oneOf(VALUES, random));
        int end = text.length();
        text.append(oneOf(MARKS, random)).append(random.nextInt(5) > 0 ? " " : "");
        addWords(text, random, after);
        Turn turn = Turn.of(text.toString());

        boolean plain = PlainReading.evidence(turn.ascii(), start, end) != null;

        Statistics.label("seen by the short way").collect(plain);
        if (plain) {
            assertThat(Ownership.byAllRules(turn, start, end)).as(turn.text()).isNull();
        }
    }

    private static void addWords(StringBuilder text, Random random, int count) {
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(20);
            String word = oneOf(kind < 11 ? COMMON : kind < 16 ? KNOWN : OTHERS, random);
            boolean capital = random.nextInt(8) == 0;
            text.append(capital ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            text.append(oneOf(MARKS, random)).append(random.nextInt(60) > 0 ? " " : "");
        }
    }

    private static String oneOf(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    @Example
    void sees_common_ways_to_give_a_value() {
        assertThat(List.of(
                        "my e-mail is #",
                        "Hi there. You can reach me at #, thanks!",
                        "Please send the quote to # or ring 212-736-5000",
                        "Write to #",
                        "it's #",
                        "#"))
                .allSatisfy(text -> assertThat(seen(text)).isNotNull());
    }

    @Example
    void leaves_to_the_rules_what_may_be_somebody_elses() {
        assertThat(List.of(
                        "my wife's e-mail is #",
                        "Ask Tom. #",
                        "don't write to #",
                        "call Jane at #",
                        "is it #",
                        "# is dead"))
                .allSatisfy(text -> assertThat(seen(text)).isNull());
    }

    @Example
    void half_of_a_surrogate_pair_is_no_question_mark() {
        String text = "we came\ud83d my wife left: ask her. jane@acme.com";

        assertThat(AsciiText.of(text)).isNotEqualTo(AsciiText.NONE);
        assertThat(AsciiText.of(text).charAt(7)).isEqualTo('\ud83d');
    }

    private static Giving.Evidence seen(String template) {
        int start = template.indexOf('#');
        String value = "jane@acme.com";
        AsciiText text = AsciiText.of(template.replace("#", value));
        return PlainReading.evidence(text, start, start + value.length());
    }
}
