package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;

/** The words by which other languages than those of {@link SpendingLimit} make an amount a limit, or a rough one. */
final class LimitWords {
    /** Right before it. */
    static final Phrases BEFORE = Phrases.of("""
            не больше,не больше чем,не более,не более чем,не дороже,не дороже чем,не выше,не превышая,не превышает,не превышать
            не должно превышать,не должна превышать,в пределах,в рамках,до,максимум,макс,максимально,потолок,не свыше
            дешевле,уложиться в,уложимся в,вложиться в
            не більше,не більше ніж,не дорожче,не дорожче ніж,не вище,у межах,в межах,дешевше,вкластися в
            не повече от,най-много,в рамките на,највише,не више од
            ne više od,ne vise od,najviše,najvise,maksimalno,u okviru,u granicama
            w granicach,nie więcej niż,nie wiecej niz,nie więcej jak,nie drożej niż,nie drozej niz,nie przekraczać,nie przekroczyć
            nie przekracza,maksymalnie,maksimum,najwyżej,najwyzej,góra,taniej niż,w cenie do,zmieścić się w
            maximálně,maximalne,maximálne,nejvýš,nejvýše,nanejvýš,ne víc než,ne více než,najviac,nie viac ako,maximum,max
            până la,pana la,până în,pana in,maxim,cel mult,nu mai mult de,sub,în limita a,in limita a
            legfeljebb,maximálisan,nem több mint
            enintään,enintaan,korkeintaan,maksimissaan,ei yli,ei enempää kuin
            kuni,maksimaalselt,līdz,ne vairāk kā,ne daugiau kaip,ne daugiau nei
            högst,maximalt,upp till,upptill,inte mer än,inte över,ej över
            opptil,inntil,opp til,ikke mer enn,op til,højst,ikke mere end,ikke over,maks,maksimalt,allt að
            μέχρι,μεχρι,έως,εως,ως,το πολύ,το πολυ,κάτω από,κατω απο,όχι πάνω από,οχι πανω απο,μέγιστο
            en fazla,azami,en çok
            di dibawah,di bwh,maksimal,paling mahal,paling banyak,tidak lebih dari,nggak lebih dari,gak lebih dari
            ga lebih dari,ngga lebih dari,tak lebih dari,tak lebih,jangan lebih dari,mentok,mentok di,bawah
            tidak melebihi,hanggang,hindi lalagpas ng,hadi,chini ya,isizidi
            dưới,duoi,không quá,khong qua,ko quá,k quá,tối đa,toi da,không vượt quá,không hơn,thấp hơn,rẻ hơn,trong tầm
            até uns,até umas,entro i,entro,upto,zyada se zyada,jyada se jyada,अधिकतम,ज़्यादा से ज़्यादा,সর্বোচ্চ,زیادہ سے زیادہ
            لا يتجاوز,لا تتجاوز,ما يتجاوز,ما تتجاوز,لا يتعدى,لا تتعدى,ما يتعدى,ما تتعدى,ميتعداش,لا يزيد عن,لا تزيد عن,ما يزيد عن,لا يزيد على
            تحت,لحد,لين,لغاية,لغايه,حتى,بحد أقصى,بحد اقصى,بحد أقصاه,كحد أقصى,كحد اقصى,حد أقصى,حد اقصى,حدي,اقصى شي,أقصى شي
            اقصاه,أقصاه,اقصى شي ادفعه,أقصى شي أدفعه,اقصى مبلغ,أقصى مبلغ,اقصى سعر,أقصى سعر,ماكس,ماكسيموم,مو اكثر من,مش اكتر من,مش أكتر من,ما اكثر من,ليس أكثر من,بما لا يتجاوز
            עד,לא יותר מ,מקסימום,מקס,לכל היותר,גג,מתחת ל,לא מעל,בתקרה של,תקרה של
            تا,تا سقف,حداکثر,زیر,نهایت,نهایتا,نهایتاً""");

    /** Likewise, where something is wished in the same sentence; else it is told how little something is, or since when. */
    static final Phrases UNDER = Phrases.of("""
            alle,под,iki,hingga,sampai,sampe,bawah,меньше,менее,ниже,kurang dari,mniej niż,mindre än,mindre enn,mindre end,kevesebb mint
            اقل من,أقل من,פחות מ,کمتر از,λιγότερο από,poniżej,ponizej,ispod,испод,mai puțin de,mai putin de""");

