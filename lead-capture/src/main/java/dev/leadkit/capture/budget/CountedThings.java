package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;

/** What is counted or measured where it follows a number: "300 people", "5 milyon kişi", "до 50 человек", "不超过100人". */
final class CountedThings {
    static final WordSet UNITS = WordSet.listed("""
            people persons person guests day days weeks week months hours hour minutes minute years year km miles mile
            bedrooms bedroom rooms room floor floors sqft sqm square sq am percent items pieces pcs pc units users seats
            employees kg lbs gb mb tb m2 qm th st nd rd o'clock tickets nights stars star adults kids children apartments
            feet ft meters metres m inches inch cm mm mph bhp hp metri metros mètres times pax ppl heads staff stück
            personen personas personnes
            persone pessoas personer gäste leute mitarbeiter bed beds bath br guys yrs hrs hr mins min kwh kw watts watt
            calories steps lb lots words litre litres liters liter gallons copies students visitors bolts""");

    private static final WordSet ABROAD = WordSet.listed("""
            besucher nutzer kunden teilnehmer zuschauer wörter zeichen seiten tage wochen monate jahre stunden minuten quadratmeter kilometer einwohner
            artikel bestellungen mensen gasten bezoekers dagen weken maanden jaar uur gebruikers klanten volgers woorden
            utenti clienti ospiti invitati visitatori parole pagine giorni settimane mesi anni iscritti gente jours ans
            читателей зрителей читачів глядачів czytelników widzów odwiedzających odwiedzin uczestników návštěvníků účastníků vizitatori cititori
            participanți látogató résztvevő kävijää osallistujaa besökare besøkende besøgende deltagare deltakere deltagere επισκέπτες επισκεπτών
            pengunjung peserta زائر زوار مشارك מבקרים משתתפים بازدید بازدیدکننده
            человек человека людей гостей гостя пользователей клиентов подписчиков просмотров показов кликов заявок лидов отзывов посетителей участников сотрудников студентов
            учеников детей мест комнат номеров дней дня день недель недели месяцев месяца лет года год часов часа час минут минуты км
            метров метра м2 кв квадратов соток штук шт единиц товаров страниц слов символов знаков заказов сообщений раз этажей рублевых
            тонн кг литров звезд звёзд процентов января февраля марта апреля мая июня июля августа сентября октября ноября декабря утра вечера
            осіб людини користувачів клієнтів підписників переглядів відвідувачів учасників днів дні тижнів місяців років року годин хвилин
            метрів сторінок слів товарів замовлень повідомлень разів
            души човека хора дни дена месеца години минути људи дана месеци година сати
            osób osoby osobę ludzi gości użytkowników klientów obserwujących wyświetleń pracowników uczniów dni dnia tygodni miesięcy lat roku
            godzin godziny minut metrów pokoi sztuk szt stron słów znaków produktów zamówień wiadomości razy kilometrów
            osob lidí hostů uživatelů zákazníků sledujících dnů týdnů měsíců hodin kusů ks stránek slov metrů osôb ľudí dní týždňov mesiacov hodín kusov
            osoba ljudi gostiju korisnika dana sedmica mjeseci meseci godina sati komada kvadrata
            persoane oameni invitați oaspeți utilizatori clienți urmăritori angajați copii zile săptămâni saptamani luni ani ore
            minute camere bucăți bucati pagini cuvinte produse comenzi mesaje km metri mp
            fő ember vendég felhasználó ügyfél követő nap napig napos hét hónap év éves óra perc db darab oldal szó termék
            henkilöä henkeä ihmistä vierasta käyttäjää asiakasta seuraajaa päivää viikkoa kuukautta vuotta tuntia minuuttia kappaletta kpl sivua neliötä
            gäster användare kunder följare anställda dagar veckor månader år timmar minuter stycken st sidor ord rum gjester brukere følgere ansatte
            dager uker måneder timer minutter sider gæster brugere dage uger stk
            άτομα ατόμων καλεσμένους χρήστες πελάτες ημέρες μέρες εβδομάδες μήνες χρόνια ώρες λεπτά τεμάχια σελίδες λέξεις τετραγωνικά
            kişi kişilik kisi kisilik misafir kullanıcı müşteri takipçi izlenme ziyaretçi çalışan öğrenci gün günlük hafta ay yıl yaş saat dakika adet
            tane sayfa kelime ürün sipariş mesaj metre metrekare kilometre oda odalı koltuk
            orang org pengguna pelanggan pengikut follower followers tamu karyawan siswa hari minggu bulan tahun jam menit buah unit pcs lembar
            halaman kata produk pesanan pesan meter kamar kali penonton views
            người nguoi khách dùng lượt ngày tuần tháng năm giờ phút cái chiếc sản phẩm sp trang đơn tin nhắn mét m2 phòng lần view
            log bande aadmi din hafte mahine saal ghante lोग लोग लोगों व्यक्ति दिन हफ्ते महीने साल घंटे मिनट पेज किलोमीटर किमी
            لوگ دن مہینے سال گھنٹے জন লোক দিন মাস বছর ঘণ্টা
            شخص اشخاص أشخاص ضيف ضيوف متابع مستخدم عميل موظف طالب يوم ايام أيام اسبوع أسبوع اسابيع شهر اشهر أشهر شهور سنة سنين سنوات ساعة ساعات دقيقة
            متر كيلو غرف غرفة قطعة قطع حبة صفحة كلمة منتج طلب رسالة مشاهدة
            איש אנשים אורחים משתמשים לקוחות עוקבים עובדים תלמידים יום ימים שבועות חודשים חודש שנים שנה שעות שעה דקות מטר מ״ר קילומטר ק״מ חדרים יחידות עמודים מילים
            نفر مهمان کاربر مشتری فالوور کارمند روز هفته ماه ساعت دقیقه کیلومتر عدد دونه صفحه کلمه محصول سفارش پیام اتاق""");

