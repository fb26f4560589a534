package dev.leadkit.testkit;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureExplanation;
import dev.leadkit.capture.CaptureExplanation.RuleExplanation;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import dev.leadkit.testkit.CaptureRun.Answer;
import dev.leadkit.testkit.CaptureRun.CapturedLead;
import dev.leadkit.testkit.CaptureRun.RuleEffect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A capture engine of its own for each run. */
final class EngineUnderTest implements CaptureUnderTest {
    private static final byte[] IDENTITY_KEY = "the same in every run".getBytes(StandardCharsets.UTF_8);

    private final CaptureRules rules;
    private final UnaryOperator<LeadKit.Builder> kit;
    private final UnaryOperator<CaptureEngine.Builder> settings;

    EngineUnderTest(
            CaptureRules rules, UnaryOperator<LeadKit.Builder> kit, UnaryOperator<CaptureEngine.Builder> settings) {
        this.rules = rules;
        this.kit = kit;
        this.settings = settings;
    }

    @Override
    public CaptureRun run(List<ChatMessage> deliveries) {
        LeadStore store = new InMemoryLeadStore();
        LeadKit made = kit.apply(LeadKit.builder()
                        .store(store)
                        .clock(Leads.CLOCK)
                        .identityKey(IDENTITY_KEY)
                        .normalizer(new LibPhoneNormalizer()))
                .build();
        TenantCapture capture =
                settings.apply(CaptureEngine.builder(made).rules(rules)).build().tenant(Leads.ACME.value());
        Pipelines pipelines = made.tenant(Leads.ACME.value()).as(Actor.system()).pipelines();
        List<Answer> answers = new ArrayList<>();
        for (ChatMessage delivery : deliveries) {
            CaptureOutcome outcome = capture.onMessage(delivery);
            answers.add(new Answer(outcome.lead().isPresent(), outcome.because(), outcome.notices()));
        }
        List<CapturedLead> leads = new ArrayList<>();
        Set<String> fired = new TreeSet<>();
        for (String session :
                deliveries.stream().map(ChatMessage::session).collect(Collectors.toCollection(TreeSet::new))) {
            CaptureExplanation explanation = capture.explain(session).orElse(null);
            if (explanation != null) {
                fired.addAll(fired(explanation));
                explanation
                        .lead()
                        .flatMap(id -> store.find(Leads.ACME, id))
                        .ifPresent(lead -> leads.add(seen(session, lead, start(pipelines, lead), explanation)));
            }
        }
        return new CaptureRun(answers, leads, 0, fired);
    }

    @Override
    public Set<String> rules() {
        return rules.rules().stream().map(CaptureRule::id).collect(Collectors.toSet());
    }

    private static String start(Pipelines pipelines, Lead lead) {
        return pipelines.find(lead.pipeline()).orElseThrow().start().key();
    }

    /** @param start where leads begin that no rule moves */
    private CapturedLead seen(String session, Lead lead, String start, CaptureExplanation explanation) {
        Set<String> ids = fired(explanation);
        List<CaptureRule> fired =
                rules.rules().stream().filter(rule -> ids.contains(rule.id())).toList();
        List<RuleEffect> effects = new ArrayList<>();
        for (String tag : lead.tags()) {
            effects.add(effect("tag", tag, fired, then -> then.tags().contains(tag)));
        }
        if (!lead.stage().equals(start)) {
            effects.add(
                    effect("stage", lead.stage(), fired, then -> lead.stage().equals(then.stage())));
        }
        String assignee = lead.assignee();
        if (assignee != null) {
            effects.add(effect(
                    "assignee",
                    assignee,
                    fired,
                    then -> then.assign() != null
                            && then.assign().choose(session).equals(assignee)));
        }
        Attributed<Money> amount = lead.expectedAmount();
        if (amount != null) {
            effects.add(effect("amount", amount.value().toString(), amount));
        }
        lead.consents().forEach(stated -> effects.add(effect("consent", said(stated.value()), stated)));
        return new CapturedLead(session, contact(lead.contact()), lead.capturedBecause(), effects);
    }

    private static RuleEffect effect(String kind, String value, Attributed<?> from) {
        return new RuleEffect(kind, value, from.provenance().by());
    }

    private static String said(Consent consent) {
        String said =
                "%s %s, %s".formatted(consent.purpose(), consent.given() ? "given" : "withdrawn", consent.basis());
        return consent.textVersion() == null ? said : said + ", text " + consent.textVersion();
    }

    private static Set<String> fired(CaptureExplanation explanation) {
        return explanation.rules().stream()
                .filter(RuleExplanation::fired)
                .map(RuleExplanation::rule)
                .collect(Collectors.toSet());
    }

    private static RuleEffect effect(String kind, String value, List<CaptureRule> fired, Predicate<Effect> gives) {
        String rule = fired.stream()
                .filter(one -> gives.test(one.then()))
                .map(CaptureRule::id)
                .findFirst()
                .orElse("");
        return new RuleEffect(kind, value, rule);
    }

    private static Set<String> contact(Contact contact) {
        Set<String> values = new TreeSet<>();
        contact.emails().forEach(email -> values.add(email.value()));
        contact.phones().forEach(phone -> values.add(phone.value().value()));
        if (contact.name() != null) {
            values.add(contact.name().value());
        }
        if (contact.company() != null) {
            values.add(contact.company().value());
        }
        if (contact.location() != null) {
            values.add(contact.location().value());
        }
        return values;
    }
}
