package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.UnspacedScript;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The size that is told behind a number in digits: "5k", "12 Tsd.", "4 lakh", "1.2 mil", "1万5千", "2 buçuk milyon", "2tr5", and that of the
 * upper end for both in "2 to 3 million".
 *
 * <p>Not "bin" in "weil ich 50 bin und", "Kabel bis 5m" but that it may be one.
 */
final class NumberSize {
    private static final int THOUSAND = 3;

    /** The zeros of an English "mil"; a Spanish or Portuguese one is a thousand. */
    private static final int MIL_AS_MILLION = 6;

    /** "1.25" of "1 to 1.25 million". */
    private static final int LONGEST_UPPER = 4;

    /** "2tr500". */
    private static final int MOST_DECIMALS = 3;

    private static final int MILLION = 6;

    /** Ten thousands, as who writes Chinese on a Latin keyboard has them. */
    private static final int LATIN_WAN = 4;

    /** They stand between a size and its currency: "2 millones de pesos". */
    private static final String[] OF = {" de ", " di ", " d'", " d’"};

    private static final WordSet TURKISH_THOUSANDS = WordSet.listed("bin bine binden bini binin binlik");

    /** They follow a Turkish thousand, which in German is a form of to be. */
    private static final WordSet BEHIND_TURKISH = WordSet.listed("""
            kadar civarı civarında altı altında üstü arası arasında aralığında gibi falan bütçe bütçem bütçemiz bütçeyle
            bütçemle var olur max maksimum verebilirim verebiliriz ödeyebilirim ödeyebiliriz öderim ayırdım düşünüyorum düşünüyoruz""");

    private final AmountText text;
    private final Lakhs lakhs;
    private final int first;
    private BigDecimal value;
    private int end;
    private boolean sized;

    /** @param end behind the digits */
    NumberSize(AmountText text, Lakhs lakhs, int first, int end, BigDecimal digits) {
        this.text = text;
        this.lakhs = lakhs;
        this.first = first;
        this.end = end;
        this.value = digits;
        if (!readUnspaced() && !readMillionsAsPoint()) {
            readWords();
        }
    }

    BigDecimal value() {
        return value;
    }

    /** Behind the words for the size, or where the digits end. */
    int end() {
        return end;
    }

    /** Whether a thousand or more was told that is no metre. */
    boolean isSized() {
        return sized;
    }

    /** "5万", "5 ล้าน", "1万5千"; "2W" in Chinese. */
    private boolean readUnspaced() {
        int at = text.isBlank(end) ? end + 1 : end;
        UnspacedNumber number = UnspacedNumber.behind(value, text.text(), at);
        if (number != null) {
            value = number.value();
            end = number.end();
            sized = number.highest() >= THOUSAND;
            return true;
        }
        char next = text.at(end + 1);
        boolean chinese =
                UnspacedScript.has(next) || UnspacedScript.has(text.at(first - 1)) && !Character.isLetterOrDigit(next);
        boolean latin = chinese && (text.at(end) | 32) == 'w';
        if (latin) {
            take(LATIN_WAN, end + 1);
        }
        return latin;
    }

    private void take(int zeros, int behind) {
        value = value.movePointRight(zeros);
        end = behind;
        sized |= zeros >= THOUSAND;
    }

    /** "2tr5", two and a half millions in Vietnamese. */
    private boolean readMillionsAsPoint() {
        boolean millions = (text.at(end) | 32) == 't' && (text.at(end + 1) | 32) == 'r' && text.isDigit(end + 2);
        int at = end + 2;
        while (millions && text.isDigit(at)) {
            at++;
        }
        int decimals = at - end - 2;
        if (!millions || decimals > MOST_DECIMALS || value.scale() > 0 || Character.isLetter(text.at(at))) {
            return false;
        }
        value = value.add(text.number(end + 2, at).movePointLeft(decimals));
        take(MILLION, at);
        return true;
    }

