package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.WordRole.MODAL;
import static dev.leadkit.capture.ownership.WordRole.PERSON;
import static dev.leadkit.capture.ownership.WordRole.THIRD;

import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/** Tells whether bot or agent asked for the visitor's own address or number ("your e-mail?"), or who somebody is. */
final class ContactQuestion {
    private static final int LONGEST = 300;

    private static final WordSet YOURS =
            WordSet.listed("your ur you ihre ihrer deine su tu votre ta ton tua tuo uw je seu sua le qué a an");
    private static final int FEW = 3;

    private static final WordSet WHO = WordSet.listed("recipient receiver person guest sender owner contact");
    private static final WordSet CONTACT = WordSet.listed("contact best right main primary lead point");
    private static final WordSet YES = WordSet.listed("yes yep yeah yup correct right exactly ja sí si oui sim");

    private static final WordSet THEIRS = WordSet.listed("his her their");
    private static final WordSet ELSE = WordSet.listed("anyone someone anybody somebody who");
    private static final WordSet DROPPED =
            WordSet.listed("report removed deleted dropped blocked cancelled canceled unsubscribed");
    private static final WordSet SHOWN = WordSet.listed("shows show showed appears appeared");
    private static final int FAR = 6;

    private static final WordSet TOLD = WordSet.listed("tell give let");

    private ContactQuestion() {}

    /** "What's your number?", "can I have an e-mail", "¿a qué correo …?". */
    static boolean asksForOwn(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        Words words = Words.ofRequest(asked, LONGEST);
        boolean own = false;
        boolean channel = false;
        for (int i = 0; i < words.count(); i++) {
            if (OwnershipWords.isOwner(words, i) || WordRole.of(words, i) == PERSON && YOURS.has(words, i - 1)) {
                return false; // "your accountant's number"
            }
            own |= YOURS.has(words, i);
            channel |= OwnershipWords.CHANNELS.has(words, i) || OwnershipWords.REACHING.has(words, i);
        }
        return own && channel;
    }

    /**
     * Whether somebody else's was asked for: "who referred you?", "your next of kin's phone?", "who is your accountant?", "which
     * firm sent it?"; not "who am I speaking to?".
     */
    static boolean asksWho(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        Words words = Words.ofRequest(asked, LONGEST);
        for (int i = 0; i + 1 < words.count(); i++) {
            boolean first = i == 0 || words.startsSentence(i) || WordRole.of(words, i - 1) == WordRole.JOIN;
            if (isOthers(words, i)) {
                return true;
            }
            if (first && words.is(i, "who")) {
                boolean is = words.is(i + 1, "is");
                boolean other = words.is(i + 2, "your") || words.is(i + 2, "the") || words.is(i + 2, "dealing");
                return is && other || isPast(words, i + 1);
            }
            boolean another = words.is(i + 1, "your") || words.is(i + 1, "the") && !CONTACT.has(words, i + 2);
            if (first && words.is(i, "who's") && another) {
                return true;
            }
            boolean which = words.is(i, "which") || words.is(i, "what");
            if (first && which && (isPast(words, i + 2) || isDropped(words, i + 1) || isShown(words, i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether, beside what else it asks, it names what is the visitor's still: "… and your e-mail?"; not "your old number", "on your phone". */
    static boolean namesYours(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        Words words = Words.ofRequest(asked, LONGEST);
        for (int i = 0; i < words.count(); i++) {
            boolean your = WordRole.of(words, i) == WordRole.YOUR && !words.is(i - 1, "on");
            int next = OwnershipWords.SORTS.has(words, i + 1) ? i + 2 : i + 1;
            if (your && OwnershipWords.CHANNELS.has(words, next)) {
                return true;
            }
        }
        return false;
    }

    /** "So that's … ?", "Yes, …": bot or agent asked whether they have the visitor's value right. */
    static boolean isConfirmed(Reply reply, int start) {
        String asked = reply.asked();
        if (asked == null
                || asked.indexOf('?') < 0
                || !YES.has(reply.words(), 0)
                || reply.words().start(0) > start) {
            return false;
        }
        Words words = Words.ofRequest(asked, LONGEST);
        for (int i = 0; i < words.count(); i++) {
            WordRole role = WordRole.of(words, i);
            if (role == WordRole.MY || role == WordRole.ME || role == WordRole.I || role == THIRD || role == PERSON) {
                return false; // "did you call our line …?"
            }
            if (role == WordRole.EXCHANGE || OwnershipWords.isOwner(words, i)) {
                return false;
            }
        }
        return true;
    }

    /** "Your next of kin's phone", "the email of the person …", "where did the call come from". */
    private static boolean isOthers(Words words, int i) {
        boolean owned = OwnershipWords.isOwner(words, i) && OwnershipWords.CHANNELS.has(words, i + 1);
        boolean of = OwnershipWords.CHANNELS.has(words, i)
                && (words.is(i + 1, "of") && words.is(i + 2, "the") || words.is(i + 1, "for") && WHO.has(words, i + 3));
        boolean gone = OwnershipWords.GONE.has(words, i) && OwnershipWords.CHANNELS.has(words, i + 1)
                || OwnershipWords.CHANNELS.has(words, i) && words.is(i + 1, "before");
        boolean theirs = THEIRS.has(words, i) && OwnershipWords.CHANNELS.has(words, i + 1);
        boolean another = words.is(i, "else") && ELSE.has(words, i - 1);
        return owned
                || of
                || gone
                || theirs
                || another
                || isOnFileOf(words, i)
                || words.is(i, "come") && words.is(i + 1, "from");
    }

    /** "What e-mail is on file for the old administrator", "a number for your caretaker". */
    private static boolean isOnFileOf(Words words, int i) {
        if (!words.is(i, "for") && !words.is(i, "of")) {
            return false;
        }
        boolean person = WordRole.of(words, i + 2) == PERSON || WordRole.of(words, i + 3) == PERSON;
        boolean channel = false;
        for (int before = Math.max(0, i - FAR); before < i; before++) {
            channel |= OwnershipWords.CHANNELS.has(words, before);
        }
        return person && channel;
    }

    /** "Which number should we delete?", "which do you want removed?". */
    private static boolean isDropped(Words words, int from) {
        for (int i = from; i < words.count() && !words.startsSentence(i); i++) {
            if (OwnershipWords.DROPPING.has(words, i) || DROPPED.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** "Which number shows on the phone?". */
    private static boolean isShown(Words words, int channel) {
        return OwnershipWords.CHANNELS.has(words, channel) && SHOWN.has(words, channel + 1);
    }

    private static boolean isPast(Words words, int verb) {
        return words.foldedOrEmpty(verb).endsWith("ed")
                || words.is(verb, "sent")
                || words.is(verb, "told")
                || words.is(verb, "gave");
    }

    /** Whether a reply comes to its value without naming anybody: "mostly …", "think it was …", "tell him …". */
    static boolean isAnswered(Words before) {
        if (before.count() > FEW) {
            return false;
        }
        for (int i = 0; i < before.count(); i++) {
            WordRole role = WordRole.of(before, i);
            boolean other = role == PERSON || role == THIRD && !(i > 0 && TOLD.has(before, i - 1));
            boolean name = role == null && before.isCapitalised(i) && i > 0;
            boolean told = role == WordRole.EXCHANGE || role == WordRole.VERB && i > 0;
            if (other || name || told || OwnershipWords.isOwner(before, i) || role == MODAL && i > 0) {
                return false;
            }
        }
        return true;
    }
}
