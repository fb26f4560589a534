package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The signs and words for currencies. */
final class Currencies {
    /** ISO 4217 code, then its signs and words in lower case. */
    private static final String LISTED = """
            USD $ us$ usd dollars dollar bucks buck dólares dolares dollari доллар доллара долларов долларами бакс баксов دولار 美元 美金 米ドル 달러
            USD dolar dolary dolara doları dolarlık dolarów dolarů dolári dolari dolár долар доларів доларов đô دلار
            USD डॉलर דולר דולרים dollaria dollár δολάρια ดอลลาร์ ডলার ڈالر
            EUR € eur euro euros eu€ eura евро євро يورو ευρώ ευρω euroa 欧元 歐元 ユーロ 유로 avro avroya euroya euroluk eurolla euron euroon
            EUR euró eurót euróig euróból eurů evra evrov אירו יורו یورو ยูโร यूरो eurot eurų eiro
            GBP £ gbp pounds pound quid 英镑 英鎊 sterlin фунтов
            JPY ¥ jpy yen 円 日元 日圓 日円 เยน 엔화
            INR ₹ inr rupees rupee rs rs. रुपये रुपए रुपया रूपये रुपयों रु
            KRW ₩ krw 원 韩元 韓元 韓幣
            TRY ₺ try tl lira liraya lirayı liradan liralık
            NGN ₦ ngn naira
            PHP ₱ php
            ILS ₪ ils shekels shekel nis שקל שקלים שח ש
            UAH ₴ uah грн гривень гривні гривен гривна гривны
            RUB ₽ rub руб рублей рубля рубль рублями рублів р
            BRL r$ brl reais
            AUD a$ au$ aud
            CAD c$ ca$ cad
            SGD s$ sgd
            NZD nz$ nzd
            HKD hk$ hkd 港币 港幣
            MXN mx$ mxn
            CHF chf francs franken fr.
            SEK sek
            NOK nok
            DKK dkk
            PLN pln zloty złoty złotych zlotych zł zl złotówek
            CZK czk kč korun koruny
            HUF huf forint ft forintot forintig forintból
            RON ron lei
            BGN bgn лв лева
            RSD rsd dinara динара дин
            AED aed dirhams dhs
            SAR sar
            QAR qar
            EGP egp جنيه جنية
            ZAR zar rand rands
            KES kes ksh
            GHS ghs cedis
            CNY cny rmb yuan 元 块 塊 块钱 塊錢 人民币 人民幣
            TWD twd nt$ 台幣 台币 臺幣 新台幣 新台币
            THB thb baht บาท
            MYR myr rm ringgit
            IDR idr rp rupiah
            VND vnd vnđ đồng đ
            PKR pkr
            KZT kzt тенге тг
            BDT bdt taka টাকা টাকার টাকায়
            ARS ars
            CLP clp
            COP cop
            PEN soles
            BOB bolivianos
            GTQ quetzales
            HNL lempiras
            CRC colones
            PYG guaraníes
            """;

    private static final Map<String, String> CODES = codes();

    /** Money of no one country. */
    private static final WordSet SHARED = WordSet.listed("""
            credit credits ريال درهم دينار ليرة peso pesos kr kronor kroner krona krone crowns coronas piasses piasse piastres lucas balles
            ریال تومان تومن تومنی تومنه rupaye rupay rupe rupiya rupaiya روپے روپئے روپیہ riyal riyals toman dinars 刀""");

    private static final WordSet CROWNS = WordSet.listed("kr kronor kroner krona krone crowns coronas");

    private static final WordSet OF_CROWNS = WordSet.listed("sek nok dkk");

    private static final WordSet PESOS = WordSet.listed("peso pesos");

    private static final WordSet OF_PESOS = WordSet.listed("mxn ars cop clp php");

    private static final WordSet PIASTRES = WordSet.listed("piasses piasse piastres");

    private static final WordSet OF_PIASTRES = WordSet.listed("cad");

    /** Whose dollars, pesos or crowns they are. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("us", "USD"),
            Map.entry("american", "USD"),
            Map.entry("aussie", "AUD"),
            Map.entry("australian", "AUD"),
            Map.entry("aud", "AUD"),
            Map.entry("canadian", "CAD"),
            Map.entry("cad", "CAD"),
            Map.entry("cdn", "CAD"),
            Map.entry("nz", "NZD"),
            Map.entry("kiwi", "NZD"),
            Map.entry("nzd", "NZD"),
            Map.entry("singapore", "SGD"),
            Map.entry("sgd", "SGD"),
            Map.entry("hk", "HKD"),
            Map.entry("hkd", "HKD"),
            Map.entry("mexican", "MXN"),
            Map.entry("mxn", "MXN"),
            Map.entry("argentine", "ARS"),
            Map.entry("colombian", "COP"),
            Map.entry("philippine", "PHP"),
            Map.entry("swiss", "CHF"),
            Map.entry("swedish", "SEK"),
            Map.entry("norwegian", "NOK"),
            Map.entry("danish", "DKK"),
            Map.entry("british", "GBP"),
            Map.entry("indian", "INR"));

    private static final WordSet COUNTED = WordSet.listed("""
            dollars dollar bucks pesos francs pounds rupees kronor kroner krona crowns""");

    private Currencies() {}

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (var lines = new StringTokenizer(LISTED, "\n"); lines.hasMoreTokens(); ) {
            var words = new StringTokenizer(lines.nextToken());
            String code = words.nextToken();
            while (words.hasMoreTokens()) {
                codes.put(Words.fold(words.nextToken()), code);
            }
        }
        return Map.copyOf(codes);
    }

    /** The ISO 4217 code that a word or sign in lower case stands for, null if it is none. */
    static @Nullable String code(String folded) {
        return CODES.get(folded);
    }

    /** Whether a word or sign in lower case names a currency, be it of one country or of several. */
    static boolean isMoney(String folded) {
        return CODES.containsKey(folded) || isShared(folded);
    }

    /** Whether a code is an English word or name as well: "let's try 3". */
    static boolean isWordToo(String folded) {
        return folded.equals("try") || folded.equals("ron") || folded.equals("rub") || folded.equals("cop");
    }

    static boolean isSign(char c) {
        return !Character.isLetterOrDigit(c) && CODES.containsKey(String.valueOf(c));
    }

    /** "Credits", "pesos", "kr". */
    static boolean isShared(String folded) {
        return SHARED.contains(folded);
    }

    /** The currency of "9000 kr" where "7,400 DKK" was written before, null where nothing of the kind was. */
    static @Nullable String ofShared(String shared, Words before) {
        WordSet codes = CROWNS.contains(shared)
                ? OF_CROWNS
                : PESOS.contains(shared) ? OF_PESOS : PIASTRES.contains(shared) ? OF_PIASTRES : null;
        for (int i = before.count() - 1; codes != null && i >= 0; i--) {
            if (codes.has(before, i)) {
                return code(before.folded(i));
            }
        }
        return null;
    }

    /** The currency of "canadian dollars" or "us bucks", null where two words in lower case are no such pair. */
    static @Nullable String ofPair(String country, String counted) {
        return COUNTED.contains(counted) ? COUNTRIES.get(country) : null;
    }

    /** Of dollars whose country is told after them, as in "750 bucks (aussie)", that country's. */
    static @Nullable String ofCountry(String folded) {
        return folded.equals("us") ? null : COUNTRIES.get(folded); // "us" is mostly "we"
    }

    /** Whether several countries have a currency of that name or sign. */
    static boolean isAmbiguous(String code) {
        return code.equals("USD");
    }
}
