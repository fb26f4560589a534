package dev.leadkit.capture;

import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.extract.Budget;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.intent.IntentEvidence;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.rule.CapturePolicy;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.IntentKind;
import dev.leadkit.capture.rule.RuleFacts;
import dev.leadkit.capture.rule.TextPattern;
import dev.leadkit.capture.summary.CheckedSummary;
import dev.leadkit.capture.summary.ExtractiveSummarizer;
import dev.leadkit.capture.summary.KnownNames;
import dev.leadkit.capture.summary.Summary;
import dev.leadkit.capture.summary.SummaryKind;
import dev.leadkit.capture.summary.Utterance;
import dev.leadkit.capture.text.Asked;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.EngagementTally;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.conversation.Withheld;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Touch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the conversations of a visitor come to: the fold of their messages and marks, taken one at a time in their order. The
 * same sequence always gives the same result, whether it was folded at once or over days. Not safe to share.
 */
final class ConversationFold implements RuleFacts {
    private static final int MAX_SUMMARISED = 200;
    private static final ExtractiveSummarizer NEED = ExtractiveSummarizer.of(SummaryKind.NEED);

    private final CaptureSettings settings;
    private final MessageReader reader;
    private final Function<ConversationFold, OptionalInt> scorer;

    private final Findings findings = new Findings();
    private final EngagementTally tally = new EngagementTally();
    private final Map<IntentKind, Strongest> intents = new HashMap<>();
    private final Map<TextPattern, Evidence> matches = new HashMap<>();
    private final SeenAttributes attributes = new SeenAttributes();
    private final List<Utterance> said = new ArrayList<>();
    private final KnownNames names = new KnownNames();
    private final Map<String, Turns> turns = new LinkedHashMap<>(); // in the order of their first messages
    private final Set<Identity> channelUsers = new TreeSet<>();
    private final ChannelContact channelContact;

    private final TheirContacts theirs = new TheirContacts();

    private final ConsentLog consents = new ConsentLog();
    private final Map<String, List<Evidence>> withheldContact = new TreeMap<>(); // by the key of its kind
    private final RuleEffects effects;

    private boolean qualified;
    private final Deque<ChatMessage> notReadWhole = new ArrayDeque<>();
    private String session = "";
    private @Nullable Instant lastAt;
    private Touch lastTouch = Touch.CREATED;
    private @Nullable Instant at; // of the message or mark that rules were last looked at for
    private @Nullable OptionalInt score; // absent when not asked for since the last message
    private @Nullable Engagement engagement; // the same

    /** What one conversation is about to answer, and its channel. */
    private static final class Turns {
        private final String channel;
        private final Asked asked = new Asked();

        Turns(String channel) {
            this.channel = channel;
        }
    }

    private record Strongest(double probability, List<Evidence> evidence) {}

    /** @param scorer the score of what the fold would make a lead of, for rules that ask for it */
    ConversationFold(CaptureSettings settings, MessageReader reader, Function<ConversationFold, OptionalInt> scorer) {
        this.settings = settings;
        this.reader = reader;
        this.scorer = scorer;
        this.channelContact = new ChannelContact(settings.normalizer());
        this.effects = new RuleEffects(settings.rules(), consents);
    }

    /** Takes the next message. */
    void add(ChatMessage message) {
        consents.add(message);
        Withheld withheld = Withheld.of(message).orElse(null);
        if (withheld != null && withheld.mode() == CaptureMode.NONE) {
            return;
        }
        if (session.isEmpty()) {
            session = message.session();
        }
        if (message.speaker() != Speaker.BOT) {
            touch(message.isFromVisitor() ? Touch.VISITOR_MESSAGE : Touch.AGENT_MESSAGE, message.at());
        }
        Turns conversation = turns.computeIfAbsent(message.session(), session -> new Turns(message.channel()));
        if (!message.isFromVisitor()) {
            conversation.asked.ask(message.text());
            theirs.add(message, reader, findings);
            return;
        }
        if (withheld == null) {
            read(message, conversation);
        } else {
            conversation.asked.answer();
            take(message, withheld);
        }
        at = message.at();
        if (settings.rules().policy() == CapturePolicy.EVERYONE) {
            effects.capture(message.at(), Reason.of("everyone", "the policy captures everyone who writes"));
        }
        effects.apply(this, message.at());
    }

