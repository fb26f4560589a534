package dev.leadkit.capture;

import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the last of a visitor's messages gave that said anything, so what the next one corrects if it does not say what. Not safe to
 * share.
 */
final class LastGiven {
    /** Those whose values are words that could be each other's. */
    private static final Set<String> NAMING = Set.of("name", "company", "location");

    /** By field, in the order in which they stand. */
    private final Map<String, String> values = new LinkedHashMap<>();

    private boolean started;

    private record Given(String field, Candidate<?> candidate) {}

    /** Takes what a message gave; one of ordinary words alone, such as "hm, wait", leaves all as it was. */
    void note(String text, Map<String, Extraction<?>> fields) {
        started = true;
        List<Given> given = new ArrayList<>();
        fields.forEach((field, all) -> all.found().forEach(one -> given.add(new Given(field, one))));
        if (given.isEmpty() && isOrdinary(text)) {
            return;
        }
        values.clear();
        given.sort(Comparator.comparingInt(one -> one.candidate().span().end()));
        for (Given one : given) {
            values.remove(one.field()); // so that it is put last
            values.put(one.field(), one.candidate().value().toString());
        }
    }

    private static boolean isOrdinary(String text) {
        Words words = Words.of(text);
        for (int word = 0; word < words.count(); word++) {
            if (!CommonWords.isOrdinary(words, word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the visitor said anything before. */
    boolean isStarted() {
        return started;
    }

    /** The field that was given last; empty if none was. */
    String field() {
        String last = "";
        for (String field : values.keySet()) {
            last = field;
        }
        return last;
    }

    /** Of the fields whose values are words the one whose value is most like another, the last of several; {@link #field()} if there is none. */
    String fieldLike(String other) {
        String best = field();
        int most = -1;
        for (Map.Entry<String, String> one : values.entrySet()) {
            int alike = NAMING.contains(one.getKey()) ? alike(Words.fold(one.getValue()), Words.fold(other)) : -1;
            if (alike >= 0 && alike >= most) {
                best = one.getKey();
                most = alike;
            }
        }
        return best;
    }

    /** How many characters two words have in common at their start and their end. */
    private static int alike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return start + end;
    }
}
