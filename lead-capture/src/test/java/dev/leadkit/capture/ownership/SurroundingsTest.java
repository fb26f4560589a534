package dev.leadkit.capture.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clues are seen around a value, which is marked by braces. */
class SurroundingsTest {
    private static List<String> clues(String marked) {
        return clues(marked, null);
    }

    private static List<String> clues(String marked, @Nullable String asked) {
        String unquoted = marked.replace("\\n", "\n");
        int start = unquoted.indexOf('{');
        int end = unquoted.indexOf('}') - 1;
        return OwnershipModel.clues(
                new Surroundings(new Reply(unquoted.replace("{", "").replace("}", ""), asked), start, end));
    }

    private static List<String> tokens(String clue, List<String> clues) {
        return clues.stream()
                .filter(name -> name.startsWith(clue + " "))
                .map(name -> name.substring(clue.length() + 1))
                .toList();
    }

    /** "ab0 ab1 …". */
    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "ab" + i).collect(Collectors.joining(" "));
    }

    private static List<String> words(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "ab" + i).toList();
    }

    private static List<String> backwards(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "ab" + (from + to - 1 - i))
                .toList();
    }

    @Test
    void of_a_value_alone_only_edges_are_seen() {
        assertThat(clues("{212 736 5000}"))
                .containsExactly(
                        "last ^",
                        "last-two ^ ^",
                        "last-three ^ ^ ^",
                        "next-alone ^",
                        "next ^",
                        "next-two ^ ^",
                        "last-roles ^ ^",
                        "last-roles ^ ^ ^",
                        "last-roles ^ ^ ^ ^",
                        "next-roles ^",
                        "next-roles ^ ^",
                        "next-roles ^ ^ ^",
                        "last-telling ^ ^",
                        "last-telling ^ ^ ^",
                        "is alone",
                        "is unasked",
                        "is number");
    }

    @Test
    void words_are_seen_alone_in_pairs_and_by_what_they_do() {
        assertThat(clues("my boss: {212 736 5000} now ok"))
                .containsExactly(
                        "before :",
                        "before boss",
                        "before my",
                        "pair-before boss :",
                        "pair-before my boss",
                        "near-before :",
                        "near-before boss",
                        "near-before my",
                        "last :",
                        "last-two boss :",
                        "last-three my boss :",
                        "first my",
                        "first-two my boss",
                        "after now",
                        "after ok",
                        "pair-after ok now",
                        "near-after now",
                        "near-after ok",
                        "next now",
                        "next-two now ok",
                        "role-before MARK",
                        "role-before PERSON",
                        "role-before MY",
                        "role-after FILLER",
                        "last-roles PERSON MARK",
                        "last-roles MY PERSON MARK",
                        "last-roles ^ MY PERSON MARK",
                        "next-roles FILLER",
                        "next-roles FILLER FILLER",
                        "next-roles FILLER FILLER ^",
                        "last-telling MY PERSON",
                        "last-telling ^ MY PERSON",
                        "first-roles MY PERSON",
                        "is inside",
                        "is unasked",
                        "is number");
    }

    @Test
    void the_sentences_before_and_behind_are_seen_apart() {
        List<String> clues = clues("bo left. call ann at {212 736 5000} now. she is home");

        assertThat(tokens("earlier", clues)).containsExactly("left", "bo");
        assertThat(tokens("pair-earlier", clues)).containsExactly("bo left");
        assertThat(tokens("before", clues)).containsExactly("at", "ann", "call");
        assertThat(tokens("after", clues)).containsExactly("now");
        assertThat(tokens("later", clues)).containsExactly(".", "she", "is", "home");
        assertThat(tokens("pair-later", clues)).containsExactly("she .", "is she", "home is");
    }

    @Test
    void what_is_seen_again_counts_once() {
        List<String> clues = clues("my boss or my boss, {212 736 5000}", "ann or ann");

        assertThat(clues).doesNotHaveDuplicates();
        assertThat(tokens("before", clues)).containsExactly(",", "boss", "my", "or");
        assertThat(tokens("pair-before", clues)).containsExactly("boss ,", "my boss", "or my", "boss or");
        assertThat(tokens("asked", clues)).containsExactly("ann", "or");
    }

    @Test
    void a_pair_of_words_seen_before_is_another_pair() {
        assertThat(tokens("pair-before", clues("ab cd ef cd ab {212 736 5000}")))
                .containsExactly("cd ab", "ef cd", "cd ef", "ab cd");
        assertThat(tokens("pair-before", clues("0171 555 cd {212 736 5000}"))).containsExactly("# cd");
    }

    @Test
    void so_far_is_looked_and_no_further() {
        List<String> clues = clues(words(20) + " {212 736 5000} " + words(20), words(20));

        assertThat(tokens("before", clues)).isEqualTo(backwards(6, 20));
        assertThat(tokens("near-before", clues)).isEqualTo(backwards(16, 20));
        assertThat(tokens("first", clues)).containsExactly("ab6");
        assertThat(tokens("after", clues)).isEqualTo(words(0, 10));
        assertThat(tokens("near-after", clues)).isEqualTo(words(0, 3));
        assertThat(tokens("asked", clues)).isEqualTo(backwards(6, 20));
        assertThat(tokens("later", clues)).isEqualTo(words(10, 18));
        assertThat(tokens("earlier", clues)).isEqualTo(backwards(0, 6));
    }

    @Test
    void of_the_sentences_beside_it_so_many_words_are_seen() {
        List<String> clues = clues(words(20) + ". {212 736 5000}\n" + words(20));

        assertThat(tokens("earlier", clues)).isEqualTo(backwards(8, 20));
        assertThat(tokens("later", clues))
                .startsWith("\\n", "ab0")
                .endsWith("ab6")
                .hasSize(8);
    }

    @Test
    void roles_are_seen_less_far_than_words() {
        List<String> clues = clues("my ab ab ab ab ab ab ab {212 736 5000} ab ab ab ab ab ab my");
        assertThat(tokens("role-before", clues)).containsExactly("_", "MY");
        assertThat(tokens("role-after", clues)).containsExactly("_");

        clues = clues("my ab ab ab ab ab ab ab ab {212 736 5000} ab ab ab ab ab my");
        assertThat(tokens("role-before", clues)).containsExactly("_");
        assertThat(tokens("role-after", clues)).containsExactly("_", "MY");
    }

    @Test
    void of_a_long_question_the_end_is_seen() {
        String talk = " ".repeat(400);

        assertThat(tokens("asked", clues("{212 736 5000}", "whose" + talk))).isEmpty();
        assertThat(tokens("asked", clues("{212 736 5000}", "whose" + talk.substring(5))))
                .containsExactly("whose");
    }

    @Test
    void an_address_is_one_thing_and_digits_in_a_row_are() {
        assertThat(tokens("before", clues("see bo.berg@fjord.example or {212 736 5000}")))
                .containsExactly("or", "@", "see");
        assertThat(tokens("before", clues("see www.fjord.example or {212 736 5000}")))
                .containsExactly("or", "@", "see");
        assertThat(tokens("before", clues("not 0171 555-0134 but {212 736 5000}")))
                .containsExactly("but", "#", "not");
        assertThat(tokens("after", clues("{212 736 5000}, bo@fjord.example not 5 5")))
                .containsExactly(",", "@", "not", "#");
    }

    @Test
    void a_point_alone_makes_no_address() {
        assertThat(tokens("before", clues("i.e me {212 736 5000}"))).containsExactly("me", "e");
        assertThat(tokens("before", clues("see fjord.5 me {212 736 5000}"))).doesNotContain("@");
        assertThat(tokens("before", clues("see fjord. Me {212 736 5000}"))).containsExactly("me");
    }

    @Test
    void a_mark_within_a_word_or_number_is_none() {
        assertThat(tokens("before", clues("a/b {212 736 5000}"))).containsExactly("b", "a");
        assertThat(tokens("before", clues("a / b {212 736 5000}"))).containsExactly("b", "/", "a");
        assertThat(tokens("before", clues("a,b {212 736 5000}"))).containsExactly("b", ",", "a");
        assertThat(tokens("before", clues("5 / 6 me {212 736 5000}"))).containsExactly("me", "#");
        assertThat(tokens("before", clues("a / 6 {212 736 5000}"))).containsExactly("#", "/", "a");
        assertThat(tokens("before", clues("a + b {212 736 5000}"))).containsExactly("b", "a");
    }

    @Test
    void the_mark_right_before_the_value_is_the_last_one_there() {
        assertThat(tokens("last", clues("number: ({212) 736 5000}"))).containsExactly("(");
        assertThat(tokens("last", clues("number: {212 736 5000}"))).containsExactly(":");
        assertThat(tokens("last", clues("number. {212 736 5000}"))).containsExactly("^");
    }

    @Test
    void a_word_that_owns_is_seen_as_one() {
        assertThat(tokens("role-before", clues("tov's {212 736 5000}"))).containsExactly("POSSESSIVE");
        assertThat(tokens("role-before", clues("tovs {212 736 5000}"))).containsExactly("_");
    }

    @Test
    void a_part_of_a_firms_name_is_nobody() {
        assertThat(tokens("role-before", clues("Lund & Partner {212 736 5000}")))
                .doesNotContain("PERSON");
        assertThat(tokens("role-before", clues("Lund & partner {212 736 5000}")))
                .contains("PERSON");
        assertThat(tokens("role-before", clues("Lund, Partner {212 736 5000}"))).contains("PERSON");
    }

    @Test
    void only_roles_that_say_something_are_telling() {
        assertThat(tokens("last-telling", clues("my wife the, bo, thanks {212 736 5000}")))
                .containsExactly("MY PERSON", "^ MY PERSON");
        assertThat(tokens("last-telling", clues("bo@fjord.example is my wife on {212 736 5000}")))
                .containsExactly("PERSON LINK", "MY PERSON LINK");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {212 736 5000} | alone | first
        {212 736 5000}. Bye | bare | alone
        hi bo. {212 736 5000}\\nbye | bare | alone
        mine {212 736 5000} ok | inside | bare
        {+} | number | address
        Hi. {212 736 5000} | bare | alone
        {212 736 5000} is mine | first | inside
        mine is {212 736 5000} | last | inside
        mine is {212 736 5000} ok | inside | last
        {212 736 5000} | unasked | answer
        is it {212 736 5000}? | question | answer
        is it {212 736 5000}. Well? | number | question
        {212 736 5000} | number | address
        {212 736 5000} | number | freephone
        {0800 736 5000} | freephone | address
        {1 800 736 5000} | freephone | address
        {1 212 736 5000} | number | freephone
        {1} | number | freephone
        {0345 736 500} | freephone | address
        {0801 736 500} | freephone | address
        {0845 736 500} | freephone | address
        {0171 736 500} | number | freephone
        {tove@fjord.example} | address | number
        {tove@fjord.example} | address | office
        {tove@fjord.example} | address | provider
        {4tove@fjord.example} | address | number
        {info@fjord.example} | office | number
        {tove@info.example} | address | office
        {tove@gmail.com} | provider | office
        {gmail@fjord.example} | address | provider
        {tove@mail.gmail.com} | address | provider
        bo@c.example, {212 736 5000} | behind-another | before-another
        bo@c.example. {212 736 5000} | behind-another | before-another
        {212 736 5000}, bo@c.example | before-another | behind-another
        {212 736 5000}. bo@c.example | before-another | behind-another
        5, {212 736 5000}, 6 | number | behind-another
        5, {212 736 5000}, 6 | number | before-another
        """)
    void the_value_and_its_place_are_of_a_kind(String marked, String seen, String not) {
        assertThat(clues(marked)).contains("is " + seen).doesNotContain("is " + not);
    }

    @Test
    void an_answer_is_told_from_what_nobody_asked() {
        assertThat(clues("{212 736 5000}", "Your number?"))
                .contains("is answer")
                .doesNotContain("is unasked");
    }

    @Test
    void around_a_name_capitals_and_marks_have_roles_and_its_own_words_and_looks_are_seen() {
        String text = "Bo left. Hi Skerry, Tove Lund, Fjord Boats here";
        int start = text.indexOf("Tove");
        var signs = new ValueSigns("C2", "opening", List.of("first-one"));

        List<String> clues = OwnershipModel.clues(
                new Surroundings(new Reply(text, null), start, start + "Tove Lund".length(), signs));

        assertThat(clues)
                .contains(
                        "word tove",
                        "word lund",
                        "is words-2",
                        "is by-opening",
                        "is C2-by-opening",
                        "is first-one",
                        "shape-last C2 ,",
                        "shape-next C2 ,",
                        "last-roles NAME ,",
                        "next-roles , NAME")
                .doesNotContain("earlier bo", "is number", "is address");
    }

    @Test
    void each_clue_of_a_name_has_the_weight_that_is_listed_for_it() {
        var signs = new ValueSigns("C1", "none", List.of("opens"));
        var reply = new Reply("thanks,\nTove", "Your name?");
        int start = reply.text().indexOf("Tove");

        for (String clue : OwnershipModel.clues(new Surroundings(reply, start, start + 4, signs))) {
            var model = new OwnershipModel(Map.of(clue, 2.0));
            assertThat(model.logOdds(reply, start, start + 4, signs)).as(clue).isEqualTo(2.0);
        }
    }
}
