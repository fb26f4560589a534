package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets in other languages than English, and amounts and numbers in them that are none. */
class BudgetAbroadTest {
    private final BudgetExtractor extractor = new BudgetExtractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '¤', textBlock = """
        bütçemiz 40 bin civarında | 40000 | -
        Beşiktaş'ta kiralık daire arıyorum, 30 bine kadar | 30000 | -
        3 milyona kadar villa bakıyoruz | 3000000 | -
        4m civarı arsa bakıyorum | 4000000 | -
        ikinci el araba lazım 600 bin liraya kadar | 600000 | TRY
        en fazla 2500 TL'ye kadar verebilirim | 2500 | TRY
        8000 TL'yi geçmesin lütfen | 8000 | TRY
        bütçe seksen beş bin dolar | 85000 | USD
        iki buçuk milyona kadar ev arıyoruz | 2500000 | -
        bütçemiz 1 buçuk milyon TL | 1500000 | TRY
        500 ile 700 bin arası bir araba arıyorum | 700000 | -
        """)
    void in_turkish(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '¤', textBlock = """
        ¿con 8 mil me alcanza? | 8000 | -
        ¿Con unos 300 euros alcanza para el logo? | 300 | EUR
        ponle unos 9 mil pesos | 9000 | -
        póngale como 12 mil | 12000 | -
        tengo como 4 o 5 mil para eso | 5000 | -
        entre 11 y 13 mil pesos | 13000 | -
        entro i 900 euro | 900 | EUR
        até uns 400 reais | 400 | BRL
        busco alquilar un depto en el centro 300 mil | 300000 | -
        un presupuesto de dos millones y medio | 2500000 | -
        Caut o chirie până în 400 euro | 400 | EUR
        vreau un laptop pana in 3000 | 3000 | -
        maxim 2500 lei | 2500 | RON
        bugetul meu e cam 1500 lei | 1500 | RON
        bugetul e de cinci mii de lei | 5000 | RON
        budsjettet vårt er rundt kr 15.000 | 15000 | -
        Budgettet ligger på 20.000 kr. | 20000 | -
        budgeten är ungefär tjugo tusen kronor | 20000 | -
        jag söker en soffa, högst 4000 kr | 4000 | -
        vi ser etter en hytte, opptil 2 millioner kroner | 2000000 | -
        budjettimme on viisikymmentätuhatta euroa | 50000 | EUR
        etsin asuntoa, enintään 900 euroa kuussa | 900 | EUR
        hledám byt do 5 milionů | 5000000 | -
        rozpočet máme kolem 30 tisíc korun | 30000 | CZK
        lakást keresek 60 millióig | 60000000 | -
        legfeljebb 200 ezer forint | 200000 | HUF
        ψάχνω αυτοκίνητο μέχρι 8 χιλιάδες ευρώ | 8000 | EUR
        ο προϋπολογισμός είναι γύρω στα 2.000 ευρώ | 2000 | EUR
        szukam mieszkania w granicach 500 tys | 500000 | -
        nie więcej niż 3000 zł | 3000 | PLN
        budżet to pięćdziesiąt tysięcy złotych | 50000 | PLN
        szukam auta do 40 tys. zł | 40000 | PLN
        budżet półtora miliona | 1500000 | -
        tražim stan do 150 hiljada eura | 150000 | EUR
        """)
    void in_european_languages(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        ищу ноутбук до 70 тыс | 70000 | -
        до 70 тыс. руб. | 70000 | RUB
        не больше 3000 евро | 3000 | EUR
        не хотелось бы платить больше 15 тысяч | 15000 | -
        нужен сайт, в пределах 80 000 рублей | 80000 | RUB
        хочу кольцо, около 20000 рублей | 20000 | RUB
        ищу квартиру около 6 млн | 6000000 | -
        бюджет до пятидесяти тысяч рублей | 50000 | RUB
        бюджет полтора миллиона | 1500000 | -
        у меня 25000 рублей | 25000 | RUB
        хочу подарок маме до 5000 | 5000 | -
        до 90 т.р. | 90000 | -
        рассчитываю на 30-35 тыс | 35000 | -
        максимальная цена 45 000 | 45000 | -
        ищу двушку в центре 7 млн | 7000000 | -
        шукаю квартиру до 15 тис. грн | 15000 | UAH
        не більше 2000 доларів | 2000 | USD
        бюджет двадцять тисяч гривень | 20000 | UAH
        търся апартамент до 80 хиляди евро | 80000 | EUR
        не повече от 500 лв | 500 | BGN
        """)
    void in_cyrillic(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        budgetnya sekitar 4 jutaan | 4000000 | -
        budget ratusan, ya 500 ribuan | 500000 | -
        cari laptop 7 jt-an | 7000000 | -
        cari hp di bawah 3 juta | 3000000 | -
        cari sepatu 300rban ke bawah | 300000 | -
        tidak lebih dari Rp 2.000.000 | 2000000 | IDR
        mau beli motor sekitar 15 juta | 15000000 | -
        anggarannya lima belas juta | 15000000 | -
        bajet saya dalam RM500 | 500 | MYR
        cari rumah bawah RM 400k | 400000 | MYR
        """)
    void in_indonesian_and_malay(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        tìm tai nghe dưới 3 triệu | 3000000 | -
        tư vấn laptop từ 10 đến 15 triệu | 15000000 | -
        ngân sách tầm 80 đô | 80 | USD
        ngân sách khoảng 2tr5 | 2500000 | -
        mình cần mua giày 700k đổ lại | 700000 | -
        cần tìm phòng tầm triệu rưỡi | 1500000 | -
        cần tìm phòng 3 triệu rưỡi trở xuống | 3500000 | -
        ngân sách hai mươi lăm triệu | 25000000 | -
        tài chính khoảng 2 tỷ | 2000000000 | -
        không quá 500.000đ | 500000 | VND
        em can tim dien thoai duoi 5 trieu | 5000000 | -
        """)
    void in_vietnamese(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        預算三十萬台幣 | 300000 | TWD
        預算一晚兩萬五日圓以內 | 25000 | JPY
        预算两万八左右 | 28000 | -
        想买个手机，三千块以内 | 3000 | CNY
        推荐一款6千以下的笔记本 | 6000 | -
        求推荐3000左右的耳机 | 3000 | -
        预算3W以内 | 30000 | -
        预算1万5千元 | 15000 | CNY
        预算两三千 | 3000 | -
        不超过八百元 | 800 | CNY
        価格は3万円まで | 30000 | JPY
        5万円以内でお願いします | 50000 | JPY
        2万円くらいの椅子を探しています | 20000 | JPY
        予算は百万円です | 1000000 | JPY
        予算は2万5千円 | 25000 | JPY
        노트북 추천해주세요 80만원 이하로 | 800000 | KRW
        30만원 정도 선물 추천 부탁드려요 | 300000 | KRW
        예산은 오십만원입니다 | 500000 | KRW
        """)
    void in_east_asian_scripts(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Pune mein 40 lakh tak flat chahiye | 4000000 | -
        hamara budget 70 se 80 hazaar tak hai | 80000 | -
        15 hajar ke andar phone dikhao | 15000 | -
        5000 rupaye ke andar shoes chahiye | 5000 | -
        flat under 45 lakh | 4500000 | -
        bees hazaar tak ka phone chahiye | 20000 | -
        20 lakh se zyada nahi | 2000000 | -
        budget dhai lakh hai | 250000 | -
        मुझे 15 हजार तक का फोन चाहिए | 15000 | -
        20000 रुपये के अंदर लैपटॉप चाहिए | 20000 | INR
        बजट पचास हजार है | 50000 | -
        400 mein cake mil sakta hai? | 400 | -
        مجھے ۲۰ ہزار تک موبائل چاہیے | 20000 | -
        """)
    void in_hindi_and_urdu(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        งบสามพัน | 3000 | -
        งบ 500-800 | 800 | -
        หาคอนโด ไม่เกิน 4 ล้าน | 4000000 | -
        งบสองแสนห้า | 250000 | -
        อยากได้หม้อหุงข้าว ราคา 700-900 | 900 | -
        ราคาไม่เกิน 2 ล้านครึ่ง | 2500000 | -
        ไม่เกิน 1500 บาท | 1500 | THB
        งบห้าหมื่นบาท | 50000 | THB
        """)
    void in_thai(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        ابي سيارة ما ابي ادفع فوق خمسين الف | 50000 | -
        ميزانيتي مليونين وربع | 2250000 | -
        ادور شقة بحدود مليون ونص | 1500000 | -
        المبلغ لا يتجاوز 3000 ريال | 3000 | -
        عايز موبايل في حدود 5000 جنيه | 5000 | EGP
        ابغى لابتوب حوالي 4000 ريال | 4000 | -
        ابغى لابتوب بحدود 2000 | 2000 | -
        بین ۶ تا ۸ میلیون | 8000000 | -
        ميزانيتي ٣ مليون ونص | 3500000 | -
        ميزانيتنا خمسة وعشرين ألف درهم | 25000 | -
        אני מחפש דירה עד 5000 שקל | 5000 | ILS
        התקציב שלנו בערך עשרים וחמישה אלף | 25000 | -
        מחפשת ספה בסביבות 3000 ש"ח | 3000 | ILS
        תקציב של מיליון וחצי | 1500000 | -
        לא יותר מ-2000 שקל | 2000 | ILS
        دنبال گوشی تا ۱۰ میلیون تومان هستم | 10000000 | -
        بودجه من حدود ۵ میلیون تومنه | 5000000 | -
        بودجه دو میلیون و نیم | 2500000 | -
        """)
    void in_semitic_scripts(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        готовы потратить 250 тыс | 250000 | -
        могу заплатить 40 тыс за сайт | 40000 | -
        mogę zapłacić 6 tys. | 6000 | -
        můžu dát 4000 Kč | 4000 | CZK
        pot plăti 700 euro | 700 | EUR
        jag kan betala 6000 kr | 6000 | -
        saya bisa bayar 7 juta | 7000000 | -
        اقدر ادفع 6000 ريال | 6000 | -
        מוכן לשלם 7000 שקל | 7000 | ILS
        میتونم ۶ میلیون تومان بدم | 6000000 | -
        aylık 25 bin TL ödeyebilirim | 25000 | TRY
        25 bin verebilirim | 25000 | -
        main 7000 rupaye de sakta hu | 7000 | -
        2 milyon bütçem var | 2000000 | -
        30 hazaar ka budget hai | 30000 | -
        60 тыс бюджет | 60000 | -
        300万円の予算です | 3000000 | JPY
        能接受4000左右 | 4000 | -
        4万円なら出せます | 40000 | JPY
        """)
    void what_somebody_can_spend(String text, BigDecimal amount, @Nullable String currency) {
        BudgetExtractorTest.assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6 млн выше нашего бюджета",
                "6000 zł przekracza nasz budżet",
                "6000 kr är över vår budget",
                "6 juta melebihi budget saya",
                "6 triệu vượt ngân sách của tôi",
                "6000 فوق ميزانيتي",
                "6000 שקל מעל התקציב שלי",
                "60 hazaar budget se zyada hai",
                "6万元超出预算",
                "超出预算6000元",
                "могу заплатить 6000 рублей картой?",
                "хочу заплатить 6000 рублей",
                "не могу потратить 6000 рублей",
                "до 50 человек",
                "între 5 și 10 mii de vizitatori",
                "tra 5 e 10 mila visitatori",
                "zwischen 5 und 10 Tausend Besucher",
                "у вас цены до 60 тыс?",
                "cuesta entre 10 y 12 mil pesos",
                "ищу зал до 500 человек",
                "нужно до 30 тыс подписчиков",
                "зарплата до 90 тыс рублей",
                "кредит до 500 тыс рублей",
                "скидка до 5000 рублей",
                "стоит около 500 рублей",
                "заплатил около 5000 рублей",
                "до 18:00",
                "до 15 мая",
                "ищу с 2019 до 2024",
                "около 5000 рублей",
                "площадь около 120 м2",
                "тысячи людей",
                "5 milyon kişi",
                "500 kadar kişi",
                "20 bin takipçiye kadar",
                "maaşım 30 bin TL",
                "50 bin TL'ye kadar kredi",
                "fiyatı 5 bin lira civarında",
                "weil ich 50 bin und",
                "3 jutaan pengguna",
                "di bawah 5 menit",
                "maksimal 500 orang",
                "gajiku 5 juta",
                "harganya sekitar 2 juta",
                "saya mau jual motor maksimal 6 juta",
                "cần bán đất khoảng 3 tỷ",
                "не пришло больше 5000 рублей",
                "хочу поднять продажи до 5 млн",
                "想找180左右的男生",
                "kosztuje do 500 zł",
                "do 5 tys. wyświetleń",
                "mahal sampai 9 juta",
                "alle 300 Gäste",
                "dưới 18 tuổi",
                "2 triệu người",
                "dưới 2 triệu người",
                "lương khoảng 15 triệu",
                "khoảng 500 khách",
                "giá khoảng 2 triệu",
                "100人以内",
                "3天以内",
                "不超过100人",
                "月薪三千以内",
                "花了三千左右买的",
                "送料は500円以下です",
                "5千人以内",
                "一共三百六十五天",
                "二〇二四年",
                "百度一下",
                "万一不行",
                "100명 이하",
                "월급이 300만원 정도예요",
                "만나요",
                "ไม่เกิน 5 คน",
                "ไม่เกิน 500 คน",
                "เงินเดือนไม่เกิน 15000 บาท",
                "สามพันคน",
                "50 lakh tak ka loan chahiye",
                "50 log tak",
                "salary 50 hazaar tak hai",
                "20 हजार लोग",
                "راتبي حوالي 5000 ريال",
                "حوالي 500 شخص",
                "دفعت حوالي 3000 ريال",
                "ألف شكر",
                "סביבות 200 אנשים",
                "עד 50 אנשים",
                "המשכורת שלי בערך 8000 שקל",
                "שילמתי בערך 3000 שקל",
                "حقوقم حدود ۱۰ میلیون تومان است",
                "حدود ۵۰۰ نفر",
                "do 50 osób",
                "do 500 osób",
                "zarabiam około 5 tys. zł",
                "kosztuje około 500 zł",
                "până în 50 de persoane",
                "până la 500 de persoane",
                "plata maxim 5000 de oameni",
                "legfeljebb 500 ember",
                "opptil 500 gjester",
                "högst 500 gäster",
                "enintään 500 henkilöä",
                "μέχρι 500 άτομα",
                "con 500 personas alcanza?",
                "tengo como 6 mil seguidores",
                "20 mil usuarios como máximo",
                "the bus sets off around 18",
                "need views, up to 5k views",
                "trang 200 trăm"
            })
    void not_what_is_no_budget(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        งบประมาณอยู่ที่เท่าไรคะ | ไม่เกิน 3 ล้าน | 3000000
        Ngân sách của bạn là bao nhiêu? | 3 triệu | 3000000
        Bütçeniz nedir? | 20 bin | 20000
        Какой у вас бюджет? | тысяч двадцать, 20 тыс | 20000
        Berapa anggarannya? | lima juta | 5000000
        您的预算是多少？ | 三千左右 | 3000
        كم ميزانيتك؟ | مليون | 1000000
        מה התקציב? | אלפיים שקל | 2000
        """)
    void in_answer_to_a_question_for_the_budget(String asked, String text, BigDecimal amount) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(found -> found.value().amount())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(amount);
    }
}
