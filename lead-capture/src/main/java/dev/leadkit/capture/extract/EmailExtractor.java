package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.AddressLead;
import dev.leadkit.capture.notation.AddressPieces;
import dev.leadkit.capture.notation.AddressText;
import dev.leadkit.capture.notation.EmailBounds;
import dev.leadkit.capture.notation.SpokenSign;
import dev.leadkit.capture.ownership.Ownership;
import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds e-mail addresses: written ones from each {@code @} outwards, spoken ones from each "at", "(at)" or "ät", and where
 * there are none from what other languages say for the sign.
 *
 * <p>Matches {@code jane+crm@acme.com}, {@code <jane@acme.com>,} (without the comma), {@code mailto:jane@acme.com},
 * {@code jürgen@bücher.example}, {@code jane@acme dot com}, {@code jane@ gmail.com}, "my mail is jane dot doe at acme dot com", "email
 * j doe at acme dot com" (with the initial), {@code jane [at] acme [dot] com}, "jane punkt doe ät acme punkt de", "jane guión bajo
 * doe arroba acme punto com", "jane chiocciola acme punto it", {@code janeATacmeDOTcom}; "jane dot doe@acme.co dot uk", and whatever {@link AddressText} makes plain; of "邮箱jane@acme.com联系我" the address alone.
 *
 * <p>Nearly matches, and is not found: {@code git@github.com:acme/site} ({@code url}), {@code jane@localhost}
 * ({@code no-domain}), {@code jane..doe@acme.com} ({@code malformed}: any cut could be somebody else's mailbox),
 * {@code jane,doe@acme.com}, {@code jane_ doe@acme.com}, "my email is jane doe at acme dot com", {@code jane@acme.exam…} ({@code
 * cut}), {@code j***@acme.com} ({@code masked}), {@code jane/doe@acme.com} ({@code ambiguous}), "my colleague's e-mail is bob@acme.com", "I wrote to bob@acme.com" ({@code
 * third-party}), "don't write to jane@old.com" ({@code negated}), a line behind {@code >} ({@code quoted}), an address that
 * bot or agent had just written ({@code echo}), "meet me at acme dot com", "email Jane
 * at vantage point in Leeds".
 *
 * <p>The value is in the form in which addresses are compared: in lower case, its letters and their marks composed.
 */
public final class EmailExtractor implements Extractor<String> {
    private static final int MAX_FOUND = 64;

    /** Behind the numbers by which WhatsApp knows people and groups. */
    private static final List<String> CHAT_IDS = List.of("@c.us", "@g.us", "@s.whatsapp.net");

    private static final WordSet YOUR = WordSet.of("your", "an");
    private static final int YOUR_REACH = 4;

    /** Words of chats with which an answer begins, beside those of {@link NameFillers}. */
    private static final WordSet OPENERS =
            WordSet.listed("k kk yess yea yas gotcha ofc tks thx ty np aight ummm hmmm heya hiya");

    private static final WordSet AND = WordSet.of("and", "or");

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
        if (at >= 0) {
            Span plain = text.charAt(at) == '@' ? PlainAddress.around(turn.ascii(), at, 0) : null;
            AddressText other = plain == null ? plainText(turn) : null;
            return other == null ? read(turn, at, plain) : madePlain(turn, other);
        }
        AddressText other = AddressText.maySign(text) ? plainText(turn) : null;
        if (other != null) {
            return madePlain(turn, other);
        }
        return said(turn);
    }

    private static @Nullable AddressText plainText(Turn turn) {
        return AddressText.of(turn.text(), turn.ascii() != AsciiText.NONE);
    }

    /** Reads the text with its marks made plain; what is found stands where it was written. */
    private Extraction<String> madePlain(Turn turn, AddressText other) {
        Turn plain = new Turn(other.plain(), turn.asked(), turn.region());
        int at = nextSign(plain, 0);
        if (at < 0) {
            return said(plain).at(other::place);
        }
        return read(plain, at, PlainAddress.around(plain.ascii(), at, 0)).at(other::place);
    }

    /** @param plain the address around the first sign if it is plain */
    private Extraction<String> read(Turn turn, int first, @Nullable Span plain) {
        String text = turn.text();
        List<Candidate<String>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int free = 0; // everything before belongs to an address already
        int at = first;
        while (at >= 0 && found.size() + rejected.size() < MAX_FOUND) {
            Span around = at == first ? plain : PlainAddress.around(turn.ascii(), at, free);
            int end = text.charAt(at) == '@' ? written(turn, at, free, around, found, rejected) : -1;
            if (AsciiText.isCamelSign(text, at)) {
                end = CamelEmail.read(turn, at, free, found, rejected);
            } else if (end < 0) {
                end = SpokenEmail.read(turn, at, free, found, rejected);
            }
            free = Math.max(free, end);
            at = nextSign(turn, Math.max(at + 1, end));
        }
        return found.isEmpty() && rejected.isEmpty() ? said(turn) : Extraction.of(found, rejected);
    }

    /** Those with a word of another language than English for the sign. */
    private static Extraction<String> said(Turn turn) {
        Words words = turn.words();
        int sign = SpokenSign.next(words, 0);
        if (sign == words.count()) {
            return Extraction.nothing(); // as nearly always
        }
        List<Candidate<String>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int free = 0;
        while (sign < words.count() && found.size() + rejected.size() < MAX_FOUND) {
            Span span = Span.ofWords(words, sign, sign + 1);
            SpokenSign said = SpokenSign.of(words, sign);
            if (said != null && span.start() >= free) {
                free = Math.max(free, SpokenEmail.read(turn, span, said, free, found, rejected));
            }
            sign = SpokenSign.next(words, sign + 1);
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

    /**
     * @param plain the address around the sign if it is plain
     * @return the end of what was decided upon, -1 if no address is written around this sign
     */
    private int written(
            Turn turn, int at, int free, @Nullable Span plain, List<Candidate<String>> found, List<Rejected> rejected) {
        String text = turn.text();
        if (plain != null) {
            return whole(turn, plain, at, free, plain.of(text), found, rejected);
        }
        int end = WrittenDomain.end(text, at + 1);
        int start = WrittenLocal.start(text, at, free, end);
        if (start == at || end == at + 1 || text.charAt(at + 1) == '-') {
            return -1;
        }
        if (WrittenDomain.lastDot(text, at + 1, end) < 0) {
            if (SpokenEmail.isDotAhead(turn, end)) {
                return -1; // "jane@acme dot com" is read as speech
            }
            rejected.add(new Rejected(field(), new Span(start, end), "no-domain"));
            return end;
        }
        Span span = new Span(start, end);
        String problem = problem(text, start, at, end);
        if (problem == null) {
            return whole(turn, span, at, free, Mailboxes.canonical(span.of(text)), found, rejected);
        }
        rejected.add(new Rejected(field(), span, problem));
        return end;
    }

    /** Decides on one of which more may stand beside it, or across a blank. */
    private int whole(
            Turn turn,
            Span span,
            int at,
            int free,
            String value,
            List<Candidate<String>> found,
            List<Rejected> rejected) {
        String text = turn.text();
        boolean more = AddressPieces.mayBe(text, span.start(), span.end());
        boolean saidOn = more && AddressPieces.isSaidOn(text, turn.words(), span.start(), span.end());
        int end = saidOn ? SpokenEmail.read(turn, at, free, found, rejected) : -1;
        if (end >= 0) {
            return end;
        }
        boolean broken = saidOn
                || more && AddressPieces.isBroken(text, turn.words(), span.start(), span.end())
                || AddressLead.mayBeApart(text, span.start()) && isApart(turn, span.start(), at);
        String problem = broken ? "cut" : EmailBounds.problem(text, span.start(), span.end(), free);
        decide(turn, span, value, problem, found, rejected);
        return span.end();
    }

    private static boolean isApart(Turn turn, int start, int at) {
        String local = turn.text().substring(start, at);
        int first = turn.words().firstFrom(start);
        return AddressLead.isApart(turn.words(), local, first, () -> asksForOneAlone(turn));
    }

    /** In English, since of other languages too few words are known to tell what leads up to an answer. */
    private static boolean asksForOneAlone(Turn turn) {
        Words asked = turn.reply().askedWords();
        if (asked == null || isOpener(turn.words())) {
            return false;
        }
        for (int word = 0; word < asked.count(); word++) {
            if (AddressLead.isMail(asked, word) && YOUR.isBefore(asked, word, YOUR_REACH)) {
                return !turn.asksName() && !turn.asksCompany() && !asksForMore(asked, word);
            }
        }
        return false;
    }

    private static boolean isOpener(Words answer) {
        return OPENERS.has(answer, 0) || NameFillers.isFiller(answer, 0) || NameFillers.isGreeting(answer, 0);
    }

    /** "Your user name and e-mail?", "your e-mail or number?". */
    private static boolean asksForMore(Words asked, int mail) {
        int end = mail + 1;
        while (!asked.startsSentence(end)) {
            end++;
        }
        return AND.has(asked, mail - 1) || AND.isBefore(asked, end - 1, end - mail);
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
        if (at - start > EmailBounds.MAX_LOCAL || end - at - 1 > WrittenDomain.LONGEST) {
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
        String local = WrittenLocal.problem(text, start, at);
        if (local != null) {
            return local;
        }
        String domain = WrittenDomain.problem(text, at + 1, end);
        if (domain != null) {
            return domain;
        }
        if (isChatId(text, at, end)) {
            return "no-domain";
        }
        return isMachine(text, start, at) ? "no-reply" : null;
    }

    /** {@code 4158632200@c.us}. */
    private static boolean isChatId(String text, int at, int end) {
        if (at == 0 || !Character.isDigit(text.charAt(at - 1))) {
            return false;
        }
        return CHAT_IDS.contains(text.substring(at, end));
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
}
