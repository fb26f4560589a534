package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether a value stands in lines that are quoted from a page, below a line that says so and ends in a colon.
 *
 * <p>Matches "Your website says:" or "On acme.com this text can be seen:" with a line "Call us: 212 555 0142" below. Not "The
 * page says:" and a blank line between, nor "our website says:".
 */
final class QuotedPage {
    private static final int LONGEST = 400;

    private static final WordSet PAGES = WordSet.listed("""
            website websites webpage page homepage site ad advert listing brochure com org net webseite seite anzeige pagina página
            sitio annonce""");

    private static final WordSet SHOWING =
            WordSet.listed("says reads states shows lists seen writes displays steht dice dit indique scrive staat");

    private static final WordSet OWN = WordSet.listed("""
            my our me i i'm we us mein meine mich ich unser unsere wir mon je notre nous mi nuestra nuestro nostro""");

    private static final WordSet MINE = WordSet.listed("my me i i'm mein meine mich ich mon je mi");

    private QuotedPage() {}

    static boolean holds(Reply reply, int start) {
        String text = reply.text();
        int lowest = Math.max(0, start - LONGEST);
        int end = start;
        while (end > lowest && !(text.charAt(end - 1) == '\n' && isBehindColon(text, end - 1))) {
            if (text.charAt(end - 1) == '\n' && end > 1 && text.charAt(end - 2) == '\n') {
                return false;
            }
            end--;
        }
        if (end <= lowest) {
            return false;
        }
        int line = end - 1;
        while (line > lowest && text.charAt(line - 1) != '\n') {
            line--;
        }
        return tellsOfPage(reply.words().within(line, end))
                && !isOwn(reply.words().within(end, start));
    }

    private static boolean isBehindColon(String text, int lineBreak) {
        int at = lineBreak - 1;
        while (at > 0 && text.charAt(at) == ' ' && lineBreak - at < 3) {
            at--;
        }
        return at >= 0 && text.charAt(at) == ':';
    }

    /** "Your website says this:\nMy phone is 212 …". */
    private static boolean isOwn(Words between) {
        for (int i = 0; i < between.count(); i++) {
            if (MINE.has(between, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tellsOfPage(Words words) {
        boolean page = false;
        boolean showing = false;
        for (int i = 0; i < words.count(); i++) {
            if (OWN.has(words, i)) {
                return false;
            }
            page |= PAGES.has(words, i);
            showing |= SHOWING.has(words, i);
        }
        return page && showing;
    }
}
