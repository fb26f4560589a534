package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.PlainWords.TO;

/**
 * Reads the words before a value, last word first, and tells whether they offer it: a fast equivalent of {@link Giving} for clauses
 * of plain words, none of which {@linkplain PlainWords#TELLS_BEFORE speaks against it}.
 */
final class PlainClause {
    private static final int NULL = 0;
    private static final int I = PlainWords.role(WordRole.I);
    private static final int ME = PlainWords.role(WordRole.ME);
    private static final int MINE = PlainWords.role(WordRole.MINE);
    private static final int MY = PlainWords.role(WordRole.MY);
    private static final int YOU = PlainWords.role(WordRole.YOU);
    private static final int IT = PlainWords.role(WordRole.IT);
    private static final int LABEL = PlainWords.role(WordRole.LABEL);
    private static final int SORT = PlainWords.role(WordRole.SORT);
    private static final int DETERMINER = PlainWords.role(WordRole.DETERMINER);
    private static final int LINK = PlainWords.role(WordRole.LINK);
    private static final int BE = PlainWords.role(WordRole.BE);
    private static final int MODAL = PlainWords.role(WordRole.MODAL);
    private static final int REACH = PlainWords.role(WordRole.REACH);
    private static final int REACH_OR_LABEL = PlainWords.role(WordRole.REACH_OR_LABEL);
    private static final int SEND = PlainWords.role(WordRole.SEND);
    private static final int RECORD = PlainWords.role(WordRole.RECORD);
    private static final int LIVE = PlainWords.role(WordRole.LIVE);
    private static final int SAY = PlainWords.role(WordRole.SAY);
    private static final int JOIN = PlainWords.role(WordRole.JOIN);
    private static final int FILLER = PlainWords.role(WordRole.FILLER);

    /** How far the words that were read have said whose the value is. */
    private enum State {
        /** Only fillers were read, or nothing. */
        OPEN,
        /** The value is tied to them, and the word that decides is to come. */
        TIED,
        /** The value stands beside the clause: given, unless a word to come speaks of others. */
        ADDED,
        GIVEN,
        OWN
    }

    /** What the next word has to settle of the one before it. */
    private enum Pending {
        NOTHING,
        /** Whether "is" has a subject that names the value. */
        BE,
        /** Whether a verb is one, and who does it. */
        VERB,
        /** The same behind fillers. */
        FILLED_VERB,
        /** Who may or could. */
        MODAL,
        /** Whether "you" are asked. */
        YOU,
        /** Whether "it's" is asked. */
        ITS,
        /** Whether something was done to "me". */
        ME
    }

    private final PlainWord word;
    private State state = State.OPEN;
    private Pending pending = Pending.NOTHING;
    private int count;

    /** What is known of the word behind the one that is read, and of the next. */
    private int later;

    private int further;

    /** Of the last word that is no filler. */
    private int last;

    private int verb;
    private boolean names = true;
    private boolean named;
    private boolean label;
    private boolean other;
    private boolean capital;
    private boolean question;
    private boolean endsInS;

    /** Whether a comma parts the value from the words. */
    private boolean beside;

    /** How many words were read from the last that is no filler on. */
    private int behind;

    /** Whether the verb has another as its object. */
    private boolean turnsToOther;

    PlainClause(PlainWord word) {
        this.word = word;
    }

    /** Whether all is understood still, with the word that is now read. */
    boolean read() {
        if (word.has(PlainWords.TELLS_BEFORE) || !word.startsWithLetter() || !isUnaddressed()) {
            return false;
        }
        boolean parted = word.mark == ',';
        beside |= parted && count == 0;
        boolean read = word.mark != ':' || count == 0;
        if (state == State.OPEN) {
            read &= open(parted);
        } else if (state == State.TIED) {
            read &= settle(parted);
            if (read && state == State.TIED && parted && behind > 1 && label && !named) {
                state = State.ADDED;
            }
        } else {
            read &= settleGiven();
        }
        if (state == State.TIED) {
            read &= tied();
        } else if (state == State.ADDED) {
            read &= added();
        }
        boolean sort = word.role() == SORT || word.has(PlainWords.SORT);
        names = sort ? names : isLabel(word.signs);
        endsInS |= behind == 1 && word.role() == NULL && word.endsIn('s');
        behind += state == State.OPEN ? 0 : 1;
        further = count == 0 ? -1 : later;
        later = word.signs;
        count++;
        return read;
    }

