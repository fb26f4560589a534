package dev.leadkit.capture;

import dev.leadkit.capture.intent.IntentEvidence;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.rule.IntentKind;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Withheld;
import dev.leadkit.lead.Evidence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The strongest sign of each intent in a visitor's messages so far. Not safe to share. */
final class SeenIntents {
    private final Map<IntentKind, Strongest> strongest = new EnumMap<>(IntentKind.class);

    private record Strongest(double probability, List<Evidence> evidence) {}

    void add(ChatMessage message, IntentReading intent) {
        add(IntentKind.PURCHASE, intent.purchase(), () -> evidence(message, intent, IntentEvidence::purchase));
        add(IntentKind.QUALIFIED, intent.qualified(), () -> evidence(message, intent, IntentEvidence::qualified));
    }

    /** Of a message whose text was not kept. */
    void add(ChatMessage message, Withheld withheld) {
        add(IntentKind.PURCHASE, withheld.purchaseIntent(), () -> List.of(MessageEvidence.of(message)));
        add(IntentKind.QUALIFIED, withheld.qualifiedIntent(), () -> List.of(MessageEvidence.of(message)));
    }

    private void add(IntentKind kind, double probability, Supplier<List<Evidence>> evidence) {
        if (!strongest.containsKey(kind) || probability(kind) < probability) {
            strongest.put(kind, new Strongest(probability, evidence.get()));
        }
    }

    private static List<Evidence> evidence(
            ChatMessage message, IntentReading intent, ToDoubleFunction<IntentEvidence> weight) {
        List<Evidence> evidence = new ArrayList<>();
        for (IntentEvidence term : intent.evidence()) {
            if (weight.applyAsDouble(term) > 0) {
                evidence.add(MessageEvidence.of(message, term.span()));
            }
        }
        return evidence;
    }

    /** 0.0 to 1.0; 0 as long as there was no message. */
    double probability(IntentKind kind) {
        Strongest sign = strongest.get(kind);
        return sign == null ? 0 : sign.probability();
    }

    /** The words that showed it. */
    List<Evidence> evidence(IntentKind kind) {
        Strongest sign = strongest.get(kind);
        return sign == null ? List.of() : sign.evidence();
    }
}
