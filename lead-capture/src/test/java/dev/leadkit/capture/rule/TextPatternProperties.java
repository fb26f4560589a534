package dev.leadkit.capture.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.leadkit.lead.InvalidInputException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

@Label("a pattern of a tenant")
class TextPatternProperties {
    private static final Arbitrary<String> PARTS = Arbitraries.of(
            "a",
            "-",
            ":",
            "]",
            "}",
            "{",
            "{(",
            ",",
            "^",
            ".",
            "|",
            "$",
            "\u0430",
            "\ud83d\udc4d",
            "\\d",
            "\\\\",
            "\\]",
            "\\[",
            "\\(",
            "\\b",
            "\\x{2019}",
            "\\x41",
            "\\x{41}",
            "\\101",
            "\\0",
            "\\pL",
            "\\p{Greek}",
            "\\P{L}",
            "(?i)",
            "\\Q");

    private static final Arbitrary<String> CLASS_PARTS = Arbitraries.of(
            "a",
            "z",
            "!",
            "-",
            ":",
            "[",
            "]",
            "^",
            "(",
            ")",
            "{9}",
            "\\]",
            "\\[",
            "\\\\",
            "!-[",
            "!-",
            "a-",
            "[:alpha:]",
            "[:^digit:]",
            "[:",
            ":]",
            "\\d",
            "\\d-",
            "\\pL-",
            "\\p{Greek}",
            "\\x41-",
            "\\x{41}-",
            "\\041-",
            "\\0-",
            "\u0430");

    private static final Arbitrary<String> GROUP_MARKS =
            Arbitraries.of("(", "(?:", "(?i:", "(?s-i:", "(?P<n>", "(?<m>");

    private static final Arbitrary<String> REPEATS = Arbitraries.of(
            "?",
            "*",
            "+",
            "+?",
            "{2}",
            "{3,}",
            "{1,10}",
            "{100}",
            "{0,20}",
            "{01}",
            "{,5}",
            "{0}",
            "{1001}",
            "(?i){10}");

    /** Beside each step that is counted, one to choose it or not, and one where nothing is chosen. */
    private static final int MOST_FOR_A_STEP = 3;

    @Property(tries = 20_000)
    @Label("compiles to few more steps than were counted, or is refused")
    void compiles_to_few_more_steps_than_were_counted(@ForAll("patterns") String pattern) {
        TextPattern taken;
        try {
            taken = TextPattern.of(pattern);
        } catch (InvalidInputException refused) {
            Statistics.collect("refused");
            return;
        }

        Statistics.collect("taken");
        assertThat(taken.steps()).isLessThanOrEqualTo(PatternSteps.MAX_STEPS);
        assertThat(Pattern.compile(pattern).programSize()).isLessThanOrEqualTo(MOST_FOR_A_STEP * taken.steps() + 4);
        assertThat(taken.find("ab[:-]{(x2019)}\\Q\u0430").length).isIn(0, 2);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.oneOf(sequence(2), joined(Arbitraries.oneOf(CLASS_PARTS, PARTS, GROUP_MARKS, REPEATS), 12));
    }

    private static Arbitrary<String> sequence(int depth) {
        Arbitrary<String> inClass = joined(CLASS_PARTS, 5).map(parts -> "[" + parts + "]");
        Arbitrary<String> group = depth == 0
                ? Arbitraries.of("()", "(?:)")
                : Combinators.combine(GROUP_MARKS, sequence(depth - 1)).as((mark, parts) -> mark + parts + ")");
        Arbitrary<String> part = Arbitraries.oneOf(inClass, group, PARTS);
        Arbitrary<String> repeat = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just("")), Tuple.of(1, REPEATS));
        return joined(Combinators.combine(part, repeat).as(String::concat), 4);
    }

    private static Arbitrary<String> joined(Arbitrary<String> parts, int most) {
        return parts.list().ofMaxSize(most).map(all -> String.join("", all));
    }
}
