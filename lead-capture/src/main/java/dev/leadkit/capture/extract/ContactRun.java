package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.Words;

/** Reads the words of a phone number or an e-mail address beside a name: that one is there, and how far it goes. */
final class ContactRun {
    private static final int MAX_WORDS = 6;
    private static final int LEAST_DIGITS = 7;

    private ContactRun() {}

    /** Whether a number, an address or the word for one begins at a word. */
    static boolean startsAt(Words words, int word) {
        if (word >= words.count()) {
            return false;
        }
        if (words.startsWithDigit(word) || NumberCue.isContactLabel(words, word)) {
            return isPhoneAt(words, words.startsWithDigit(word) ? word : word + 1);
        }
        for (int i = word + 1; i < words.count() && i < word + MAX_WORDS && isGlued(words, i); i++) {
            if (words.gap(i) == '@') {
                return true;
            }
        }
        return false;
    }

    /** Whether neither a blank nor the end of a line stands before a word. */
    private static boolean isGlued(Words words, int word) {
        return words.gap(word) != Words.BLANK && words.gap(word) != '\n';
    }

    /** The first word of the number or the address that ends before a word. */
    static int start(Words words, int word) {
        int first = word - 1;
        while (first > 0 && word - first < MAX_WORDS && isPart(words, first)) {
            first--;
        }
        return first;
    }

    /** The word after the number or the address that begins at a word, or behind a label there. */
    static int end(Words words, int word) {
        int end = word + 1;
        while (end < words.count() && end - word < MAX_WORDS && isPart(words, end)) {
            end++;
        }
        return end;
    }

    private static boolean isPart(Words words, int word) {
        return words.startsWithDigit(word) && words.startsWithDigit(word - 1) && words.gap(word) != ','
                || words.gap(word) == '@'
                || words.gap(word) == '.' && words.start(word) - words.end(word - 1) == 1;
    }

    /** Digits enough for a phone number, and no house's or postal code's. */
    private static boolean isPhoneAt(Words words, int first) {
        int digits = 0;
        for (int i = first; i < words.count() && i < first + MAX_WORDS && words.startsWithDigit(i); i++) {
            boolean parted = i > first && (words.gap(i) == ',' || words.startsSentence(i));
            if (parted || hasLetter(words.folded(i))) {
                break;
            }
            digits += words.length(i);
        }
        return digits >= LEAST_DIGITS;
    }

    /** "900MHz", "10th". */
    private static boolean hasLetter(String word) {
        return word.chars().anyMatch(Character::isLetter);
    }

    /** Whether a number or an address ends right before a word, which is no part of it as "COM" is in an address in capitals. */
    static boolean endsBefore(Words words, int word) {
        int last = word - 1;
        if (last < 0 || isPart(words, word)) {
            return false;
        }
        if (words.startsWithDigit(last)) {
            int first = last;
            while (first > 0
                    && first > last - MAX_WORDS
                    && words.startsWithDigit(first - 1)
                    && !words.startsSentence(first)) {
                first--;
            }
            return isPhoneAt(words, first);
        }
        for (int i = last; i > 0 && i > last - MAX_WORDS && isGlued(words, i); i--) {
            if (words.gap(i) == '@') {
                return true;
            }
        }
        return false;
    }
}
