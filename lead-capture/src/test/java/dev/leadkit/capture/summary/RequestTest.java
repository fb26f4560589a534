package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        could you help me find a quiet place to stay | a quiet place
        I'm looking for apartments in Oslo | apartments
        please book tickets for two | tickets
        we would like to rent a hire car | a hire car
        I need to schedule an appointment with a dentist | an appointment
        """)
    void finds_the_thing_that_is_asked_for(String text, String thing) {
        assertThat(things(text)).first().isEqualTo(thing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        what is the address
        I am late
        a bird sang
        thanks for nothing
        """)
    void finds_nothing_where_nothing_new_is_asked_for(String text) {
        assertThat(things(text)).isEmpty();
    }

    @Test
    void tells_the_lead_from_what_is_wanted() {
        Words words = Words.of("Could you help me find a boat");

        assertThat(words.folded(Request.afterLead(words, 0, words.count()))).isEqualTo("a");
    }

    private static List<String> things(String text) {
        Words words = Words.of(text);
        return Request.things(words, 0, words.count()).stream()
                .map(thing -> words.raw(thing.start(), thing.end()))
                .toList();
    }
}
