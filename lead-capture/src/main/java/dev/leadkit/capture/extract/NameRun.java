package dev.leadkit.capture.extract;

import dev.leadkit.capture.ownership.WordRole;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.Locale;

/** Reads the words of one name: where it ends, and how it is written. */
final class NameRun {
    private static final int MAX_WORDS = 4;

    /** The most words where the visitor was asked, or says that a name follows. */
    private static final int MAX_TOLD_WORDS = 6;

    private static final int MAX_PARTICLES = 4;

    private static final int LEAST_CLAUSE = 3;

    /** Three letters with hyphens between them. */
    private static final int LEAST_SPELLED = 5;

    private static final WordSet PARTICLES = WordSet.listed("""
            van von der den de del della di da dos das du la le el al bin ibn binti bint ter ten zu zur y e st mac
            af av do abu ben dela vom san santa""");
    private static final WordSet TITLES = WordSet.listed("""
            mr mrs ms miss dr prof sir herr frau señor señora monsieur madame mister doctor professor mme mlle msr mdme hr
            sra sr dhr mevr mevrouw meneer signor signora senhor senhora pan pani eng engr ing rev
            reverend coach father fr capt captain sgt sergeant lieutenant officer pastor rabbi imam arq drs
            mgr bc judr mudr phdr dott juf д-р г-н г-жа пан пані""");
    private static final WordSet DEGREES = WordSet.listed("""
            mba bba cpa fcca acca cfa pmp phd msc bsc rn dds jd llm llb frcs cissp shrm mrics frics fca aca cima cpp cfp cfe mph
            mpa dmd dvm lpn lcsw lmft cnm facp facs fcipd mcipd ceo cto cfo coo cio cmo evp svp mbbs frcp mrcp obe mbe cbe
            ciob riba aia leed pmi csm usmc usaf""");
    private static final WordSet CARRY_ON = WordSet.listed("""
            and my from here with i at please can calling speaking number phone email address contact account is but
            over thanks thank sir madam company again btw id date booking could the your in we im i'm och og und et oraz en ja ve dan и та і men mein mitt""");

    /** Politeness behind a name: "Dewi kak", "Rakesh ji". */
    private static final WordSet CALLED_AFTER =
            WordSet.listed("kak kakak bang mbak nih gan sis nha nhé ạ ơi po bhai ji");

    private NameRun() {}

    /** The index after the name that starts at {@code start}; {@code start} itself if none starts there. */
    static int end(Words words, int start, NameCue.Strength strength) {
        int at = skipTitle(words, start);
        if (at < words.count() && words.isBehind(at, '@') || PrefixedFirm.FORMS.has(words, at)) {
            return start; // "@Jane", whom the message is for
        }
        if (at >= words.count() || NameWord.isSmallLetter(words, at) || !NameWord.isName(words, at, strength)) {
            return start;
        }
        boolean capital = words.isCapitalised(at);
        boolean cased = NameWord.hasCase(words, at);
        int end = at + 1;
        int names = 1;
        int most = strength.isAsked() && capital ? MAX_TOLD_WORDS : MAX_WORDS;
        while (end < words.count() && names < most && isJoined(words, end)) {
            if (PARTICLES.has(words, end) && particleReaches(words, end, capital)) {
                end++;
                continue;
            }
            if (isDegree(words, end) || NameWord.isLatin(words, end) != NameWord.isLatin(words, at)) {
                break; // "Браузер Firefox"
            }
            boolean small = cased && !words.isCapitalised(end);
            boolean fallsSmall = capital && small;
            if ((small || !cased) && NumberCue.isLabel(words, end)
                    || small && CALLED_AFTER.has(words, end)
                    || fallsSmall && WordRole.isKnownAnywhere(words, end)
                    || !cased && (isArabicClause(words.folded(end)) || SpokenIntroduction.isSpeak(words, end))
                    || fallsSmall && !(strength.isAsked() && names == 1 && endsCleanly(words, end + 1, strength))
                    || !NameWord.isName(words, end, strength)
                            && !(small && names == 1 && isLastNameBeforeLabel(words, end, strength))
                    || !capital && strength.isWeak() && CommonWords.isOrdinary(words, end)) {
                break;
            }
            end++;
            names++;
        }
        if (capital && endsInParticle(words, end)) {
            end++;
        }
        if (strength.needsCapital() && !(capital || !cased) || isOfAddress(words, end) || isOfNumber(words, end)) {
            return start;
        }
        if (!capital && cased && !strength.isCertain() && !endsCleanly(words, end, strength)) {
            return start;
        }
        if (FirmWords.isDepartment(words, end - 1)) {
            return names > 2 && !FirmWords.isDepartment(words, end - 2) ? end - 1 : start; // "Jane Doe Purchasing"
        }
        return strength.needsTwo() && names < 2 || FirmWords.isDepartment(words, start) ? start : end;
    }

