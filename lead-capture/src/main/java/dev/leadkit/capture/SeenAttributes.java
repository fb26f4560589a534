package dev.leadkit.capture;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Evidence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which values of attributes that rules ask for a visitor's messages had, and where each came first. Not safe to share. */
final class SeenAttributes {
    private static final int MAX_VALUES = 100;

    private final Map<String, Map<String, Evidence>> firstByValue = new HashMap<>();

    /** @param asked the names of attributes to look for */
    void add(ChatMessage message, Set<String> asked) {
        for (String name : asked) {
            String value = message.attributes().get(name);
            if (value != null) {
                Map<String, Evidence> seen = firstByValue.computeIfAbsent(name, key -> new LinkedHashMap<>());
                if (seen.size()
                        < MAX_VALUES) { // a flood; in the order of the fold, so that any delivery keeps the same
                    seen.putIfAbsent(value.strip(), MessageEvidence.of(message));
                }
            }
        }
    }

    /** @param values any of them; any value at all when empty */
    @Nullable
    Evidence first(String name, Set<String> values) {
        for (Map.Entry<String, Evidence> seen :
                firstByValue.getOrDefault(name, Map.of()).entrySet()) {
            if (values.isEmpty() || values.contains(seen.getKey())) {
                return seen.getValue();
            }
        }
        return null;
    }
}
