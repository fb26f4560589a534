package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetExtractorTest {
    private final BudgetExtractor extractor = new BudgetExtractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        my budget is 5k | 5000 | -
        up to $800/month | 800 | USD
        between 2 and 3 thousand euros | 3000 | EUR
        600 at most | 600 | -
        under 1,200.50 EUR | 1200.50 | EUR
        I can spend 1.200,50 € | 1200.50 | EUR
        we can afford £2m | 2000000 | GBP
        no more than 900 | 900 | -
        a 2000 dollar budget | 2000 | USD
        nothing over 900 bucks | 900 | USD
        we can go as high as $1.2 million | 1200000 | USD
        we don't want to go over 400 | 400 | -
        I only have 600 | 600 | -
        we've got around 700 euros | 700 | EUR
        anything around the £75 mark | 75 | GBP
        our limit is 1,800 a month | 1800 | -
        less then 2000 credits | 2000 | -
        my budget went up, it's 900 now not 700 | 900 | -
        a boat for $700-$900 a month | 900 | USD
        for 3-4 lakh max | 400000 | -
        budget ₹15 lakhs | 1500000 | INR
        entre 20 000 et 25 000 euros, budget | 25000 | EUR
        Budget 12 Tsd. Euro | 12000 | EUR
        mehr als 350 Euro will ich nicht ausgeben | 350 | EUR
        hasta 1.300 euros al mes | 1300 | EUR
        massimo 300 euro | 300 | EUR
        não mais de R$ 3.000 | 3000 | BRL
        """)
    void finds_what_can_be_spent(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        můj rozpočet je 50 000 Kč | 50000 | CZK
        min budget är 5000 kr | 5000 | -
        budjettini on 500 euroa | 500 | EUR
        bugetul meu este 5000 lei | 5000 | RON
        a költségvetésem 500000 Ft | 500000 | HUF
        ο προϋπολογισμός μου είναι 500 ευρώ | 500 | EUR
        бюджет 30к | 30000 | -
        мой бюджет 50 тысяч рублей | 50000 | RUB
        anggaran saya 10 juta rupiah | 10000000 | IDR
        ngân sách của em là 5 triệu | 5000000 | -
        मेरा बजट 50000 रुपये है | 50000 | INR
        התקציב שלי 5000 שקל | 5000 | ILS
        وميزانيتي 3 مليون | 3000000 | -
        الميزانية 5000 دولار | 5000 | USD
        งบ 5000 บาท | 5000 | THB
        আমার বাজেট ৫০০ টাকা | 500 | BDT
        bütçem 60 bin | 60000 | -
        我想租一条船，预算大概4000。 | 4000 | -
        预算5万元左右 | 50000 | CNY
        预算在3000到5000元之间 | 5000 | CNY
        予算は5万円です | 50000 | JPY
        예산은 50만원 정도예요 | 500000 | KRW
        """)
    void finds_a_budget_in_other_languages(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mein Budget ist zwanzig Euro | 20 | EUR
        Mein Budget liegt bei fünfhundert Euro | 500 | EUR
        Budget zweitausend dreihundert Euro | 2300 | EUR
        mijn budget is vijfhonderd euro | 500 | EUR
        mon budget est de deux cents euros | 200 | EUR
        budget mille cinq cents euros | 1500 | EUR
        mi presupuesto es de doscientos euros | 200 | EUR
        mi presupuesto es de cuarenta y cinco mil pesos | 45000 | -
        meu orçamento é de quinhentos reais | 500 | BRL
        ho un budget di cento euro | 100 | EUR
        budget tremila euro | 3000 | EUR
        """)
    void reads_an_amount_in_words_of_other_languages(String text, BigDecimal amount, String currency) {
        assertFound(text, amount, currency.equals("-") ? null : currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"我有4000个订单", "买了5万元的船", "zwanzig Gäste", "cento", "die zwanzig Euro sind weg"})
    void finds_no_budget_in_other_numbers_of_other_languages(String text) {
        assertThat(extractor.extract(new Turn(text, null, null)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '¤', textBlock = """
        Mehr wie 8.000 sollts aber nicht werden | 8000 | -
        die Hochzeitstorte sollte nicht mehr als 450 Franken werden | 450 | CHF
        2'000 Franken dürfen nicht überschritten werden | 2000 | CHF
        die Nacht soll unter 600 bleiben | 600 | -
        Bis zu 1'200.- würd ich für ein Velo hinlegen | 1200 | -
        Drunter gern, über 400 Euro geht nicht | 400 | EUR
        90 Euro die Nacht wäre die Grenze | 90 | EUR
        ich habe 250 Euro und keinen Cent mehr | 250 | EUR
        j'avais en tête 400 piasses gros max | 400 | -
        pas plus cher que 80 euros | 80 | EUR
        sous les 25 000 si possible | 25000 | -
        une berline sous la barre des 15 000 euros | 15000 | EUR
        j'ai 300 euros et pas un centime de plus | 300 | EUR
        Vorremmo restare sotto i 1.500 | 1500 | -
        oltre i 350 al mese non ce la faccio | 350 | -
        Possiamo arrivare a 8.000 euro | 8000 | EUR
        algo por debajo de los 80 euros | 80 | EUR
        No queremos pasar de los 700 pesos | 700 | -
        la beca me da para 350 euros como mucho | 350 | EUR
        Liever niet boven de 60 euro | 60 | EUR
        niet hoger dan € 1.500,- | 1500 | EUR
        meer dan 1.750 mag de badkamer echt niet worden | 1750 | -
        conseguimos chegar aos 9.000 € | 9000 | EUR
        keep it under kr 30.000 please | 30000 | -
        stay south of $1,100 for the pair | 1100 | USD
        nothing north of £750 | 750 | GBP
        we can stretch as far as CAD 3,300 | 3300 | CAD
        my limit with the trade-in is 15,000 | 15000 | -
        our student union has 9000 kr and zero more | 9000 | -
        $300 and not a penny more | 300 | USD
        our grant from the city pays max 700 | 700 | -
        I have 5030 credits I can spend | 5030 | -
        """)
    void finds_a_limit_in_the_words_of_many(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '¤', textBlock = """
        HR has given us 10k for it | 10000 | -
        HR hat 10k gesprochen für Zelt und Licht, CHF natürlich | 10000 | CHF
        vom Vorstand freigegeben sind 7k fürs Fest | 7000 | -
        der Gemeinderat hat 9.400 € bewilligt | 9400 | EUR
        le comité nous a accordé 3 500 € | 3500 | EUR
        l'assemblea ha stanziato 4.800 euro | 4800 | EUR
        nos han aprobado 3.000 € para el taller | 3000 | EUR
        De directie heeft € 8.500 vrijgemaakt | 8500 | EUR
        A diretoria liberou R$40 mil | 40000 | BRL
        Legal has cleared us for £5k | 5000 | GBP
        the partners released 15k, dollars of course | 15000 | -
        we are having MSME loan sanctioned of 4.5 lakhs only | 450000 | -
        """)
    void finds_what_was_approved(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        could you do the lot at $640? | 640 | USD
        can you squeeze it into $1,500? | 1500 | USD
        can u fix the screen for $90 | 90 | USD
        is there a firm that would paint it for 25,000 kroner? | 25000 | -
        how about 80 euros for both | 80 | EUR
        kan het voor 90 euro? | 90 | EUR
        den Tisch nehme ich für 250 | 250 | -
        Offro 1.350 per la settimana | 1350 | -
        """)
    void finds_what_is_offered(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        A technician is 1,800 DKK. | we have 9000 kr and zero more | DKK
        A technician is 1,800 SEK. | max kr 9000 | SEK
        That makes 400 USD. | we have 9000 kr and zero more | -
        Son 1.200 MXN. | no más de 900 pesos | MXN
        """)
    void a_currency_of_several_countries_is_that_which_he_was_told(
            String asked, String text, @Nullable String currency) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(found -> found.value().currency())
                .containsExactly(currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        How many users do you expect? | 18 lawyers, 9 assistants. Max CHF 35 per user and month
        How many days? | 3 nights. Up to 35 francs each
        """)
    void a_limit_behind_the_answer_to_another_question(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(found -> found.value().amount().intValueExact())
                .containsExactly(35);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        i have 3 lakhs with me | 300000 | -
        we have 30000 with us | 30000 | -
        a garage near the lake, price is 20000-25000, two cars | 25000 | -
        Je cherche une maison pour environ 280 000 euros | 280000 | EUR
        quiero comprar un piso por unos 200.000 euros en Soria | 200000 | EUR
        Ich möchte ein Auto für rund 15.000 Euro kaufen | 15000 | EUR
        huis kopen rond de 350k | 350000 | -
        ik zoek een huis tot 400k | 400000 | -
        busco casa de hasta 2,5 millones | 2500000 | -
        Vorrei investire 20.000 euro | 20000 | EUR
        Queremos invertir 15.000 euros en la web | 15000 | EUR
        Quero investir 3 mil reais | 3000 | BRL
        nous voulons investir 45 000 euros dans le site | 45000 | EUR
        Je cherche une maison d'environ 300 000 euros | 300000 | EUR
        my price range is between 1 and 1.5 million | 1500000 | -
        I want to buy a house for 3 million dollars | 3000000 | USD
        i need a hotel room for $100 per night | 100 | USD
        could you do 250 | 250 | -
        puedo pagar hasta 12000 al mes | 12000 | -
        quiero gastar máximo 1500 soles | 1500 | PEN
        o valor máximo que posso pagar é R$ 1.500 | 1500 | BRL
        Das Höchste, was ich zahlen kann, sind 500 Euro | 500 | EUR
        ich dachte an 800 Euro pro Monat | 800 | EUR
        bütçem 2 milyon TL | 2000000 | TRY
        bütçem 50 bin TL | 50000 | TRY
        """)
    void finds_what_is_wished_in_other_words(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Good to know, but $19,500 is still above our budget.",
                "$18,000 is above what we can spend",
                "18k is more than we can afford",
                "$900 exceeds our budget",
                "1200 euros is out of our price range",
                "that's $300 over budget",
                "$9,000? That's beyond our budget.",
                "$24k is not within our budget",
                "we could do $4,500, that's already over our budget",
                "12.000 € liegt über unserem Budget",
                "12.000 € ist mehr als wir ausgeben wollen",
                "12.000 € passt nicht in unser Budget",
                "1500 € dépasse notre budget",
                "1500 € n'est pas dans notre budget",
                "2000 euros está fuera de mi presupuesto",
                "El precio total ($12,800) está fuera de nuestro presupuesto",
                "1500 euro è sopra il nostro budget",
                "1500 euro is boven ons budget",
                "we can't afford $24,000",
                "I don't have $24,000 for this"
            })
    void what_is_more_than_can_be_spent_is_no_budget(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        our budget is about $16,000, but $19,500 is above our budget | 16000
        Your quote of $9,000 exceeds our budget of $7,000 | 7000
        our max is 500, 600 is over budget | 500
        600 would be over budget, 500 is our max | 500
        we can't afford more than $2,000 | 2000
        300 outside London is our budget | 300
        our budget is 5000, $6000 is above that | 5000
        '$1,200, that is our budget' | 1200
        anything over $900 is too much | 900
        """)
    void the_budget_beside_what_is_too_much_is_found(String text, int amount) {
        assertThat(extractor.extract(Turn.of(text)).found())
                .extracting(found -> found.value().amount().intValueExact())
                .containsExactly(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I pay over $100 a month for it",
                "I usually pay around 90 dollars",
                "we can offer it at a price of $2.55 per pound",
                "we can offer our oars for $5 each",
                "looking for a 6-month lease",
                "1,800? That's steep",
                "if I could get 200 of them",
                "your plan is $25",
                "We offer 300 quality backlinks for only $79.",
                "Is it possible with 2 small rooms too? Last year it was too loud",
                "We offer 20 guest posts for just $150",
                "the line is down and we're losing $12K per day",
                "Wir verlieren 15.000 Euro am Tag",
                "CAM Estimate: INR 12,000/month",
                "Base rent: USD 4,500/month. Deposit: USD 9,000. Parking: USD 200/month",
                "La fattura n. 77 con importo di € 1.230,00 risulta scaduta",
                "€ 1.230,00 risulta scaduta",
                "invoice 448 for $1,200 is overdue",
                "la facture de 560 € reste impayée",
                "je cherche à vendre ma maison pour environ 350 000 euros",
                "we need about 20k followers",
                "can you do 1430",
                "could you do 300 units",
                "search for a max party of 100",
                "I need a receipt for $45",
                "terrain de 500m2",
                "i'd want something off the bill for that, i pay ye 55 euro a month",
                "Ich zahle euch seit Jahren 39,90 im Monat und das Netz ist weg",
                "Je vous règle 34,99 euros tous les mois",
                "we spend 2k a month now with another agency",
                "My bill went from 140 to 612 dollars. SIX HUNDRED. I live alone with a cat",
                "Ma facture est passée de 61 à 143 euros",
                "La factura pasó de 80 a 190 euros este mes",
                "a clarinet, insured for £2,300",
                "Minimum 1 container, price 1.18 usd kg FOB Mersin",
                "We do branded diaries, calendars and banners, from KES 850 each.",
                "Our rates start at 45 USD per hour, shall we set up a call?",
                "Wir fertigen Paletten ab 7,80 Euro das Stück",
                "sie haben mir 90 Euro zu viel berechnet",
                "mein Bruder hat 2.300 bezahlt",
                "has the city given you 10k for it?",
                "you approved a refund of $200 and it never came",
                "Wir haben gestern mit 300 Leuten gesprochen",
                "la banca mi ha dato 500 euro indietro",
                "the council gave us a parking fine of 60 pounds",
                "siamo sotto i 1500 metri di quota",
                "erreichbar unter 600 400",
                "my address is 658 janow drive",
                "can you replace the one for €90 that broke?",
                "my limit on the card is 2,000",
                "the premium is 900 and no more discounts apply",
                "le montant ne peut pas dépasser 300 euros selon vos CGV ?"
            })
    void what_is_paid_or_sold_or_given_back_is_no_budget(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        we have about ten thousand to spend | 10000 | -
        a couple of grand at most | 2000 | -
        under two hundred and fifty pounds | 250 | GBP
        less than a hundred bucks | 100 | USD
        half a million is our ceiling | 500000 | -
        no more than twenty-five hundred dollars | 2500 | USD
        """)
    void reads_an_amount_in_words(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        we've put aside 8k for the roof | 8000 | -
        I've saved up 1800 for a new laptop | 1800 | -
        we have roughly 40 lakhs for the flat | 4000000 | -
        we've got a grand to play with | 1000 | -
        all I have is $45 | 45 | USD
        $1,000 is all I've got | 1000 | USD
        there's about 3500 in the kitty | 3500 | -
        my parents gave me 3000 dollars for a car | 3000 | USD
        the board approved 75,000 dollars for the new CRM | 75000 | USD
        we have a 25k grant to spend by June | 25000 | -
        Wir haben etwa 15.000 Euro zur Verfügung | 15000 | EUR
        Je dispose de 12 000 € | 12000 | EUR
        Cuento con 3000 dólares | 3000 | USD
        my employer pays up to 2000 for training | 2000 | -
        abbiamo a disposizione 10.000 euro | 10000 | EUR
        vi har 20 000 kr att spendera | 20000 | -
        """)
    void finds_what_somebody_has_for_it(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        we were thinking somewhere around $4,000 | 4000 | USD
        hoping to keep the whole thing under 12 grand | 12000 | -
        trying to keep it to 200 | 200 | -
        we're looking at maybe 5 to 6k for the whole event | 6000 | -
        shooting for 400 a month | 400 | -
        I'd be willing to pay 200 dollars for a decent one | 200 | USD
        we can do 18 per seat per month | 18 | -
        we could stretch to 320k | 320000 | -
        I'd go up to 95 quid | 95 | GBP
        I'd offer $310,000 | 310000 | USD
        can you do it for 350? | 350 | -
        can you make it work with 4k? | 4000 | -
        what can I get for 2k? | 2000 | -
        is 5k enough for a basic site? | 5000 | -
        ideally $2k-$3k | 3000 | USD
        $99 per month would be ideal | 99 | USD
        so um die 500 € hätten wir uns vorgestellt | 500 | EUR
        Need a logo for my food truck, around $400 | 400 | USD
        Looking for a used van, 10-12k | 12000 | -
        nothing fancy, $150ish | 150 | USD
        who can do a site for $800? | 800 | USD
        can I get a decent bike for £400? | 400 | GBP
        I'll give you 650 for it | 650 | -
        let's keep it to 80 euros | 80 | EUR
        the best we can do is $40 per hour | 40 | USD
        Wir wollen ca. 200 Euro investieren | 200 | EUR
        """)
    void finds_what_somebody_means_to_spend(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        can't go past 900 a month | 900 | -
        the most I can pay is 85 dollars | 85 | USD
        6000 is as high as I can go | 6000 | -
        20 per head is what we're after | 20 | -
        Finance capped us at £40,000 | 40000 | GBP
        limit per gift: 20 euros | 20 | EUR
        15 grand at a push | 15000 | -
        5-7k, not more | 7000 | -
        Budget: ideally < 10k | 10000 | -
        something in the 20-30k bracket | 30000 | -
        between three and four thousand pounds | 4000 | GBP
        two and a half thousand max | 2500 | -
        looking to spend 1.5 mil on a house | 1500000 | -
        podemos pagar hasta 20 mil pesos | 20000 | -
        mehr als 1200 kann ich nicht zahlen | 1200 | -
        maks 2000 zł | 2000 | PLN
        No higher than 1.1m | 1100000 | -
        nosso limite é R$ 1.800 | 1800 | BRL
        2 bed flat, £900-£1000pcm | 1000 | GBP
        Max I'd pay is 90 | 90 | -
        if it's around 300 I'm in | 300 | -
        My price range is 400-450k. | 450000 | -
        catering for 60 wanted, about 25 per person | 25 | -
        flowers with delivery, max $60 | 60 | USD
        verfügbares Budget 12.000,- EUR | 12000 | EUR
        Budget saya sekitar 150-200rb. | 200000 | -
        budget 2-3jt | 3000000 | -
        """)
    void finds_a_limit(String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        budget of 500 aussie dollars | AUD
        800 canadian dollars at the very most | CAD
        max 750 bucks (kiwi) | NZD
        Budget (EUR): 7500 | EUR
        budget in GBP: 300 | GBP
        max budget R5000 | ZAR
        bütçem 15.000 TL | TRY
        $3-4k budget | USD
        """)
    void finds_the_currency_beside_the_amount(String text, String currency) {
        assertThat(extractor.extract(Turn.of(text)).found())
                .extracting(candidate -> candidate.value().currency())
                .containsExactly(currency);
    }

    /** One budget is found, of such an amount and currency. */
    static void assertFound(String text, BigDecimal amount, @Nullable String currency) {
        assertThat(new BudgetExtractor().extract(Turn.of(text)).found())
                .extracting(Candidate::value)
                .singleElement()
                .satisfies(budget -> {
                    assertThat(budget.amount()).isEqualByComparingTo(amount);
                    assertThat(budget.currency()).isEqualTo(currency);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it costs $20",
                "under 5 days",
                "up to 3 people",
                "max 2 bedrooms",
                "I paid 500",
                "at most 300 people",
                "room 501",
                "call 2127365000",
                "it costs about $30",
                "is it $30-$40 per night?",
                "the price list for 10,000 bolts",
                "at most 800 bolts",
                "the price is 499",
                "Rückruf unter 0176 5551234",
                "two of them at most",
                "the rent is eight hundred",
                "a competitor quoted me £2,300",
                "you said around $700 on the phone",
                "on Amazon it's under 20 dollars",
                "it used to be less than 10 euros",
                "wasn't it below 300 last month?",
                "the price went up to $900",
                "is the price of 450 negotiable?",
                "what does the $99 plan include?",
                "I'll take the $45 one",
                "the 2000 euro model looks nice",
                "is the deluxe room still 140 a night?",
                "isn't it cheaper than $40 elsewhere?",
                "$180 is too expensive for me",
                "I have a $50 gift card",
                "can I get a 200 dollar discount?",
                "it's 30% off orders over $50",
                "there's a $35 late fee",
                "I want a refund of $120",
                "can you refund me the 60 dollars?",
                "my order total was $310.50",
                "my last one cost 1200",
                "I used to pay 70 a month",
                "currently paying 89 euros for internet",
                "can I pay the $500 in two parts?",
                "I have $2,000 in my account",
                "my card limit is $2,000",
                "our revenue is about 3 million dollars",
                "my salary is 4,000 euros a month",
                "we lose about $5,000 a week to this",
                "transfer 500 dollars to my savings",
                "I'm selling a piano, asking 1200",
                "we're looking at the 2500 sq ft unit",
                "about 120 km from here",
                "it has 85,000 miles on it",
                "we have around 20k subscribers",
                "thinking about 2026 for the wedding",
                "I was thinking 6 pm",
                "the bag weighs 50 pounds max",
                "ring me on 0117 496 0723",
                "Ottoline Price, 0117 496 0723",
                "my order number is 45200",
                "the limit is 500 per upload?",
                "is this in budget for 2026?",
                "we set our budget in 2024",
                "my reservation under 88231",
                "my neighbor got his for less than $5,000",
                "the company made around $500k",
                "I need to exchange shoes, $85",
                "it went from 20 to 35 dollars",
                "let's try 3 or better",
                "my car has about 130k on it",
                "we currently spend about 4k a month with another vendor",
                "I got quotes of around $5,000"
            })
    void finds_no_budget_in_another_amount(String text) {
        assertThat(extractor.extract(Turn.of(text)).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1500-2000 | 2000
        1500 TO 2000 | 2000
        80 | 80
        60 to 80 | 80
        hmm maybe 40ish? | 40
        around fifteen hundred | 1500
        not sure yet, probably five to ten thousand | 10000
        flexible, say 20k | 20000
        as cheap as possible, $50? | 50
        15-20/month | 20
        about 90. My name is Lena Fox, 0171 555 2345 | 90
        até R$ 600. Rui Melo, (21) 97455-0123 | 600
        """)
    void reads_the_answer_to_a_question_for_the_budget(String text, BigDecimal amount) {
        assertThat(extractor
                        .extract(new Turn(text, "What is your budget?", null))
                        .found())
                .extracting(candidate -> candidate.value().amount())
                .containsExactly(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Any price range?",
                "And price-wise?",
                "How much were you hoping to spend?",
                "What did you want to spend?",
                "How high can you go?",
                "Do you have a figure in mind?",
                "What's the most you'd pay?",
                "What's your max?",
                "What monthly payment works for you?",
                "Could you give me a ballpark?",
                "Thanks! Please tell me your budget.",
                "Was darf's kosten?",
                "Was möchten Sie ausgeben?",
                "Quel est votre budget ?",
                "¿Cuánto le gustaría gastar?",
                "予算はいくらですか？"
            })
    void knows_a_question_for_the_budget(String asked) {
        assertThat(extractor.extract(new Turn("350", asked, null)).found()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        How much did you pay? | about 400 dollars
        How much did you spend? | 400
        What is your phone number? | 555 2300
        How many people? | around 200
        How many guests? | 120 max
        What amount should I refund? | 120
        What's the square footage? | about 1800
        It fits your budget. | can I come at 1430
        What time can you go? | 1500
        What's your budget? | call me at (212) 555-0188
        What's your budget? | no idea, it's for 120 people
        """)
    void takes_no_other_answer_for_a_budget(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 $500 budget", "budget 500 $600", "my budget is 500 € 600 max", "500 EUR 600 budget"})
    void two_amounts_with_one_currency_sign_between_them_are_read(String text) {
        assertThat(new BudgetExtractor().extract(Turn.of(text)).found()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', textBlock = """
        my budget is not 9000 euros | negated
        our budget is definitely not going to be $9000 | negated
        we won't be able to spend 9000 euros | negated
        I refuse to pay $9000 | negated
        I didn't say 9000 euros | negated
        ich kann keine 9000 Euro ausgeben | negated
        9000 Euro kann ich nicht ausgeben | negated
        je ne peux pas mettre 9000 euros | negated
        no puedo gastar 9000 euros | negated
        non posso spendere 9000 euro | negated
        9000 euros is not our budget | negated
        9000 euros? That's not what we can spend | negated
        9000 euros n'est pas mon budget | negated
        9000 euros is out of the question | negated
        9000 euros we can't pay | negated
        9000 euros is too much for us | too-much
        the competitor's budget is 9000 euros | third-party
        her total budget is $9000 | third-party
        the budget of my client is 9000 euros | third-party
        my neighbour can spend 9000 euros | third-party
        9000 euros is my client's limit | third-party
        what budget do you need, 9000 euros? | question
        how much budget would we need, $9000? | question
        is your budget 9000 euros? | question
        they quoted me $2,300 | price
        I pay ye 55 euro a month | price
        branded diaries from KES 850 each | price
        """)
    void tells_why_an_amount_is_no_budget(String text, String code) {
        Extraction<Budget> read = extractor.extract(Turn.of(text));

        assertThat(read.found()).isEmpty();
        assertThat(read.rejected()).extracting(Rejected::field).containsExactly("budget");
        assertThat(read.rejected()).extracting(Rejected::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '¤', textBlock = """
        my budget isn't 9000 euros, it's 5000 euros | 5000 | EUR
        my budget is not $9000, it's 5000 | 5000 | USD
        I can't spend more than 9000 euros | 9000 | EUR
        isn't 9000 euros enough? | 9000 | EUR
        I don't have much, my budget is 900 euros | 900 | EUR
        no, our budget is 9000 euros | 9000 | EUR
        I'd rather spend 900 euros | 900 | EUR
        the budget isn't huge, about 900 euros | 900 | EUR
        9000 is our budget, not 5000 | 9000 | -
        my boss gave me a budget of 9000 euros | 9000 | EUR
        our team's budget is 9000 euros | 9000 | EUR
        my wife and I have a budget of 9000 euros | 9000 | EUR
        a budget of 9000 euros for my client | 9000 | EUR
        what can I get for a budget of 9000 euros? | 9000 | EUR
        """)
    void a_denial_or_somebody_else_nearby_takes_nothing_away(
            String text, BigDecimal amount, @Nullable String currency) {
        assertFound(text, amount, currency);
    }

    @Test
    void a_refused_amount_is_told_with_its_place() {
        String text = "sorry, we can't spend 9000 euros";

        assertThat(extractor.extract(Turn.of(text)).rejected())
                .extracting(rejected -> rejected.span().of(text))
                .containsExactly("9000 euros");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my account no is 1047", "Grand Island, NE 68801", "316L, not 304 grade", "I have no 5"})
    void says_nothing_of_numbers_that_are_no_money(String text) {
        assertThat(extractor.extract(Turn.of(text))).isEqualTo(Extraction.nothing());
    }
}