    private void readWords() {
        readHundreds();
        BigDecimal whole = value;
        int digits = end;
        readPart(BigDecimal.ONE);
        String word = text.wordAt(end);
        String folded = AmountText.folded(word);
        Integer size = size(folded, end + word.length());
        if (size == null) {
            value = whole;
            end = digits;
            size = sizeOfUpperEnd();
            value = size == null ? value : value.movePointRight(size);
            return;
        }
        int after = end + word.length();
        if (text.at(after) == '.' && Sizes.isShortened(folded) && isGoingOn(after + 1)) {
            after++; // "12 Tsd. Euro"
        }
        int zeros = folded.equals("mil") && isEnglishMil(after) ? MIL_AS_MILLION : size;
        take(zeros, after);
        sized &= !word.endsWith("m"); // or metres
        readPart(BigDecimal.ONE.movePointRight(zeros));
        end = endOfLink();
    }

    private boolean isGoingOn(int at) {
        return AmountText.isMoney(text.wordAt(at)) || text.isBlank(at) && Character.isLowerCase(text.at(at + 1));
    }

    /** "2 ratus ribu", "5 hundred thousand". */
    private void readHundreds() {
        String word = text.wordAt(end);
        int behind = end + word.length();
        String next = Sizes.isHundred(AmountText.folded(word)) ? text.wordAt(behind) : "";
        if (!next.isEmpty() && size(AmountText.folded(next), behind + next.length()) != null) {
            take(2, behind);
        }
    }

    /** "Buçuk", "y medio": so much of what is counted. */
    private void readPart(BigDecimal counted) {
        String word = text.wordAt(end);
        String next = word.isEmpty() ? "" : text.wordAt(end + word.length());
        String folded = AmountText.folded(word);
        BigDecimal both = Parts.of(folded + " " + AmountText.folded(next));
        BigDecimal part = both == null ? Parts.of(folded) : both;
        if (part != null) {
            value = value.add(part.multiply(counted));
            end += word.length() + (both == null ? 0 : next.length());
        }
    }

    private @Nullable Integer size(String folded, int behind) {
        if (TURKISH_THOUSANDS.contains(folded)) {
            return isTurkish(behind) ? Integer.valueOf(THOUSAND) : null;
        }
        if (folded.equals("т")) {
            return text.text().startsWith(".р", behind) ? Integer.valueOf(THOUSAND) : null;
        }
        return folded.equals("l") && lakhs.areMeant(behind) ? Integer.valueOf(Lakhs.ZEROS) : Sizes.zeros(folded);
    }

    /** "50 bin TL", "50 bin'e kadar", "50 bin". */
    private boolean isTurkish(int behind) {
        String next = text.wordAt(behind);
        boolean last = behind == text.text().length() || Words.isSentenceEnd(text.at(behind));
        boolean ending = text.at(behind) == '\'' || text.at(behind) == '’';
        return last || ending || AmountText.isMoney(next) || BEHIND_TURKISH.contains(AmountText.folded(next));
    }

    /** "1.2 mil", "$2 mil", "2 mil dollars"; not "20 mil euros", "20 mil". */
    private boolean isEnglishMil(int after) {
        String word = AmountText.folded(text.wordAt(after));
        boolean english = word.equals("dollars") || word.equals("pounds") || word.equals("bucks");
        boolean sign = Currencies.isSign(text.at(first - 1)) && !text.text().startsWith("R$", first - 2);
        return english || value.scale() > 0 || sign && !AmountText.isMoney(word);
    }

    /** Behind "de" where a currency follows it. */
    private int endOfLink() {
        for (String of : OF) {
            if (sized && text.text().startsWith(of, end)) {
                int behind = end + of.length();
                String word = text.wordAt(behind);
                return AmountText.isMoney(word) && !word.startsWith(" ") ? behind : end;
            }
        }
        return end;
    }

    /** Of "2 and 3 thousand" both are thousands. */
    private @Nullable Integer sizeOfUpperEnd() {
        int digits = end;
        while (digits - end < RangeLinks.LONGEST && !text.isDigit(digits)) {
            digits++;
        }
        if (!text.isDigit(digits) || !RangeLinks.join(text.text(), end, digits, true)) {
            return null;
        }
        int at = digits;
        while (at - digits < LONGEST_UPPER && (text.isDigit(at) || at > digits && text.isInside(at))) {
            at++;
        }
        BigDecimal upper = text.number(digits, at);
        if (value.compareTo(upper) >= 0) {
            return null;
        }
        int behind = text.isBlank(at) ? at + 1 : at;
        UnspacedNumber number = UnspacedNumber.behind(upper, text.text(), behind);
        String word = text.wordAt(at);
        return number == null ? size(AmountText.folded(word), at + word.length()) : Integer.valueOf(number.highest());
    }
}
