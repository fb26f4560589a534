package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.UnspacedScript;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;
import java.util.Locale;

/**
 * Whether the words right before a number name it as an identity or tax number, a document's number, or a messenger account.
 *
 * <p>Matches "cpf é 529.982.247-25", "DNI: …", "partita IVA …", "número de identificación es …", "QQ:…", "qq号…". Not "pan, 612 345 678",
 * "el precio con iva, 612 345 678", "电话和qq号…".
 */
final class IdentityWords {
    /** As few as these stand for nothing else. */
    private static final WordSet NUMBERS = WordSet.listed("""
            cpf cnpj dni rfc curp cuit cuil cédula cedula aadhaar aadhar adhaar gstin bsn kvk pesel nip regon
            abn acn tfn nric npwp oib инн снилс огрн itin steuer-id steuerid ust-id ust-idnr idnr tckn kimlik
            identificación identificacion identification identidad identité identità identidade identity ciudadanía
            ciudadania qq icq""");

    /** They do, or stand for what is numbered, right before a number alone. */
    private static final WordSet BESIDE = WordSet.of(NUMBERS, WordSet.listed("""
            piva sociale gst mwst tva btw eori auftrag auftrags vorgang guía factura
            facture fattura fatura référence referencia referência riferimento dossier expediente matrícula matricola
            protocolo protocollo contrato contratto contrat póliza polizza apólice pratica siniestro sinistro reclamo chave
            fedex usps dhl dpd gls zamówienie zamówienia заказ заказа sipariş pesanan"""));

    /** They do with "number" or "code" beside them. */
    private static final WordSet CODED = WordSet.listed("fiscal fiscale cliente");

    /** In capitals they do, and with a word behind them that leads to the number; else they may be a name. */
    private static final WordSet ABBREVIATED =
            WordSet.listed("po rfq rfp awb hrb rg nif rut nit siren nino cif iva pan reg kd");

    /** Accounts that may have the number of a telephone. */
    private static final WordSet ACCOUNTS = WordSet.listed("telegram tg skype wechat weixin discord snapchat");

    /** They stand between the word and its number. */
    private static final WordSet LINKS = WordSet.listed("""
            number numbers no nr num nummer número numero numéro n nº id is es é è e ist est jest to are das of code código
            codice numara numaram numaramız numarası""");

    private static final List<String> UNSPACED = List.of("qq", "扣扣", "身份证", "订单", "税号", "注文番号", "会員番号");
    private static final List<String> UNSPACED_PHONES = List.of(
            "电话", "手机", "電話", "携帯", "同号", "号码", "联系", "聯絡", "微信", "致电", "전화", "연락처", "핸드폰", "휴대폰", "โทร", "เบอร์");

    private IdentityWords() {}

    /** @param before the words before the number */
    static boolean name(Words before) {
        int last = before.count() - 1;
        int named = named(before);
        return BESIDE.has(before, named) && !NumberLabels.isPlaced(before, named)
                || CODED.has(before, named) && (named < last || isNumbered(before, named))
                || before.is(last, "n") && before.is(last - 1, "s") && before.gap(last) == '/'
                || ABBREVIATED.has(before, named) && (before.isUpper(named) || named < last)
                || last >= 0
                        && isUnspaced(before, last)
                        && hasAny(before, last, UNSPACED)
                        && !hasAny(before, last, UNSPACED_PHONES);
    }

    /** Whether an account of a messenger is named right before. */
    static boolean nameAccount(Words before) {
        return ACCOUNTS.has(before, named(before));
    }

    /** Whether a word of a question asks for such a number. */
    static boolean ask(Words asked, int word) {
        return NUMBERS.has(asked, word);
    }

    /** Whether a telephone is named in words without blanks right before. */
    static boolean namePhone(Words before) {
        int last = before.count() - 1;
        return last >= 0
                && isUnspaced(before, last)
                && !isParted(before, last + 1)
                && hasAny(before, last, UNSPACED_PHONES);
    }

    /** The last word but for those that link it to the number; none where a comma or a line stands between. */
    private static int named(Words before) {
        int at = before.count() - 1;
        while (at > 0 && LINKS.has(before, at) && !isParted(before, at + 1)) {
            at--;
        }
        return isParted(before, at + 1) ? -1 : at;
    }

    /** "Codice fiscale", "número de cliente". */
    private static boolean isNumbered(Words before, int word) {
        return LINKS.has(before, word - 1) || LINKS.has(before, word - 2);
    }

    private static boolean isParted(Words words, int gap) {
        return words.gap(gap) == ',' || words.gap(gap) == '\n';
    }

    private static boolean isUnspaced(Words words, int word) {
        return UnspacedScript.has(words.firstLetter(word)) || UnspacedScript.has(words.lastLetter(word));
    }

    private static boolean hasAny(Words words, int word, List<String> parts) {
        String lower = words.raw(word).toLowerCase(Locale.ROOT);
        return parts.stream().anyMatch(lower::contains);
    }
}
