package dev.leadkit.capture.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.ownership.Giving.Surety;
import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is seen at a glance in a plain sentence is what all rules together say. */
class PlainReadingProperties {
    private static final int TEXTS = 400;
    private static final List<String> VALUES =
            List.of("jane@acme.com", "212-736-5000", "(312) 726-1234", "+1 206 682 1234");
    private static final List<String> MARKS =
            List.of("", "", "", "", "", "", "", "", ",", ",", ".", "?", "!", ":", ";", "\n", " ", "..", ")");

    /** What plain sentences are made of. */
    private static final List<String> COMMON =
            words("my email is me at to send reach call write it it's the you can please or and"
                    + " address on a new mail contact use number text i i'm your for would be this best way mine us are should here"
                    + " that's name if");

    /** Of no meaning to the rules, and other values. */
    private static final List<String> OTHERS =
            words("boat Jane Tom quote sits worked bring office running Karen blue harbour seen 12"
                    + " 480291 second-hand Mary-Ann merged needed table glass boats e-mail x Acme in for of 212-736-5000 bo@acme.com"
                    + " jo@work.me jo@acme.example tom@a.says Bo's");

    /** Every word that a rule about whose a value is knows. */
    private static final List<String> TELLING = telling();

    /** Those of them that alone do not leave the sentence to the rules. */
    private static final List<String> QUIET =
            TELLING.stream().filter(PlainReadingProperties::isQuiet).toList();

    private static List<String> words(String listed) {
        return List.of(listed.split(" "));
    }

    private static List<String> telling() {
        List<String> words = new ArrayList<>();
        WordRole.ROLES.forEach((word, role) -> words.add(word));
        for (WordSet set : List.of(
                OwnershipWords.CHANNELS,
                OwnershipWords.SORTS,
                OwnershipWords.GONE,
                OwnershipWords.DEAD,
                OwnershipWords.THEIR,
                OwnershipWords.THEM,
                OwnershipWords.NOT,
                OwnershipWords.REACHING,
                OwnershipWords.DROPPING,
                OwnershipWords.LINKS,
                OwnershipWords.SEVERAL_RELATIONS,
                WordsBefore.TELLING,
                WordsAfter.TELLING,
                WordsAfter.TELLING_AT_ONCE,
                WordsAfter.TELLING_FIRST,
                Neighbours.SIGNS,
                Giving.TELLING,
                Added.TELLING)) {
            set.forEach(words::add);
        }
        return words.stream()
                .filter(word -> word.chars().allMatch(c -> c < 128))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isQuiet(String alone) {
        var word = new PlainWord(AsciiText.of(alone + " ".repeat(AsciiText.STEP)));
        word.startingAt(0);
        return !word.has(PlainWords.TELLS_BEFORE);
    }

    private record Said(String text, int start, int end) {
        @Nullable
        Surety atAGlance() {
            return PlainReading.surety(AsciiText.of(text), start, end);
        }

        @Nullable
        Objection byAllRules(@Nullable String question) {
            return OwnershipGrammar.objection(new Reply(text, question), start, end);
        }
    }

    /** A value among words: mostly common ones, but any that the rules know. */
    private static Said said(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(word(random, QUIET));
        }
        int last = text.length() - 1;
        if (last >= 0 && text.charAt(last) == ' ' && random.nextInt(12) == 0) {
            text.insert(last, ':');
        }
        int start = text.length();
        text.append(pick(random, VALUES));
        int end = text.length();
        text.append(pick(random, MARKS)).append(random.nextInt(5) > 0 ? " " : "");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(word(random, TELLING));
        }
        return new Said(random.nextInt(3) > 0 ? text.toString().stripTrailing() : text.toString(), start, end);
    }

    private static String word(Random random, List<String> known) {
        int kind = random.nextInt(20);
        String word = pick(random, kind < 11 ? COMMON : kind < 15 ? known : kind < 16 ? TELLING : OTHERS);
        String written = random.nextInt(8) == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
        String apostrophes = random.nextInt(4) == 0 ? written.replace('\'', '’') : written;
        return apostrophes + pick(random, MARKS) + (random.nextInt(60) > 0 ? " " : "");
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @Property(tries = 1000)
    void what_is_seen_at_a_glance_is_the_visitors_own_by_all_rules(@ForAll Random random) {
        for (int i = 0; i < TEXTS; i++) {
            Said said = said(random);
            if (said.atAGlance() != null) {
                assertThat(said.byAllRules(null)).as(said.text()).isNull();
            }
        }
    }

    @Property(tries = 100)
    void what_is_called_his_own_is_so_whoever_was_asked_for(@ForAll Random random) {
        for (int i = 0; i < TEXTS; i++) {
            Said said = said(random);
            if (said.atAGlance() == Surety.OWN) {
                assertThat(said.byAllRules("What is your manager's email or phone number?"))
                        .as(said.text())
                        .isNull();
            }
        }
    }

    @Test
    void what_people_usually_write_is_seen_at_a_glance() {
        for (String usual : List.of(
                "My e-mail is jane@acme.com, thanks",
                "You can reach me at jane@acme.com",
                "Please send the quote to jane@acme.com or ring 212-736-5000",
                "I’m in all day, you can reach me at jane@acme.com",
                "jane@acme.com")) {
            int at = usual.indexOf("jane@");
            assertThat(new Said(usual, at, at + "jane@acme.com".length()).atAGlance())
                    .as(usual)
                    .isNotNull();
        }
        for (String left :
                List.of("My wife's e-mail is jane@acme.com", "Call Jane at jane@acme.com", "not jane@acme.com")) {
            int at = left.indexOf("jane@");
            assertThat(new Said(left, at, at + "jane@acme.com".length()).atAGlance())
                    .as(left)
                    .isNull();
        }
    }
}
