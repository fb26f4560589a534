package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** The words that say what a number behind them is, in some thirty languages. */
final class NumberLabels {
    /** A telephone, and what one does with it. */
    static final WordSet PHONES = WordSet.listed("""
            phone phones telephone tel mobile cell cellphone cellular call callback ring reach contact whatsapp text
            sms dial ph hp mob fax txt landline reachable extension viber telegram signal
            telefon handy handynummer telefonnummer mobil rufnummer rufen anrufen gsm
            teléfono telefono móvil movil celular llamar fono cel celu wsp wasap tlf telf llamen llamenme llámenme marcar
            cellulare recapito chiamare téléphone portable appeler rappeler joindre joignable rappelez appelez
            telefone telemóvel ligar ligue fone
            telefoon mobiel bereikbaar bellen telefonnummeret mobilnummer mobilnummeret puhelin puhelinnumero
            puhelinnumeroni kännykkä puh ringe ringa ringes contacto contato kontakttelefon kontaktnummer
            telefonu telefonie telefonem komórka komórkę komórki komórkowy zadzwonić dzwonić dzwońcie zadzwońcie oddzwonić oddzwońcie
            telefonní telefónne volejte zavolejte zavolajte volajte telefonul telefonului sunați sunati
            telefonszám telefonszámom telefonszámunk mobilom hívjon hívjanak
            тел телефон телефона телефону телефоном мобильный мобильного сотовый звоните позвоните перезвоните звонить
            позвонить набрать ватсап вотсап вацап вайбер мобільний дзвоніть телефонуйте зателефонуйте передзвоніть зв'язку связи
            τηλ τηλέφωνο τηλέφωνό κινητό κινητού
            telefonas telefons tālrunis tālr telefonil telefoninumber mobitel mobitela pozovite nazovite nazvati pokličite
            телефонът мобилен обадете утас утасны nipigie simu
            telefonum telefonumuz telefonla arayın arayabilirsiniz arayin ulaşabilirsiniz ulasabilirsiniz
            telepon telp telpon hubungi sđt sdt zalo thoại
            هاتف هاتفي الهاتف جوال جوالي الجوال موبايل موبايلي الموبايل تلفون تلفوني تليفون تليفوني واتساب الواتساب واتس اتصل كلمني
            טלפון הטלפון טל נייד הנייד פלאפון וואטסאפ ווטסאפ בוואטסאפ להתקשר תתקשרו
            फोन फ़ोन मोबाइल व्हाट्सएप कॉल""");

    /** An order, a customer, a document: somebody's record. */
    static final WordSet RECORDS = WordSet.listed("""
            dial-in order orders purchase account acct claim policy invoice booking confirmation reference ref ticket tracking card
            ssn social pin zip zipcode postal postcode serial id ids code membership member customer passport
            license licence iban timestamp unix epoch cc ccn vin sku article case pnr routing otp password flight
            imei isbn item product part transaction receipt tax vat patient student employee registration
            reservation bank loan credit debit visa mastercard amex security username user login model shipment package parcel
            meter contract voucher coupon date born birthday dob ein asin siret swift bic compte folio docket waybill
            batch lot barcode upc ean gtin
            bestellung bestellnummer kundennummer rechnung konto pedido cuenta commande ordine
            zamówienia rezerwacji faktury umowy przesyłki objednávky objednávka rezervace zásilky zásielky
            comenzii comanda facturii contractului coletului rendelés rendelési rendelésszám számlaszám foglalás foglalási
            ügyfélszám tilaus tilausnumero tilauksen laskun varaus asiakasnumero henkilötunnus
            заказа счета счёта договора накладной брони карты трек артикул замовлення рахунку договору картки ттн
            παραγγελίας λογαριασμού τιμολογίου κράτησης αφμ siparişin fatura rezervasyon hesap kargo sn
            mã cccd cmnd rekening ktp nik resi ז תז
            الطلب الطلبية الفاتورة الحساب الحجز الهوية البطاقة الشحنة
            הזמנה ההזמנה חשבון חשבונית כרטיס ऑर्डर खाता खाते आधार""");

    /** A number, but not of what. */
    static final WordSet NUMBERS = WordSet.listed("""
            number numbers no nr nummer nummeret num número numero numéro numer numerem numeru číslo číslem numărul numarul
            szám számom számunk numeroni номер номером номеру αριθμός αριθμό numara numaram numaramız nomor nomer số
            namba numeris numurs numuri broj broju شماره
            رقم ورقم والرقم الرقم رقمي ورقمي مספר המספר नंबर नम्बर""");

    /** One's own, said in the same word. */
    static final WordSet OWN_NUMBERS = WordSet.listed("számom számunk numeroni numaram numaramız رقمي ورقمي");

    /** Whose it is, before the number or behind it. */
    static final WordSet MY = WordSet.listed("""
            my mi meine mon mio meu mijn mitt min mera mój moj moim mojego můj môj moje мой моя мій minun benim
            saya của tôi mình em שלי मेरा मेरी μου yangu yetu mano mans mana amar meri minu мојот""");

    /** What one does with an order that has no number yet: "to place an order". */
    private static final WordSet PLACING = WordSet.listed("""
            place placing make making сделать оформить зробити оформити hacer realizar faire passer fare effettuare fazer
            buat membuat đặt złożyć udělat""");

    private static final WordSet ONE = WordSet.of("a", "an", "new", "un", "una", "uma", "une");

    private NumberLabels() {}

    /** Whether an order or a booking is yet to be placed, and so numbers nothing. */
    static boolean isPlaced(Words words, int order) {
        return !NUMBERS.has(words, order + 1) && PLACING.has(words, ONE.has(words, order - 1) ? order - 2 : order - 1);
    }
}
