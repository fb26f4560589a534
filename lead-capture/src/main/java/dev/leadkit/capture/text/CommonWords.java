package dev.leadkit.capture.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that are no personal names: a closed list of function words, months and days, and the words that commonly
 * follow "I am", "this is" or stand where a name was asked for. Words that are also names (Will, May, Rose, Mark) are
 * left out or told apart by their capital.
 */
public final class CommonWords {
    /** Never part of a name, however written. */
    private static final WordSet FUNCTION = WordSet.listed("""
        a an the and or but nor so yet if then than that this these those there here where when why how what which who
        whom whose i you he she it we they me him us them my your his her its our their mine yours hers ours theirs
        myself yourself himself herself itself ourselves themselves am is are was were be been being do does did done
        doing have has had having can could shall should would may might must cannot ought of to in on at by for
        from with without about into onto over under above below between among through during before after since until
        till against toward towards upon off out up down near around across behind beyond within along as like per via
        not no yes yeah yep yup nope nah ok okay sure well just only also too very really quite rather almost already
        still even ever never always often sometimes usually again once twice now today tonight tomorrow yesterday
        soon later early ago however because while although though unless whether either neither both each every any
        some all none most more less few many much several other another such same own one two three four five six
        seven eight nine ten eleven twelve first second third last next previous please thanks thank thx hi hello hey
        hola dear sir madam maam ma'am miss mister im i'm i've i'd i'll you're you've it's that's what's
        there's here's he's she's we're we've they're isn't aren't wasn't don't dont doesn't didn't can't cant won't
        wouldn't couldn't shouldn't let's lets gonna wanna gotta pls plz u ur r n ya yea uh um umm hmm oh ah eh
        https http www anyone anybody anyway anyhow anytime anywhere sometime someone somebody everyone nobody anything something everything nothing name names surname firstname lastname
        email e-mail mail phone number address account contact cell mobile zip code id password passcode pin dob
        der die das und ist mein meine oder aber nicht ich du er sie wir ein eine mit von für bitte ja nein
        я мы вы он она они это мой моя моё мое мои наш наша наше наши ваш ваша ваше ваши меня мне нас вам да нет и но или
        телефон номер почта адрес है हैं हूँ hai hain hoon привет здравствуйте добрый доброе день утро вечер спасибо пожалуйста мій дякую вітаю
        über durch gegen ohne wegen sur sous chez depuis desde hacia hasta
        och og oraz nebo jag jeg mitt ik saya وأنا وأنني وانني وابحث وأبحث ve har är ورقمي رقمي ورقم والرقم رقم وعايز وعايزة وعندي واريد وأريد وابي وبدي ومحتاج من في ואני ויש ורוצה ואשמח ہے ہوں নাম আমার میرا 이름으로 el los las y o pero es soy mi una uno por para con si sí je suis et ou mais le les un une des pour avec oui non
        आहे छे છે ਹੈ আছে آهي دی اے است هست هستم է եմ гэдэг гэнэ
        """);