    /** The same right behind a number in scripts without blanks. */
    private static final List<String> UNSPACED = List.of(
            "人", "名", "位", "个", "個", "件", "天", "日", "晚", "泊", "週", "周", "月", "ヶ月", "か月", "ヵ月", "年", "小时", "小時", "時間",
            "時", "点", "點", "分", "秒", "平", "坪", "㎡", "公里", "キロ", "米", "メートル", "公斤", "斤", "次", "回", "台", "辆", "輛", "间",
            "間", "页", "頁", "ページ", "字", "文字", "单", "單", "條", "条", "岁", "歲", "歳", "枚", "本", "匹", "号", "號", "番", "倍", "卡",
            "粉", "用户", "用戶", "ユーザー", "フォロワー", "명", "인", "개", "일", "박", "년", "월", "달", "주", "시", "시간", "분", "평", "살",
            "세", "층", "번", "장", "회", "자", "건", "대", "คน", "ท่าน", "วัน", "คืน", "เดือน", "ปี", "ชั่วโมง", "ชม", "นาที",
            "ชิ้น", "อัน", "ตัว", "ห้อง", "ตร.", "ตรม", "กิโล", "กม", "กก", "เมตร", "หน้า", "ครั้ง", "คำ", "วิว", "ผู้",
            "ใบ", "เล่ม", "คัน", "ไร่", "โมง", "น.");

    private static final WordSet LINKS = WordSet.listed("de of di של từ");

    private CountedThings() {}

    /** Whether a word names one, or a link and then one: "50 de persoane". */
    static boolean at(Words words, int word) {
        int thing = LINKS.has(words, word) && words.gap(word + 1) == Words.BLANK ? word + 1 : word;
        return UNITS.has(words, thing) || ABROAD.has(words, thing);
    }

    /** Whether one stands at a place, in a script without blanks. */
    static boolean at(String text, int place) {
        int at = place < text.length() && text.charAt(place) == ' ' ? place + 1 : place;
        return UNSPACED.stream().anyMatch(thing -> text.startsWith(thing, at));
    }
}