    /** Neither "call you at" nor "me to …", "me from …". */
    private boolean isUnaddressed() {
        boolean you = count > 0 && (later & PlainWords.ROLE) == YOU && word.has(PlainWords.REACHING);
        boolean from = count > 0 && word.role() == ME && (later & (TO | PlainWords.FROM)) != 0;
        return !you && !from;
    }

    private static boolean isLabel(int signs) {
        int role = signs & PlainWords.ROLE;
        return role == LABEL || role == REACH_OR_LABEL || (signs & PlainWords.CHANNEL) != 0;
    }

    private static boolean isVerb(int signs) {
        int role = signs & PlainWords.ROLE;
        return role == REACH || role == REACH_OR_LABEL || role == SEND || role == RECORD || role == LIVE;
    }

    /** Finds whether the last word ties the value. */
    private boolean open(boolean parted) {
        int role = word.role();
        if (count > 0 && parted) {
            state = State.ADDED; // behind the comma of fillers
            return true;
        }
        if (role == FILLER) {
            return word.mark != ':';
        }
        last = word.signs;
        if (role == BE || word.has(PlainWords.ITS)) {
            state = State.TIED;
            return !beside && (role != BE || word.has(PlainWords.IS));
        }
        boolean link = role == LINK && word.has(PlainWords.AT | TO);
        if (link || isVerb(word.signs) && role != LIVE) {
            state = beside ? State.ADDED : State.TIED;
            return true;
        }
        state = State.ADDED;
        question = !beside;
        boolean noun =
                role == LABEL || role == SORT || role == MY || role == DETERMINER || role == JOIN || role == MINE;
        return noun || role == NULL && !word.isVerbForm();
    }

    /** What the word before a pending one says of it. */
    private boolean settle(boolean parted) {
        if (capital) {
            return false; // somebody or something is named
        }
        Pending settled = pending;
        int role = word.role();
        pending = Pending.NOTHING;
        switch (settled) {
            case BE -> {
                label |= role == SORT;
                named |= role != LABEL
                        && role != REACH_OR_LABEL
                        && role != SORT
                        && role != IT
                        && role != MINE
                        && role != I
                        && role != ME;
                return role != FILLER && role != MODAL;
            }
            case ITS -> {
                state = State.ADDED;
                return role != BE;
            }
            case VERB -> {
                return settleVerb(role, parted);
            }
            case FILLED_VERB -> {
                return settleDoer(role, parted);
            }
            default -> {
                return true;
            }
        }
    }

    private boolean settleVerb(int role, boolean parted) {
        boolean labelled = (verb & PlainWords.ROLE) == REACH_OR_LABEL;
        if (role == ME && labelled) {
            return false; // "send me an sms"
        }
        boolean after = role == SORT || role == LABEL || role == REACH_OR_LABEL;
        boolean noun = role == DETERMINER || role == MY || labelled && after && !parted;
        if (noun) {
            label |= !named;
            return true;
        }
        if (labelled && !after && role != NULL && (further & PlainWords.ROLE) == BE) {
            return false;
        }
        return settleDoer(role, parted);
    }

    /** Who does what the verb says. */
    private boolean settleDoer(int role, boolean parted) {
        if (turnsToOther) {
            return false;
        }
        if (parted) {
            state = (verb & PlainWords.ROLE) == SEND ? State.GIVEN : State.ADDED;
            return true;
        }
        state = State.ADDED;
        if (role == FILLER) {
            state = State.TIED;
            pending = Pending.FILLED_VERB;
            return true;
        }
        if (role == NULL) {
            return !word.isCapitalised() && !word.endsIn('s');
        }
        if (role == YOU) {
            pending = Pending.YOU;
            return true;
        }
        if (role == MODAL) {
            pending = Pending.MODAL;
            return true;
        }
        return role == JOIN || role == LABEL || role == SORT || role == IT || role == MINE;
    }

