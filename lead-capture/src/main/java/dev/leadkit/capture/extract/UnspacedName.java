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
    private static final List<String> TITLES = List.of(
            "先生", "女士", "小姐", "太太", "老师", "老師", "总监", "總監", "经理", "經理", "主任", "医生", "醫生", "律师", "律師", "校长", "校長");

    /** Surnames of two characters, which end a sentence that "姓" begins. */
    private static final List<String> LONG_SURNAMES =
            List.of("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "皇甫", "慕容", "尉迟", "公孙", "公孫");

    private static final int LONGEST_BEARER = 3;

    /** What one may be at a firm. */
    private static final List<String> ROLES_THERE = List.of(
            "员工", "職員", "员", "員", "人", "学生", "學生", "客户", "客戶", "生", "家长", "家長", "会计", "老板", "老闆", "店长", "店長", "同学",
            "同學", "HR", "产品", "技术", "采购", "採購", "销售", "銷售", "师", "師", "部", "工", "负责", "負責", "同事", "同仁", "朋友", "粉丝",
            "用户", "用戶", "会员", "會員", "编辑", "小编", "小編", "运营", "客服", "助理", "代表");

    private static final List<String> CUES =
            List.of("我叫", SURNAME, "我的名字是", "我的名字叫", "名前は", "제 이름은", AS_FOR_ME, NAME_IS);

    /** What one says of oneself behind it, with the company before: "青葉商会の佐藤と申します". */
    private static final List<String> POLITE = List.of("と申します", "と言います", "といいます");

    private static final String BEFORE_NAME = "のは";

    /** What one does stands before the name: "…を経営している中村と申します". */
    private static final List<String> CLAUSES = List.of("している", "ています", "しておる");

    private static final List<String> SELF = List.of("わたくし", "わたし", "私");

    /** What an answer may begin with before the name. */
    private static final List<String> HEADS = List.of("我是", "叫我", "姓", "私は", "我叫", "我的名字是", "我的名字叫", "名前は");

    /** What is polite to say behind one's name. */
    private static final List<String> TAILS = List.of(
            "と申します", "といいます", "と言います", "でございます", "です", "입니다", "이고", "이라고", "라고", "이에요", "예요", "이요", "电话", "電話", "手机",
            "手機");

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
        int length = LONG_SURNAMES.stream().anyMatch(two -> text.startsWith(two, name)) ? 2 : 1;
        if (own && (ends || length > 1) && !label && name < text.length() && isUnspaced(text.charAt(name))) {
            found.add(told(text, name, name + length));
        }
    }

    /** "我是王先生", "我是车主王先生", "我是青叶科技的王经理", "我是青叶科技的王明". */
    private static void addTitled(String text, List<Candidate<String>> found) {
        int at = text.indexOf(I_AM);
        int name = at + I_AM.length();
        for (String role : ROLES) {
            name += text.startsWith(role, name) ? role.length() : 0;
        }
        int of = at < 0 ? name : UnspacedFirm.endOfOwner(text, name);
        if (of > name) {
            addBearer(text, name, of + 1, found);
            name = of + 1;
        }
        for (int end = name + 1; at >= 0 && end <= name + 2 && found.isEmpty(); end++) {
            for (String title : TITLES) {
                if (text.startsWith(title, end)) {
                    found.add(told(text, name, end + title.length()));
                }
            }
        }
    }

    private static boolean endsIn(List<String> words, String text, int end) {
        return words.stream().anyMatch(word -> text.startsWith(word, end - word.length()));
    }

    private static Candidate<String> told(String text, int start, int end) {
        return new Candidate<>(text.substring(start, end), new Span(start, end), CONFIDENCE, NameCue.SELF_INTRODUCTION);
    }

    /** Behind the name of what is surely a firm: two or three characters up to a mark, which are not what one is there. */
    private static void addBearer(String text, int firm, int name, List<Candidate<String>> found) {
        int end = name;
        while (end < text.length() && isUnspaced(text.charAt(end)) && end - name <= LONGEST_BEARER) {
            end++;
        }
        String said = text.substring(name, end);
        boolean person = end - name > 1
                && end - name <= LONGEST_BEARER
                && ROLES_THERE.stream().noneMatch(said::contains);
        if (person && UnspacedFirm.endsInKind(text.substring(firm, name - 1))) {
            found.add(told(text, name, end));
        }
    }

    private static void addPolite(String text, List<Candidate<String>> found) {
        int end = -1;
        for (String polite : POLITE) {
            end = end < 0 ? text.indexOf(polite) : end;
        }
        int start = end;
        while (start > 0
                && !endsIn(CLAUSES, text, start)
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