    /** A capital may turn these into a name ("I'm Happy" does not occur, but "I'm Will" does). */
    private static final WordSet ORDINARY = WordSet.of(FUNCTION, WordSet.listed("""
        worth able afraid alone alright amazing angry annoyed anxious available aware away awesome awful back bad based behind
        better big bit blue bored born bothered broke broken busy calm certain cheap clear close cold comfortable
        concerned confident confused cool correct crazy curious customer client dead deaf desperate different
        disappointed done down dumb eager easy eligible else enough excellent excited exhausted expecting familiar fast
        fine free fresh friend friendly frustrated full fun funny furious getting glad going good great guest guilty
        half happy hard having healthy heading helpless here hesitant home honest hoping hot hungry hurt ill impressed
        in inquiring interested involved it job keen kind late lazy leaving legal little living located locked lonely
        looking lost lucky mad male female man married member mine missing moving native necessary needed nervous new
        nice normal old online open outside over own owner patient perfect pleased poor positive possible pregnant
        prepared pretty private proud quick quiet ready real red relieved retired rich right sad safe satisfied scared
        senior serious short shy sick silly simple single sleepy slow small smart sorry sort stressed strange
        strong student stuck stupid sure surprised talking tall tempted terrible thankful thinking thirsty thrilled
        tired total traveling true trying ugly unable unaware uncertain unclear unhappy unsure upset urgent useful
        useless using vegan vegetarian waiting warm weak wealthy weird welcome willing wondering working worried wrong
        young yours teacher doctor engineer developer designer manager director nurse lawyer driver founder ceo cto cfo
        agent broker freelancer contractor consultant accountant assistant secretary beginner parent mother
        father mom dad wife husband son daughter brother sister guy girl boy woman lady person people human bot robot
        user visitor subscriber buyer seller tenant landlord resident citizen foreigner tourist traveler passenger
        portal dashboard platform management estate module plugin numaram numaramı
        business company firm team office school university shop store restaurant hotel hospital bank airport station
        table booking reservation order orders ticket tickets flight flights trip travel room rooms car cars bus train
        taxi cab ride drink drinks food dinner lunch breakfast meal soda coffee tea water beer wine
        product products item items service services price prices cost costs quote quotes offer offers deal deals
        discount demo trial plan plans subscription license website site page link app software laptop computer tablet
        device screen update printer camera television internet network server data file files report document
        insurance policy claim loan credit debit card cards payment payments money cash refund return exchange balance
        transfer transaction charge charges fee fees bill bills invoice receipt statement check checks deposit
        information info details detail question questions answer problem problems issue issues trouble error errors
        help support assistance request requests reason complaint message messages chat call calls text time times day
        days week weeks month months year years hour hours minute minutes date dates morning afternoon evening night
        noon midnight weekend birthday holiday vacation christmas xmas hanukkah ramadan diwali eid halloween monday tuesday wednesday thursday friday saturday sunday mon
        tue wed thu fri sat sun january february march april june july august september october november december jan
        feb mar apr jun jul aug sept sep oct nov dec thing things way ways place places city town country state street
        road avenue area house apartment flat building floor door window garden kitchen bathroom bedroom parking music
        song songs movie movies game games news weather alarm timer reminder event events meeting meetings appointment
        schedule calendar list lists note notes book books need needs want wants wanted get gets got give gives gave
        take takes took make makes made go goes went come comes came see sees saw know knows knew think thinks thought
        say says said tell tells told ask asks asked use uses used find finds found show shows showed send sends sent
        buy buys bought pay pays paid sell sells sold keep keeps kept let put set start starts started stop stops
        stopped try tries tried change changes changed cancel cancels cancelled canceled confirm confirmed wait hold
        love hate hope wish wonder believe guess suppose mean means meant feel feels felt look looks seem seems sound
        sounds work works run runs play plays turn turns move moves live lives stay stays speak speaks speaking listen
        hear read write add remove delete create reset login logout register sign join leave arrive
        regarding concerning due actually basically currently exactly finally hopefully honestly immediately
        instead maybe mostly perhaps possibly probably recently simply totally unfortunately absolutely completely
        definitely certainly course cheers regards regard sincerely kindly best greetings bye goodbye lol
        haha wow wonderful fantastic lovely thanks okay dude bro buddy pal
        mate boss folks guys everybody american british english german french spanish italian dutch indian chinese
        japanese korean russian polish turkish mexican canadian australian african european asian christian muslim
        disabled allergic addicted usa uk america germany france india china mr mrs ms dr prof
        merry medium large extra stock size sizes surprise click white black green yellow pink
        delivery pickup takeaway takeout shipping package parcel mailbox tracking status gift present gold silver
        bronze basic premium standard pro plus enterprise starter monthly yearly annual daily weekly amount budget
        second-hand kidding joking calling texting writing asking checking referring replying
        enquiring chatting shopping planning searching seeking ordering buying paying staying coming
        running travelling needing
        called named booked
        absent accurate active adamant aged aghast alarmed alert alive allowed amazed amused appalled approved arrived
        ashamed asleep astonished awake awkward baffled bankrupt banned beat bemused bilingual blessed blind blocked
        bloody blown bound brand-new bummed burned burnt capable careful cautious celebrating charged cheated clean
        clever clueless complete completed considering content convinced cozy cranky cured current damn damned dark
        decent delayed delighted depressed determined devastated diabetic divorced dizzy double dressed drunk dry
        dying elderly embarrassed employed engaged english-speaking enraged entitled exact existing experienced
        extremely fairly faithful famished fed fat fasting fearful finished fired fit flattered flexible flying
        foolish forced forever forgetful forgotten fortunate freaked freaking freezing frightened front fully generous
        genuine gluten-free gone grateful greedy grown handicapped hated heartbroken heavy helpful high hired homeless
        homesick horrible huge humble hungover identical idle ignorant immune impatient incorrect independent inside
        insured intense intrigued invalid invited jealous jet-lagged jobless joined lactose laid lame lately left
        likely limited literally loyal mainly mentioned messed mistaken mixed moved naive naked nauseous nearby nearly
        neutral nevermind newbie normally noted noticing numb obsessed obviously odd offended officially opposed
        outraged outta overcharged overdrawn overdue overjoyed overseas overweight overwhelmed owed paranoid parked
        partial particular past pending permanent picky pissed plain plenty polite preference preferences preferably
        prefer primarily puzzled qualified random recent refer registered regular relaxed reliable reluctant required
        responsible rude ruined salty saved scammed score screwed self-employed separated shaken shame shocked
        short-staffed sincere somewhere anywhere everywhere nowhere sober somewhat special specific spent square
        starved starving stoked straight stranded strongly stunned sunburned super supportive supposed surely swamped
        temporary tense terrified thank-you thankyou thick thin tied tight top torn touched tough traditional triple
        troubled typical unemployed unfamiliar uninsured unsatisfied untrue unwell usual vague valid vexed visible
        visually weary whatever wide wild wired wiped worn worse worst yearning understand clearly title titles soccer
        football match concert party ceremony session fuck fucking fucked shit bitch bastard asshole cunt idiot moron
        crap hell bullshit
        зачем почему чому warum wieso pourquoi perché porque dlaczego proč waarom varför hvorfor neden kenapa
        customer-service asap btw fyi nope secret none anonymous unknown spelled spelt spelling written
        """));

