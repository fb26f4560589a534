package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.WordMap;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * The words of {@link NumberWord}, made of the units, teens and tens of each language; with and without accents. What two
 * languages have in common ("six", "cinco") is the same number in both.
 */
final class NumberWords {
    static final WordMap<NumberWord> ALL = new NumberWords().withAll().build();
    static final WordMap<NumberWord> ENGLISH = new NumberWords().withEnglish().build();

    /** Without Otto, who is eight in Italian. */
    static final WordMap<NumberWord> GERMANIC = new NumberWords().withGermanic().build();

    private static final char FIRST_MARK = '\u0300';
    private static final char LAST_MARK = '\u036f';

    private final Map<String, NumberWord> words = new HashMap<>();

    private NumberWords() {}

    private NumberWords withAll() {
        withGermanic();
        addFrench();
        addSpanish();
        addPortuguese();
        addItalian();
        add(new NumberWord(NumberWord.Sort.TIMES, 2), "double", "doppel");
        add(new NumberWord(NumberWord.Sort.TIMES, 3), "triple", "treble");
        add(new NumberWord(NumberWord.Sort.TIMES, 4), "quadruple");
        add(new NumberWord(NumberWord.Sort.HUNDRED, 100), "hundred", "hundert", "honderd");
        add(new NumberWord(NumberWord.Sort.HUNDRED, 100).followedBy(1, 99), "cent", "cents");
        add(new NumberWord(NumberWord.Sort.AND, 0), "and", "y", "e", "et");
        add(new NumberWord(NumberWord.Sort.AND_BEFORE_TEN, 0), "und", "en");
        return this;
    }

    private WordMap<NumberWord> build() {
        var all = WordMap.<NumberWord>builder();
        words.forEach((word, number) -> all.put(number, word));
        return all.build();
    }

    private NumberWords withGermanic() {
        withEnglish();
        addGerman();
        addDutch();
        return this;
    }

    private NumberWords withEnglish() {
        List<String> units = listed("zero one two three four five six seven eight nine");
        List<String> tens = listed("twenty thirty forty fifty sixty seventy eighty ninety");
        number(0, units);
        number(10, listed("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"));
        add(NumberWord.number(0), "oh", "o", "nought", "naught", "nil");
        openTens(tens);
        for (int ten = 0; ten < tens.size(); ten++) {
            for (int unit = 1; unit < 10; unit++) {
                number(ten * 10 + 20 + unit, tens.get(ten) + "-" + units.get(unit));
            }
        }
        return this;
    }

    private void addGerman() {
        List<String> units = listed("null ein zwei drei vier fünf sechs sieben acht neun");
        number(0, units);
        number(10, listed("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"));
        add(NumberWord.number(1), "eins");
        add(NumberWord.number(2), "zwo");
        List<String> tens = listed("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig");
        tens(tens);
        unitsBeforeTens(units, "und", tens);
        for (int unit = 1; unit < 10; unit++) {
            number(unit * 100, units.get(unit) + "hundert");
        }
    }

    private void addDutch() {
        List<String> units = listed("nul een twee drie vier vijf zes zeven acht negen");
        number(0, units);
        number(10, listed("tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"));
        add(NumberWord.number(1), "één");
        List<String> tens = listed("twintig dertig veertig vijftig zestig zeventig tachtig negentig");
        tens(tens);
        unitsBeforeTens(units, "en", tens);
        unitsBeforeTens(units, "ën", tens); // "tweeëntwintig"
        for (int unit = 2; unit < 10; unit++) {
            number(unit * 100, units.get(unit) + "honderd");
        }
    }

    private void addFrench() {
        List<String> units = listed("zéro un deux trois quatre cinq six sept huit neuf");
        List<String> teens = listed("dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf");
        number(0, units);
        number(10, teens);
        add(NumberWord.number(10).followedBy(7, 9), "dix");
        List<String> tens = listed("vingt trente quarante cinquante soixante septante huitante nonante");
        openTens(tens);
        number(20, "vingts");
        add(NumberWord.number(80).followedBy(1, 9), "octante");
        add(NumberWord.number(60).followedBy(1, 19), "soixante");
        add(NumberWord.number(80).followedBy(1, 19), "quatre-vingt", "quatre-vingts");
        for (int ten = 0; ten < tens.size(); ten++) {
            joinedByHyphens(ten * 10 + 20, tens.get(ten), units.subList(1, 10), 1);
        }
        joinedByHyphens(60, "soixante", teens, 10);
        joinedByHyphens(80, "quatre-vingt", units.subList(1, 10), 1);
        joinedByHyphens(80, "quatre-vingt", teens, 10);
    }

