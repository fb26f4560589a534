package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether bot or agent asked for the visitor's company: "What is your company's name?", "Who are you with?", "Name, company and
 * phone?", "And the name of your school?", "Which organization do you represent?", "What's the shop called?", "What business are you
 * calling from?", "Which account is this?", "Do you trade under a name?".
 *
 * <p>Not "Which hotel are you staying with?", "What kind of business is it?", "Who is helping you with it?".
 */
final class CompanyQuestion {
    private static final int LONGEST = 300;
    private static final int LIST = 6;

    /** So few words are the label of a field. */
    private static final int SHORT = 3;

    private static final WordSet WHO = WordSet.listed("who who's");
    private static final WordSet ARE = WordSet.listed("are do");
    private static final WordSet WITH = WordSet.listed("with from represent representing");
    private static final WordSet FOREIGN = WordSet.listed("welche welcher qué quelle quale welke qual jaka");
    private static final WordSet WHICH = WordSet.of(FOREIGN, WordSet.listed("what what's whats which quel"));
    private static final WordSet SORTS = WordSet.listed("kind type sort size line area sector industry field part");
    private static final WordSet CALLED = WordSet.listed("called named heißt heisst heter hedder heet");

    /** What may be called something and is the visitor's, too. */
    private static final WordSet CALLED_SO = WordSet.listed("""
            group home place chain centre center squad hospital hospice municipality laundromat district community band crew
            company's business shop's""");

    /** "Qual é seu negócio?" asks what one does; only with a word for a name it asks for that. */
    private static final WordSet TRADES = WordSet.listed("negocio negócio emprendimiento usaha бизнес");

    private static final WordSet NAMES = WordSet.listed("nombre nome nama llama chama название называется");

    private static final WordSet ACCOUNTS = WordSet.listed("account merchant workspace tenant customer client");
    private static final WordSet TRADED = WordSet.listed("trade trading operate");
    private static final WordSet YOUR = WordSet.listed("your ihr ihre ihres su tu votre seu sua uw");

    private static final List<String> UNSPACED =
            List.of("회사명", "업체명", "会社名", "御社名", "貴社名", "公司名", "单位名称", "ชื่อบริษัท");

    private CompanyQuestion() {}

    /** Whether it asks for the visitor's name first: "Your name and company, please". */
    static boolean asksForNameFirst(String asked) {
        Words words = Words.ofRequest(asked, LONGEST);
        boolean name = false;
        for (int i = 0; i < words.count(); i++) {
            if (name && CompanyCue.isFirmWord(words.folded(i))) {
                return true;
            }
            name |= words.is(i, "name") && !CompanyLabel.isFirmOrVenue(words, i - 1);
        }
        return false;
    }

