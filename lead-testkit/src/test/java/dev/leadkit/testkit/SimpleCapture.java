package dev.leadkit.testkit;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Reason;
import dev.leadkit.testkit.CaptureRun.Answer;
import dev.leadkit.testkit.CaptureRun.CapturedLead;
import dev.leadkit.testkit.CaptureRun.RuleEffect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Capture as a host may write it himself, small and right: who leaves an address or wants to buy is a lead. The wrong ones
 * override one thing each.
 */
class SimpleCapture implements CaptureUnderTest {
    private long steps;

    @Override
    public CaptureRun run(List<ChatMessage> deliveries) {
        steps = 0;
        List<ChatMessage> arrived = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (ChatMessage delivery : deliveries) {
            arrived.add(delivery);
            answers.add(answer(delivery, leadOf(arrived, delivery.session())));
        }
        List<CapturedLead> leads = new ArrayList<>();
        deliveries.stream()
                .map(ChatMessage::session)
                .distinct()
                .sorted()
                .forEach(session -> leads.addAll(leadsOf(arrived, session)));
        return new CaptureRun(answers, leads, steps);
    }

    Answer answer(ChatMessage delivery, Optional<CapturedLead> lead) {
        List<Reason> because = lead.map(CapturedLead::because)
                .orElse(List.of(Reason.of("nothing-said", "no address and no wish to buy")));
        return new Answer(lead.isPresent(), because, List.of());
    }

    List<CapturedLead> leadsOf(List<ChatMessage> arrived, String session) {
        return leadOf(arrived, session).stream().toList();
    }

    private Optional<CapturedLead> leadOf(List<ChatMessage> arrived, String session) {
        Map<String, List<Evidence>> said = new TreeMap<>();
        List<ChatMessage> messages = arranged(ofSession(arrived, session));
        for (ChatMessage message : messages) {
            if (isHeard(message)) {
                look(message, "@", "contact", said);
                look(message, "buy", "buyer", said);
            }
        }
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<Reason> because = new ArrayList<>();
        said.forEach((rule, evidence) -> because.add(new Reason(rule, "it was said", evidence)));
        return Optional.of(
                new CapturedLead(session, new TreeSet<>(contact(messages)), because, effects(messages, said.keySet())));
    }

    List<ChatMessage> ofSession(List<ChatMessage> arrived, String session) {
        return arrived.stream()
                .filter(message -> message.session().equals(session))
                .toList();
    }

    /** Without repeats, in the order of the conversation. */
    List<ChatMessage> arranged(List<ChatMessage> arrived) {
        Map<String, ChatMessage> byId = new LinkedHashMap<>();
        arrived.forEach(message -> byId.putIfAbsent(message.id(), message));
        return byId.values().stream().sorted().toList();
    }

    boolean isHeard(ChatMessage message) {
        return message.isFromVisitor();
    }

    private void look(ChatMessage message, String word, String rule, Map<String, List<Evidence>> said) {
        int start = find(message, word);
        if (start >= 0) {
            said.putIfAbsent(rule, List.of(evidence(message, start, start + word.length())));
        }
    }

    int find(ChatMessage message, String word) {
        return message.text().indexOf(word);
    }

    Evidence evidence(ChatMessage message, int start, int end) {
        return new Evidence(message.session(), message.id(), start, end);
    }

    /** The last address that the visitor gave. */
    List<String> contact(List<ChatMessage> messages) {
        List<String> said = messages.stream()
                .filter(this::isHeard)
                .map(ChatMessage::text)
                .filter(text -> text.indexOf('@') >= 0)
                .toList();
        return said.isEmpty() ? List.of() : List.of(said.get(said.size() - 1));
    }

    List<RuleEffect> effects(List<ChatMessage> messages, Iterable<String> rules) {
        List<RuleEffect> effects = new ArrayList<>();
        rules.forEach(rule -> effects.add(new RuleEffect("tag", rule, rule)));
        return effects;
    }

    void took(long more) {
        steps += more;
    }
}
