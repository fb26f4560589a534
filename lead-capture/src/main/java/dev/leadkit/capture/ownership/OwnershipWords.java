package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** The words that say whose an address or a number is, and whether it is still good. */
public final class OwnershipWords {
    /** What is sent to an address. */
    static final WordSet DOCUMENTS = WordSet.listed("""
            receipt receipts confirmation confirmations invoice invoices quote quotes quotation contract contracts
            paperwork documents docs tickets voucher brochure details pictures photos link info""");

    /** What an address or a number is called. */
    static final WordSet CHANNELS = WordSet.listed("""
            email e-mail mail emails address number phone cell mobile telephone contact contacts no whatsapp
            inbox line landline extension one nummer telefonnummer handynummer adresse mailadresse kontakt
            correo número numero numer teléfono numéro courriel details website site page fax""");

    /** The commonest words that may stand between "my" and the channel. */
    static final WordSet COMMON_SORTS = WordSet.listed("""
            new own current correct right real actual work private personal business office home direct best
            second other main primary company""");

    /** What may stand between "my" and the channel. */
    public static final WordSet SORTS = WordSet.of(COMMON_SORTS, WordSet.listed("company's german neue registered"));

    public static final WordSet GONE = WordSet.listed("""
            old previous former wrong outdated alte alten antiguo ancien ancienne viejo vieja antigo antiga vecchio vecchia oude gamla
            gamle stary stara starý stará старая старый старой vechi vechea eski""");

    /** What says of an address or number that it is not to be used. */
    static final WordSet DEAD = WordSet.listed("""
            dead invalid expired wrong outdated old incorrect disconnected deactivated disabled hacked
            compromised stolen closed cancelled canceled retired defunct obsolete""");

    /** People that a visitor speaks of. */
    static final WordSet RELATIONS = WordSet.listed("""
            colleague coworker co-worker boss wife husband friend manager partner brother sister mother father
            mom mum dad son daughter assistant neighbour neighbor girlfriend boyfriend secretary landlord
            roommate flatmate cousin uncle aunt accountant lawyer agent seller driver supplier client customer
            employee ceo fiancé fiance fiancée spouse grandmother grandfather nephew niece teacher doctor
            supervisor owner team kollege kollegin kollegen frau mann chef chefin bruder schwester mutter vater
            freund freundin sohn tochter jefe jefa esposa esposo mujer marido hermano hermana amigo amiga colega
            femme mari collègue patron propriétaire proprio locataire frère sœur ami amie mère père landlady nachbar
            nachbarin vermieter vermieterin
            eltern oma opa voisin voisine baas collega vrouw moeder vader broer zus vriend vriendin buurman buurvrouw
            moglie marito capo fratello sorella amica vicino vecino vecina irmão irmã chefe pai mãe
            compañero compañera contador contadora contabilista commercialista socio comptable boekhouder collega's
            buchhalter buchhalterin steuerberater steuerberaterin
            kollega kollegas kollegan kollegaen fru frus fruen kone kones konen chefs chefen sjef sjefen syster systers søster
            søsters bror brors mamma mammas pappa pappas granne grannes nabo naboens vän väns venn vennen kompis sambo sambos
            samboer kolegi kolega koleżanki żony żona męża mąż szefa szef brata siostry sąsiada księgowej księgowa księgowego znajomego
            kolegy kolegyně manželky manžela manželka ženy šéfa bratra sestry kamaráda souseda účetní
            colegului colegei soției soția soțului soțul șefului șeful fratelui surorii prietenului vecinului contabilului
            feleségem férjem főnököm bátyám nővérem szomszédom könyvelőm kollégám barátom
            arkadaşımın eşimin kocamın karımın patronumun patronum kardeşimin abimin annemin babamın komşumun muhasebecimin müdürümün
            коллеги коллега жены жена мужа муж начальник начальника брата сестры мамы папы друга подруги соседа бухгалтера сына
            дочери шефа колеги дружини чоловіка
            istri suami kakak adik ibu ayah tetangga rekan akuntan teman vợ chồng sếp nghiệp mẹ bố
            dost patni pati bhai behen पत्नी पति दोस्त भाई बहन बॉस 아내 남편 동료 친구 상사 엄마 아빠
            زوجتي زوجي زميلي زميلتي صديقي صديقتي أخي اخي أختي اختي مديري والدي جاري""");

    /** Others that he speaks of, by what they do or are to him. */
    static final WordSet STRANGERS = WordSet.listed("""
            guy guys bloke chap lady gentleman dude mate pal kid kids toddler grandma granny gran nan nana
            grandpa granddad grandad twins stepson stepdaughter stepmother stepfather stepmom stepdad mother-in-law
            father-in-law brother-in-law sister-in-law ex ex-wife ex-husband missus hubby bf gf bro sis
            roomie housemate auntie godmother godfather carer nanny babysitter pair widow executor plumber
            electrician builder builders painter roofer gardener cleaner carpenter contractor contractors
            handyman mechanic surveyor caretaker janitor concierge porter receptionist courier postman dealer
            broker realtor tenant tenants lodger vendor supplier's wholesaler consultant solicitor attorney
            counsel notary bookkeeper auditor treasurer chairman chairwoman director intern trainee apprentice
            recruiter foreman planner photographer caterer florist vicar priest pastor rabbi imam coach trainer
            tutor headmaster headteacher nurse dentist vet therapist midwife surgeon scammer scammers spammer
            hacker hackers stranger strangers fraudster caller impostor imposter thief stalker predecessor
            successor representative rep spokesman beneficiary claimant counterpart freelancer designer
            architect competitor competitors rival employer developer admin administrator technician installer chauffeur
            cfo cto coo cuz officer editor publisher producer organiser organizer clerk warden trustee
            curator dispatcher inspector lecturer professor adviser advisor underwriter adjuster insurer
            referee landowner freeholder leaseholder housekeeper butler bride bridesmaid
            plasterer glazier locksmith optician physio physiotherapist chiropractor pharmacist
            paramedic salesman saleswoman salesperson subcontractor franchisee barrister conveyancer""");

