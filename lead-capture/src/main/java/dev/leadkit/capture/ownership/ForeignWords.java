package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What words of other languages than English do, by their hashes; for {@link OwnershipModel}, which so knows of many words what it
 * has learned of a few. They are listed in the folder {@code words}, a file for each language, in it a line for each {@link
 * WordRole}. A word that does different things in two languages says nothing.
 */
final class ForeignWords {
    static final List<String> LANGUAGES = List.of(
            "ar", "ca", "cs", "da", "de", "el", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ko", "nl", "no", "pl",
            "pt", "ro", "ru", "sk", "sv", "tr", "uk", "vi");

    /** Twice as many as words, and more. */
    private static final int PLACES = 1 << 18;

    private static final WordRole[] ROLES = WordRole.values();

    /** Of a word that does different things. */
    private static final byte UNCLEAR = -1;

    private static final ForeignWords ALL = new ForeignWords();

    /** Open addressing: at its hash, or in the places behind, that of a word; 0 in a free place. */
    private final int[] hashes = new int[PLACES];

    private final byte[] roles = new byte[PLACES];

    private ForeignWords() {
        for (String language : LANGUAGES) {
            Resource.eachLine("words/" + language + ".txt", this::addLine);
        }
    }

    /** Null for the many that are not listed, and for what is unclear. */
    static @Nullable WordRole byHash(Words words, int word) {
        int place = ALL.place(words.hash(word));
        return ALL.hashes[place] == 0 || ALL.roles[place] == UNCLEAR ? null : ROLES[ALL.roles[place]];
    }

    /** Where it stands, or the free place where it would. */
    private int place(int hash) {
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        while (hashes[place] != hash && hashes[place] != 0) {
            place = place + 1 & PLACES - 1;
        }
        return place;
    }

    private void addLine(String line) {
        int colon = line.indexOf(':');
        byte role = (byte) WordRole.valueOf(line.substring(0, colon)).ordinal();
        int start = colon + 2;
        while (start < line.length()) {
            int end = line.indexOf(' ', start);
            end = end < 0 ? line.length() : end;
            add(Words.hashOf(line.substring(start, end)), role);
            start = end + 1;
        }
    }

    private void add(int hash, byte role) {
        int place = place(hash);
        roles[place] = hashes[place] == 0 || roles[place] == role ? role : UNCLEAR;
        hashes[place] = hash;
    }
}
