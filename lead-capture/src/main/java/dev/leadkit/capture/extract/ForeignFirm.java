package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.CompanyCue.Kind;
import dev.leadkit.capture.ownership.WordRole;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The firm for which a visitor says in other languages than English that he speaks, works, or that he has: "reprezentuję firmę Fjord",
 * "escribo en nombre de la panadería Fjord", "lucrez la Clinica Fjord", "jeg driver Fjord Design", "معك كريم من شركة الفيورد".
 *
 * <p>Nearly matches, and is not found: "réserver au nom de Fjord", which is a person's; "pracuji v Praze".
 */
final class ForeignFirm {
    private static final int MAX_SKIPPED = 4;
    private static final int NEAR = 5;
    private static final int FAR = 7;

    /** The most words of a name in a script without capitals, the word for the firm not counted. */
    private static final int MAX_UNCASED = 3;

    /** "I represent", "I run". */
    static final WordSet REPRESENT = WordSet.listed("""
            represento represente rappresento représente représentons vertrete vertreten vertegenwoordig representerar repræsenterer
            representerer edustan edustamme reprezentuję reprezentujemy zastupuji zastupuju zastupujeme zastupujem zastupam zastupamo
            представлявам представям reprezint reprezentăm reprezentam εκπροσωπώ εκπροσωπούμε pārstāvu atstovauju esindan mewakili
            prowadzę prowadzimy provozuji provozujeme prevádzkujem vodim vodimo""");

    static final WordSet WORK = WordSet.listed("""
            lucrez lucrăm pracuji pracuju pracujeme dělám pracujem pracuję pracujemy працюю працюємо radim radimo delam работя
            εργάζομαι δουλεύω kerja bekerja làm أعمل اعمل أشتغل اشتغل بشتغل""");

    /** Behind such a word a place may stand too. */
    private static final WordSet IN = WordSet.listed("la v ve u w we в у на във στην στο στη στον di ở tại في");

    private static final WordSet FOR = WordSet.listed("pro pre dla za для за για untuk cho bên لدى عند pri");

    /** In whose name one speaks. */
    static final WordSet NAME_OF = WordSet.listed(
            "imieniu jménem auftrag namen nom nombre nome vegne uppdrag имени імені numele ime μέρους compte");

    private static final WordSet BEFORE_NAME_OF =
            WordSet.listed("w we v ve im in au en em a på от від în u εκ le pour por na");

    private static final WordSet OF_FOLLOWS = WordSet.listed("auftrag namen nom nombre nome vegne uppdrag compte");

    /** That one turns to somebody; without it a table may be booked in a person's name. */
    private static final WordSet SPEAKING = WordSet.listed("""
            contacte contactons contacter écris écrivons appelle appelons adresse agis escribo escribimos contacto contactamos hablo llamo
            escrevo escrevemos falo falamos ligo contato contatto scrivo scriviamo parlo chiamo chiamiamo schreibe schreiben rufe melde
            wende anfrage frage piszę piszemy dzwonię kontaktuję zwracam píšu volám píšem obracím пишу звоню обращаюсь обращаемся пишем
            звертаюсь телефоную scriu sun contactez pišem zovem javljam γράφω skriver ringer kontaktar kontakter schrijf bel""");

    /** These need no other word: they are said of bookings in no language. */
    private static final WordSet ALWAYS_FOR_FIRMS =
            WordSet.listed("imieniu jménem auftrag vegne uppdrag имени імені μέρους compte");

    /** What may stand between such a phrase and the name. */
    private static final WordSet LINKS = WordSet.listed("""
            de la del della dello dell da do du des von vom der den dem af av a di van het το την της του τη the à
            al sou""");

    private static final WordSet WE_ARE = WordSet.listed("el la los las the o a il lo l' le der die das");

    private static final WordSet I_SCANDINAVIAN = WordSet.of("jeg", "jag", "vi");

