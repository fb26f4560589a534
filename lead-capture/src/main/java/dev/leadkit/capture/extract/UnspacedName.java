package dev.leadkit.capture.extract;

import java.util.List;

/**
 * Finds names in scripts that write no blanks between words, or glue endings to them: "我叫王小明", "名前は佐藤です", "青葉商会の佐藤と申します",
 * and "佐藤です" where the name was asked for.
 */
final class UnspacedName {
    private static final int MAX_READ = 12;
    private static final int MAX_LENGTH = 8;
    private static final int MAX_PART = 4;

    /** Of characters that sound like a foreign name. */
    private static final int LONGEST_CHINESE = 6;

    private static final double CONFIDENCE = 0.85;

    /** Whatever one says of oneself may follow. */
    private static final String AS_FOR_ME = "저는 ";

    /** The visitor's only where a sentence begins with it. */
    private static final String NAME_IS = "이름은 ";

    private static final String I_AM = "我是";
    private static final String SURNAME = "姓";

    /** What the visitor is, before his surname. */
    private static final List<String> ROLES = List.of("车主", "业主", "客户", "顾客", "家长", "租客");

    /** What is said behind a surname. */
    private static final List<String> TITLES = List.of("先生", "女士", "小姐", "太太");

    private static final List<String> CUES =
            List.of("我叫", SURNAME, "我的名字是", "我的名字叫", "名前は", "제 이름은", AS_FOR_ME, NAME_IS);

    /** What one says of oneself behind it, with the company before: "青葉商会の佐藤と申します". */
    private static final List<String> POLITE = List.of("と申します", "と言います", "といいます");

    private static final String BEFORE_NAME = "のは";

    private static final List<String> SELF = List.of("わたくし", "わたし", "私");

    /** What an answer may begin with before the name. */
    private static final List<String> HEADS = List.of("我是", "叫我", "私は", "我叫", "我的名字是", "我的名字叫", "名前は");

    /** What is polite to say behind one's name. */
    private static final List<String> TAILS = List.of(
            "と申します", "といいます", "と言います", "でございます", "です", "입니다", "이고", "이라고", "라고", "이에요", "예요", "电话", "電話", "手机", "手機");

    private static final String NOT_IN_NAMES = "是的了，也我在想です";

    private UnspacedName() {}

    /** Behind a word that tells it. */
    static void addTold(String text, List<Candidate<String>> found) {
        for (String cue : CUES) {
            int at = text.indexOf(cue);
            if (at < 0 || cue.equals(NAME_IS) && !opens(text, at)) {
                continue;
            }
            if (cue.equals(SURNAME)) {
                addSurname(text, at, found);
            } else {
                add(text, at + cue.length(), found);
            }
            found.removeIf(one -> cue.equals(AS_FOR_ME)
                    && (!isTail(text, one.span().end(), one.span().start()) || WhatOneIs.isSaid(one.value())));
            if (!found.isEmpty()) {
                return;
            }
        }
        addTitled(text, found);
        if (found.isEmpty()) {
            addPolite(text, found);
        }
        if (found.isEmpty()) {
            UnspacedBooking.add(text, found);
        }
    }

    private static boolean opens(String text, int at) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || ".!?,\n".indexOf(text.charAt(before)) >= 0;
    }

    /** "我姓王，…", "…，姓林。", not "姓名" nor "贵姓". */
    private static void addSurname(String text, int at, List<Candidate<String>> found) {
        int name = at + SURNAME.length();
        boolean label = text.startsWith("名", name); // "姓名：…"
        boolean own = at == 0 || text.charAt(at - 1) == '我' || !Character.isLetter(text.charAt(at - 1));
        boolean ends = name + 1 >= text.length() || !Character.isLetter(text.charAt(name + 1));
        if (own && ends && !label && name < text.length() && isUnspaced(text.charAt(name))) {
            found.add(told(text, name, name + 1));
        }
    }

    /** "我是王先生", "我是车主王先生". */
    private static void addTitled(String text, List<Candidate<String>> found) {
        int at = text.indexOf(I_AM);
        int name = at + I_AM.length();
        for (String role : ROLES) {
            name += text.startsWith(role, name) ? role.length() : 0;
        }
        for (int end = name + 1; at >= 0 && end <= name + 2 && found.isEmpty(); end++) {
            for (String title : TITLES) {
                if (text.startsWith(title, end)) {
                    found.add(told(text, name, end + title.length()));
                }
            }
        }
    }

    private static Candidate<String> told(String text, int start, int end) {
        return new Candidate<>(text.substring(start, end), new Span(start, end), CONFIDENCE, NameCue.SELF_INTRODUCTION);
    }

    private static void addPolite(String text, List<Candidate<String>> found) {
        int end = -1;
        for (String polite : POLITE) {
            end = end < 0 ? text.indexOf(polite) : end;
        }
        int start = end;
        while (start > 0
                && end - start < MAX_LENGTH
                && isUnspaced(text.charAt(start - 1))
                && BEFORE_NAME.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        for (String self : SELF) {
            start += start >= 0 && text.startsWith(self, start) ? self.length() : 0;
        }
        if (end - start > 1) {
            found.add(told(text, start, end));
        }
    }

    /** The letters with which the answer to a question for the name begins. */
    static void addAnswer(String text, List<Candidate<String>> found) {
        int start = 0;
        for (String head : HEADS) {
            start = text.startsWith(head) ? head.length() : start;
        }
        if (areTwo(text)) {
            found.add(new Candidate<>(
                    text.strip(), new Span(0, text.strip().length()), CONFIDENCE, NameCue.SELF_INTRODUCTION));
            return;
        }
        int part = text.startsWith("我姓") ? text.indexOf('，') + 1 : start; // "我姓陈，陈建国"
        if (part < text.length() && isUnspaced(text.charAt(part))) {
            add(text, part, found);
        }
    }

    /** "佐藤 健太": a blank parts the two names, and nothing else was said. */
    private static boolean areTwo(String text) {
        int blank = Math.max(text.indexOf(' '), text.indexOf('\u3000'));
        int end = text.strip().length();
        boolean two = blank > 0 && blank <= MAX_PART && end - blank > 1 && end - blank - 1 <= MAX_PART;
        for (int i = 0; i < end && two; i++) {
            two = i == blank || isUnspaced(text.charAt(i));
        }
        return two;
    }

    private static void add(String text, int from, List<Candidate<String>> found) {
        int start = from;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '：')) {
            start++;
        }
        int end = start;
        while (end < text.length()
                && end - start < MAX_READ
                && Character.isLetter(text.charAt(end))
                && NOT_IN_NAMES.indexOf(text.charAt(end)) < 0
                && !isTail(text, end, start)) {
            end++;
        }
        boolean chinese = from > 0 && text.startsWith("我叫", from - 2);
        if (end - start >= 2 && end - start <= (chinese ? LONGEST_CHINESE : MAX_LENGTH)) {
            found.add(told(text, start, end));
        }
    }

    private static boolean isTail(String text, int at, int start) {
        return at > start + 1 && TAILS.stream().anyMatch(tail -> text.startsWith(tail, at));
    }

    private static boolean isUnspaced(char letter) {
        var script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL;
    }
}
