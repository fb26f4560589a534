package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name between "I" and "speak", as one says it in India and Pakistan: "मैं सुनीता देवी बोल रही हूँ", "میں عائشہ بول رہی ہوں";
 * and what in Arabic and Persian stands between "you have … with you", "I am …" and the firm or the number: "معك كريم من شركة …",
 * "رضایی هستم از شرکت …".
 *
 * <p>Not "मैं दिल्ली से बोल रहा हूँ", which says where from; not "من دانشجو هستم", which may be anything.
 */
final class SpokenIntroduction {
    private static final int MAX_NAME = 3;

    static final WordSet I = WordSet.listed("मैं मी میں আমি ami હું ਮੈਂ நான் నేను ನಾನು ഞാൻ");

    /** How words for "speak" begin. */
    private static final List<String> SPEAK = List.of(
            "बोल", "بول", "বলছি", "bolchi", "bolchhi", "bolsi", "બોલ", "ਬੋਲ", "பேசு", "మాట్లాడ", "ಮಾತನಾಡ", "സംസാരി");

    /** They make a place of what stands before. */
    private static final WordSet POSTPOSITIONS = WordSet.listed("से में को का की के पर سے کو کا کی کے পর থেকে theke");

    static final WordSet WITH_YOU = WordSet.listed("معك معاك معاكم معكم");

    /** A name, and then where from: what a firm is called in Arabic and Persian. */
    private static final WordSet FIRMS = WordSet.listed("""
            شركة مؤسسة مكتب مطعم متجر محل مستشفى جامعة مدرسة مركز بنك عيادة مصنع فندق صيدلية معرض جمعية مجموعة
            شرکت فروشگاه موسسه مؤسسه دفتر رستوران بیمارستان دانشگاه مدرسه بانک کلینیک کارخانه هتل داروخانه گروه آموزشگاه""");

    /** "You are right", "you have a minute". */
    private static final WordSet NO_PERSONS =
            WordSet.listed("حق الحق وقت دقيقة دقائق خبر كل كامل يوم ساعة رقم الرقم مشكلة فلوس في من على");

    private SpokenIntroduction() {}

    /** Whether a word of Arabic or Persian says what a firm is, which stands before its name. */
    static boolean isFirm(Words words, int word) {
        return FIRMS.has(words, word);
    }

    /** "मैं सुनीता देवी बोल रही हूँ". */
    static @Nullable NameCue speaking(Words words, int i) {
        for (int at = i + 1; at <= i + 1 + MAX_NAME && at < words.count() && words.gap(at) == Words.BLANK; at++) {
            if (POSTPOSITIONS.has(words, at)) {
                return null;
            }
            if (isSpeak(words, at)) {
                return at > i + 1 ? NameCue.introducing(i + 1, Strength.CLEAR) : null;
            }
        }
        return null;
    }

    /** Whether a word says that one speaks, before which a name ends. */
    static boolean isSpeak(Words words, int word) {
        String said = words.folded(word);
        return SPEAK.stream().anyMatch(said::startsWith);
    }

    /** "معك كريم من شركة الفيورد", "أنا كريم من شركة الفيورد". */
    static @Nullable NameCue fromFirm(Words words, int i) {
        int name = NameRun.skipTitle(words, i + 1);
        if (name > i + 1 && WITH_YOU.has(words, i)) {
            return NameCue.introducing(i + 1, Strength.CLEAR); // "معك د. كريم"
        }
        if (WITH_YOU.has(words, i) && isWholeSentence(words, i)) {
            return NameCue.introducing(i + 1, Strength.CLEAR);
        }
        for (int at = i + 2; at <= i + 1 + MAX_NAME && at + 1 < words.count() && words.gap(at) == Words.BLANK; at++) {
            if (words.is(at, "من")) {
                return FIRMS.has(words, at + 1) ? NameCue.introducing(i + 1, Strength.CLEAR) : null;
            }
        }
        return null;
    }

    /** "معك كريم", "أهلا، معك كريم السيد، …", not "معك حق". */
    private static boolean isWholeSentence(Words words, int you) {
        int end = you + 1;
        while (end < words.count() && end - you <= 2 && (end == you + 1 || words.gap(end) == Words.BLANK)) {
            end++;
        }
        boolean opens = words.startsSentence(you) || words.gap(you) == '،' || words.gap(you) == ',';
        boolean closes = end == words.count() || words.gap(end) != Words.BLANK;
        return opens && closes && end > you + 1 && words.gap(you + 1) == Words.BLANK && !NO_PERSONS.has(words, you + 1);
    }

    /** "رضایی هستم از شرکت پارس", "رضایی هستم، شماره …". */
    static @Nullable NameCue hastam(Words words, int i) {
        boolean named = i > 0 && words.gap(i) == Words.BLANK;
        boolean from = words.is(i + 1, "از") && FIRMS.has(words, i + 2);
        return named && (from || NumberCue.isLabel(words, i + 1)) ? NameCue.endingBefore(i, Strength.CLEAR) : null;
    }
}