    /** All of them. */
    public static final WordSet PEOPLE = WordSet.of(RELATIONS, STRANGERS);

    /** "His", before a channel or by itself. */
    static final WordSet THEIR = WordSet.listed("his her their hers theirs seine seinen ihre su sus son sa leur");

    static final WordSet THEM = WordSet.listed("him her them ihn ihm whom");

    static final WordSet MY = WordSet.listed("my our meine mein meinem meiner mi ma mon notre mój moja mio mia");

    static final WordSet NOT = WordSet.listed(
            "don't dont never not didn't stop cannot nicht avoid quit won't wont can't cant não niet non nie inte ikke не jangan đừng لا"
                    + " nevolejte nepište neposílejte");

    /** To use an address or a number. */
    static final WordSet REACHING = WordSet.listed("""
            use email e-mail mail write send call contact text ring phone message try reach dial calling
            emailing using sending contacting texting writing ask tell forward reply answer whatsapp sms llames
            llame appelez appeler anrufen schreiben disturb llamar ligue ligar chame bel bellen app chiamare chiamate chiami
            dzwonić dzwoń pisać ringa maila mejla skriv skriva kontakta escriban escriba escribas llamen
            escreva mande chiamatemi scrivete scrivetemi scriva звоните звони пишите пиши отправляйте дзвоніть пишіть hubungi
            kirim gọi""");

    static final WordSet DROPPING = WordSet.listed("""
            forget ignore remove delete unsubscribe change replace except drop block discard disregard cancel
            scratch""");

    /** What passes, or has passed, between two ends. */
    static final WordSet EXCHANGE = WordSet.listed("""
            faxed called calls calling rang rings ringing phoned phones phoning texted texts texting messaged messages
            messaging emailed e-mailed emailing mailed mailing mails wrote writes writing written contacted
            contacting dialled dialed dialling dialing tried trying received receiving sent sends sending
            bounced bounces replied replying forwarded voicemail voicemails spam spams spammed spamming scam
            scams scammed phishing fraud fraudulent fake harassed harassing pestering pestered bothering hung
            hanging hangs spoke spoken talked speaking answered answers picked picks pretending pretended
            claiming reached getting gets""");

    /** What brings words of somebody else. */
    static final WordSet SAYING = WordSet.listed("""
            example instance says said say saying lists listed shows shown showed displays reads states stated
            mentions mentioned writes-down claims claimed claim told tells asked asks gave gives goes swears dice zegt sagt
            swore promised printed reckons insists insisted suggested recommended quoted according reported
            hypothetically suppose show""");

    /** Verbs in a form that tells a story, irregular ones and those that others' addresses are often subject of. */
    static final WordSet VERBS = WordSet.listed("""
            came comes kept keeps took takes made makes saw seen see found left leaves costs knew knows know thought
            heard met bought sold lost won lay stood stands began became broke brought built caught chose drew
            drove fell felt flew forgot grew held hid hurt led lent ran sat set shut spent stole stuck taught
            threw woke wore belongs belong appears appear seems looks happens handles deals manages runs decides
            owns uses used needs likes loves expects remains ended changed stopped remove delete block ban
            llamé llamó llamaron recibí recebi recebeu ligou liguei kreeg affiche zeigt
            gekregen ontvangen gebeld ricevuto reçu erhalten fick ringde fik ringede fikk ringte dostałem dostałam dzwoniłem
            dzwoniłam dostal dostala volal volala primit sunat пришло пришёл звонил звонила получил получила прийшов дзвонив
            отримав aldım aradım nhận
            report recognise recognize investigate trace unsubscribe verify went keep let treat got wants
            typed flag""");

    static final WordSet LINKS = WordSet.listed("""
            at on to is the via under through by it's its can be reached ist unter es est sind sie erreichen are
            was für with still also al au para naar""");

    static final WordSet SEVERAL_RELATIONS = RELATIONS.map(one -> one + "s");

    private OwnershipWords() {}

    public static boolean isOwner(Words words, int word) {
        return (words.isPossessive(word) || SEVERAL_RELATIONS.has(words, word))
                && isOwner(words.folded(word))
                && !isOfFirm(words, word);
    }

    /** Somebody that a visitor speaks of, or what is somebody's; false behind the last word. */
    static boolean isPerson(Words words, int word) {
        return word < words.count() && (RELATIONS.has(words, word) && !isOfFirm(words, word) || isOwner(words, word));
    }

    /** "Smith {@literal &} Sons", "Weidner {@literal &} Partner GmbH": a part of a company's name, and nobody's son or partner. */
    static boolean isOfFirm(Words words, int word) {
        return words.gap(word) == '&' && words.isCapitalised(word);
    }

    /** "wife's", "Bo's", "colleagues", but not "it's". */
    static boolean isOwner(String word) {
        if (word.endsWith("'s") || word.endsWith("s'")) {
            return !CONTRACTED.contains(word.substring(0, word.length() - 2)) && !word.equals("company's");
        }
        return word.endsWith("s") && RELATIONS.contains(word.substring(0, word.length() - 1));
    }

    private static final WordSet CONTRACTED = WordSet.listed("""
            it that what here there let who how where name email number he she today mail phone address mine
            contact this cell when mobile line landline extension whatsapp inbox home work
            office""");
}