    /** What a firm or another body is, before its name. */
    private static final WordSet NOUNS = WordSet.listed("""
            firma firmę firmy firmu firme firmă фирма фирму фирмы компания компанію компанию empresa compañía compania companhia société
            entreprise azienda ditta società unternehmen bedrijf företaget firmaet virksomheden εταιρεία εταιρία yritys yritystä
            perusahaan toko công ty kampuni spolek sdružení stowarzyszenie fundację fundacja szkołę szkoła salon sklep restaurację
            kwiaciarnię warsztat ресторан салон школу школа магазин фонд клуб кафе кав'ярню associação escola loja clínica restaurante
            asociación club tienda peluquería cafetería floristería farmacia escuela colegio panadería association école restaurant boutique agence garage boulangerie
            associazione scuola negozio ristorante bar barbiere parrucchiere pizzeria officina studio verein schule kita praxis vereniging stichting winkel basisschool förening
            firmie firmě firmi фірмі фирме tvrtki školi restoranu sklepie restauracji obchodě l'association l'entreprise l'agence l'école
            trgovini podjetju l'azienda l'associazione l'agenzia
            skola cofetăria cabinetul salonul primăria spitalul universitatea asociația liceul grădinița magazinul школы obrt obrta podjetje
            podjetja tvrtku tvrtke sklepu kwiaciarni szkoły fundacji stowarzyszenia warsztatu salonu biura spolku školy obchodu
            салона магазина клуба фонда ресторана школи салону магазину kahvila ravintola yhdistys kauppa koulu trgovine škole
            udruge ζαχαροπλαστείο εστιατόριο κατάστημα σχολείο σύλλογο duka shule cửa tiệm""");

    /** Between who one is and his firm; the commonest ones are read elsewhere. */
    static final WordSet FROM = WordSet.listed("iz z ze za od із з зі из από din kutoka ng bên");

    static final WordSet OWNERS = WordSet.listed("""
            vlasnik vlasnica lastnik lastnica właściciel właścicielka właścicielem właścicielką majitel majitelka majitelem majiteľ
            majiteľka владелец владелица собственик собственичка власник власниця директор tulajdonosa vezetője propriétaire titolare dueño
            dueña propietario propietaria proprietário proprietária dono dona inhaber inhaberin eier ägare ejer omistaja eigenares
            proprietar proprietara administrator ιδιοκτήτης ιδιοκτήτρια""");

    private static final WordSet I_AM =
            WordSet.listed("sam jestem jsem som я съм sunt soy sou suis sono bin er är είμαι olen");

    static final WordSet HINDI_NAME = WordSet.of("naam", "नाम", "nam");
    private static final WordSet HINDI_OF = WordSet.of("ka", "का");
    private static final WordSet HINDI_MY =
            WordSet.listed("meri mera mere hamari hamara hamare humari humara मेरी मेरे हमारी हमारे");
    private static final WordSet HINDI_FIRMS = WordSet.listed(
            "company dukan dukaan shop business firm store restaurant कंपनी कम्पनी दुकान फर्म संस्था स्कूल");
    private static final WordSet HINDI_IS = WordSet.of("hai", "है", "h");
    private static final WordSet VIETNAMESE_MINE = WordSet.listed("của chúng tôi em mình bên tớ từ cty tên là");

    static final WordSet IS_CALLED =
            WordSet.listed("chiama llama heter hedder heißt heisst s'appelle numește numeste chama nazywa");

    private static final WordSet THAT = WordSet.listed("che que som die der das qui care który która które");
    private static final WordSet SELF = WordSet.of("si", "se", "się");

    /** Before a firm that is the visitor's. */
    private static final WordSet HAVE = WordSet.listed("""
            ho abbiamo gestisco tengo tenemos dirijo har driver habe haben betreibe betreiben führe leite ai avons gère am avem tenho temos
            mam mamy prowadzę prowadzimy""");

    private ForeignFirm() {}

    /** "Reprezentuję firmę Fjord", "represento a Fjord". */
    static @Nullable CompanyCue represent(Words words, int i) {
        boolean others = words.is(i, "représente") && !words.is(i - 1, "je");
        CompanyCue cue = others ? null : behind(words, i + 1, Kind.WORKPLACE);
        return cue != null && words.isCapitalised(cue.start()) ? cue : null; // "prowadzę małą firmę"
    }

    /** "Jeg driver Fjord Design". */
    static @Nullable CompanyCue drive(Words words, int i) {
        return I_SCANDINAVIAN.isBefore(words, i, NEAR) ? behind(words, i + 1, Kind.WORKPLACE) : null;
    }

    /** "Lucrez la Clinica Fjord", "pracuję dla Fjord". */
    static @Nullable CompanyCue work(Words words, int i) {
        boolean in = IN.has(words, i + 1);
        if (!in && !FOR.has(words, i + 1)) {
            return null;
        }
        if (SpokenIntroduction.isFirm(words, i + 2)) {
            return uncased(words, i + 2);
        }
        return behind(words, i + 2, in ? Kind.BARE : Kind.WORKPLACE);
    }

