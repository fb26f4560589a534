package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.AddressWords;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.MailProviders;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contact data and secrets that are told by the words around them or by the question before, in whatever form: digits beside the
 * word for a secret; a number of five digits or more, said in words or written, and the name of a user ("jane.miller", "jane77")
 * behind the word for contact data or in the answer to a question for some, there also in groups with words between; seven digits that are
 * told one by one; an address that is said ("jane at acme dot com", "jane at gmail"); where somebody lives, see {@link PostalAddress}; and
 * what stands between blanks and holds an {@code @} or is a link to a page.
 *
 * <p>"My phone is 555 123" tells a number; "number of chairs: 5" and "12000 phone cases" do not. Not safe to share.
 */
final class ToldContact {
    private static final WordSet CONTACTS = WordSet.listed("""
            phone telephone tel mobile cell cellphone landline fax sms whatsapp wa viber signal
            telefon telefonnummer handy handynummer rufnummer mobil mobilnummer teléfono telefono móvil celular cellulare
            téléphone portable telefone telemóvel telefoon mobiel
            """);

    /** Behind these stands a name of whatever letters. */
    private static final WordSet NAMED = WordSet.listed("""
            telegram skype insta instagram ig snapchat snap wechat discord facebook fb messenger linkedin twitter tiktok
            email e-mail mail username handle correo courriel
            """);

    private static final WordSet NUMBERS = WordSet.listed("number numbers nummer número numero numéro nr");
    private static final WordSet MY = WordSet.listed("my our your meine deine ihre mi su tu mon ma votre mio mijn meu");
    private static final WordSet REACH = WordSet.listed("call text reach contact message ring dial ping dm");
    private static final WordSet ME = WordSet.listed("me us");

    /** What may stand between the word for contact data and the data. */
    private static final WordSet LINKS = WordSet.listed("""
            is are it's its it my our the a here id no name address account contact user at on under via by to with and or also
            as ist lautet meine mein und oder unter auf es mi o y en est mon ma et ou sur è mio e su
            """);

    /** Behind these stands what is the name. */
    private static final WordSet NAMING = WordSet.listed(
            "is it's ist lautet es est è id as under called named als como comme come username handle name");

    /** What is said for other marks than a dot. */
    private static final WordSet JOINTS =
            WordSet.listed("underscore dash hyphen minus unterstrich bindestrich tiret guion trattino");

    private static final int LEAST_DIGITS = 5;

    /** So many are a number wherever they stand. */
    private static final int LEAST_SAID = 7;

    private static final int MOST_PARTS = 20;
    private static final int LEAST_NAME = 5;

    private final String text;
    private final Words words;
    private final boolean asked;
    private final List<Span> spans = new ArrayList<>();

    private ToldContact(String text, Words words, boolean asked) {
        this.text = text;
        this.words = words;
        this.asked = asked;
    }

    /** @param question that the text answers; empty if none */
    static List<Span> in(String text, String question) {
        Words asked = Words.of(question);
        Words words = Words.of(text);
        var told = new ToldContact(text, words, asksForContact(asked));
        told.markSecrets(NeedWords.hasSecretWord(asked, 0, asked.count()));
        told.markNumbersAndNames();
        told.markSaid();
        told.markAddresses();
        told.spans.addAll(PostalAddress.in(words));
        String parted = withoutHyphens(text);
        if (parted != null) {
            var toldSo = new ToldContact(parted, Words.of(parted), told.asked);
            toldSo.markNumbersAndNames();
            told.spans.addAll(toldSo.spans);
        }
        return told.spans;
    }

    /** The text with blanks for the hyphens between letters, so that "oh-two-oh" is three words; null if it has none. */
    private static @Nullable String withoutHyphens(String text) {
        StringBuilder parted = null;
        for (int at = text.indexOf('-', 1); at > 0 && at + 1 < text.length(); at = text.indexOf('-', at + 1)) {
            if (Character.isLetter(text.charAt(at - 1)) && Character.isLetter(text.charAt(at + 1))) {
                parted = parted == null ? new StringBuilder(text) : parted;
                parted.setCharAt(at, ' ');
            }
        }
        return parted == null ? null : parted.toString();
    }

    private void markNumbersAndNames() {
        markBehindWords();
        markSaidDigits();
    }

