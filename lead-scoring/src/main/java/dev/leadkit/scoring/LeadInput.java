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
    MESSAGES("engagement.messages", InputCatalog.Kind.NUMBER),
    QUESTIONS("engagement.questions", InputCatalog.Kind.NUMBER),
    ACTIVE_MINUTES("engagement.activeMinutes", InputCatalog.Kind.NUMBER),
    CHANNELS("engagement.channels", InputCatalog.Kind.NUMBER),
    PURCHASE("intent.purchase", InputCatalog.Kind.NUMBER),
    QUALIFIED("intent.qualified", InputCatalog.Kind.NUMBER),
    MARKED("marked.qualified", InputCatalog.Kind.FLAG),
    NAME("contact.name", InputCatalog.Kind.FLAG),
    EMAIL("contact.email", InputCatalog.Kind.FLAG),
    PHONE("contact.phone", InputCatalog.Kind.FLAG),
    COMPANY("contact.company", InputCatalog.Kind.TEXT),
    LOCATION("contact.location", InputCatalog.Kind.TEXT),
    SOURCE("source", InputCatalog.Kind.TEXT),
    AMOUNT("amount", InputCatalog.Kind.NUMBER);

    private static final Map<String, LeadInput> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(LeadInput::key, Function.identity()));

    private final String key;
    private final InputCatalog.Kind kind;

    LeadInput(String key, InputCatalog.Kind kind) {
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

    InputCatalog.Kind kind() {
        return kind;
    }

    /** Whether it counts things that are known by their day. */
    boolean isCountedByDay() {
        return this == MESSAGES || this == QUESTIONS;
    }
}
