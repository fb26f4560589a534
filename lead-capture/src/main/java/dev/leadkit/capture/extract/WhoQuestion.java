package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;

/**
 * Tells whether bot or agent asked who the visitor is without the word "name": "Who am I speaking with?", "Who should I put it
 * under?", "What do I call you?", "My name is Sam. And yours?", "Your details, please".
 *
 * <p>Not "Who is your provider?", "Who did you speak to?", "Whom would you like to see?".
 */
final class WhoQuestion {
    private static final int MAX_WORDS = 10;
    private static final WordSet WHO = WordSet.listed("who who's whom whose");

    /** In a question with "who" they say that somebody else is meant. */
    private static final WordSet OTHERS = WordSet.listed("""
            did was were has had else like prefer want favorite favourite provider doctor dentist insurer supplier landlord boss
            manager employer employed bank carrier manufacturer broadband director artist actor singer author composer played
            wrote made won sings sang referred recommended told sold sent currently current use using stylist teacher
            hear heard phone pet dog cat fault turn idea knows cares else's works invented president""");

    private static final WordSet CALL = WordSet.listed("call address");
    private static final WordSet HOW = WordSet.listed("what how");
    private static final WordSet DETAILS = WordSet.listed("details info information");
    /** Whom a form or a booking asks for, and who is mostly the visitor. */
    private static final WordSet PERSONS = WordSet.listed(
            "contact sender requester submitter attendee passenger guest traveller traveler host organiser organizer booker driver");

    private static final WordSet LEADING = WordSet.listed("""
            site primary main lead booking delivery first day-of on-site event and a your the preferred company
            point who's whos""");
    private static final WordSet OF_YOU = WordSet.listed("your contact ur personal");
    private static final WordSet TELL = WordSet.listed("""
            may can could please give share have get provide send enter leave take need confirm with""");

    /** Pairs of words that ask for it in other languages. */
    private static final WordSet CALLED = WordSet.listed(
            "llamas llama chiama chiami appelez appelles heißen heißt heissen hedder heter nazywa nazywasz jmenujete jmenuješ voláte voláš numiți numesti numești cheamă λένε λέγεστε קוראים казвате казваш zovete zoveš зовете зовеш kličete");

    private static final WordSet HERE_WHO = WordSet.listed("quién quien wem wie quem chi qui siapa");
    private static final WordSet HOW_ELSEWHERE =
            WordSet.listed("cómo como come comment wie hvad vad hva jak ako cum πώς איך как kako како");
    private static final WordSet SPEAK = WordSet.listed("hablo habla falo spreche habe spreek parlo gusto ini");
    private static final WordSet RUSSIAN = WordSet.listed("зовут обращаться звати звертатися величать");

    /** Words for a name in scripts that join it with other words. */
    private static final List<String> JOINED =
            List.of("名前", "氏名", "称呼", "稱呼", "贵姓", "貴姓", "名字", "姓名", "성함", "이름", "담당자", "성명", "اسم", "שמך");

    private WhoQuestion() {}

    static boolean asks(String asked, Words words) {
        for (int i = 0; i < words.count(); i++) {
            boolean asks = WHO.has(words, i) && isOfYou(words, i)
                    || CALL.has(words, i) && isCallYou(words, i)
                    || words.is(i, "yours") && isYours(words, i)
                    || DETAILS.has(words, i) && isYourDetails(words, i)
                    || PERSONS.has(words, i) && isPerson(words, i)
                    || words.is(i, "you") && words.is(i + 1, "are") && i <= 1 && words.startsSentence(i + 2)
                    || isElsewhere(words, i);
            if (asks) {
                return true;
            }
        }
        return JOINED.stream().anyMatch(asked::contains);
    }

    /** A question, up to its mark, in which nobody else is spoken of. */
    private static boolean isOfYou(Words words, int who) {
        boolean did = words.foldedOrEmpty(who + 1).endsWith("ed"); // "who painted it?"
        if (did || OTHERS.has(words, who - 1)) {
            return false;
        }
        int i = who + 1;
        while (i <= words.count() && i - who <= MAX_WORDS) {
            char gap = words.gap(i);
            if (i == words.count() || Words.isSentenceEnd(gap)) {
                return isQuestion(gap);
            }
            if (OTHERS.has(words, i)) {
                return false;
            }
            i++;
        }
        return false;
    }

    private static boolean isQuestion(char gap) {
        return gap == '?' || gap == '？' || gap == '؟';
    }

    /** "What do I call you?", "how should I address you?". */
    private static boolean isCallYou(Words words, int call) {
        if (!words.is(call + 1, "you") || words.is(call + 2, "about") || words.is(call + 2, "at")) {
            return false;
        }
        for (int i = call - 1; i >= Math.max(0, call - 4) && !words.startsSentence(i + 1); i--) {
            if (HOW.has(words, i)) {
                return !words.is(i + 1, "time") && !words.is(i + 1, "number");
            }
        }
        return words.is(call - 1, "to") && isQuestion(words.gap(call + 2)); // "Como devo call you"
    }

    /** "My name is Sam. And yours?". */
    private static boolean isYours(Words words, int yours) {
        boolean told = false;
        for (int i = Math.max(0, yours - MAX_WORDS); i < yours; i++) {
            told |= words.is(i, "name") || words.is(i, "i'm") || words.is(i, "am") || words.is(i, "name's");
        }
        return told && isQuestion(words.gap(yours + 1));
    }

    /** "Contact person?", "site contact?", "Who's the host?", "Contact *". */
    private static boolean isPerson(Words words, int person) {
        int end = words.is(person + 1, "person") ? person + 2 : person + 1;
        if (words.is(end, "for") || words.is(end, "on")) {
            end = words.is(end + 1, "the") || words.is(end + 1, "this") ? end + 3 : end + 2;
        }
        boolean opens = words.startsSentence(person) || LEADING.has(words, person - 1);
        char gap = words.gap(Math.min(end, words.count()));
        boolean asks = end >= words.count() && words.count() <= 3 || end <= words.count() && isQuestion(gap);
        return opens && asks;
    }

    private static boolean isYourDetails(Words words, int details) {
        int your = words.is(details - 1, "contact") ? details - 1 : details;
        if (!OF_YOU.has(words, details - 1)) {
            return false;
        }
        for (int i = Math.max(0, your - 6); i < your; i++) {
            if (TELL.has(words, i)) {
                return true;
            }
        }
        return isQuestion(words.gap(details + 1)) || words.is(details + 1, "please");
    }

    /** "¿Con quién hablo?", "Wie heißen Sie?", "Come si chiama?", "Как вас зовут?". */
    private static boolean isElsewhere(Words words, int i) {
        if (HERE_WHO.has(words, i)) {
            return SPEAK.has(words, i + 1) && !words.startsSentence(i + 1)
                    || SPEAK.has(words, i + 2)
                    || words.is(i - 2, "nombre");
        }
        boolean called = CALLED.has(words, i)
                && !CompanyLabel.isFirmOrVenue(words, i + 1) // "vad heter företaget?"
                && (HOW_ELSEWHERE.has(words, i - 1)
                        || HOW_ELSEWHERE.has(words, i - 2)
                        || HOW_ELSEWHERE.has(words, i - 3));
        return called || RUSSIAN.has(words, i);
    }
}
