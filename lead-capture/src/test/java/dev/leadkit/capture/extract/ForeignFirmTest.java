package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How somebody says for which firm he speaks in other languages than English. */
class ForeignFirmTest {
    private final CompanyExtractor extractor = new CompanyExtractor();

    private static Turn turn(String text) {
        return Turn.of(text.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Reprezentuję firmę Fjord | Fjord
        Represento a Fjord Textil S.A. de C.V. | Fjord Textil S.A. de C.V.
        Reprezint firma de cadastru Fjord din Iasi | Fjord
        Я представляю компанию Fjord IT | Fjord IT
        Jeg driver Fjord Design | Fjord Design
        Lucrez la Primăria Fjord | Primăria Fjord
        Pracuję w firmie Fjord | Fjord
        Piszę w imieniu fundacji Fjord | Fjord
        Escribo en nombre de la panadería Fjord | Fjord
        Escribo de parte de la Panadería Fjord | Panadería Fjord
        Je vous contacte de la part de Fjord Conseil | Fjord Conseil
        Somos el colegio Fjord | Fjord
        Olemme Kahvila Fjord | Kahvila Fjord
        Nous sommes l'association Les Amis du Fjord | Les Amis du Fjord
        Jestem Ola z kwiaciarni Fjord | Fjord
        Είμαι η Άννα από το ζαχαροπλαστείο Φιόρδ | Φιόρδ
        Ako po si Tove Lund ng Fjord Bakery | Fjord Bakery
        Píšu za spolek Zelený Fjord | Zelený Fjord
        Vlasnik sam obrta Fjord | Fjord
        Soy dueño de Tacos Fjord | Tacos Fjord
        Fjord şirketinde çalışıyorum | Fjord
        Bir kafem var, adı Fjord | Fjord
        Şirketimin adı Fjord Tekstil | Fjord Tekstil
        Cégünk, a Fjord Zrt. weboldalt szeretne | Fjord Zrt
        Unser Unternehmen firmiert ab sofort unter Fjord AG | Fjord AG
        Ho un bar che si chiama Fjord | Fjord
        A minha empresa se chama Fjord | Fjord
        Moja firma nazywa się Fjord | Fjord
        Нашата фирма се казва Фьорд | Фьорд
        Ons bedrijf heet Fjord Bouw | Fjord Bouw
        O nome da minha empresa é Fjord | Fjord
        Nazwa firmy: Fjord | Fjord
        Bedrijfsnaam: Fjord Bouw | Fjord Bouw
        Saya punya toko namanya Fjord | Fjord
        Saya bekerja di PT Fjord Jaya | PT Fjord Jaya
        Sou da empresa Fjord | Fjord
        Tenho uma loja chamada Fjord | Fjord
        Namens basisschool De Fjord wil ik een offerte | basisschool De Fjord
        Ik ben Piet van Garage Van den Berg BV | Garage Van den Berg BV
        Soy Marta de la empresa Fjord Sur | Fjord Sur
        meri company ka naam Fjord Traders hai | Fjord Traders
        main Fjord Traders se bol raha hoon | Fjord Traders
        मैं अनिता बोल रही हूँ, शर्मा ट्रेडर्स से | शर्मा ट्रेडर्स
        معك كريم من شركة الفيورد | الفيورد
        شركتنا اسمها الفيورد | الفيورد
        نحن شركة الفيورد للتجارة | الفيورد للتجارة
        Bên em là công ty Fjord | Fjord
        Shop mình tên là Fjord | Fjord
        我是青叶科技的王明 | 青叶科技
        我们公司叫 Fjord Parts Co，做汽车配件 | Fjord Parts Co
        公司名称：青叶科技 | 青叶科技
        青葉商事の佐藤です | 青葉商事
        青葉商事に勤めています | 青葉商事
        안녕하세요, 한빛전자 김민수입니다 | 한빛전자
        저희 회사는 한빛전자입니다 | 한빛전자
        """)
    void a_visitor_says_his_firm(String text, String expected) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je voudrais réserver au nom de Tove Lund",
                "Le remboursement peut partir sur le compte FR76 3000 6000",
                "Prowadzę małą agencję marketingową",
                "Prowadzę firmę od 5 lat",
                "Pracuji v Praze",
                "Kupil jsem to od firmy Fjord",
                "Jestem Ola z Krakowa",
                "Tengo un perro que se llama Fjord",
                "Nazwa firmy jest w umowie",
                "Fjord şirketi nerede",
                "한빛전자에서 샀습니다",
                "我是青叶科技的客户",
                "你们公司叫什么",
                "青葉商事から買いました",
                "chamada perdida ontem",
                "namanya siapa"
            })
    void a_visitor_nearly_says_his_firm(String text) {
        assertThat(extractor.told(turn(text)).found()).isEmpty();
    }
}
