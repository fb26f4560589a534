package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;

/** Words in the names of companies and other bodies that say that they are such. */
final class FirmWords {
    /** The legal form of a company, which ends its name. */
    static final WordSet FORMS = WordSet.listed("""
            inc incorporated llc llp ltd limited plc corp corporation co gmbh ag kg ug ohg bv nv oy ab aps asa sa
            sarl sas srl spa sl kft sro doo pty pte pvt lda ltda eirl sasu
            zrt nyrt mmc ggmbh mbh gbr ev eg sprl asbl vof snc scea aş a.ş""");

    /** What companies are called for what they are. */
    static final WordSet KINDS = WordSet.listed("""
            company solution solutions technology technologies tech infotech software softwares systems services
            industries enterprise enterprises group holding holdings consulting consultants consultancy labs studio
            studios partners associates logistics bank agency international ventures media motors foods pharma
            hotels university institute foundation bakery brothers bros sons works daughters roofing plumbing
            landscaping dental clinic academy catering realty properties insurance construction builders contracting
            farms brewing brewery salon auto freight shipping trading textiles exports imports traders robotics
            analytics designs marketing advertising capital mutual union association cooperative council college
            elementary primary health healthcare hospital pharmacy veterinary engineering electronics energy solar
            networks creative productions publishing bookshop supply supplies distributors wholesale transport tours
            charters airlines interiors furniture packaging chemicals metals machinery dairy daycare preschool
            nursery church ministries installatie techniek maschinenbau bau bäckerei metzgerei schreinerei
            tischlerei praxis kanzlei agência agencia agentur boulangerie padaria panadería panificio ferramenta
            accountants accounting bookkeeping advisors advisory advisers actuarial solicitors attorneys legal architects architecture
            surveyors surveying engineers joinery carpentry masonry paving painters plumbers electricians electric electrical
            heating cooling hvac drainage fencing flooring glazing scaffolding couriers courier haulage cargo movers removals
            hauling towing pumps steel metal metallbau optics ceramics pottery timber lumber quarries mining power tidal
            tyres tires cycles outfitters clothing apparel boutique jewelers jewellers jewellery films film pictures records
            recordings printing printers prints pallet orchards orchard vineyard vineyards winery ranch farm farming
            butchers fisheries seafood florist florists flowers nurseries kennels grooming stables montessori kindergarten
            childcare school schools grammar surgery physio physiotherapy chiropractic orthodontics dentistry optometry
            opticians medical hospice therapy wellness pilates yoga gym fitness spa salons barbers tattoo estates lettings
            apartments housing homes rentals cleaning cleaners laundry security staffing recruitment recruiting marina boats
            boatworks yachts aviation airways collective federation alliance authority bureau laboratories laboratory
            labor research biotech pharmaceuticals biosciences digital interactive games gaming toys
            kitchen kitchens cafe café coffee roasters roastery bistro brasserie diner pizzeria deli delicatessen distillery
            distillers cellars tavern inn lodge hostel guesthouse resort restaurant ristorante trattoria restaurante
            department district museum gallery library theatre theater playhouse orchestra choir trust charity mission chapel
            parish ministry society club league zoo weddings events solicitor notaries
            clínica clinica brauerei bodegas grupo gruppo groupe atelier cabinet apotheke farmacia pharmacie
            escuela colegio école lycée schule stiftung verein dakwerken labordiagnostik treuhand spedition gasthof pensjonat
            kita stationery vets confectionery upholstery brewers menuiserie
            logistik möbel druckerei
            co-op coop grain wines wine hosiery hardware salvage drilling tackle roofs tiling decorators blinds carpets
            upholsterers mills mill foundry foundries forge welding fabrication fabricators tooling castings plastics glassworks
            bottling beverages bakehouse cakes patisserie chocolates chocolatier creamery cheese meats smokehouse grocers
            grocery grocer warehouse storage garage motorcycles bikes bicycles autobody limousine limousines taxis coaches
            travel travels voyages cruises expeditions safaris retreats campground golf cinema audio lighting photography
            broadcasting gazette tribune tailoring tailors fashions footwear leather jewelry optical eyewear orthopedics
            pediatrics cardiology dermatology radiology imaging diagnostics midwifery homecare shelter sanctuary aquarium
            equestrian tutoring tutors learning education training coaching seminary conservatory ballet dojo karate boxing
            crossfit athletics sports scouts guild temple synagogue mosque abbey diocese township municipality ferries
            shipyard dockyard boatyard chandlery landscapes gardens windows doors excavating excavation septic trucking
            transit rigging cranes surfacing asphalt concrete aggregates bricks stone marble granite tile tiles refrigeration
            pest exterminators janitorial locksmiths locksmith signs signage graphics embroidery screenprint bindery
            bookbinders antiques auctions auctioneers pawn brokers brokerage wealth financial finance lending credit trustees
            fiduciary payroll audit tuinen kinderopvang kapper schilders hoveniers slagerij bakkerij agriturismo azienda
            officina falegnameria macelleria pasticceria osteria cantina tecnico ferreteria ferretería carnicería peluquería
            taller talleres abogados asesores constructora inmobiliaria imobiliária construtora oficina advocacia advogados
            news newspaper hoa pta fellowship cabinetry earthmoving electricals plating diesel chorus orthotics hydroponics
            contabilidade escritório restauration plomberie électricité peinture charpente couverture imprimerie traiteur
            fleuriste coiffure autohaus gärtnerei malerbetrieb elektrotechnik steuerberatung rechtsanwälte zahnarztpraxis
            hausverwaltung kliniken klinik werkstatt werbeagentur sklep zakład firma usługi piekarnia biuro bageri snickeri
            verkstad byrå rederi carrosserie poissonnerie librairie épicerie crèche mairie domaine fromagerie blanchisserie brûlerie
            coopérative mutuelle pressing pflegeheim stadtwerke gemeinde feuerwehr genossenschaft ayuntamiento
            fundación asociación cooperativa gestoría hermanos imprenta clínicas liceo istituto comune parrocchia società
            fratelli prefeitura câmara fundação associação gemeente stichting vereniging basisschool apotheek
            brouwerij kapsalon gebroeders gmina szkoła parafia przedszkole hurtownia forening förening skola kommune
            barbería estética joyería zapatería papelería cafetería pizzería heladería floristería librería lavandería gimnasio
            repostería pastelería carpintería cerrajería fontanería veterinaria consultorio bufete distribuidora comercializadora
            importadora servicios soluciones inversiones comercial tienda óptica ferragens barbearia lanchonete floricultura livraria
            lavanderia pousada transportadora serviços soluções confeitaria pizzaria marcenaria serralheria parrucchieri
            gelateria servizi soluzioni costruzioni impianti arredamenti edilizia boucherie institut toko warung kedai
            bengkel apotek салон студия магазин кафе ресторан клиника sanayi ticaret inşaat gıda otomotiv tekstil makina makine
            mühendislik turizm lojistik pansiyon barberia estetica joyeria zapateria papeleria cafeteria heladeria
            floristeria panaderia carniceria carpinteria cerrajeria veterinária""");

