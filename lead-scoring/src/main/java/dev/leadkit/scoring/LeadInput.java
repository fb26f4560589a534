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

    static final InputCatalog CATALOG = new Catalog();

    private static final LeadInput[] BY_SLOT = values();

    private final String key;
    private final InputCatalog.Kind kind;

    LeadInput(String key, InputCatalog.Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    static LeadInput at(int slot) {
        return BY_SLOT[slot];
    }

    private static final class Catalog implements InputCatalog {
        private final Map<String, LeadInput> byName =
                Arrays.stream(LeadInput.values()).collect(Collectors.toMap(input -> input.key, Function.identity()));

        @Override
        public @Nullable Entry find(String name) {
            LeadInput input = byName.get(name);
            return input == null ? null : new Entry(input.ordinal(), input.kind);
        }

        @Override
        public List<String> names() {
            return byName.keySet().stream().sorted().toList();
        }
    }
}
