package dev.leadkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Reason;
import dev.leadkit.testkit.CaptureRun.Answer;
import dev.leadkit.testkit.CaptureRun.CapturedLead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a host may rely on in capture, as jqwik properties over any conversation. Extend it and point it at your rules:
 *
 * <pre>{@code
 * class OurRulesTest extends CaptureRuleLaws {
 *     @Override
 *     protected CaptureUnderTest capture() {
 *         return CaptureUnderTest.of(CaptureRules.read(path));
 *     }
 * }
 * }</pre>
 *
 * <p>A failure begins with the number of the law and the messages that break it, as few and short as jqwik could make
 * them. The numbers stay the same from release to release. Each law is tried as often as {@code jqwik.tries.default} says,
 * which is 1,000 unless set. Rules that look for words, channels or attributes of their own, such as the purpose of a consent,
 * should add them to {@link #visitorTexts()}, {@link #channels()} and {@link #attributes()}, or they never fire; the log names
 * those that did not. Nobody marks a conversation, so a rule that asks for a mark is among them.
 *
 * <p>CAPTURE-02 changes the default locale and time zone of the machine for a moment, so nothing that depends on them should run at
 * the same time.
 */
public abstract class CaptureRuleLaws {
    private static final String SESSION = "s-1";
    private static final String OTHER_SESSION = "s-2";

    /** For each message, on top of its characters. */
    private static final int CHARACTERS_OF_A_MESSAGE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(CaptureRuleLaws.class);

    /** The rules that no try of a law has fired yet. */
    private final Set<String> silent = new TreeSet<>();

    private final Set<String> fired = new TreeSet<>();

    /** For subclasses. */
    protected CaptureRuleLaws() {}

    /** What is to keep the laws. Asked for once in each try. */
    protected abstract CaptureUnderTest capture();

    /** What visitors say; override it to mix in what your rules look for. */
    protected Arbitrary<String> visitorTexts() {
        return CaptureArbitraries.visitorTexts();
    }

    /** Where visitors write, a channel for each conversation; override it to mix in those that your rules ask for. */
    protected Arbitrary<String> channels() {
        return CaptureArbitraries.channels();
    }

    /**
     * What comes with a visitor's message; override it to mix in what your rules ask for, such as
     * {@code Map.of(ChatMessage.CONSENT + "newsletter", "given")}.
     */
    protected Arbitrary<Map<String, String>> attributes() {
        return CaptureArbitraries.attributes();
    }

    /** Whether any order of delivery makes the same leads, as an engine's does; without it CAPTURE-04 is not asked. */
    protected boolean isOrderFree() {
        return true;
    }

    /** The most effects of one lead, 100 unless said otherwise, however much its visitor writes. */
    protected int mostEffects() {
        return 100;
    }

    /** The most reasons and notices of one answer, 1,000 unless said otherwise; as many as your rules have conditions, and some. */
    protected int mostReasons() {
        return 1_000;
    }

    /** The most steps for each character, where {@linkplain CaptureRun#steps steps} are counted; 1,000 unless said otherwise. */
    protected long mostStepsPerCharacter() {
        return 1_000;
    }

    /** For the laws. */
    @Provide
    public final Arbitrary<List<ChatMessage>> conversations() {
        return CaptureArbitraries.conversations(SESSION, visitorTexts(), channels(), attributes());
    }

    /** For the laws: warns of rules of which they have shown nothing. */
    @AfterProperty
    public final void namesRulesThatNeverFired() {
        if (!silent.isEmpty()) {
            LOG.warn(
                    "{}: no conversation fired the rules {}; override visitorTexts(), channels() or attributes()",
                    getClass().getSimpleName(),
                    silent);
        }
    }

    /** No text, speaker or order is too strange to be answered. */
    @Property
    @Label("CAPTURE-01 takes any messages and answers each")
    public final void takesAnyMessagesAndAnswersEach(@ForAll("conversations") List<ChatMessage> messages) {
        law("CAPTURE-01 takes any messages and answers each", messages, capture -> {
            assertThat(capture.run(messages).answers()).hasSameSizeAs(messages);
            assertThat(capture.run(List.of()).answers()).isEmpty();
        });
    }

    /** Nothing is remembered from run to run, and no clock, chance, shared counter or setting of the machine has a say. */
    @Property
    @Label("CAPTURE-02 gives the same answers to the same deliveries")
    public final void givesTheSameAnswersToTheSameDeliveries(@ForAll("conversations") List<ChatMessage> messages) {
        law("CAPTURE-02 gives the same answers to the same deliveries", messages, capture -> {
            CaptureRun first = capture.run(messages);
            CaptureRun second = capture.run(messages);

            assertThat(second.leads()).isEqualTo(first.leads());
            assertThat(second.answers()).isEqualTo(first.answers());

            CaptureRun abroad = Abroad.call(() -> capture.run(messages));

            assertThat(abroad.leads())
                    .as("the leads in another locale and time zone")
                    .isEqualTo(first.leads());
            assertThat(abroad.answers())
                    .as("the answers in another locale and time zone")
                    .isEqualTo(first.answers());
        });
    }

    /** A channel delivers at least once. */
    @Property
    @Label("CAPTURE-03 makes nothing of a message that comes again")
    public final void makesNothingOfAMessageThatComesAgain(@ForAll("conversations") List<ChatMessage> messages) {
        law("CAPTURE-03 makes nothing of a message that comes again", messages, capture -> {
            List<CapturedLead> once = capture.run(messages).leads();
            List<ChatMessage> eachTwice = new ArrayList<>();
            messages.forEach(message -> eachTwice.addAll(List.of(message, message)));
            List<ChatMessage> allTwice = new ArrayList<>(messages);
            allTwice.addAll(messages);

            assertThat(capture.run(eachTwice).leads()).isEqualTo(once);
            assertThat(capture.run(allTwice).leads()).isEqualTo(once);
        });
    }

    /** The place of a message is given by its instant, sequence and id, never by when it arrived. */
    @Property
    @Label("CAPTURE-04 makes the same leads in any order of delivery")
    public final void makesTheSameLeadsInAnyOrderOfDelivery(@ForAll("conversations") List<ChatMessage> messages) {
        if (!isOrderFree()) {
            return;
        }
        law("CAPTURE-04 makes the same leads in any order of delivery", messages, capture -> {
            List<CapturedLead> inOrder = capture.run(messages).leads();
            List<ChatMessage> reversed = new ArrayList<>(messages);
            Collections.reverse(reversed);
            List<ChatMessage> turned = new ArrayList<>(messages);
            Collections.rotate(turned, 1);

            assertThat(capture.run(reversed).leads()).isEqualTo(inOrder);
            assertThat(capture.run(turned).leads()).isEqualTo(inOrder);

            List<ChatMessage> rising = atOneInstant(messages, false);
            List<ChatMessage> falling = atOneInstant(messages, true);
            Map<String, String> ids = new HashMap<>();
            for (int i = 0; i < rising.size(); i++) {
                ids.put(falling.get(i).id(), rising.get(i).id());
            }

            assertThat(capture.run(falling).leads().stream()
                            .map(lead -> renamed(lead, ids))
                            .toList())
                    .as(
                            "the leads of messages of one instant, of which the sequences tell the order and the ids another")
                    .isEqualTo(capture.run(rising).leads());
        });
    }

    /** The messages in their order, which their sequences alone tell; the ids of it, or those of the order turned round. */
    private static List<ChatMessage> atOneInstant(List<ChatMessage> messages, boolean isTurned) {
        List<ChatMessage> numbered = new ArrayList<>();
        for (ChatMessage message : messages) {
            int sequence = numbered.size() + 1;
            numbered.add(new ChatMessage(
                    "m-%03d".formatted(isTurned ? messages.size() - sequence : sequence - 1),
                    SESSION,
                    message.channel(),
                    message.speaker(),
                    message.text(),
                    messages.get(0).at(),
                    sequence,
                    message.attributes(),
                    false));
        }
        return numbered;
    }

    private static CapturedLead renamed(CapturedLead lead, Map<String, String> ids) {
        List<Reason> because = lead.because().stream()
                .map(reason -> new Reason(
                        reason.code(),
                        reason.text(),
                        reason.evidence().stream()
                                .map(seen -> new Evidence(
                                        seen.session(),
                                        ids.getOrDefault(seen.message(), seen.message()),
                                        seen.start(),
                                        seen.end()))
                                .toList()))
                .toList();
        return new CapturedLead(lead.session(), lead.contact(), because, lead.effects());
    }

    /** One lead to a session, and what is said of it and of each message has an end, however much a visitor writes. */
    @Property
    @Label("CAPTURE-05 makes one lead of a session, with so much of everything and no more")
    public final void makesOneLeadOfASessionAndOnlySoMuchOfIt(@ForAll("conversations") List<ChatMessage> messages) {
        law("CAPTURE-05 makes one lead of a session, with so much of everything and no more", messages, capture -> {
            requireBounded(messages, capture.run(messages));
            List<ChatMessage> flood = flood(messages.get(messages.size() - 1));
            requireBounded(flood, capture.run(flood));
        });
    }

    private void requireBounded(List<ChatMessage> messages, CaptureRun run) {
        assertThat(run.leads()).as("leads of one session").hasSizeLessThanOrEqualTo(1);
        assertThat(run.leads())
                .allSatisfy(lead -> assertThat(lead.effects()).as("effects").hasSizeLessThanOrEqualTo(mostEffects()));
        assertThat(run.answers())
                .allSatisfy(answer -> assertThat(
                                answer.because().size() + answer.notices().size())
                        .as("reasons and notices")
                        .isLessThanOrEqualTo(mostReasons()));
        long characters = messages.stream()
                .mapToLong(message -> message.text().length() + (long) CHARACTERS_OF_A_MESSAGE)
                .sum();
        assertThat(run.steps())
                .as("steps for %d characters", characters)
                .isLessThanOrEqualTo(characters * mostStepsPerCharacter());
    }

    /** More of the same than a lead may have effects, each a little different. */
    private List<ChatMessage> flood(ChatMessage message) {
        List<ChatMessage> flood = new ArrayList<>();
        for (int i = 0; i <= mostEffects(); i++) {
            flood.add(copy(message, SESSION, "flood-" + i, message.speaker(), message.text() + " no" + i));
        }
        return flood;
    }

    /** No silence: each answer and each lead says why, what was done to a lead names its rule, evidence can be looked up. */
    @Property
    @Label("CAPTURE-06 gives a reason for each answer, lead and effect")
    public final void givesAReasonForEachAnswerLeadAndEffect(@ForAll("conversations") List<ChatMessage> messages) {
        law("CAPTURE-06 gives a reason for each answer, lead and effect", messages, capture -> {
            CaptureRun run = capture.run(messages);
            Map<String, ChatMessage> byId =
                    messages.stream().collect(Collectors.toMap(ChatMessage::id, Function.identity()));

            run.answers().forEach(answer -> requireReasons("an answer", answer.because(), byId));
            for (CapturedLead lead : run.leads()) {
                requireReasons("a lead", lead.because(), byId);
                assertThat(lead.effects())
                        .allSatisfy(effect -> assertThat(effect.rule())
                                .as("the rule that gave the %s", effect.kind())
                                .isNotBlank());
            }
        });
    }

    private static void requireReasons(String of, List<Reason> because, Map<String, ChatMessage> byId) {
        assertThat(because).as("reasons of " + of).isNotEmpty().allSatisfy(reason -> {
            assertThat(reason.code()).as("code").isNotBlank();
            assertThat(reason.text()).as("text").isNotBlank();
            for (Evidence evidence : reason.evidence()) {
                assertThat(byId).as("the messages").containsKey(evidence.message());
                ChatMessage message = Objects.requireNonNull(byId.get(evidence.message()));
                assertThat(evidence.session()).as("the session of the evidence").isEqualTo(message.session());
                assertThat(message.isFromVisitor())
                        .as("evidence in a visitor's words")
                        .isTrue();
                assertThat(evidence.end())
                        .as("the end of the evidence")
                        .isLessThanOrEqualTo(message.text().length());
            }
        });
    }

    /** What a bot or an agent says makes nobody a lead, not even the visitor's own words in his mouth. */
    @Property
    @Label("CAPTURE-07 makes no lead of what others than the visitor said")
    public final void makesNoLeadOfWhatOthersSaid(@ForAll("conversations") List<ChatMessage> messages) {
        law("CAPTURE-07 makes no lead of what others than the visitor said", messages, capture -> {
            for (Speaker speaker : List.of(Speaker.BOT, Speaker.AGENT)) {
                List<ChatMessage> theirs = messages.stream()
                        .map(message -> copy(message, SESSION, message.id(), speaker, message.text()))
                        .toList();

                assertThat(capture.run(theirs).leads()).isEmpty();
            }
        });
    }

    /** Two visitors who write at the same time get what each would get alone. */
    @Property
    @Label("CAPTURE-08 keeps sessions apart")
    public final void keepsSessionsApart(@ForAll("conversations") List<ChatMessage> messages) {
        law("CAPTURE-08 keeps sessions apart", messages, capture -> {
            List<CapturedLead> alone = capture.run(messages).leads();
            List<ChatMessage> both = new ArrayList<>();
            for (int i = 0; i < messages.size(); i++) {
                ChatMessage other = messages.get(messages.size() - 1 - i);
                both.add(copy(other, OTHER_SESSION, other.id(), other.speaker(), other.text()));
                both.add(messages.get(i));
            }

            assertThat(capture.run(both).leads().stream()
                            .filter(lead -> lead.session().equals(SESSION))
                            .toList())
                    .isEqualTo(alone);
        });
    }

    /** What the caller was told is what stands in the store. */
    @Property
    @Label("CAPTURE-09 says that it captured when there is a lead, and only then")
    public final void saysThatItCapturedWhenThereIsALead(@ForAll("conversations") List<ChatMessage> messages) {
        law("CAPTURE-09 says that it captured when there is a lead, and only then", messages, capture -> {
            CaptureRun run = capture.run(messages);
            noteFired(capture.rules(), run.fired());
            Answer last = run.answers().get(run.answers().size() - 1);

            assertThat(last.captured()).isEqualTo(!run.leads().isEmpty());
        });
    }

    private void noteFired(Set<String> rules, Set<String> now) {
        fired.addAll(now);
        silent.addAll(rules);
        silent.removeAll(fired);
    }

    /** A law in terms of the capture that is looked at. */
    @FunctionalInterface
    private interface Law {
        void check(CaptureUnderTest capture);
    }

    private void law(String promise, List<ChatMessage> messages, Law law) {
        try {
            law.check(new Untouchable(capture()));
        } catch (AssertionError | RuntimeException | StackOverflowError broken) {
            throw new AssertionError(
                    "broken: %s%nby %d messages: %s%n%s"
                            .formatted(promise, messages.size(), described(messages), broken),
                    broken);
        }
    }

    /** One that gets its deliveries in a list that can't be changed. */
    private record Untouchable(CaptureUnderTest capture) implements CaptureUnderTest {
        @Override
        public CaptureRun run(List<ChatMessage> deliveries) {
            return capture.run(Collections.unmodifiableList(deliveries));
        }

        @Override
        public Set<String> rules() {
            return capture.rules();
        }
    }

    private static String described(List<ChatMessage> messages) {
        return messages.stream().map(CaptureRuleLaws::described).collect(Collectors.joining(", "));
    }

    private static String described(ChatMessage message) {
        String place = message.sequence() == 0
                ? message.at().toString()
                : "%s #%d".formatted(message.at(), message.sequence());
        String attributes =
                message.attributes().isEmpty() ? "" : message.attributes().toString();
        return "%s %s (%s at %s on %s%s)"
                .formatted(
                        message.speaker(),
                        Texts.name(message.text()),
                        message.id(),
                        place,
                        message.channel(),
                        attributes);
    }

    private static ChatMessage copy(ChatMessage message, String session, String id, Speaker speaker, String text) {
        return new ChatMessage(
                id,
                session,
                message.channel(),
                speaker,
                text,
                message.at(),
                message.sequence(),
                message.attributes(),
                false);
    }
}
