package dev.leadkit.capture.summary;

import dev.leadkit.capture.text.Beginning;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * What of the words before contact data is kept: those up to a comma, "and" or "my"; where none of these stands, without those that
 * lead up to it and without the name of whose it is. Of "20 chairs by May please call Tove Lund at" these are "20 chairs by May", of
 * the label "First name:" none.
 */
final class BeforeContact {
    private static final WordSet LEAD = WordSet.listed("""
            call text reach contact message ring dial ping dm write send mail email e-mail phone telephone tel mobile cell
            whatsapp number address details regards cheers via unter bitte an grüße gruß saludos cordialement
            """);

    /** Beside the signs of a need: behind these stands a fact. */
    private static final WordSet BEFORE_FACT =
            WordSet.listed("bis ab im am um nach para por en à vers per tot voor entro");

    private static final int LONGEST_LABEL = 3;
    private static final int LONGEST_NAME = 3;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_ADDRESS = 320;

    private final Words words;
    private final String contact;

    private BeforeContact(Words words, String contact) {
        this.words = words;
        this.contact = contact;
    }

    /** Whether a comma, "and" or "my" parts what may be kept from contact data. */
    static boolean isParted(Words words) {
        return part(words) > 0;
    }

    /**
     * How many words are kept.
     *
     * @param contact what stands behind them
     */
    static int kept(Words words, String contact) {
        var before = new BeforeContact(words, Words.fold(Beginning.of(contact, LONGEST_ADDRESS)));
        int part = part(words);
        return part > 0 ? before.withoutPartsOfAddress(part) : before.withoutLeadAndName();
    }

    private static int part(Words words) {
        int part = 0;
        for (int i = 1; i <= words.count(); i++) {
            if (words.gap(i) == ',' || words.is(i, "and") || words.is(i, "my")) {
                part = i;
            }
        }
        return part;
    }

    private int withoutLeadAndName() {
        int count = words.count();
        if (count <= LONGEST_LABEL && words.gap(count) == ':') {
            return 0;
        }
        int before;
        do {
            before = count;
            count = withoutName(withoutPartsOfAddress(withoutLead(count)));
        } while (count < before);
        return count;
    }

    private int withoutLead(int count) {
        int end = count;
        while (end > 0 && !mayEnd(end - 1)) {
            end--;
        }
        return end;
    }

    private boolean mayEnd(int word) {
        return NeedWords.isTime(words.folded(word))
                || !LEAD.has(words, word) && !NeedWords.endsThing(words.folded(word));
    }

    /** Without "jane miller" before "jane.miller@acme.example". */
    private int withoutPartsOfAddress(int count) {
        int end = count;
        while (end > 0 && isPartOfAddress(words.folded(end - 1))) {
            end--;
        }
        return end;
    }

    private boolean isPartOfAddress(String word) {
        return word.length() >= SHORTEST_PART && contact.contains(word);
    }

    /** Without words in capitals, but for a place or a thing that a small word or a number tells: "in Oslo", "20 Stühle". */
    private int withoutName(int count) {
        int start = count;
        while (start > 0 && count - start < LONGEST_NAME && mayBeOfName(start - 1) && isJoined(start, count)) {
            start--;
        }
        int length = count - start;
        boolean told = start > 0 && words.gap(start) == Words.BLANK && tellsFact(start - 1);
        return !told ? start : length == LONGEST_NAME ? start + 1 : count;
    }

    private boolean tellsFact(int word) {
        return words.startsWithDigit(word) || NeedWords.isSign(words.folded(word)) || BEFORE_FACT.has(words, word);
    }

    private boolean mayBeOfName(int word) {
        return words.isCapitalised(word) && mayEnd(word) && !NeedWords.isTime(words.folded(word));
    }

    private boolean isJoined(int word, int count) {
        return word == count || words.gap(word) == Words.BLANK;
    }
}
