package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** What a budget is called, in the forms in which it stands beside an amount or in a question for one. */
final class BudgetNouns {
    static final WordSet WORDS = WordSet.listed("""
            budget budgets budgeted budjet bugdet buget budgit budgett
            presupuesto pressupost orçamento enveloppe begroting kostenrahmen preisrahmen preisvorstellung
            budgeten budgetten budgettet budgetin budsjett budsjettet budjetti budjettini budjettimme budjettinne budjettia
            budżet budżetu budżetem budżecie rozpočet rozpočtu rozpočtem rozpočte rozpočtom
            budžet budžeta budžetu budžetom budzet budzeta budzetu proračun proračuna biudžetas biudžetą budžets eelarve
            bugetul bugetului költségvetés költségvetésem költségvetésünk költségvetése költségkeret költségkeretem
            büdzsé büdzsém büdzsénk keretem keretünk buxheti
            бюджет бюджета бюджету бюджете бюджетом бюджеті бюджетът буџет буџета буџету
            προϋπολογισμός προϋπολογισμό προϋπολογισμού μπάτζετ μπατζετ
            bütçe bütçem bütçemiz bütçeniz bütçesi bütçeyi bütçeye bütçeyle bütçemle butce butcem butcemiz
            anggaran anggaranku anggarannya budgetku budgetnya bajet bajetnya bujet bujetnya bajeti
            बजट বাজেট بجٹ بودجه بودجم
            תקציב התקציב תקציבי תקציבו בתקציב לתקציב
            ميزانية الميزانية ميزانيتي ميزانيتنا وميزانيتي بميزانيتي بميزانية ميزانيتك ميزانيتكم وميزانية والميزانية
            ميزانيه الميزانيه وميزانيتنا بميزانيتنا للميزانية
            งบประมาณ งบ""");

    /** Those of two words. */
    static final Phrases PHRASES = Phrases.of("""
            ngân sách,ngan sach,tài chính,kinh phí,tầm giá,mức giá,khoảng giá
            dana yang tersedia,dana saya,dana kami,dana tersedia
            максимальная цена,максимальная стоимость,maksymalna cena,cena maksymalna,maximální cena,preț maxim,harga maksimal
            maksimum fiyat,giá tối đa,kisaran harga,range harga,fiyat aralığı,ценовой диапазон""");

    private BudgetNouns() {}

    /** Whether a word is one, or the last of such a phrase. */
    static boolean endAt(Words words, int word) {
        return WORDS.has(words, word) || PHRASES.lengthBefore(words, 0, word + 1) > 0;
    }
}
