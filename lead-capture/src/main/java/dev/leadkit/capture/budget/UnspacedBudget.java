package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.UnspacedScript;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the letters around an amount make of it in scripts that write no blanks between words.
 *
 * <p>"预算大概4000", "予算は5万円です", "예산은 50만원", "งบ 5000 บาท"; a limit: "三千块以内", "2万円まで", "10만원 이하", "ไม่เกิน 5 ล้าน บาท"; where something is
 * wished beside it also "推荐一款5千以下的手机", "3万円くらいで探しています", "อยากได้หม้อ ราคา 300-500". Not "不超过100人", "月薪三千以内", "送料は500円以下です".
 */
final class UnspacedBudget {
    private static final int REACH = 24;
    private static final int REACH_BEHIND = 8;
    private static final int WISH_REACH = 60;
    private static final int LONGEST_CURRENCY = 8;

    /** A lower one that has neither a size nor a currency is more often a height or a place in a list. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(200);

    private static final List<String> NAMES = List.of(
            "预算", "預算", "予算", "예산", "งบ", "最多花", "最多出", "心理价位", "心理價位", "能接受", "愿意出", "願意出", "能出", "准备花", "準備花", "打算花",
            "打算出");

    /** Behind an amount. */
    private static final List<String> NAMES_BEHIND = List.of(
            "预算", "預算", "的预算", "的預算", "左右的预算", "左右的預算", "予算", "の予算", "ほどの予算", "くらいの予算", "예산", "정도 예산", "なら出せ", "なら払え",
            "出せます", "払えます", "낼 수", "쓸 수", "まで出せ");

    /** Before an amount they make it what goes beyond a budget. */
    private static final List<String> BEYOND =
            List.of("超出预算", "超出預算", "超预算", "超預算", "超过预算", "超過預算", "予算オーバー", "予算を超", "예산 초과", "예산을 초과", "เกินงบ");

    /** Before an amount they make it a limit. */
    private static final List<String> MOST = List.of(
            "不超过",
            "不超過",
            "不要超过",
            "不要超過",
            "别超过",
            "別超過",
            "不能超过",
            "不能超過",
            "不高于",
            "不高於",
            "最多",
            "最高",
            "顶多",
            "頂多",
            "低于",
            "低於",
            "控制在",
            "上限",
            "最大",
            "高くても",
            "最高でも",
            "최대",
            "ไม่เกิน",
            "ไม่ถึง",
            "ต่ำกว่า",
            "ไม่เกินกว่า",
            "สูงสุด");

    /** Behind an amount. */
    private static final List<String> MOST_BEHIND = List.of(
            "以内", "以內", "以下", "之内", "之內", "封顶", "封頂", "まで", "未満", "を上限", "이하", "이내", "까지", "미만", "안으로", "안쪽", "밑으로",
            "안에서", "ลงมา", "ลงไป", "ไม่เกิน");

    /** They tell that it is a rough one. */
    private static final List<String> ROUGH =
            List.of("大概", "大约", "大約", "约", "約", "差不多", "だいたい", "およそ", "약", "대략", "ประมาณ", "ราว", "สัก");

    private static final List<String> ROUGH_BEHIND =
            List.of("左右", "上下", "前後", "前后", "程度", "くらい", "ぐらい", "ほど", "정도", "내외", "안팎", "선", "대", "쯤", "ต้นๆ", "นิดๆ");

    private static final List<String> PRICES = List.of("价格", "價格", "价位", "價位", "価格", "値段", "가격", "가격대", "ราคา");

    private static final List<String> WISHES = List.of(
            "想买", "想買", "想要", "想找", "想租", "想订", "想訂", "想做", "想入手", "要买", "要買", "求购", "求購", "求推荐", "推荐", "推薦", "有没有",
            "有沒有", "帮我找", "幫我找", "需要", "在找", "找一", "找个", "找個", "买一", "買一", "我要", "购买", "購買", "选购", "選購", "欲しい", "ほしい",
            "探し", "買いたい", "購入", "希望", "お願い", "おすすめ", "オススメ", "お勧め", "ありますか", "ないですか", "できますか", "作りたい", "借りたい", "予約",
            "検討", "考えて", "추천", "찾", "구매", "사고 싶", "사려", "살 수", "원해", "원합", "원하", "싶", "필요", "구해", "구합", "있을까", "있나",
            "부탁", "견적", "หา", "อยาก", "ต้องการ", "สนใจ", "แนะนำ", "ขอ", "ซื้อ", "เช่า", "จอง", "เอา");

