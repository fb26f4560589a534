package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * How much speaks for a value (an address, a number, a name, a company or an amount) being the visitor's own: a sum of one weight for
 * each {@link Clue} that is seen around it, as logistic regression learns them. Above 0 more speaks for it than against it.
 * Immutable and safe to share.
 *
 * <p>The weights that ship were learned by {@code OwnershipTrainer} in the tests, from our own sample messages there.
 */
public final class OwnershipModel {
    /** Of addresses and numbers. */
    static final OwnershipModel CONTACTS = shipped("contacts.tsv");

    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

    /** What a line break is called in the file of weights. */
    private static final String LINE = "\\n";

    private final double bias;

    /** Open addressing: at the key of a clue, or in the places behind, half of the key and the bits of its weight. */
    private final long[] table;

    /** @param weights by the names of the clues, as {@link #clues} has them; what is called "bias" always counts */
    OwnershipModel(Map<String, Double> weights) {
        int places = Integer.highestOneBit(Math.max(1, weights.size())) * 4;
        table = new long[places];
        bias = weights.getOrDefault("bias", 0.0);
        weights.forEach((name, weight) -> put(mixed(key(name)), weight.floatValue()));
    }

    /** Of names of persons. */
    public static OwnershipModel names() {
        return Names.SHIPPED;
    }

    /** Of names of companies. */
    public static OwnershipModel companies() {
        return Companies.SHIPPED;
    }

    /** Of amounts that the visitor can spend. */
    public static OwnershipModel budgets() {
        return Budgets.SHIPPED;
    }

    /** Read when it is first asked. */
    private static final class Names {
        static final OwnershipModel SHIPPED = shipped("names.tsv");
    }

    private static final class Budgets {
        static final OwnershipModel SHIPPED = shipped("budgets.tsv");
    }

    private static final class Companies {
        static final OwnershipModel SHIPPED = shipped("firms.tsv");
    }

    private static OwnershipModel shipped(String file) {
        Map<String, Double> weights = new HashMap<>();
        Resource.eachLine(file, line -> {
            int tab = line.indexOf('\t');
            weights.put(line.substring(tab + 1), Double.valueOf(line.substring(0, tab)));
        });
        return new OwnershipModel(weights);
    }

    private void put(long key, float weight) {
        int at = (int) key & table.length - 1;
        while (table[at] != 0) {
            at = at + 1 & table.length - 1;
        }
        table[at] = (long) print(key) << Integer.SIZE | Integer.toUnsignedLong(Float.floatToIntBits(weight));
    }

    private float weight(long key) {
        int print = print(key);
        int at = (int) key & table.length - 1;
        for (long entry = table[at]; entry != 0; entry = table[at]) {
            if ((int) (entry >>> Integer.SIZE) == print) {
                return Float.intBitsToFloat((int) entry);
            }
            at = at + 1 & table.length - 1;
        }
        return 0;
    }

    /** Half of the key, which is hardly ever another's too; never 0, which a free place has. */
    private static int print(long key) {
        return (int) (key >>> Integer.SIZE) | 1;
    }

    /**
     * What speaks for a value, as log-odds.
     *
     * @param all by everything around it
     * @param sentence by the words of its own sentence alone
     */
    record Odds(double all, double sentence) {}

    /** What speaks for the address or number at {@code [start, end)} being the visitor's own. */
    Odds odds(Reply reply, int start, int end) {
        Sum sum = sum(new Surroundings(reply, start, end));
        return new Odds(sum.total, sum.total - sum.beside);
    }

    /** The log-odds of the name, company or amount at {@code [start, end)} being the visitor's own. */
    public double logOdds(Reply reply, int start, int end, ValueSigns signs) {
        return sum(new Surroundings(reply, start, end, signs)).total;
    }

    private Sum sum(Surroundings surroundings) {
        var sum = new Sum();
        surroundings.give(sum);
        return sum;
    }

    /** The names of all clues that are seen around a value, each once in its part of the message. */
    static List<String> clues(Surroundings surroundings) {
        List<String> names = new ArrayList<>();
        surroundings.give(new Surroundings.Taker() {
            @Override
            public void take(Clue clue, Tokens tokens, int from, int to) {
                var name = new StringBuilder(clue.code);
                int step = from <= to ? 1 : -1;
                for (int token = from; token != to + step; token += step) {
                    name.append(' ').append(clue.isOfRoles() ? tokens.role(token) : tokens.name(token));
                }
                names.add(name.toString());
            }

            @Override
            public void take(String what) {
                names.add(Clue.IS.code + " " + what);
            }

            @Override
            public void take(Clue clue, String shape, Tokens tokens, int token) {
                names.add(clue.code + " " + shape + " " + tokens.name(token));
            }
        });
        return names;
    }

    private static long key(String name) {
        var parts = new StringTokenizer(name, " ");
        String code = parts.nextToken();
        for (Clue clue : Clue.values()) {
            if (clue.code.equals(code)) {
                long key = key(clue);
                if (clue.isOfShape()) {
                    key = and(key, parts.nextToken().hashCode());
                }
                while (parts.hasMoreTokens()) {
                    String part = parts.nextToken();
                    boolean plain = clue.isOfRoles() || clue == Clue.IS;
                    key = and(key, plain && !part.equals(LINE) ? part.hashCode() : hash(part));
                }
                return key;
            }
        }
        return 1; // the bias, which no clue has
    }

    private static int hash(String token) {
        if (token.equals("^")) {
            return 0;
        }
        if (token.equals(LINE)) {
            return '\n';
        }
        boolean mark = token.length() == 1 && !Character.isLetterOrDigit(token.charAt(0));
        return mark ? token.charAt(0) : Words.hashOf(token);
    }

    private static long key(Clue clue) {
        return (clue.ordinal() + 1) * MIX;
    }

    private static long and(long key, int hash) {
        return Long.rotateLeft(key, 23) + Integer.toUnsignedLong(hash) + 1;
    }

    /** So that each bit of a key tells on the last ones and on the first half. */
    private static long mixed(long key) {
        long mixed = (key ^ key >>> 32) * MIX;
        return mixed ^ mixed >>> 32;
    }

    /** Adds up the weights of what is seen. */
    private final class Sum implements Surroundings.Taker {
        private double total = bias;

        /** Of it, what other sentences say. */
        private double beside;

        @Override
        public void take(Clue clue, Tokens tokens, int from, int to) {
            long key = key(clue);
            int step = from <= to ? 1 : -1;
            for (int token = from; token != to + step; token += step) {
                key = and(key, clue.isOfRoles() ? tokens.roleHash(token) : tokens.hash(token));
            }
            float weight = weight(mixed(key));
            total += weight;
            beside += clue.isBeside() ? weight : 0;
        }

        @Override
        public void take(String what) {
            total += weight(mixed(and(key(Clue.IS), what.hashCode())));
        }

        @Override
        public void take(Clue clue, String shape, Tokens tokens, int token) {
            total += weight(mixed(and(and(key(clue), shape.hashCode()), tokens.hash(token))));
        }
    }
}
