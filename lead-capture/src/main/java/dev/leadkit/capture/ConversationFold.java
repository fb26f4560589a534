package dev.leadkit.capture;

import dev.leadkit.capture.extract.Budget;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.rule.CapturePolicy;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.IntentKind;
import dev.leadkit.capture.rule.RuleFacts;
import dev.leadkit.capture.rule.TextPattern;
import dev.leadkit.capture.text.Asked;
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
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the conversations of a visitor come to: the fold of their messages and marks, taken one at a time in their order. The
 * same sequence always gives the same result, whether it was folded at once or over days. Not safe to share.
 */
final class ConversationFold implements RuleFacts {
    private final CaptureSettings settings;
    private final MessageReader reader;
    private final Function<ConversationFold, OptionalInt> scorer;

    private final Findings findings = new Findings();
    private final EngagementTally tally = new EngagementTally();
    private final SeenIntents intents = new SeenIntents();
    private final SeenPatterns patterns;
    private final SeenAttributes attributes = new SeenAttributes();
    private final SaidNeed need = new SaidNeed();
    private final FoldedSessions sessions = new FoldedSessions();
    private final VouchedIdentities vouched;
    private final ChannelContact channelContact;

    private final TheirContacts theirs;
    private final ConsentLog consents = new ConsentLog();
    private final Map<String, List<Evidence>> withheldContact = new TreeMap<>(); // by the key of its kind
    private final RuleEffects effects;

    private boolean qualified;
    private final Deque<ChatMessage> notReadWhole = new ArrayDeque<>();
    private @Nullable Instant lastAt;
    private Touch lastTouch = Touch.CREATED;
    private @Nullable Instant at; // of the message or mark that rules were last looked at for
    private @Nullable OptionalInt score; // absent when not asked for since the last message
    private @Nullable Engagement engagement; // the same

    /**
     * @param own what of the contacts in it is the tenant's
     * @param scorer the score of what the fold would make a lead of, for rules that ask for it
     */
    ConversationFold(
            CaptureSettings settings,
            MessageReader reader,
            OwnContacts own,
            Function<ConversationFold, OptionalInt> scorer) {
        this.settings = settings;
        this.reader = reader;
        this.scorer = scorer;
        this.patterns = new SeenPatterns(settings.rules());
        this.theirs = new TheirContacts(own);
        this.vouched = new VouchedIdentities(settings.normalizer());
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
        if (message.speaker() != Speaker.BOT) {
            touch(message.isFromVisitor() ? Touch.VISITOR_MESSAGE : Touch.AGENT_MESSAGE, message.at());
        }
        Asked asked = sessions.asked(message);
        if (!message.isFromVisitor()) {
            asked.ask(message.text());
            theirs.add(message, reader, findings);
            return;
        }
        if (withheld == null) {
            read(message, asked.answer());
        } else {
            asked.answer();
            take(message, withheld);
        }
        at = message.at();
        if (settings.rules().policy() == CapturePolicy.EVERYONE) {
            effects.capture(message.at(), Reason.of("everyone", "the policy captures everyone who writes"));
        }
        effects.apply(this, message.at());
    }

    private void read(ChatMessage message, @Nullable String asked) {
        if (!message.attributes().isEmpty()) {
            vouched.add(message);
            channelContact.add(message);
        }
        MessageReader.Reading read = reader.read(message, asked).without(theirs);
        MessageReader.Reading reading = reader.corrected(message, asked, read, findings.last());
        if (!reading.whole()) {
            notReadWhole.add(message);
        }
        forgetFigures();
        findings.add(message, reading);
        IntentReading intent = reading.intent();
        intents.add(message, intent);
        tally.add(message, intent.purchase(), intent.qualified());
        patterns.add(message, reading.analysed());
        attributes.add(message, settings.rules().attributes());
        need.add(message, asked, reading);
    }

    /** Takes a message whose text was not kept, by what was said of it then. */
    private void take(ChatMessage message, Withheld withheld) {
        forgetFigures();
        intents.add(message, withheld);
        tally.add(message, withheld.purchaseIntent(), withheld.qualifiedIntent());
        withheld.gave()
                .forEach(kind -> withheldContact
                        .computeIfAbsent(kind, first -> new ArrayList<>())
                        .add(MessageEvidence.of(message)));
        patterns.add(message, withheld);
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
        for (Attributed<Budget> budget : findings.budgets.preferredFirst()) {
            String currency = budget.value().currency();
            if (currency != null) {
                return new Attributed<>(new Money(budget.value().amount(), currency), budget.provenance());
            }
        }
        return null;
    }

    /** What the visitor wants; absent when he said nothing useful. */
    @Nullable
    NeedSummary need() {
        return need.summary();
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
        return intents.probability(kind);
    }

    @Override
    public List<Evidence> intentEvidence(IntentKind kind) {
        return intents.evidence(kind);
    }

    @Override
    public @Nullable Evidence firstMatch(TextPattern pattern) {
        return patterns.first(pattern);
    }

    @Override
    public Set<String> channels() {
        return sessions.channels();
    }

    /** The channel of the very first message, from which the lead comes; empty before it. */
    String channel() {
        return channelOf(session());
    }

    /** The session of the very first message, by which a choice is made that does not change; empty before it. */
    String session() {
        return sessions.first();
    }

    /** The channel of one conversation's first message; empty when it has none. */
    String channelOf(String session) {
        return sessions.channelOf(session);
    }

    /**
     * Who the visitor is by what channels and the host vouch for, sorted; only as claims where each conversation is a lead of its
     * own.
     */
    Set<Identity> vouchedIdentities() {
        if (settings.rules().leads().joinsConversations()) {
            return vouched.identities();
        }
        Set<Identity> claims = new TreeSet<>();
        vouched.identities().forEach(identity -> claims.add(identity.asClaim()));
        return claims;
    }

    /** What the host vouches for. */
    VouchedIdentities vouched() {
        return vouched;
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
}