    /** The endings, at the place of their last letter. */
    private static final List<List<String>> ENDINGS = byLastLetter(WordSet.listed("""
            ing tion ness ment able ible ful less ously ally ately ious ulous ated cted sted ssed ised ized ied ued ped ked
            ged oyed lled nded nted rted nummer dibly ently ively ouse 'll 've n't"""));

    private static List<List<String>> byLastLetter(WordSet endings) {
        List<List<String>> byLetter = new ArrayList<>();
        for (int letter = 0; letter <= 'z'; letter++) {
            byLetter.add(new ArrayList<>());
        }
        endings.forEach(
                ending -> byLetter.get(ending.charAt(ending.length() - 1)).add(ending));
        return byLetter;
    }

    private CommonWords() {}

    public static boolean isFunction(Words words, int word) {
        return FUNCTION.has(words, word);
    }

    public static boolean isOrdinary(Words words, int word) {
        return ORDINARY.has(words, word);
    }

    public static boolean isOrdinary(String folded) {
        return ORDINARY.contains(folded);
    }

    /** Whether it ends as adjectives, adverbs and verb forms do, and a name in lower case hardly does. */
    public static boolean hasOrdinaryEnding(String folded) {
        int length = folded.length();
        if (length < 5
                || length == 5 && folded.endsWith("ally") // Sally
                || folded.charAt(length - 1) >= ENDINGS.size()) {
            return false;
        }
        for (String ending : ENDINGS.get(folded.charAt(length - 1))) {
            if (folded.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
