package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.CompanyCue.Kind;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The words for a company that a name follows: "company: Fjord", "our company is called Fjord", "Facility: Fjord Clinic" in a form, and
 * below a label that fills its line.
 */
final class CompanyLabel {
    /** Before a label they part it from what came before. */
    private static final String OPENERS = ",|[*(/";

    /** "Company" in the languages of the cues. */
    static final WordSet FIRMS = WordSet.listed("""
            company companny company's business biz firm employer organisation organization agency outfit startup start-up firma
            unternehmen empresa entreprise société azienda bedrijf agentur agence ditta org l'entreprise l'azienda
            εταιρεία εταιρία firmast cég kampuni firme tvrtke podjetja podjetje
            l'agence affiliation företaget företag firmaet virksomhed virksomheden bedriftens perusahaan компания компании компанию фирма фирмы фирме организация организации компанія компанії компанію firmy firmie společnosti
            společnost negocio negócio emprendimiento usaha бизнес""");

    private static final WordSet FOREIGN_FIRMS = WordSet.listed("""
            firma unternehmen empresa entreprise société azienda bedrijf agência agencia agence agentur компании компанию фирме фирмы компанії компанію firmy společnosti negocio negócio emprendimiento usaha фирма firme tvrtke podjetja εταιρεία firmast""");

    /** They have names too, which a visitor tells only with "called" or "name", or in a form. */
    static final WordSet VENUES = WordSet.listed("""
            shop store restaurant studio hotel school club facility institution practice clinic salon café cafe nonprofit
            non-profit charity gym bakery brewery distillery press lab farm church dealership garage workshop pharmacy surgery
            nursery daycare kindergarten preschool academy college university museum gallery theatre theater inn hostel
            guesthouse lodge ranch winery vineyard brand label boutique bar pub bistro diner pizzeria deli foundation
            association society union trust council parish congregation cooperative co-op franchise consultancy
            department office team clínica restaurante tienda boulangerie magasin laden praxis kanzlei bäckerei loja
            negozio winkel taller barbería peluquería salón gimnasio consultorio barbearia salão ristorante salone palestra toko
            warung kedai bengkel sklep магазин салон студия кафе ресторан клиника""");

    private static final WordSet TRADED = WordSet.of("brand", "label");

    /** Of these a form may ask where one wants to go. */
    private static final WordSet STAYED_AT =
            WordSet.listed("hotel hostel inn resort office team brand store shop department label");

    private static final WordSet OURS = WordSet.of(
            "my", "our", "meine", "unsere", "mein", "unser", "mi", "nuestra", "ma", "mon", "notre", "mijn", "onze",
            "minha", "meu", "nossa", "nosso", "mia", "nostra", "min", "vår", "наша", "моя", "нашей", "нашу", "nuestro",
            "mio", "nostro", "meiner", "unserer", "vårt", "vores", "moja", "nasza", "mojej", "naszej", "moje", "naše",
            "мой", "наш", "моей", "моє", "наше", "ons", "mitt", "mit", "naša", "моята", "нашата");

    /** "Perusahaan kami PT Fjord". */
    private static final WordSet OURS_BEHIND =
            WordSet.listed("kami saya yangu yetu mea noastră noastra μου μας mình em tôi");

    /** "Perusahaan kami adalah Fjord". */
    private static final WordSet IS_INDONESIAN = WordSet.of("adalah", "ialah", "yaitu");

    /** Where "our" is an ending: "şirketimizin", "yrityksemme". */
    static final WordSet OUR_FIRMS = WordSet.listed("""
            şirketim şirketimiz şirketimin şirketimizin firmam firmamız firmamın
            firmamızın işletmem işletmemiz işletmemin işletmemizin yritykseni yrityksemme""");

    private static final WordSet NAME_BEHIND = WordSet.of("adı", "nimi", "on");

    private static final WordSet NAME = WordSet.of("name", "name's", "names");

    /** "El nombre de mi empresa", "nome da empresa", "der Name meiner Firma". */
    private static final WordSet NAME_OF = WordSet.listed("nombre nome nom naam name namn navn nazwa название назва");

