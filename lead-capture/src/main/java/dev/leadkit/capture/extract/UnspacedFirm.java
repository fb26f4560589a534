package dev.leadkit.capture.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds companies in scripts that write no blanks between words, by the legal form that is a part of their names, where they are said to be
 * the visitor's: "青葉株式会社の佐藤と申します", "株式会社青葉の佐藤です", "我是青叶科技有限公司的王明", "我在青叶公司工作", "弊社は青葉株式会社です", and
 * "青葉株式会社" alone.
 *
 * <p>Nearly matches, and is not found: "青葉株式会社から買いました", "株式会社青葉 御中", "有限公司".
 */
final class UnspacedFirm {
    private static final int MAX_LENGTH = 24;
    private static final int MAX_OWNER = 16;

    /** The characters up to here are of scripts that write blanks. */
    private static final char LAST_OF_ALPHABETS = '\u0fff';

    private static final int SHORTEST = 2;
    private static final int MOST_SEEN = 8;
    private static final int BEHIND = 6;
    private static final int AHEAD = 24;
    private static final double CONFIDENCE = 0.8;

    private static final List<String> FORMS = List.of("株式会社", "有限会社", "合同会社", "股份有限公司", "有限责任公司", "有限公司", "公司");

    /** What firms and other bodies are called for what they are. */
    private static final List<String> KINDS = List.of(
            "公司", "集团", "集團", "科技", "贸易", "貿易", "商贸", "商貿", "银行", "銀行", "学校", "學校", "大学", "大學", "中学", "中學", "小学", "小學",
            "國小", "國中", "高中", "医院", "醫院", "酒店", "飯店", "餐厅", "餐廳", "工作室", "实业", "實業", "传媒", "傳媒", "电子", "電子", "商行", "茶行",
            "银楼", "工厂", "工廠", "创新", "創新", "协会", "協會", "基金会", "基金會", "幼儿园", "幼兒園", "诊所", "診所", "律所", "事务所", "事務所", "旅行社",
            "出版社");

    /** Such a form may stand before the name too. */
    private static final int JAPANESE = 3;

    /** What ends what comes before a name. */
    private static final List<String> LEADS =
            List.of("我是", "我们是", "我们公司是", "我公司是", "公司是", "来自", "名称是", "弊社は", "当社は", "私は", "会社名は", "社名は", "：", ":");

    /** The same of where one works. */
    private static final List<String> AT = List.of("我在", "，在");

    private static final List<String> WORK = List.of("工作", "上班", "的员工");

    /** What is said behind one's own. */
    private static final List<String> TAILS = List.of("です", "と申します", "でございます");

    /** With these somebody there is written to: "株式会社青葉\n営業部 田中様". */
    private static final List<String> ADDRESSED = List.of("様", "御中");

    private static final String BREAKS = "のはがをにでと、。，,的是在从和";

    private static final List<String> I_AM = List.of("我是", "我们是", "我們是", "我来自", "我來自", "这里是", "這裡是");
    private static final char OF = '的';

    /** Those who are not of a firm, but deal with it. */
    private static final List<String> DEAL_WITH_IT = List.of(
            "客户", "客戶", "顾客", "顧客", "家长", "家長", "学生", "學生", "同学", "同學", "租客", "会员", "會員", "用户", "用戶", "粉丝", "粉絲", "朋友",
            "住户", "住戶", "业主", "業主", "病人", "患者");

    /** "Is called" behind what it is. */
    private static final List<String> CALLED = List.of(
            "公司叫做", "公司叫", "公司名叫", "公司名称是", "公司名稱是", "公司名是", "店叫做", "店叫", "店名叫", "店名是", "餐厅叫", "餐廳叫", "工作室叫", "品牌叫",
            "会社名：", "会社名:", "社名：", "店名：", "屋号：", "公司名称：", "公司名稱：", "公司名：", "公司：", "企业名称：", "单位名称：", "机构叫", "機構叫", "学校叫",
            "學校叫", "酒店叫", "厂叫", "廠叫");

