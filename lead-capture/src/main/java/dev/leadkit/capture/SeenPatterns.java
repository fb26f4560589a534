package dev.leadkit.capture;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.TextPattern;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Withheld;
import dev.leadkit.lead.Evidence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a visitor's messages first matched each pattern of the rules. Not safe to share. */
final class SeenPatterns {
    private final CaptureRules rules;
    private final Map<TextPattern, Evidence> first = new HashMap<>();

    SeenPatterns(CaptureRules rules) {
        this.rules = rules;
    }

    /** @param analysed as much of the message as is read */
    void add(ChatMessage message, String analysed) {
        String text = Beginning.of(analysed, rules.searchedCharacters());
        for (TextPattern pattern : rules.patterns()) {
            if (!first.containsKey(pattern)) {
                int[] found = pattern.find(text);
                if (found.length == 2) {
                    first.put(pattern, MessageEvidence.of(message, new Span(found[0], found[1])));
                }
            }
        }
    }

    /** Of a message whose text was not kept. */
    void add(ChatMessage message, Withheld withheld) {
        for (TextPattern pattern : rules.patterns()) {
            if (withheld.matched().contains(pattern.key())) {
                first.putIfAbsent(pattern, MessageEvidence.of(message));
            }
        }
    }

    /** Absent when none matched. */
    @Nullable
    Evidence first(TextPattern pattern) {
        return first.get(pattern);
    }
}
