package dev.leadkit.capture.extract;

import dev.leadkit.capture.ownership.Ownership;
import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads an address that was spoken or disguised, such as "jane dot doe at acme dot com", around its "at". */
final class SpokenEmail {
    private static final int SIDE = 120;
    private static final int MAX_LOCAL = 64;
    private static final int MAX_LABELS = 5;
    private static final int MAX_PARTS = 6;
    private static final int MOST_JOINED = 3;

    private static final WordSet TOP_LEVEL = WordSet.listed("""
            com net org edu gov info biz io co ai dev app me us uk de fr es it nl be ch at pl pt se no dk fi ie in
            au nz ca br mx ar jp cn kr ru ua za eu tv cz gr tr example digital studio design shop store online agency email
            tech cloud xyz site space live world group solutions systems consulting media art law legal health care clinic
            coffee restaurant kitchen beer wine farm garden house homes realty coop pro club team works tools software ie sg
            ph ng ke scot wales london berlin nyc""");
    /** Those that have so many mailboxes that they are named in speech. */
    static final WordSet MAIL_HOSTS = WordSet.listed("""
            gmail googlemail yahoo ymail hotmail outlook live msn icloud aol proton protonmail gmx web mail zoho
            yandex fastmail""");

    private static final WordSet NO_LOCAL = WordSet.listed("""
            me us you it them him her look looking looked is are was be am i bought order ordered shop shopping site
            website page store work working here there available online meet see saw seen reach reached email e-mail
            mail found find buy up out and or the a price address account contact that this one sold listed arrive
            arriving login visit sign signed live stay""");
    private static final WordSet CUES = WordSet.listed("""
            email e-mail mail emails address reach contact send write correo courriel mailadresse id""");

    /** What is said for a dot in a domain. */
    private static final WordSet DOTS = WordSet.listed("dot punkt punto");

    /** What is said for a mark before the sign. */
    private static final WordMap<String> MARKS = WordMap.<String>builder()
            .put(".", "dot", "punkt", "punto", "point")
            .put("_", "underscore")
            .put("-", "dash", "hyphen")
            .put("+", "plus")
            .build();

    /** What is said for figures at the end of the part before the sign. */
    private static final WordMap<Integer> NUMBERS = numbers();

    private SpokenEmail() {}