    /** Right behind it. */
    static final Phrases BEHIND = Phrases.of("""
            kadar,e kadar,a kadar,ye kadar,ya kadar,altı,altında,altına,'nin altında,nin altında,geçmesin,i geçmesin,yi geçmesin
            ı geçmesin,aşmasın,i aşmasın,yi aşmasın,geçmemeli,geçmeyecek,üstü olmasın,dan fazla olmasın,den fazla olmasın
            dan fazla değil,den fazla değil
            ke bawah,kebawah,ke bwh,maksimal,mentok,đổ lại,do lai,đổ xuống,trở xuống,trở lại,quay đầu
            ke andar,k andar,ke ander,ke under,k under,ke neeche,se neeche,se kam,se zyada nahi,se jyada nahi,se zyada nahin,se upar nahi
            ke bheetar,तक,तक का,के अंदर,के अन्दर,के भीतर,से कम,के नीचे,से नीचे,से ज्यादा नहीं,से ज़्यादा नहीं,से ऊपर नहीं
            تک,کے اندر,سے کم,سے زیادہ نہیں,পর্যন্ত,মধ্যে,এর মধ্যে,ভিতরে,নিচে
            بالكثير,بالكتير,كحد اقصى,كحد أقصى,حد اقصى,حد أقصى,بحد أقصى,بحد اقصى,وأقل,واقل,فأقل,فما دون,او اقل,أو أقل,ماكس
            מקסימום,גג,לכל היותר,به پایین,بیشتر نباشه,بیشتر نشه,حداکثر
            максимум,макс,не больше,не более,не дороже,не выше,и ниже,или меньше,и меньше,потолок,не більше,не дорожче,най-много
            maks,maksymalnie,maximálně,maximum,maxim,cel mult,maksimum,maksimalno,najviše,nie więcej,nejvýš,nejvýše
            ig,alatt,ban maximálva,legfeljebb,asti,saakka,enintään,korkeintaan,högst,maximalt,højst,maksimalt,το πολύ,max""");

    /** They are words of other languages too, so that a word of their own must stand near. */
    static final Phrases HINDI_BEHIND = Phrases.of("tak,tk,tak ka,tak ki,tak mein,andar");

    static final WordSet HINDI = WordSet.listed("""
            mein hai hain chahiye chahie chaiye chaheye mera mere hamara humara humein mujhe koi kuch milega mil dikhao batao
            bhai rupaye rupay rupe rupiya rupaiya rs lakh lakhs laakh lac lacs hazaar hazar hajar hajaar crore crores karod""");

    /** Likewise, before an amount with one of these sizes. */
    static final Phrases SLAVIC_BEFORE = Phrases.of("do,pod");

    static final WordSet SLAVIC = WordSet.listed("""
            tys tysięcy tysiące tysiąca tysiąc tisíc tisíce tisíců tis hiljada hiljade tisuća tisuće mln milion miliona milionu milionů milionów
            milijuna milióna""");

    /** With a word that denies before them. */
    static final Phrases ABOVE = Phrases.of("""
            больше,больше чем,более,более чем,выше,свыше,дороже,дороже чем,більше,більше ніж,вище,дорожче,понад,повече от,више од
            više od,vise od,preko,więcej niż,wiecej niz,powyżej,ponad,drożej niż,víc než,více než,nad,mai mult de,peste,több mint
            yli,enempää kuin,mer än,över,mer enn,mere end,over,πάνω από,πανω απο,περισσότερο από,lebih dari,di atas,diatas,melebihi
            hơn,quá,trên,vượt quá,فوق,اكثر من,أكثر من,اكتر من,أكتر من,أعلى من,اعلى من,מעל,יותר מ,بیشتر از,بالای,zaidi ya""");

    static final WordSet DENYING = WordSet.listed("""
            не ни ні нельзя ne nie ani nem ei emme inte ikke nu δεν όχι οχι μη tidak nggak gak ga ngga tak jangan không khong đừng ko
            ما لا مو مش مب لن ليس مابي مابغى مابدي مقدرش ماقدر לא אל אין نه نمی نمیخوام نباید hindi si""");

