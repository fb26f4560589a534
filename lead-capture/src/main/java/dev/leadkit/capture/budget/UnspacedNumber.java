package dev.leadkit.capture.budget;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A number in signs or words of scripts without blanks, alone or behind digits.
 *
 * <p>Reads "二十萬", "一万五" (15,000), "千五百", "1万5千", "两三千" (3,000), "สองพัน", "สองแสนห้า", "백만". Not "二〇二四", said digit by digit,
 * nor "万一".
 *
 * @param end behind its last sign
 * @param highest the zeros of its highest sign, 0 if it has none but digits
 * @param counted whether it begins with a digit, and not with a ten or more
 */
record UnspacedNumber(BigDecimal value, int end, int highest, boolean counted) {
    private static final int LONGEST_SIGN = 5;
    private static final int MOST_SIGNS = 12;
    private static final int MOST_DIGITS = 6;

    /** So many zeros, or more, take the whole number before them. */
    private static final int LEAST_OF_WHOLE = 4;

    private static final Map<String, Integer> DIGITS = listed("""
            0 零 〇 ศูนย์
            1 一 壹 壱 หนึ่ง เอ็ด 일
            2 二 两 兩 贰 弐 สอง ยี่ 이
            3 三 叁 参 สาม 삼
            4 四 肆 สี่ 사
            5 五 伍 ห้า 오
            6 六 陆 หก 육
            7 七 柒 เจ็ด 칠
            8 八 捌 แปด 팔
            9 九 玖 เก้า 구
            """);

    private static final Map<String, Integer> ZEROS = listed("""
            1 十 拾 สิบ 십
            2 百 佰 ร้อย 백
            3 千 仟 พัน 천
            4 万 萬 หมื่น 만
            5 แสน
            6 ล้าน
            8 億 亿 억
            """);

    private static final String HALF = "ครึ่ง";
    private static final BitSet FIRST_LETTERS = firstLetters();

    private static BitSet firstLetters() {
        BitSet letters = new BitSet();
        DIGITS.keySet().forEach(sign -> letters.set(sign.charAt(0)));
        ZEROS.keySet().forEach(sign -> letters.set(sign.charAt(0)));
        return letters;
    }

    private static Map<String, Integer> listed(String lines) {
        Map<String, Integer> signs = new HashMap<>();
        for (var rest = new StringTokenizer(lines, "\n"); rest.hasMoreTokens(); ) {
            var words = new StringTokenizer(rest.nextToken());
            Integer value = Integer.valueOf(words.nextToken());
            while (words.hasMoreTokens()) {
                signs.put(words.nextToken(), value);
            }
        }
        return Map.copyOf(signs);
    }

    /** The number that begins at a place, null if none does. */
    static @Nullable UnspacedNumber at(String text, int start) {
        int end = endOfSign(text, start);
        return end == start || zeros(text, start, end) >= LEAST_OF_WHOLE ? null : new Reader(text, start, null).read();
    }

    /** That of digits with signs right behind them, null if there are none. */
    static @Nullable UnspacedNumber behind(BigDecimal digits, String text, int end) {
        int behind = endOfSign(text, end);
        return behind == end || zeros(text, end, behind) == 0 ? null : new Reader(text, end, digits).read();
    }

    private static int zeros(String text, int from, int to) {
        return ZEROS.getOrDefault(text.substring(from, to), 0);
    }

    /** Where the longest sign ends that begins at a place; the place itself if none does. */
    private static int endOfSign(String text, int from) {
        boolean may = from < text.length() && FIRST_LETTERS.get(text.charAt(from));
        for (int to = Math.min(text.length(), from + LONGEST_SIGN); may && to > from; to--) {
            String sign = text.substring(from, to);
            if (DIGITS.containsKey(sign) || ZEROS.containsKey(sign)) {
                return to;
            }
        }
        return from;
    }

    private static final class Reader {
        private final String text;
        private int at;
        private BigDecimal total = BigDecimal.ZERO;

        /** Below ten thousand, of the sign to come. */
        private BigDecimal group = BigDecimal.ZERO;

        private @Nullable BigDecimal counting;
        private boolean counted;
        private boolean pair;
        private boolean afterZero;

        /** Each sign has fewer than the one before it in its group, each that takes the whole group fewer than the one before that. */
        private int zeros = Integer.MAX_VALUE;

        private int wholeZeros = Integer.MAX_VALUE;
        private int last;
        private int highest;

        Reader(String text, int at, @Nullable BigDecimal digits) {
            this.text = text;
            this.at = at;
            this.counting = digits;
            this.counted = digits != null;
        }

        @Nullable
        UnspacedNumber read() {
            for (int signs = 0; signs < MOST_SIGNS && takeNext(signs == 0); ) {
                signs++;
            }
            addLast();
            BigDecimal value = total.add(group);
            return value.signum() == 0 ? null : new UnspacedNumber(value, at, highest, counted);
        }

        private boolean takeNext(boolean first) {
            int end = endOfSign(text, at);
            Integer digit = DIGITS.get(text.substring(at, end));
            Integer unit = ZEROS.get(text.substring(at, end));
            if (digit == null && unit == null) {
                return takeFigures();
            }
            boolean taken = digit == null ? take(unit == null ? 0 : unit) : count(digit);
            counted |= taken && first && digit != null;
            at = taken ? end : at;
            return taken;
        }

        /** Of two digits in a row the second is the upper end: "两三千". */
        private boolean count(int digit) {
            BigDecimal before = counting;
            if (digit == 0) {
                afterZero = true;
                return before == null && highest > 0;
            }
            pair = before != null && !pair && before.compareTo(BigDecimal.valueOf(digit - 1)) == 0;
            if (before != null && !pair) {
                return false;
            }
            counting = BigDecimal.valueOf(digit);
            return true;
        }

        private boolean take(int unit) {
            BigDecimal digit = counting;
            if (unit < LEAST_OF_WHOLE) {
                if (unit >= zeros) {
                    return false;
                }
                group = group.add((digit == null ? BigDecimal.ONE : digit).movePointRight(unit));
                zeros = unit;
            } else {
                BigDecimal whole = digit == null ? group : group.add(digit);
                if (unit >= wholeZeros || whole.signum() == 0) {
                    return false;
                }
                total = total.add(whole.movePointRight(unit));
                group = BigDecimal.ZERO;
                wholeZeros = unit;
                zeros = Integer.MAX_VALUE;
            }
            last = unit;
            highest = Math.max(highest, unit);
            counting = null;
            afterZero = false;
            pair = false;
            return true;
        }

        /** "1万5千", "2万5000". */
        private boolean takeFigures() {
            int end = at;
            while (end < text.length() && end - at < MOST_DIGITS && isFigure(text.charAt(end))) {
                end++;
            }
            if (end == at || counting != null || highest == 0) {
                return false;
            }
            counting = new BigDecimal(text.substring(at, end));
            at = end;
            return true;
        }

        private static boolean isFigure(char c) {
            return c >= '0' && c <= '9';
        }

        /** The last digit counts tenths of the sign before it: "一万五"; "ครึ่ง" is half of that. */
        private void addLast() {
            BigDecimal digit = counting;
            if (digit != null) {
                boolean tenths = last > 1 && !afterZero && digit.compareTo(BigDecimal.TEN) < 0;
                group = group.add(tenths ? digit.movePointRight(last - 1) : digit);
            } else if (highest > 0 && text.startsWith(HALF, at)) {
                group = group.add(BigDecimal.valueOf(5).movePointRight(last - 1));
                at += HALF.length();
            }
        }
    }
}
