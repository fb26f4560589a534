package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveSummarizerTest {
    private final ExtractiveSummarizer summarizer = ExtractiveSummarizer.of(SummaryKind.NEED);

    @Test
    void keeps_the_need_and_leaves_courtesies_out() {
        Summary summary = summarizer.summarize(messages(
                "Hello!", "I need 20 oak chairs for a hotel in Oslo by Friday.", "Thank you", "The budget is $4,000."));

        assertThat(summary.text()).isEqualTo("20 oak chairs for a hotel in Oslo by Friday; The budget is $4,000");
        assertThat(summary.evidence()).extracting(Evidence::message).containsExactly("m1", "m3");
    }

    @Test
    void names_what_is_wanted_beside_a_flood_of_facts() {
        Summary summary = summarizer.summarize(messages(
                "Hello, could you help me find a sailing boat?",
                "On 3 May we are 4 people, 2 of them 6 and 8 years old, from Oslo to Bergen and back by 14 May at 9 am",
                "On 20 May we would be 12 people, from Stavanger to Haugesund at 10 am, back on 24 May at 7 pm"));

        assertThat(summary.text()).startsWith("a sailing boat; ");
    }

    @Test
    void says_nothing_twice() {
        Summary summary = summarizer.summarize(
                messages("I want to rent a boat in Oslo", "We would like a boat", "In Oslo, a boat please"));

        assertThat(summary.text()).isEqualTo("rent a boat in Oslo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sorry",
                "oops!",
                "that's wrong",
                "my bad, I made a typo",
                "no wait, scratch that",
                "never mind",
                "Entschuldigung, falsch"
            })
    void leaves_out_what_only_takes_something_back(String text) {
        assertThat(summarizer.summarize(messages("I need a boat", text)).text()).isEqualTo("a boat");
        assertThat(summarizer.summarize(messages(text)).isEmpty()).isTrue();
    }

    @Test
    void keeps_what_went_wrong() {
        assertThat(summarizer.summarize(messages("sorry, the wrong size came")).text())
                .contains("the wrong size came");
    }

    @Test
    void keeps_what_is_not_wanted() {
        Summary summary = summarizer.summarize(messages("No sofas please", "No, thanks", "No that is all"));

        assertThat(summary.text()).isEqualTo("No sofas");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I don't want chairs. | don't want chairs
        I don’t need a sofa. | don’t need a sofa
        I would not like to rent a car | not like to rent a car
        I dont need a sofa | dont need a sofa
        chairs? no. a table? yes | a table
        Chairs? No! But a table | But a table
        Chairs? No rush | Chairs; No rush
        No quiero sillas | No quiero sillas
        I don't want 4.5 m of a sofa | don't want 4.5 m of a sofa
        No problem. I need a table | No problem; a table
        No, I need a table | a table
        I never said that, but we want to buy a table | never said that, but we want to buy a table
        """)
    void makes_no_wish_of_a_refusal(String text, String need) {
        assertThat(summarizer.summarize(messages(text)).text()).isEqualTo(need);
    }

    @Test
    void what_a_name_cuts_off_from_its_not_is_left_out() {
        String text = "We don't want what Tove called a sofa. We want a table";
        int name = text.indexOf("Tove");

        Summary summary = summarizer.summarize(List.of(
                new Utterance("s", "m0", Speaker.VISITOR, text, List.of(new Span(name, name + "Tove".length())))));

        assertThat(summary.text()).isEqualTo("a table");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Good morning, do you have a boat for six? | a boat for six
        Guten Tag, wir brauchen 40 Stühle | wir brauchen 40 Stühle
        Bonjour, je cherche une maison | je cherche une maison
        Good boats are what we need | Good boats are what we need
        """)
    void greetings_are_left_out(String text, String need) {
        assertThat(summarizer.summarize(messages(text)).text()).isEqualTo(need);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Hey, Tove here. We want two oars | two oars
        this is Tove from Fjord. Could you quote 20 chairs? | quote 20 chairs
        ich bin Tove und möchte ein Angebot für drei Fenster | ein Angebot für drei Fenster
        """)
    void what_is_left_beside_a_name_is_no_need(String text, String need) {
        int name = text.indexOf("Tove");

        Summary summary = summarizer.summarize(List.of(
                new Utterance("s", "m0", Speaker.VISITOR, text, List.of(new Span(name, name + "Tove".length())))));

        assertThat(summary.text()).isEqualTo(need);
    }

    @Test
    void gives_no_secret_away() {
        Summary summary = summarizer.summarize(messages("I need a boat", "My PIN is 4711", "password: tove12"));

        assertThat(summary.text()).isEqualTo("a boat");
    }

    @Test
    void leaves_contact_data_out() {
        String text = "I need a boat, my name is Tove and my mail is tove@fjord.example";
        int name = text.indexOf("Tove");
        int mail = text.indexOf("tove@");

        Summary summary = summarizer.summarize(List.of(new Utterance(
                "s", "m0", Speaker.VISITOR, text, List.of(new Span(name, name + 4), new Span(mail, text.length())))));

        assertThat(summary.text()).contains("boat").doesNotContain("Tove").doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I need a quote for 20 oak chairs by May <tove@fjord.example> | a quote for 20 oak chairs by May
        Please send a quote for 20 chairs to <tove@fjord.example> | send a quote for 20 chairs
        need 50 laptops asap call <212-555-0142> | 50 laptops asap
        Quote for 50 laptops - <tove@fjord.example> | Quote for 50 laptops
        I need a table please contact me at <tove@fjord.example> thanks | a table
        Ich brauche 20 Stühle bis Mai bitte an <tove@fjord.example> | Ich brauche 20 Stühle bis Mai
        hi I'm <Tove> and I need 20 chairs <tove@fjord.example> | 20 chairs
        You can reach me at <tove@fjord.example> | ''
        Please call <212-555-0142> | ''
        I need 20 chairs by May Tove Lund <tove@fjord.example> | 20 chairs by May
        need 20 chairs tove lund <tove.lund@fjord.example> | 20 chairs
        need 20 chairs for Oslo please call Tove <212-555-0142> | 20 chairs for Oslo
        Ich brauche 20 Stühle Jürgen Groß <jg@fjord.example> | Ich brauche 20 Stühle
        We need 20 Oak Chairs <tove@fjord.example> | 20 Oak Chairs
        Contact Tove Lund <tove@fjord.example> | ''
        I need 20 chairs, Tove, <tove@fjord.example> | 20 chairs
        Your First Name: <Tove> | ''
        need 20 chairs by May, mail: <tove@fjord.example> | 20 chairs by May
        ask her boss <tove@fjord.example> | ''
        I don't want 20 chairs <tove@fjord.example> | don't want 20 chairs
        """)
    void keeps_the_need_that_stands_before_contact_data(String text, String need) {
        Summary summary = summarizer.summarize(List.of(marked(text)));

        assertThat(summary.text()).isEqualTo(need);
    }

    @ParameterizedTest
    @ValueSource(strings = {"𝟓𝟓𝟓𝟏𝟐𝟑𝟒", "٥٥٥ ١٢٣٤", "tove﹫fjord.example", "tove%40fjord.example"})
    void disguised_contact_data_is_left_out(String contact) {
        Summary summary = summarizer.summarize(messages("I need 20 chairs, my contact " + contact));

        assertThat(summary.text()).isEqualTo("20 chairs");
    }

    @Test
    void is_empty_when_nothing_useful_was_said() {
        assertThat(summarizer.summarize(messages("hi", "ok", "thanks, bye")).isEmpty())
                .isTrue();
        assertThat(summarizer.summarize(List.of())).isEqualTo(new Summary(SummaryKind.NEED, List.of()));
    }

    @Property(tries = 1000)
    void never_exceeds_its_length_nor_gives_contact_data_away(@ForAll List<String> texts) {
        List<Utterance> messages = messages(texts.toArray(String[]::new));

        Summary summary = summarizer.summarize(messages);

        assertThat(summary.text()).hasSizeLessThanOrEqualTo(SummaryKind.NEED.maxLength());
        assertThat(summary.text()).doesNotContain("@").doesNotContainPattern("\\d{7}");
    }

    /** @param text with contact data in angle brackets */
    private static Utterance marked(String text) {
        List<Span> contact = new ArrayList<>();
        var plain = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', from)) {
            int close = text.indexOf('>', open);
            plain.append(text, from, open);
            int start = plain.length();
            plain.append(text, open + 1, close);
            contact.add(new Span(start, plain.length()));
            from = close + 1;
        }
        plain.append(text, from, text.length());
        return new Utterance("s", "m0", Speaker.VISITOR, plain.toString(), contact);
    }

    private static List<Utterance> messages(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(i -> new Utterance("s", "m" + i, Speaker.VISITOR, texts[i], List.of()))
                .toList();
    }
}