    /** The same in the languages of Eastern and Northern Europe, in Turkish, Greek and Indonesian. */
    private static final WordSet KINDS_ABROAD = WordSet.listed("""
            kwiaciarnia restauracja kawiarnia cukiernia apteka warsztat drukarnia przychodnia fundacja stowarzyszenie spółdzielnia
            księgarnia kavárna restaurace pekárna lékárna květinářství knihkupectví pivovar autoservis penzion škola školka spolek
            stavebniny truhlářství reštaurácia kaviareň lekáreň kvetinárstvo pekáreň obrt udruga étterem cukrászda pékség gyógyszertár
            iskola óvoda egyesület alapítvány virágbolt könyvesbolt szálloda panzió cofetărie cofetăria brutărie brutăria florărie
            florăria școala grădinița asociația fundația primăria lokantası eczanesi oteli inşaat ticaret sanayi mobilya tekstil turizm
            gıda pastanesi lojistik mühendislik mimarlık danışmanlık derneği vakfı okulu koleji кафе ресторан школа магазин клиника
            студия отель гостиница завод фабрика агентство аптека пекарня кондитерская типография кав'ярня крамниця клініка студія
            готель агенція перукарня ταβέρνα εστιατόριο φαρμακείο φούρνος ξενοδοχείο σχολείο ζαχαροπλαστείο
            blomsterhandel bokhandel tandlæge tandläkare tannlege klinikk verksted værksted byggfirma apotek hotell restaurang
            kahvila ravintola leipomo apteekki parturi kampaamo koulu päiväkoti yhdistys kiinteistö autokorjaamo hotelli kohvik
            kafejnīca kavinė mokykla warung restoran sekolah koperasi yayasan bengkel konveksi katering butik tandartspraktijk
            transportes logística servicios serviços soluciones soluções ingeniería engenharia consultores consultoria consultoría conseil
            distribuidora importadora exportadora muebles móveis legnami costruzioni trasporti servizi arredamenti impianti edilizia
            consulenza bâtiment nettoyage immobilier
            loodgietersbedrijf bouwbedrijf schildersbedrijf transportbedrijf notariskantoor advocaten""");

    /** The ends of German words that are made of two, of which the last says what a company or another body is. */
    private static final List<String> COMPOUNDS = List.of(
            "zentrum",
            "werke",
            "erei",
            "verein",
            "schule",
            "bau",
            "technik",
            "handel",
            "dienst",
            "gilde",
            "praxis",
            "kanzlei",
            "markt",
            "verlag",
            "werkstatt",
            "gemeinde",
            "genossenschaft",
            "klinik",
            "kontor",
            "manufaktur");

    private static final int LEAST_COMPOUND = 8;

    /** A part of a company, which signs in the place of a person. */
    private static final WordSet DEPARTMENTS = WordSet.listed("""
            team partnerships supplier department dept office desk accounts accounting billing quality purchasing procurement facilities logistics
            administration reception helpdesk committee abteilung buchhaltung verwaltung einkauf vertrieb kundenservice
            kundendienst sekretariat empfang rezeption vorstand personalabteilung ufficio reparto amministrazione segreteria
            acquisti service secrétariat comptabilité direction achats équipe departamento administración compras equipo
            secretaría recepción administração financeiro equipe afdeling administratie inkoop klantenservice
            dział biuro księgowość avdeling avdelning""");

    private FirmWords() {}

    /** Whether a word says what a company is: "bakery", "Pflegezentrum". */
    static boolean isKind(Words words, int word) {
        return KINDS.has(words, word)
                || KINDS_ABROAD.has(words, word)
                || word < words.count() && word >= 0 && isCompound(words, word);
    }

    /** Whether a word is a part of a company: "Purchasing", "Buchhaltung". */
    static boolean isDepartment(Words words, int word) {
        return DEPARTMENTS.has(words, word);
    }

    private static boolean isCompound(Words words, int word) {
        if (words.length(word) < LEAST_COMPOUND || !words.isCapitalised(word)) {
            return false;
        }
        String folded = words.folded(word);
        for (String end : COMPOUNDS) {
            if (folded.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
