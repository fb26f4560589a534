package dev.leadkit.capture.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.InvalidInputException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class TextPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)\u1c80",
                "(?s-i)x(?mi:\u1c88)",
                "(?i)\\x{1C81}",
                "(?i)[a-\uFFFF",
                "(?i)[]a-\uFFFF",
                "(?i)[\\]a-\uFFFF",
                "(?i)[\\x{5d}a-\uFFFF]",
                "(?i)[^]a-\uFFFF]",
                "(?i)[\u0430-\uffff]",
                "(?i)[^a-\\x{FFFF}]",
                "(?i)[[:alpha:]a-\uffff]",
                "(?i)[\\x{1d00}-\\x{10FFFF}]",
                "(?i)[\u4e00-\u9fff][\u4e00-\u9fff][\u4e00-\u9fff][\u4e00-\u9fff][\u4e00-\u9fff]",
                "(?i)|\\([^a-\ufffd]",
                "(?i)[!-[:\u0430-\uffff:]"
            })
    void refuses_what_would_be_folded_for_ever_or_for_long(String pattern) {
        assertThatThrownBy(() -> TextPattern.of(pattern))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("where case is ignored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u1c80",
                "[\u0430-\uffff]",
                "(?i)[\u0430-\u044f\u0451]",
                "(?i)[^a-z]",
                "(?i)[\u4e00-\u9fff]",
                "(?i)[ab]E-\u30e1\u30fc\u30eb",
                "(?i)\u0130stanbul",
                "(?P<i>[a-\uffff])"
            })
    void takes_a_pattern_that_only_looks_as_if_it_were_folded_for_long(String pattern) {
        assertThat(TextPattern.of(pattern)).hasToString(pattern);
    }

    @Test
    void takes_or_refuses_every_letter_and_finds_nothing_of_the_endless_ones() {
        TextPattern word = TextPattern.of("(?i)[\u0432\u0434]\u0442");
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            if (!Character.isLetter(letter)) {
                continue;
            }
            String text = Character.toString(letter);
            assertThat(word.find(text)).isEmpty();
            try {
                assertThat(TextPattern.of("(?i)" + text).find(text)).hasSize(2);
            } catch (InvalidInputException refused) {
                assertThat(letter).isBetween(0x1c80, 0x1c8f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?i)[\\x{20000}-\\x{386A0}]", "(?i)\\x{1C90}", "(?i)\\x{1C7F}", "(?i)[\u1c90-\u1cbf]"})
    void takes_what_is_just_within_the_bounds_where_case_is_ignored(String pattern) {
        assertThat(TextPattern.of(pattern)).hasToString(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(?i)[\\x{20000}-\\x{386A1}]", "(?i)\\x{1C8F}", "(?i)[\u1c70-\u1c80]", "(?i)[\u1c8f-\u1cbf]"})
    void refuses_what_is_just_beyond_them(String pattern) {
        assertThatThrownBy(() -> TextPattern.of(pattern))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("where case is ignored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(?", "(?s", "(?i", "(?i)a\\", "(?i)[a-", "(?i)[a", "(?i)[[:", ")", "a)b", "(?P<name", "a{2001}"
            })
    void refuses_what_is_broken_off_as_no_pattern(String pattern) {
        assertThatThrownBy(() -> TextPattern.of(pattern)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "abc 3",
                "(abc)d 6",
                "(?:abc)d 4",
                "(?i:abc)d 4",
                "(?i)abc 3",
                "(?i)(?s)abc 3",
                "(?P<name>abc)d 6",
                "(?<name>abc)d 6",
                "a(?:){3} 4",
                "(?:a?(?i){3})b 7",
                "[abc]d 2",
                "[^abc]d 2",
                "[]abc]d 2",
                "[a\\]bc]d 2",
                "[ab]cd 3",
                "[\\\\](b{3}) 6",
                "[[:alpha:](]b{3} 4",
                "[^[:^alpha:]]{3} 3",
                "[!-[:](b{3}):] 8",
                "[\\x41-[:](b{3}):] 8",
                "[\\101-[:](b{3}):] 8",
                "[\\d-[:alpha:](]b 2",
                "[\\p{Greek}-[:alpha:](]b 2",
                "[a-]b{3} 4",
                "don\\x{2019}t 5",
                "\\x{1F44D}{2} 2",
                "\\x2E{3} 3",
                "\\056{3} 3",
                "\\p{Greek}{3} 3",
                "\\PL{3} 3",
                "a{2,}b 3",
                "{(a{5}){5} 36",
                "a{,5} 5",
                "a{b} 4",
                "a{01} 5",
                "\\dab 3",
                "a{10} 10",
                "a{19}b 20",
                "a{1,90} 90",
                "(?:ab){5}c 11",
                "(?:a{3}){4} 12",
                "a+b*c? 6"
            })
    void counts_the_steps_it_compiles_to(String pattern, int steps) {
        assertThat(TextPattern.of(pattern).steps()).isEqualTo(steps);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\\\\]((((a{100}){100}){100}){100})",
                "[\\\\]|(((a?){50}){50}){50}b",
                "{(((a{100}){100}){100}){100}",
                "((a{100})(?i){100})",
                "((((){100}){100}){100})",
                "(?:(?:(?:){100}){100})",
                "[!-[:](a{100}){100}:]"
            })
    void refuses_what_would_compile_to_too_many_steps(String pattern) {
        assertThatThrownBy(() -> TextPattern.of(pattern))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at most 1000 steps");
    }

    @Test
    void refuses_quoted_text() {
        assertThatThrownBy(() -> TextPattern.of("\\Q[\\E(((a{100}){100}){100})"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("each letter escaped");
        assertThat(TextPattern.of("\\\\Q").find("a\\Q")).containsExactly(1, 3);
    }

    @Test
    void finds_nothing_where_the_stack_is_too_small_to_look() throws InterruptedException {
        TextPattern pattern = TextPattern.of("(?:a?){400}b");
        var found = new AtomicReference<int[]>();

        var small = new Thread(null, () -> found.set(pattern.find("a".repeat(50) + "b")), "small", 1);
        small.start();
        small.join();

        assertThat(found.get()).isEmpty();
        assertThat(pattern.find("ab")).containsExactly(0, 2);
    }

    @Test
    void takes_as_many_steps_characters_and_groups_as_are_allowed_and_none_more() {
        String groups = "(".repeat(19) + "a" + ")".repeat(19);
        assertThat(TextPattern.of("a{1000}").steps()).isEqualTo(1000);
        assertThat(TextPattern.of("a".repeat(1000)).steps()).isEqualTo(1000);
        assertThat(TextPattern.of(groups).find("a")).containsExactly(0, 1);
        assertThat(TextPattern.of("(a)".repeat(50)).steps()).isEqualTo(150);

        assertThatThrownBy(() -> TextPattern.of("a{1000}b")).hasMessageContaining("at most 1000 steps");
        assertThatThrownBy(() -> TextPattern.of("a".repeat(1001))).hasMessageContaining("at most 1000 characters");
        assertThatThrownBy(() -> TextPattern.of("(" + groups + ")")).hasMessageContaining("at most 20 nested groups");
    }

    @Test
    void braces_that_are_not_closed_stand_for_themselves() {
        assertThat(TextPattern.of("a{2").find("xa{2")).containsExactly(1, 4);
    }

    @Test
    void equal_are_patterns_of_the_same_text() {
        assertThat(TextPattern.of("a+")).isEqualTo(TextPattern.of("a+")).hasSameHashCodeAs(TextPattern.of("a+"));
        assertThat(TextPattern.of("a+")).isNotEqualTo(TextPattern.of("b+")).isNotEqualTo("a+");
    }

    /** The figures are those that the makers of the hash give. */
    @ParameterizedTest
    @CsvSource({"a, af63dc4c8601ec8c", "foobar, 85944171f73967e8"})
    void its_key_is_the_hash_of_its_characters(String pattern, String key) {
        assertThat(TextPattern.of(pattern).key()).isEqualTo(key);
    }
}
