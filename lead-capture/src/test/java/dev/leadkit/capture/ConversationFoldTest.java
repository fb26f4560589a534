package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.intent.IntentEvidence;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.IntentKind;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Mark;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Touch;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a conversation comes to, message by message. */
class ConversationFoldTest {
    /** Reads "intent 0.4 0.8" as the two probabilities, by a word for it and one against. */
    private final CaptureSettings settings = new CaptureSettings(
            CaptureRules.standard(), ConversationFoldTest::read, ContactNormalizer.plainDigits(), "US");

    private final ConversationFold fold =
            new ConversationFold(settings, new MessageReader(settings), OwnContacts.NONE, any -> OptionalInt.of(0));
    private int said;

    private static IntentReading read(String text) {
        if (!text.startsWith("intent ")) {
            return new IntentReading(0, 0, List.of());
        }
        String[] parts = text.split(" ");
        return new IntentReading(
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                List.of(
                        new IntentEvidence("for", new Span(0, 6), 1.5),
                        new IntentEvidence("against", new Span(7, 8), -0.5),
                        new IntentEvidence("asks", new Span(9, 10), -1, 0.5)));
    }

    @Test
    void each_intent_is_the_strongest_of_any_message_and_of_equals_the_first() {
        fold.add(message().visitor("intent 0.2 0.5").build());
        fold.add(message().visitor("intent 0.4 0.5").build());
        fold.add(message().visitor("intent 0.3 0.1").build());

        assertThat(fold.intent(IntentKind.PURCHASE)).isEqualTo(0.4);
        assertThat(fold.intent(IntentKind.QUALIFIED)).isEqualTo(0.5);
        assertThat(fold.intentEvidence(IntentKind.PURCHASE)).containsExactly(new Evidence("s", "m2", 0, 6));
        assertThat(fold.intentEvidence(IntentKind.QUALIFIED))
                .containsExactly(new Evidence("s", "m1", 0, 6), new Evidence("s", "m1", 9, 10));
        assertThat(fold.engagement().purchaseIntent()).isEqualTo(0.4);
        assertThat(fold.engagement().qualifiedIntent()).isEqualTo(0.5);
    }

    @Test
    void the_session_and_channel_are_those_of_the_first_message() {
        assertThat(fold.session()).isEmpty();
        fold.add(message().channel("whatsapp").bot("Hi").build());
        fold.add(ChatMessage.from("other")
                .id("o1")
                .channel("widget")
                .visitor("hello")
                .at(Chats.MORNING.plusSeconds(60))
                .build());

        assertThat(fold.session()).isEqualTo("s");
        assertThat(fold.channel()).isEqualTo("whatsapp");
        assertThat(fold.channels()).containsExactly("whatsapp", "widget");
        assertThat(fold.channelOf("other")).isEqualTo("widget");
        assertThat(fold.channelOf("nobody's")).isEmpty();
    }

    @Test
    void an_answer_is_read_with_all_that_was_asked_since_the_last() {
        fold.add(message().bot("What is your name?").build());
        fold.add(message().agent("Take your time.").build());
        fold.add(message().visitor("jürgen groß").build());

        assertThat(names()).containsExactly("Jürgen Groß");
    }

    @Test
    void what_was_answered_is_asked_no_longer() {
        fold.add(message().bot("What is your name?").build());
        fold.add(message().visitor("hello").build());
        fold.add(message().bot("One moment please.").build());
        fold.add(message().visitor("jürgen groß").build());

        assertThat(names()).isEmpty();
    }

    @Test
    void all_messages_of_an_answer_are_read_with_its_question() {
        fold.add(message().bot("What is your name?").build());
        fold.add(message().visitor("ok").build());
        fold.add(message().visitor("jürgen groß").build());

        assertThat(names()).containsExactly("Jürgen Groß");
    }

    @Test
    void of_a_very_long_question_the_end_is_not_read() {
        fold.add(message().bot("We have chairs. ".repeat(256)).build());
        fold.add(message().bot("What is your name?").build());
        fold.add(message().visitor("jürgen groß").build());

        assertThat(names()).isEmpty();
    }

