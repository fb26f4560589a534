package dev.leadkit.examples.leaddesk.load;

/** What a user asks for. */
enum Kind {
    BOARD("board", 14),
    BOARD_FILTERED("board, filtered", 8),
    BOARD_MORE("board, more cards of a column", 7),
    BOARD_REST("board by REST", 8),
    LIST("list", 9),
    LIST_FILTERED("list, filtered", 14),
    LIST_SEARCH("list, searched", 10),
    LIST_NEXT("list, next page", 10),
    LIST_REST("list by REST, filtered", 7),
    LEAD("lead", 10),
    NOTE("note written by REST", 3);

    private final String words;
    private final int weight;

    Kind(String words, int weight) {
        this.words = words;
        this.weight = weight;
    }

    String words() {
        return words;
    }

    /** Of so many in a hundred requests. */
    int weight() {
        return weight;
    }

    boolean isBoardOrList() {
        return this != LEAD && this != NOTE;
    }

    /** By a number below 100. */
    static Kind of(int number) {
        int rest = number;
        for (Kind kind : values()) {
            if (rest < kind.weight) {
                return kind;
            }
            rest -= kind.weight;
        }
        throw new IllegalArgumentException("expected a number below 100, found " + number);
    }
}
