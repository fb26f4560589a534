package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Reads the words of one company's name: where it ends, and whether it looks like one. */
final class CompanyRun {
    private static final int MAX_WORDS = 6;

    /** The most words in a name written in lower case, where no capitals show how far it goes. */
    private static final int MAX_SMALL_WORDS = 4;

    /** "Mac" and "Van" are no longer. */
    private static final int LONGEST_CLAN_SIGN = 3;

    /** Words that carry on after a name in lower case. */
    private static final WordSet CARRY_ON = WordSet.listed("""
            password passcode pw pass pswd pwd psw otp pin code account acct acc user username order phone mobile email looking
            need needs want wants would thanks thank sir please based located interested model quantity whose where
            which as bereich branche sektor sector firmiert""");

    /** Forms that are no name by themselves, as "SAS" is. */
    private static final WordSet NO_NAMES = WordSet.listed("ltd limited llc gmbh inc pvt pte corp corporation");

    private static final WordSet DOMAINS = WordSet.of(
            "com", "io", "ai", "co", "net", "app", "dev", "tech", "eu", "de", "uk", "in", "studio", "agency", "space",
            "org", "shop", "store", "cloud", "xyz", "group", "media", "design");
    /** "Fjord Corp International". */
    private static final WordSet BEHIND_FORMS = WordSet.of("international", "worldwide", "global", "group", "holdings");

    private static final WordSet POINTED_FORMS = WordSet.of("san", "tic", "şti", "sti");

    private static final WordSet LINKS = WordSet.listed("and of the de du des del della di da do dos und et la");

    private static final WordSet VAN = WordSet.of("van", "von");
    private static final WordSet OF_VAN = WordSet.of("den", "der");

    private static final WordSet AND = WordSet.listed("e y i en et und og och");
    private static final WordSet FAMILY = WordSet.listed(
            "filhos filhas hijos hijas figli fils filles söhne sohn zonen zoon cia associés sønner söner synowie");
    private static final WordSet ARTICLES =
            WordSet.listed("les le la el los las il lo der die das de het os as first second");

    private CompanyRun() {}

    private static boolean isPartInCapitals(Words words, int word) {
        return words.isCapitalised(word)
                        && !CommonWords.isFunction(words, word)
                        && !CARRY_ON.contains(words.folded(word))
                || isLink(words, word);
    }

    /** Whether a word goes on behind a name in lower case, as "password" or "looking" does. */
    static boolean carriesOn(Words words, int word) {
        return CARRY_ON.has(words, word);
    }

    static boolean isKind(Words words, int word) {
        return FirmWords.isKind(words, word);
    }

    /** The index after the name that starts at {@code start}; {@code start} itself if none starts there. */
    static int end(Words words, int start) {
        if (start >= words.count() || !canBegin(words, start)) {
            return start;
        }
        if (NO_NAMES.has(words, start)
                && (start + 1 == words.count() || isForm(words, start + 1) || !isJoined(words, start + 1))) {
            return start; // "a small Pvt Ltd"
        }
        int end = beginsWithThe(words, start) ? start + 2 : start + 1;
        boolean capital = words.isCapitalised(end - 1)
                || FirmWords.isKind(words, start)
                        && end < words.count()
                        && words.isCapitalised(end); // "basisschool De Fjord"
        while (end < words.count() && end - start < (capital ? MAX_WORDS : MAX_SMALL_WORDS) && isJoined(words, end)) {
            if (isForm(words, end)) {
                return afterForms(words, end);
            }
            if (capital ? !goesOnInCapitals(words, end) : !canGoOn(words, end)) {
                break;
            }
            end++;
        }
        return end;
    }

    /** The start of the name in capitals that ends right before a word; {@code end} if none does. */
    static int startBefore(Words words, int end) {
        int start = end;
        while (start > 0
                && end - start < MAX_WORDS
                && (start == end || isJoined(words, start))
                && isPartInCapitals(words, start - 1)) {
            start--;
        }
        while (start < end && isLink(words, start) && !words.is(start, "the")) {
            start++;
        }
        return start;
    }