    /** "Piszę w imieniu firmy Fjord", "contacto en nombre de Fjord". */
    static @Nullable CompanyCue inTheNameOf(Words words, int i) {
        boolean before = BEFORE_NAME_OF.has(words, i - 1) || words.is(i, "jménem");
        if (OF_FOLLOWS.has(words, i) && !LINKS.has(words, i + 1)) {
            return null; // "le compte FR76 …"
        }
        boolean told = ALWAYS_FOR_FIRMS.has(words, i) || isSpeaking(words, i);
        return before && told ? behind(words, i + 1, Kind.WORKPLACE) : null;
    }

    /** "De parte de la panadería Fjord". */
    static @Nullable CompanyCue speaksFor(Words words, int i) {
        return words.is(i + 1, "de") || words.is(i + 1, "del") ? behind(words, i + 1, Kind.WORKPLACE) : null;
    }

    /** Whether a visitor speaks in somebody's name there, rather than booking in it. */
    static boolean isSpeaking(Words words, int name) {
        return SPEAKING.isBefore(words, name, NEAR);
    }

    /** "Jestem Inês z kwiaciarni Fjord", "ako si Inês ng Fjord Bakery": behind who one is, where it says that it is a firm. */
    static @Nullable CompanyCue from(Words words, int i) {
        if (i == 0 || words.gap(i) != Words.BLANK || !isTold(words, i) && !SPEAKING.isBefore(words, i, NEAR)) {
            return null;
        }
        CompanyCue cue = behind(words, i + 1, Kind.BARE);
        return cue != null && words.isCapitalised(cue.start()) ? cue : null;
    }

    /** "Firmiert ab sofort unter Fjord AG". */
    static @Nullable CompanyCue trades(Words words, int i) {
        for (int at = i + 1; at <= i + NEAR; at++) {
            if (words.is(at, "unter") || words.is(at, "als")) {
                return new CompanyCue(at + 1, Kind.OWN);
            }
        }
        return null;
    }

    /** "Cégünk, a Fjord Zrt.". */
    static @Nullable CompanyCue hungarian(Words words, int i) {
        boolean article = words.is(i + 1, "a") || words.is(i + 1, "az");
        if (words.is(i + 1, "neve")) {
            return new CompanyCue(i + 2, Kind.OWN);
        }
        return words.gap(i + 1) == ',' && article ? new CompanyCue(i + 2, Kind.OWN_BARE) : null;
    }

    /** "Ho un bar che si chiama Fjord", "we hebben een winkel die Fjord heet" not. */
    static @Nullable CompanyCue thatIsCalled(Words words, int i) {
        int that = SELF.has(words, i - 1) ? i - 2 : i - 1;
        boolean firm = THAT.has(words, that)
                && (NOUNS.has(words, that - 1)
                        || FirmWords.isKind(words, that - 1)
                        || CompanyLabel.isFirmOrVenue(words, that - 1));
        return firm && HAVE.isBefore(words, that, NEAR) ? new CompanyCue(i + 1, Kind.OWN) : null;
    }

    /** "Vlasnik sam obrta Fjord", "jestem właścicielką kawiarni Fjord". */
    static @Nullable CompanyCue owner(Words words, int i) {
        boolean mine = I_AM.has(words, i + 1) || I_AM.isBefore(words, i, NEAR) || isTold(words, i);
        CompanyCue cue = mine ? behind(words, I_AM.has(words, i + 1) ? i + 2 : i + 1, Kind.TITLE_AT) : null;
        return cue != null && words.isCapitalised(cue.start()) ? cue : null;
    }

    /** "Meri company ka naam Fjord hai", "मेरी दुकान का नाम Fjord है". */
    static @Nullable CompanyCue hindiName(Words words, int i) {
        int is = i + 1;
        while (is < words.count() && is <= i + MAX_SKIPPED && !HINDI_IS.has(words, is)) {
            is++;
        }
        boolean firm = HINDI_OF.has(words, i - 1) && HINDI_FIRMS.has(words, i - 2) && HINDI_MY.has(words, i - 3);
        return firm && is > i + 1 && HINDI_IS.has(words, is) ? new CompanyCue(i + 1, is, Kind.OWN) : null;
    }

