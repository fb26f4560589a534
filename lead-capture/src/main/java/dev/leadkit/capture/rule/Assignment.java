package dev.leadkit.capture.rule;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who gets the lead of a conversation: one person, or one of several.
 *
 * <p>Which of several is drawn from the session alone, so that a late message, a second process and a replay choose as the
 * first run did, and a visitor who comes back meets the same person. Over many sessions everybody gets their share; no
 * count is kept, so that a few in a row may go to one person. Who is added or leaves changes the choice for none but their
 * own sessions: rendezvous hashing (Thaler and Ravishankar 1998), shares by the logarithmic method (Schindelhauer and
 * Schomaker 2005).
 */
public sealed interface Assignment {

    /** The host's id of the person who gets the lead of a session. */
    String choose(String session);

    /** Always the same person. */
    static Assignment to(String user) {
        return new Person(user);
    }

    /** Equal shares. */
    static Assignment roundRobin(String... users) {
        return new RoundRobin(List.of(users));
    }

    /** Shares as large as given. */
    static Assignment byCapacity(Share... shares) {
        return new Capacity(List.of(shares));
    }

    /** One person. */
    record Person(String user) implements Assignment {
        /** @throws InvalidInputException if the id is none */
        public Person {
            Input.id("assign", user);
        }

        @Override
        public String choose(String session) {
            return user;
        }
    }

    /**
     * Several who get the same.
     *
     * @param users without repeats
     */
    record RoundRobin(List<String> users) implements Assignment {
        /** @throws InvalidInputException if there is nobody, or one twice, or an id is none */
        public RoundRobin {
            users = List.copyOf(users);
            requireUsers("assign.roundRobin", users);
        }

        @Override
        public String choose(String session) {
            return draw(users.stream().map(user -> new Share(user, 1)), session);
        }
    }

    /**
     * Several who get as much as they can take.
     *
     * @param shares of one user each
     */
    record Capacity(List<Share> shares) implements Assignment {
        /** @throws InvalidInputException if there is nobody, or one twice */
        public Capacity {
            shares = List.copyOf(shares);
            requireUsers("assign.capacity", shares.stream().map(Share::user).toList());
        }

        @Override
        public String choose(String session) {
            return draw(shares.stream(), session);
        }
    }

    /**
     * How much of all one person can take.
     *
     * @param user the host's id
     * @param share 1 to {@value #MAX}, in proportion to the others'
     */
    record Share(String user, int share) {
        /** The largest share. */
        public static final int MAX = 1_000;

        /** @throws InvalidInputException if the id is none, or the share out of its range */
        public Share {
            Input.id("assign", user);
            if (share < 1 || share > MAX) {
                throw new InvalidInputException("assign.share", "1 to " + MAX, String.valueOf(share));
            }
        }

        /** His draw for a session; the largest of all wins, as often as the share says. */
        private double drawFor(String session) {
            return -share / StrictMath.log(uniform(session, user));
        }
    }

    private static String draw(Stream<Share> shares, String session) {
        String chosen = "";
        double highest = -1;
        for (Share share : shares.toList()) {
            double drawn = share.drawFor(session);
            if (drawn > highest) {
                highest = drawn;
                chosen = share.user();
            }
        }
        return chosen;
    }

    /** A number between 0 and 1, both exclusive, that looks random and is always the same for the same two texts. */
    private static double uniform(String session, String user) {
        long hash = 0xcbf29ce484222325L; // FNV-1a over both, with a mark between them that no id holds
        for (String part : List.of(session, "\n", user)) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L; // the finaliser of SplitMix64
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return ((hash >>> 11) + 0.5) * 0x1.0p-53;
    }

    private static void requireUsers(String field, List<String> users) {
        RuleLimits.requireSome(field, users.size());
        RuleLimits.requireFew(field, users.size());
        Set<String> seen = new HashSet<>();
        for (String user : users) {
            if (!seen.add(Input.id(field, user))) {
                throw new InvalidInputException(field, "each person once", "one of them twice");
            }
        }
    }
}