    /** Whether it ends in a legal form. */
    static boolean hasForm(Words words, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (isForm(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of its words says that it is a company. */
    static boolean saysWhatItIs(Words words, int start, int end) {
        if (start < end && (isBrand(words, start) || isDomainEnding(words, end - 1))) {
            return true;
        }
        for (int i = start; i < end; i++) {
            if (end - start > 1 && (isForm(words, i) || FirmWords.isKind(words, i))) {
                return true;
            }
        }
        return false;
    }

    /** "BoostRank", "payFlow": capitals inside, as no name of a person has but "McCall" and its like. */
    static boolean isBrand(Words words, int word) {
        boolean inside = false;
        String raw = words.raw(word);
        for (int i = 1; i < raw.length(); i++) {
            inside |= i > LONGEST_CLAN_SIGN
                    && Character.isUpperCase(raw.charAt(i))
                    && Character.isLowerCase(raw.charAt(i - 1));
        }
        return inside;
    }

    static boolean isForm(Words words, int word) {
        return endOfPointedForm(words, word) > word || isWrittenForm(words, word);
    }

    /** "S.L.", "B.V.", "Sp. z o.o.": the index after it, {@code word} where none begins. */
    private static int endOfPointedForm(Words words, int word) {
        if (words.is(word, "sp") && words.is(word + 1, "z") && words.is(word + 2, "o") && words.is(word + 3, "o")) {
            return word + 4;
        }
        if (word >= words.count() || words.length(word) > 1) {
            return word;
        }
        StringBuilder letters = new StringBuilder(4);
        int end = word;
        int at = word;
        while (at < words.count()
                && letters.length() < 4
                && words.length(at) == 1
                && (at == word || words.gap(at) == '.' && words.start(at) - words.end(at - 1) <= 2)) {
            letters.append(words.folded(at));
            at++;
            boolean written =
                    letters.length() > 2 || letters.length() == 2 && words.isCapitalised(word); // "s.r.o.", "B.V."
            end = written && FirmWords.FORMS.contains(letters.toString()) ? at : end; // not the "e" of "S.r.l. e …"
        }
        return end;
    }

    private static boolean isWrittenForm(Words words, int word) {
        return word < words.count()
                && (FirmWords.FORMS.has(words, word) || words.isWritten(word, "AS") || isPointedForm(words, word))
                && !isOfAddress(words, word);
    }

    /** "San." and "Tic." before "Ltd. Şti.", which without their points are words of other languages. */
    private static boolean isPointedForm(Words words, int word) {
        return POINTED_FORMS.has(words, word) && words.isCapitalised(word) && words.isBefore(word, '.');
    }

    /** In "Åsa Berg, asa@berg.example" it is no form. */
    private static boolean isOfAddress(Words words, int word) {
        return word + 1 < words.count() && words.gap(word + 1) == '@';
    }

    /** "Pvt. Ltd.", "GmbH &amp; Co. KG". */
    private static int afterForms(Words words, int form) {
        int end = Math.max(form + 1, endOfPointedForm(words, form));
        while (end < words.count() && !Words.isSentenceEnd(withoutPoint(words, end))) {
            int next = words.is(end, "ve") ? end + 1 : end; // "San. ve Tic. Ltd."
            if (!isForm(words, next)) {
                break;
            }
            end = next + 1;
        }
        if (words.is(end, "de") && words.is(end + 1, "c") && words.is(end + 2, "v")) {
            return end + 3; // "S.A. de C.V."
        }
        boolean goesOn = end < words.count()
                && words.gap(end) == Words.BLANK
                && words.isCapitalised(end)
                && BEHIND_FORMS.has(words, end);
        return goesOn ? end + 1 : end;
    }

    private static char withoutPoint(Words words, int word) {
        return words.gap(word) == '.' ? Words.BLANK : words.gap(word);
    }

    private static boolean canBegin(Words words, int word) {
        return beginsWithThe(words, word)
                || isArticle(words, word)
                || !CommonWords.isFunction(words, word) && !CARRY_ON.has(words, word);
    }

    /** "Les Halles", "El Faro", "First Parish": a word that has a capital only as a part of a name. */
    private static boolean isArticle(Words words, int word) {
        return ARTICLES.has(words, word)
                && words.isCapitalised(word)
                && word + 1 < words.count()
                && words.gap(word + 1) == Words.BLANK
                && words.isCapitalised(word + 1)
                && !CommonWords.isFunction(words, word + 1);
    }

    private static boolean beginsWithThe(Words words, int word) {
        return words.is(word, "the") && word + 1 < words.count() && words.isCapitalised(word + 1);
    }

    private static boolean goesOnInCapitals(Words words, int word) {
        if (words.isElided(word)
                || words.isWritten(word, "IT")
                || words.isWritten(word, "Sur")
                || isOfThe(words, word)
                || isOfThe(words, word - 1)) {
            return true;
        }
        if (words.isCapitalised(word) && !CARRY_ON.has(words, word)) {
            return !CommonWords.isFunction(words, word)
                    || words.gap(word) == '&'
                    || isLink(words, word)
                    || isArticle(words, word);
        }
        return isLink(words, word)
                || FirmWords.isKind(words, word)
                || words.startsWithDigit(word)
                || isDomainEnding(words, word);
    }

    /** The "ai" of "fjord.ai", as some companies are called; not of "https://fjord.ai", "fjord.ai/boats" and "tove@fjord.ai". */
    private static boolean isDomainEnding(Words words, int word) {
        return word > 0
                && word < words.count()
                && DOMAINS.has(words, word)
                && words.gap(word) == '.'
                && words.start(word) - words.end(word - 1) == 1
                && (words.gap(word - 1) == Words.BLANK
                        || words.gap(word - 1) == Words.START
                        || words.gap(word - 1) == '\n')
                && !words.isBefore(word, '/')
                && !words.isBefore(word, '.');
    }

    /** "Bank of the North". */
    private static boolean isOfThe(Words words, int of) {
        return words.is(of, "of")
                && words.is(of + 1, "the")
                && of + 2 < words.count()
                && words.gap(of + 1) == Words.BLANK
                && words.gap(of + 2) == Words.BLANK
                && words.isCapitalised(of + 2)
                && !CommonWords.isFunction(words, of + 2);
    }

    /** "Johnson and Sons", "Bank of Ireland", "Falcão e Filhos". */
    private static boolean isLink(Words words, int word) {
        return (LINKS.has(words, word)
                        || OF_VAN.has(words, word) && VAN.has(words, word - 1)
                        || AND.has(words, word) && FAMILY.has(words, word + 1))
                && word + 1 < words.count()
                && words.gap(word + 1) == Words.BLANK
                && words.isCapitalised(word + 1)
                && !CommonWords.isFunction(words, word + 1);
    }

    private static boolean canGoOn(Words words, int word) {
        return !CARRY_ON.has(words, word)
                && (!CommonWords.isFunction(words, word) || words.is(word, "the") && word + 1 < words.count())
                && !isNumber(words.folded(word));
    }

    private static boolean isNumber(String folded) {
        return folded.length() > 2 && folded.chars().allMatch(Character::isDigit);
    }

    /** "James'": an apostrophe alone stands behind the s. */
    private static boolean isPossessive(Words words, int word) {
        return (words.isBefore(word, '\'') || words.isBefore(word, '’'))
                && words.folded(word).endsWith("s");
    }

    /** A blank, an ampersand, or a point without a blank behind it or behind one letter. */
    private static boolean isJoined(Words words, int word) {
        char gap = words.gap(word);
        int between = words.start(word) - words.end(word - 1);
        boolean pointed = gap == '.'
                && (between == 1
                        || words.length(word - 1) == 1
                        || words.is(word - 1, "st")
                        || NameRun.isAbbreviated(words, word - 1) && !words.isUpper(word - 1) // "with FJD. Call me"
                        || isPointedForm(words, word - 1));
        boolean owned = between == 2 && words.isBehind(word, ' ') && isPossessive(words, word - 1); // "James' Boats"
        return gap == Words.BLANK || gap == '&' || pointed || owned || gap == ',' && isForm(words, word);
    }
}
