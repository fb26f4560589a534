package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.EmailBounds;
import dev.leadkit.capture.notation.SpokenSign;
import dev.leadkit.capture.ownership.Ownership;
import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.UnspacedScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds e-mail addresses: written ones from each {@code @} outwards, spoken ones from each "at", "(at)" or "ät", and where
 * there are none from what other languages say for the sign.
 *
 * <p>Matches {@code jane+crm@acme.com}, {@code <jane@acme.com>,} (without the comma), {@code mailto:jane@acme.com},
 * {@code jürgen@bücher.example}, {@code jane@acme dot com}, {@code jane@ gmail.com}, "my mail is jane dot doe at acme dot com", "email
 * j doe at acme dot com" (with the initial), {@code jane [at] acme [dot] com}, "jane punkt doe ät acme punkt de", "jane guión bajo
 * doe arroba acme punto com", "jane chiocciola acme punto it", {@code janeATacmeDOTcom}; of "邮箱jane@acme.com联系我" the address alone.
 *
 * <p>Nearly matches, and is not found: {@code git@github.com:acme/site} ({@code url}), {@code jane@localhost}
 * ({@code no-domain}), {@code jane..doe@acme.com} ({@code malformed}: any cut could be somebody else's mailbox),
 * {@code jane,doe@acme.com}, {@code jane@acme.exam…} ({@code cut}), {@code j***@acme.com} ({@code masked}), {@code
 * jane/doe@acme.com} ({@code ambiguous}), "my colleague's e-mail is bob@acme.com", "I wrote to bob@acme.com" ({@code
 * third-party}), "don't write to jane@old.com" ({@code negated}), a line behind {@code >} ({@code quoted}), an address that
 * bot or agent had just written ({@code echo}), "meet me at acme dot com", "email Jane
 * at vantage point in Leeds".
 *
 * <p>The value is in the form in which addresses are compared: in lower case, its letters and their marks composed.
 */
public final class EmailExtractor implements Extractor<String> {
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_FOUND = 64;

    private static final String HTTPS = "https";

    /** No sentence begins with one, and none goes on behind one. */
    private static final Set<String> COMMON_TOPS = Set.of("com", "org", "net");

    /** Has no settings. */
    public EmailExtractor() {}

    @Override
    public String field() {
        return "email";
    }

    @Override
    public Extraction<String> extract(Turn turn) {
        String text = turn.text();
        int at = nextSign(turn, 0);
        if (at < 0) {
            SpokenSign said = SpokenSign.in(text);
            return said == null ? Extraction.nothing() : said(turn, said);
        }
        List<Candidate<String>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int free = 0; // everything before belongs to an address already
        while (at >= 0 && found.size() + rejected.size() < MAX_FOUND) {
            int end = text.charAt(at) == '@' ? written(turn, at, free, found, rejected) : -1;
            if (AsciiText.isCamelSign(text, at)) {
                end = CamelEmail.read(turn, at, free, found, rejected);
            } else if (end < 0) {
                end = SpokenEmail.read(turn, at, free, found, rejected);
            }
            free = Math.max(free, end);
            at = nextSign(turn, Math.max(at + 1, end));
        }
        SpokenSign said = found.isEmpty() && rejected.isEmpty() ? SpokenSign.in(text) : null;
        return said == null ? Extraction.of(found, rejected) : said(turn, said);
    }

    /** Those with the word of another language than English for the sign. */
    private static Extraction<String> said(Turn turn, SpokenSign said) {
        List<Candidate<String>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int free = 0;
        int at = said.nextFrom(turn.text(), 0);
        while (at >= 0 && found.size() + rejected.size() < MAX_FOUND) {
            Span sign = new Span(at, said.end(at));
            free = Math.max(free, SpokenEmail.read(turn, sign, said, free, found, rejected));
            at = said.nextFrom(turn.text(), Math.max(sign.end(), free));
        }
        return Extraction.of(found, rejected);
    }

    /** The next {@code @}, or the first letter of the next word "at" or "ät", or of "AT" within a word. */
    private static int nextSign(Turn turn, int from) {
        if (turn.ascii() != AsciiText.NONE) {
            return turn.ascii().nextSign(from);
        }
        String text = turn.text();
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' || c == 'A' && AsciiText.isCamelSign(text, i)) {
                return i;
            }
            if ((c == 'a' || c == 'A' || c == 'ä')
                    && i > 0
                    && i + 2 < text.length()
                    && (text.charAt(i + 1) | 32) == 't'
                    && !Character.isLetterOrDigit(text.charAt(i - 1))
                    && !Character.isLetterOrDigit(text.charAt(i + 2))) {
                return i;
            }
        }
        return -1;
    }

    /** @return the end of what was decided upon, -1 if no address is written around this sign */
    private int written(Turn turn, int at, int free, List<Candidate<String>> found, List<Rejected> rejected) {
        String text = turn.text();
        Span plain = PlainAddress.around(turn.ascii(), at, free);
        if (plain != null) {
            decide(turn, plain, plain.of(text), null, found, rejected);
            return plain.end();
        }
        int end = endOfDomain(text, at + 1);
        int start = startOfLocal(text, at, free, end);
        if (start == at || end == at + 1 || text.charAt(at + 1) == '-') {
            return -1;
        }
        if (lastDot(text, at + 1, end) < 0) {
            if (SpokenEmail.isDotAhead(turn, end)) {
                return -1; // "jane@acme dot com" is read as speech
            }
            rejected.add(new Rejected(field(), new Span(start, end), "no-domain"));
            return end;
        }
        String problem = problem(text, start, at, end);
        if (problem == null) {
            problem = EmailBounds.problem(text, start, end, free);
        }
        Span span = new Span(start, end);
        decide(turn, span, Mailboxes.canonical(span.of(text)), problem, found, rejected);
        return end;
    }

    private void decide(
            Turn turn,
            Span span,
            String value,
            @Nullable String problem,
            List<Candidate<String>> found,
            List<Rejected> rejected) {
        String code = problem == null ? Ownership.objection(turn.reply(), span.start(), span.end()) : problem;
        if (code != null) {
            rejected.add(new Rejected(field(), span, code));
        } else {
            found.add(new Candidate<>(value, span, 0.98, "address"));
        }
    }

    private static @Nullable String problem(String text, int start, int at, int end) {
        if (at - start > EmailBounds.MAX_LOCAL || end - at - 1 > MAX_DOMAIN) {
            return "too-long";
        }
        if (end < text.length() && text.charAt(end) == '@') {
            return "malformed";
        }
        boolean port =
                end + 1 < text.length() && text.charAt(end) == ':' && Character.isLetterOrDigit(text.charAt(end + 1));
        if (port || isUserOfUrl(text, start)) {
            return "url";
        }
        if (start > 0 && (text.charAt(start - 1) == '@' || text.charAt(start - 1) == '\\')) {
            return "malformed";
        }
        String local = localProblem(text, start, at);
        if (local != null) {
            return local;
        }
        if (!isDomain(text, at + 1, end)) {
            return "malformed";
        }
        if (!isTopLevel(text, end)) {
            return "no-domain";
        }
        return isMachine(text, start, at) ? "no-reply" : null;
    }

    /** What speaks against the part before the sign, the gravest first, in one pass. */
    private static @Nullable String localProblem(String text, int start, int at) {
        boolean quoted = at - start > 2 && text.charAt(start) == '"';
        boolean ambiguous = false;
        boolean masked = false;
        char last = '.'; // so that none may come first
        for (int i = start; i < at; i++) {
            char c = text.charAt(i);
            if (c < 'A') {
                if (c == '.' && last == '.' && !quoted) {
                    return "malformed";
                }
                ambiguous |= c == '/' || c == '&' || c == '?' || c == '%';
                masked |= c == '*';
            }
            last = c;
        }
        if (last == '.' && !quoted) {
            return "malformed";
        }
        return ambiguous ? "ambiguous" : masked ? "masked" : null;
    }

    /** Whether each label has a letter or digit at both ends. */
    private static boolean isDomain(String text, int from, int to) {
        char last = '.';
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (last == '.' && (c == '-' || c == '.') || c == '.' && last == '-') {
                return false;
            }
            last = c;
        }
        return true;
    }

    private static boolean isMachine(String text, int start, int at) {
        return startsWith(text, start, at, "noreply")
                || startsWith(text, start, at, "no-reply")
                || startsWith(text, start, at, "donotreply")
                || at - start == 13 && startsWith(text, start, at, "mailer-daemon");
    }

    private static boolean startsWith(String text, int start, int end, String prefix) {
        return end - start >= prefix.length() && text.regionMatches(true, start, prefix, 0, prefix.length());
    }

    /** {@code https://jane@acme.com} or {@code ftp://jane:secret@acme.com}. */
    private static boolean isUserOfUrl(String text, int start) {
        for (int i = start - 1; i > 1 && i > start - EmailBounds.MAX_LOCAL; i--) {
            char c = text.charAt(i);
            if (c == '/' && text.charAt(i - 1) == '/' && text.charAt(i - 2) == ':') {
                return !hasQuery(text, i, start);
            }
            if (Character.isWhitespace(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean hasQuery(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '=') {
                return true;
            }
        }
        return false;
    }

    private static int startOfLocal(String text, int at, int free, int end) {
        if (at > free && text.charAt(at - 1) == '"') {
            int lowest = Math.max(free, at - EmailBounds.MAX_LOCAL);
            for (int i = at - 2; i >= lowest && text.charAt(i) != '\n'; i--) {
                if (text.charAt(i) == '"') {
                    return i;
                }
            }
            return at;
        }
        int lowest = Math.max(free, at - EmailBounds.MAX_LOCAL - 1);
        int start = at;
        while (start > lowest && isLocalPart(text.charAt(start - 1))) {
            start--;
        }
        return withoutLead(text, behindUnspaced(text, start, at), at, end);
    }

    /** "邮箱jane@acme.com": the sentence ends with the last letter of its script; not "田中.taro@acme.com". */
    private static int behindUnspaced(String text, int start, int at) {
        int from = at;
        while (from > start && !UnspacedScript.has(text.charAt(from - 1))) {
            from--;
        }
        boolean glued = from > start && from < at && AsciiText.isWordPart(text.charAt(from));
        return glued ? from : start;
    }

    /** Drops what stands before an address without being part of it: markup, an ellipsis, the key of a query. */
    private static int withoutLead(String text, int start, int at, int end) {
        int from = start;
        for (int i = at - 1; i >= start; i--) {
            char c = text.charAt(i);
            if (c == '=' || c == '|') {
                from = i + 1;
                break;
            }
            if (c == '.' && i >= start + 2 && text.charAt(i - 1) == '.' && text.charAt(i - 2) == '.') {
                from = i + 1;
                break;
            }
        }
        while (from < at && "*'`~{}!#/.".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        boolean slanted = end < text.length() && text.charAt(end) == '_'; // in Markdown
        return slanted && text.charAt(from) == '_' ? from + 1 : from;
    }

    private static boolean isLocalPart(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || "._-+%'&=~!#$*?^{}|/`".indexOf(c) >= 0;
        }
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** The end of the labels after {@code from}, without trailing marks and without the next sentence. */
    private static int endOfDomain(String text, int from) {
        int end = from;
        int limit = Math.min(text.length(), from + MAX_DOMAIN + 2);
        while (end < limit
                && (EmailBounds.isLabelPart(text.charAt(end)) || text.charAt(end) == '.' && isLabelAt(text, end + 1))) {
            end++;
        }
        end = beforeUrl(text, from, beforeUnspaced(text, from, end));
        while (end > from && text.charAt(end - 1) == '-') {
            end--;
        }
        int dot = lastDot(text, from, end);
        boolean hasMoreDots = dot > from && lastDot(text, from, dot) > from;
        return hasMoreDots && isNextSentence(text, from, dot, end) ? dot : end;
    }

    /** "jane@acme.comhttps://acme.com", as pages run lines together. */
    private static int beforeUrl(String text, int from, int end) {
        if (!text.startsWith("://", end)) {
            return end;
        }
        int scheme = text.charAt(end - 1) == 's' ? end - HTTPS.length() : end - HTTPS.length() + 1;
        return scheme > from && text.startsWith(HTTPS.substring(0, end - scheme), scheme) ? scheme : end;
    }

    /** "jane@acme.com联系我": the domain ends where letters of such a script follow those of its last label. */
    private static int beforeUnspaced(String text, int from, int end) {
        int at = from;
        int label = from;
        while (at < end && !UnspacedScript.has(text.charAt(at))) {
            label = text.charAt(at) == '.' ? at + 1 : label;
            at++;
        }
        return label > from && at - label > 1 ? at : end;
    }

    /** The last dot in {@code [from, to)}, -1 if there is none; never looks further back. */
    private static int lastDot(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text.charAt(i) == '.') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLabelAt(String text, int at) {
        return at < text.length() && EmailBounds.isLabelPart(text.charAt(at)) && text.charAt(at) != '-';
    }

    /** "jane@acme.com.Please call": a missing blank, and no domain. */
    private static boolean isNextSentence(String text, int from, int dot, int end) {
        boolean capital = Character.isUpperCase(text.charAt(dot + 1))
                && end > dot + 2
                && Character.isLowerCase(text.charAt(end - 1))
                && !Character.isUpperCase(text.charAt(from));
        boolean afterCommon = end - dot > 3 && isCommonTop(text, lastDot(text, from, dot) + 1, dot);
        return capital && !isCommonTop(text, dot + 1, end) || afterCommon;
    }

    private static boolean isCommonTop(String text, int from, int to) {
        return COMMON_TOPS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    /** Two letters or more, or the ASCII form of an international one. */
    private static boolean isTopLevel(String text, int end) {
        int dot = lastDot(text, Math.max(0, end - MAX_DOMAIN), end);
        if (startsWith(text, dot + 1, end, "xn--")) {
            return end - dot - 1 > 4;
        }
        for (int i = dot + 1; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c) && (c < 128 || Character.getType(c) != Character.NON_SPACING_MARK)) {
                return false;
            }
        }
        return end - dot > 2;
    }
}