    /** "trente-sept", "trente-et-un", "soixante-et-onze". */
    private void joinedByHyphens(int ten, String word, List<String> smaller, int least) {
        for (int i = 0; i < smaller.size(); i++) {
            number(ten + least + i, word + "-" + smaller.get(i));
            number(ten + least + i, word + "-et-" + smaller.get(i));
        }
    }

    private void addSpanish() {
        List<String> units = listed("cero uno dos tres cuatro cinco seis siete ocho nueve");
        number(0, units);
        number(10, listed("diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"));
        tens(listed("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"));
        for (int unit = 1; unit < 10; unit++) {
            number(20 + unit, "veinti" + units.get(unit));
        }
        add(NumberWord.number(22), "veintidós");
        add(NumberWord.number(23), "veintitrés");
        add(NumberWord.number(26), "veintiséis");
        List<String> hundreds = listed(
                "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos");
        for (int i = 0; i < hundreds.size(); i++) {
            add(NumberWord.number(i * 100 + 200).followedBy(1, 99), hundreds.get(i));
        }
    }

    private void addPortuguese() {
        number(0, listed("zero um dois três quatro cinco seis sete oito nove"));
        number(10, listed("dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove"));
        add(NumberWord.number(2), "duas");
        add(NumberWord.number(6), "meia");
        add(NumberWord.number(14), "catorze");
        add(NumberWord.number(16), "dezasseis");
        add(NumberWord.number(17), "dezassete");
        add(NumberWord.number(19), "dezanove");
        List<String> hundreds =
                listed("duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos");
        for (int i = 0; i < hundreds.size(); i++) {
            add(NumberWord.number(i * 100 + 200).followedBy(1, 99), hundreds.get(i));
        }
        tens(listed("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"));
    }

    private void addItalian() {
        List<String> units = listed("zero uno due tre quattro cinque sei sette otto nove");
        number(0, units);
        number(10, listed("dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove"));
        List<String> tens = listed("venti trenta quaranta cinquanta sessanta settanta ottanta novanta");
        tens(tens);
        for (int ten = 0; ten < tens.size(); ten++) {
            String word = tens.get(ten);
            for (int unit = 1; unit < 10; unit++) {
                boolean vowel = unit == 1 || unit == 8; // "trentuno", "trentotto"
                String stem = vowel ? word.substring(0, word.length() - 1) : word;
                number(ten * 10 + 20 + unit, stem + units.get(unit));
            }
            add(NumberWord.number(ten * 10 + 23), word + "tré");
        }
        for (int unit = 2; unit < 10; unit++) {
            add(NumberWord.number(unit * 100).followedBy(1, 99), units.get(unit) + "cento");
        }
    }

    private void number(int first, List<String> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            number(first + i, numbers.get(i));
        }
    }

    private void number(int value, String word) {
        add(NumberWord.number(value), word);
    }

    private void tens(List<String> tens) {
        for (int i = 0; i < tens.size(); i++) {
            number(i * 10 + 20, tens.get(i));
        }
    }

    /** Tens behind which a unit follows without more: "forty four". */
    private void openTens(List<String> tens) {
        for (int i = 0; i < tens.size(); i++) {
            add(NumberWord.number(i * 10 + 20).followedBy(1, 9), tens.get(i));
        }
    }

    /** "siebenunddreißig", "zevenendertig". */
    private void unitsBeforeTens(List<String> units, String and, List<String> tens) {
        for (int ten = 0; ten < tens.size(); ten++) {
            for (int unit = 1; unit < 10; unit++) {
                number(ten * 10 + 20 + unit, units.get(unit) + and + tens.get(ten));
            }
        }
    }

    private void add(NumberWord number, String... forms) {
        for (String form : forms) {
            put(form, number);
            put(form.replace("ü", "ue").replace("ö", "oe").replace("ß", "ss"), number);
            put(withoutMarks(form), number);
        }
    }

    /** Instead of what the word had before: what is added to it may become more. */
    private void put(String word, NumberWord number) {
        NumberWord before = words.put(word, number);
        if (before != null && before.value() != number.value()) {
            throw new IllegalStateException(
                    "the word \"%s\" is said for %d and %d".formatted(word, before.value(), number.value()));
        }
    }

    private static String withoutMarks(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c < FIRST_MARK || c > LAST_MARK) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static List<String> listed(String words) {
        List<String> listed = new ArrayList<>();
        for (var rest = new StringTokenizer(words); rest.hasMoreTokens(); ) {
            listed.add(rest.nextToken());
        }
        return listed;
    }
}
