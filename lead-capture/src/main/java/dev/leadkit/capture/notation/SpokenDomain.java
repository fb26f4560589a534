package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.AddressWords;
import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.MailProviders;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The domain behind the sign of an address, as it is said: "acme dot co dot uk", "fjord boats dot com", "leine bindestrich post
 * punkt de", or "acme.com" where only the sign was.
 *
 * <p>Not "acme dot", "acme, dot com", "acme dot boat" (which no domain ends in).
 */
public final class SpokenDomain {
    private static final int MAX_LABELS = 5;
    private static final int MOST_JOINED = 3;

    /** As phones write it behind "gmail". */
    private static final String HOST_END = ". com";

    private static final WordSet TOP_LEVEL = WordSet.listed("""
            com net org edu gov info biz io co ai dev app me us uk de fr es it nl be ch at pl pt se no dk fi ie in
            au nz ca br mx ar cl pe uy jp cn kr ru ua za eu tv cz gr tr example digital studio design shop store online agency email
            tech cloud xyz site space live world group solutions systems consulting media art law legal health care clinic
            coffee restaurant kitchen beer wine farm garden house homes realty coop pro club team works tools software sg
            ph ng ke scot wales london berlin nyc""");

    /** A dot and what domains end in, said in one word. */
    private static final WordSet ENDS = WordSet.listed("dotcom dotnet dotorg");

    private static final String DOT = "dot";

    private final String text;
    private final Words words;
    private final WordSet dots;

    /** How many words of the first label there are more than one. */
    private int joined;

    /** The last of its words; -1 if they say no domain. */
    private int top;

    /** As far as the last of its words, with a dot between its labels. */
    private String domain = "";

    private SpokenDomain(String text, Words words, WordSet dots) {
        this.text = text;
        this.words = words;
        this.dots = dots;
        this.top = topLevel();
        while (top < 0 && joined + 1 < MOST_JOINED && mayBeJoined(joined + 1)) {
            joined++;
            top = isDot(words, joined + 1, dots) ? topLevel() : -1;
        }
    }

    /**
     * @param words those behind the sign
     * @return null if they say none
     */
    public static @Nullable SpokenDomain at(String text, Words words, WordSet dots) {
        SpokenDomain domain = new SpokenDomain(text, words, dots);
        return domain.top < 0 ? null : domain;
    }

    /** Whether domains that are said end in it. */
    public static boolean isTopLevel(String label) {
        return TOP_LEVEL.contains(label);
    }

    /** Whether domains that are said end in a word. */
    static boolean isTopLevel(Words words, int word) {
        return TOP_LEVEL.has(words, word);
    }

    /** How many words say a dot, from this one on: two in "full stop", 0 if none does. */
    static int dot(Words words, int word) {
        if (words.is(word, "full") && words.is(word + 1, "stop")) {
            return 2;
        }
        return AddressWords.DOTS.has(words, word) || words.is(word, "period") ? 1 : 0;
    }

