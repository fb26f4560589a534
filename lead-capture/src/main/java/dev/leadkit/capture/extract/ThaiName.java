package dev.leadkit.capture.extract;

import java.util.List;

/** Finds names in Thai, which writes no blanks between words: "ผมชื่อสมชายครับ", "ชื่อผู้รับ: คุณแพรว", "ชื่อเอ เบอร์ …". */
final class ThaiName {
    private static final String NAME = "ชื่อ";
    private static final char FIRST = '\u0e01';
    private static final char LAST = '\u0e4e';
    private static final int LONGEST = 24;
    private static final double CONFIDENCE = 0.85;

    /** What may stand right before the word for a name where it is one's own. */
    private static final List<String> MINE = List.of("ผม", "ดิฉัน", "ฉัน", "หนู", "เรา");

    /** What may stand between it and the name. */
    private static final List<String> HEADS =
            List.of("ผู้รับ", "ลูกค้า", "ผู้ติดต่อ", "คือ", "ว่า", "คุณ", "นาย", "นางสาว", "นาง");

    /** What is said behind it. */
    private static final List<String> TAILS = List.of("ครับ", "ค่ะ", "คะ", "นะ", "เบอร์", "โทร");

    /** With these more begins than a last name. */
    private static final List<String> STOPS = List.of(
            "ผม", "ดิฉัน", "ฉัน", "หนู", "เรา", "เบอร์", "โทร", "อีเมล", "เมล", "อายุ", "อยู่", "เป็น", "สนใจ", "อยาก",
            "ต้องการ", "จะ", "ขอ", "มี", "ส่ง", "ที่", "ครับ", "ค่ะ", "จาก");

    /** They make it a question, or another thing's name. */
    private static final List<String> OTHERS = List.of("อะไร", "สินค้า", "ร้าน", "บริษัท", "บัญชี", "ผู้ใช้");

    private ThaiName() {}

    static void addTold(String text, List<Candidate<String>> found) {
        int at = text.indexOf(NAME);
        if (at < 0 || !opens(text, at)) {
            return;
        }
        int start = skipHeads(text, at + NAME.length());
        if (startsWithAny(text, start, OTHERS) || startsWithAny(text, at + NAME.length(), OTHERS)) {
            return;
        }
        int end = endOfWord(text, start);
        int last = end + 1;
        boolean two =
                end > start && end < text.length() && text.charAt(end) == ' ' && !startsWithAny(text, last, STOPS);
        int endOfLast = two ? endOfWord(text, last) : last;
        end = endOfLast > last && (endOfLast == text.length() || !isThai(text.charAt(endOfLast))) ? endOfLast : end;
        if (end > start) {
            found.add(
                    new Candidate<>(text.substring(start, end), new Span(start, end), CONFIDENCE, NameCue.NAME_LABEL));
        }
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < LONGEST
                && isThai(text.charAt(end))
                && !startsWithAny(text, end, TAILS)) {
            end++;
        }
        return end;
    }

    /** It begins the text, or a word behind a blank, or stands behind "I". */
    private static boolean opens(String text, int name) {
        if (name == 0 || !isThai(text.charAt(name - 1))) {
            return true;
        }
        return MINE.stream().anyMatch(mine -> text.startsWith(mine, name - mine.length()));
    }

    private static int skipHeads(String text, int from) {
        int at = from;
        boolean skipped = true;
        while (skipped) {
            skipped = false;
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ':')) {
                at++;
            }
            for (String head : HEADS) {
                if (text.startsWith(head, at)) {
                    at += head.length();
                    skipped = true;
                }
            }
        }
        return at;
    }

    private static boolean startsWithAny(String text, int at, List<String> words) {
        return words.stream().anyMatch(word -> text.startsWith(word, at));
    }

    private static boolean isThai(char c) {
        return c >= FIRST && c <= LAST;
    }
}