    private static final WordSet THEIRS =
            WordSet.listed("su tu sua seu votre ton ihr ihrer deiner uw je vaší twojej вашей вашої");

    private static final WordSet IS =
            WordSet.of("is", "ist", "es", "est", "è", "é", "heißt", "heisst", "was", "s", "ni", "este", "είναι", "to");
    private static final WordSet CALLED = WordSet.listed("""
            called named s'appelle heet heter hedder heißt llamada llamado chiamata chiamato chamada chamado называется називається зветься
            λέγεται ονομάζεται bernama""");

    /** The same in two words: "se chama", "nazywa się". */
    private static final WordSet CALLED_SELF =
            WordSet.listed("chama llama chiama numește numeste jmenuje volá nazywa zove imenuje казва");

    private static final WordSet OF_TRADE = WordSet.of("de", "di");
    private static final WordSet SELF = WordSet.of("se", "si", "sa", "się", "sie", "се");
    private static final WordSet NOW =
            WordSet.of("jetzt", "nun", "ahora", "agora", "ora", "maintenant", "teraz", "теперь");

    private static final int SPEAKING_REACH = 6;

    /** "Dzwonię z firmy Fjord", "w imieniu firmy Fjord", "я из компании Fjord". */
    private static final WordSet SPEAKING_FOR = WordSet.listed("""
            sam sem som esu esmu olen съм сум είμαι обаждам пиша javljam
            jestem jesteśmy dzwonię volám voláme piszę imieniu jsem jsme píšu jménem я мы пишу пишем звоню представляем имени работаю работаем
            ми представляю представляємо імені""");

    /** "Koupil jsem to od firmy Fjord". */
    private static final WordSet BOUGHT_AT = WordSet.of("od", "u", "kod", "у", "pri");

    /** They part a company's name from what it is. */
    private static final String APART = ",(-–—\"“";

    private CompanyLabel() {}

    static @Nullable CompanyCue firm(Words words, int i) {
        CompanyCue named = ForeignFirmName.read(words, i);
        if (named != null) {
            return named;
        }
        CompanyCue presented = PrefixedFirm.firm(words, i);
        return presented == null ? named(words, i, true) : presented;
    }

    /** "Şirketimizin adı Fjord", "yrityksemme on Fjord". */
    static CompanyCue ourFirm(Words words, int i) {
        int start = i + 1;
        while (NAME_BEHIND.has(words, start)) {
            start++;
        }
        return new CompanyCue(start, Kind.OURS_BESIDE);
    }

    static @Nullable CompanyCue venue(Words words, int i) {
        CompanyCue named = ForeignFirmName.read(words, i);
        return named != null ? named : named(words, i, false);
    }

    /** "Client: Fjord Farm Shop", where the name says that it is a company. */
    static @Nullable CompanyCue client(Words words, int i) {
        int value = words.is(i + 1, "name") ? i + 2 : i + 1;
        boolean field = value < words.count() && words.gap(value) == ':' && opens(words, i);
        if (field) {
            return new CompanyCue(value, Kind.ORDERED);
        }
        return words.is(i, "account") ? BilledFirm.onAccount(words, i) : null;
    }

    static boolean isOurs(Words words, int word) {
        return OURS.has(words, word);
    }

    static boolean isForeignFirm(Words words, int word) {
        return FOREIGN_FIRMS.has(words, word);
    }

    static boolean isFirmOrVenue(Words words, int word) {
        return FIRMS.has(words, word) || VENUES.has(words, word);
    }

    static boolean isFirmOrVenue(String folded) {
        return FIRMS.contains(folded) || VENUES.contains(folded);
    }

