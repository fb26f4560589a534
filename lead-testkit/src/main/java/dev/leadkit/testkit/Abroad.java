package dev.leadkit.testkit;

import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * Work as on a machine in another country: where the capital of i is no I, decimals have a comma, and it is another day for most
 * of the time. What asks for the default locale or time zone then gives something else.
 */
final class Abroad {
    private static final Locale TURKISH = Locale.forLanguageTag("tr-TR");
    private static final TimeZone FAR_EAST = TimeZone.getTimeZone("Pacific/Kiritimati");
    private static final TimeZone FAR_WEST = TimeZone.getTimeZone("Pacific/Pago_Pago");

    private Abroad() {}

    /** Both are the whole machine's while the work lasts. */
    static <T> T call(Supplier<T> work) {
        Locale locale = Locale.getDefault();
        Locale ofFormats = Locale.getDefault(Locale.Category.FORMAT);
        Locale ofDisplay = Locale.getDefault(Locale.Category.DISPLAY);
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(locale.getLanguage().equals(TURKISH.getLanguage()) ? Locale.US : TURKISH);
            TimeZone.setDefault(zone.getRawOffset() > 0 ? FAR_WEST : FAR_EAST);
            return work.get();
        } finally {
            Locale.setDefault(locale);
            Locale.setDefault(Locale.Category.FORMAT, ofFormats);
            Locale.setDefault(Locale.Category.DISPLAY, ofDisplay);
            TimeZone.setDefault(zone);
        }
    }
}
