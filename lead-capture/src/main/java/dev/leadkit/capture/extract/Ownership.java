package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an address or a number is the visitor's own and still good, from the words around it.
 *
 * <p>Refused: "my colleague's e-mail is …", "her number is …" ({@code third-party}); "don't call me on …", "not … but",
 * "my old address was …" ({@code negated}). Not refused: "send it to …", "I can't log in with …".
 */
final class Ownership {
    private static final int BEHIND = 90;
    private static final int AHEAD = 40;

    private static final Set<String> OTHERS = Set.of("his", "her", "their", "hers", "theirs");
    private static final Set<String> CHANNELS = Set.of(
            "email",
            "e-mail",
            "mail",
            "emails",
            "address",
            "number",
            "phone",
            "cell",
            "mobile",
            "telephone",
            "contact",
            "no",
            "whatsapp",
            "inbox");
    private static final Set<String> NO_OWNER = Set.of(
            "it's",
            "that's",
            "what's",
            "here's",
            "there's",
            "let's",
            "who's",
            "how's",
            "where's",
            "name's",
            "email's",
            "number's",
            "he's",
            "she's",
            "today's",
            "mail's",
            "phone's",
            "address's");
    private static final Set<String> RELATIONS = Set.of(
            "colleague",
            "coworker",
            "co-worker",
            "boss",
            "wife",
            "husband",
            "friend",
            "manager",
            "partner",
            "brother",
            "sister",
            "mother",
            "father",
            "mom",
            "mum",
            "dad",
            "son",
            "daughter",
            "assistant",
            "neighbour",
            "neighbor",
            "girlfriend",
            "boyfriend",
            "secretary",
            "landlord",
            "roommate",
            "flatmate",
            "cousin",
            "uncle",
            "aunt");
    private static final Set<String> NOT = Set.of("don't", "dont", "never", "not", "didn't", "stop", "please-don't");
    private static final Set<String> REACHING = Set.of(
            "use",
            "email",
            "e-mail",
            "mail",
            "write",
            "send",
            "call",
            "contact",
            "text",
            "ring",
            "phone",
            "message",
            "try",
            "reach",
            "dial",
            "calling",
            "emailing",
            "using",
            "sending",
            "contacting",
            "texting");
    private static final Set<String> LINKING = Set.of("at", "on", "to", "is", "the", "my", "it's", "its");

    private Ownership() {}

    /** The code for a refusal, null if nothing speaks against the value at {@code [start, end)}. */
    static @Nullable String objection(String text, int start, int end) {
        int from = start;
        int lowest = Math.max(0, start - BEHIND);
        while (from > lowest && !endsSentence(text, from - 1)) {
            from--;
        }
        // never begin inside a word: half a word could be read as another
        while (from > 0 && from < start && from == lowest && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from++;
            lowest++;
        }
        Words before = Words.of(text, from, start);
        if (isNegated(before)) {
            return "negated";
        }
        if (isSomebodyElses(before)) {
            return "third-party";
        }
        return objectionAfter(Words.of(text, end, Math.min(text.length(), end + AHEAD)));
    }

    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        if (c == '\n' || c == '!' || c == '?' || c == ';') {
            return true;
        }
        return c == '.' && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
    }

    private static boolean isNegated(Words words) {
        int count = words.count();
        if (words.is(count - 1, "not")
                || words.is(count - 1, "isn't")
                || words.is(count - 1, "isnt")
                || words.is(count - 2, "not") && LINKING.contains(words.folded(count - 1))) {
            return true;
        }
        for (int i = Math.max(0, count - 8); i < count; i++) {
            String word = words.folded(i);
            if (word.equals("but") || word.equals("instead") && !words.is(i + 1, "of")) {
                return false;
            }
            boolean old = (word.equals("old") || word.equals("previous") || word.equals("former"))
                    && i + 1 < count
                    && CHANNELS.contains(words.folded(i + 1));
            boolean ratherThan = words.is(i + 1, "of") && word.equals("instead")
                    || words.is(i + 1, "than") && word.equals("rather")
                    || words.is(i + 1, "longer") && word.equals("no");
            boolean refused = NOT.contains(word) && i + 1 < count && REACHING.contains(words.folded(i + 1))
                    || word.equals("do")
                            && words.is(i + 1, "not")
                            && i + 2 < count
                            && REACHING.contains(words.folded(i + 2));
            if ((old || ratherThan || refused) && !hasTurn(words, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** "don't use the old one, my new address is …": after the turn the visitor speaks of the good value. */
    private static boolean hasTurn(Words words, int from) {
        for (int i = from; i < words.count(); i++) {
            String word = words.folded(i);
            if (word.equals("but")
                    || word.equals("new")
                    || words.gap(i) == ',' && (word.equals("use") || word.equals("my"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSomebodyElses(Words words) {
        int count = words.count();
        for (int i = count - 1; i >= Math.max(0, count - 7); i--) {
            String word = words.folded(i);
            if (word.equals("my") && i + 1 < count && CHANNELS.contains(words.folded(i + 1))) {
                return false;
            }
            if (i + 1 < count && (OTHERS.contains(word) || isOwner(words, i)) && namesChannel(words, i + 1)) {
                return true;
            }
            if (RELATIONS.contains(word) && words.is(i - 1, "my") && reaches(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwner(Words words, int i) {
        String word = words.folded(i);
        if (word.endsWith("'s") || word.endsWith("s'")) {
            return !NO_OWNER.contains(word);
        }
        return word.endsWith("s") && RELATIONS.contains(word.substring(0, word.length() - 1));
    }

    private static boolean namesChannel(Words words, int from) {
        for (int i = from; i < Math.min(words.count(), from + 3); i++) {
            if (CHANNELS.contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    /** "call my wife at …", "my boss is at …", "my wife (…)". */
    private static boolean reaches(Words words, int relation) {
        int next = relation + 1;
        if (next + 1 < words.count() && (words.is(next + 1, "at") || words.is(next + 1, "on"))) {
            next++; // "my colleague Bob at …"
        }
        boolean linked = next == words.count()
                || words.is(next, "at")
                || words.is(next, "on")
                || words.is(next, "is")
                || words.is(next, "can");
        return linked && words.count() - relation <= 6;
    }

    private static @Nullable String objectionAfter(Words words) {
        if (words.is(0, "is") || words.is(0, "was")) {
            if (words.is(1, "my") && words.count() > 2) {
                String owner = words.folded(2);
                if (isOwner(words, 2)) {
                    return "third-party";
                }
                return owner.equals("old") || owner.equals("previous") || owner.equals("former") ? "negated" : null;
            }
            if (words.is(1, "his") || words.is(1, "hers") || words.is(1, "her") || words.is(1, "theirs")) {
                return "third-party";
            }
            return words.is(1, "wrong") || words.is(1, "outdated") || words.is(1, "no") && words.is(2, "longer")
                    ? "negated"
                    : null;
        }
        boolean dead = words.is(0, "no") && words.is(1, "longer")
                || (words.is(0, "doesn't") || words.is(0, "doesnt")) && words.is(1, "work");
        return dead ? "negated" : null;
    }
}