    /** "Tôi bên công ty Fjord", "công ty em là Fjord". */
    static @Nullable CompanyCue vietnamese(Words words, int i) {
        boolean company = words.is(i, "ty") && words.is(i - 1, "công");
        int at = i + 1;
        boolean mine = false;
        while (at <= i + MAX_SKIPPED && VIETNAMESE_MINE.has(words, at) && !words.isCapitalised(at)) {
            mine |= !words.is(at, "là");
            at++;
        }
        for (int before = i - 2; before >= Math.max(0, i - NEAR) && !words.startsSentence(before + 1); before--) {
            mine |= VIETNAMESE_MINE.has(words, before) && !words.is(before, "là");
        }
        return company && mine && isNamed(words, at) ? new CompanyCue(at, Kind.OWN) : null;
    }

    private static boolean isTold(Words words, int from) {
        for (int at = from - 1; at >= Math.max(0, from - FAR); at--) {
            NameCue cue = NameCue.at(words, at);
            if (cue != null && cue.refusal() == null && (cue.backwards() || cue.nameStart() < from)) {
                return true;
            }
        }
        return false;
    }

    /** "Somos el colegio Fjord", "olemme Kahvila Fjord". */
    static @Nullable CompanyCue weAre(Words words, int i) {
        int start = WE_ARE.has(words, i + 1) ? i + 2 : i + 1;
        if (NOUNS.has(words, start) && words.isCapitalised(start) && isNamed(words, start + 1)) {
            return new CompanyCue(start, Kind.OWN);
        }
        return isNoun(words, start) && isNamed(words, start + 1)
                ? new CompanyCue(start + 1, Kind.OWN)
                : Workplace.weAre(words, i + 1);
    }

    /** "Bir kafem var, adı Fjord". */
    static @Nullable CompanyCue turkishName(Words words, int i) {
        boolean mine = words.is(i - 1, "var") && words.gap(i) == ',';
        return mine && isNamed(words, i + 1) ? new CompanyCue(i + 1, Kind.OWN) : null;
    }

    /** "… من شركة الفيورد", behind "I am" or "I am called" and a name. */
    static @Nullable CompanyCue fromUncased(Words words, int i) {
        if (!SpokenIntroduction.isFirm(words, i + 1)) {
            return null;
        }
        return words.is(i - 1, "هستم") || isTold(words, i) ? uncased(words, i + 1) : null;
    }

    /** From the word for a firm on, which itself is no part of the name where it says nothing more than that. */
    static CompanyCue uncased(Words words, int noun) {
        boolean bare = words.is(noun, "شركة") || words.is(noun, "شرکت");
        CompanyCue name = uncasedName(words, noun + 1);
        return bare ? name : new CompanyCue(noun, name.end(), Kind.OWN);
    }

    static CompanyCue uncasedName(Words words, int start) {
        int end = start;
        while (end < words.count()
                && end - start < MAX_UNCASED
                && words.gap(end) == Words.BLANK
                && !words.startsWithDigit(end)
                && !CommonWords.isFunction(words, end)
                && !WordRole.isKnownAnywhere(words, end)) {
            end++;
        }
        return new CompanyCue(start, end, Kind.OWN);
    }

    /** Behind "of the", and behind what it is: "de la panadería Fjord". */
    private static @Nullable CompanyCue behind(Words words, int from, Kind kind) {
        int start = from;
        boolean noun = false;
        for (int skipped = 0;
                skipped < MAX_SKIPPED && start < words.count() && words.gap(start) == Words.BLANK;
                skipped++) {
            boolean trade = noun && words.is(start, "de") && isNamed(words, start + 2); // "firma de cadastru Fjord"
            if (trade && !words.isCapitalised(start + 1) && !LINKS.has(words, start + 1)) {
                start += 2;
                break;
            }
            boolean article = LINKS.has(words, start) && !words.isCapitalised(start);
            boolean what = isNoun(words, start);
            if (!article && !what) {
                break;
            }
            noun |= what;
            start++;
        }
        boolean what = NOUNS.has(words, start) && words.isCapitalised(start) && isNamed(words, start + 1);
        boolean own = noun && isNamed(words, start) || what || PrefixedFirm.FORMS.has(words, start);
        return start < words.count() ? new CompanyCue(start, own ? Kind.OWN : kind) : null;
    }

    static boolean isNoun(Words words, int word) {
        return word >= 0
                && word < words.count()
                && !words.isCapitalised(word)
                && (NOUNS.has(words, word) || FirmWords.isKind(words, word));
    }

    /** A capital, or a quotation mark before it. */
    private static boolean isNamed(Words words, int word) {
        return word < words.count() && words.isCapitalised(word) && !Words.isSentenceEnd(words.gap(word));
    }
}
