package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Words with which an answer begins before the name: "sure, it's um …". */
final class NameFillers {
    private static final int MAX_FILLERS = 8;
    private static final int MAX_HESITATIONS = 3;

    private static final WordSet FILLERS = WordSet.listed("""
            yes yeah yep fine sure ok okay hi hello hey of course it's its it is um uh oh well the name that that's thats
            would be certainly absolutely you can call me just no problem sorry there please thanks thank great good
            morning afternoon evening alright so should under mine nope lol haha ask put people con com
            for this i'm im i am ja gerne ich bin si sí oui som jsem jestem é dengan chị cô chú bác
            sim da my mr mrs ms dr miss and do in booked book full first believe think
            host same always person meant mean correction actually soi segna segnami come metti ponlo meee meeee meeeee myself""");

    /** Words that greet or close in other languages than English; none is the first word of a name. */
    private static final WordSet GREETINGS = WordSet.listed("""
            gruß gruss grüße grüsse grüßen grüssen mfg lg vg gr mvg mvh beste groet groeten groetjes hallo halo servus moin guten grüezi
            dag goedendag goedemiddag goedemorgen goedenavond saludos saludo hola buenos buenas gracias atentamente bonjour
            bonsoir salut vielen herzlichen besten viele liebe schöne freundliche děkuji děkujeme zdravím zdravíme ďakujem köszönöm üdvözlettel mulțumesc kiitos terveisin cordialement merci bises bien ciao salve buongiorno buonasera saluti cordiali distinti grazie olá
            bom boa oi oie alô cumprimentos obrigado obrigada atenciosamente hej hei hälsningar hilsen vänliga vennlig tack takk cześć
            witam dzień pozdrawiam dziękuję merhaba selam selamlar saygılar cordially sincerely respectfully warmly danke dankeschön
            bedankt dzięki díky dík diky vďaka hvala köszi kösz teşekkürler teşekkür sağolun sağol спасибо благодарю благодарствую
            благодаря дякую вдячний дзякуй مشكور مشكورين مشكورة شكرا شكراً ممنون متشکرم تشکر مرسی תודה ευχαριστώ ευχαριστούμε multumesc
            mersi ačiū paldies aitäh tänan gràcies eskerrik makasih trims salamat terimakasih धन्यवाद शुक्रिया pozdravljeni pozdravljen
            živjo zdravo pozdrav labas sveiki laba labdien tere здравейте здрасти привет вітаю вітання γεια καλημέρα καλησπέρα szia
            sziasztok bună salutare ahoj nazdar selamat xin chào kumusta magandang bones benvolguts kaixo serdecznie salam""");

    /** Before a name they speak to its bearer. */
    private static final WordSet CALLS = WordSet.listed("hi hello hey dear hallo hola bonjour ciao olá oi hej");

    private static final WordSet HESITATIONS = WordSet.of("um", "umm", "uh", "er", "erm", "uhm", "ah");

    private NameFillers() {}

    static boolean isFiller(Words words, int word) {
        return FILLERS.has(words, word);
    }

    static boolean isGreeting(Words words, int word) {
        return GREETINGS.has(words, word);
    }

    static boolean isCall(Words words, int word) {
        return CALLS.has(words, word);
    }

    static boolean isHesitation(Words words, int word) {
        return HESITATIONS.has(words, word);
    }

    /** The first word from {@code start} on that is no "um". */
    static int skipHesitations(Words words, int start) {
        int at = start;
        while (at < start + MAX_HESITATIONS && HESITATIONS.has(words, at)) {
            at++;
        }
        return at;
    }

    static int skipFillers(Words words) {
        int at = 0;
        while (at < words.count() && at < MAX_FILLERS && (FILLERS.has(words, at) || isSecond(words, at))) {
            // "Will" and "Do" are names too when nothing else was said
            if (at == words.count() - 1 && words.isCapitalised(at) && !CommonWords.isOrdinary(words, at)) {
                break;
            }
            at++;
        }
        return at;
    }

    /** "Com a Inês", "I will: Jane". */
    private static boolean isSecond(Words words, int word) {
        boolean article = words.is(word, "a") || words.is(word, "o");
        return article && (words.is(word - 1, "com") || words.is(word - 1, "é"))
                || words.is(word, "will") && words.is(word - 1, "i");
    }
}