    private void read(ChatMessage message, Turns conversation) {
        channelUsers.addAll(ChannelContact.users(message));
        channelContact.add(message);
        String asked = conversation.asked.answer();
        MessageReader.Reading read = reader.read(message, asked).without(theirs);
        MessageReader.Reading reading = reader.corrected(message, read, findings.lastField());
        if (!reading.whole()) {
            notReadWhole.add(message);
        }
        forgetFigures();
        findings.add(message, reading);
        IntentReading intent = reading.intent();
        strongest(IntentKind.PURCHASE, intent.purchase(), () -> evidence(message, intent, IntentEvidence::purchase));
        strongest(IntentKind.QUALIFIED, intent.qualified(), () -> evidence(message, intent, IntentEvidence::qualified));
        tally.add(message, intent.purchase(), intent.qualified());
        match(message, reading.analysed());
        attributes.add(message, settings.rules().attributes());
        remember(message, asked, reading);
    }

    /** Takes a message whose text was not kept, by what was said of it then. */
    private void take(ChatMessage message, Withheld withheld) {
        Evidence whole = evidence(message, new Span(0, 0));
        forgetFigures();
        strongest(IntentKind.PURCHASE, withheld.purchaseIntent(), () -> List.of(whole));
        strongest(IntentKind.QUALIFIED, withheld.qualifiedIntent(), () -> List.of(whole));
        tally.add(message, withheld.purchaseIntent(), withheld.qualifiedIntent());
        withheld.gave()
                .forEach(kind -> withheldContact
                        .computeIfAbsent(kind, first -> new ArrayList<>())
                        .add(whole));
        for (TextPattern pattern : settings.rules().patterns()) {
            if (withheld.matched().contains(pattern.key())) {
                matches.putIfAbsent(pattern, whole);
            }
        }
    }

    /** Takes the next mark. */
    void add(Mark mark) {
        touch(Touch.MARKED, mark.at());
        at = mark.at();
        if (mark.kind() == Mark.Kind.PROMOTED) {
            effects.capture(mark.at(), Reason.of("promoted", mark.actor().id() + " made it a lead"));
        } else {
            forgetFigures();
            qualified = true;
            tally.markQualified();
        }
        effects.apply(this, mark.at());
    }

    private void forgetFigures() {
        score = null;
        engagement = null;
    }

    private void strongest(IntentKind kind, double probability, Supplier<List<Evidence>> evidence) {
        Strongest before = intents.get(kind);
        if (before == null || before.probability() < probability) {
            intents.put(kind, new Strongest(probability, evidence.get()));
        }
    }

    private static List<Evidence> evidence(
            ChatMessage message, IntentReading intent, ToDoubleFunction<IntentEvidence> weight) {
        List<Evidence> evidence = new ArrayList<>();
        for (IntentEvidence term : intent.evidence()) {
            if (weight.applyAsDouble(term) > 0) {
                evidence.add(evidence(message, term.span()));
            }
        }
        return evidence;
    }

    private void match(ChatMessage message, String analysed) {
        String text = Beginning.of(analysed, settings.rules().searchedCharacters());
        for (TextPattern pattern : settings.rules().patterns()) {
            if (!matches.containsKey(pattern)) {
                int[] found = pattern.find(text);
                if (found.length == 2) {
                    matches.put(pattern, evidence(message, new Span(found[0], found[1])));
                }
            }
        }
    }

    private void remember(ChatMessage message, @Nullable String asked, MessageReader.Reading reading) {
        String text = reading.analysed();
        names.add(text, reading.names());
        names.add(message.attributes().getOrDefault(ChannelAdapter.NAME, ""));
        if (said.size() < MAX_SUMMARISED) {
            List<Span> contact =
                    Utterance.contact(text, asked, List.of(reading.emails(), reading.phones(), reading.names()));
            said.add(new Utterance(message.session(), message.id(), Speaker.VISITOR, text, contact));
        }
    }

    boolean isCaptured() {
        return effects.capturedAt() != null;
    }

    /** Whether nothing can be missing: no extractor failed on a message, nor the detector. */
    boolean isReadWhole() {
        return notReadWhole.isEmpty();
    }

    /**
     * Whether folding anew would find more, since a message that was not read whole is now. Tries one of them, each in its turn: what
     * fails may be a service that takes its time to do so.
     */
    boolean wouldFindMore() {
        ChatMessage one = notReadWhole.poll();
        if (one == null) {
            return false;
        }
        notReadWhole.add(one);
        return reader.read(one, null).whole();
    }

    /** What the rules made of it. */
    RuleEffects effects() {
        return effects;
    }

    /** When a person last wrote or marked it, visitor or agent; absent when none did. A bot keeps no lead fresh. */
    @Nullable
    Instant lastAt() {
        return lastAt;
    }

    /** What that was. */
    Touch lastTouch() {
        return lastTouch;
    }