    /** What the words before one that has decided may still take back. */
    private boolean settleGiven() {
        Pending settled = pending;
        int role = word.role();
        pending = Pending.NOTHING;
        return switch (settled) {
            case ME -> role != NULL || !word.isVerbForm();
            case MODAL -> role == YOU;
            case YOU -> role == JOIN || role == MODAL;
            default -> true;
        };
    }

    private boolean tied() {
        int role = word.role();
        if (role == NULL) {
            capital = word.isCapitalised();
            other = true;
        } else if (role == ME) {
            state = State.OWN;
            pending = Pending.ME;
            return count > 0;
        } else if (role == MINE) {
            state = State.OWN;
        } else if (role == MY) {
            boolean sort = count > 0 && (later & PlainWords.ROLE) == NULL && (further & PlainWords.ROLE) == LABEL;
            if (names || sort) {
                state = State.OWN;
            }
            named = true;
        } else if (isVerb(word.signs) && role != LIVE) {
            boolean person = role == REACH || role == REACH_OR_LABEL;
            turnsToOther = person && (named || (last & PlainWords.AT) != 0 && other) && (last & TO) == 0;
            verb = word.signs;
            pending = Pending.VERB;
        } else if (role == LABEL) {
            label |= !named;
        } else if (role == DETERMINER) {
            named |= !names;
        } else if (role == LINK) {
            return count == 0 || !word.has(TO) || isVerb(later) || !named && !other;
        } else if (role == BE) {
            pending = Pending.BE;
            return word.has(PlainWords.IS);
        } else if (role == IT) {
            if (word.has(PlainWords.ITS)) {
                pending = Pending.ITS;
                return !named;
            }
            int next = later & PlainWords.ROLE;
            return word.has(PlainWords.IT) && count > 0 && next != BE && next != MODAL;
        } else {
            return role == SORT || role == JOIN || role == FILLER || role == MODAL || role == YOU;
        }
        return true;
    }

    private boolean added() {
        int role = word.role();
        if (role == ME || role == MINE || role == MY && names) {
            state = State.GIVEN;
        } else if (word.has(PlainWords.TALKING)) {
            int next = later & PlainWords.ROLE;
            return count == 0 || next != NULL && next != DETERMINER && next != LINK;
        }
        return true;
    }

    /**
     * Whether all is understood where nothing counts before the words that were read, since the word that is read now is
     * another value. Of what its last word says only some is.
     */
    boolean close() {
        boolean open = state == State.OPEN || state == State.TIED;
        int first = later & PlainWords.ROLE;
        boolean example = word.role() == SAY && !open && (first == JOIN || first == NULL);
        return !capital && pending != Pending.ME && pending != Pending.BE && (word.signs == 0 || example);
    }

    /** Whether the words, of which the one read last is the first of its sentence, give the value. */
    boolean gives() {
        if (state == State.TIED) {
            boolean decided = pending == Pending.ITS
                    || (pending == Pending.VERB || pending == Pending.FILLED_VERB) && !turnsToOther;
            boolean plain = (last & PlainWords.ROLE) == LINK && (count <= 2 || (last & TO) != 0 || !endsInS);
            return decided || pending != Pending.VERB && pending != Pending.FILLED_VERB && !named && (label || plain);
        }
        boolean asked = question && count > 1 && (later & PlainWords.ROLE) == BE;
        return !asked;
    }

    boolean isOwn() {
        return state == State.OWN;
    }

    /** Whether the value only stands beside words of which none turns to the visitor. */
    boolean isBeside() {
        return state == State.ADDED && count > 0 && verb == 0;
    }
}