    /** Whether a dot, said or written, may come behind the first words; most of what follows an "at" has none. */
    public static boolean mayBe(String text, int from, int to) {
        int words = 0;
        boolean inside = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c > 127) {
                return true; // for all that is known here
            }
            if (c == '.') {
                return i + 1 < to && isPart(text.charAt(i + 1))
                        || text.startsWith(" . ", i - 1)
                        || text.startsWith(HOST_END, i);
            }
            boolean part = AsciiText.isWordPart(c);
            if (part && !inside) {
                words++;
                if (words > 1 && isDotSaid(text, i)) {
                    return true;
                }
                if (words > MOST_JOINED) {
                    return false;
                }
            }
            inside = part || inside && (c == '\'' || c == '-');
        }
        return false;
    }

    private static boolean isPart(char c) {
        return c > 127 || AsciiText.isWordPart(c);
    }

    private static boolean isDotSaid(String text, int at) {
        return switch (text.charAt(at) | 32) {
            case 'd' -> isSaid(text, at, "dot");
            case 'p' ->
                isSaid(text, at, "punt")
                        || isSaid(text, at, "punkt")
                        || isSaid(text, at, "poi")
                        || isSaid(text, at, "ponto");
            case 'k' -> isSaid(text, at, "kropka");
            default -> false;
        };
    }

    private static boolean isSaid(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    public static boolean endsHost(String text, int at) {
        return text.startsWith(HOST_END, at);
    }

    public static boolean isDot(Words words, int word, WordSet dots) {
        return dots.has(words, word) && isQuiet(words, word) && word + 1 < words.count() && isQuiet(words, word + 1);
    }

    /** Whether no sentence ends before a word, and no comma stands there. */
    public static boolean isQuiet(Words words, int word) {
        char gap = words.gap(word);
        return !Words.isSentenceEnd(gap) && gap != ',' || gap == Words.START;
    }

    /** A blank, or a bracket or a mark that stands in for one. */
    static boolean isClose(char gap, boolean first) {
        return gap == Words.BLANK
                || gap == Words.START
                || "([{<>)]}._-*\"'|".indexOf(gap) >= 0 && (!first || gap != '.');
    }

    /** "acme.com", "acme . com", "acme .com", and "gmail. com" as phones write it. */
    static boolean isWrittenDot(String text, Words words, int word) {
        int from = words.end(word - 1);
        int dot = words.start(word) - 1;
        if (words.gap(word) != '.' && words.gap(word) != '\n') {
            return false;
        }
        boolean host = MailProviders.SAID.has(words, word - 1) && words.is(word, "com");
        return dot - from <= 1 && text.charAt(dot) == '.'
                || host && text.startsWith(HOST_END, from)
                || text.substring(from, dot + 1).equals(" . ");
    }

    /** The last word behind those of the first label; -1 if they begin no domain. */
    private int topLevel() {
        int best = -1;
        int word = joined;
        var read = new StringBuilder();
        for (int label = 0; label < MAX_LABELS && word < words.count(); label++) {
            boolean close = isClose(words.gap(word), label == 0) || label > 0 && isWrittenDot(text, words, word);
            if (!close || !isLabel(word)) {
                break;
            }
            if (label == 0) {
                addFirst(read);
            } else {
                word = addLabel(read.append('.'), word);
            }
            if (label > 0 && TOP_LEVEL.contains(read.substring(read.lastIndexOf(".") + 1))) {
                best = word;
                domain = read.toString();
            }
            word++;
            if (ENDS.has(words, word) && isClose(words.gap(word), false)) {
                domain = read + "." + words.folded(word).substring(DOT.length());
                return word; // "fjord dotcom"
            }
            word = label > 0 ? addDashed(read, word) : word;
            int dot = label == 0 ? isDot(words, word, dots) ? 1 : 0 : laterDot(word);
            if (dot == 0 && (word == words.count() || !isWrittenDot(text, words, word))) {
                break;
            }
            word += dot;
        }
        return best;
    }

    private void addFirst(StringBuilder read) {
        boolean dash = hasDash();
        boolean digits = joined > 0;
        for (int word = 0; word <= joined; word++) {
            NumberWord number = NumberWords.ENGLISH.get(words, word);
            digits &= number != null && number.isDigit();
        }
        for (int word = 0; word <= joined; word++) {
            NumberWord digit = digits ? NumberWords.ENGLISH.get(words, word) : null;
            read.append(digit != null ? String.valueOf(digit.value()) : dash && word == 1 ? "-" : words.folded(word));
        }
    }

    /** Also letter by letter: "u k". */
    private int addLabel(StringBuilder read, int first) {
        int word = first;
        read.append(words.folded(word));
        while (words.length(word) == 1
                && word + 1 < words.count()
                && words.length(word + 1) == 1
                && (words.gap(word + 1) == Words.BLANK || words.gap(word + 1) == '.')) {
            word++;
            read.append(words.folded(word));
        }
        return word;
    }

    /** "Co dash op". */
    private int addDashed(StringBuilder read, int from) {
        int word = from;
        if (SpokenMark.isDash(words, word) && word + 1 < words.count() && isLabel(word + 1)) {
            read.append('-').append(words.folded(word + 1));
            word += 2;
        }
        return word;
    }

    /**
     * How many words say a dot behind the second label or a later one, where less is needed to tell: "brightloom dot co, dot uk", "dot
     * co period uk".
     */
    private int laterDot(int word) {
        int said = dot(words, word);
        int behind = word + said;
        if (said == 0 || behind >= words.count()) {
            return 0;
        }
        char gap = words.gap(word);
        boolean close = isQuiet(words, word) || gap == ',' || gap == '\n';
        boolean evident = dots.has(words, word) && isQuiet(words, word) || !CommonWords.isFunction(words, behind);
        return close && evident && isQuiet(words, behind) ? said : 0;
    }

    /** Whether a word may go on with the first label, which is said as several words. */
    private boolean mayBeJoined(int word) {
        return word < words.count()
                && words.gap(word) == Words.BLANK
                && isLabel(word - 1)
                && !words.is(word - 1, "at")
                && !words.is(word - 1, "the")
                && !words.is(word, "at")
                && !isDot(words, word, dots);
    }

    private boolean isLabel(int word) {
        for (int i = words.start(word); i < words.end(word); i++) {
            if (!EmailBounds.isLabelPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether words without a mark between are read as one, which may be too much. */
    public boolean isJoined() {
        return joined > 0 && !hasDash();
    }

    /** "leine bindestrich post". */
    private boolean hasDash() {
        return joined == MOST_JOINED - 1 && SpokenMark.isDash(words, 1);
    }

    /** Whether it is one of a provider that is named in speech. */
    public boolean isOfProvider() {
        return MailProviders.SAID.has(words, 0);
    }

    public int end() {
        return words.end(top);
    }

    /** Whether it ends the message, as far as this side of it was read. */
    public boolean isLast() {
        return words.end(words.count() - 1) <= end();
    }

    /** Its labels in lower case, with a dot between. */
    @Override
    public String toString() {
        return domain;
    }
}
