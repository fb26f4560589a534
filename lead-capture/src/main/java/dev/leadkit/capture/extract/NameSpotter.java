package dev.leadkit.capture.extract;

import static dev.leadkit.capture.ownership.ValueSigns.add;

import dev.leadkit.capture.ownership.OwnershipModel;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;

/** Spots names of persons. */
final class NameSpotter extends Spotter {
    /** The most words in a name written in lower case. */
    private static final int MAX_SMALL = 3;

    /** Messages of up to this many words may owe their only capital to the phone's keyboard. */
    private static final int SHORT_MESSAGE = 12;

    private static final int LEAST_LETTERS = 3;

    /** A single word may be anything that begins a sentence. */
    private static final double DOUBT_OF_ONE_WORD = 1.25;

    private static final WordSet LEADS = WordSet.listed("""
            its it's im i'm am is name from hi hello hey this thanks x called under cheers thx hier soy bin sono
            ist suis jestem ik ben heet heter heiße heisse c'est cest sou chamo llamo chiamo mam jeg jag speaking here""");

    NameSpotter() {
        super(OwnershipModel.names(), LEADS);
    }

    @Override
    int end(Words words, int start) {
        int end = NameRun.end(words, start, NameCue.Strength.CLEAR);
        return NameFillers.isGreeting(words, start)
                        || isGreeted(words, start, end)
                        || WhatOneIs.isSaid(words, start)
                        || NamedByCue.isPlaceBehindItIs(words, start, end)
                ? start
                : end;
    }

    @Override
    boolean writesSmall(Words words) {
        return !words.isCapitalised(0) || words.count() <= SHORT_MESSAGE;
    }

    @Override
    int smallEnd(Words words, int start) {
        boolean last = start + 1 == words.count() && words.gap(start) != Words.BLANK; // "thanks, will"
        if (CommonWords.isOrdinary(words, start) && !last || WhatOneIs.isSaid(words, start)) {
            return start;
        }
        int end = start + 1;
        while (end < words.count()
                && end - start < MAX_SMALL
                && words.gap(end) == Words.BLANK
                && !words.startsWithDigit(end)
                && !CommonWords.isOrdinary(words, end)) {
            end++;
        }
        return end;
    }

    @Override
    String value(Words words, Spotted one) {
        return NameRun.value(words, one.from(), one.to());
    }

    @Override
    String shape(Words words, Spotted one) {
        return letters(words, one) + Math.min(2, one.to() - one.from());
    }

    @Override
    double doubt(Words words, Spotted one) {
        return one.to() - one.from() == 1 ? DOUBT_OF_ONE_WORD : 0;
    }

    @Override
    void addSigns(Turn turn, Spotted one, List<String> signs) {
        Words words = turn.words();
        add(
                signs,
                NameRun.isTitle(words, one.from()) || one.from() > 0 && NameRun.isTitle(words, one.from() - 1),
                "titled");
        boolean firm = CompanyRun.isKind(words, one.to() - 1) || CompanyRun.hasForm(words, one.from(), one.to());
        add(signs, firm, "firm");
        if (turn.text().indexOf('@') >= 0) {
            signs.add(isInAddress(words, one) ? "in-address" : "in-no-address");
        }
    }

    /** "Hello Jane, …": whom the message is for. */
    private static boolean isGreeted(Words words, int start, int end) {
        return NameFillers.isCall(words, start - 1)
                && words.gap(start) == Words.BLANK
                && end < words.count()
                && (words.gap(end) == ',' || words.gap(end) == '!' || words.gap(end) == '\n');
    }

    /** "Jane" with jane.doe@…, "Doe" with jdoe@…. */
    private static boolean isInAddress(Words words, Spotted one) {
        for (int i = 1; i < looked(words); i++) {
            if (words.gap(i) != '@') {
                continue;
            }
            for (int part = i - 1; part >= 0 && isJoined(words, part + 1) && i - part <= MAX_SMALL; part--) {
                if (isPart(words.folded(part), words, one)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isJoined(Words words, int word) {
        return words.start(word) - words.end(word - 1) == 1 && words.gap(word) != Words.BLANK;
    }

    private static boolean isPart(String local, Words words, Spotted one) {
        for (int i = one.from(); i < one.to(); i++) {
            String said = words.folded(i);
            if (said.length() >= LEAST_LETTERS && local.contains(said)) {
                return true;
            }
        }
        return false;
    }
}