    /** Between them they tell that it is of spending: "не хочу платить больше", not "не пришло больше". */
    static final WordSet SPENDING = WordSet.listed("""
            платить заплатить тратить потратить отдавать отдать выходить выйти хочу хотим хотелось хотел хотела могу можем готов готова готовы
            потяну потянем планирую платити витрачати готовий искам мога плащам platiti dati želim
            płacić zapłacić wydać wydawać chcę chce chcemy możemy mogę chciałbym chciałabym platit zaplatit dát utratit chci chceme můžu
            plătesc plăti dau vreau vrem pot fizetni adni költeni szeretnék tudok maksaa halua haluamme voi betala ge vill kan betale gi bruke
            bruge giver πληρώσω δώσω θέλω μπορώ bayar membayar keluar mau sanggup trả chi muốn tiêu
            ادفع أدفع ندفع اصرف أصرف ابي أبي ابغى أبغى اريد أريد اقدر أقدر نقدر לשלם לתת להוציא רוצה רוצים יכול יכולה
            بدم بدهم بدیم خرج خواهم میخوام میتونم""");

    /** That it is a rough one, right before it. */
    static final Phrases ROUGH = Phrases.of("""
            около,примерно,приблизительно,приблизно,где-то,порядка,ориентировочно,в районе,в районі,в пределах,близько,орієнтовно
            приблизително,отприлике,oko,otprilike,około,okolo,mniej więcej,mniej wiecej,jakieś,jakies,w okolicach,gdzieś,koło
            cca,zhruba,přibližně,priblizne,kolem,přibližne,aproximativ,vreo,în jur de,in jur de,cam,undeva la,cirka
            körülbelül,kb,nagyjából,olyan,úgy,noin,suunnilleen,omkring,runt,rundt,sirka,omtrent,tilnærmet
            περίπου,περιπου,γύρω στα,γυρω στα,γύρω στις,κάπου,στα,yaklaşık,yaklasik,aşağı yukarı,tahmini
            sekitar,sekitaran,kira-kira,kurang lebih,kisaran,di kisaran,antara,lebih kurang,mga,nasa,kama
            khoảng,khoang,tầm,tầm khoảng,cỡ,chừng,độ,loanh quanh,trong khoảng,lagbhag,takreeban,taqreeban,karib,करीब,लगभग,तकरीबन,প্রায়,تقریباً
            حوالي,حوالى,حولي,بحدود,في حدود,فى حدود,ضمن حدود,تقريبا,تقريباً,قرابة,يقارب,نحو,زهاء,كذا
            בערך,בסביבות,סביב,באזור,באיזור,כ,בסביבות ה,حدود,حدودا,حدوداً,در حدود,تقریبا,نزدیک
            como,como unos,como unas,tipo,mais ou menos,lá pelos,na faixa de,na casa dos,em torno de,por volta de""");

    /** Before the two ends of a range. */
    static final Phrases BETWEEN = Phrases.of("""
            zwischen,entre,tra,fra,tussen,mellan,mellom,mellem,между,між,między,pomiędzy,mezi,medzi,između,izmedju,între
            μεταξύ,ανάμεσα,antara,بين,ما بين,بین,בין""");

    /** Behind them. */
    static final Phrases BETWEEN_BEHIND = Phrases.of("""
            arası,arasında,között,välillä,ke beech,ke bich,के बीच,کے درمیان,এর মধ্যে""");

    /** Right behind it. */
    static final Phrases ROUGH_BEHIND = Phrases.of("""
            civarı,civarında,civarlarında,civari,civarinda,gibi,dolaylarında,bandında,arası,arasında,aralığında,lar civarı
            примерно,приблизительно,где-то,около того,orientacyjnie,mniej więcej,cca,zhruba,körül,körülbelül,aproximativ,περίπου
            an,an lah,lah,kurang lebih,đổ về,gì đó,trở lại,ke aas paas,ke aaspaas,k aas paas,ke around,ke karib,के आसपास,के आस पास,के करीब
            تقريبا,تقريباً,تقریبا,حدودا,בערך,פלוס מינוס,mais ou menos,más o menos,mas o menos,nagyjából,noin""");

    /** By their endings the words of an amount make it a limit. */
    static final WordSet ENDING = WordSet.listed("ezerig millióig forintig euróig");

    /** Likewise a rough one. */
    static final WordSet ROUGH_ENDING = WordSet.listed("jutaan ribuan jtan rban");

    private LimitWords() {}
}
