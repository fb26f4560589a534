package dev.leadkit.capture.extract;

import static dev.leadkit.capture.extract.OwnershipWords.CHANNELS;
import static dev.leadkit.capture.extract.OwnershipWords.DEAD;
import static dev.leadkit.capture.extract.OwnershipWords.LINKS;
import static dev.leadkit.capture.extract.OwnershipWords.MY;
import static dev.leadkit.capture.extract.OwnershipWords.NOT;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a visitor only speaks of an address or a number, without giving it as his own.
 *
 * <p>Refused: "contact Dave on …", "the plumber gave me …", "I found … on your site", "I've been calling …", "what is …?"
 * ({@code third-party}); "no more emails to …", "I can't be reached at …", "my account shows … but that's not me" ({@code
 * negated}). Not refused: "contact me on …", "my boss gave me the job, I'm at …", "what is missing is my number: …".
 */
final class Mention {
    private static final int REACH = 6;

    private static final WordSet TURNING_TO =
            WordSet.of("contact", "reach", "call", "email", "text", "message", "ring", "phone", "ask", "talk", "speak");
    private static final WordSet TOWARDS = WordSet.of("to", "for", "with", "out");
    private static final WordSet FOUND = WordSet.of("found", "saw", "see", "noticed");
    private static final WordSet PRINTED = WordSet.of("says", "said", "lists", "shows", "reads", "states");
    private static final WordSet CALLING =
            WordSet.of("calling", "emailing", "texting", "contacting", "messaging", "ringing", "phoning", "dialing");
    private static final WordSet MESSAGES = WordSet.of(
            "email", "emails", "mail", "mails", "call", "calls", "text", "texts", "message", "messages", "sms");
    private static final WordSet REACHED = WordSet.of("reached", "reachable", "available", "contacted");

    private Mention() {}

    static @Nullable String objection(Words before, Words after) {
        if (isRefused(before) || isDisowned(after)) {
            return "negated";
        }
        boolean mentioned = isNamed(before)
                || isFound(before, after)
                || isQuestion(before)
                || before.is(before.count() - 1, "by")
                || isForEmergencies(before);
        return mentioned || Giving.evidence(before) == Giving.Evidence.NONE ? "third-party" : null;
    }

    /** "emergency contact: Anna, …", not "it's an emergency, call …". */
    private static boolean isForEmergencies(Words before) {
        for (int i = Math.max(0, before.count() - 3); i + 1 < before.count(); i++) {
            if (before.is(i, "emergency") && before.is(i + 1, "contact") && before.gap(i + 1) == Words.BLANK) {
                return true;
            }
        }
        return false;
    }

    /** "contact Dave on …", "talk to Dave – …", "Dave can be reached on …". */
    private static boolean isNamed(Words before) {
        int name = before.count() - 1;
        while (name >= 0 && LINKS.has(before, name)) {
            name--;
        }
        if (name < 0
                || !before.isCapitalised(name)
                || CommonWords.isOrdinary(before.folded(name))
                || CHANNELS.has(before, name)) {
            return false;
        }
        if (before.is(name + 1, "can") || before.is(name + 1, "is") && before.is(name + 2, "at")) {
            return !MY.has(before, name - 1);
        }
        int verb = name - 1;
        while (verb >= 0 && TOWARDS.has(before, verb)) {
            verb--;
        }
        return verb >= 0 && TURNING_TO.has(before, verb);
    }

    /** "I found … on your site", "he gave me …", "the ad says …", "I've been calling …", "the tenant used …". */
    private static boolean isFound(Words before, Words after) {
        int last = before.count() - 1;
        if (last > 0 && TURNING_TO.has(before, last) && PRINTED.has(before, last - 1)) {
            return true;
        }
        String word = before.foldedOrEmpty(last);
        String subject = before.foldedOrEmpty(last - 1);
        boolean mine = subject.equals("i") || subject.equals("we") || subject.equals("already");
        if (PRINTED.contains(word) || CALLING.contains(word) && subject.equals("been")) {
            return true;
        }
        if (word.equals("used")) {
            return last > 0 && !mine && !subject.endsWith("'ve") && !subject.equals("have");
        }
        boolean gaveMe = subject.equals("gave") && (word.equals("me") || word.equals("us"));
        return gaveMe || FOUND.contains(word) && mine || isPublished(after);
    }

    /** "… on your website". */
    private static boolean isPublished(Words after) {
        boolean there = after.is(0, "on") || after.is(0, "from");
        return there
                && (after.is(1, "your") || after.is(1, "the"))
                && (after.is(2, "site") || after.is(2, "website") || after.is(2, "page") || after.is(2, "ad"));
    }

    /** "what is …", "does … still work", "is there someone at …", "is this you: …". */
    private static boolean isQuestion(Words before) {
        int count = before.count();
        boolean what = count == 2 && before.is(0, "what") && before.is(1, "is") || count == 1 && before.is(0, "what's");
        boolean does = count <= 2 && before.is(0, "does");
        boolean there = before.is(0, "is") && before.is(1, "there") && !speaksOfMe(before);
        boolean you = before.is(0, "is") && before.is(1, "this") && before.is(2, "you");
        return what || does || there || you;
    }

    private static boolean speaksOfMe(Words before) {
        for (int i = 0; i < before.count(); i++) {
            if (before.is(i, "me") || MY.has(before, i)) {
                return true;
            }
        }
        return false;
    }

    /** "no more emails to …", "I don't want calls on …", "not reachable at …"; after "me" and "my" the visitor's own. */
    private static boolean isRefused(Words before) {
        int last = before.count() - 1;
        if (last < 1) {
            return false;
        }
        boolean linked = LINKS.has(before, last);
        for (int i = last; i >= Math.max(0, last - REACH); i--) {
            if (before.is(i, "me") || MY.has(before, i) || i < last && before.gap(i + 1) == ',') {
                return false;
            }
            boolean more = before.is(i + 1, "more");
            if (linked && before.is(i, "no") && MESSAGES.has(before, more ? i + 2 : i + 1)) {
                return true;
            }
            if (NOT.has(before, i) || before.is(i, "isn't")) {
                boolean be = before.is(i + 1, "be");
                boolean wanted = linked && before.is(i + 1, "want");
                boolean kept = before.is(i + 1, "share") || before.is(i + 1, "publish") || before.is(i + 1, "give");
                if (wanted || kept || linked && REACHED.has(before, be ? i + 2 : i + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "… by mistake", "… off the list", ", which I don't own", "… but that's not me", "… has been disconnected". */
    private static boolean isDisowned(Words after) {
        for (int i = 0; i < Math.min(after.count(), 8); i++) {
            boolean not = after.is(i, "not") && (after.is(i + 1, "me") || after.is(i + 1, "mine"));
            boolean own = NOT.has(after, i) && (after.is(i + 1, "own") || after.is(i + 1, "recognize"));
            boolean mistake = after.is(i, "by") && after.is(i + 1, "mistake");
            boolean off = i == 0 && (after.is(i, "off") || after.is(i, "from")) && after.is(i + 2, "list");
            boolean wrong =
                    (after.is(i, "which") || after.is(i, "that")) && after.is(i + 1, "is") && DEAD.has(after, i + 2);
            if (not || own || mistake || off || wrong) {
                return true;
            }
        }
        int state = after.is(0, "has") && after.is(1, "been") ? 2 : after.is(0, "was") || after.is(0, "got") ? 1 : 0;
        return state > 0 && DEAD.has(after, state);
    }
}
