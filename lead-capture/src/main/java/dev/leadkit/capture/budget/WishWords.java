package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;

/** By which somebody tells that he looks for something or wants it, in other languages than those of {@link PricedWish}. */
final class WishWords {
    static final WordSet WANTING = WordSet.listed("""
            что-нибудь что-то щось нещо nešto coś něco niečo ceva valamit jotain något noe noget κάτι koi kuch कुछ کچھ شي شيء حاجة משהו چیزی
            хочу хотим хотел хотела хотелось хотели ищу ищем нужен нужна нужно нужны куплю подберите подбери посоветуйте посоветуй порекомендуйте
            интересует рассматриваю рассматриваем присматриваю сниму снимем закажу заказать
            шукаю шукаємо хочемо потрібен потрібна потрібно потрібні порадьте підберіть цікавить винайму
            търся търсим искам искаме трябва тражим желим треба
            tražim trazim tražimo želim zelim treba trebam potreban kupujem
            szukamy poszukuję poszukujemy potrzebuję potrzebuje potrzebujemy chcę chce chciałbym chciałabym chcemy kupię kupie wynajmę
            hledám hledáme sháním chci chceme chtěl chtěla potřebuji potřebuju potřebujeme koupím hľadám hľadáme chcem potrebujem kúpim
            caut căutăm cautam vreau vrem doresc dorim vrea recomandați recomandati cumpăra cumpara
            keresek keresünk szeretnék szeretnénk kellene kell vennék ajánlana
            etsin etsimme haluan haluaisin haluamme tarvitsen tarvitsemme ostaisin
            söker letar önskar köpa behöver ønsker søger leter trenger vil kjøpe købe
            ψάχνω ψάχνουμε θέλω θέλουμε ήθελα χρειάζομαι αναζητώ
            arıyorum ariyorum arıyoruz ariyoruz bakıyorum bakiyorum bakıyoruz bakiyoruz istiyorum istiyoruz lazım lazim almak öner önerir önerin
            düşünüyorum düşünüyoruz alacağım alacağız
            cari mencari nyari cariin butuh ingin pengen pengin mau rekomendasi rekomendasikan nak mahukan beli membeli perlu hanap naghahanap
            tìm cần muốn mua thuê vấn gợi
            chahiye chahie chaiye chaheye dhoondh dhund dikhao dikhaiye batao bataiye kharidna चाहिए चाहिये ढूंढ खरीदना दिखाओ बताओ लेना
            چاہیے چاہئے درکار চাই দরকার লাগবে খুঁজছি কিনতে
            ابحث أبحث نبحث ابغى أبغى ابغي ابي أبي نبي نبغى اريد أريد نريد عايز عايزه عايزة عاوز عاوزة محتاج محتاجة احتاج أحتاج بدي ادور أدور ندور مطلوب ودي
            للشراء شراء ترشحولي ارغب أرغب اشتري أشتري
            מחפש מחפשת מחפשים צריך צריכה רוצה רוצים מעוניין מעוניינת לקנות לשכור ממליצים
            خواهم میخوام میخواهم دنبال لازم خرید بخرم میخوایم پیشنهاد""");

    /** Those by which something is looked for: what stands behind it is its price, not what is to be paid out. */
    static final WordSet LOOKING = WordSet.listed("""
            ищу ищем шукаю шукаємо търся търсим tražim trazim tražimo szukam szukamy poszukuję hledám hledáme sháním hľadám hľadáme caut căutăm
            cautam keresek keresünk etsin etsimme söker leter søger ψάχνω ψάχνουμε arıyorum arıyoruz bakıyorum bakıyoruz cari mencari nyari tìm
            ابحث أبحث ادور أدور ندور מחפש מחפשת מחפשים دنبال""");

    private WishWords() {}
}