    private void touch(Touch touch, Instant when) {
        if (lastAt == null || lastAt.isBefore(when)) {
            lastAt = when;
            lastTouch = touch;
        }
    }

    Findings findings() {
        return findings;
    }

    @Override
    public Engagement engagement() {
        Engagement known = engagement;
        if (known == null) {
            known = tally.toEngagement();
            engagement = known;
        }
        return known;
    }

    /** What the deal may bring: a rule's amount, or the visitor's budget if he named its currency. */
    @Nullable
    Attributed<Money> expectedAmount() {
        return effects.expectedAmount(budget());
    }

    @Override
    public @Nullable Attributed<Money> budget() {
        for (Attributed<Budget> budget : findings.budgets.undenied()) {
            String currency = budget.value().currency();
            if (currency != null) {
                return new Attributed<>(new Money(budget.value().amount(), currency), budget.provenance());
            }
        }
        return null;
    }

    /** What the visitor wants by his first {@value #MAX_SUMMARISED} messages; absent when he said nothing useful. */
    @Nullable
    NeedSummary need() {
        Summary summary = NEED.summarize(names.marked(said));
        return summary.isEmpty() ? null : new NeedSummary(summary.text(), CheckedSummary.OFFLINE, summary.evidence());
    }

    @Override
    public List<Evidence> given(ContactKind kind) {
        return switch (kind) {
            case EMAIL -> given(kind, findings.emails);
            case PHONE -> given(kind, findings.phones);
            case NAME -> given(kind, findings.names);
            case COMPANY -> given(kind, findings.companies);
            case LOCATION -> given(kind, findings.locations);
            case ANY -> {
                List<Evidence> evidence = new ArrayList<>(given(ContactKind.EMAIL));
                evidence.addAll(given(ContactKind.PHONE));
                yield evidence;
            }
        };
    }

    private List<Evidence> given(ContactKind kind, Findings.Values<?> values) {
        List<Evidence> evidence = new ArrayList<>(values.evidence());
        evidence.addAll(withheldContact.getOrDefault(kind.key(), List.of()));
        return evidence;
    }

    @Override
    public @Nullable Attributed<Consent> consent(String purpose) {
        return consents.of(purpose);
    }

    /** What a lead has of consent afterwards. */
    List<Attributed<Consent>> consents(List<Attributed<Consent>> before) {
        return consents.over(before, settings.rules().ids());
    }

    @Override
    public boolean isMarkedQualified() {
        return qualified;
    }

    @Override
    public double intent(IntentKind kind) {
        Strongest strongest = intents.get(kind);
        return strongest == null ? 0 : strongest.probability();
    }

    @Override
    public List<Evidence> intentEvidence(IntentKind kind) {
        Strongest strongest = intents.get(kind);
        return strongest == null ? List.of() : strongest.evidence();
    }

    @Override
    public @Nullable Evidence firstMatch(TextPattern pattern) {
        return matches.get(pattern);
    }

    @Override
    public Set<String> channels() {
        Set<String> channels = new LinkedHashSet<>();
        turns.values().forEach(its -> channels.add(its.channel));
        return channels;
    }

    /** The channel of the very first message, from which the lead comes; empty before it. */
    String channel() {
        return channelOf(session);
    }

    /** The session of the very first message, by which a choice is made that does not change; empty before it. */
    String session() {
        return session;
    }

    /** The channel of one conversation's first message; empty when it has none. */
    String channelOf(String session) {
        Turns its = turns.get(session);
        return its == null ? "" : its.channel;
    }

    /** Who the visitor is to his channels, sorted; only as claims where each conversation is a lead of its own. */
    Set<Identity> channelUsers() {
        if (settings.rules().leads().joinsConversations()) {
            return channelUsers;
        }
        Set<Identity> claims = new TreeSet<>();
        channelUsers.forEach(user -> claims.add(user.asClaim()));
        return claims;
    }

    /** What the channels know of him. */
    ChannelContact channelContact() {
        return channelContact;
    }

    @Override
    public @Nullable Instant at() {
        return at;
    }

    @Override
    public @Nullable Evidence firstWithAttribute(String name, Set<String> values) {
        return attributes.first(name, values);
    }

    @Override
    public OptionalInt score() {
        OptionalInt known = score;
        if (known == null) {
            known = scorer.apply(this);
            score = known;
        }
        return known;
    }

    @Override
    public Set<String> tags() {
        return effects.tags();
    }

    private static Evidence evidence(ChatMessage message, Span span) {
        return new Evidence(message.session(), message.id(), span.start(), span.end());
    }
}
