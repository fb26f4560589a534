package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;

/** What else an amount may be of, in other languages than those of {@link OtherMoney}. */
final class OtherMoneyWords {
    /** Incomes, loans, debts, discounts, fees, fines, prizes and what was paid, bought, sold or lost. */
    static final WordSet OTHERS = WordSet.listed("""
            продажи продаж карте карты верните вернуть thẻ зарплата зарплату зарплатой зарплаты зп оклад доход доходом дохода доходы выручка оборот прибыль пенсия кредит кредита кредите
            ипотека займ долг долга штраф штрафа скидка скидку скидки кэшбэк бонус бонусы премия выигрыш приз залог депозит аванс предоплата
            комиссия налог заплатил заплатила заплатили оплатил оплатила купил купила купили продаю продам продал продали обошлось обошелся
            обошлась потратил потратила потратили перевел перевела списали сняли вернули возврат счет счёт баланс зарабатываю зарабатывать
            заработал заработать стоил стоила зарплатня дохід борг знижка знижку позика іпотека заплатив купив витратив повернення заплата
            дълг отстъпка платих купих продавам плата приход попуст платио купио продајем pensja pensję zarobki zarabiam zarabiać przychód
            dochód kredyt kredytu pożyczka pożyczki dług rabat rabatu zniżka zniżki mandat kara prowizja zapłaciłem zapłaciłam zapłaciliśmy
            kupiłem kupiłam sprzedam sprzedaję wydałem wydałam kosztował kosztowała zwrot faktura saldo kaucja nagroda výplata příjem úvěr
            půjčka dluh sleva slevu pokuta provize zaplatil zaplatila koupil koupila prodám vrátit záloha kauce výhra zľava pôžička úver
            kúpil predám kredit dug popust platio platila kupio kupila prodajem nagrada salariu salariul venit venitul împrumut datorie
            reducere reduceri amendă amenda comision plătit platit plătesc cumpărat vând vand costat factura rambursare avans garanție
            premiu fizetés fizetésem jövedelem hitel kölcsön tartozás kedvezmény bírság jutalék fizettem vettem számla letét nyeremény
            bevétel palkka palkkani tulot laina velka alennus sakko maksoin maksoimme ostin lasku vuokra lön lönen inkomst lån lånet skuld
            rabatt böter betalade köpte säljer kostade lønn lønnen inntekt gjeld betalte kjøpte selger kostet løn indkomst gæld bøde købte
            sælger kostede regning räkning μισθός μισθό εισόδημα δάνειο χρέος έκπτωση πρόστιμο πλήρωσα αγόρασα πουλάω λογαριασμός προμήθεια
            maaş maaşım maaşı gelirim ciro kredi kredisi borç borcum indirim indirimi ceza cezası ödedim ödedik aldım aldık satıyorum fatura
            komisyon depozito iade ikramiye ödül kazandım kazanıyorum harcadım gaji gajiku gajinya penghasilan pendapatan omzet pinjaman
            utang hutang cicilan diskon denda tagihan ongkir hadiah untung rugi lương thu nhập doanh vay nợ giảm phạt kiếm thưởng cọc phí
            hoàn lãi lỗ tankhwah tankha kamai kamata kamati udhaar udhar qarz karz diya becha becna bechna वेतन तनख्वाह सैलरी आय कमाई लोन
            कर्ज उधार छूट जुर्माना दिया बेचना खरीदा تنخواہ آمدنی قرض لون رعایت جرمانہ دیا বেতন ঋণ ছাড় জরিমানা দিয়েছি راتب راتبي الراتب دخل
            دخلي دخلك القرض تمويل دين خصم خصومات غرامة مخالفة دفعت دفعنا شريت اشتريت ابيع أبيع بعت ربح ارباح أرباح جائزة عمولة رسوم تأمين
            عربون فاتورة رصيد رصيدي خسرت خسارة حولت משכורת שכר הכנסה הלוואה משכנתא חוב הנחה הנחות קנס שילמתי שילמנו קניתי מוכר מוכרת פרס
            פיקדון עמלה חשבונית יתרה החזר حقوق درآمد وام قسط بدهی تخفیف جریمه دادم خریدم میفروشم جایزه کارمزد پیش پرداخت فاکتور موجودی""");

    /** By which somebody offers what he has; alone their last words are also said of what is looked for. */
    static final Phrases SELLING =
            Phrases.of("mau jual,mau dijual,saya jual,ingin jual,cần bán,muốn bán,bán gấp,cần sang");

    /** By which a price is told. */
    static final WordSet COSTING = WordSet.listed("""
            стоит стоят стоимость обойдется обойдётся обойдутся выйдет прайс коштує коштують вартість струва кошта kosztuje kosztują koszt wynosi stojí
            stoji košta kosta costă kerül maksaa kostar koster κοστίζει κοστίζουν tutuyor tutar biaya يكلف تكلف تكلفة التكلفة بكام עולה עולים עלות هزینه
            kostet kosten kostete coûte coûtent coûtait cuesta cuestan costaba costa costano custa custam kost
            дорого дорогой дорогая дорогие дорога drogo drahé scump scumpă drága pahalı mahal mahalnya đắt غالي יקר گران mehnga mehanga महंगा""");

    /** With one of them it is told or asked for, unless it is said to be the most. */
    static final WordSet PRICES = WordSet.listed("""
            цена цены ценой ценник ціна ціни cena ceny cen cijena prețul pretul preț ár ára áron hinta pris priset prisen τιμή τιμές fiyat fiyatı
            fiyatlar fiyatları ücret ücreti harga harganya tarif giá kimat keemat qeemat daam दाम कीमत क़ीमत قیمت نرخ দাম سعر السعر سعره سعرها اسعار أسعار
            الاسعار מחיר המחיר מחירים prix precio precios prezzo prezzi preço preços prijs preis preise""");

    private OtherMoneyWords() {}
}
