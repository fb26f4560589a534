package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TooLittleHistoryExceptionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        49 | 10 | 1 | 0  | 0 | 1 more rows
        49 | 39 | 1 | 0  | 0 | 1 more rows
        50 | 9  | 0 | 1  | 0 | 1 more with a good end
        50 | 44 | 0 | 0  | 4 | 4 more with a bad end
        12 | 9  | 38 | 1 | 7 | 38 more rows and 1 more with a good end and 7 more with a bad end
        """)
    void says_what_is_missing_and_nothing_else(
            long rows, long positives, long missingRows, long missingGood, long missingBad, String missing) {
        var its = new TooLittleHistoryException(rows, positives, 50, 10);

        assertThat(its.missingRows()).isEqualTo(missingRows);
        assertThat(its.missingPositives()).isEqualTo(missingGood);
        assertThat(its.missingNegatives()).isEqualTo(missingBad);
        assertThat(its)
                .hasMessage("expected 50 rows or more with 10 or more of each end to learn from, found " + rows
                        + " rows, " + positives + " with a good end: " + missing + " are missing");
    }

    @ParameterizedTest
    @CsvSource({"60, 0", "60, 60"})
    void says_that_all_ended_alike(long rows, long positives) {
        assertThat(new TooLittleHistoryException(rows, positives, 50, 10))
                .hasMessageContaining("; all of them ended alike: 10 more with a ");
    }
}
