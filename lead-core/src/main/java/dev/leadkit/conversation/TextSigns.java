package dev.leadkit.conversation;

/**
 * What engagement asks of a text.
 *
 * @param hash the same for texts with the same letters and digits; FNV-like, a collision costs one message of engagement
 * @param said whether it has a letter or a digit
 * @param question whether it asks something
 */
record TextSigns(long hash, boolean said, boolean question) {
    private static final long EMPTY = 1125899906842597L;

    static TextSigns of(String text) {
        long hash = EMPTY;
        boolean question = false;
        boolean said = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            question |= c == '?' || c == '？' || c == '؟';
            if (Character.isLetterOrDigit(c)) {
                hash = 31 * hash + Character.toLowerCase(c);
                said = true;
            }
        }
        return new TextSigns(hash, said, question);
    }

    /** Of a message without its text, of which every one counts as another. */
    static TextSigns of(ChatMessage message, Withheld withheld) {
        long hash = of(message.session() + "/" + message.id()).hash();
        return new TextSigns(hash, withheld.said(), withheld.question());
    }
}
