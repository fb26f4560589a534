package dev.leadkit.csv;

/**
 * Keeps spreadsheets from taking a text for a formula, in a way that can be taken back exactly.
 *
 * <p>Where a cell begins, or would begin in a country with another separator, a run of apostrophes (none among them) before
 * a character that makes a formula gets one more. Reading takes one away from each such run. A lossless table has only those
 * runs made longer that begin with an apostrophe already, so that reading is the same for both.
 *
 * <p>The characters are those of OWASP's "CSV Injection": = + - @ tab CR LF and the full-width forms of the first four.
 */
enum FormulaEscape {
    SPREADSHEET_SAFE {
        @Override
        int length(int run) {
            return run + 1;
        }
    },
    LOSSLESS {
        @Override
        int length(int run) {
            return run == 0 ? 0 : run + 1;
        }
    },
    READ {
        @Override
        int length(int run) {
            return Math.max(0, run - 1);
        }
    };

    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String BREAKS = ",;\t\r\n";

    /** How many apostrophes become of a run of them. */
    abstract int length(int run);

    String apply(String text) {
        StringBuilder out = new StringBuilder(text.length() + 1);
        boolean begins = true;
        int i = 0;
        while (i < text.length()) {
            int run = apostrophes(text, i);
            i += run;
            boolean formula = begins && i < text.length() && FORMULA.indexOf(text.charAt(i)) >= 0;
            out.append("'".repeat(formula ? length(run) : run));
            if (i < text.length()) {
                char c = text.charAt(i++);
                out.append(c);
                begins = BREAKS.indexOf(c) >= 0;
            }
        }
        return out.toString();
    }

    private static int apostrophes(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '\'') {
            end++;
        }
        return end - from;
    }
}
