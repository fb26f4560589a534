package dev.leadkit.capture;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.capture.rule.IntentKind;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Lead;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Conversations, rules and comparisons that several tests share. */
final class Chats {
    static final String TENANT = "acme";
    static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    /** After every message, so that what a person does lies after what was said. */
    static final Instant EVENING = Instant.parse("2026-03-02T20:00:00Z");

    private static final List<String> VISITOR_SAYS = List.of(
            "hello there",
            "I want to buy three espresso machines",
            "what does the large one cost?",
            "do you ship to Norway? and how long does it take?",
            "my name is Jane Miller",
            "Jane Miller",
            "jane@acme.example",
            "you can write to jane.miller+shop@acme.example",
            "sorry, it is j.miller@acme.example",
            "call me on +1 212 555 0142",
            "my budget is 4,500 EUR",
            "budget is up to $900",
            "we need a demo for twelve people",
            "just looking, not interested",
            "I have cheap backlinks for you",
            "thanks, that is all",
            "hello there",
            "\u0000 strange \uD800 text");

    private static final List<String> OTHERS_SAY = List.of(
            "Hi, how can I help?",
            "What is your name?",
            "Which e-mail address may I use?",
            "Whose address is that, your colleague's?",
            "You can reach us at sales@northwind.example or +1 212 555 0100");

    private Chats() {}

    /** Rules of every kind: tags before a lead, stage moves, stop, not, cool-down, score, amount, assignee. */
    static CaptureRules rules() {
        return CaptureRules.named("property")
                .rule(CaptureRule.of(
                                "spam",
                                Condition.text("(?i)backlinks"),
                                Effect.nothing().tags("spam"))
                        .withPriority(100)
                        .stopping())
                .rule(CaptureRule.of(
                        "demo",
                        Condition.text("(?i)\\bdemo\\b"),
                        Effect.nothing().tags("demo")))
                .rule(CaptureRule.of(
                        "contact",
                        Condition.contact(ContactKind.ANY),
                        Effect.lead().budgetAsAmount().stage("contacted")))
                .rule(CaptureRule.of(
                                "intent",
                                Condition.all(
                                        Condition.intent(IntentKind.PURCHASE, 0.6),
                                        Condition.not(Condition.text("(?i)not interested"))),
                                Effect.lead().tags("buyer"))
                        .withCooldown(Duration.ofMinutes(10)))
                .rule(CaptureRule.of(
                        "tagged-demo",
                        Condition.taggedAny("demo"),
                        Effect.nothing().assignee("ben")))
                .rule(CaptureRule.of(
                        "hot", Condition.scoreAtLeast(50), Effect.nothing().stage("qualified")))
                .build();
    }

    static LeadKit kit(LeadStore store) {
        return LeadKit.builder()
                .store(store)
                .identityKey("a secret of 16 bytes or more".getBytes(StandardCharsets.UTF_8))
                .scorer(card())
                .clock(Clock.fixed(EVENING, ZoneOffset.UTC))
                .build();
    }

    /** Points that fade, so that the instant of the score shows. */
    private static Scorecard card() {
        return Scorecard.parse("""
                {"kind": "scorecard", "format": 1, "name": "fading", "version": 1, "factors": [
                  {"id": "email", "label": "E-mail", "dimension": "engagement", "input": "contact.email",
                   "bins": [{"equals": "yes", "points": 60}], "decay": {"halfLife": "PT1H"}},
                  {"id": "questions", "label": "Questions", "dimension": "engagement",
                   "input": "engagement.questions", "each": 7, "cap": 30}]}
                """);
    }

    static CaptureEngine engine(LeadKit kit) {
        return CaptureEngine.builder(kit).rules(rules()).region("US").build();
    }

    /** A conversation of up to twelve messages; some share their instant. */
    static List<ChatMessage> conversation(String session, Random random) {
        List<ChatMessage> messages = new ArrayList<>();
        Instant at = MORNING.plusSeconds(random.nextInt(600));
        int length = 1 + random.nextInt(12);
        for (int i = 1; i <= length; i++) {
            at = at.plusSeconds(random.nextInt(3) * 40L);
            boolean visitor = random.nextInt(3) > 0;
            List<String> pool = visitor ? VISITOR_SAYS : OTHERS_SAY;
            messages.add(ChatMessage.from(session)
                    .id("m" + random.nextInt(1000) + "-" + i)
                    .said(
                            visitor ? Speaker.VISITOR : random.nextBoolean() ? Speaker.BOT : Speaker.AGENT,
                            pool.get(random.nextInt(pool.size())))
                    .at(at)
                    .sequence(random.nextInt(2))
                    .build());
        }
        return messages;
    }

    /** The visible leads by session, without what may differ between deliveries: ids and versions. */
    static Map<String, List<Object>> leads(LeadKit kit) {
        Map<String, List<Object>> leads = new TreeMap<>();
        String cursor = null;
        do {
            var query = LeadQuery.all().limit(500);
            var page = kit.wiring().store().list(kit.tenant(TENANT).id(), cursor == null ? query : query.after(cursor));
            page.items()
                    .forEach(lead -> leads.merge(new TreeSet<>(lead.sessions()).toString(), facts(lead), (one, two) -> {
                        throw new AssertionError("two leads of session " + lead.sessions());
                    }));
            cursor = page.next();
        } while (cursor != null);
        return leads;
    }

    /** Each visible lead's score with its instant, stage and tags. */
    static List<Object> scores(LeadKit kit) {
        List<Object> scores = new ArrayList<>();
        kit.wiring()
                .store()
                .list(kit.tenant(TENANT).id(), LeadQuery.all())
                .items()
                .forEach(lead -> {
                    scores.add(lead.score());
                    scores.add(List.of(lead.stage(), lead.tags(), lead.lastActivityAt()));
                });
        return scores;
    }

    private static List<Object> facts(Lead lead) {
        List<Object> facts = new ArrayList<>();
        facts.add(lead.contact());
        facts.add(lead.identities());
        facts.add(lead.source());
        facts.add(List.of(lead.stage(), lead.closed(), lead.stageEnteredAt(), lead.rank()));
        facts.add(lead.tags());
        facts.add(Arrays.asList(lead.need(), lead.expectedAmount(), lead.assignee(), lead.score()));
        facts.add(lead.engagement());
        facts.add(lead.capturedBecause());
        facts.add(lead.pinned());
        facts.add(List.of(lead.createdAt(), lead.lastActivityAt()));
        return facts;
    }
}
