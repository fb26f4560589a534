package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

/** What stands between the two ends of a range: "500-700", "500 to 700", "50 se 60", "từ 2 đến 5", "3千から5千". */
final class RangeLinks {
    static final int LONGEST = 10;

    private static final Set<String> ALL = phrases("""
            to,or,-,–,—,~,～,/-,bis,à,a,tot,do,up to,until,till,bis zu,to about,to maybe,or maybe,oder,ou,o,of
            hasta,até,fino a,til,eller,aż do,až,až do,abo,nebo,până la,pana la,la,sau,vagy,tai,έως,μέχρι,με,ή
            до,или,або,чи,или до,do maks,sampai,sampe,hingga,atau,s/d,sd,đến,tới,den,hoặc,se,sy,या,से,se lekar,तक
            ila,veya,ya da,ile,الى,إلى,الي,لـ,ل,او,أو,עד,ל,ל-,או,تا,یا,سے,থেকে,ถึง,หรือ
            到,至,或,から,か,에서,부터,或者""");

    /** They join the ends of a range only behind a "between". */
    private static final Set<String> ANDS =
            phrases("and,und,et,y,e,en,i,и,й,та,a,și,si,og,och,ja,és,και,ve,ile,dan,và,aur,और,و,ו,ו-");

    private RangeLinks() {}

    private static Set<String> phrases(String links) {
        Set<String> listed = new HashSet<>();
        for (var rest = new StringTokenizer(links, ",\n"); rest.hasMoreTokens(); ) {
            listed.add(Words.fold(rest.nextToken()));
        }
        return Set.copyOf(listed);
    }

    /**
     * Whether a piece of text joins two amounts.
     *
     * @param between whether a "between" or "from" stands before them
     */
    static boolean join(String text, int from, int to, boolean between) {
        if (to - from < 1 || to - from > LONGEST) {
            return false;
        }
        String link = Words.fold(text.substring(from, to).strip());
        return ALL.contains(link) || between && ANDS.contains(link);
    }
}
