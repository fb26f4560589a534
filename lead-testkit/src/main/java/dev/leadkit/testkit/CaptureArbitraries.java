package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.NOW;

import dev.leadkit.capture.rule.Assignment;
import dev.leadkit.capture.rule.CapturePolicy;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.capture.rule.IntentKind;
import dev.leadkit.capture.rule.TimeWindow;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.identity.LeadPolicy;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Money;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Arbitrary conversations and capture rules for jqwik properties. Conversations shrink towards one short message, rule sets
 * towards one simple rule.
 */
public final class CaptureArbitraries {
    private static final List<String> VISITOR_SAYS = List.of(
            "hello",
            "I want to buy three espresso machines",
            "what does it cost? do you ship to Norway?",
            "my name is Jane Miller",
            "jane@acme.example",
            "sorry, it is j.miller@acme.example",
            "call me on +1 212 555 0142",
            "my budget is 4,500 EUR",
            "we need a demo for our fleet",
            "not interested, thanks",
            "cheap backlinks for you");

    private static final List<String> OTHERS_SAY = List.of(
            "Hi, how can I help?",
            "What is your name?",
            "Do you want to buy one? Write to sales@northwind.example or call +1 212 555 0100");

    private static final List<String> PIECES = List.of("a", "1 ", "a@", "@", "(", "my name is ", "\uD83D\uDE42");

