package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.UnspacedScript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose an address or a number is by what Chinese and Japanese, which put no blanks between words, say right around it.
 *
 * <p>Refused: "我同事的邮箱是…", "妻の電話番号は…", "…からメールが来ました" ({@code third-party}), "不要打…", "…には電話しないでください",
 * "以前的邮箱是…" ({@code negated}). Not refused: "我的电话是…", "朋友推荐的，我的电话是…", "電話番号は…です".
 */
final class UnspacedOwner {
    private static final int BEHIND = 24;
    private static final int AHEAD = 12;
    private static final String ENDS = "。！？!?；;\n";

    private static final List<String> MINE = List.of("我的", "本人", "我自己", "私の", "わたしの", "僕の", "俺の", "自分の", "当方");

    private static final List<String> OTHERS = List.of(
            "同事的", "我同事", "妻子", "老婆", "太太", "老公", "丈夫", "朋友的", "我朋友", "老板的", "我老板", "经理的", "领导的", "客户的", "爸爸", "妈妈",
            "父亲", "母亲", "哥哥", "弟弟", "姐姐", "妹妹", "儿子", "女儿", "邻居", "房东", "租客", "会计", "律师", "医生的", "司机", "供应商", "他的",
            "她的", "他们", "同僚", "妻の", "家内", "夫の", "主人の", "友人の", "友達の", "上司", "部長の", "社長の", "父の", "母の", "兄の", "弟の", "姉の",
            "妹の", "様の", "さんの", "氏の", "先生的", "先生の", "小姐的", "女士的", "息子", "娘の", "隣の", "大家さん", "税理士", "弁護士", "彼の", "彼女の");

    private static final List<String> OLD =
            List.of("以前的", "旧的", "原来的", "之前的", "以前の", "前のメール", "前のアドレス", "前の番号", "前の電話", "前の担当", "前任", "古い", "旧アドレス");

    private static final List<String> NOT = List.of("不要打", "别打", "不要拨", "不要联系", "别联系", "不要发", "别发", "请勿");

    /** Right before the value. */
    private static final List<String> REACHED = List.of("打了", "打过", "拨了", "拨打了", "收到了", "收到", "发给了");

    /** Right behind it. */
    private static final List<String> FROM = List.of(
            "的邮件",
            "的短信",
            "的电话说",
            "发来",
            "打来",
            "给我打",
            "是你们",
            "是你的",
            "是谁",
            "没人接",
            "打不通",
            "からメールが",
            "から電話が",
            "から着信",
            "からの",
            "に電話しました",
            "に電話したの",
            "にかけました",
            "にメールしました",
            "に送りましたが",
            "は御社",
            "は貴社",
            "は誰",
            "はどなた",
            "はそちら");

    private static final List<String> NOT_TO = List.of(
            "には電話しない", "に電話しない", "にかけない", "に送らない", "には送らない", "に連絡しない", "には連絡しない", "は使って", "でした", "は使えません", "已经不用",
            "不用了", "是空号");

    private UnspacedOwner() {}

    /** Null if nothing speaks against the value, or no such script stands around it. */
    static @Nullable Objection objection(String text, int start, int end) {
        int from = clauseStart(text, start);
        String before = text.substring(from, start);
        String after = text.substring(end, Math.min(text.length(), end + AHEAD));
        if (!has(before) && !has(after)) {
            return null;
        }
        if (isOneIn(NOT, before) || isOneIn(OLD, before) || opensWith(NOT_TO, after)) {
            return Objection.NEGATED;
        }
        boolean others = last(OTHERS, before) > last(MINE, before);
        boolean reached = REACHED.stream().anyMatch(before.strip()::endsWith);
        return others || reached || opensWith(FROM, after) ? Objection.THIRD_PARTY : null;
    }

    /** Whether it is said to be the visitor's own, and nobody else's in between. */
    static boolean isOwn(String text, int start) {
        String before = text.substring(clauseStart(text, start), start);
        int mine = last(MINE, before);
        return mine >= 0 && mine > last(OTHERS, before);
    }

    /** Where what is said of the value begins: behind the sentence before, or another value. */
    private static int clauseStart(String text, int start) {
        int from = start;
        int lowest = Math.max(0, start - BEHIND);
        while (from > lowest && ENDS.indexOf(text.charAt(from - 1)) < 0 && !isAddress(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static boolean isAddress(char c) {
        return c == '@' || c >= '0' && c <= '9';
    }

    private static boolean has(String text) {
        return text.chars().anyMatch(c -> UnspacedScript.has((char) c));
    }

    private static boolean isOneIn(List<String> words, String text) {
        return words.stream().anyMatch(text::contains);
    }

    private static int last(List<String> words, String text) {
        return words.stream().mapToInt(text::lastIndexOf).max().orElse(-1);
    }

    private static boolean opensWith(List<String> words, String text) {
        String behind = text.strip();
        return words.stream().anyMatch(behind::startsWith);
    }
}