    @Test
    void a_mark_and_whoever_writes_but_a_bot_touch_it() {
        fold.add(message().bot("Hi").build());
        assertThat(fold.lastAt()).isNull();

        fold.add(message().visitor("hello").build());
        assertThat(fold.lastTouch()).isEqualTo(Touch.VISITOR_MESSAGE);
        fold.add(message().agent("Good morning").build());
        assertThat(fold.lastTouch()).isEqualTo(Touch.AGENT_MESSAGE);
        fold.add(new Mark(Mark.Kind.QUALIFIED, Actor.user("ann"), Chats.EVENING, null));
        assertThat(fold.lastTouch()).isEqualTo(Touch.MARKED);
        assertThat(fold.lastAt()).isEqualTo(Chats.EVENING);
        assertThat(fold.isMarkedQualified()).isTrue();
        assertThat(fold.engagement().markedQualified()).isTrue();
    }

    @Test
    void a_name_asked_for_in_two_parts_is_one() {
        fold.add(message().bot("What is your first name?").build());
        fold.add(message().visitor("tove").build());
        fold.add(message().bot("And your last name?").build());
        fold.add(message().visitor("lund").build());

        assertThat(fold.findings().names.preferred().value()).isEqualTo("Tove Lund");
        assertThat(names()).containsExactly("Tove", "Lund", "Tove Lund");
    }

    @Test
    void a_fuller_name_that_is_signed_later_comes_first() {
        fold.add(message().bot("What is your name?").build());
        fold.add(message().visitor("tove").build());
        fold.add(message()
                .visitor("I need ten oars.\n\nBest regards,\nTove Lund")
                .build());

        assertThat(fold.findings().names.preferred().value()).isEqualTo("Tove Lund");
        assertThat(names()).containsExactly("Tove", "Tove Lund");
    }

    @Test
    void nobody_is_named_in_what_he_needs() {
        fold.add(message().bot("What is your name?").build());
        fold.add(message().visitor("priya sharma").build());
        fold.add(message().bot("How can I help?").build());
        fold.add(message()
                .visitor("i need a table for priya and 3 friends at 8pm")
                .build());

        assertThat(need()).contains("3 friends at 8pm").doesNotContain("priya");
    }

    @Test
    void nor_is_he_by_the_name_that_his_channel_knows_or_that_he_gives_later() {
        fold.add(message()
                .attribute(ChannelAdapter.NAME, "Jane Miller")
                .visitor("please reserve 20 chairs for jane miller")
                .build());
        fold.add(message().visitor("and a table in the name of Fjord please").build());
        fold.add(message().visitor("I am Tove Fjord").build());

        assertThat(need())
                .contains("20 chairs", "table")
                .doesNotContainIgnoringCase("jane")
                .doesNotContain("Fjord");
    }

    @Test
    void a_firm_is_known_by_an_address_of_another_message() {
        fold.add(message().visitor("fjord boats need two oars").build());
        fold.add(message().bot("Where may I write to?").build());
        fold.add(message().visitor("my address is tove@fjordboats.example").build());

        assertThat(fold.findings().companies.all())
                .extracting(Attributed::value)
                .containsExactly("fjord boats");
    }

    @Test
    void what_bot_or_agent_gave_as_their_own_is_never_the_visitors() {
        fold.add(message()
                .agent("Our number is 212 736 5000, or write to help@fjord.example")
                .build());
        fold.add(message().visitor("thanks").build());
        fold.add(message().agent("Anything else?").build());
        fold.add(message().visitor("ok, +1 212 736 5000 and help@fjord.example").build());

        assertThat(fold.findings().phones.all()).isEmpty();
        assertThat(fold.findings().emails.all()).isEmpty();
        assertThat(fold.findings().rejected)
                .extracting(one -> one.what().code())
                .contains("echo");
    }