    private static final List<String> MINE =
            List.of("我", "我们", "我們", "我的", "我们的", "我們的", "我家", "我开的", "咱们", "本", "我司的");
    private static final List<String> ASKED = List.of("什么", "什麼", "啥", "你", "他", "她", "它");

    /** What Japanese firms are called for what they are. */
    private static final List<String> JAPANESE_KINDS = List.of(
            "商事", "工業", "製作所", "建設", "不動産", "商会", "商店", "印刷", "運輸", "電機", "食品", "薬局", "医院", "病院", "学園", "幼稚園", "保育園",
            "旅館", "ホテル", "カフェ", "美容室", "クリニック", "工務店", "事務所", "デザイン", "システム", "システムズ", "大学", "高校", "中学校", "小学校", "銀行",
            "信用金庫", "農園", "酒造", "サービス", "物産", "産業", "化学", "製薬", "証券", "保険", "出版", "企画", "スタジオ");

    private static final List<String> WORKED_AT = List.of("に勤め", "に勤務", "で働い", "で働く", "を経営", "を運営");

    private UnspacedFirm() {}

    /** The first own one with the first form that stands in the text. */
    static void add(String text, List<Candidate<String>> found) {
        addWithForm(text, found);
        boolean korean = has(text, Character.UnicodeScript.HANGUL);
        if (found.isEmpty() && !korean && has(text, Character.UnicodeScript.HAN)) {
            addWithoutForm(text, found);
        }
        if (found.isEmpty() && korean) {
            KoreanFirm.add(text, found);
        }
    }

    private static boolean has(String text, Character.UnicodeScript script) {
        return text.chars().anyMatch(c -> c > LAST_OF_ALPHABETS && Character.UnicodeScript.of(c) == script);
    }

    private static void addWithForm(String text, List<Candidate<String>> found) {
        for (int form = 0; form < FORMS.size(); form++) {
            String said = FORMS.get(form);
            int at = text.indexOf(said);
            boolean seen = at >= 0;
            for (int i = 0; i < MOST_SEEN && at >= 0; i++) {
                Span firm = around(text, at, said.length(), form < JAPANESE);
                if (firm != null && isOwn(text, firm)) {
                    found.add(candidate(text, firm.start(), firm.end()));
                    return;
                }
                at = text.indexOf(said, at + said.length());
            }
            if (seen) {
                return;
            }
        }
    }

    /** "我是青叶科技的王明", "我们公司叫青叶": by what one is there, or what it is called. */
    private static void addWithoutForm(String text, List<Candidate<String>> found) {
        for (String lead : I_AM) {
            int start = text.indexOf(lead) + lead.length();
            int of = start < lead.length() ? start : endOfOwner(text, start);
            if (of > start
                    && endsInKind(text.substring(start, of))
                    && DEAL_WITH_IT.stream().noneMatch(other -> text.startsWith(other, of + 1))) {
                found.add(candidate(text, start, of));
                return;
            }
        }
        addJapanese(text, found);
        if (found.isEmpty()) {
            addCalled(text, found);
        }
    }

    /** "我们公司叫青叶", "公司名称：青叶". */
    private static void addCalled(String text, List<Candidate<String>> found) {
        for (String called : CALLED) {
            int at = text.indexOf(called);
            if (at < 0 || !isLabel(called) && !endsIn(MINE, text.substring(0, at))) {
                continue;
            }
            int start = at + called.length();
            int end = start;
            while (end < text.length() && end - start < MAX_LENGTH && isNamePart(text.charAt(end))) {
                end++;
            }
            String name = text.substring(start, end).strip();
            if (name.length() >= SHORTEST && ASKED.stream().noneMatch(name::contains)) {
                int first = text.indexOf(name, start);
                found.add(candidate(text, first, first + name.length()));
                return;
            }
        }
    }

    /** "青葉商事の佐藤です", "青葉商事に勤めています". */
    private static void addJapanese(String text, List<Candidate<String>> found) {
        for (String kind : JAPANESE_KINDS) {
            int at = text.indexOf(kind);
            if (at < 0) {
                continue;
            }
            int start = startOfRun(text, at);
            int end = at + kind.length();
            boolean worked = WORKED_AT.stream().anyMatch(tail -> text.startsWith(tail, end));
            Span firm = new Span(start, end);
            if (at - start >= SHORTEST && (worked || text.startsWith("の", end)) && (worked || isOwn(text, firm))) {
                found.add(candidate(text, start, end));
                return;
            }
        }
    }

