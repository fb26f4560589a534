package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether the words around an amount tell, in other languages than those of {@link SpendingPlan}, that somebody can or will spend it.
 *
 * <p>"Готовы потратить 300 тыс", "mogę zapłacić 5 tys.", "bisa bayar 3 juta", "اقدر ادفع ٣٠٠٠ ريال", "20 bin verebilirim", "10 hazaar de sakta hu".
 * Not "могу заплатить 5000 рублей картой?", "хочу заплатить 5000 рублей", "не могу потратить 5000 рублей".
 */
final class ForeignPlan {
    private static final int REACH = 3;
    private static final int DENIAL_REACH = 5;

    private static final WordSet ABLE = WordSet.listed("""
            могу можем готов готова готовы планирую планируем рассчитываю рассчитываем можу можемо готовий готові планую плануємо мога
            mogę możemy gotów gotowa gotowi planuję planujemy můžu můžeme mohu plánuju plánujeme ochotný ochotni mogu možemo
            pot putem dispus dispusă tudok tudunk szánok voin voimme kan villig redo klar μπορώ μπορούμε διατίθεμαι σκοπεύω
            bisa sanggup siap thể sẵn اقدر أقدر نقدر مستعد مستعدة بقدر ناوي יכול יכולה יכולים מוכן מוכנה מוכנים میتونم میتونیم توانم حاضرم""");

    private static final WordSet WANTING = WordSet.listed("""
            хочу хотим хотел хотела хотели хотелось думаю хочемо искам chcę chcemy chciałbym chciałabym chci chceme chtěl vreau vrem szeretnék
            szeretnénk haluan haluamme vill vil ønsker θέλω θέλουμε mau ingin rencana muốn ابي أبي ابغى أبغى اريد أريد عايز רוצה רוצים خواهم میخوام""");

    /** What is paid may be a price or a debt. */
    private static final WordSet PAYING = WordSet.listed("""
            заплатить платить отдать отдавать дать предложить заплатити платити дати платя дам zapłacić płacić dać zaoferować zaplatit platit dát nabídnout
            platiti dati ponuditi plăti plătesc oferi fizetni adni maksaa tarjota betala betale ge gi give πληρώσω δώσω bayar kasih trả
            ادفع أدفع ندفع دفع לשלם לתת להציע بدم بدهم بپردازم""");

    private static final WordSet SPENDING = WordSet.listed("""
            потратить тратить вложить вкладывать выделить уложиться инвестировать витратити вкласти виділити похарча wydać wydawać przeznaczyć
            zainwestować utratit vynaložit investovat potrošiti uložiti cheltui investi aloca költeni szánni käyttää sijoittaa lägga spendera satsa
            bruke bruge ξοδέψω διαθέσω επενδύσω keluarkan keluarin investasi chi bỏ đầu اصرف أصرف نصرف استثمر להוציא להשקיע خرج""");

    /** By which it is taken as a basis, right before it. */
    private static final Phrases PLANNING = Phrases.of("""
            рассчитываю на,рассчитываем на,рассчитывал на,рассчитывали на,ориентируюсь на,ориентируемся на,ориентировался на
            розраховую на,розраховуємо на,орієнтуюсь на,celuję w,celujemy w,počítám s,počítáme s""");

    /** They follow the amount in languages in which verbs end a sentence. */
    private static final Phrases BEHIND = Phrases.of("""
            verebilirim,verebiliriz,ödeyebilirim,ödeyebiliriz,öderim,ödeyeceğim,ayırdım,ayırdık,ayırabilirim,ayırabiliriz,harcayabilirim
            harcayabiliriz,düşünüyorum,düşünüyoruz,param var,paramız var,nakit var,nakitim var
            de sakta,de sakti,de sakte,de skta,kharch kar,kharcha kar,laga sakta,दे सकता,दे सकती,दे सकते,खर्च कर,دے سکتا,دے سکتی,خرچ کر
            میتونم بدم,می تونم بدم,میدم""");

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    ForeignPlan(AmountLead lead, Amount amount) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
    }

    boolean isPlan(BudgetAfter after) {
        if (amount.isBare() || !isGiven(after)) {
            return false;
        }
        return !after.isQuestion() && !lead.hasNear(LimitWords.DENYING, words.count(), DENIAL_REACH);
    }

    private boolean isGiven(BudgetAfter after) {
        int at = lead.head();
        if (lead.lengthBefore(PLANNING, at + 1) > 0) {
            return true;
        }
        boolean spending = lead.has(SPENDING, at);
        if (spending || lead.has(PAYING, at)) {
            return lead.hasNear(ABLE, at, REACH) || spending && lead.hasNear(WANTING, at, REACH);
        }
        boolean behind = after.has(PAYING, 0) || after.has(SPENDING, 0);
        return behind && lead.hasNear(ABLE, words.count(), REACH) || after.lengthAt(BEHIND, 0) > 0;
    }
}