    @Test
    void what_an_agent_repeats_stays_the_visitors() {
        fold.add(message().visitor("my mail is tove@fjord.example").build());
        fold.add(message().agent("Our note says tove@fjord.example").build());
        fold.add(message().visitor("yes, tove@fjord.example").build());
        fold.add(message().agent("And is your number 212 736 5000?").build());
        fold.add(message().visitor("one moment").build());
        fold.add(message().agent("Of course").build());
        fold.add(message().visitor("my number is 212 736 5000").build());

        assertThat(fold.findings().emails.preferred().value()).isEqualTo("tove@fjord.example");
        assertThat(fold.findings().phones.all()).hasSize(1);
    }

    @Test
    void a_value_that_is_denied_later_is_left_out() {
        fold.add(message().visitor("my mail is tove@fjrod.example").build());
        fold.add(message().visitor("not tove@fjrod.example, tove@fjord.example").build());

        assertThat(fold.findings().emails.preferredFirst())
                .extracting(Attributed::value)
                .containsExactly("tove@fjord.example");
        assertThat(fold.findings().rejected)
                .extracting(one -> one.what().code())
                .containsExactly("negated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please don't call me on 212 736 5000",
                "don't use 212 736 5000 any more, thanks",
                "212 736 5000 is no longer mine",
                "not 212 736 5000"
            })
    void a_number_that_is_denied_is_no_number_of_the_visitors_until_he_gives_it_again(String denial) {
        fold.add(message().visitor("my number is 212 736 5000").build());
        fold.add(message().visitor(denial).build());

        assertThat(fold.findings().phones.preferredFirst()).isEmpty();
        assertThat(fold.findings().phones.all()).hasSize(1);

        fold.add(message().visitor("ok, call me on 212 736 5000").build());

        assertThat(fold.findings().phones.preferredFirst()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please don't call me on 212 736 5000 before noon",
                "don't call me at 212 736 5000, text only",
                "you can't reach me on 212 736 5000 today",
                "please don't share 212 736 5000 with anyone",
                "don't send any offers to 212 736 5000"
            })
    void a_number_that_is_denied_for_some_uses_comes_behind_all_others(String denial) {
        fold.add(message().visitor("my number is 212 736 5000").build());
        fold.add(message().visitor(denial).build());
        assertThat(fold.findings().phones.preferredFirst()).hasSize(1);

        fold.add(message().visitor("or 212 736 5001").build());
        assertThat(fold.findings().phones.preferredFirst())
                .extracting(phone -> phone.value().value())
                .containsExactly("2127365001", "2127365000");
    }

    @Test
    void a_copied_mail_tells_nothing_of_who_answers_it() {
        fold.add(message()
                .visitor("ok\n\nOn 2 Nov 2026, Bo Berg <bo@fjord.example> wrote:\nI'm Bo Berg from Fjord Boats Ltd,"
                        + " my number is 212 736 5000, our budget is $900")
                .build());

        assertThat(fold.findings().emails.all()).isEmpty();
        assertThat(fold.findings().phones.all()).isEmpty();
        assertThat(fold.findings().companies.all()).isEmpty();
        assertThat(fold.findings().budgets.all()).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void the_head_of_a_whole_mail_tells_who_writes_it() {
        fold.add(message()
                .visitor(
                        "From: Tove Lund <tove@fjord.example>\nSubject: Oars\n\nhow much are two?\n\nOn 2 Nov 2026, Bo wrote:\nring"
                                + " me on 212 736 5000")
                .build());

        assertThat(names()).containsExactly("Tove Lund");
        assertThat(fold.findings().emails.preferred().value()).isEqualTo("tove@fjord.example");
        assertThat(fold.findings().phones.all()).isEmpty();
    }

    private String need() {
        return Objects.requireNonNull(fold.need()).text();
    }

    private List<String> names() {
        return fold.findings().names.all().stream().map(Attributed::value).toList();
    }

    private ChatMessage.Builder message() {
        said++;
        return ChatMessage.from("s").id("m" + said).at(Chats.MORNING.plusSeconds(said));
    }
}