    /** Where the "的" stands up to which a sentence says whose or of where one is; {@code start} where none does. */
    static int endOfOwner(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start < MAX_OWNER
                && Character.isLetterOrDigit(text.charAt(end))
                && text.charAt(end) != OF) {
            end++;
        }
        return end < text.length() && text.charAt(end) == OF ? end : start;
    }

    private static Candidate<String> candidate(String text, int start, int end) {
        Span firm = new Span(start, end);
        return new Candidate<>(firm.of(text), firm, CONFIDENCE, CompanyCue.Kind.WORKPLACE.code);
    }

    private static boolean isLabel(String called) {
        return called.endsWith("：") || called.endsWith(":");
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == ' ' || c == '&' || c == '-' || c == '·';
    }

    /** The form and the name before it, or behind it where it may lead; null if none is there. */
    private static @Nullable Span around(String text, int form, int length, boolean mayLead) {
        int behind = form + length;
        int start = startOfRun(text, form);
        int end = mayLead && start == form ? endOfRun(text, behind) : behind;
        return end - start >= length + SHORTEST ? new Span(start, end) : null;
    }

    /** Behind what leads to one's own, before the bearer's name or what one says of oneself, or alone in its line. */
    private static boolean isOwn(String text, Span firm) {
        String before = text.substring(Math.max(0, firm.start() - BEHIND), firm.start());
        String after = text.substring(firm.end(), Math.min(text.length(), firm.end() + AHEAD))
                .strip();
        int sentence = after.indexOf('。');
        String addressed = sentence < 0 ? after : after.substring(0, sentence);
        if (ADDRESSED.stream().anyMatch(addressed::contains)) {
            return false;
        }
        boolean opens = before.isBlank() || before.endsWith("\n") || before.endsWith("。") || before.endsWith("、");
        boolean led = endsIn(LEADS, before.strip());
        boolean told = opensWith(TAILS, after) || after.isEmpty() || text.startsWith("\n", firm.end());
        boolean chinese = led && (after.startsWith("的") || after.startsWith("，"));
        boolean bearer = after.startsWith("の") && opens && isBearer(after.substring(1));
        boolean works = endsIn(AT, before) && opensWith(WORK, after);
        return chinese || bearer || works || (led || opens) && told;
    }

    /** "青叶科技", "大同國小": what a body is called for what it is ends its name. */
    static boolean endsInKind(String name) {
        return name.length() > SHORTEST && endsIn(KINDS, name);
    }

    private static boolean endsIn(List<String> words, String text) {
        return words.stream().anyMatch(text::endsWith);
    }

    private static boolean opensWith(List<String> words, String text) {
        return words.stream().anyMatch(text::startsWith);
    }

    /** "佐藤と申します", "佐藤です". */
    private static boolean isBearer(String text) {
        int end = 0;
        while (end < Math.min(text.length(), MAX_LENGTH) && BREAKS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.startsWith("と申します", end) || text.startsWith("でございます", end) || text.startsWith("です", end);
    }

    private static int startOfRun(String text, int end) {
        int start = end;
        while (start > 0 && end - start < MAX_LENGTH && isPart(text, start - 1) && !isLed(text, start)) {
            start--;
        }
        return start;
    }

    /** "我是青叶": the name begins behind the lead, whose letters are letters too. */
    private static boolean isLed(String text, int at) {
        String before = text.substring(Math.max(0, at - BEHIND), at);
        return endsIn(LEADS, before) || endsIn(AT, before);
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < MAX_LENGTH && isPart(text, end) && !isTail(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isTail(String text, int at) {
        return TAILS.stream().anyMatch(tail -> text.startsWith(tail, at));
    }

    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        return (Character.isLetterOrDigit(c) || c == '・' || c == 'ー') && BREAKS.indexOf(c) < 0;
    }
}