    /** Most are of one conversation, some longer than a cool-down of minutes or of a day. */
    private static final List<Duration> GAPS = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(20),
            Duration.ofSeconds(45),
            Duration.ofSeconds(45),
            Duration.ofMinutes(11),
            Duration.ofDays(2));

    private CaptureArbitraries() {}

    /** What visitors say: buying, asking, leaving a contact, {@linkplain LeadArbitraries#hostileText hostile} and long text. */
    public static Arbitrary<String> visitorTexts() {
        Arbitrary<String> repeated = Combinators.combine(
                        Arbitraries.of(PIECES), Arbitraries.integers().between(1, 400))
                .as(String::repeat);
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of(VISITOR_SAYS)),
                Tuple.of(5, LeadArbitraries.hostileText()),
                Tuple.of(1, repeated));
    }

    /** Where visitors write. */
    public static Arbitrary<String> channels() {
        return Arbitraries.of("widget", "whatsapp");
    }

    /** What comes with a visitor's message: mostly nothing, else a campaign, or a consent to marketing or its withdrawal. */
    public static Arbitrary<Map<String, String>> attributes() {
        return Arbitraries.of(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("campaign", "spring"),
                Map.of(ChatMessage.CONSENT + "marketing", "given"),
                Map.of(ChatMessage.CONSENT + "marketing", "withdrawn"));
    }

    /**
     * One to eight messages of one session in their order, each with an id of its own, which tells nothing of the order; most are
     * the visitor's. Some share their instant, and have a sequence or not; others are days apart. They begin in any hour of the
     * week.
     */
    public static Arbitrary<List<ChatMessage>> conversations(String session) {
        return conversations(session, visitorTexts());
    }

    /** The same with other visitors. */
    public static Arbitrary<List<ChatMessage>> conversations(String session, Arbitrary<String> visitorTexts) {
        return conversations(session, visitorTexts, channels(), attributes());
    }

    /**
     * The same with other visitors elsewhere.
     *
     * @param channels one for each conversation
     * @param attributes of each message of the visitor; those of bots and agents have none
     */
    public static Arbitrary<List<ChatMessage>> conversations(
            String session,
            Arbitrary<String> visitorTexts,
            Arbitrary<String> channels,
            Arbitrary<Map<String, String>> attributes) {
        Arbitrary<Said> visitor =
                Combinators.combine(visitorTexts, attributes).as((text, its) -> new Said(Speaker.VISITOR, text, its));
        Arbitrary<Said> other = Combinators.combine(
                        Arbitraries.of(Speaker.BOT, Speaker.AGENT), Arbitraries.of(OTHERS_SAY))
                .as((speaker, text) -> new Said(speaker, text, Map.of()));
        Arbitrary<List<Turn>> turns = Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(3, visitor), Tuple.of(1, other)),
                        Arbitraries.of(GAPS),
                        Arbitraries.of(0, 0, 1, 2),
                        Arbitraries.of("", "c", "b", "a"))
                .as(Turn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
        return Combinators.combine(turns, channels, Arbitraries.integers().between(0, 7 * 24 - 1))
                .as((its, channel, hours) -> messages(session, its, channel, NOW.minus(Duration.ofHours(hours))));
    }

    private record Said(Speaker speaker, String text, Map<String, String> attributes) {}

    /**
     * @param gap after the one before
     * @param place what its id begins with, which is to say nothing of its place
     */
    private record Turn(Said said, Duration gap, int sequence, String place) {}

    private static List<ChatMessage> messages(String session, List<Turn> turns, String channel, Instant begin) {
        List<ChatMessage> messages = new ArrayList<>();
        Instant at = begin;
        for (Turn turn : turns) {
            at = at.plus(turn.gap());
            ChatMessage.Builder message = ChatMessage.from(session)
                    .id(turn.place() + "m-" + (messages.size() + 1))
                    .channel(channel)
                    .said(turn.said().speaker(), turn.said().text())
                    .at(at)
                    .sequence(turn.sequence());
            turn.said().attributes().forEach(message::attribute);
            messages.add(message.build());
        }
        return messages.stream().sorted().toList();
    }

    /** Up to five rules over the whole grammar, with either policy. */
    public static Arbitrary<CaptureRules> rules() {
        Arbitrary<CaptureRule> rule = Combinators.combine(
                        LeadArbitraries.ids(),
                        Arbitraries.integers().between(-2, 2),
                        conditions(),
                        effects(),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(Duration.ofMinutes(10), Duration.ofDays(1))
                                .injectNull(0.6))
                .as(CaptureRule::new);
        return Combinators.combine(
                        LeadArbitraries.ids(),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(CapturePolicy.class),
                        leadPolicies(),
                        rule.list().uniqueElements(CaptureRule::id).ofMaxSize(5))
                .as(CaptureArbitraries::rules);
    }

    private static CaptureRules rules(
            String name, int version, CapturePolicy policy, LeadPolicy leads, List<CaptureRule> rules) {
        CaptureRules.Builder builder =
                CaptureRules.named(name).version(version).policy(policy).leads(leads);
        rules.forEach(builder::rule);
        return builder.build();
    }

    /** Every policy. */
    public static Arbitrary<LeadPolicy> leadPolicies() {
        Arbitrary<LeadPolicy> after = Arbitraries.integers()
                .between(1, LeadPolicy.NewAfterClosed.MAX_DAYS)
                .map(LeadPolicy::newAfterClosed);
        return Arbitraries.oneOf(Arbitraries.of(LeadPolicy.ONE_OPEN, LeadPolicy.PER_CONVERSATION), after);
    }

    /** Conditions of every kind, up to four deep. */
    public static Arbitrary<Condition> conditions() {
        return Arbitraries.recursive(CaptureArbitraries::leaves, CaptureArbitraries::joined, 0, 3);
    }

    private static Arbitrary<Condition> joined(Arbitrary<Condition> parts) {
        Arbitrary<List<Condition>> some = parts.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                some.map(Condition.All::new), some.map(Condition.Any::new), parts.map(Condition.Not::new));
    }

    private static Arbitrary<Condition> leaves() {
        Arbitrary<Set<String>> names = LeadArbitraries.ids().set().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Integer> counts = Arbitraries.integers().between(1, 5);
        return Arbitraries.oneOf(
                Arbitraries.of(ContactKind.class).map(Condition::contact),
                Arbitraries.just(Condition.markedQualified()),
                Combinators.combine(
                                Arbitraries.of(IntentKind.class),
                                Arbitraries.doubles().between(0, 1))
                        .as(Condition::intent),
                Arbitraries.of("(?i)demo", "\\bfleet\\b", "[^@]+@", "a{1,20}", "x|y|", "\uD83D\uDE42")
                        .map(Condition::text),
                Arbitraries.oneOf(names, Arbitraries.just(Set.of("widget"))).map(Condition.OnChannel::new),
                Arbitraries.integers().between(0, 100).map(Condition::scoreAtLeast),
                Combinators.combine(tags(), tags(), tags())
                        .filter((any, all, none) -> !any.isEmpty() || !all.isEmpty() || !none.isEmpty())
                        .as(Condition.Tagged::new),
                timeWindows().map(Condition::at),
                counts.map(Condition::messages),
                counts.map(Condition::questions),
                LeadArbitraries.amounts().map(Condition::budgetAtLeast),
                LeadArbitraries.consents().map(Consent::purpose).map(Condition::consent),
                Combinators.combine(LeadArbitraries.ids(), tags()).as(Condition.WithAttribute::new));
    }

    private static Arbitrary<Set<String>> tags() {
        return Arbitraries.oneOf(Arbitraries.of("demo", "vip", "spam"), LeadArbitraries.ids())
                .set()
                .ofMaxSize(3);
    }

    private static Arbitrary<TimeWindow> timeWindows() {
        Arbitrary<ZoneId> zones = Arbitraries.of("Europe/Oslo", "Asia/Kathmandu", "America/New_York", "Z", "+05:30")
                .map(ZoneId::of);
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
        return Combinators.combine(zones, Arbitraries.of(DayOfWeek.class).set().ofMinSize(1), times, times)
                .filter((zone, days, from, until) -> !from.equals(until) || from.equals(LocalTime.MIDNIGHT))
                .as(TimeWindow::new);
    }

    /** Effects of every kind, none at all among them. */
    public static Arbitrary<Effect> effects() {
        Arbitrary<@Nullable String> stages =
                Arbitraries.of("contacted", "qualified", "converted", "nowhere").injectNull(0.6);
        Arbitrary<@Nullable Assignment> assignments = assignments().injectNull(0.6);
        Arbitrary<@Nullable Money> amounts = LeadArbitraries.amounts().injectNull(0.6);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        stages,
                        tags(),
                        assignments,
                        amounts,
                        Arbitraries.of(true, false),
                        LeadArbitraries.consents().injectNull(0.7))
                .as((lead, stage, tags, assign, amount, budget, consent) ->
                        new Effect(lead, stage, tags, assign, amount, budget && amount == null, consent));
    }

    private static Arbitrary<Assignment> assignments() {
        Arbitrary<List<String>> users =
                LeadArbitraries.ids().list().uniqueElements().ofMinSize(1).ofMaxSize(4);
        return Arbitraries.oneOf(
                LeadArbitraries.ids().map(Assignment::to),
                users.map(Assignment.RoundRobin::new),
                users.map(all -> new Assignment.Capacity(all.stream()
                        .map(user -> new Assignment.Share(user, user.length()))
                        .toList())));
    }
}