    /** "وأعيش": "and I live". */
    private static boolean isArabicClause(String folded) {
        return folded.startsWith("وأ") && folded.length() > LEAST_CLAUSE;
    }

    /** "My name is linda white email …": an ordinary word between a first name and what else is told. */
    private static boolean isLastNameBeforeLabel(Words words, int word, NameCue.Strength strength) {
        int next = word + 1;
        boolean last = strength.isCertain() && !CommonWords.isFunction(words, word);
        return last
                && next < words.count()
                && words.gap(next) == Words.BLANK
                && (words.is(next, "and") || NumberCue.isContactLabel(words, next));
    }

    /** The start of the capitalised name that ends right before {@code end}. */
    static int startBefore(Words words, int end, int free) {
        int start = end;
        while (start > free && end - start < MAX_WORDS) {
            int word = start - 1;
            boolean joined = start == end || isJoined(words, start);
            if (!joined || !NameWord.isName(words, word, NameCue.Strength.CLEAR)) {
                break;
            }
            boolean capital = words.isCapitalised(word) || PARTICLES.has(words, word) && start < end;
            boolean startsMessage = words.startsSentence(word) || words.gap(word) == ',';
            if (!capital && !(startsMessage || start == end && word > free)) {
                break;
            }
            start = word;
            if (words.startsSentence(word) || words.gap(word) == ',') {
                break;
            }
        }
        // in lower case only a name that fills its sentence counts
        boolean whole = start < end
                && (words.startsSentence(start) || words.gap(start) == ',' || NameFillers.isFiller(words, start - 1));
        if (start < end && !words.isCapitalised(start) && NameWord.hasCase(words, start) && !whole) {
            return end;
        }
        return start;
    }

    static Candidate<String> candidate(Words words, int start, int end, double confidence, String because) {
        Span span = Span.ofWords(words, start, end);
        return new Candidate<>(value(words, start, end), span, confidence, because);
    }

    static boolean isTitle(Words words, int word) {
        return word < words.count() && TITLES.has(words, word);
    }

    static boolean isParticle(Words words, int word) {
        return PARTICLES.has(words, word);
    }

    /** The first word from {@code start} on that is no title, of which a name has two at most. */
    static int skipTitle(Words words, int start) {
        int at = start;
        while (at < words.count() && at < start + 2 && TITLES.has(words, at)) {
            at++;
        }
        return at;
    }

    /** "FCCA" behind a name that is not all in capitals; "DUPONT" is a last name. */
    private static boolean isDegree(Words words, int word) {
        return words.isUpper(word) && DEGREES.has(words, word) && !words.isUpper(word - 1);
    }

    /** "Minh Le": a particle with a capital may be the last name, where no more follows. */
    private static boolean endsInParticle(Words words, int end) {
        boolean last = end + 1 >= words.count() || words.gap(end + 1) != Words.BLANK;
        return end < words.count()
                && last
                && words.gap(end) == Words.BLANK
                && words.isCapitalised(end)
                && words.length(end) > 1
                && PARTICLES.has(words, end);
    }

    /** "jane" in "jane@doe.example" or "jane.doe@…" is no name. */
    private static boolean isOfAddress(Words words, int end) {
        for (int i = end; i <= end + 1 && i < words.count() && words.gap(i) != Words.BLANK; i++) {
            if (words.gap(i) == '@' && words.start(i) - words.end(i - 1) == 1) {
                return true;
            }
            if (words.gap(i) != '.' || words.start(i) - words.end(i - 1) != 1) {
                return false;
            }
        }
        return false;
    }