    /** What else an amount may be of. */
    private static final List<String> OTHERS = List.of(
            "工资",
            "工資",
            "月薪",
            "年薪",
            "薪水",
            "收入",
            "营业额",
            "營業額",
            "贷款",
            "貸款",
            "借款",
            "欠",
            "罚款",
            "罰款",
            "押金",
            "订金",
            "定金",
            "花了",
            "付了",
            "交了",
            "买了",
            "買了",
            "买的",
            "買的",
            "卖",
            "賣",
            "运费",
            "運費",
            "邮费",
            "手续费",
            "手續費",
            "优惠",
            "折扣",
            "减免",
            "退款",
            "赔",
            "奖金",
            "年収",
            "月収",
            "給料",
            "給与",
            "収入",
            "売上",
            "送料",
            "手数料",
            "ローン",
            "借金",
            "罰金",
            "払った",
            "払いました",
            "買った",
            "買いました",
            "売",
            "割引",
            "返金",
            "연봉",
            "월급",
            "소득",
            "수입",
            "매출",
            "대출",
            "배송비",
            "수수료",
            "벌금",
            "할인",
            "환불",
            "보증금",
            "샀",
            "냈",
            "썼",
            "판매",
            "팔",
            "เงินเดือน",
            "รายได้",
            "กู้",
            "หนี้",
            "ค่าส่ง",
            "ค่าจัดส่ง",
            "ค่าธรรมเนียม",
            "ค่าปรับ",
            "ส่วนลด",
            "มัดจำ",
            "จ่ายไป",
            "ซื้อมา",
            "ขาย",
            "ยอดขาย",
            "คืนเงิน");

    private final String text;
    private final Amount amount;
    private final String before;
    private final String behind;

    UnspacedBudget(String text, Amount amount) {
        this.text = text;
        this.amount = amount;
        int start = amount.start();
        while (start > 0 && amount.start() - start < REACH && goesOn(text.charAt(start - 1))) {
            start--;
        }
        this.before = text.substring(start, amount.start());
        this.behind = text.substring(amount.end(), Math.min(text.length(), amount.end() + REACH_BEHIND))
                .strip();
    }

    /** A letter, a digit, a blank, or a mark behind the name. */
    private static boolean goesOn(char c) {
        return UnspacedScript.has(c) || Character.isDigit(c) || " :：~～-".indexOf(c) >= 0;
    }

    /** The code of what makes it a budget, null if nothing does. */
    @Nullable
    String because() {
        boolean counted = !amount.isMoney() && CountedThings.at(text, amount.end());
        if (counted || BEYOND.stream().anyMatch(before::contains)) {
            return null;
        }
        boolean named = NAMES.stream().anyMatch(before::contains);
        if (named || isEnough() && NAMES_BEHIND.stream().anyMatch(behind::startsWith)) {
            return "budget";
        }
        return isEnough() && isLimit() && !isOther() ? "limit" : null;
    }

    private boolean isEnough() {
        return !amount.isBare() || amount.value().compareTo(LEAST) >= 0;
    }

    private boolean isLimit() {
        boolean most =
                MOST.stream().anyMatch(before::contains) || MOST_BEHIND.stream().anyMatch(behind::startsWith);
        boolean rough = ROUGH.stream().anyMatch(before::contains)
                || ROUGH_BEHIND.stream().anyMatch(behind::startsWith);
        boolean priced = PRICES.stream().anyMatch(before::contains);
        if (most && (amount.isMoney() || priced)) {
            return true;
        }
        return (most || rough || priced && amount.range()) && (isNear(WISHES) || isNear(NAMES));
    }

    private boolean isOther() {
        return OTHERS.stream().anyMatch(other -> before.contains(other) || behind.contains(other));
    }

    private boolean isNear(List<String> some) {
        int from = Math.max(0, amount.start() - WISH_REACH);
        String around = text.substring(from, Math.min(text.length(), amount.end() + WISH_REACH));
        return some.stream().anyMatch(around::contains);
    }

    /** Whether letters of such a script stand right beside an amount. */
    static boolean isBeside(String text, Amount amount) {
        return amount.start() > 0 && UnspacedScript.has(text.charAt(amount.start() - 1))
                || amount.end() < text.length() && UnspacedScript.has(text.charAt(amount.end()));
    }

    /** Where the longest word for a currency ends that begins at a place; the place itself if none does. */
    static int endOfCurrency(String text, int from) {
        for (int length = Math.min(LONGEST_CURRENCY, text.length() - from); length > 0; length--) {
            String word = text.substring(from, from + length);
            if (Currencies.code(word) != null || Currencies.isShared(word)) {
                return from + length;
            }
        }
        return from;
    }
}