    /** @param plainly whether "is" alone tells the name, as of a company, or "called" is wanted, as of a shop */
    private static @Nullable CompanyCue named(Words words, int firm, boolean plainly) {
        boolean ours = OURS.contains(words.before(firm)) || CompanyCue.isOther(words.before(firm));
        boolean nameOfIt = words.is(firm - 3, "name") && words.is(firm - 2, "of") || isForeignNameOf(words, firm);
        boolean label = ours || nameOfIt || opens(words, firm);
        int next = firm + 1;
        if (NAME.has(words, next) && !TRADED.has(words, firm)) {
            return endsSentence(words, next) ? before(words, firm) : labelled(words, firm, label);
        }
        if (OURS_BEHIND.has(words, next)) {
            int named = behindCalled(words, next + 1);
            named = named == 0 && isOrIndonesian(words, next + 1) ? next + 2 : named;
            return named > 0 ? new CompanyCue(named, Kind.OWN) : new CompanyCue(next + 1, Kind.OURS_BESIDE);
        }
        int self = ours || opens(words, firm) ? behindCalled(words, next) : 0;
        if (self > 0) {
            return new CompanyCue(self, Kind.OWN);
        }
        if (OF_TRADE.has(words, next)) {
            return null; // "notre agence de conseil"
        }
        boolean called = CALLED.has(words, next);
        boolean isCalled = IS.has(words, next) && CALLED.has(words, next + 1);
        if (called || isCalled) {
            return ours || isCalled && label || called && OurFirm.isOneOfOurs(words, firm)
                    ? new CompanyCue(called ? next + 1 : next + 2, Kind.OWN)
                    : null;
        }
        CompanyCue apart = apart(words, firm);
        if (apart != null) {
            return apart;
        }
        boolean beside = next < words.count()
                && words.gap(next) == Words.BLANK
                && (words.isCapitalised(next) || isSmallAndTold(words, next));
        boolean is = IS.has(words, next) && next + 1 < words.count() && words.isCapitalised(next + 1);
        if (!plainly && is && OURS.contains(words.before(firm)) && isNamed(words, next + 1)) {
            return new CompanyCue(next + 1, Kind.OURS_BESIDE); // "my shop is Fjord Tent House"
        }
        if (!plainly && beside && OURS.contains(words.before(firm))) {
            return new CompanyCue(next, Kind.OURS_BESIDE); // "my restaurant Fjord Lane"
        }
        if (!plainly) {
            return next < words.count() && isFormField(words, firm) ? new CompanyCue(next, Kind.LABEL) : null;
        }
        if (isBelow(words, firm)) {
            return new CompanyCue(next, Kind.LABEL);
        }
        if (next < words.count() && ".!?".indexOf(words.gap(next)) >= 0) {
            return null; // "for my company. Could …"
        }
        if (FOREIGN_FIRMS.has(words, firm)
                && (Workplace.isArticle(words, firm - 1)
                        || SPEAKING_FOR.isBefore(words, firm, SPEAKING_REACH) && !BOUGHT_AT.has(words, firm - 1))
                && !words.startsSentence(firm)
                && next < words.count()
                && words.isCapitalised(next)) {
            return new CompanyCue(next, Kind.OWN_BARE);
        }
        if (label && next < words.count() && FormField.isSign(words, next)) {
            return new CompanyCue(next, Kind.LABEL);
        }
        if (IS.has(words, next)) {
            return label || words.before(firm).equals("the") ? new CompanyCue(next + 1, Kind.OWN) : null;
        }
        boolean vague = FOREIGN_FIRMS.has(words, firm) || words.is(firm, "business"); // "our business processes"
        Kind kind = !ours ? Kind.BARE : vague ? Kind.OURS_BESIDE : Kind.OWN_BARE;
        return label ? new CompanyCue(next, kind) : null;
    }

    /** "Nombre de la empresa", "nome da minha empresa", not "el nombre de su empresa". */
    private static boolean isForeignNameOf(Words words, int firm) {
        boolean name = NAME_OF.has(words, firm - 2) || NAME_OF.has(words, firm - 3);
        return name && !THEIRS.has(words, firm - 1) && !words.startsSentence(firm) && !words.startsSentence(firm - 1);
    }

    private static boolean isOrIndonesian(Words words, int word) {
        return IS.has(words, word) || IS_INDONESIAN.has(words, word);
    }