    /** "PO-77182", "Model-3". */
    private static boolean isOfNumber(Words words, int end) {
        return end < words.count()
                && words.startsWithDigit(end)
                && words.isBefore(end - 1, '-')
                && words.isBehind(end, '-');
    }

    /** A blank, or the full stop after an initial, a title or "Wm". */
    private static boolean isJoined(Words words, int word) {
        char gap = words.gap(word);
        if (gap == Words.BLANK) {
            return true;
        }
        int length = words.length(word - 1);
        boolean comma = words.start(word) - words.end(word - 1) > 2; // "Jane P., Dayton"
        return gap == '.' && !comma && (length == 1 || TITLES.has(words, word - 1) || isAbbreviated(words, word - 1));
    }

    /** "Wm.", "Lt.": two or three letters without a vowel, and a capital behind the point. */
    static boolean isAbbreviated(Words words, int word) {
        String folded = words.folded(word);
        return folded.length() <= 3
                && folded.length() > 1
                && word + 1 < words.count()
                && words.isCapitalised(word)
                && words.isCapitalised(word + 1)
                && folded.chars().noneMatch(letter -> "aeiouy".indexOf(letter) >= 0);
    }

    /** The first word from {@code start} on that is no "de" or "van der". */
    static int skipParticles(Words words, int start) {
        int next = start;
        while (next < Math.min(words.count(), start + MAX_PARTICLES)
                && PARTICLES.has(words, next)
                && isJoined(words, next)) {
            next++;
        }
        return next;
    }

    private static boolean particleReaches(Words words, int particle, boolean capital) {
        int next = skipParticles(words, particle + 1);
        return next < words.count()
                && isJoined(words, next)
                && !CompanyRun.saysWhatItIs(words, next, CompanyRun.end(words, next)) // "Jane Doe van Acme BV"
                && (!capital || words.isCapitalised(next))
                && NameWord.isName(words, next, NameCue.Strength.CLEAR);
    }

    /** A name in lower case ends at a mark, before words that carry on, or before a number and what it is. */
    private static boolean endsCleanly(Words words, int end, NameCue.Strength strength) {
        if (end >= words.count() || words.gap(end) != Words.BLANK) {
            return true;
        }
        return words.startsWithDigit(end)
                || CARRY_ON.has(words, end)
                || !strength.isWeak() && NumberCue.isLabel(words, end);
    }

    /** The name with single blanks; a name all in lower case gets its capitals. */
    static String value(Words words, int from, int to) {
        int start = skipTitle(words, from);
        boolean lower = true;
        for (int i = start; i < to; i++) {
            lower &= !words.isCapitalised(i) && words.raw(i).equals(words.folded(i));
        }
        StringBuilder name = new StringBuilder();
        for (int i = start; i < to; i++) {
            if (i > start) {
                name.append(words.gap(i) == '.' ? ". " : " ");
            }
            String word = unspelled(words.raw(i));
            name.append(lower && !PARTICLES.contains(word) ? capitalised(word) : word);
        }
        return name.toString();
    }

    /** "D-A-V-I-S", letter by letter, is "Davis"; any other word is itself. */
    private static String unspelled(String word) {
        boolean spelled = word.length() >= LEAST_SPELLED;
        for (int i = 0; i < word.length() && spelled; i++) {
            spelled = i % 2 == 1 ? word.charAt(i) == '-' : Character.isLetter(word.charAt(i));
        }
        return spelled ? capitalised(word.replace("-", "").toLowerCase(Locale.ROOT)) : word;
    }

    private static String capitalised(String word) {
        StringBuilder out = new StringBuilder(word.length());
        boolean next = true;
        for (int i = 0; i < word.length(); ) {
            int code = word.codePointAt(i);
            out.appendCodePoint(next ? Character.toTitleCase(code) : code);
            next = code == '-' || (code == '\'' || code == '’') && i == 1;
            i += Character.charCount(code);
        }
        return out.toString();
    }
}