    private static boolean asksForContact(Words question) {
        for (int i = 0; i < question.count(); i++) {
            boolean number = NUMBERS.has(question, i) && !question.is(i + 1, "of");
            boolean you = question.is(i, "you") && REACH.has(question, i - 1);
            if (number || you || isContactWord(question, i) || question.is(i, "contact")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContactWord(Words words, int word) {
        return CONTACTS.has(words, word) || isContactIs(words, word) || isNamedByUser(words, word);
    }

    /** "Mobile's". */
    private static boolean isContactIs(Words words, int word) {
        if (!words.isPossessive(word)) {
            return false;
        }
        String folded = words.folded(word);
        return CONTACTS.contains(folded.substring(0, folded.length() - 2));
    }

    /** "Telegram"; "line" only in "line id". */
    private static boolean isNamedByUser(Words words, int word) {
        return NAMED.has(words, word) || words.is(word, "line") && words.is(word + 1, "id");
    }

    private void markSecrets(boolean secretAsked) {
        int from = 0;
        for (int to = 1; to <= words.count(); to++) {
            if (words.startsSentence(to)) {
                if (secretAsked || NeedWords.hasSecretWord(words, from, to)) {
                    markDigits(from, to);
                }
                from = to;
            }
        }
    }

    private void markDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (NeedWords.hasDigit(words, i)) {
                mark(i, i + 1);
            }
        }
    }

    private void markBehindWords() {
        boolean told = false;
        boolean named = false;
        boolean calling = false;
        for (int i = 0; i < words.count(); ) {
            told &= isNear(i);
            calling &= !words.startsSentence(i);
            int end = endOfData(i, told, told && named);
            end = end == i && calling ? endOfDialled(i) : end;
            if (end > i) {
                mark(i, end < words.count() && isHost(end) ? end + 1 : end);
                i = end;
                continue;
            }
            boolean mailbox = MailProviders.UNMISTAKABLE.has(words, i); // "my gmail is janedoe"
            named = isNamedByUser(words, i) || mailbox || named && told;
            told = isContactWord(words, i)
                    || mailbox
                    || NUMBERS.has(words, i) && MY.has(words, i - 1)
                    || ME.has(words, i) && REACH.has(words, i - 1)
                    || told && (LINKS.has(words, i) || NUMBERS.has(words, i));
            calling |= told || NUMBERS.has(words, i) || words.is(i, "digits");
            i++;
        }
    }

    /** Whether it is not divided from the word before it by a comma or the end of a sentence; a line may end. */
    private boolean isNear(int word) {
        char gap = words.gap(word);
        return gap != ',' && (gap == '\n' || !Words.isSentenceEnd(gap));
    }

    private boolean isHost(int word) {
        return words.gap(word) == Words.BLANK && MailProviders.UNMISTAKABLE.has(words, word);
    }

    /** The end of the number or name that begins with a word; the word itself where none does. */
    private int endOfData(int word, boolean told, boolean named) {
        if (!told && !asked) {
            return word;
        }
        SaidDigits said = SaidDigits.from(words, word);
        int end = said.count() >= LEAST_DIGITS ? said.end() : endOfNumber(word);
        end = Math.max(end, endOfGroups(word));
        if (end > word) {
            return end;
        }
        if (words.startsWithDigit(word)) {
            return word;
        }
        end = endOfJoined(word, told, named);
        boolean mailbox = end < words.count() && isHost(end) && !isOrdinary(word);
        return end > word + 1 || mailbox || isUserName(word) || named && isNamed(word) ? end : word;
    }

    /** The end of a number in groups that begins as numbers for a telephone do, whatever led to it in its sentence. */
    private int endOfDialled(int word) {
        boolean dialled = words.folded(word).startsWith("0") || words.isBehind(word, '+');
        return dialled ? endOfGroups(word) : word;
    }

    /** The end of a number in groups with words between; the word itself for a date or a sum. */
    private int endOfGroups(int word) {
        return isOfOther(word) ? word : SpreadDigits.from(words, word).end();
    }

    /** The end of five digits or more that only blanks and marks divide; the word itself for a date or a sum. */
    private int endOfNumber(int word) {
        if (!words.startsWithDigit(word) || isOfOther(word)) {
            return word;
        }
        int digits = 0;
        int end = word;
        while (end < Math.min(words.count(), word + MOST_PARTS)
                && NeedWords.hasDigit(words, end)
                && (end == word || goesOn(end))) {
            digits += (int) words.folded(end).chars().filter(Character::isDigit).count();
            end++;
        }
        int behind = words.end(end - 1);
        boolean sum = behind < text.length() && ContactLook.isMoney(text.charAt(behind));
        return digits >= LEAST_DIGITS && !sum ? end : word;
    }

    /** Whether it begins a sum or a date, or stands inside one. */
    private boolean isOfOther(int word) {
        int start = words.start(word);
        boolean sum = start > 0 && ContactLook.isMoney(text.charAt(start - 1));
        return sum || isInNumber(start) || ContactLook.endOfDate(text, start, text.length()) > start;
    }

    /** Whether digits stand before, joined by a mark: those of a date or a sum. */
    private boolean isInNumber(int start) {
        return start > 1
                && !Character.isWhitespace(text.charAt(start - 1))
                && Character.isDigit(text.charAt(start - 2));
    }

    private boolean goesOn(int word) {
        return isNear(word) && words.gap(word) != '\n' || words.start(word) - words.end(word - 1) == 1;
    }

    /** The end of "jane.miller", "jane_77", and of "live:jane", "jane#4421" and "jane-77" behind the word for it. */
    private int endOfJoined(int word, boolean told, boolean named) {
        String marks = named ? "._:#-" : told ? "._:#" : "._";
        int end = word + 1;
        while (end < words.count() && isJoined(end, marks) && !beginsSentence(end)) {
            end++;
        }
        return end;
    }

    /** Whether a blank was forgotten between two sentences: "chairs.Thanks". */
    private boolean beginsSentence(int word) {
        return words.gap(word) == '.' && words.isCapitalised(word) && !words.isCapitalised(word - 1);
    }

    /** Whether one of some marks, and nothing else, stands between a word and the one before. */
    private boolean isJoined(int word, String marks) {
        int end = words.end(word - 1);
        return words.start(word) - end == 1 && marks.indexOf(text.charAt(end)) >= 0;
    }

    /** Letters with digits behind. */
    private boolean isUserName(int word) {
        return words.length(word) >= LEAST_NAME && NeedWords.hasDigit(words, word);
    }

    /** What stands behind "telegram:", "telegram is", "telegram id" or "on telegram as" and is no ordinary word. */
    private boolean isNamed(int word) {
        String folded = words.folded(word);
        return (words.gap(word) == ':' || NAMING.has(words, word - 1))
                && !isContactWord(words, word)
                && !LINKS.has(words, word)
                && !isOrdinary(word)
                && !CommonWords.hasOrdinaryEnding(folded);
    }

    private boolean isOrdinary(int word) {
        return CommonWords.isOrdinary(words, word) || NeedWords.endsThing(words.folded(word));
    }

    private void markSaidDigits() {
        for (int i = 0; i < words.count(); ) {
            SaidDigits said = SaidDigits.from(words, i);
            if (said.count() >= LEAST_SAID) {
                mark(i, said.end());
            }
            i = Math.max(said.end(), i + 1);
        }
    }

    private void markSaid() {
        BitSet said = AddressWords.said(words);
        for (int i = 0; i < words.count(); i++) {
            if (said.get(i)) {
                mark(i, i + 1);
            } else if (i > 1 && MailProviders.UNMISTAKABLE.has(words, i) && AddressWords.SIGNS.has(words, i - 1)) {
                markBefore(i);
            }
        }
    }

    /** "Jane dot miller at gmail"; not "I work at yahoo". */
    private void markBefore(int host) {
        int start = host - 2;
        while (start > 0) {
            boolean said = start > 1 && (AddressWords.DOTS.has(words, start - 1) || JOINTS.has(words, start - 1));
            if (!said && !isJoined(start, "._-")) {
                break;
            }
            start -= said ? 2 : 1;
        }
        if (start < host - 2 || !isOrdinary(start)) {
            mark(start, host + 1);
        }
    }

    private void markAddresses() {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
                if (ContactLook.isAddress(text, start, i)) {
                    spans.add(new Span(start, endOfAddress(i)));
                }
                start = i + 1;
            }
        }
    }

    /** Without the marks before it; an {@code @} itself is none. */
    private int endOfAddress(int end) {
        int to = end;
        while (!Character.isLetterOrDigit(text.charAt(to - 1)) && !ContactLook.isAt(text, to - 1)) {
            to--;
        }
        return to;
    }

    private void mark(int from, int to) {
        spans.add(new Span(words.start(from), words.end(to - 1)));
    }
}