    /** Behind "heißt jetzt", "se chama", "nazywa się": the word behind; 0 where that is not said. */
    private static int behindCalled(Words words, int at) {
        boolean self = words.is(at, "tên") && words.is(at + 1, "là")
                || SELF.has(words, at) && CALLED_SELF.has(words, at + 1)
                || CALLED_SELF.has(words, at) && SELF.has(words, at + 1);
        boolean foreign = self || CALLED.has(words, at) && !words.is(at, "called") && !words.is(at, "named");
        int name = self ? at + 2 : at + 1;
        name += NOW.has(words, name) ? 1 : 0;
        return foreign && name < words.count() ? name : 0;
    }

    /** "our shop fjord antiques". */
    private static boolean isSmallAndTold(Words words, int start) {
        int end = CompanyRun.end(words, start);
        return end - start > 1 && CompanyRun.isKind(words, end - 1) && !CommonWords.isOrdinary(words, start);
    }

    /** Two capitals or more, as a name has and "open on Monday" has not. */
    private static boolean isNamed(Words words, int start) {
        int end = CompanyRun.end(words, start);
        return end - start > 1 && words.isCapitalised(start + 1);
    }

    /** "company name is …", "my company's name: …", "company name …". */
    private static @Nullable CompanyCue labelled(Words words, int firm, boolean label) {
        int name = firm + 1;
        boolean linked = IS.has(words, name + 1) || words.is(name, "name's");
        boolean marked = name + 1 < words.count() && FormField.isSign(words, name + 1);
        int start = IS.has(words, name + 1) ? name + 2 : name + 1;
        boolean said = linked || marked || label || words.startsSentence(CompanyRun.end(words, start));
        return said && !isYours(words, firm) ? new CompanyCue(start, Kind.LABEL) : null;
    }

    private static boolean endsSentence(Words words, int word) {
        return word + 1 >= words.count() || words.gap(word + 1) == '.';
    }

    /** "Fjord is my company name", "fjord the company name". */
    private static @Nullable CompanyCue before(Words words, int firm) {
        int our = firm - 1;
        int end = IS.has(words, our - 1) ? our - 1 : our;
        int start = end;
        while (start > 0 && !words.startsSentence(start) && end - start < 4) {
            start--;
        }
        boolean ours = isOurs(words, our) || words.is(our, "the");
        return ours && start < end && words.startsSentence(start) && CompanyRun.end(words, start) >= end
                ? new CompanyCue(start, end, Kind.OWN)
                : null;
    }

    /** A sentence, a part behind a comma or "and", or what follows a number that answered something else. */
    private static boolean opens(Words words, int firm) {
        return words.startsSentence(firm)
                || OPENERS.indexOf(words.gap(firm)) >= 0
                || words.is(firm - 1, "and")
                || words.startsWithDigit(firm - 1);
    }

    /** "Our press (Fjord Books)", "my clinic, Fjord Vets": apart from its word by a mark. */
    private static @Nullable CompanyCue apart(Words words, int firm) {
        int next = firm + 1;
        if (next >= words.count() || APART.indexOf(words.gap(next)) < 0 || !OurFirm.isOurs(words, firm)) {
            return null;
        }
        int start = Workplace.skipArticle(words, next);
        int end = CompanyRun.end(words, start);
        boolean closes = end > start && (end == words.count() || words.gap(end) != Words.BLANK);
        return closes && words.isCapitalised(start) ? new CompanyCue(start, Kind.OWN_BARE) : null;
    }

    /** "School: Fjord Primary" with another field before or behind it. */
    private static boolean isFormField(Words words, int venue) {
        if (STAYED_AT.has(words, venue) || words.gap(venue + 1) != ':' || !opens(words, venue)) {
            return false;
        }
        int end = CompanyRun.end(words, venue + 1);
        boolean before = words.gap(venue) == '\n' || words.gap(venue) == '|';
        boolean behind = end < words.count() && (words.gap(end) == '\n' || words.gap(end) == '|');
        return words.isCapitalised(venue + 1) && (before || behind);
    }

    private static boolean isBelow(Words words, int firm) {
        return FormField.isBelow(words, firm, firm + 1, CompanyRun.end(words, firm + 1));
    }

    private static boolean isYours(Words words, int firm) {
        String before = words.before(firm);
        return before.equals("your") || before.equals("which") || before.equals("what") || before.equals("insurance");
    }
}
