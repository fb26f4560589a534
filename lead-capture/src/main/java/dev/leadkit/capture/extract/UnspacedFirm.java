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
    private static final int SHORTEST = 2;
    private static final int MOST_SEEN = 8;
    private static final int BEHIND = 6;
    private static final int AHEAD = 24;
    private static final double CONFIDENCE = 0.8;

    private static final List<String> FORMS = List.of("株式会社", "有限会社", "合同会社", "股份有限公司", "有限责任公司", "有限公司", "公司");

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

    private UnspacedFirm() {}

    /** The first own one with the first form that stands in the text. */
    static void add(String text, List<Candidate<String>> found) {
        for (int form = 0; form < FORMS.size(); form++) {
            String said = FORMS.get(form);
            int at = text.indexOf(said);
            boolean seen = at >= 0;
            for (int i = 0; i < MOST_SEEN && at >= 0; i++) {
                Span firm = around(text, at, said.length(), form < JAPANESE);
                if (firm != null && isOwn(text, firm)) {
                    found.add(new Candidate<>(firm.of(text), firm, CONFIDENCE, CompanyCue.Kind.WORKPLACE.code));
                    return;
                }
                at = text.indexOf(said, at + said.length());
            }
            if (seen) {
                return;
            }
        }
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
        if (ADDRESSED.stream().anyMatch(after::contains)) {
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
