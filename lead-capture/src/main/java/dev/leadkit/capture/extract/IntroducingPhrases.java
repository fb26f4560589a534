package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Phrases with which a visitor says his name, in languages whose words for it hardly stand in others: "mani sauc Ilze", "казвам се
 * Иван", "jina langu ni Juma", "aš esu Jonas". Behind "my name is" any word may be the name, behind "I am" one with a capital.
 */
final class IntroducingPhrases {
    private static final List<Phrase> ALL = listed();

    /** The phrases by their first words, the longest first. */
    private static final WordMap<List<Phrase>> BY_FIRST = byFirst();

    /** What may stand for "I" without the rest of a phrase. */
    static final String ME = "ja";

    /** With one of them, or with {@link #ME}, a phrase begins. */
    static final WordSet FIRST_WORDS = WordSet.of(ALL.stream()
            .map(phrase -> phrase.words().get(0))
            .filter(first -> !first.equals(ME))
            .distinct()
            .toArray(String[]::new));

    private static final WordSet ME_BEFORE = WordSet.of("me");

    /** Behind "ja sam Jelena" they say where from. */
    private static final WordSet FROM = WordSet.of("iz", "из", "z", "zo");

    /** @param kind how much the words behind it must look like a name */
    private record Phrase(List<String> words, Kind kind) {
        boolean stands(Words text, int from) {
            for (int k = 0; k < words.size(); k++) {
                if (!text.is(from + k, words.get(k)) || k > 0 && text.gap(from + k) != Words.BLANK) {
                    return false;
                }
            }
            return true;
        }
    }

    private enum Kind {
        /** "My name is", "I am called". */
        CALLED,
        /** "Call me", where the name ends the part of the sentence. */
        CALL_ME,
        /** The same without the "me" that must stand before it. */
        CALL,
        /** "I am", where the names of nations have no capitals. */
        AM,
        /** "I am", where they have: one word alone may be one. */
        AM_NATION,
        /** "I am", in a word that other languages have too: where one is from must follow. */
        AM_FROM
    }

    private IntroducingPhrases() {}

    private static List<Phrase> listed() {
        List<Phrase> all = new ArrayList<>();
        add(all, Kind.CALLED, """
                mun nimi on, minun nimi on, mä oon, je me nomme, je soussigné, je soussignée, mani sauc, mans vārds ir, mans vārds, mano vardas, mano vardas yra, minu nimi on, mu nimi on,
                казвам се, името ми е, моето име е, зовем се, моје име је, име ми је, се викам,
                zovem se, ime mi je, moje ime je, volam sa,
                em dic, el meu nom és, chámome, nire izena,
                jina langu ni, jina langu, naitwa, ninaitwa, ang pangalan ko ay, ang pangalan ko po ay, pangalan ko ay,
                namaku, aku bernama, mənim adım, mening ismim, менің атым, менің есімім, атым, есімім, менин атым,
                миний нэр, намайг, მე მქვია, მქვია, ჩემი სახელია, იმ անունը, իմ անունն է, իմ անունը,
                माझे नाव, माझं नाव, मेरो नाम, મારું નામ, ਮੇਰਾ ਨਾਮ, ਮੇਰਾ ਨਾਂ, মোৰ নাম,
                నా పేరు, என் பெயர், என் பேர், எனது பெயர், ನನ್ನ ಹೆಸರು, എന്റെ പേര്, මගේ නම,
                השם שלי, اسمم, نامم, اسم من, زما نوم, منهنجو نالو, میرا ناں, ناوم""");
        add(all, Kind.AM, """
                аз съм, јас сум, aš esu, es esmu, ma olen, mina olen, ako si, ako po si, ako ay si, mimi ni, aku, soc en, soc la,
                soc el, o meu nome e, mitt namn ar""");
        add(all, Kind.CALL_ME, """
                nennen sie mich, nennen sie mich einfach, nenn mich, nenn mich einfach, nennt mich, llamarme, llámame, llámeme,
                appelez-moi, appelle-moi, appelez moi, зови меня, зовите меня, называйте меня, можно просто, просто,
                mówcie mi, mów mi, na imię mi, chiamami, chiamatemi, panggil saja, panggil aku, panggil saya, cukup panggil,
                noem me, noem me maar, noem mij maar, kalla mig, kall meg, kald mig, kutsu minua, říkejte mi, říkej mi, říkají mi,
                zovite me, zovi me, spuneți-mi, u telefonu, u telefona, przy telefonie""");
        add(all, Kind.CALL, "dicen, chamar de, chame de, chamem de");
        add(all, Kind.AM_NATION, "ja sam, ја сам, jaz sem, ja som");
        add(all, Kind.AM_FROM, "sem, som");
        return all;
    }

    private static void add(List<Phrase> all, Kind kind, String phrases) {
        for (var rest = new StringTokenizer(phrases, ","); rest.hasMoreTokens(); ) {
            List<String> words = new ArrayList<>();
            for (var phrase = new StringTokenizer(rest.nextToken()); phrase.hasMoreTokens(); ) {
                words.add(Words.fold(phrase.nextToken()));
            }
            all.add(new Phrase(List.copyOf(words), kind));
        }
    }

    private static WordMap<List<Phrase>> byFirst() {
        Map<String, List<Phrase>> byFirst = new LinkedHashMap<>();
        ALL.stream()
                .sorted(Comparator.comparingInt(phrase -> -phrase.words().size()))
                .forEach(phrase -> byFirst.computeIfAbsent(phrase.words().get(0), first -> new ArrayList<>())
                        .add(phrase));
        var map = WordMap.<List<Phrase>>builder();
        byFirst.forEach((first, phrases) -> map.put(List.copyOf(phrases), first));
        return map.build();
    }

    /** Behind a phrase that begins at a word. */
    static @Nullable NameCue read(Words words, int i) {
        List<Phrase> phrases = BY_FIRST.get(words, i);
        if (phrases == null) {
            return null;
        }
        for (Phrase phrase : phrases) {
            if (phrase.stands(words, i)) {
                return behind(words, i + phrase.words().size(), phrase.kind());
            }
        }
        return null;
    }

    /** "Ja sam Jelena Lund", and "ja, Ola Lund, …". */
    static @Nullable NameCue readOrMe(Words words, int i) {
        NameCue phrase = read(words, i);
        return phrase == null ? ForeignIntroduction.meByName(words, i) : phrase;
    }

    private static @Nullable NameCue behind(Words words, int name, Kind kind) {
        if (name >= words.count() || Words.isSentenceEnd(words.gap(name))) {
            return null;
        }
        if (kind == Kind.CALLED) {
            return NameCue.introducing(name, Strength.CERTAIN);
        }
        int end = NameRun.end(words, name, Strength.CLEAR);
        if (kind == Kind.CALL_ME
                || kind == Kind.CALL && ME_BEFORE.has(words, name - (words.is(name - 1, "de") ? 3 : 2))) {
            boolean whole = end == words.count() || words.gap(end) != Words.BLANK;
            return whole ? NameCue.withCapital(words, name, Strength.CLEAR, NameCue.SELF_INTRODUCTION) : null;
        }
        boolean person = kind == Kind.AM || kind == Kind.AM_NATION && end - name > 1 || FROM.has(words, end);
        boolean named = person && words.gap(name) == Words.BLANK && !SelfIntroduction.isRole(words, name);
        return named ? NameCue.withCapital(words, name, Strength.WEAK, NameCue.SELF_INTRODUCTION) : null;
    }
}
