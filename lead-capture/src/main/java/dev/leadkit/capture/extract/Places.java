package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.Words;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Stream;

/**
 * Names of places that the Java platform knows: countries in the languages of the cues, and the cities after which time
 * zones are called; and a few that it does not know.
 */
final class Places {
    private static final int MAX_WORDS = 4;

    private static final List<Locale> LANGUAGES =
            Stream.of("en", "de", "fr", "es", "it", "nl", "pt").map(Locale::new).toList();

    private static final Set<String> REGIONS =
            Set.of("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

    /** What the platform does not know and visitors often are in. */
    private static final String OTHERS = """
        uk,usa,us,uae,england,scotland,wales,america,holland,bavaria,california,texas,florida,ohio,georgia,illinois,
        virginia,pennsylvania,michigan,arizona,massachusetts,washington,oregon,colorado,nevada,utah,new jersey,
        north carolina,south carolina,tennessee,missouri,maryland,wisconsin,minnesota,alabama,louisiana,kentucky,
        oklahoma,connecticut,iowa,kansas,arkansas,mississippi,boston,san francisco,san diego,san jose,seattle,
        philadelphia,dallas,houston,austin,atlanta,miami,orlando,portland,las vegas,washington dc,nyc,munich,münchen,
        hamburg,cologne,köln,frankfurt,stuttgart,zürich,geneva,barcelona,valencia,seville,milan,milano,naples,turin,
        florence,roma,lyon,marseille,toulouse,rotterdam,the hague,antwerp,manchester,birmingham,liverpool,leeds,
        glasgow,edinburgh,bristol,mumbai,delhi,new delhi,bangalore,bengaluru,hyderabad,chennai,pune,beijing,shenzhen,
        guangzhou,osaka,kyoto,rio de janeiro,montreal,ottawa,calgary,gothenburg,krakow,kraków,bergen,porto,lisboa,
        wien,graz,praha,warszawa,ankara,izmir,tel aviv,cape town,durban,abu dhabi,lahore,islamabad,saint petersburg""";

    private static final Set<String> NAMES = names();

    private Places() {}

    /** Whether a place's name is this one word. */
    static boolean isPlace(String folded) {
        return NAMES.contains(folded);
    }

    /** Whether a place's name begins at a word. */
    static boolean startsAt(Words words, int start) {
        return end(words, start) > start;
    }

    /** Whether it is all places' names: "Sofia", "Austin, Texas", but not "Sofia Martinez". */
    static boolean areAll(Words words, int start, int end) {
        int at = start;
        while (at < end && startsAt(words, at)) {
            at = end(words, at);
        }
        return at >= end;
    }

    /** The index after the longest place's name at a word; {@code start} itself if none begins there. */
    static int end(Words words, int start) {
        int end = start;
        var name = new StringBuilder();
        for (int i = start; i < Math.min(words.count(), start + MAX_WORDS); i++) {
            if (i > start && words.gap(i) != Words.BLANK) {
                break;
            }
            name.append(i > start ? " " : "").append(words.folded(i));
            if (NAMES.contains(name.toString())) {
                end = i + 1;
            }
        }
        return end;
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (String country : Locale.getISOCountries()) {
            for (Locale language : LANGUAGES) {
                names.add(folded(new Locale("", country).getDisplayCountry(language)));
            }
        }
        for (String zone : ZoneId.getAvailableZoneIds()) {
            int region = zone.indexOf('/');
            if (region > 0 && REGIONS.contains(zone.substring(0, region))) {
                names.add(folded(zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ')));
            }
        }
        var others = new StringTokenizer(OTHERS, ",");
        while (others.hasMoreTokens()) {
            names.add(others.nextToken().strip());
        }
        return Set.copyOf(names);
    }

    private static String folded(String name) {
        return Words.fold(name);
    }
}
