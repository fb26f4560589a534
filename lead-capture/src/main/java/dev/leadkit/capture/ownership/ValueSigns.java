package dev.leadkit.capture.ownership;

import java.util.List;

/**
 * What a name looks like by itself, apart from the words around it.
 *
 * @param shape how it is written, in one word without a blank; what stands right before and behind it is weighed together with it
 * @param cue the code of what told it; "none" where nothing did
 * @param others anything else that is seen, each in one word without a blank
 */
public record ValueSigns(String shape, String cue, List<String> others) {
    public ValueSigns {
        others = List.copyOf(others);
    }

    /** Adds a sign to others if it is seen. */
    public static void add(List<String> signs, boolean seen, String sign) {
        if (seen) {
            signs.add(sign);
        }
    }
}
