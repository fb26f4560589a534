package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the visitor is at home, by what they say of themselves or answer.
 *
 * <p>Matches "I live in Bergen", "we're based in Lyon, France", "I'm from Norway", "location: Oslo", "ich wohne in Graz",
 * and "bergen" after "Where are you located?".
 *
 * <p>Nearly matches, and is not found: "a flight to Oslo", "the shop in Bergen", "I'm from Fjord Boats", "do you live in
 * Oslo?"; rejected: "my brother lives in Oslo" ({@code third-party}).
 */
public final class LocationExtractor implements Extractor<String> {
    private static final int MAX_FOUND = 8;
    private static final int MAX_WORDS = 3;
    private static final int LONGEST_QUESTION = 300;

    private static final WordSet AT_HOME = WordSet.of("based", "located", "situated", "living", "residing", "wohnhaft");
    private static final WordSet LIVE =
            WordSet.of("live", "reside", "lives", "wohne", "lebe", "habite", "vivo", "woon");
    private static final WordSet LABELS =
            WordSet.of("location", "city", "country", "town", "ort", "stadt", "ciudad", "ville");
    private static final WordSet FROM = WordSet.of("from", "aus");
    private static final WordSet CUES = WordSet.of(AT_HOME, LIVE, LABELS, FROM, WordSet.of("j'habite"));
    private static final WordSet FILLERS = WordSet.of(
            "i",
            "i'm",
            "im",
            "am",
            "we",
            "we're",
            "are",
            "in",
            "from",
            "it's",
            "its",
            "the",
            "near",
            "city",
            "of",
            "currently",
            "live",
            "based",
            "located",
            "my",
            "location",
            "is",
            "sure",
            "yes",
            "around",
            "just",
            "outside",
            "sorry",
            "meant",
            "mean",
            "actually",
            "correction",
            "no",
            "wait");
    private static final WordSet VISITOR =
            WordSet.of("i", "i'm", "im", "we", "we're", "am", "ich", "ik", "wir", "j'habite");

    /** Has no settings. */
    public LocationExtractor() {}

    @Override
    public String field() {
        return "location";
    }

    @Override
    public Extraction<String> extract(Turn turn) {
        Words words = turn.words();
        List<Candidate<String>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < words.count() && found.size() + rejected.size() < MAX_FOUND; i++) {
            int start = placeAfter(words, i);
            int end = start < 0 ? start : end(words, start, isKnownOnly(words, i));
            if (end <= start) {
                continue;
            }
            Span span = Span.ofWords(words, start, end);
            if (words.is(i, "lives")) {
                rejected.add(new Rejected(field(), span, "third-party"));
            } else {
                String because = LABELS.has(words, i) ? "location-label" : "at-home";
                found.add(new Candidate<>(words.raw(start, end), span, 0.8, because));
            }
            i = end - 1;
        }
        if (found.isEmpty() && rejected.isEmpty() && asksForPlace(turn.asked())) {
            addAnswer(words, found);
        }
        return Extraction.of(found, rejected);
    }

    /** Where a place should begin after the cue at a word; negative if there is no cue. */
    private static int placeAfter(Words words, int i) {
        if (!CUES.has(words, i)) {
            return -1;
        }
        String word = words.folded(i);
        if (LIVE.contains(word) || word.equals("j'habite")) {
            boolean own = word.equals("j'habite")
                    || word.equals("vivo") && words.is(i + 1, "en")
                    || VISITOR.contains(words.before(i))
                    || isAdverbAfterVisitor(words, i);
            return own || word.equals("lives") ? afterPreposition(words, i + 1) : -1;
        }
        if (AT_HOME.contains(word)) {
            String before = words.before(i);
            boolean own = VISITOR.contains(before)
                    || before.equals("are") && VISITOR.contains(words.before(i - 1))
                    || isAdverbAfterVisitor(words, i);
            return own ? afterPreposition(words, i + 1) : -1;
        }
        if (FROM.contains(word)) {
            boolean own = VISITOR.contains(words.before(i)) && !words.is(i - 1, "i") && !words.is(i - 1, "we")
                    || words.is(i - 1, "come") && VISITOR.contains(words.before(i - 1));
            return own ? i + 1 : -1;
        }
        if (LABELS.contains(word)) {
            char gap = i + 1 < words.count() ? words.gap(i + 1) : Words.START;
            if (gap == ':' || gap == '=') {
                return i + 1;
            }
            return words.is(i + 1, "is") && words.is(i - 1, "my") ? i + 2 : -1;
        }
        return -1;
    }

    /** Of "I'm from …", which may be a company, only a known place. */
    private static boolean isKnownOnly(Words words, int cue) {
        return FROM.has(words, cue);
    }

    private static boolean isAdverbAfterVisitor(Words words, int i) {
        return switch (words.before(i)) {
            case "currently", "now", "also", "actually" ->
                VISITOR.contains(words.before(i - 1))
                        || words.is(i - 2, "are") && VISITOR.contains(words.before(i - 2));
            default -> false;
        };
    }

    private static int afterPreposition(Words words, int i) {
        return switch (words.foldedOrEmpty(i)) {
            case "in", "near", "at", "à", "en" -> i + 1;
            case "out", "outside" -> words.is(i + 1, "of") ? i + 2 : -1;
            default -> -1;
        };
    }

    /** A known place, or words with capitals; then the parts behind commas that go on with it, "Lyon, France". */
    private static int end(Words words, int start, boolean knownOnly) {
        int end = partEnd(words, start, knownOnly);
        while (end > start && end < words.count() && words.gap(end) == ',') {
            int next = Places.end(words, end);
            if (next == end) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static int partEnd(Words words, int start, boolean knownOnly) {
        int known = Places.end(words, start);
        if (known > start || knownOnly) {
            return known;
        }
        int end = start;
        while (end < words.count()
                && end - start < MAX_WORDS
                && (end == start || words.gap(end) == Words.BLANK)
                && words.isCapitalised(end)
                && !CommonWords.isOrdinary(words, end)) {
            end++;
        }
        return end;
    }

    private static void addAnswer(Words words, List<Candidate<String>> found) {
        int start = 0;
        while (start < words.count() && FILLERS.has(words, start)) {
            start++;
        }
        int end = end(words, start, false);
        boolean whole = end >= words.count() || words.gap(end) != Words.BLANK || Places.startsAt(words, start);
        if (end > start && whole) {
            var span = Span.ofWords(words, start, end);
            found.add(new Candidate<>(words.raw(start, end), span, 0.85, "answer-to-location-question"));
        }
    }

    private static boolean asksForPlace(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        Words words = Words.ofRequest(asked, LONGEST_QUESTION);
        for (int i = 0; i < words.count(); i++) {
            boolean where = words.is(i, "where")
                    && (words.is(i + 1, "are") && words.is(i + 2, "you")
                            || words.is(i + 1, "do") && words.is(i + 3, "live"));
            boolean yours = words.is(i, "your") && i + 1 < words.count() && LABELS.has(words, i + 1);
            boolean which = (words.is(i, "which") || words.is(i, "what"))
                    && i + 1 < words.count()
                    && LABELS.has(words, i + 1)
                    && (words.is(i + 2, "are") || words.is(i + 2, "do"))
                    && words.is(i + 3, "you");
            if (where && !words.is(i + 3, "going") && !words.is(i + 3, "travelling") && !words.is(i + 3, "flying")
                    || yours
                    || which) {
                return true;
            }
        }
        return false;
    }
}
