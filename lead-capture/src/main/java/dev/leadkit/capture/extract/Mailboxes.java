package dev.leadkit.capture.extract;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which e-mail addresses are compared. */
final class Mailboxes {
    private Mailboxes() {}

    /** An address in lower case, its letters and their marks composed, its apostrophes plain, so that however it was typed it is one. */
    static String canonical(String address) {
        return Normalizer.normalize(address.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .replace("i\u0307", "i") // what ROOT makes of the Turkish capital İ
                .replace('’', '\'');
    }
}
