package dev.leadkit.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that a lead supplies. Never its stage, score, assignee or lost reason: they follow from the score or from
 * the outcome, and a card that read them would explain itself by itself.
 */
enum LeadInput {
    MESSAGES("engagement.messages", InputKind.NUMBER),
    QUESTIONS("engagement.questions", InputKind.NUMBER),
    ACTIVE_MINUTES("engagement.activeMinutes", InputKind.NUMBER),
    CHANNELS("engagement.channels", InputKind.NUMBER),
    PURCHASE("intent.purchase", InputKind.NUMBER),
    QUALIFIED("intent.qualified", InputKind.NUMBER),
    MARKED("marked.qualified", InputKind.FLAG),
    NAME("contact.name", InputKind.FLAG),
    EMAIL("contact.email", InputKind.FLAG),
    PHONE("contact.phone", InputKind.FLAG),
    COMPANY("contact.company", InputKind.TEXT),
    LOCATION("contact.location", InputKind.TEXT),
    SOURCE("source", InputKind.TEXT),
    AMOUNT("amount", InputKind.NUMBER);

    private static final Map<String, LeadInput> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(LeadInput::key, Function.identity()));

    private final String key;
    private final InputKind kind;

    LeadInput(String key, InputKind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** Null when a lead has none of that name. */
    static @Nullable LeadInput find(String name) {
        return BY_NAME.get(name);
    }

    /** All names, sorted. */
    static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    String key() {
        return key;
    }

    InputKind kind() {
        return kind;
    }

    /** Whether it counts things that are known by their day. */
    boolean isCountedByDay() {
        return this == MESSAGES || this == QUESTIONS;
    }
}
