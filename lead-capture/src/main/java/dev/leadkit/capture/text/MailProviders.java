package dev.leadkit.capture.text;

/** Where everybody may have a mailbox: the word before the country or the "com" of a provider's domain. */
public final class MailProviders {
    /** Those that are named in speech, by a word that means nothing else there: "jane at gmail". */
    public static final WordSet UNMISTAKABLE = WordSet.listed("""
            gmail googlemail yahoo ymail hotmail outlook msn icloud aol proton protonmail gmx zoho yandex fastmail""");

    /** All that are named in speech, ordinary words among them. */
    public static final WordSet SAID = WordSet.of(UNMISTAKABLE, WordSet.listed("live web mail"));

    /** Those that weights were learned with, which would have to be learned anew with others. */
    public static final WordSet LEARNED = WordSet.listed("""
            gmail googlemail yahoo hotmail outlook icloud live web gmx aol proton protonmail btinternet orange free wanadoo libero
            posteo ziggo hetnet sapo wp interia comcast me msn""");

    public static final WordSet ALL = WordSet.of(SAID, LEARNED, WordSet.listed("""
            rocketmail mac email laposte tiscali virgilio alice terra telefonica telenet skynet kpnmail planet home t-online
            freenet arcor mailbox bluewin hispeed telia comhem bigpond optusnet xtra sky virginmedia talktalk ntlworld verizon att
            sbcglobal bellsouth charter cox earthlink shaw rogers sympatico telus rediffmail naver daum qq seznam onet rambler tuta
            tutanota hushmail walla centrum volny ukr bk inbox ya mailfence zohomail"""));

    private MailProviders() {}
}
