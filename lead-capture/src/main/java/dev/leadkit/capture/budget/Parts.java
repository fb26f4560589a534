package dev.leadkit.capture.budget;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Halves and quarters in words beside a number in digits: "2 buçuk milyon", "3 مليون ونص", "2 millones y medio", "2 triệu rưỡi". */
final class Parts {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private static final Set<String> HALVES = phrases("""
            buçuk,bucuk,rưỡi,ruoi,ونص,ونصف,و نصف,و نص,וחצי,و نیم,ครึ่ง,y medio,e meio,et demi,e mezzo,en half
            с половиной,с половиною,з половиною,и половина,i pół,a půl,și jumătate,si jumatate,setengah
            και μισό""");

    private static final Set<String> QUARTERS = phrases("وربع,و ربع,ורבע,e un quarto,y cuarto,et quart");

    private Parts() {}

    private static Set<String> phrases(String phrases) {
        Set<String> listed = new HashSet<>();
        for (var rest = new StringTokenizer(phrases, ",\n"); rest.hasMoreTokens(); ) {
            listed.add(rest.nextToken());
        }
        return Set.copyOf(listed);
    }

    /** What one or two words in lower case tell, null if they tell none. */
    static @Nullable BigDecimal of(String folded) {
        return HALVES.contains(folded) ? HALF : QUARTERS.contains(folded) ? QUARTER : null;
    }
}
