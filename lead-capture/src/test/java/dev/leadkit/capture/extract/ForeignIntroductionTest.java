package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How somebody says who he is in other languages than English. */
class ForeignIntroductionTest {
    private final NameExtractor extractor = new NameExtractor();

    private static Turn turn(String text) {
        return Turn.of(text.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mani sauc Ilze Berga | Ilze Berga
        Mano vardas Jonas | Jonas
        Minu nimi on Liis | Liis
        Казвам се Иван Петров | Иван Петров
        Зовем се Јелена | Јелена
        Zovem se Jelena Lund | Jelena Lund
        Ja sam Jelena Lund | Jelena Lund
        Ja sam Jelena iz Splita | Jelena
        Ja som Ola z Fjordu | Ola
        Jina langu ni Juma | Juma
        Ang pangalan ko ay Tove | Tove
        Namaku Putri | Putri
        nama gue Putri | Putri
        Mening ismim Alisher | Alisher
        Менің атым Айгүл | Айгүл
        মোৰ নাম অনিতা | অনিতা
        माझे नाव अनिता | अनिता
        என் பெயர் அனிதா | அனிதா
        השם שלי דנה | דנה
        मैं अनिता देवी बोल रही हूँ | अनिता देवी
        ami Anita bolchi | Anita
        namaste ji mai Anita bol rahi hu | Anita
        أنا كريم من شركة الفيورد | كريم
        معك كريم السيد | كريم السيد
        رضایی هستم از شرکت پارس | رضایی
        Halo, saya Putri | Putri
        Halo, dengan Putri | Putri
        panggil saja Putri | Putri
        Ako po si Tove Lund | Tove Lund
        Dzień dobry, jestem Ola | Ola
        Dzień dobry, Ola Lund z tej strony | Ola Lund
        Na imię mi Ola | Ola
        Moje nazwisko to Lund | Lund
        Jmenuji se Ola Lund | Ola Lund
        Guten Tag, Groß hier, ich habe eine Frage | Groß
        Nennen Sie mich einfach Ute | Ute
        Mein Vorname ist Ute | Ute
        Wir sind Familie Groß | Groß
        Ich wünsche einen Termin. Beste Grüße Ihre Ute Groß | Ute Groß
        Ein Boot bitte.\\n\\nIhre Ute Groß | Ute Groß
        Puedes llamarme Inés | Inés
        Me dicen Inés | Inés
        Mi apellido es Prado | Prado
        Habla Inés Prado | Inés Prado
        Inés Prado para servirle | Inés Prado
        Hola soy Inés | Inés
        Les habla la doctora Inés Prado | Inés Prado
        Oi, é a Inês | Inês
        Quem fala é a Inês Prado | Inês Prado
        Pode me chamar de Inês | Inês
        Appelez-moi Zoé | Zoé
        Je soussigné Jean Groult | Jean Groult
        Salut c'est Zoé | Zoé
        Salve, Zoé Lund qui | Zoé Lund
        Hoi, ik ben Jan | Jan
        Вас беспокоит Анна | Анна
        Добрый день! Анна Лунд беспокоит | Анна Лунд
        Зовите меня Анна | Анна
        ФИО: Лунд Анна | Лунд Анна
        Είμαι ο Νίκος | Νίκος
        Üdvözlöm, Kovács Anna vagyok | Kovács Anna
        Moi, olen Liisa | Liisa
        Anh Tuấn đây | Anh Tuấn
        Chào shop, mình tên Lan | Lan
        我是青叶科技的王明 | 王明
        我是大同国小的陈老师 | 陈老师
        我是王先生，我朋友的车坏了 | 王先生
        私、青葉を経営している佐藤と申します | 佐藤
        Prosím o nabídku. S pozdravem Ola Lund | Ola Lund
        Teklif istiyorum. Saygılarımla Ayşe Lund | Ayşe Lund
        Prosím o nabídku.\\n\\nděkuji\\n\\nS pozdravem\\nLund | Lund
        """)
    void a_visitor_says_who_he_is(String text, String expected) {
        assertThat(extractor.told(turn(text)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jestem Polką i szukam mieszkania",
                "olen Turusta kotoisin",
                "Ja sam Hrvat",
                "Je vous contacte au nom de Fjord",
                "मैं दिल्ली से बोल रहा हूँ",
                "meri dukaan ka naam Fjord hai",
                "मेरी दुकान का नाम राजू मोबाइल है",
                "معك حق في هذا",
                "Llámame mañana por favor",
                "просто не работает",
                "Hier ist die Rechnung",
                "Hallo, Problem mit der App hier",
                "Je suis le père de quelqu'un",
                "我是青叶科技的同事",
                "我是青叶科技的客户",
                "Shop mình tên Fjord",
                "som nu bor i Oslo",
                "Oi, é a"
            })
    void a_visitor_nearly_says_who_he_is(String text) {
        assertThat(extractor.told(turn(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Как се казвате? | Иван Петров | Иван Петров
        請問您貴姓？ | 姓歐陽 | 歐陽
        """)
    void a_visitor_is_asked(String asked, String text, String expected) {
        assertThat(extractor.told(new Turn(text, asked, null)).found())
                .extracting(Candidate::value)
                .containsExactly(expected);
    }
}
