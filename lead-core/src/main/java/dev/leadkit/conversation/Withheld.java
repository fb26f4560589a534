package dev.leadkit.conversation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a message in the place of its text, as attributes: what analysis said of it, and nothing that was said
 * itself. Immutable and safe to share.
 *
 * @param mode in which it was taken, never {@link CaptureMode#FULL}; of a message taken in {@link CaptureMode#NONE} nothing but
 *     what it says of mode and consent counts
 * @param said whether it held a letter or a digit
 * @param question whether it asked something
 * @param purchaseIntent 0.0 to 1.0
 * @param qualifiedIntent 0.0 to 1.0
 * @param gave the kinds of contact data that were in it, sorted
 * @param matched keys of the patterns that it matched, sorted
 */
public record Withheld(
        CaptureMode mode,
        boolean said,
        boolean question,
        double purchaseIntent,
        double qualifiedIntent,
        Set<String> gave,
        Set<String> matched) {
    private static final String PREFIX = "withheld.";
    private static final String MODE = PREFIX + "mode";
    private static final String SAID = PREFIX + "said";
    private static final String QUESTION = PREFIX + "question";
    private static final String PURCHASE = PREFIX + "purchase";
    private static final String QUALIFIED = PREFIX + "qualified";
    private static final String GAVE = PREFIX + "gave";
    private static final String MATCHED = PREFIX + "matched";
    private static final String YES = "yes";

    public Withheld {
        if (mode == CaptureMode.FULL) {
            throw new IllegalArgumentException("what is kept in full is not withheld");
        }
        gave = Collections.unmodifiableSet(new TreeSet<>(gave));
        matched = Collections.unmodifiableSet(new TreeSet<>(matched));
    }

    /** Of a message of which nothing but what it states of mode and consent is kept. */
    public static Withheld entirely() {
        return new Withheld(CaptureMode.NONE, false, false, 0, 0, Set.of(), Set.of());
    }

    /** Of a message of which everything is kept that does not tell the visitor, see the parts of the record. */
    public static Withheld pseudonymous(
            String text, double purchaseIntent, double qualifiedIntent, Set<String> gave, Set<String> matched) {
        TextSigns signs = TextSigns.of(text);
        return new Withheld(
                CaptureMode.PSEUDONYMOUS,
                signs.said(),
                signs.question(),
                purchaseIntent,
                qualifiedIntent,
                gave,
                matched);
    }

    /** What is kept of a message; empty for one that has its text. */
    public static Optional<Withheld> of(ChatMessage message) {
        Map<String, String> attributes = message.attributes();
        String mode = attributes.get(MODE);
        if (mode == null) {
            return Optional.empty();
        }
        return Optional.of(new Withheld(
                mode.equals(CaptureMode.PSEUDONYMOUS.key()) ? CaptureMode.PSEUDONYMOUS : CaptureMode.NONE,
                attributes.containsKey(SAID),
                attributes.containsKey(QUESTION),
                probability(attributes.get(PURCHASE)),
                probability(attributes.get(QUALIFIED)),
                words(attributes.get(GAVE)),
                words(attributes.get(MATCHED))));
    }

    /** A message without what only this type writes, which nobody else may say of it. */
    public static ChatMessage unclaimed(ChatMessage message) {
        if (message.attributes().keySet().stream().noneMatch(key -> key.startsWith(PREFIX))) {
            return message;
        }
        Map<String, String> attributes = new LinkedHashMap<>(message.attributes());
        attributes.keySet().removeIf(key -> key.startsWith(PREFIX));
        return with(message, message.id(), message.text(), attributes, message.cleaned());
    }

    /**
     * The message as it is kept: without text, and of its attributes only those that state mode and consent.
     *
     * @param id in the place of the channel's, which may be made of the visitor's number
     */
    public ChatMessage inPlaceOf(ChatMessage message, String id) {
        Map<String, String> attributes = new LinkedHashMap<>();
        message.consents().forEach(consent -> ConsentAttributes.write(consent, attributes));
        CaptureMode stated = message.captureMode();
        if (stated != null) {
            attributes.put(ChatMessage.CAPTURE_MODE, stated.key());
        }
        attributes.put(MODE, mode.key());
        if (said) {
            attributes.put(SAID, YES);
        }
        if (question) {
            attributes.put(QUESTION, YES);
        }
        if (purchaseIntent > 0) {
            attributes.put(PURCHASE, Double.toString(purchaseIntent));
        }
        if (qualifiedIntent > 0) {
            attributes.put(QUALIFIED, Double.toString(qualifiedIntent));
        }
        put(attributes, GAVE, gave);
        put(attributes, MATCHED, matched);
        return with(message, id, "", attributes, false);
    }

    private static ChatMessage with(
            ChatMessage message, String id, String text, Map<String, String> attributes, boolean cleaned) {
        return new ChatMessage(
                id,
                message.session(),
                message.channel(),
                message.speaker(),
                text,
                message.at(),
                message.sequence(),
                attributes,
                cleaned);
    }

    private static void put(Map<String, String> attributes, String key, Set<String> words) {
        if (!words.isEmpty()) {
            attributes.put(key, String.join(" ", words));
        }
    }

    private static Set<String> words(@Nullable String joined) {
        Set<String> words = new TreeSet<>();
        if (joined != null) {
            var each = new StringTokenizer(joined);
            while (each.hasMoreTokens()) {
                words.add(each.nextToken());
            }
        }
        return words;
    }

    /** 0 for what is none, since a store's host may have written it. */
    private static double probability(@Nullable String text) {
        try {
            double value = text == null ? 0 : Double.parseDouble(text);
            return value >= 0 && value <= 1 ? value : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