    private static WordMap<Integer> numbers() {
        var numbers = WordMap.<Integer>builder();
        List<String> units = List.of(
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen");
        for (int i = 0; i < units.size(); i++) {
            numbers.put(i, units.get(i));
        }
        List<String> tens = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        for (int i = 0; i < tens.size(); i++) {
            numbers.put(10 * i + 20, tens.get(i));
        }
        return numbers.build();
    }

    /** Whether a spoken dot and a label follow. */
    static boolean isDotAhead(Turn turn, int from) {
        Words words = turn.words().within(from, Math.min(turn.text().length(), from + 40));
        return words.count() >= 2 && isDot(words, 0) && isQuiet(words, 0);
    }

    /**
     * @param at the place of an {@code @} or of the word "at"
     * @return the end of the address if one was found or rejected, else -1
     */
    static int read(Turn turn, int at, int free, List<Candidate<String>> found, List<Rejected> rejected) {
        String text = turn.text();
        boolean sign = text.charAt(at) == '@';
        int after = at + (sign ? 1 : 2);
        if (sign && !isEven(text, at) || !mayBeDomain(text, after)) {
            return -1;
        }
        boolean bracketed = isBracketed(text, at, after);
        boolean marked = sign || bracketed;
        Words right = turn.words().within(after, Math.min(text.length(), after + SIDE));
        int top = topLevel(text, right, 0);
        int joined = 0; // "fjord boats dot com": so many words of the first label more than one
        while (top < 0 && joined + 1 < MOST_JOINED && mayBeJoined(text, right, joined + 1)) {
            joined++;
            top = isDot(right, joined + 1) ? topLevel(text, right, joined) : -1;
        }
        if (top < 0) {
            return -1;
        }
        int leftFrom = Words.wholeFrom(text, free, Math.max(free, at - SIDE), at);
        Words left = turn.words().within(leftFrom, at);
        StringBuilder local = new StringBuilder(MAX_LOCAL);
        int first = local(text, left, local);
        if (first < 0 || local.length() > MAX_LOCAL) {
            return -1;
        }
        boolean single = local.indexOf(".") < 0 && local.indexOf("_") < 0 && !hasDigit(local);
        boolean place = joined > 0 && left.is(first - 1, "the"); // "at the office at fjord boats dot com"
        if (!bracketed && single && (place || NO_LOCAL.contains(local.toString()))) {
            return -1;
        }
        int end = right.end(top);
        boolean evident = marked
                || !single && joined == 0
                || MAIL_HOSTS.has(right, 0)
                || hasCue(left, first, turn.asked())
                || first == 0 && left.gap(0) != Words.BLANK && isLast(right, end);
        if (!evident) {
            return -1;
        }
        Span span = new Span(left.start(first), end);
        String objection = Ownership.objection(turn.reply(), span.start(), span.end());
        if (objection != null) {
            rejected.add(new Rejected("email", span, objection));
        } else {
            local.append('@');
            for (int word = 0; word < joined; word++) {
                local.append(right.folded(word));
            }
            String value = addDomain(local, right, joined, top).toString();
            found.add(new Candidate<>(value, span, marked ? 0.9 : 0.8, "spoken-address"));
        }
        return end;
    }

    /** Whether a dot, said or written, may come behind the first words; most of what follows an "at" has none. */
    private static boolean mayBeDomain(String text, int from) {
        int words = 0;
        boolean inside = false;
        int limit = Math.min(text.length(), from + SIDE);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c > 127) {
                return true; // for all that is known here
            }
            if (c == '.') {
                return i + 1 < limit && isPart(text.charAt(i + 1)) || text.startsWith(" . ", i - 1);
            }
            boolean part = AsciiText.isWordPart(c);
            if (part && !inside) {
                words++;
                if (words > 1 && (isSaid(text, i, "dot") || isSaid(text, i, "punkt") || isSaid(text, i, "punto"))) {
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

    private static boolean isSaid(String text, int at, String word) {
        return (text.charAt(at) | 32) == word.charAt(0) && text.regionMatches(true, at, word, 0, word.length());
    }

    /** Whether the address ends the message, as far as this side of it was read. */
    private static boolean isLast(Words right, int end) {
        return right.end(right.count() - 1) <= end;
    }

    /** An at sign with a blank on both sides or on none; "is @fjord" names an account. */
    private static boolean isEven(String text, int at) {
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        if (Character.isLetterOrDigit(before)) {
            return Character.isLetterOrDigit(after);
        }
        return before == ' ' && after == ' ' || isBracketed(text, at, at + 1);
    }

    private static boolean isBracketed(String text, int at, int after) {
        return at > 0
                && after < text.length()
                && "([{<_-".indexOf(text.charAt(at - 1)) >= 0
                && ")]}>_-".indexOf(text.charAt(after)) >= 0;
    }

    /** The last word of "acme dot co dot uk", or of "acme.com" where only the at was spoken; -1 if it is no domain. */
    private static int topLevel(String text, Words words, int first) {
        int best = -1;
        int word = first;
        for (int label = 0; label < MAX_LABELS && word < words.count(); label++) {
            if (!isLabel(text, words.start(word), words.end(word)) || !isClose(words.gap(word), label == 0)) {
                break;
            }
            if (label > 0 && TOP_LEVEL.has(words, word)) {
                best = word;
            }
            word++;
            if (isDot(words, word)) {
                word++;
            } else if (word == words.count() || !isWrittenDot(text, words, word)) {
                break;
            }
        }
        return best;
    }

    /** Whether a word may go on with the first label, which is said as several words. */
    private static boolean mayBeJoined(String text, Words words, int word) {
        return word < words.count()
                && words.gap(word) == Words.BLANK
                && isLabel(text, words.start(word - 1), words.end(word - 1))
                && !words.is(word - 1, "at")
                && !words.is(word - 1, "the")
                && !words.is(word, "at")
                && !isDot(words, word);
    }

    /** Adds the labels up to the last one, with a dot between. */
    private static StringBuilder addDomain(StringBuilder address, Words words, int first, int top) {
        address.append(words.folded(first));
        for (int word = first + 1; word <= top; word++) {
            word += isDot(words, word) ? 1 : 0;
            address.append('.').append(words.folded(word));
        }
        return address;
    }

    private static boolean isLabel(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!EmailExtractor.isLabelPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClose(char gap, boolean first) {
        return gap == Words.BLANK || gap == Words.START || "([{<>)]}._-".indexOf(gap) >= 0 && (!first || gap != '.');
    }

    private static boolean isWrittenDot(String text, Words words, int word) {
        int from = words.end(word - 1);
        return words.gap(word) == '.'
                && (words.start(word) == from + 1
                        || text.substring(from, words.start(word)).equals(" . "));
    }

    /** Reads backwards "jane dot doe", "jane underscore 7"; the index of the first word, -1 if there is none. */
    private static int local(String text, Words words, StringBuilder local) {
        int word = words.count() - 1;
        if (word < 0 || !isClose(words.gap(words.count()), true) && words.gap(words.count()) != Words.BLANK) {
            return -1;
        }
        int first = -1;
        for (int parts = 0; ; parts++) {
            if (parts == MAX_PARTS) {
                return -1; // a part of it could be somebody else's
            }
            String part = words.folded(word);
            if (part.indexOf('\'') >= 0) {
                break;
            }
            Integer number = NUMBERS.get(words, word);
            if (number != null && isNamed(words, word - 1)) {
                int tens = number < 10 ? tens(words, word - 1) : 0;
                part = String.valueOf(tens + number);
                word -= tens > 0 ? 1 : 0; // "seventy seven"
            }
            local.insert(0, part);
            first = word;
            if (word == 0) {
                break;
            }
            String mark = mark(words, word - 1);
            boolean written = words.start(word) == words.end(word - 1) + 1 && "._+".indexOf(words.gap(word)) >= 0
                    || isWrittenDot(text, words, word);
            if (mark != null && word >= 2) {
                local.insert(0, mark);
                word -= 2;
            } else if (written) {
                local.insert(0, words.gap(word));
                word--;
            } else if (Character.isDigit(part.charAt(0))
                    && words.gap(word) == Words.BLANK
                    && isNamed(words, word - 1)) {
                word--; // "jane seventy seven", "jane 77"
            } else if (isLetter(words, word) && isLetter(words, word - 1) && words.gap(word) == Words.BLANK) {
                word--; // "j a n e", letter by letter
                parts--;
            } else {
                break;
            }
        }
        return first;
    }

    /** What "seventy" comes to; 0 for any other word. */
    private static int tens(Words words, int word) {
        Integer number = NUMBERS.get(words, word);
        return number != null && number >= 20 ? number : 0;
    }

    /** Whether figures may end the word: one that neither links nor says what follows, or another number. */
    private static boolean isNamed(Words words, int word) {
        return word >= 0
                && (NUMBERS.get(words, word) != null || !CommonWords.isFunction(words, word))
                && !CUES.has(words, word)
                && !NO_LOCAL.has(words, word)
                && MARKS.get(words, word) == null;
    }

    private static boolean isLetter(Words words, int word) {
        return words.end(word) - words.start(word) == 1;
    }

    private static @Nullable String mark(Words words, int word) {
        if (!isQuiet(words, word) || words.gap(word + 1) == ',') {
            return null;
        }
        return MARKS.get(words, word);
    }

    private static boolean isDot(Words words, int word) {
        return DOTS.has(words, word) && isQuiet(words, word) && word + 1 < words.count() && isQuiet(words, word + 1);
    }

    private static boolean isQuiet(Words words, int word) {
        char gap = words.gap(word);
        return !Words.isSentenceEnd(gap) && gap != ',' || gap == Words.START;
    }

    private static boolean hasDigit(CharSequence local) {
        for (int i = 0; i < local.length(); i++) {
            if (Character.isDigit(local.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCue(Words left, int first, @Nullable String asked) {
        for (int i = Math.max(0, first - 8); i < first; i++) {
            if (CUES.has(left, i)) {
                return true;
            }
        }
        if (asked == null) {
            return false;
        }
        String folded = asked.toLowerCase(Locale.ROOT);
        return folded.contains("mail") || folded.contains("correo");
    }
}
