package dev.leadkit.capture.extract;

import static dev.leadkit.capture.ownership.ValueSigns.add;

import dev.leadkit.capture.ownership.OwnershipModel;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;

/** Spots names of companies. */
final class FirmSpotter extends Spotter {
    private static final int LEAST_LETTERS = 4;

    private static final double DOUBT_OF_ONE_WORD = 0.25;

    /** What says of itself in no word that it is a firm may be a product or a place. */
    private static final double DOUBT_OF_PLAIN = 0.2;

    private static final WordSet TITLES = WordSet.listed("""
            consultant manager director engineer developer officer assistant specialist coordinator executive analyst president
            secretary accountant student teacher professor programmer representative""");

    private static final WordSet LEADS = WordSet.listed("""
            its it's im i'm am is name from hi hello hey this thanks called under for at with hier soy bin sono behalf of
            we're were are company bei von de chez da van me and our my to by""");

    FirmSpotter() {
        super(OwnershipModel.companies(), LEADS);
    }

    @Override
    int end(Words words, int start) {
        boolean role = Workplace.isTitle(words, start) && words.is(start + 1, "of"); // "CEO of Fjord"
        if (role || NameFillers.isGreeting(words, start)) {
            return start;
        }
        int end = CompanyRun.end(words, start);
        return end - start > 1 && TITLES.has(words, end - 1) ? start : end; // "Digital Marketing Consultant"
    }

    @Override
    boolean writesSmall(Words words) {
        return true;
    }

    @Override
    int smallEnd(Words words, int start) {
        return CompanyRun.end(words, start);
    }

    @Override
    String value(Words words, Spotted one) {
        return words.raw(one.from(), one.to());
    }

    @Override
    String shape(Words words, Spotted one) {
        return (isSaid(words, one) ? "F" : "_") + letters(words, one);
    }

    private static boolean isSaid(Words words, Spotted one) {
        return CompanyRun.hasForm(words, one.from(), one.to()) || CompanyRun.saysWhatItIs(words, one.from(), one.to());
    }

    @Override
    double doubt(Words words, Spotted one) {
        double oneWord = one.to() - one.from() == 1 ? DOUBT_OF_ONE_WORD : 0;
        return isSaid(words, one) ? oneWord : oneWord + DOUBT_OF_PLAIN;
    }

    @Override
    void addSigns(Turn turn, Spotted one, List<String> signs) {
        Words words = turn.words();
        add(signs, CompanyRun.hasForm(words, one.from(), one.to()), "form");
        add(signs, CompanyRun.saysWhatItIs(words, one.from(), one.to()), "says");
        add(signs, CompanyRun.isKind(words, one.to() - 1), "kind-last");
        if (turn.text().indexOf('@') >= 0) {
            signs.add(isDomain(words, one) ? "of-address" : "of-no-address");
        }
    }

    /** "Fjord Boats" with tove@fjordboats.example. */
    private static boolean isDomain(Words words, Spotted one) {
        var letters = new StringBuilder();
        for (int i = one.from(); i < one.to(); i++) {
            letters.append(words.folded(i));
        }
        for (int i = 1; i < looked(words); i++) {
            if (words.gap(i) == '@' && isSame(words.folded(i), letters.toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(String domain, String letters) {
        return domain.length() >= LEAST_LETTERS
                && letters.length() >= LEAST_LETTERS
                && (domain.startsWith(letters) || letters.startsWith(domain));
    }
}
