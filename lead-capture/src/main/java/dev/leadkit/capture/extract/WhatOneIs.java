package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * What people say they are where a name could stand: of a nation or a faith, customers, tenants, students, mothers. "Sou Brasileira",
 * "ich bin Rentner", "I'm Scottish", not "ich bin Jürgen". What is a first name as well is left out, as "Danish" and "Roman" are.
 */
final class WhatOneIs {
    private static final WordSet WORDS = WordSet.listed("""
            scottish welsh irish norwegian swedish finnish swiss austrian belgian greek portuguese hungarian romanian bulgarian ukrainian
            czech slovak croatian serbian albanian estonian latvian lithuanian icelandic brazilian argentinian colombian chilean peruvian
            venezuelan cuban filipino pakistani bangladeshi nepali thai vietnamese indonesian malaysian singaporean nigerian ghanaian
            kenyan ethiopian egyptian moroccan algerian tunisian syrian lebanese iraqi iranian persian israeli arab kurdish afghan
            jamaican haitian hispanic latino latina jewish catholic hindu sikh buddhist capricorn aquarius pisces aries taurus gemini
            virgo libra scorpio sagittarius

            rentner rentnerin studentin schüler schülerin kunde kundin neukunde neukundin stammkunde bestandskunde mieter mieterin
            vermieter vermieterin eigentümer eigentümerin besitzer besitzerin anfänger anfängerin diabetiker diabetikerin vegetarier
            vegetarierin veganer veganerin allergiker allergikerin patientin mutter vater mama papa lehrer lehrerin arzt ärztin
            krankenschwester azubi beamter beamtin angestellter angestellte selbständig selbstständig freiberufler freiberuflerin
            arbeitslos mitglied besucher gast touristin interessent interessentin deutscher deutsche österreicher österreicherin
            schweizer schweizerin türke türkin polin ausländer ausländerin witwe witwer handwerker

            français française belge suisse canadien canadienne québécois québécoise algérien algérienne marocain marocaine tunisien
            tunisienne locataire propriétaire étudiant étudiante retraité retraitée salarié salariée débutant débutante mère père maman
            infirmier infirmière enseignant enseignante professeur médecin artisan particulier intéressé intéressée abonné abonnée
            handicapé handicapée diabétique enceinte célibataire marié mariée veuf veuve chômeur

            español española mexicano mexicana colombiano colombiana argentino argentina chileno chilena peruano peruana venezolano
            venezolana ecuatoriano ecuatoriana boliviano boliviana uruguayo uruguaya cubano cubana dominicano dominicana cliente clienta
            estudiante jubilado jubilada pensionista autónomo autónoma madre padre mamá papá soltero soltera casado casada viudo viuda
            propietario propietaria inquilino inquilina arrendatario dueño dueña paciente profesora maestra enfermera enfermero médico
            médica abogado abogada ingeniero ingeniera principiante interesado interesada alérgico alérgica celíaco celíaca diabético
            diabética vegetariano vegetariana vegano vegana extranjero extranjera turista socio socia empleado empleada trabajador
            trabajadora

            brasileiro brasileira português portuguesa angolano angolana moçambicano moçambicana estudante aposentado aposentada mãe pai
            solteiro solteira proprietário proprietária advogado advogada iniciante interessado interessada autônomo autônoma morador
            moradora motorista assinante funcionário funcionária aluno aluna estrangeiro estrangeira

            italiano italiana tedesco tedesca francese svizzero svizzera rumeno rumena studente studentessa pensionato pensionata mamma
            papà proprietario proprietaria paziente insegnante infermiera infermiere medico avvocato ingegnere interessato interessata
            allergico allergica celiaco celiaca incinta disoccupato disoccupata dipendente abbonato abbonata

            belg belgische nederlander nederlandse vlaming klant gepensioneerd gepensioneerde huurder verhuurder moeder vader
            patiënt leraar lerares verpleegkundige arts geïnteresseerd zzp'er zzper ondernemer lid zwanger vegetariër werkloos

            svensk svenska dansk norsk norska finsk studerande pensionär pensionist kund hyresgäst lejer leietaker hyresvärd ägare ejer
            eier pappa pasient lärare lærer sjuksköterska sygeplejerske sykepleier nybörjare nybegynder nybegynner intresserad
            interesseret interessert medlem gravid arbetslös elev allergisk

            suomalainen ruotsalainen opiskelija eläkeläinen asiakas vuokralainen omistaja äiti isä potilas opettaja sairaanhoitaja
            kiinnostunut raskaana vegaani

            polakiem polką studentem studentką emerytem emerytką klientem klientką najemcą właścicielem właścicielką mamą tatą matką
            ojcem pacjentem pacjentką nauczycielem nauczycielką początkujący początkująca zainteresowany zainteresowana

            čech češka slovák slovenka studentka důchodce důchodkyně dôchodca dôchodkyňa zákazník zákaznice zákazníčka nájemník majitel
            majitelka máma táta matka otec pacientka učitel učitelka začátečník

            român româncă studentă pensionar pensionară clientă chiriaș proprietar mamă tată pacient pacientă interesat interesată

            türküm öğrenciyim anneyim babayım müşteriyim emekliyim kiracıyım

            студент студентка пенсионер пенсионерка мама папа мать отец клиент клиентка покупатель продавец владелец хозяин хозяйка
            арендатор житель гражданин гражданка русский русская украинец украинка белорус казах узбек татарин татарка врач учитель
            учительница медсестра инженер программист дизайнер водитель предприниматель ип самозанятый самозанятая новичок ученик
            ученица пациент пациентка беременна инвалид фрилансер менеджер директор бухгалтер юрист пенсіонер пенсіонерка клієнт
            клієнтка мати батько власник власниця українець українка лікар вчитель вчителька покупець учень учениця

            φοιτητής φοιτήτρια συνταξιούχος πελάτης πελάτισσα μαμά μητέρα πατέρας ιδιοκτήτης ενοικιαστής έλληνας ελληνίδα

            khách mahasiswa mahasiswi pelajar pelanggan pembeli penjual penyewa pemilik karyawan pemula

            학생 대학생 회사원 직장인 고객 주부 의사 간호사 교사 선생님 사장 대표 개발자 디자이너 세입자 임차인 집주인 외국인 한국인 미국인 중국인 일본인 초보 초보자
            신입 부모 엄마 아빠 학부모 프리랜서 자영업자 공무원 군인 환자 회원 구매자 판매자 기혼 미혼""");

    private WhatOneIs() {}

    static boolean isSaid(Words words, int word) {
        return word < words.count() && WORDS.has(words, word);
    }

    /** @param folded in small letters */
    static boolean isSaid(String folded) {
        return WORDS.contains(folded);
    }
}