    static boolean asks(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        if (UNSPACED.stream().anyMatch(asked::contains)) {
            return true;
        }
        Words words = Words.ofRequest(asked, LONGEST);
        boolean requests =
                words.count() <= SHORT || words.gap(words.count()) == '?' || asked.contains("?") || isRequest(words);
        for (int i = 0; i < words.count() && requests; i++) {
            if (TRADES.has(words, i) && !NAMES.isBefore(words, i, LIST)) {
                continue;
            }
            boolean other = isWhich(words, i) || isAccount(words, i) || isTrading(words, i);
            if (other || isFirm(words, i) || isWork(words, i) || isWith(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRequest(Words words) {
        for (int i = 0; i < words.count(); i++) {
            if (words.is(i, "please") || WHICH.has(words, i) || words.is(i, "where")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirm(Words words, int i) {
        if (isAskedHow(words, i) || !CompanyLabel.isFirmOrVenue(words, i)) {
            return false;
        }
        boolean about = words.is(i - 2, "about") && !words.is(i + 1, "name"); // "tell me more about your company"
        boolean your = YOUR.has(words, i - 1) && !words.startsSentence(i) && !about;
        if (!CompanyCue.isFirmWord(words.folded(i))) {
            return your && (words.startsSentence(i + 1) || words.is(i - 2, "of")); // "is this for your practice?"
        }
        boolean represented = words.is(i - 2, "represent") && CompanyExtractor.isArticle(words, i - 1);
        boolean marked = words.gap(i + 1) == '?' || words.gap(i + 1) == ':';
        boolean named = words.is(i - 2, "nome") || words.is(i - 2, "nombre") || words.is(i - 2, "nom");
        return your
                || represented
                || words.is(i + 1, "name")
                || words.is(i - 1, "which")
                || words.is(i + 1, "called")
                || CALLED.has(words, i - 1) // "hur heter företaget?"
                || words.startsSentence(i) && (words.is(i + 1, "for") || words.is(i + 1, "and"))
                || words.startsSentence(i) && i + 1 == words.count() // the label of a field
                || marked && (words.count() <= 3 || named || words.is(i - 1, "a"))
                || isListed(words, i);
    }

    /** "How big is your team?", "how does it touch your business?". */
    private static boolean isAskedHow(Words words, int firm) {
        for (int i = firm - 1; i >= 0; i--) {
            if (words.is(i, "how") && !words.is(firm + 1, "called")) {
                return true;
            }
            if (words.startsSentence(i)) {
                return false;
            }
        }
        return false;
    }

    /** "What's the shop called?", "What business are you calling from?", "And what's the company?", not "What kind of business is it?". */
    private static boolean isWhich(Words words, int firm) {
        if (!CompanyLabel.isFirmOrVenue(words, firm) && !CALLED_SO.has(words, firm)) {
            return false;
        }
        boolean called = CALLED.has(words, firm + 1);
        boolean plain = called || CompanyCue.isFirmWord(words.folded(firm));
        for (int i = firm - 1; plain && i >= Math.max(0, firm - LIST) && !words.startsSentence(i + 1); i--) {
            if (SORTS.has(words, i) || !called && words.is(i, "of")) {
                return false;
            }
            if (WHICH.has(words, i)) {
                return called || FOREIGN.has(words, i) || isIdentity(words, firm + 1);
            }
        }
        return words.is(firm - 3, "name") && words.is(firm - 2, "of") && words.startsSentence(firm + 1);
    }

    /** What ends a question for who it is: nothing more, "is it", "are you calling from". */
    private static boolean isIdentity(Words words, int next) {
        return words.startsSentence(next)
                || words.is(next, "is")
                || words.is(next, "name")
                || words.is(next, "are") && words.is(next + 1, "you")
                || words.is(next, "do") && words.is(next + 1, "you") && words.is(next + 2, "represent")
                || words.is(next, "should") && words.is(next + 1, "i");
    }

    /** "Which account is this?", "What's the merchant name?", "Who's the end customer?". */
    private static boolean isAccount(Words words, int account) {
        boolean name = words.is(account + 1, "name") && !words.is(account - 1, "on") && !words.is(account, "customer");
        boolean which = words.is(account - 1, "which")
                && words.is(account, "account")
                && (words.startsSentence(account + 1) || words.is(account + 1, "is"));
        boolean end = words.is(account - 1, "end") && (words.is(account, "customer") || words.is(account, "client"));
        return ACCOUNTS.has(words, account) && (name && !words.is(account, "client") || which || end);
    }

    /** "Do you trade under a name?", "what are you trading as". */
    private static boolean isTrading(Words words, int trade) {
        return TRADED.has(words, trade) && (words.is(trade + 1, "under") || words.is(trade + 1, "as"));
    }

    /** "Name, company and phone?". */
    private static boolean isListed(Words words, int firm) {
        for (int i = firm - 1; i >= Math.max(0, firm - LIST); i--) {
            if (words.startsSentence(i + 1) || words.is(i + 1, "of")) {
                return false; // "the name of the company that you ask about"
            }
            if (words.is(i, "name") || words.is(i, "naam") || words.is(i, "nom") || words.is(i, "nombre")) {
                return true;
            }
        }
        return false;
    }

    /** "Where do you work?", "whom do you work for?". */
    private static boolean isWork(Words words, int i) {
        return words.is(i, "you") && words.is(i + 1, "work") && (words.is(i + 2, "for") || words.is(i - 2, "where"));
    }

    /** "Who are you with?", "which organization do you represent?". */
    private static boolean isWith(Words words, int i) {
        boolean are = words.is(i, "you") && (ARE.has(words, i - 1) || words.is(i + 1, "are"));
        int with = words.is(i + 1, "are") ? i + 2 : i + 1;
        if (!are && !words.is(i, "you're") || !WITH.has(words, with) || !words.startsSentence(with + 1)) {
            return false;
        }
        for (int k = i - 1; k >= Math.max(0, i - LIST) && !words.startsSentence(k + 1); k--) {
            if (WHO.has(words, k) || CompanyCue.isFirmWord(words.folded(k))) {
                return true;
            }
        }
        return false;
    }
}
